package io.github.planningmath.review;

import io.github.planningmath.kpi.Kpi;
import java.util.Arrays;

/**
 * The parts of a gap by effect, product and channel. A result is a sum of products of factors; each product is split by a
 * {@link Decomposition}, and the parts of the sum are the sums of their parts:
 *
 * <pre>
 * deals of leads     visits * product's share * channel's share * site conversion * warm-up * manager conversion
 * deals of the open  leads open at the start * manager conversion
 * repeat deals       the deals of each month * what stays of a customer * repeat rate, and likewise of opening customers
 * revenue            deals * price; variable cost: deals * unit cost
 * traffic cost       visits * product's share * channel's share * cost per visit
 * profit             revenue - variable cost - traffic cost - costs of the house, term by term
 * </pre>
 */
final class Effects {

    private static final int COUNT = Effect.values().length;

    private final Grid grid;
    private final Figures plan;
    private final Figures fact;
    private final Decomposition way;
    private final double[][] parts = new double[COUNT][];
    private final double[] planned = new double[COUNT];
    private final double[] happened = new double[COUNT];
    private final double[] split = new double[COUNT];
    private final int[] chain = new int[COUNT];
    private int length;
    private double house;

    private Effects(Figures plan, Figures fact, Decomposition way) {
        this.plan = plan;
        this.fact = fact;
        this.way = way;
        grid = plan.grid;
        for (int effect = 0; effect < COUNT; effect++) {
            parts[effect] = new double[grid.width()];
        }
    }

    static Effects of(Figures plan, Figures fact, Kpi kpi, Decomposition way) {
        Effects effects = new Effects(plan, fact, way);
        effects.add(kpi, 1);
        return effects;
    }

    @SuppressWarnings("EnumOrdinal") // the order of the chain is that of the enum
    private static int place(Effect effect) {
        return effect.ordinal();
    }

    /** The part of an effect in a place of the grid. */
    double part(Effect effect, int cell) {
        return parts[place(effect)][cell];
    }

    /** The part of fixed costs and people. */
    double house() {
        return house;
    }

    private void add(Kpi kpi, double sign) {
        switch (kpi) {
            case TRAFFIC -> addStages(Effect.TRAFFIC_VOLUME);
            case CONTACTS -> addStages(Effect.SITE_CONVERSION);
            case LEADS -> addStages(Effect.WARM_UP_RATE);
            case NEW_DEALS -> addNewDeals(Worth.ofCount(grid.products));
            case REPEAT_DEALS -> addRepeatDeals(Worth.ofCount(grid.products));
            case DEALS -> addDeals(Worth.ofCount(grid.products));
            case BASE -> addBase();
            case REVENUE -> addDeals(Worth.ofRevenue(plan, fact, sign));
            case VARIABLE_COST -> addDeals(Worth.ofVariableCost(plan, fact, sign));
            case TRAFFIC_COST -> addTrafficCost(sign);
            case CONTRIBUTION -> {
                add(Kpi.REVENUE, sign);
                add(Kpi.VARIABLE_COST, -sign);
            }
            case PROFIT -> {
                add(Kpi.CONTRIBUTION, sign);
                add(Kpi.TRAFFIC_COST, -sign);
                house = plan.money.house.subtract(fact.money.house).doubleValue();
            }
            default -> throw new IllegalStateException(kpi.label());
        }
    }

    /** What a deal counts for on both sides, by product, and what its change is due to. */
    @SuppressWarnings("ArrayRecordComponent") // an inner carrier, never compared
    private record Worth(double[] planned, double[] happened, Effect effect, double sign) {

        static Worth ofCount(int products) {
            double[] one = new double[products];
            Arrays.fill(one, 1);
            return new Worth(one, one, Effect.PRICE, 1);
        }

        static Worth ofRevenue(Figures plan, Figures fact, double sign) {
            return new Worth(perDeal(plan, plan.money.revenue), perDeal(fact, fact.money.revenue), Effect.PRICE, sign);
        }

        static Worth ofVariableCost(Figures plan, Figures fact, double sign) {
            return new Worth(
                    perDeal(plan, plan.money.variableCost),
                    perDeal(fact, fact.money.variableCost),
                    Effect.UNIT_COST,
                    sign);
        }

        private static double[] perDeal(Figures side, double[] money) {
            double[] each = new double[money.length];
            for (int p = 0; p < each.length; p++) {
                each[p] = side.perDeal(money, p);
            }
            return each;
        }
    }

    private void addDeals(Worth worth) {
        addNewDeals(worth);
        addRepeatDeals(worth);
        addMoneyOfNoDeal(worth);
    }

    private void addNewDeals(Worth worth) {
        Shares before = new Shares(grid, plan.funnel.matured.visits, 0);
        Shares after = new Shares(grid, fact.funnel.matured.visits, 0);
        for (int p = 0; p < grid.products; p++) {
            for (int c = 0; c <= grid.channels; c++) {
                int cell = grid.cell(p, c);
                if (c < grid.channels) {
                    setFunnel(before, after, cell, p);
                    set(worth, p);
                    book(cell, worth.sign);
                    setWaiting(cell);
                    set(worth, p);
                    book(cell, worth.sign);
                    set(Effect.NOT_YET_DUE, plan.deals.early[cell], fact.deals.early[cell]);
                    set(worth, p);
                    book(cell, worth.sign);
                }
                set(Effect.MANAGER_CONVERSION, plan.deals.ofNoLead(cell), fact.deals.ofNoLead(cell));
                set(worth, p);
                book(cell, worth.sign);
            }
        }
    }

    /** Visits to deals of leads that have fallen due. */
    private void setFunnel(Shares before, Shares after, int cell, int p) {
        setVisits(before, after, cell, p);
        setSite(plan.funnel.matured, fact.funnel.matured, cell);
        setWarmUp(plan.funnel.matured, fact.funnel.matured, cell);
        set(Effect.MANAGER_CONVERSION, plan.deals.conversion(cell), fact.deals.conversion(cell));
    }

    private void setVisits(Shares before, Shares after, int cell, int p) {
        set(Effect.TRAFFIC_VOLUME, before.total, after.total);
        set(Effect.PRODUCT_MIX, before.ofProduct(p), after.ofProduct(p));
        set(Effect.CHANNEL_MIX, before.ofChannel(cell, p), after.ofChannel(cell, p));
    }

    private void setSite(Flow before, Flow after, int cell) {
        set(
                Effect.SITE_CONVERSION,
                before.contacts[cell] / before.visits[cell],
                after.contacts[cell] / after.visits[cell]);
    }

    private void setWarmUp(Flow before, Flow after, int cell) {
        set(Effect.WARM_UP_RATE, before.leads[cell] / before.contacts[cell], after.leads[cell] / after.contacts[cell]);
    }

    /** Leads that were open at the start, as many on both sides. */
    private void setWaiting(int cell) {
        double waiting = plan.funnel.due[cell] - plan.funnel.matured.leads[cell];
        set(Effect.TRAFFIC_VOLUME, waiting, waiting);
        set(Effect.MANAGER_CONVERSION, plan.deals.conversion(cell), fact.deals.conversion(cell));
    }

    private void addRepeatDeals(Worth worth) {
        Customers[] before = plan.customers;
        Customers[] after = fact.customers;
        addOfCustomers(
                (p, won) -> set(Effect.RETENTION_RATE, before[p].repeats[won], after[p].repeats[won]),
                p -> {
                    set(Effect.REPEAT_RATE, plan.repeatRate[p], fact.repeatRate[p]);
                    set(worth, p);
                },
                worth.sign);
        for (int p = 0; p < grid.products; p++) {
            int alone = grid.cell(p, grid.channels);
            set(Effect.RETENTION_RATE, before[p].openingRepeats, after[p].openingRepeats);
            set(Effect.REPEAT_RATE, plan.repeatRate[p], fact.repeatRate[p]);
            set(worth, p);
            book(alone, worth.sign);
            set(Effect.REPEAT_RATE, unexpected(plan, p), unexpected(fact, p));
            set(worth, p);
            book(alone, worth.sign);
        }
    }

    /** Repeat deals where no customers are known to have been. */
    private static double unexpected(Figures side, int p) {
        return Double.isNaN(side.repeatRate[p]) ? side.repeatDeals[p] : 0;
    }

    private void addBase() {
        Customers[] before = plan.customers;
        Customers[] after = fact.customers;
        addOfCustomers(
                (p, won) -> set(
                        Effect.RETENTION_RATE,
                        before[p].left[won] * orOne(plan.baseRate[p]),
                        after[p].left[won] * orOne(fact.baseRate[p])),
                p -> {},
                1);
        for (int p = 0; p < grid.products; p++) {
            set(
                    Effect.RETENTION_RATE,
                    Double.isNaN(plan.baseRate[p]) ? plan.base[p] : before[p].openingLeft * plan.baseRate[p],
                    Double.isNaN(fact.baseRate[p]) ? fact.base[p] : after[p].openingLeft * fact.baseRate[p]);
            book(grid.cell(p, grid.channels), 1);
        }
    }

    private static double orOne(double rate) {
        return Double.isNaN(rate) ? 1 : rate;
    }

    private interface PerCustomer {
        void set(int product, int wonIn);
    }

    private interface PerProduct {
        void set(int product);
    }

    /** Deals of each month's leads, each at what becomes of the customer, month by month. */
    private void addOfCustomers(PerCustomer kept, PerProduct rest, double sign) {
        for (int won = 0; won < grid.months; won++) {
            int offset = won * grid.width();
            Shares before = new Shares(grid, plan.funnel.matured.visitsByMonth, offset);
            Shares after = new Shares(grid, fact.funnel.matured.visitsByMonth, offset);
            for (int p = 0; p < grid.products; p++) {
                for (int c = 0; c < grid.channels; c++) {
                    int cell = grid.cell(p, c);
                    if (before.visits(cell) + after.visits(cell) > 0) {
                        setFunnel(before, after, cell, p);
                        kept.set(p, won);
                        rest.set(p);
                        book(cell, sign);
                    }
                    double waiting = plan.funnel.waiting[offset + cell];
                    if (waiting > 0) {
                        set(Effect.TRAFFIC_VOLUME, waiting, waiting);
                        set(Effect.MANAGER_CONVERSION, plan.deals.conversion(cell), fact.deals.conversion(cell));
                        kept.set(p, won);
                        rest.set(p);
                        book(cell, sign);
                    }
                }
            }
        }
    }

    /** Money where there was no deal to bring or cost it. */
    private void addMoneyOfNoDeal(Worth worth) {
        double[] before = worth.effect == Effect.UNIT_COST ? plan.money.variableCost : plan.money.revenue;
        double[] after = worth.effect == Effect.UNIT_COST ? fact.money.variableCost : fact.money.revenue;
        for (int p = 0; p < grid.products; p++) {
            set(
                    worth.effect,
                    Double.isNaN(worth.planned[p]) ? before[p] : 0,
                    Double.isNaN(worth.happened[p]) ? after[p] : 0);
            book(grid.cell(p, grid.channels), worth.sign);
        }
    }

    /** Visits, and as many further stages as the last effect stands for. */
    private void addStages(Effect last) {
        Flow ofPlan = flow(plan.funnel, last);
        Flow ofFact = flow(fact.funnel, last);
        Shares before = new Shares(grid, ofPlan.visits, 0);
        Shares after = new Shares(grid, ofFact.visits, 0);
        for (int p = 0; p < grid.products; p++) {
            for (int c = 0; c < grid.channels; c++) {
                int cell = grid.cell(p, c);
                setVisits(before, after, cell, p);
                if (last != Effect.TRAFFIC_VOLUME) {
                    setSite(ofPlan, ofFact, cell);
                }
                if (last == Effect.WARM_UP_RATE) {
                    setWarmUp(ofPlan, ofFact, cell);
                }
                book(cell, 1);
            }
        }
    }

    /** All months of a side; stages after the last that is looked at imply nothing for those before. */
    private Flow flow(FunnelFigures side, Effect last) {
        double[] none = new double[grid.size()];
        return switch (last) {
            case TRAFFIC_VOLUME -> Flow.of(grid, side.visits, none, none, false);
            case SITE_CONVERSION -> Flow.of(grid, side.visits, side.contacts, none, false);
            default -> side.all;
        };
    }

    private double[] sums(double[] byMonth) {
        double[] sums = new double[grid.width()];
        for (int place = 0; place < byMonth.length; place++) {
            sums[place % sums.length] += byMonth[place];
        }
        return sums;
    }

    private void addTrafficCost(double sign) {
        double[] visitsOfPlan = sums(plan.funnel.visits);
        double[] visitsOfFact = sums(fact.funnel.visits);
        double[] costOfPlan = plan.money.trafficCost;
        double[] costOfFact = fact.money.trafficCost;
        Shares before = new Shares(grid, visitsOfPlan, 0);
        Shares after = new Shares(grid, visitsOfFact, 0);
        for (int p = 0; p < grid.products; p++) {
            for (int c = 0; c < grid.channels; c++) {
                int cell = grid.cell(p, c);
                setVisits(before, after, cell, p);
                set(
                        Effect.COST_PER_VISIT,
                        visitsOfPlan[cell] == 0 ? Double.NaN : costOfPlan[cell] / visitsOfPlan[cell],
                        visitsOfFact[cell] == 0 ? Double.NaN : costOfFact[cell] / visitsOfFact[cell]);
                book(cell, sign);
                set(
                        Effect.COST_PER_VISIT,
                        visitsOfPlan[cell] == 0 ? costOfPlan[cell] : 0,
                        visitsOfFact[cell] == 0 ? costOfFact[cell] : 0);
                book(cell, sign);
            }
        }
    }

    private void set(Worth worth, int p) {
        set(worth.effect, worth.planned[p], worth.happened[p]);
    }

    /** Adds a factor to the next product; a rate that one side has none of keeps the other's value. */
    private void set(Effect effect, double before, double after) {
        boolean noneBefore = Double.isNaN(before);
        boolean noneAfter = Double.isNaN(after);
        planned[length] = noneBefore ? (noneAfter ? 1 : after) : before;
        happened[length] = noneAfter ? planned[length] : after;
        chain[length] = place(effect);
        length++;
    }

    /** Splits the product of the factors that were set, books its parts and begins the next product. */
    private void book(int cell, double sign) {
        way.split(planned, happened, length, split);
        for (int k = 0; k < length; k++) {
            parts[chain[k]][cell] += sign * split[k];
        }
        length = 0;
    }

    /** How visits are shared by products, and a product's by channels. */
    private static final class Shares {

        private final double[] visits;
        private final int offset;
        private final double[] byProduct;
        private double total;

        Shares(Grid grid, double[] visits, int offset) {
            this.visits = visits;
            this.offset = offset;
            byProduct = new double[grid.products];
            for (int p = 0; p < grid.products; p++) {
                for (int c = 0; c < grid.channels; c++) {
                    byProduct[p] += visits(grid.cell(p, c));
                }
                total += byProduct[p];
            }
        }

        double visits(int cell) {
            return visits[offset + cell];
        }

        double ofProduct(int p) {
            return total == 0 ? Double.NaN : byProduct[p] / total;
        }

        double ofChannel(int cell, int p) {
            return byProduct[p] == 0 ? Double.NaN : visits(cell) / byProduct[p];
        }
    }
}
