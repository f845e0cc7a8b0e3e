package io.github.planningmath.review;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanVisitor;
import io.github.planningmath.plan.Scope;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The numbers of one side, plan or fact, month by month cell by cell; NaN where a number is not known. */
final class KnownNumbers {

    final ReviewCells cells;

    /** New deals as far as they are known by the month of their leads; they are among the values too. */
    final DealsOfLeads ofLeads;

    private final Map<Measure, double[]> values = new EnumMap<>(Measure.class);
    private final Map<Measure, @Nullable BigDecimal[]> amounts = new EnumMap<>(Measure.class);
    private final Map<Measure, BigDecimal> totals = new EnumMap<>(Measure.class);
    private final @Nullable BigDecimal[] house;

    /** By month and channel: what the plan's visits cost. */
    private final @Nullable BigDecimal[] trafficCost;

    private KnownNumbers(ReviewCells cells, double unset) {
        this.cells = cells;
        ofLeads = new DealsOfLeads(cells);
        for (Measure measure : Measure.values()) {
            double[] numbers = new double[cells.size()];
            Arrays.fill(numbers, unset);
            values.put(measure, numbers);
            if (measure.isMoney()) {
                amounts.put(measure, new BigDecimal[cells.size()]);
            }
        }
        house = new BigDecimal[cells.months];
        trafficCost = new BigDecimal[cells.months * cells.channels];
    }

    /** Numbers of which none is known yet. */
    static KnownNumbers unknown(ReviewCells cells) {
        return new KnownNumbers(cells, Double.NaN);
    }

    /** The plan's own numbers. */
    static KnownNumbers of(Plan plan, ReviewCells cells) {
        KnownNumbers numbers = new KnownNumbers(cells, 0);
        // the plan makes its deals by product; which channel they come of is not in its cells
        Arrays.fill(numbers.values(Measure.NEW_DEALS), Double.NaN);
        plan.visit(new PlanVisitor() {
            @Override
            public void cell(int month, int product, int channel, long visits, long contacts, long leads) {
                if (month < cells.months) {
                    int place = cells.cell(month, product, channel);
                    numbers.set(Measure.VISITS, place, visits);
                    numbers.set(Measure.CONTACTS, place, contacts);
                    numbers.set(Measure.LEADS, place, leads);
                }
            }

            @Override
            public void product(int month, int product, long newDeals, long repeatDeals, long base) {
                if (month < cells.months) {
                    int place = cells.alone(month, product);
                    numbers.set(Measure.NEW_DEALS, place, newDeals);
                    numbers.set(Measure.REPEAT_DEALS, place, repeatDeals);
                    numbers.set(Measure.BASE, place, base);
                }
            }
        });
        numbers.fillMoney();
        numbers.fillCosts(plan);
        return numbers;
    }

    /** Deals at the plan's prices. */
    private void fillMoney() {
        for (int p = 0; p < cells.products; p++) {
            for (int month = 0; month < cells.months; month++) {
                int place = cells.alone(month, p);
                set(Measure.REVENUE, place, amount(Measure.REVENUE, month, p));
                set(Measure.VARIABLE_COST, place, amount(Measure.VARIABLE_COST, month, p));
            }
        }
    }

    private BigDecimal amount(Measure measure, int month, int p) {
        int place = cells.alone(month, p);
        BigDecimal newDeals = BigDecimal.valueOf((long) values(Measure.NEW_DEALS)[place]);
        BigDecimal repeatDeals = BigDecimal.valueOf((long) values(Measure.REPEAT_DEALS)[place]);
        return newDeals.multiply(cells.each(measure, month, p))
                .add(repeatDeals.multiply(cells.eachRepeat(measure, month, p)));
    }

    /** What a channel's visits cost in a month, spread over them alike, and what the house costs. */
    private void fillCosts(Plan plan) {
        double[] visits = values(Measure.VISITS);
        for (int month = 0; month < cells.months; month++) {
            Scope scope = Scope.month(month(month));
            for (int c = 0; c < cells.channels; c++) {
                BigDecimal cost =
                        plan.trafficCost(scope.channel(cells.channel(c).name()));
                double each = cost.doubleValue() / Math.max(1, visits(month, c));
                for (int p = 0; p < cells.products; p++) {
                    int place = cells.cell(month, p, c);
                    values(Measure.TRAFFIC_COST)[place] = visits[place] * each;
                }
                trafficCost[month * cells.channels + c] = cost;
                totals.merge(Measure.TRAFFIC_COST, cost, BigDecimal::add);
            }
            house[month] =
                    plan.contribution(scope).subtract(plan.trafficCost(scope)).subtract(plan.profit(scope));
        }
    }

    /** Visits from a channel in a month, all products together. */
    double visits(int month, int channel) {
        double[] visits = values(Measure.VISITS);
        double sum = 0;
        for (int p = 0; p < cells.products; p++) {
            sum += visits[cells.cell(month, p, channel)];
        }
        return sum;
    }

    YearMonth month(int month) {
        return cells.constants().horizon().month(month);
    }

    double[] values(Measure measure) {
        return Objects.requireNonNull(values.get(measure));
    }

    boolean isKnown(Measure measure, int place) {
        return !Double.isNaN(values(measure)[place]);
    }

    /** A number; 0 where it is not known. */
    double orNone(Measure measure, int place) {
        return isKnown(measure, place) ? values(measure)[place] : 0;
    }

    private @Nullable BigDecimal[] amounts(Measure measure) {
        return Objects.requireNonNull(amounts.get(measure));
    }

    /** An amount of money, exactly; absent where it is not known. */
    @Nullable
    BigDecimal amount(Measure measure, int place) {
        return amounts(measure)[place];
    }

    /** What is known of a product month by month, by channel or not; NaN where nothing is. */
    double[] byMonth(Measure measure, int p) {
        double[] byMonth = new double[cells.months];
        for (int month = 0; month < cells.months; month++) {
            byMonth[month] = ofProduct(measure, month, p);
        }
        return byMonth;
    }

    /** What is known of a product in a month, by channel or not; NaN where nothing is. */
    double ofProduct(Measure measure, int month, int p) {
        double[] known = values(measure);
        double sum = Double.NaN;
        for (int c = 0; c <= cells.channels; c++) {
            double number = known[cells.cell(month, p, c)];
            sum = Double.isNaN(number) ? sum : Double.isNaN(sum) ? number : sum + number;
        }
        return sum;
    }

    void set(Measure measure, int place, long count) {
        values(measure)[place] = count;
    }

    /** Notes deals of leads brought in a month, and adds them to those of their own. */
    void addDeals(int month, int product, int channel, YearMonth brought, long count) {
        int place = cells.cell(month, product, channel);
        values(Measure.NEW_DEALS)[place] = orNone(Measure.NEW_DEALS, place) + count;
        ofLeads.add(month, cells.cell(product, channel), brought, count);
    }

    /** Notes an amount and adds it to the exact total. */
    void set(Measure measure, int place, BigDecimal number) {
        values(measure)[place] = number.doubleValue();
        amounts(measure)[place] = number;
        totals.merge(measure, number, BigDecimal::add);
    }

    /** The exact sum of all amounts that are known. */
    BigDecimal total(Measure measure) {
        return totals.getOrDefault(measure, BigDecimal.ZERO);
    }

    /** What the plan's visits from a channel cost in a month, all products together. */
    BigDecimal trafficCost(int month, int channel) {
        return Objects.requireNonNullElse(trafficCost[month * cells.channels + channel], BigDecimal.ZERO);
    }

    void setHouse(int month, BigDecimal amount) {
        house[month] = amount;
    }

    /** What fixed costs and people came to in a month; nothing where that is not known. */
    @Nullable
    BigDecimal house(int month) {
        return house[month];
    }

    /** In how many months and products, or months, products and channels, the plan has something that is not known here. */
    long unknownOf(KnownNumbers plan, Measure measure) {
        double[] planned = plan.values(measure);
        double[] known = values(measure);
        long count = 0;
        for (int month = 0; month < cells.months; month++) {
            for (int p = 0; p < cells.products; p++) {
                boolean isKnown = false;
                for (int c = 0; c <= cells.channels; c++) {
                    int place = cells.cell(month, p, c);
                    isKnown |= !Double.isNaN(known[place]);
                    boolean isByChannel = c < cells.channels;
                    if (planned[place] > 0 && (isByChannel ? Double.isNaN(known[place]) : !isKnown)) {
                        count++;
                    }
                }
            }
        }
        return count;
    }
}
