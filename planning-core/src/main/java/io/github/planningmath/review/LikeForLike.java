package io.github.planningmath.review;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Position;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Sums of plan and fact over the cells that the fact is known of. */
final class LikeForLike {

    /** All channels of a product together. */
    static final int ALL = -1;

    private static final Set<Measure> BY_CHANNEL =
            EnumSet.of(Measure.VISITS, Measure.CONTACTS, Measure.LEADS, Measure.TRAFFIC_COST);

    private final ReviewCells cells;
    private final KnownNumbers plan;
    private final KnownNumbers fact;
    private final double[] waiting;

    LikeForLike(Plan ofPlan, KnownNumbers plan, KnownNumbers fact) {
        cells = plan.cells;
        this.plan = plan;
        this.fact = fact;
        waiting = waiting(ofPlan);
    }

    private double[] waiting(Plan ofPlan) {
        double[] byDueMonth = new double[cells.size()];
        for (Position.OpenLeads open : ofPlan.opening().openLeads()) {
            long month = cells.constants().horizon().first().until(open.due(), ChronoUnit.MONTHS);
            if (month < cells.months) {
                int product = cells.productIndex(open.product());
                byDueMonth[cells.cell((int) month, product, cells.channelIndex(open.channel()))] += open.count();
            }
        }
        return byDueMonth;
    }

    /** The products, the channel ({@link #ALL} for all) and the months that are looked at. */
    record Window(List<Integer> products, int channel, int first, int last) {

        Window atEnd() {
            return new Window(products, channel, last, last);
        }
    }

    /** Plan and fact where the fact is known, NaN where it never is; and how often it is not. */
    record Sum(double planned, double fact, long unknown) {

        static final Sum NOTHING = new Sum(Double.NaN, Double.NaN, 0);

        /** The fact of a cell, unless it is not known. */
        static Sum of(double planned, double fact) {
            if (Double.isNaN(fact)) {
                return new Sum(Double.NaN, Double.NaN, planned == 0 ? 0 : 1);
            }
            return new Sum(planned, fact, 0);
        }

        Sum plus(Sum other) {
            return new Sum(add(planned, other.planned), add(fact, other.fact), unknown + other.unknown);
        }

        Sum minus(Sum other) {
            return plus(new Sum(-other.planned, -other.fact, other.unknown));
        }

        Sum over(Sum whole) {
            return new Sum(planned / positive(whole.planned), fact / positive(whole.fact), unknown);
        }

        private static double add(double a, double b) {
            return Double.isNaN(a) ? b : Double.isNaN(b) ? a : a + b;
        }

        private static double positive(double whole) {
            return whole > 0 ? whole : Double.NaN;
        }
    }

    private interface CellValue {
        double of(KnownNumbers numbers, int month, int product, int channel);
    }

    Sum of(Window window, Measure... measures) {
        return sum(window, isByChannel(measures), value(measures), value(measures));
    }

    Sum ratio(Window window, Measure part, Measure whole) {
        return ratio(window, true, value(part), value(whole));
    }

    Sum averageCheck(Window window) {
        return ratio(window, false, value(Measure.REVENUE), value(Measure.NEW_DEALS, Measure.REPEAT_DEALS));
    }

    Sum managerConversion(Window window) {
        return ratio(window, window.channel != ALL, value(Measure.NEW_DEALS), this::leadsDue);
    }

    Sum contribution(Window window) {
        CellValue revenue = value(Measure.REVENUE);
        CellValue cost = value(Measure.VARIABLE_COST);
        return sum(window, false, revenue, cost).minus(sum(window, false, cost, revenue));
    }

    /** Month by month, where something is known of both deals and visits; house costs that are not given are as planned. */
    Sum profit(Window window) {
        Sum profit = Sum.NOTHING;
        for (int month = window.first; month <= window.last; month++) {
            Window alone = new Window(window.products, window.channel, month, month);
            Sum contribution = contribution(alone);
            Sum traffic = of(alone, Measure.TRAFFIC_COST);
            boolean isKnown = !Double.isNaN(contribution.fact) && !Double.isNaN(traffic.fact);
            Sum earned = contribution.minus(traffic).minus(house(month));
            profit = profit.plus(isKnown ? earned : new Sum(Double.NaN, Double.NaN, Math.max(1, earned.unknown)));
        }
        return profit;
    }

    private Sum house(int month) {
        BigDecimal planned = plan.house(month);
        BigDecimal happened = fact.house(month);
        return planned == null
                ? Sum.NOTHING
                : new Sum(planned.doubleValue(), (happened == null ? planned : happened).doubleValue(), 0);
    }

    private Sum ratio(Window window, boolean isByChannel, CellValue part, CellValue whole) {
        return sum(window, isByChannel, part, whole).over(sum(window, isByChannel, whole, part));
    }

    private static boolean isByChannel(Measure... measures) {
        return BY_CHANNEL.containsAll(List.of(measures));
    }

    /** The sum of a value over the cells where it and another are known. */
    private Sum sum(Window window, boolean isByChannel, CellValue value, CellValue alsoKnown) {
        Sum sum = Sum.NOTHING;
        for (int month = window.first; month <= window.last; month++) {
            for (int p : window.products) {
                int first = window.channel != ALL ? window.channel : isByChannel ? 0 : ALL;
                int last = window.channel != ALL ? window.channel : isByChannel ? cells.channels - 1 : ALL;
                for (int c = first; c <= last; c++) {
                    boolean isKnown = !Double.isNaN(alsoKnown.of(fact, month, p, c));
                    double happened = isKnown ? value.of(fact, month, p, c) : Double.NaN;
                    sum = sum.plus(Sum.of(value.of(plan, month, p, c), happened));
                }
            }
        }
        return sum;
    }

    private CellValue value(Measure... measures) {
        return (numbers, month, p, c) -> {
            double sum = 0;
            for (Measure measure : measures) {
                sum += c == ALL ? ofProduct(numbers, measure, month, p) : numbers.values(measure)[cells.cell(month, p, c)];
            }
            return sum;
        };
    }

    /** What is given of a product, by channel or not; not known where nothing is given. */
    private double ofProduct(KnownNumbers numbers, Measure measure, int month, int p) {
        double sum = Double.NaN;
        for (int c = 0; c <= cells.channels; c++) {
            sum = Sum.add(sum, numbers.values(measure)[cells.cell(month, p, c)]);
        }
        return sum;
    }

    /** Leads that fall due; not known where those of a channel that has any planned are not. */
    private double leadsDue(KnownNumbers numbers, int month, int p, int channel) {
        int brought = month - cells.cycles[p];
        double sum = 0;
        int first = channel == ALL ? 0 : channel;
        int last = channel == ALL ? cells.channels - 1 : channel;
        for (int c = first; c <= last; c++) {
            sum += waiting[cells.cell(month, p, c)];
            if (brought >= 0) {
                int place = cells.cell(brought, p, c);
                double leads = numbers.values(Measure.LEADS)[place];
                sum += Double.isNaN(leads) && plan.values(Measure.LEADS)[place] == 0 ? 0 : leads;
            }
        }
        return sum;
    }
}
