package io.github.planningmath.review;

import io.github.planningmath.lifetime.MarketPotential;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plan and fact of what the fact is known of, and nothing else: of a product of which one channel's deals are known, the
 * plan's deals of that channel, its share of the product's by what is expected of its leads. Sums of counts and of money are
 * exact.
 */
final class LikeForLike {

    /** All channels of a product together. */
    static final int ALL = -1;

    private static final int SHARE_DIGITS = 9;

    private final ReviewCells cells;
    private final KnownNumbers plan;
    private final KnownNumbers fact;
    private final DealsWithAmount known;
    private final double[] waiting;

    /** Whole customers at the start by product. */
    private final BigDecimal[] openingBase;

    private @Nullable BigDecimal @Nullable [] trafficCost;

    LikeForLike(Plan ofPlan, KnownNumbers plan, KnownNumbers fact) {
        cells = plan.cells;
        this.plan = plan;
        this.fact = fact;
        waiting = FunnelCounts.waiting(ofPlan, cells);
        openingBase = openingBase(ofPlan);
        known = new DealsWithAmount(fact, this::expectedDeals);
    }

    private static BigDecimal[] openingBase(Plan plan) {
        YearMonth first = plan.constants().horizon().first();
        return plan.constants().assortment().products().stream()
                .map(product -> Scope.month(first).product(product.name()))
                .map(scope -> BigDecimal.valueOf(plan.customersKept(scope) + plan.customersLost(scope)))
                .toArray(BigDecimal[]::new);
    }

    private double expectedDeals(int month, int p, int c) {
        return leadsDue(plan, month, p, c) * cells.conversion(month, p, c);
    }

    /** The products, the channel ({@link #ALL} for all) and the months that are looked at. */
    record Window(List<Integer> products, int channel, int first, int last) {

        Window atEnd() {
            return new Window(products, channel, last, last);
        }

        Window in(int month) {
            return new Window(products, channel, month, month);
        }
    }

    /** Plan and fact where the fact is known, absent where it never is; and how often it is not. */
    record Sum(@Nullable BigDecimal planned, @Nullable BigDecimal fact, long unknown) {

        static final Sum NOTHING = new Sum(null, null, 0);

        /** The fact of a cell, unless it is not known. */
        static Sum of(BigDecimal planned, @Nullable BigDecimal fact) {
            return fact == null ? new Sum(null, null, planned.signum() == 0 ? 0 : 1) : new Sum(planned, fact, 0);
        }

        static Sum unknown(long count) {
            return new Sum(null, null, count);
        }

        Sum plus(Sum other) {
            return new Sum(add(planned, other.planned), add(fact, other.fact), unknown + other.unknown);
        }

        Sum minus(Sum other) {
            return plus(new Sum(negated(other.planned), negated(other.fact), other.unknown));
        }

        private static @Nullable BigDecimal add(@Nullable BigDecimal a, @Nullable BigDecimal b) {
            return a == null ? b : b == null ? a : a.add(b);
        }

        private static @Nullable BigDecimal negated(@Nullable BigDecimal amount) {
            return amount == null ? null : amount.negate();
        }
    }

    /** A part and the whole that it is of, where both are known. */
    record Share(Sum part, Sum whole) {

        Share plus(Share other) {
            return new Share(part.plus(other.part), whole.plus(other.whole));
        }
    }

    /** A number of one product in one month. */
    private interface OfProduct {
        Sum in(int month, int product);
    }

    private static Sum sum(Window window, OfProduct each) {
        Sum sum = Sum.NOTHING;
        for (int month = window.first; month <= window.last; month++) {
            for (int p : window.products) {
                sum = sum.plus(each.in(month, p));
            }
        }
        return sum;
    }

    /** The sum of a number that is given by channel. */
    Sum ofChannels(Window window, Measure measure) {
        Sum sum = Sum.NOTHING;
        for (int month = window.first; month <= window.last; month++) {
            for (int p : window.products) {
                for (int c = firstChannel(window); c <= lastChannel(window); c++) {
                    int place = cells.cell(month, p, c);
                    sum = sum.plus(Sum.of(planned(measure, place), happened(measure, place)));
                }
            }
        }
        return sum;
    }

    Sum newDeals(Window window) {
        return sum(window, (month, p) -> counted(Measure.NEW_DEALS, month, p));
    }

    Sum repeatDeals(Window window) {
        return sum(window, (month, p) -> counted(Measure.REPEAT_DEALS, month, p));
    }

    /** New and repeat deals, where both are known. */
    Sum deals(Window window) {
        return sum(window, this::deals);
    }

    private Sum deals(int month, int p) {
        Sum won = counted(Measure.NEW_DEALS, month, p);
        Sum again = counted(Measure.REPEAT_DEALS, month, p);
        boolean isKnown = won.fact != null && again.fact != null;
        return isKnown ? won.plus(again) : Sum.unknown(Math.min(1, plannedDeals(month, p)));
    }

    private long plannedDeals(int month, int p) {
        return (long) (number(plan, Measure.NEW_DEALS, month, p) + number(plan, Measure.REPEAT_DEALS, month, p));
    }

    /** Deals of one kind, beside what of the plan is known of them. */
    private Sum counted(Measure measure, int month, int p) {
        @Nullable BigDecimal happened = happened(measure, month, p);
        return Sum.of(share(number(plan, measure, month, p), known.ofAll(measure, month, p), happened), happened);
    }

    Sum base(Window window) {
        Sum sum = Sum.NOTHING;
        for (int p : window.products) {
            sum = sum.plus(base(window.last, p));
        }
        return sum;
    }

    /** Of the customers at the start of each month, those who are there at its end: where both and the new deals are known. */
    Share customersKept(Window window) {
        return shares(window, this::customersKept);
    }

    private Share customersKept(int month, int p) {
        Sum start = atStart(month, p);
        Sum end = base(month, p);
        Sum joined = counted(Measure.NEW_DEALS, month, p);
        boolean isKnown = start.fact != null && end.fact != null && isKnownOfAll(month, p);
        return isKnown ? new Share(end.minus(joined), start) : unknownShare(plannedAtStart(month, p));
    }

    private boolean isKnownOfAll(int month, int p) {
        return known.ofAll(Measure.NEW_DEALS, month, p) == 1;
    }

    Sum customersLost(Window window) {
        Share kept = customersKept(window);
        Sum lost = kept.whole.minus(kept.part);
        return new Sum(lost.planned, lost.fact, kept.part.unknown);
    }

    /** Repeat deals of the customers at the start of each month, where both are known. */
    Share repeatRate(Window window) {
        return shares(window, this::repeatRate);
    }

    private Share repeatRate(int month, int p) {
        Sum start = atStart(month, p);
        Sum again = counted(Measure.REPEAT_DEALS, month, p);
        boolean isKnown = start.fact != null && again.fact != null && known.ofAll(Measure.REPEAT_DEALS, month, p) == 1;
        return isKnown ? new Share(again, start) : unknownShare(plannedAtStart(month, p));
    }

    private static Share unknownShare(BigDecimal planned) {
        Sum unknown = Sum.unknown(planned.signum() == 0 ? 0 : 1);
        return new Share(unknown, unknown);
    }

    private BigDecimal plannedAtStart(int month, int p) {
        return month == 0 ? openingBase[p] : planned(Measure.BASE, cells.alone(month - 1, p));
    }

    private Sum atStart(int month, int p) {
        return month == 0 ? new Sum(openingBase[p], openingBase[p], 0) : base(month - 1, p);
    }

    private Sum base(int month, int p) {
        int place = cells.alone(month, p);
        return Sum.of(planned(Measure.BASE, place), happened(Measure.BASE, place));
    }

    /** Of the customers who can be won, those at the start and those won through the last month: where the latter are known. */
    Share penetration(Window window) {
        Window all = new Window(window.products, ALL, 0, window.last);
        Sum won = newDeals(all);
        BigDecimal start = BigDecimal.ZERO;
        BigDecimal potential = BigDecimal.ZERO;
        for (int p : window.products) {
            MarketPotential market =
                    cells.constants().potentialByProduct().get(cells.product(p).name());
            if (market == null) {
                return new Share(Sum.NOTHING, Sum.NOTHING);
            }
            start = start.add(openingBase[p]);
            potential = potential.add(BigDecimal.valueOf(market.obtainableCustomers()));
        }
        Sum unknown = Sum.unknown(Math.max(1, won.unknown));
        return won.fact == null || won.unknown > 0
                ? new Share(unknown, unknown)
                : new Share(won.plus(new Sum(start, start, 0)), new Sum(potential, potential, 0));
    }

    /** A share of one product in one month. */
    private interface ShareOfProduct {
        Share in(int month, int product);
    }

    private static Share shares(Window window, ShareOfProduct each) {
        Share share = new Share(Sum.NOTHING, Sum.NOTHING);
        for (int month = window.first; month <= window.last; month++) {
            for (int p : window.products) {
                share = share.plus(each.in(month, p));
            }
        }
        return share;
    }

    /** Revenue or variable cost, of the deals that an amount is known of. */
    Sum ofDeals(Window window, Measure measure) {
        return sum(window, (month, p) -> ofDeals(month, p, measure));
    }

    private Sum ofDeals(int month, int p, Measure measure) {
        @Nullable BigDecimal happened = happened(measure, month, p);
        BigDecimal won = share(number(plan, Measure.NEW_DEALS, month, p), known.ofAll(measure, month, p), happened);
        BigDecimal again = share(
                number(plan, Measure.REPEAT_DEALS, month, p), known.ofAllRepeatDeals(measure, month, p), happened);
        return Sum.of(atPlan(measure, month, p, won, again), happened);
    }

    /** What new and repeat deals of a month come to by the constants. */
    private BigDecimal atPlan(Measure measure, int month, int p, BigDecimal newDeals, BigDecimal repeatDeals) {
        return newDeals.multiply(cells.each(measure, month, p))
                .add(repeatDeals.multiply(cells.eachRepeat(measure, month, p)));
    }

    Sum contribution(Window window) {
        return sum(window, this::contribution);
    }

    /** The cost of the deals that were made, beside what they would have cost as planned; where both are known of the same. */
    Sum flexedVariableCost(Window window) {
        return sum(window, this::flexedVariableCost);
    }

    private Sum flexedVariableCost(int month, int p) {
        Sum cost = ofDeals(month, p, Measure.VARIABLE_COST);
        BigDecimal won = counted(Measure.NEW_DEALS, month, p).fact;
        BigDecimal again = counted(Measure.REPEAT_DEALS, month, p).fact;
        boolean isAlike = known.ofAll(Measure.VARIABLE_COST, month, p) == known.ofAll(Measure.NEW_DEALS, month, p)
                && known.ofAllRepeatDeals(Measure.VARIABLE_COST, month, p)
                        == known.ofAll(Measure.REPEAT_DEALS, month, p);
        return isAlike && cost.fact != null && won != null && again != null
                ? new Sum(atPlan(Measure.VARIABLE_COST, month, p, won, again), cost.fact, 0)
                : Sum.unknown(Math.min(1, plannedDeals(month, p)));
    }

    /**
     * What the visits that came cost, beside what they would have cost as planned. A month of a channel that is priced as a whole is
     * spread over its visits alike.
     */
    Sum flexedTrafficCost(Window window) {
        Sum sum = Sum.NOTHING;
        for (int month = window.first; month <= window.last; month++) {
            for (int p : window.products) {
                for (int c = firstChannel(window); c <= lastChannel(window); c++) {
                    sum = sum.plus(flexedTrafficCost(month, p, c));
                }
            }
        }
        return sum;
    }

    private Sum flexedTrafficCost(int month, int p, int c) {
        int place = cells.cell(month, p, c);
        BigDecimal visits = happened(Measure.VISITS, place);
        BigDecimal cost = happened(Measure.TRAFFIC_COST, place);
        return visits == null || cost == null
                ? Sum.of(planned(Measure.TRAFFIC_COST, place), null)
                : new Sum(visits.multiply(costPerVisit(month, c)), cost, 0);
    }

    /** Of a channel that is priced by its month: of all visits that are known of the month. */
    private BigDecimal costPerVisit(int month, int c) {
        TrafficCost price = cells.trafficCost(month, c);
        BigDecimal perVisit = price.perVisit();
        if (perVisit != null) {
            return perVisit;
        }
        double visits = 0;
        for (int p = 0; p < cells.products; p++) {
            double known = fact.values(Measure.VISITS)[cells.cell(month, p, c)];
            visits += Double.isNaN(known) ? 0 : known;
        }
        return visits == 0
                ? BigDecimal.ZERO
                : price.cost((long) visits).divide(BigDecimal.valueOf(visits), MathContext.DECIMAL64);
    }

    /** Where revenue and cost of the same deals are known. */
    private Sum contribution(int month, int p) {
        Sum revenue = ofDeals(month, p, Measure.REVENUE);
        Sum cost = ofDeals(month, p, Measure.VARIABLE_COST);
        boolean isAlike = known.ofAll(Measure.REVENUE, month, p) == known.ofAll(Measure.VARIABLE_COST, month, p)
                && known.ofAllRepeatDeals(Measure.REVENUE, month, p)
                        == known.ofAllRepeatDeals(Measure.VARIABLE_COST, month, p);
        boolean isKnown = isAlike && revenue.fact != null && cost.fact != null;
        return isKnown ? revenue.minus(cost) : Sum.unknown(Math.min(1, plannedDeals(month, p)));
    }

    /** Month by month, where something is known of both deals and visits; house costs that are not given are as planned. */
    Sum profit(Window window) {
        Sum profit = Sum.NOTHING;
        for (int month = window.first; month <= window.last; month++) {
            Sum contribution = contribution(window.in(month));
            Sum traffic = ofChannels(window.in(month), Measure.TRAFFIC_COST);
            boolean isKnown = contribution.fact != null && traffic.fact != null;
            Sum earned = contribution.minus(traffic).minus(house(month));
            profit = profit.plus(isKnown ? earned : Sum.unknown(Math.max(1, earned.unknown)));
        }
        return profit;
    }

    private Sum house(int month) {
        BigDecimal planned = plan.house(month);
        BigDecimal happened = fact.house(month);
        return planned == null ? Sum.NOTHING : new Sum(planned, happened == null ? planned : happened, 0);
    }

    /** Fixed costs and people, of the months of which they are known. */
    Sum knownHouse() {
        Sum sum = Sum.NOTHING;
        for (int month = 0; month < cells.months; month++) {
            if (fact.house(month) != null) {
                sum = sum.plus(house(month));
            }
        }
        return sum;
    }

    /** In how many months fixed costs and people are known. */
    int monthsOfKnownHouse() {
        int known = 0;
        for (int month = 0; month < cells.months; month++) {
            known += fact.house(month) == null ? 0 : 1;
        }
        return known;
    }

    /** A rate between two numbers that are given by channel. */
    Share ofChannels(Window window, Measure part, Measure whole) {
        Share share = new Share(Sum.NOTHING, Sum.NOTHING);
        for (int month = window.first; month <= window.last; month++) {
            for (int p : window.products) {
                for (int c = firstChannel(window); c <= lastChannel(window); c++) {
                    int place = cells.cell(month, p, c);
                    @Nullable BigDecimal of = happened(whole, place);
                    @Nullable BigDecimal some = of == null ? null : happened(part, place);
                    share = share.plus(new Share(
                            Sum.of(planned(part, place), some),
                            Sum.of(planned(whole, place), some == null ? null : of)));
                }
            }
        }
        return share;
    }

    /** Revenue of a deal: of all deals of a product, or else of the channels of which both are known. */
    Share averageCheck(Window window) {
        Share share = new Share(Sum.NOTHING, Sum.NOTHING);
        for (int month = window.first; month <= window.last; month++) {
            for (int p : window.products) {
                Sum revenue = ofDeals(month, p, Measure.REVENUE);
                Sum deals = deals(month, p);
                boolean isAlike = known.ofAll(Measure.REVENUE, month, p) == known.ofAll(Measure.NEW_DEALS, month, p)
                        && known.ofAllRepeatDeals(Measure.REVENUE, month, p)
                                == known.ofAll(Measure.REPEAT_DEALS, month, p);
                boolean isKnown = isAlike && revenue.fact != null && deals.fact != null;
                Sum unknown = Sum.unknown(Math.min(1, plannedDeals(month, p)));
                share = share.plus(isKnown ? new Share(revenue, deals) : new Share(unknown, unknown));
            }
        }
        return share;
    }

    /** New deals of the leads that fell due: of the channels of which both are known. */
    Share managerConversion(Window window) {
        Share share = new Share(Sum.NOTHING, Sum.NOTHING);
        for (int month = window.first; month <= window.last; month++) {
            for (int p : window.products) {
                share = share.plus(
                        window.channel == ALL
                                ? managerConversion(month, p)
                                : managerConversion(month, p, window.channel));
            }
        }
        return share;
    }

    private Share managerConversion(int month, int p) {
        boolean isTogether = fact.isKnown(Measure.NEW_DEALS, cells.alone(month, p));
        double planned = 0;
        double happened = 0;
        for (int c = 0; c < cells.channels; c++) {
            if (isTogether || fact.isKnown(Measure.NEW_DEALS, cells.cell(month, p, c))) {
                planned += leadsDue(plan, month, p, c);
                happened += leadsDue(fact, month, p, c);
            }
        }
        return managerConversion(counted(Measure.NEW_DEALS, month, p), planned, happened);
    }

    /** Of a channel the plan has the expected deals alone. */
    private Share managerConversion(int month, int p, int c) {
        Sum deals = Sum.of(exact(expectedDeals(month, p, c)), happened(Measure.NEW_DEALS, cells.cell(month, p, c)));
        return managerConversion(deals, leadsDue(plan, month, p, c), leadsDue(fact, month, p, c));
    }

    private static Share managerConversion(Sum deals, double planned, double happened) {
        boolean isKnown = deals.fact != null && !Double.isNaN(happened);
        Sum unknown = Sum.unknown(planned > 0 ? 1 : 0);
        return isKnown ? new Share(deals, new Sum(exact(planned), exact(happened), 0)) : new Share(unknown, unknown);
    }

    private int firstChannel(Window window) {
        return window.channel == ALL ? 0 : window.channel;
    }

    private int lastChannel(Window window) {
        return window.channel == ALL ? cells.channels - 1 : window.channel;
    }

    private BigDecimal planned(Measure measure, int place) {
        return measure == Measure.TRAFFIC_COST ? plannedTrafficCost(place) : exact(plan.values(measure)[place]);
    }

    private @Nullable BigDecimal happened(Measure measure, int place) {
        double number = fact.values(measure)[place];
        return Double.isNaN(number) ? null : measure.isMoney() ? fact.amount(measure, place) : exact(number);
    }

    /** What is known of a product in a month, by channel or not. */
    private @Nullable BigDecimal happened(Measure measure, int month, int p) {
        BigDecimal sum = null;
        for (int c = 0; c <= cells.channels; c++) {
            sum = Sum.add(sum, happened(measure, cells.cell(month, p, c)));
        }
        return sum;
    }

    private static double number(KnownNumbers side, Measure measure, int month, int p) {
        return side.ofProduct(measure, month, p);
    }

    /** A share of a planned count, of that which is known. */
    private static BigDecimal share(double planned, double share, @Nullable BigDecimal happened) {
        return exact(happened == null || share == 1 ? planned : planned * share);
    }

    /** A count as it is, or a statistic without the last bits of its double. */
    private static BigDecimal exact(double count) {
        long whole = (long) count;
        return whole == count
                ? BigDecimal.valueOf(whole)
                : BigDecimal.valueOf(count).setScale(SHARE_DIGITS, RoundingMode.HALF_EVEN);
    }

    private BigDecimal plannedTrafficCost(int place) {
        @Nullable BigDecimal[] costs = trafficCost;
        if (costs == null) {
            costs = new BigDecimal[cells.size()];
            for (int month = 0; month < cells.months; month++) {
                for (int c = 0; c < cells.channels; c++) {
                    spreadTrafficCost(month, c, costs);
                }
            }
            trafficCost = costs;
        }
        BigDecimal cost = costs[place];
        return cost == null ? BigDecimal.ZERO : cost;
    }

    /** Spreads what a channel costs over its visits so that the parts sum to it exactly. */
    private void spreadTrafficCost(int month, int c, @Nullable BigDecimal[] costs) {
        double visits = plan.visits(month, c);
        BigDecimal cost = plan.trafficCost(month, c);
        BigDecimal spread = BigDecimal.ZERO;
        double through = 0;
        for (int p = 0; p < cells.products && visits > 0; p++) {
            through += plan.values(Measure.VISITS)[cells.cell(month, p, c)];
            BigDecimal due = cost.multiply(exact(through))
                    .divide(exact(visits), cost.scale() + SHARE_DIGITS, RoundingMode.HALF_EVEN);
            costs[cells.cell(month, p, c)] = due.subtract(spread);
            spread = due;
        }
    }

    /** Leads that fall due; not known where those of a channel that has any planned are not. */
    private double leadsDue(KnownNumbers side, int month, int p, int c) {
        double leads = waiting[cells.cell(month, p, c)];
        for (int brought = Math.max(0, month - cells.cycles[p]); brought <= month; brought++) {
            double share = cells.share(p, brought, month - brought);
            if (share > 0) {
                int place = cells.cell(brought, p, c);
                double came = side.values(Measure.LEADS)[place];
                leads += Double.isNaN(came) && plan.values(Measure.LEADS)[place] == 0 ? 0 : share * came;
            }
        }
        return leads;
    }
}
