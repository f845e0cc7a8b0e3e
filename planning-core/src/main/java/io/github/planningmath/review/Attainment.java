package io.github.planningmath.review;

import io.github.planningmath.internal.CsvField;
import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Norm;
import io.github.planningmath.plan.NormValue;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.CsvTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the plan is fulfilled: by KPI, department, month and cumulative, what the plan's end looks like, and what every
 * norm must reach for it. What is not known is left out on both sides and counted; see {@link Fulfilment}.
 *
 * <p>As JSON it is a view, which is not read back: the norms of each department over the whole review and by month, and
 * where the plan's end is headed.
 */
public final class Attainment {

    /** The factors of revenue that are norms themselves, in the order of a customer's life. */
    private static final List<Kpi> CHAIN =
            List.of(Kpi.TRAFFIC, Kpi.SITE_CONVERSION, Kpi.WARM_UP_RATE, Kpi.MANAGER_CONVERSION, Kpi.AVERAGE_CHECK);

    /** What no cell of actuals gives. */
    private static final Set<Kpi> WITHOUT_FACTS = Collections.unmodifiableSet(EnumSet.of(
            Kpi.STAGE_ENTRIES,
            Kpi.OPEN_LEADS,
            Kpi.RECURRING_REVENUE,
            Kpi.NET_REVENUE_RETENTION,
            Kpi.GROSS_REVENUE_RETENTION));

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
     * How far each norm is fulfilled, a row for each past month and one, whose month is an empty field, for all of them. What
     * is not known is an empty field, and so is what {@link Fulfilment} leaves open.
     *
     * @return the columns department, kpi, month, tier, planned, fact, share, met, unknown
     */
    public CsvTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (Department department : Department.values()) {
            for (Fulfilment soFar : of(department)) {
                for (int month = 0; month < cells.months; month++) {
                    Scope scope = soFar.scope().in(cells.constants().horizon().month(month));
                    rows.add(row(department, of(soFar.kpi(), scope)));
                }
                rows.add(row(department, soFar));
            }
        }
        return new CsvTable(
                List.of("department", "kpi", "month", "tier", "planned", "fact", "share", "met", "unknown"), rows);
    }

    private static List<String> row(Department department, Fulfilment fulfilment) {
        return List.of(
                CsvField.of(department),
                fulfilment.kpi().label(),
                CsvField.of(fulfilment.scope().month()),
                CsvField.of(fulfilment.scope().tier()),
                CsvField.of(fulfilment.planned()),
                CsvField.of(fulfilment.fact()),
                CsvField.of(fulfilment.share()),
                CsvField.of(fulfilment.met()),
                CsvField.of(fulfilment.unknown()));
    }

    /**
     * The last month that the review is on; the first is the plan's.
     *
     * @return the month
     */
    public YearMonth through() {
        return cells.constants().horizon().month(cells.months - 1);
    }

    /**
     * How far a norm is met.
     *
     * @param kpi any KPI but the open leads
     * @param scope months of the review, or open for all of them; product, channel and tier as the plan has norms for
     * @return its fulfilment
     * @throws IllegalArgumentException if the KPI means nothing at that scope, or the month is not past
     */
    public Fulfilment of(Kpi kpi, Scope scope) {
        return fulfilment(kpi, scope, window(scope));
    }

    /**
     * How far a norm is met over the whole review.
     *
     * @param kpi any KPI but the open leads
     * @return its fulfilment, all products and channels together
     */
    public Fulfilment of(Kpi kpi) {
        return of(kpi, Scope.all());
    }

    /**
     * How far a norm is met from the plan's first month through another.
     *
     * @param kpi any KPI but the open leads
     * @param month the last month, itself past
     * @return its fulfilment, all products and channels together
     * @throws IllegalArgumentException if the month is not past
     */
    public Fulfilment through(Kpi kpi, YearMonth month) {
        return fulfilment(kpi, Scope.all(), window(Scope.all(), 0, past(month)));
    }

    /**
     * How far a department meets the norms that it answers for. A norm whose owner differs from tier to tier, such as the manager
     * conversion where some tiers need no managers, is told by tier.
     *
     * @param department the department; {@link Department#SHARED} for the norms of both
     * @return the fulfilment of each of its KPIs over the whole review
     */
    public List<Fulfilment> of(Department department) {
        Required.present(department, "Attainment.department");
        List<Fulfilment> fulfilments = new ArrayList<>();
        for (Kpi kpi : Kpi.values()) {
            for (Scope scope : WITHOUT_FACTS.contains(kpi) ? List.<Scope>of() : owned(kpi)) {
                Norm norm = plan.norm(kpi, scope);
                if (norm != null && norm.owner() == department) {
                    fulfilments.add(of(kpi, scope));
                }
            }
        }
        return fulfilments;
    }

    /** All tiers together, unless they have different owners. */
    private List<Scope> owned(Kpi kpi) {
        if (kpi == Kpi.PROFIT) {
            return List.of(Scope.all());
        }
        List<Scope> tiers = cells.constants().tiers().keySet().stream()
                .map(tier -> Scope.all().tier(tier))
                .toList();
        long owners = tiers.stream()
                .flatMap(scope -> Stream.ofNullable(plan.norm(kpi, scope)))
                .map(Norm::owner)
                .distinct()
                .count();
        return owners > 1 ? tiers : List.of(Scope.all());
    }

    /**
     * How far a cost norm is met, flexed to the volume that came: {@code planned} is what the visits, or the deals, that happened
     * would have cost at the plan's prices. So who brings more than planned is not charged with its cost, and only the price of a visit
     * or of a deal is judged.
     *
     * @param kpi traffic cost or variable cost
     * @param scope months of the review, or open for all of them; product, channel and tier as the plan has norms for
     * @return its fulfilment; known where both the cost and its volume are
     * @throws IllegalArgumentException if the KPI is another, or the scope none of the plan's
     */
    public Fulfilment flexed(Kpi kpi, Scope scope) {
        Required.present(kpi, "Attainment.kpi");
        plan.norm(kpi, scope);
        LikeForLike.Window window = window(scope);
        return switch (kpi) {
            case TRAFFIC_COST -> of(kpi, scope, sums.flexedTrafficCost(window));
            case VARIABLE_COST -> of(kpi, scope, sums.flexedVariableCost(window));
            default ->
                throw new IllegalArgumentException(
                        "Attainment.flexed must be given a cost that has a volume, traffic cost or"
                                + " variable cost, but was given " + kpi.label() + ".");
        };
    }

    private LikeForLike.Window window(Scope scope) {
        Required.present(scope, "Attainment.scope");
        YearMonth month = scope.month();
        YearMonth through = scope.through();
        int first = month == null ? 0 : past(month);
        int last = through == null ? first : past(through);
        return window(scope, first, month == null ? cells.months - 1 : last);
    }

    private LikeForLike.Window window(Scope scope, int first, int last) {
        return new LikeForLike.Window(products(scope), channel(scope), first, last);
    }

    /**
     * Where the plan's end will find a KPI. Sums are forecast line by line, so that they add up: deals are new and
     * repeat deals, contribution is revenue less variable cost, profit is contribution less traffic cost and the costs of the
     * house.
     *
     * @param kpi money or a count that flows; the base, which is a stock, and ratios have no run rate
     * @return the forecast
     * @throws IllegalArgumentException if the KPI does not flow
     */
    public Forecast forecast(Kpi kpi) {
        AdditiveKpis.requireOneOf(
                AdditiveKpis.ALL, Required.present(kpi, "Attainment.forecast"), "Attainment.forecast");
        double planned = planned(kpi, Scope.all());
        Pace pace = pace(kpi);
        return new Forecast(kpi, planned, pace.runRate(), pace.bySeason());
    }

    /** As it is written: the norms of each department over the whole review and by month, and where the plan's end is headed. */
    private record View(
            YearMonth through,
            Map<Department, List<Fulfilment>> norms,
            Map<YearMonth, Map<Department, List<Fulfilment>>> months,
            List<Forecast> forecasts) {}

    @DocumentForm.Written
    View view() {
        Map<YearMonth, Map<Department, List<Fulfilment>>> months = new LinkedHashMap<>();
        for (YearMonth month : cells.constants().horizon().all().subList(0, cells.months)) {
            months.put(month, byDepartment(norm -> of(norm.kpi(), norm.scope().in(month))));
        }
        return new View(
                through(),
                byDepartment(norm -> norm),
                months,
                AdditiveKpis.ALL.stream().map(this::forecast).toList());
    }

    private Map<Department, List<Fulfilment>> byDepartment(UnaryOperator<Fulfilment> of) {
        Map<Department, List<Fulfilment>> norms = new EnumMap<>(Department.class);
        for (Department department : Department.values()) {
            norms.put(department, of(department).stream().map(of).toList());
        }
        return norms;
    }

    /** What both ways of going on come to; absent where nothing is known to go on from. */
    private record Pace(@Nullable Double runRate, @Nullable Double bySeason) {

        Pace plus(double sign, Pace other) {
            return new Pace(add(runRate, sign, other.runRate), add(bySeason, sign, other.bySeason));
        }

        private static @Nullable Double add(@Nullable Double one, double sign, @Nullable Double other) {
            return one == null || other == null ? null : Double.valueOf(one + sign * other);
        }
    }

    private Pace pace(Kpi kpi) {
        return switch (kpi) {
            case DEALS -> pace(Kpi.NEW_DEALS).plus(1, pace(Kpi.REPEAT_DEALS));
            case CONTRIBUTION -> pace(Kpi.REVENUE).plus(-1, pace(Kpi.VARIABLE_COST));
            case PROFIT ->
                pace(Kpi.CONTRIBUTION).plus(-1, pace(Kpi.TRAFFIC_COST)).plus(-1, paceOfHouse());
            case TRAFFIC, CONTACTS, LEADS, NEW_DEALS, REPEAT_DEALS, REVENUE, VARIABLE_COST, TRAFFIC_COST ->
                paceOfLine(kpi);
            case BASE,
                    STAGE_ENTRIES,
                    OPEN_LEADS,
                    CUSTOMERS_KEPT,
                    CUSTOMERS_LOST,
                    MARKET_PENETRATION,
                    AVERAGE_CHECK,
                    SITE_CONVERSION,
                    WARM_UP_RATE,
                    MANAGER_CONVERSION,
                    RETENTION_RATE,
                    REPEAT_RATE,
                    RECURRING_REVENUE,
                    NET_REVENUE_RETENTION,
                    GROSS_REVENUE_RETENTION -> throw new IllegalStateException(kpi.label());
        };
    }

    private Pace paceOfLine(Kpi kpi) {
        Fulfilment soFar = of(kpi);
        Double fact = soFar.fact();
        double planned = planned(kpi, Scope.all());
        if (fact == null) {
            // what is not planned at all needs no fact to stay away
            return planned == 0 ? new Pace(0.0, 0.0) : new Pace(null, null);
        }
        Double share = soFar.share();
        double allMonths = cells.constants().horizon().months();
        Double bySeason = share != null ? Double.valueOf(share * planned) : fact == 0 && planned == 0 ? 0.0 : null;
        return new Pace(fact / monthsKnown(kpi) * allMonths, bySeason);
    }

    /** The months so far, each as far as it is known: half a month where half of what was planned for it is known. */
    private double monthsKnown(Kpi kpi) {
        double known = 0;
        for (int month = 0; month < cells.months; month++) {
            Scope scope = Scope.month(cells.constants().horizon().month(month));
            Double planned = of(kpi, scope).planned();
            if (planned != null) {
                double all = planned(kpi, scope);
                known += all > 0 ? planned / all : 1;
            }
        }
        return known;
    }

    /** Fixed costs and people: as planned, unless it is known what they come to. */
    private Pace paceOfHouse() {
        double planned = planned(Kpi.CONTRIBUTION, Scope.all())
                - planned(Kpi.TRAFFIC_COST, Scope.all())
                - planned(Kpi.PROFIT, Scope.all());
        LikeForLike.Sum soFar = sums.knownHouse();
        BigDecimal fact = soFar.fact();
        BigDecimal plannedSoFar = soFar.planned();
        if (fact == null || plannedSoFar == null) {
            return new Pace(planned, planned);
        }
        double months = cells.constants().horizon().months();
        double spent = fact.doubleValue();
        return new Pace(
                spent / sums.monthsOfKnownHouse() * months,
                plannedSoFar.signum() > 0 ? Double.valueOf(spent / plannedSoFar.doubleValue() * planned) : null);
    }

    /** The plan's value of a norm that it has. */
    private double planned(Kpi kpi, Scope scope) {
        NormValue value = Objects.requireNonNull(plan.norm(kpi, scope)).value();
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), MathContext.DECIMAL64)
                .doubleValue();
    }

    /**
     * What the shares of the norms along a customer's life make of the revenue of new deals: traffic, site
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

    private Fulfilment fulfilment(Kpi kpi, Scope scope, LikeForLike.Window window) {
        Required.present(kpi, "Attainment.kpi");
        Norm norm = WITHOUT_FACTS.contains(kpi) ? null : plan.norm(kpi, scope);
        return switch (kpi) {
            case TRAFFIC -> of(kpi, scope, sums.ofChannels(window, Measure.VISITS));
            case CONTACTS -> of(kpi, scope, sums.ofChannels(window, Measure.CONTACTS));
            case LEADS -> of(kpi, scope, sums.ofChannels(window, Measure.LEADS));
            case NEW_DEALS -> of(kpi, scope, sums.newDeals(window));
            case REPEAT_DEALS -> of(kpi, scope, sums.repeatDeals(window));
            case DEALS -> of(kpi, scope, sums.deals(window));
            case BASE -> of(kpi, scope, sums.base(window));
            case CUSTOMERS_KEPT -> of(kpi, scope, sums.customersKept(window).part());
            case CUSTOMERS_LOST -> of(kpi, scope, sums.customersLost(window));
            case MARKET_PENETRATION -> of(kpi, scope, sums.penetration(window));
            case RETENTION_RATE -> of(kpi, scope, sums.customersKept(window));
            case REPEAT_RATE -> of(kpi, scope, sums.repeatRate(window));
            case REVENUE -> of(kpi, scope, sums.ofDeals(window, Measure.REVENUE));
            case VARIABLE_COST -> of(kpi, scope, sums.ofDeals(window, Measure.VARIABLE_COST));
            case TRAFFIC_COST -> of(kpi, scope, sums.ofChannels(window, Measure.TRAFFIC_COST));
            case CONTRIBUTION -> of(kpi, scope, sums.contribution(window));
            case PROFIT -> of(kpi, scope, sums.profit(window));
            case AVERAGE_CHECK -> of(kpi, scope, sums.averageCheck(window));
            case SITE_CONVERSION -> of(kpi, scope, sums.ofChannels(window, Measure.CONTACTS, Measure.VISITS));
            case WARM_UP_RATE -> of(kpi, scope, sums.ofChannels(window, Measure.LEADS, Measure.CONTACTS));
            case MANAGER_CONVERSION ->
                norm == null || scope.channel() == null
                        ? of(kpi, scope, sums.managerConversion(window))
                        : ofNorm(kpi, scope, norm.value(), sums.managerConversion(window));
            case OPEN_LEADS ->
                throw new IllegalArgumentException(
                        "Attainment.kpi must be another than open leads, which no cell of actuals"
                                + " gives. Perhaps Verdict.notYetDue was meant.");
            case STAGE_ENTRIES ->
                throw new IllegalArgumentException("Attainment.kpi must be another than " + kpi.label()
                        + ", which no cell of actuals gives. Perhaps " + Kpi.NEW_DEALS.label() + " was meant.");
            case RECURRING_REVENUE, NET_REVENUE_RETENTION, GROSS_REVENUE_RETENTION ->
                throw new IllegalArgumentException("Attainment.kpi must be another than " + kpi.label()
                        + ", which no cell of actuals gives. Perhaps " + Kpi.RETENTION_RATE.label() + " or "
                        + Kpi.REVENUE.label() + " was meant.");
        };
    }

    private static Fulfilment of(Kpi kpi, Scope scope, LikeForLike.Sum sum) {
        BigDecimal planned = sum.planned();
        BigDecimal fact = sum.fact();
        return planned == null || fact == null
                ? new Fulfilment(kpi, scope, null, null, sum.unknown(), null)
                : Fulfilment.of(kpi, scope, planned, fact, sum.unknown());
    }

    private static Fulfilment of(Kpi kpi, Scope scope, LikeForLike.Share share) {
        BigDecimal part = share.part().planned();
        BigDecimal whole = share.whole().planned();
        return part == null || whole == null || whole.signum() == 0
                ? Fulfilment.ofRatio(kpi, scope, null, null, share)
                : Fulfilment.ofRatio(kpi, scope, part, whole, share);
    }

    /** The plan makes deals by product: of a channel it has the conversion alone. */
    private static Fulfilment ofNorm(Kpi kpi, Scope scope, NormValue norm, LikeForLike.Share share) {
        return Fulfilment.ofRatio(
                kpi, scope, new BigDecimal(norm.numerator()), new BigDecimal(norm.denominator()), share);
    }

    private List<Integer> products(Scope scope) {
        List<Integer> products = new ArrayList<>();
        for (int p = 0; p < cells.products; p++) {
            if (cells.isIn(scope, p)) {
                products.add(p);
            }
        }
        return products;
    }

    private int channel(Scope scope) {
        String name = scope.channel();
        return name == null ? LikeForLike.ALL : cells.channelIndex(name);
    }

    /** The norms of each department over the whole review, one a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("through " + through() + "\n");
        byDepartment(norm -> norm)
                .forEach((department, norms) ->
                        norms.forEach(norm -> text.append(department.name().toLowerCase(Locale.ROOT))
                                .append(": ")
                                .append(norm)
                                .append('\n')));
        return text.toString();
    }
}
