package io.github.planningmath.review;

import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The money of one side, month by month; what is not known comes to what the plan's prices make it. */
final class MoneyAmounts {

    private final KnownNumbers numbers;
    private final ReviewCells cells;
    private final FunnelCounts funnel;
    private final DealCounts deals;
    private final CustomerCohorts[] customers;
    private final Map<Measure, BigDecimal> totals = new EnumMap<>(Measure.class);

    final OfDeals revenue;

    final OfDeals variableCost;

    /** By month, product and channel. */
    final double[] trafficCost;

    final double[] costPerVisit;

    /** Fixed costs and people. */
    final BigDecimal house;

    private final @Nullable MoneyAmounts planned;

    /** What the deals of a product brought or cost. */
    final class OfDeals {

        private final Measure measure;
        private final double[] known;
        /** By month and product: the amount. */
        private final double[] amounts = new double[cells.months * cells.products];

        /** By month and product: the amount of a new deal; the constants' where there is no deal. */
        private final double[] each = new double[cells.months * cells.products];

        /** That of a repeat deal: to that of a new one as by the constants, for what is known is of all deals. */
        private final double[] eachRepeat = new double[cells.months * cells.products];

        /** By month and product: the amount where there is no deal. */
        private final double[] ofNoDeal = new double[cells.months * cells.products];

        OfDeals(Measure measure) {
            this.measure = measure;
            known = numbers.values(measure);
        }

        double of(int month, int p) {
            return amounts[month * cells.products + p];
        }

        double each(int month, int p) {
            return each[month * cells.products + p];
        }

        double eachRepeat(int month, int p) {
            return eachRepeat[month * cells.products + p];
        }

        double ofNoDeal(int month, int p) {
            return ofNoDeal[month * cells.products + p];
        }

        double ofProduct(int p) {
            double sum = 0;
            for (int month = 0; month < cells.months; month++) {
                sum += amounts[month * cells.products + p];
            }
            return sum;
        }

        /** The amounts that are given, and the deals that none is given for at the constants' price. */
        private void read(int month, int p) {
            BigDecimal list = cells.each(measure, month, p);
            BigDecimal ofRepeat = cells.eachRepeat(measure, month, p);
            boolean isOne = list.compareTo(ofRepeat) == 0;
            double newDeals = deals.byMonth[month * cells.products + p];
            double repeatDeals = customers[p].repeatDeals[month];
            double made = newDeals + repeatDeals;
            double[] priced = priced(month, p);
            BigDecimal rest = isOne
                    ? product(Math.max(0, made - (priced[0] + priced[1])), list)
                    : product(Math.max(0, newDeals - priced[0]), list)
                            .add(product(Math.max(0, repeatDeals - priced[1]), ofRepeat));
            BigDecimal given = given(month, p);
            int place = month * cells.products + p;
            BigDecimal amount = given.add(rest);
            if (rest.signum() != 0) {
                totals.merge(measure, rest, BigDecimal::add);
            }
            amounts[place] = amount.doubleValue();
            BigDecimal atList =
                    isOne ? product(made, list) : product(newDeals, list).add(product(repeatDeals, ofRepeat));
            if (!(made > CountedRate.DUST) || amount.compareTo(atList) == 0) {
                each[place] = list.doubleValue();
                eachRepeat[place] = ofRepeat.doubleValue();
            } else if (isOne || !(atList.signum() > 0)) {
                each[place] = amounts[place] / made;
                eachRepeat[place] = each[place];
            } else {
                double index = amounts[place] / atList.doubleValue();
                each[place] = list.doubleValue() * index;
                eachRepeat[place] = ofRepeat.doubleValue() * index;
            }
            ofNoDeal[place] = made > CountedRate.DUST ? 0 : amounts[place];
        }

        /** The new and the repeat deals that an amount is given for. */
        private double[] priced(int month, int p) {
            if (!Double.isNaN(known[cells.alone(month, p)])) {
                return new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
            }
            if (!isKnownByChannel(month, p)) {
                return new double[2];
            }
            double newDeals = 0;
            double repeatDeals = 0;
            double knownRepeats = 0;
            for (int c = 0; c < cells.channels; c++) {
                int place = cells.cell(month, p, c);
                double repeats = numbers.orNone(Measure.REPEAT_DEALS, place);
                knownRepeats += repeats;
                if (!Double.isNaN(known[place])) {
                    newDeals += numbers.orNone(Measure.NEW_DEALS, place);
                    repeatDeals += repeats;
                }
            }
            DealsWithAmount withAmount = new DealsWithAmount(numbers, funnel::expectedDeals);
            double shared = deals.shared[month * cells.products + p];
            double sharedRepeats = Math.max(0, customers[p].repeatDeals[month] - knownRepeats);
            return new double[] {
                newDeals + shared * withAmount.ofSharedNewDeals(measure, month, p),
                repeatDeals + sharedRepeats * withAmount.ofSharedRepeatDeals(measure, month, p)
            };
        }

        private boolean isKnownByChannel(int month, int p) {
            for (int c = 0; c < cells.channels; c++) {
                if (!Double.isNaN(known[cells.cell(month, p, c)])) {
                    return true;
                }
            }
            return false;
        }

        private BigDecimal given(int month, int p) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int c = 0; c <= cells.channels; c++) {
                int place = cells.cell(month, p, c);
                // on the plan's side a channel has an amount of 0 of its own
                BigDecimal amount = Double.isNaN(known[place]) ? null : numbers.amount(measure, place);
                sum = amount == null ? sum : sum.add(amount);
            }
            return sum;
        }
    }

    MoneyAmounts(
            KnownNumbers numbers,
            FunnelCounts funnel,
            DealCounts deals,
            CustomerCohorts[] customers,
            @Nullable MoneyAmounts planned) {
        this.numbers = numbers;
        this.funnel = funnel;
        this.deals = deals;
        this.customers = customers;
        cells = numbers.cells;
        revenue = new OfDeals(Measure.REVENUE);
        variableCost = new OfDeals(Measure.VARIABLE_COST);
        trafficCost = new double[cells.size()];
        costPerVisit = new double[cells.size()];
        for (Measure measure : Measure.values()) {
            if (measure.isMoney()) {
                totals.put(measure, numbers.total(measure));
            }
        }
        for (int p = 0; p < cells.products; p++) {
            for (int month = 0; month < cells.months; month++) {
                revenue.read(month, p);
                variableCost.read(month, p);
            }
        }
        readTrafficCost(funnel.visits, planned);
        this.planned = planned;
        house = house();
    }

    /** A count times an amount: exactly, and a statistic only where the count is one. */
    private static BigDecimal product(double count, BigDecimal each) {
        long whole = (long) count;
        return (whole == count ? BigDecimal.valueOf(whole) : BigDecimal.valueOf(count)).multiply(each);
    }

    private void readTrafficCost(double[] visits, @Nullable MoneyAmounts planned) {
        double[] known = numbers.values(Measure.TRAFFIC_COST);
        double[] ofCurve = new double[cells.channels];
        for (int month = 0; month < cells.months; month++) {
            for (int c = 0; c < cells.channels; c++) {
                TrafficCost cost = cells.trafficCost(month, c);
                double list = (cost.perVisit() == null ? cost.cost(1) : cost.perVisit()).doubleValue();
                double unpriced = 0;
                for (int p = 0; p < cells.products; p++) {
                    int place = cells.cell(month, p, c);
                    double each = planned == null ? list : planned.costPerVisit[place];
                    if (Double.isNaN(known[place])) {
                        trafficCost[place] = visits[place] * each;
                        unpriced += visits[place];
                        ofCurve[c] += cost.perVisit() == null ? trafficCost[place] : 0;
                    } else {
                        trafficCost[place] = known[place];
                        each = visits[place] > CountedRate.DUST ? known[place] / visits[place] : each;
                    }
                    costPerVisit[place] = each;
                }
                if (unpriced != 0 && cost.perVisit() != null) {
                    totals.merge(Measure.TRAFFIC_COST, product(unpriced, cost.perVisit()), BigDecimal::add);
                }
            }
        }
        for (double cost : ofCurve) {
            if (cost != 0) {
                totals.merge(Measure.TRAFFIC_COST, BigDecimal.valueOf(cost), BigDecimal::add);
            }
        }
    }

    private BigDecimal house() {
        BigDecimal sum = BigDecimal.ZERO;
        for (int month = 0; month < cells.months; month++) {
            sum = sum.add(house(month));
        }
        return sum;
    }

    /** What fixed costs and people came to in a month, as planned where that is not known. */
    BigDecimal house(int month) {
        BigDecimal known = numbers.house(month);
        BigDecimal costs = known == null && planned != null ? planned.numbers.house(month) : known;
        return costs == null ? BigDecimal.ZERO : costs;
    }

    /** The sum over all products, exactly where it was given exactly. */
    BigDecimal total(Measure measure) {
        return totals.getOrDefault(measure, BigDecimal.ZERO);
    }
}
