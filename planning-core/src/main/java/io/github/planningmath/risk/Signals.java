package io.github.planningmath.risk;

import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.review.Elapsed;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Is a part of a verdict luck? The signals of all conversions, product by product, over all months so far.
 *
 * <p>What is counted has a signal: site conversions, warm-up rates and manager conversions, of the visits, contacts and leads that are
 * decided ({@link Elapsed#counted()}). Volumes, mixes, prices and costs are decided by people; retention and repeat rates are not
 * judged here.
 *
 * <p>As JSON it is a view, which is not read back: the leaves.
 *
 * @param leaves in the order of their counts
 */
public record Signals(List<Leaf> leaves) {

    /**
     * What came of a product at a rate.
     *
     * @param driver the rate
     * @param product the product's name
     * @param owner who answers for it, as the plan says
     * @param signal its counts over all months so far, beside the rate of the plan; where that changed in time, beside the mean over
     *     its trials, rounded down to nine decimals
     */
    public record Leaf(Driver<Rate> driver, String product, Department owner, Signal signal) {

        public Leaf {
            Required.present(driver, "Leaf.driver");
            Required.present(product, "Leaf.product");
            Required.present(owner, "Leaf.owner");
            Required.present(signal, "Leaf.signal");
        }

        private boolean isOf(Factor factor) {
            return driver.kind().factors().contains(factor);
        }
    }

    public Signals {
        leaves = Required.list(leaves, "Signals.leaves");
    }

    /** Which rate, and of what. */
    private record Address(Driver<Rate> driver, String product) {}

    /** Counts, and what was planned to come of as many trials. */
    private record Counts(long successes, long trials, BigDecimal planned, Set<Rate> rates) {

        private static final Counts NONE = new Counts(0, 0, BigDecimal.ZERO, Set.of());

        Counts plus(long moreSuccesses, long moreTrials, Rate rate) {
            Set<Rate> all = new HashSet<>(rates);
            all.add(rate);
            BigDecimal came = BigDecimal.valueOf(moreTrials)
                    .multiply(BigDecimal.valueOf(rate.numerator()))
                    .divide(BigDecimal.valueOf(rate.denominator()), MathContext.DECIMAL128);
            return new Counts(
                    Math.addExact(successes, moreSuccesses), Math.addExact(trials, moreTrials), planned.add(came), all);
        }

        /** A late deal may be of a lead that is no trial of these months. */
        @Nullable
        Signal signal(Doubt.@Nullable Observed history) {
            if (trials == 0) {
                return null;
            }
            Rate rate = rates.size() == 1
                    ? rates.iterator().next()
                    : Rate.fromDouble(Math.min(
                            1,
                            planned.divide(BigDecimal.valueOf(trials), MathContext.DECIMAL128)
                                    .doubleValue()));
            return new Signal(rate, Math.min(successes, trials), trials, history);
        }
    }

    /**
     * The signals of what came.
     *
     * @param plan the plan
     * @param actuals what happened
     * @param uncertainty how well the rates were known: of those that were counted the counts are the history of their signals
     * @return a leaf for each rate and product of which something is counted
     * @throws IllegalArgumentException if the actuals do not fit the plan
     */
    public static Signals of(Plan plan, Actuals actuals, Uncertainty uncertainty) {
        Required.present(uncertainty, "Signals.uncertainty");
        Map<Address, Counts> counts = new LinkedHashMap<>();
        PlanningConstants constants = plan.constants();
        for (Elapsed.Counted each : Elapsed.of(plan, actuals).counted()) {
            Rate rate = Objects.requireNonNull(constants.in(each.month()).value(each.driver()));
            counts.merge(
                    new Address(each.driver(), each.product()),
                    Counts.NONE.plus(each.successes(), each.trials(), rate),
                    (sum, more) -> sum.plus(each.successes(), each.trials(), rate));
        }
        List<Leaf> leaves = new ArrayList<>();
        counts.forEach((of, sum) -> {
            Doubt doubt = uncertainty.doubts().get(of.driver());
            Signal signal = sum.signal(doubt instanceof Doubt.Observed observed ? observed : null);
            if (signal != null) {
                leaves.add(new Leaf(of.driver(), of.product(), owner(constants, of), signal));
            }
        });
        return new Signals(leaves);
    }

    private static Department owner(PlanningConstants constants, Address of) {
        SalesTier tier = constants.assortment().product(of.product()).tier();
        return constants.ownership().owner(of.driver().kind().factors().get(0), tier);
    }

    private Signals only(Predicate<Leaf> wanted) {
        return new Signals(leaves.stream().filter(wanted).toList());
    }

    /**
     * Those of a factor.
     *
     * @param factor the factor
     * @return its leaves, none where nothing of it is counted
     */
    public Signals of(Factor factor) {
        Required.present(factor, "Signals.factor");
        return only(leaf -> leaf.isOf(factor));
    }

    /**
     * Those that a department answers for.
     *
     * @param owner the department
     * @return its leaves
     */
    public Signals of(Department owner) {
        Required.present(owner, "Signals.owner");
        return only(leaf -> leaf.owner() == owner);
    }

    /**
     * Those of a product.
     *
     * @param product its name
     * @return its leaves
     */
    public Signals ofProduct(String product) {
        Required.present(product, "Signals.product");
        return only(leaf -> leaf.product().equals(product));
    }

    /**
     * Those of rates that are a channel's own.
     *
     * @param channel its name
     * @return its leaves
     */
    public Signals over(String channel) {
        Required.present(channel, "Signals.channel");
        return only(leaf -> channel.equals(leaf.driver().channel()));
    }

    /**
     * All leaves as one: their counts in all, beside what the plan's rates make of as many trials, so that no mix is told for a rate.
     * Where their rates differ, the law of one mean rate is wider than theirs (Hoeffding 1956, On the distribution of the number of
     * successes in independent trials, <a href="https://doi.org/10.1214/aoms/1177728178">doi:10.1214/aoms/1177728178</a>): what is real may
     * be held for luck by it, and luck is not oftener held for real at one look; evidence over all looks is that of leaves.
     *
     * @return the signal, with a history where it is one rate with a history; null where there is no leaf
     */
    public @Nullable Signal together() {
        Counts sum = Counts.NONE;
        Set<Driver<Rate>> drivers = new HashSet<>();
        for (Leaf leaf : leaves) {
            drivers.add(leaf.driver());
            sum = sum.plus(
                    leaf.signal().successes(),
                    leaf.signal().trials(),
                    leaf.signal().planned());
        }
        return sum.signal(drivers.size() == 1 ? leaves.get(0).signal().history() : null);
    }

    /**
     * The leaves that are real, of all that are called so a share at most being luck, however they depend on each other and however
     * often it is asked ({@link Signal#real}, on {@link Signal#evidenceOfChange()}).
     *
     * @param luck the share of false ones, at most, such as 5 %
     * @return those whose rate has changed, the strongest first
     */
    public List<Leaf> real(Rate luck) {
        return Signal.real(leaves, leaf -> leaf.signal().evidenceOfChange(), luck);
    }

    @Override
    public String toString() {
        return leaves.stream()
                .map(leaf -> leaf.driver() + " of " + leaf.product() + ": " + leaf.signal())
                .collect(Collectors.joining("\n"));
    }
}
