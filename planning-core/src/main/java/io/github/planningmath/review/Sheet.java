package io.github.planningmath.review;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanVisitor;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.product.Product;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The numbers of one side, plan or fact, month by month in the places of a grid; NaN where a number is not known. */
final class Sheet {

    final Grid grid;
    private final Map<Measure, double[]> values = new EnumMap<>(Measure.class);
    private final Map<Measure, BigDecimal> totals = new EnumMap<>(Measure.class);
    private final @Nullable BigDecimal[] house;

    private Sheet(Grid grid, double unset) {
        this.grid = grid;
        for (Measure measure : Measure.values()) {
            double[] numbers = new double[grid.size()];
            Arrays.fill(numbers, unset);
            values.put(measure, numbers);
        }
        house = new BigDecimal[grid.months];
    }

    /** A sheet on which nothing is known yet. */
    static Sheet unknown(Grid grid) {
        return new Sheet(grid, Double.NaN);
    }

    /** The plan's own numbers. */
    static Sheet of(Plan plan, Grid grid) {
        Sheet sheet = new Sheet(grid, 0);
        // the plan makes its deals by product; which channel they come of is not in its cells
        Arrays.fill(sheet.values(Measure.NEW_DEALS), Double.NaN);
        plan.visit(new PlanVisitor() {
            @Override
            public void cell(int month, int product, int channel, long visits, long contacts, long leads) {
                if (month < grid.months) {
                    int place = grid.cell(month, product, channel);
                    sheet.set(Measure.VISITS, place, visits);
                    sheet.set(Measure.CONTACTS, place, contacts);
                    sheet.set(Measure.LEADS, place, leads);
                }
            }

            @Override
            public void product(int month, int product, long newDeals, long repeatDeals, long base) {
                if (month < grid.months) {
                    int place = grid.alone(month, product);
                    sheet.set(Measure.NEW_DEALS, place, newDeals);
                    sheet.set(Measure.REPEAT_DEALS, place, repeatDeals);
                    sheet.set(Measure.BASE, place, base);
                }
            }
        });
        sheet.fillMoney();
        sheet.fillCosts(plan);
        return sheet;
    }

    /** Deals at the plan's prices. */
    private void fillMoney() {
        for (int p = 0; p < grid.products; p++) {
            Product sold = grid.product(p);
            BigDecimal costOfDeal = sold.price().subtract(sold.contribution());
            for (int month = 0; month < grid.months; month++) {
                int place = grid.alone(month, p);
                BigDecimal deals = BigDecimal.valueOf((long) values(Measure.NEW_DEALS)[place])
                        .add(BigDecimal.valueOf((long) values(Measure.REPEAT_DEALS)[place]));
                set(Measure.REVENUE, place, deals.multiply(sold.price()));
                set(Measure.VARIABLE_COST, place, deals.multiply(costOfDeal));
            }
        }
    }

    /** What a channel's visits cost in a month, spread over them alike, and what the house costs. */
    private void fillCosts(Plan plan) {
        double[] visits = values(Measure.VISITS);
        for (int month = 0; month < grid.months; month++) {
            Scope scope = Scope.month(month(month));
            for (int c = 0; c < grid.channels; c++) {
                BigDecimal cost = plan.trafficCost(scope.channel(grid.channel(c).name()));
                double each = cost.doubleValue() / Math.max(1, visitsOf(visits, month, c));
                for (int p = 0; p < grid.products; p++) {
                    int place = grid.cell(month, p, c);
                    values(Measure.TRAFFIC_COST)[place] = visits[place] * each;
                }
                totals.merge(Measure.TRAFFIC_COST, cost, BigDecimal::add);
            }
            house[month] =
                    plan.contribution(scope).subtract(plan.trafficCost(scope)).subtract(plan.profit(scope));
        }
    }

    private double visitsOf(double[] visits, int month, int channel) {
        double sum = 0;
        for (int p = 0; p < grid.products; p++) {
            sum += visits[grid.cell(month, p, channel)];
        }
        return sum;
    }

    YearMonth month(int month) {
        return grid.constants().horizon().month(month);
    }

    double[] values(Measure measure) {
        return Objects.requireNonNull(values.get(measure));
    }

    void set(Measure measure, int place, long count) {
        values(measure)[place] = count;
    }

    /** Notes an amount and adds it to the exact total. */
    void set(Measure measure, int place, BigDecimal number) {
        values(measure)[place] = number.doubleValue();
        totals.merge(measure, number, BigDecimal::add);
    }

    /** The exact sum of all amounts that are known. */
    BigDecimal total(Measure measure) {
        return totals.getOrDefault(measure, BigDecimal.ZERO);
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
    long unknownOf(Sheet plan, Measure measure) {
        double[] planned = plan.values(measure);
        double[] known = values(measure);
        long count = 0;
        for (int month = 0; month < grid.months; month++) {
            for (int p = 0; p < grid.products; p++) {
                boolean isKnown = false;
                for (int c = 0; c <= grid.channels; c++) {
                    int place = grid.cell(month, p, c);
                    isKnown |= !Double.isNaN(known[place]);
                    boolean isByChannel = c < grid.channels;
                    if (planned[place] > 0 && (isByChannel ? Double.isNaN(known[place]) : !isKnown)) {
                        count++;
                    }
                }
            }
        }
        return count;
    }
}
