package io.github.planningmath.testkit;

import io.github.planningmath.lifetime.BgBb;
import io.github.planningmath.lifetime.BgNbd;
import io.github.planningmath.lifetime.BuyerModel;
import io.github.planningmath.lifetime.BuyerModelFamily;
import io.github.planningmath.lifetime.BuyerModelFitter;
import io.github.planningmath.lifetime.BuyerSimulator;
import io.github.planningmath.lifetime.CustomerHistories;
import io.github.planningmath.lifetime.CustomerHistories.OrdersRead;
import io.github.planningmath.lifetime.CustomerHistory;
import io.github.planningmath.lifetime.Fitted;
import io.github.planningmath.lifetime.Fitted.FittedOn;
import io.github.planningmath.lifetime.Fitted.ParameterEstimate;
import io.github.planningmath.lifetime.FittedModel;
import io.github.planningmath.lifetime.FittedModel.CustomerValue;
import io.github.planningmath.lifetime.GammaGamma;
import io.github.planningmath.lifetime.MbgNbd;
import io.github.planningmath.lifetime.ModelChoice;
import io.github.planningmath.lifetime.Nbd;
import io.github.planningmath.lifetime.NotFitted;
import io.github.planningmath.lifetime.Order;
import io.github.planningmath.lifetime.ParetoNbd;
import io.github.planningmath.lifetime.PurchaseHistory;
import io.github.planningmath.lifetime.SpendModel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Customers who may leave unseen: their orders and histories, models of them, and what a fit says. */
final class BuyerArbitraries {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 400;
    private static final int MOST_ORDERS = 60;
    private static final long MOST_CENTS = 10_000_000;

    private BuyerArbitraries() {}

    /** From bases of customers who hardly differ to those where nearly all do next to nothing. */
    private static Arbitrary<Double> shapes() {
        return Arbitraries.doubles().between(0.05, 10);
    }

    private static Arbitrary<Double> times() {
        return Arbitraries.doubles().between(0.5, 300);
    }

    static Arbitrary<Nbd> nbds() {
        return Combinators.combine(shapes(), times()).as(Nbd::new);
    }

    static Arbitrary<BgNbd> bgNbds() {
        return Combinators.combine(shapes(), times(), shapes(), shapes()).as(BgNbd::new);
    }

    static Arbitrary<MbgNbd> mbgNbds() {
        return Combinators.combine(shapes(), times(), shapes(), shapes()).as(MbgNbd::new);
    }

    static Arbitrary<ParetoNbd> paretoNbds() {
        return Combinators.combine(shapes(), times(), shapes(), times()).as(ParetoNbd::new);
    }

    static Arbitrary<BgBb> bgBbs() {
        return Combinators.combine(shapes(), shapes(), shapes(), shapes()).as(BgBb::new);
    }

    /** Those in continuous time, which accept every history. */
    static Arbitrary<BuyerModel> continuousModels() {
        return Arbitraries.oneOf(
                nbds().map(model -> (BuyerModel) model),
                bgNbds().map(model -> (BuyerModel) model),
                mbgNbds().map(model -> (BuyerModel) model),
                paretoNbds().map(model -> (BuyerModel) model));
    }

    static Arbitrary<BuyerModel> models() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, continuousModels()), Tuple.of(1, bgBbs().map(model -> (BuyerModel) model)));
    }

    /** With a mean: q above 1. */
    static Arbitrary<GammaGamma> spends() {
        return Combinators.combine(shapes(), Arbitraries.doubles().between(1.05, 10), times())
                .as(GammaGamma::new);
    }

    static Arbitrary<SpendModel.Constant> constantSpends() {
        return averages().map(SpendModel.Constant::new);
    }

    static Arbitrary<BuyerModelFitter> fitters() {
        return Arbitraries.frequencyOf(
                        Tuple.of(2, Arbitraries.just(0.0)),
                        Tuple.of(1, Arbitraries.doubles().between(0.01, 10)))
                .map(BuyerModelFitter::new);
    }

    static Arbitrary<BuyerSimulator> simulators() {
        return Combinators.combine(models(), Arbitraries.longs()).as(BuyerSimulator::new);
    }

    /**
     * Whole times that a row of opportunities has too, so that every model accepts them: no repeat purchase, one just now, one
     * at each opportunity, 10,000 of them.
     */
    static Arbitrary<PurchaseHistory> histories() {
        return Arbitraries.frequencyOf(
                        Tuple.of(8, Arbitraries.integers().between(0, 400)),
                        Tuple.of(1, Arbitraries.integers().between(401, 10_000)))
                .flatMap(age -> Arbitraries.integers()
                        .between(0, age)
                        .flatMap(recency -> Arbitraries.integers()
                                .between(Math.min(1, recency), recency)
                                .map(frequency -> PurchaseHistory.of(frequency, recency, age))));
    }

    private static Arbitrary<Double> averages() {
        return Arbitraries.doubles().between(0.01, 100_000);
    }

    static Arbitrary<CustomerHistory> customers() {
        return Combinators.combine(QuantityArbitraries.name(), histories(), averages())
                .as((name, history, average) ->
                        new CustomerHistory(name, history, history.frequency() == 0 ? null : average));
    }

    /** Free orders and refunds among them. */
    static Arbitrary<Order> orders() {
        Arbitrary<BigDecimal> amounts = Arbitraries.frequencyOf(
                Tuple.of(8, QuantityArbitraries.amounts(MOST_CENTS)),
                Tuple.of(1, Arbitraries.just(BigDecimal.ZERO)),
                Tuple.of(1, QuantityArbitraries.amounts(MOST_CENTS).map(BigDecimal::negate)));
        return Combinators.combine(
                        QuantityArbitraries.name(), Arbitraries.integers().between(0, DAYS), amounts)
                .as((name, day, amount) -> new Order(name, FIRST.plusDays(day), amount));
    }

    /** Of a few customers, some of whose orders are later than the end of observation. */
    static Arbitrary<CustomerHistories> bases() {
        return Combinators.combine(
                        orders().list().ofMaxSize(MOST_ORDERS),
                        RetentionArbitraries.units(),
                        Arbitraries.integers().between(DAYS / 2, DAYS).map(FIRST::plusDays))
                .as((orders, unit, until) -> CustomerHistories.fromUnsorted(orders, unit, until));
    }

    static Arbitrary<OrdersRead> readings() {
        return bases().map(base -> Objects.requireNonNull(base.read()));
    }

    static Arbitrary<FittedModel> fittedModels() {
        return Combinators.combine(
                        bases(),
                        continuousModels(),
                        spends(),
                        samples(),
                        choices().injectNull(0.3))
                .as((base, model, spend, sample, choice) -> new FittedModel(
                        base, model, new Fitted<>(spend, -1234.5, List.of(), List.of(), 1, sample), choice));
    }

    static Arbitrary<CustomerValue> values() {
        return Combinators.combine(
                        QuantityArbitraries.name(),
                        histories(),
                        Arbitraries.doubles().between(0, 1),
                        averages(),
                        Arbitraries.doubles().between(0, 1_000),
                        Arbitraries.doubles().between(0.01, 1))
                .as((name, history, alive, spend, purchases, margin) ->
                        new CustomerValue(name, history, alive, spend, purchases, margin * spend * purchases));
    }

    static Arbitrary<FittedOn> samples() {
        return Arbitraries.integers()
                .between(1, 1_000_000)
                .flatMap(customers -> Combinators.combine(
                                Arbitraries.integers().between(0, customers),
                                Arbitraries.integers().between(1, customers))
                        .as((repeatBuyers, rows) -> new FittedOn((double) customers, (double) repeatBuyers, rows)));
    }

    static Arbitrary<ParameterEstimate> estimates() {
        return Combinators.combine(
                        Arbitraries.of("r", "alpha", "a", "b"),
                        times(),
                        Arbitraries.doubles().between(0.001, 10))
                .as(ParameterEstimate::new);
    }

    /** With errors of a tenth, that do not depend on each other. */
    static Arbitrary<Fitted<BuyerModel>> fits() {
        return Combinators.combine(
                        models(),
                        Arbitraries.doubles().between(-1e7, 1e7),
                        Arbitraries.integers().between(1, 500),
                        samples())
                .as((model, logLikelihood, iterations, sample) ->
                        new Fitted<>(model, logLikelihood, tenths(model), squares(model), iterations, sample));
    }

    private static List<ParameterEstimate> tenths(BuyerModel model) {
        return model.parameters().entrySet().stream()
                .map(each -> new ParameterEstimate(each.getKey(), each.getValue(), each.getValue() / 10))
                .toList();
    }

    private static List<List<Double>> squares(BuyerModel model) {
        List<ParameterEstimate> estimates = tenths(model);
        return IntStream.range(0, estimates.size())
                .mapToObj(row -> {
                    List<Double> cells = new ArrayList<>(Collections.nCopies(estimates.size(), 0.0));
                    double error = estimates.get(row).standardError();
                    cells.set(row, error * error);
                    return cells;
                })
                .toList();
    }

    static Arbitrary<NotFitted<BuyerModel>> refusals() {
        return Combinators.combine(
                        Arbitraries.of(NotFitted.Reason.class),
                        models().injectNull(0.3),
                        Arbitraries.integers().between(0, 500))
                .as((reason, best, iterations) -> new NotFitted<>(
                        reason, "a reason in numbers", best, best == null ? null : -1234.5, iterations));
    }

    static Arbitrary<ModelChoice.Holdout> holdouts() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 1e6),
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.doubles().between(0, 100))
                .as(ModelChoice.Holdout::new);
    }

    /** Fitted, with and without a holdout, and refused. */
    static Arbitrary<ModelChoice.Candidate> candidates() {
        return Arbitraries.oneOf(
                Combinators.combine(fits(), holdouts().injectNull(0.5))
                        .as((fit, holdout) ->
                                new ModelChoice.Candidate(fit.model().family(), fit, holdout)),
                Combinators.combine(Arbitraries.of(BuyerModelFamily.class), refusals())
                        .as((family, refusal) -> new ModelChoice.Candidate(family, refusal, null)));
    }

    static Arbitrary<ModelChoice> choices() {
        return candidates()
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(all -> new ModelChoice(all.get(0).family(), "a reason in figures.", all));
    }

    static ChronoUnit unitOf(BuyerModel model, ChronoUnit unit) {
        return model instanceof BgBb ? ChronoUnit.MONTHS : unit;
    }
}
