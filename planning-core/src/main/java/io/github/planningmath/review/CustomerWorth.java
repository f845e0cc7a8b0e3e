package io.github.planningmath.review;

import io.github.planningmath.kpi.Factor;
import org.jspecify.annotations.Nullable;

/**
 * What a customer comes to by the end of the review, by product and the month in which he was won: his first deal, and those
 * that he makes after it while he stays,
 *
 * <pre>
 * price in the month he is won + sum over later months of what is left of him * repeat rate * price on renewal
 * </pre>
 *
 * <p>at the rates of these months; or what they cost, or how many they are, or what is left of him in the base. It is a factor
 * of the deals of the month's leads, and a sum of products of factors itself.
 */
final class CustomerWorth {

    /** What is counted of him. */
    private enum Of {
        FIRST_DEAL,
        REPEAT_DEALS,
        ALL_DEALS,
        BASE
    }

    private final ReviewCells cells;
    private final Side plan;
    private final Side fact;
    private final Of counted;
    private final @Nullable Factor money;
    private final double sign;
    private final double[] planned;
    private final double[] happened;
    private final double[] ofMoney;
    private final double[] ofRetention;
    private final double[] ofRepeatRate;

    private CustomerWorth(Side plan, Side fact, Of counted, @Nullable Factor money, double sign, Decomposition way) {
        this.plan = plan;
        this.fact = fact;
        this.counted = counted;
        this.money = money;
        this.sign = sign;
        cells = plan.cells;
        int size = cells.products * cells.months;
        planned = new double[size];
        happened = new double[size];
        ofMoney = new double[size];
        ofRetention = new double[size];
        ofRepeatRate = new double[size];
        Terms terms = new Terms(way);
        for (int p = 0; p < cells.products; p++) {
            for (int won = 0; won < cells.months; won++) {
                add(terms, p, won);
            }
        }
    }

    static CustomerWorth newDeals(Side plan, Side fact, Decomposition way) {
        return new CustomerWorth(plan, fact, Of.FIRST_DEAL, null, 1, way);
    }

    static CustomerWorth repeatDeals(Side plan, Side fact, Decomposition way) {
        return new CustomerWorth(plan, fact, Of.REPEAT_DEALS, null, 1, way);
    }

    static CustomerWorth deals(Side plan, Side fact, Decomposition way) {
        return new CustomerWorth(plan, fact, Of.ALL_DEALS, null, 1, way);
    }

    static CustomerWorth base(Side plan, Side fact, Decomposition way) {
        return new CustomerWorth(plan, fact, Of.BASE, null, 1, way);
    }

    static CustomerWorth revenue(Side plan, Side fact, Decomposition way) {
        return new CustomerWorth(plan, fact, Of.ALL_DEALS, Factor.PRICE, 1, way);
    }

    static CustomerWorth variableCost(Side plan, Side fact, double sign, Decomposition way) {
        return new CustomerWorth(plan, fact, Of.ALL_DEALS, Factor.UNIT_COST, sign, way);
    }

    /** One product of factors of the sum being split. */
    private static final class Terms {

        private final Decomposition way;
        private final double[] before = new double[3];
        private final double[] after = new double[3];
        private final double[] split = new double[3];

        Terms(Decomposition way) {
            this.way = way;
        }
    }

    private void add(Terms terms, int p, int won) {
        int place = p * cells.months + won;
        if (counted == Of.FIRST_DEAL || counted == Of.ALL_DEALS) {
            add(terms, place, 1, 1, 1, 1, each(plan, won, p), each(fact, won, p));
        }
        if (counted == Of.REPEAT_DEALS || counted == Of.ALL_DEALS) {
            CustomerCohorts before = plan.customers[p];
            CustomerCohorts after = fact.customers[p];
            for (int month = won + 1; month < cells.months; month++) {
                if (before.repeatsOfOne[won][month] > 0 || after.repeatsOfOne[won][month] > 0) {
                    add(
                            terms,
                            place,
                            before.repeatsOfOne[won][month],
                            after.repeatsOfOne[won][month],
                            before.repeatRate[month],
                            after.repeatRate[month],
                            eachRepeat(plan, month, p),
                            eachRepeat(fact, month, p));
                }
            }
        }
        if (counted == Of.BASE) {
            add(terms, place, plan.customers[p].left[won], fact.customers[p].left[won], 1, 1, 1, 1);
        }
    }

    private void add(
            Terms terms,
            int place,
            double keptBefore,
            double keptAfter,
            double rateBefore,
            double rateAfter,
            double eachBefore,
            double eachAfter) {
        planned[place] += keptBefore * rateBefore * eachBefore;
        happened[place] += keptAfter * rateAfter * eachAfter;
        if (keptBefore == keptAfter && rateBefore == rateAfter && eachBefore == eachAfter) {
            return;
        }
        terms.before[0] = keptBefore;
        terms.before[1] = rateBefore;
        terms.before[2] = eachBefore;
        terms.after[0] = keptAfter;
        terms.after[1] = rateAfter;
        terms.after[2] = eachAfter;
        terms.way.split(terms.before, terms.after, 3, terms.split);
        ofRetention[place] += terms.split[0];
        ofRepeatRate[place] += terms.split[1];
        ofMoney[place] += terms.split[2];
    }

    /** The amount of a new deal in a month, or 1 where deals are counted. */
    private double each(Side side, int month, int p) {
        return money == null ? 1 : amounts(side).each(month, p);
    }

    /** That of a repeat deal. */
    private double eachRepeat(Side side, int month, int p) {
        return money == null ? 1 : amounts(side).eachRepeat(month, p);
    }

    private MoneyAmounts.OfDeals amounts(Side side) {
        return money == Factor.UNIT_COST ? side.money.variableCost : side.money.revenue;
    }

    double sign() {
        return sign;
    }

    double planned(int p, int won) {
        return planned[p * cells.months + won];
    }

    double happened(int p, int won) {
        return happened[p * cells.months + won];
    }

    /** Books the factors of a chain, times what a customer won in a month comes to; the factors stay. */
    void book(FactorChain chain, int cell, int p, int won) {
        int place = p * cells.months + won;
        chain.bookTimes(planned[place], happened[place], cell, p, sign);
        if (ofMoney[place] != 0 || ofRetention[place] != 0 || ofRepeatRate[place] != 0) {
            bookParts(chain, cell, place, chain.unitOfLast());
        }
    }

    /** Books its own parts, at what a unit of it comes to. */
    private void bookParts(FactorChain chain, int cell, int place, double unit) {
        chain.addPartOfWorth(Factor.RETENTION_RATE, cell, sign * unit * ofRetention[place]);
        chain.addPartOfWorth(Factor.REPEAT_RATE, cell, sign * unit * ofRepeatRate[place]);
        if (money != null) {
            chain.addPartOfWorth(money, cell, sign * unit * ofMoney[place]);
        }
    }

    /** Books what the opening customers of a product come to, and what no customer or no deal stands under. */
    void bookWithoutLeads(FactorChain chain, int p) {
        int cell = cells.cell(p, cells.channels);
        CustomerCohorts before = plan.customers[p];
        CustomerCohorts after = fact.customers[p];
        if (counted == Of.BASE) {
            chain.with(Factor.RETENTION_RATE, before.openingLeft, after.openingLeft)
                    .book(cell, p, sign);
            chain.add(Factor.RETENTION_RATE, cell, p, sign * (after.ofNoCohort() - before.ofNoCohort()));
            return;
        }
        for (int month = 0; month < cells.months; month++) {
            if (counted != Of.FIRST_DEAL) {
                chain.with(Factor.RETENTION_RATE, before.openingRepeats[month], after.openingRepeats[month])
                        .with(Factor.REPEAT_RATE, before.repeatRate[month], after.repeatRate[month]);
                bookAtAmount(chain, cell, month, p);
                chain.with(Factor.REPEAT_RATE, before.ofNoCustomer[month], after.ofNoCustomer[month]);
                bookAtAmount(chain, cell, month, p);
            }
            if (money != null) {
                double gone = amounts(plan).ofNoDeal(month, p);
                double come = amounts(fact).ofNoDeal(month, p);
                chain.with(money, gone, come).book(cell, p, sign);
            }
        }
    }

    private void bookAtAmount(FactorChain chain, int cell, int month, int p) {
        if (money != null) {
            chain.with(money, eachRepeat(plan, month, p), eachRepeat(fact, month, p));
        }
        chain.book(cell, p, sign);
    }

    /** What a product comes to on a side, all of it. */
    double total(Side side, int p) {
        if (money != null) {
            return sign * amounts(side).ofProduct(p);
        }
        return switch (counted) {
            case FIRST_DEAL -> side.deals.ofProduct(p);
            case REPEAT_DEALS -> side.customers[p].repeats();
            case ALL_DEALS -> side.dealsOfAnyKind(p);
            case BASE -> side.customers[p].base();
        };
    }
}
