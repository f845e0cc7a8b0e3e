package io.github.planningmath.review;

import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Norm;
import io.github.planningmath.plan.NormValue;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.product.Product;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the plan is fulfilled: by KPI, department, month and cumulative, what the plan's end looks like, and what every
 * norm must reach for it. What is not known is left out on both sides and counted; see {@link Fulfilment}.
 */
public final class Attainment {

    /** The factors of revenue that are norms themselves, in the order of a customer's life. */
    private static final List<Kpi> CHAIN =
            List.of(Kpi.TRAFFIC, Kpi.SITE_CONVERSION, Kpi.WARM_UP_RATE, Kpi.MANAGER_CONVERSION, Kpi.AVERAGE_CHECK);

    private final Plan plan;
    private final ReviewCells cells;
    private final LikeForLike sums;

    private Attainment(Plan plan, KnownNumbers known) {
        this.plan = plan;
        cells = known.cells;
        sums = new LikeForLike(plan, KnownNumbers.of(plan, cells), known);
    }

    /**
     * The attainment of a plan.
     *
     * @param plan the plan
     * @param actuals what happened
     * @return the attainment in the months from the plan's first to the last that the actuals count
     * @throws IllegalArgumentException if the actuals do not fit the plan, see {@link Actuals#requireFits}
     */
    public static Attainment of(Plan plan, Actuals actuals) {
        return new Attainment(plan, ActualsReading.of(plan, actuals));
    }

    /**
     * Returns the last month that the review is on; the first is the plan's.
     *
     * @return the month
     */
    public YearMonth through() {
        return cells.constants().horizon().month(cells.months - 1);
    }

    /**
     * Returns how far a norm is met.
     *
     * @param kpi any KPI but the open leads
     * @param scope a month of the review, or open for all of them; product, channel and tier as the plan has norms for
     * @return its fulfilment
     * @throws IllegalArgumentException if the KPI means nothing at that scope, or the month is not past
     */
    public Fulfilment of(Kpi kpi, Scope scope) {
        YearMonth month = scope.month();
        int first = month == null ? 0 : past(month);
        return fulfilment(kpi, scope, first, month == null ? cells.months - 1 : first);
    }

    /**
     * Returns how far a norm is met over the whole review.
     *
     * @param kpi any KPI but the open leads
     * @return its fulfilment, all products and channels together
     */
    public Fulfilment of(Kpi kpi) {
        return of(kpi, Scope.all());
    }

    /**
     * Returns how far a norm is met from the plan's first month through another.
     *
     * @param kpi any KPI but the open leads
     * @param month the last month, itself past
     * @return its fulfilment, all products and channels together
     * @throws IllegalArgumentException if the month is not past
     */
    public Fulfilment through(Kpi kpi, YearMonth month) {
        return fulfilment(kpi, Scope.all(), 0, past(month));
    }

    /**
     * Returns how far a department meets the norms that it answers for.
     *
     * @param department the department; {@link Department#SHARED} for the norms of both
     * @return the fulfilment of each of its KPIs over the whole review
     */
    public List<Fulfilment> of(Department department) {
        Required.present(department, "Attainment.department");
        List<Fulfilment> fulfilments = new ArrayList<>();
        for (Kpi kpi : Kpi.values()) {
            Norm norm = plan.norm(kpi, Scope.all());
            if (kpi != Kpi.OPEN_LEADS && norm != null && norm.owner() == department) {
                fulfilments.add(of(kpi));
            }
        }
        return fulfilments;
    }

    /**
     * Returns where the plan's end will find a KPI.
     *
     * @param kpi money or a count that flows; the base, which is a stock, and ratios have no run rate
     * @return the forecast
     * @throws IllegalArgumentException if the KPI does not flow
     */
    public Forecast forecast(Kpi kpi) {
        AdditiveKpis.requireOneOf(AdditiveKpis.ALL, Required.present(kpi, "Attainment.forecast"), "Attainment.forecast");
        Fulfilment soFar = of(kpi);
        double planned =
                number(Objects.requireNonNull(plan.norm(kpi, Scope.all())).value());
        double fact = soFar.fact() == null ? 0 : soFar.fact();
        double months = cells.constants().horizon().months();
        Double share = soFar.share();
        return new Forecast(kpi, planned, fact / cells.months * months, share == null ? null : share * planned);
    }

    private static double number(NormValue value) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), MathContext.DECIMAL64)
                .doubleValue();
    }

    /**
     * Returns what the shares of the norms along a customer's life make of the revenue of new deals: traffic, site
     * conversion, warm-up rate, manager conversion, average check, as far as they are known.
     *
     * @return the law with these shares; its {@code explain} says what every norm must reach
     * @throws IllegalArgumentException if none of them is known
     */
    public ProductLaw productLaw() {
        return new ProductLaw(CHAIN.stream()
                .map(this::of)
                .flatMap(fulfilment -> Stream.ofNullable(fulfilment.share()))
                .toList());
    }

    private int past(YearMonth month) {
        ReviewCells.requireMonth(cells.constants(), month, "Attainment.month");
        int index = cells.constants().horizon().indexOf(month);
        if (index < cells.months) {
            return index;
        }
        throw new IllegalArgumentException(
                "Attainment.month must be past, " + through() + " or before, but was " + month + ".");
    }

    private Fulfilment fulfilment(Kpi kpi, Scope scope, int first, int last) {
        Required.present(kpi, "Attainment.kpi");
        if (kpi == Kpi.OPEN_LEADS) {
            throw new IllegalArgumentException(
                    "Attainment.kpi must be another than open leads, which no cell of actuals"
                            + " gives. Perhaps Verdict.notYetDue was meant.");
        }
        Norm norm = plan.norm(kpi, scope);
        LikeForLike.Window window = new LikeForLike.Window(products(scope), channel(scope), first, last);
        LikeForLike.Sum sum = switch (kpi) {
            case TRAFFIC -> sums.of(window, Measure.VISITS);
            case CONTACTS -> sums.of(window, Measure.CONTACTS);
            case LEADS -> sums.of(window, Measure.LEADS);
            case NEW_DEALS -> sums.of(window, Measure.NEW_DEALS);
            case REPEAT_DEALS -> sums.of(window, Measure.REPEAT_DEALS);
            case DEALS -> sums.of(window, Measure.NEW_DEALS, Measure.REPEAT_DEALS);
            case BASE -> sums.of(window.atEnd(), Measure.BASE);
            case REVENUE -> sums.of(window, Measure.REVENUE);
            case VARIABLE_COST -> sums.of(window, Measure.VARIABLE_COST);
            case TRAFFIC_COST -> sums.of(window, Measure.TRAFFIC_COST);
            case CONTRIBUTION -> sums.contribution(window);
            case PROFIT -> sums.profit(window);
            case AVERAGE_CHECK -> sums.averageCheck(window);
            case SITE_CONVERSION -> sums.ratio(window, Measure.CONTACTS, Measure.VISITS);
            case WARM_UP_RATE -> sums.ratio(window, Measure.LEADS, Measure.CONTACTS);
            case MANAGER_CONVERSION -> sums.managerConversion(window);
            case OPEN_LEADS -> throw new IllegalStateException(kpi.label());
        };
        // the plan makes deals by product: of a channel it has the conversion alone
        double planned = norm != null && kpi == Kpi.MANAGER_CONVERSION && scope.channel() != null
                ? number(norm.value())
                : sum.planned();
        return new Fulfilment(kpi, scope, orNull(planned), orNull(sum.fact()), sum.unknown());
    }

    private static @Nullable Double orNull(double number) {
        return Double.isNaN(number) ? null : Double.valueOf(number);
    }

    private List<Integer> products(Scope scope) {
        List<Integer> products = new ArrayList<>();
        for (int p = 0; p < cells.products; p++) {
            Product product = cells.product(p);
            boolean isNamed = scope.product() == null || scope.product().equals(product.name());
            if (isNamed && (scope.tier() == null || scope.tier() == product.tier())) {
                products.add(p);
            }
        }
        return products;
    }

    private int channel(Scope scope) {
        String name = scope.channel();
        return name == null ? LikeForLike.ALL : cells.channelIndex(name);
    }
}
