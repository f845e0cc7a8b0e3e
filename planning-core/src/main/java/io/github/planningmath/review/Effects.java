package io.github.planningmath.review;

import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Kpi;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a gap by factor, product and channel. A result is a sum over months of products of factors, each at the rates
 * of the month in which its event happened; each product is split by a {@link Decomposition}, and the parts of the sum are
 * the sums of their parts:
 *
 * <pre>
 * deals of leads     visits * product's share * channel's share * site conversion * warm-up, in the month of the leads
 *                    * manager conversion in the month of the deals
 * deals of the open  leads open at the start * manager conversion in the month of the deals
 * a deal             times what its customer comes to, see {@link CustomerWorth}
 * repeat deals       of the opening customers: what is left of them * repeat rate, in the month of the deals
 * revenue            deals * price; variable cost: deals * unit cost, in the month of the deals
 * traffic cost       visits * product's share * channel's share * cost per visit, in the month of the visits
 * profit             revenue - variable cost - traffic cost - costs of the house, term by term
 * </pre>
 *
 * <p>What whole counts and their exact values differ by, less than one of each, is not due yet: it belongs to nobody.
 */
final class Effects {

    /** What is less than this share of a sum is one of the last bits of the doubles in it. */
    private static final double LAST_BITS = 1e-12;

    private final ReviewCells cells;
    private final Side plan;
    private final Side fact;
    private final Decomposition way;
    private final FactorChain chain;

    /** By month: how its visits are shared. */
    private final Mix[] plannedMix;

    private final Mix[] happenedMix;
    private double house;

    /** Those through the month before, which are taken off; absent where all months count. */
    private @Nullable Effects earlier;

    private Effects(Side plan, Side fact, Decomposition way) {
        this.plan = plan;
        this.fact = fact;
        this.way = way;
        cells = plan.cells;
        chain = new FactorChain(way, cells);
        plannedMix = mixes(plan.funnel);
        happenedMix = mixes(fact.funnel);
    }

    private Mix[] mixes(FunnelCounts funnel) {
        return IntStream.range(0, cells.months)
                .mapToObj(month -> new Mix(funnel, month))
                .toArray(Mix[]::new);
    }

    static Effects of(Side plan, Side fact, Kpi kpi, Decomposition way) {
        Effects effects = new Effects(plan, fact, way);
        effects.add(kpi);
        return effects;
    }

    /** What came to them since others, which are of fewer months. */
    Effects since(Effects before) {
        earlier = before;
        return this;
    }

    /** The last bits of two sums are no part. */
    private static double less(double part, double before) {
        double since = part - before;
        return Math.abs(since) > LAST_BITS * (Math.abs(part) + Math.abs(before)) ? since : 0;
    }

    /** The part of a factor in a place of the cells. */
    double part(Factor factor, int cell) {
        double part = chain.part(factor, cell);
        return earlier == null ? part : less(part, earlier.part(factor, cell));
    }

    /** What is not yet due in a place of the cells. */
    double notYetDue(int cell) {
        double part = chain.notYetDue(cell);
        return earlier == null ? part : less(part, earlier.notYetDue(cell));
    }

    /** The part of fixed costs and people. */
    double house() {
        return earlier == null ? house : less(house, earlier.house);
    }

    private void add(Kpi kpi) {
        switch (kpi) {
            case TRAFFIC -> addStages(Factor.TRAFFIC_VOLUME);
            case CONTACTS -> addStages(Factor.SITE_CONVERSION);
            case LEADS -> addStages(Factor.WARM_UP_RATE);
            case NEW_DEALS -> addDeals(CustomerWorth.newDeals(plan, fact, way));
            case REPEAT_DEALS -> addDeals(CustomerWorth.repeatDeals(plan, fact, way));
            case DEALS -> addDeals(CustomerWorth.deals(plan, fact, way));
            case BASE -> addDeals(CustomerWorth.base(plan, fact, way));
            case REVENUE -> addDeals(revenue());
            case VARIABLE_COST -> addDeals(variableCost(1));
            case TRAFFIC_COST -> addTrafficCost(1);
            case CONTRIBUTION -> addDeals(revenue(), variableCost(-1));
            case PROFIT -> {
                addDeals(revenue(), variableCost(-1));
                addTrafficCost(-1);
                house = plan.money.house.subtract(fact.money.house).doubleValue();
            }
            case AVERAGE_CHECK,
                    STAGE_ENTRIES,
                    OPEN_LEADS,
                    CUSTOMERS_KEPT,
                    CUSTOMERS_LOST,
                    MARKET_PENETRATION,
                    SITE_CONVERSION,
                    WARM_UP_RATE,
                    MANAGER_CONVERSION,
                    RETENTION_RATE,
                    REPEAT_RATE,
                    RECURRING_REVENUE,
                    NET_REVENUE_RETENTION,
                    GROSS_REVENUE_RETENTION -> throw new IllegalStateException(kpi.label());
        }
    }

    private CustomerWorth revenue() {
        return CustomerWorth.revenue(plan, fact, way);
    }

    private CustomerWorth variableCost(double sign) {
        return CustomerWorth.variableCost(plan, fact, sign, way);
    }

    private void addDeals(CustomerWorth... each) {
        List<CustomerWorth> worths = List.of(each);
        for (int month = 0; month < cells.months; month++) {
            for (int p = 0; p < cells.products; p++) {
                addOfLeads(month, p, worths);
                addOfOpenLeads(month, p, worths);
            }
        }
        for (int p = 0; p < cells.products; p++) {
            double gap = 0;
            double size = 0;
            for (CustomerWorth worth : worths) {
                addEarly(p, worth);
                worth.bookWithoutLeads(chain, p);
                gap += worth.total(fact, p) - worth.total(plan, p);
                size += Math.abs(worth.total(fact, p)) + Math.abs(worth.total(plan, p));
            }
            addFraction(cells.cell(p, cells.channels), p, gap, size);
        }
    }

    /** Visits of a month to the deals of its leads, in the months in which these fall due, to what becomes of their customers. */
    private void addOfLeads(int month, int p, List<CustomerWorth> worths) {
        for (int age = 0; age <= cells.cycles[p] && month + age < cells.months; age++) {
            if (cells.share(p, month, age) > 0) {
                addOfLeads(month, p, month + age, worths);
            }
        }
    }

    private void addOfLeads(int month, int p, int won, List<CustomerWorth> worths) {
        double share = cells.share(p, month, won - month);
        for (int c = 0; c < cells.channels; c++) {
            int cell = cells.cell(p, c);
            int of = cells.cell(month, p, c);
            if (plan.funnel.visits[of] > 0 || fact.funnel.visits[of] > 0) {
                setVisits(month, cell, p, share);
                setSite(of);
                setWarmUp(of);
                bookDeals(cell, month, p, won, worths);
            }
            if (plan.funnel.contactsOfNoVisit[of] > 0 || fact.funnel.contactsOfNoVisit[of] > 0) {
                setContactsOfNoVisit(of, share);
                setWarmUp(of);
                bookDeals(cell, month, p, won, worths);
            }
            if (plan.funnel.leadsOfNoContact[of] > 0 || fact.funnel.leadsOfNoContact[of] > 0) {
                setLeadsOfNoContact(of, share);
                bookDeals(cell, month, p, won, worths);
            }
        }
    }

    private void bookDeals(int cell, int source, int p, int won, List<CustomerWorth> worths) {
        int c = cell - cells.cell(p, 0);
        chain.with(
                Factor.MANAGER_CONVERSION,
                plan.deals.conversion(source, won, p, c),
                fact.deals.conversion(source, won, p, c));
        book(cell, p, won, worths);
    }

    private void book(int cell, int p, int won, List<CustomerWorth> worths) {
        for (CustomerWorth worth : worths) {
            worth.book(chain, cell, p, won);
        }
        chain.clear();
    }

    /** Leads that were open at the start, as many on both sides, and deals of no lead. */
    private void addOfOpenLeads(int won, int p, List<CustomerWorth> worths) {
        for (int c = 0; c <= cells.channels; c++) {
            int cell = cells.cell(p, c);
            int deal = cells.cell(won, p, c);
            double waitingOfPlan = plan.funnel.waiting[deal];
            double waitingOfFact = fact.funnel.waiting[deal];
            if (waitingOfPlan > 0 || waitingOfFact > 0) {
                chain.with(Factor.TRAFFIC_VOLUME, waitingOfPlan, waitingOfFact);
                bookDeals(cell, DealsOfLeads.BEFORE, p, won, worths);
            }
            if (plan.deals.ofNoLead[deal] > 0 || fact.deals.ofNoLead[deal] > 0) {
                chain.with(Factor.MANAGER_CONVERSION, plan.deals.ofNoLead[deal], fact.deals.ofNoLead[deal]);
                book(cell, p, won, worths);
            }
        }
    }

    /** Deals that came before their time, as those of the last month. */
    private void addEarly(int p, CustomerWorth worth) {
        for (int c = 0; c < cells.channels; c++) {
            int cell = cells.cell(p, c);
            double part = fact.deals.early[cell] * worth.happened(p, cells.months - 1)
                    - plan.deals.early[cell] * worth.planned(p, cells.months - 1);
            chain.addNotYetDue(cell, p, worth.sign() * part);
        }
    }

    /** What is left of a gap: the fractions that whole counts are not due for yet. */
    private void addFraction(int cell, int p, double gap, double size) {
        double left = gap - chain.booked(p);
        if (Math.abs(left) > LAST_BITS * size) {
            chain.addNotYetDue(cell, p, left);
        }
    }

    private void setVisits(int month, int cell, int p) {
        setVisits(month, cell, p, 1);
    }

    /** The share of a month's visits whose leads make deals at one age. */
    private void setVisits(int month, int cell, int p, double share) {
        Mix before = plannedMix[month];
        Mix after = happenedMix[month];
        chain.with(Factor.TRAFFIC_VOLUME, before.total * share, after.total * share)
                .with(Factor.PRODUCT_MIX, before.ofProduct(p), after.ofProduct(p))
                .with(Factor.CHANNEL_MIX, before.ofChannel(cell, p), after.ofChannel(cell, p));
    }

    private void setSite(int place) {
        chain.with(Factor.SITE_CONVERSION, plan.funnel.site[place], fact.funnel.site[place]);
    }

    private void setWarmUp(int place) {
        chain.with(Factor.WARM_UP_RATE, plan.funnel.warmUp[place], fact.funnel.warmUp[place]);
    }

    private void setContactsOfNoVisit(int place, double share) {
        chain.with(
                Factor.SITE_CONVERSION,
                plan.funnel.contactsOfNoVisit[place] * share,
                fact.funnel.contactsOfNoVisit[place] * share);
    }

    private void setLeadsOfNoContact(int place, double share) {
        chain.with(
                Factor.WARM_UP_RATE,
                plan.funnel.leadsOfNoContact[place] * share,
                fact.funnel.leadsOfNoContact[place] * share);
    }

    /** Visits, and as many further stages as the last factor stands for, month by month. */
    private void addStages(Factor last) {
        double[] gap = new double[cells.products];
        double[] size = new double[cells.products];
        for (int month = 0; month < cells.months; month++) {
            for (int p = 0; p < cells.products; p++) {
                for (int c = 0; c < cells.channels; c++) {
                    int place = cells.cell(month, p, c);
                    addStages(last, month, p, c);
                    gap[p] += count(fact, last, place) - count(plan, last, place);
                    size[p] += count(fact, last, place) + count(plan, last, place);
                }
            }
        }
        for (int p = 0; p < cells.products; p++) {
            addFraction(cells.cell(p, cells.channels), p, gap[p], size[p]);
        }
    }

    private void addStages(Factor last, int month, int p, int c) {
        int cell = cells.cell(p, c);
        int place = cells.cell(month, p, c);
        setVisits(month, cell, p);
        if (last != Factor.TRAFFIC_VOLUME) {
            setSite(place);
        }
        if (last == Factor.WARM_UP_RATE) {
            setWarmUp(place);
        }
        chain.book(cell, p, 1);
        if (last != Factor.TRAFFIC_VOLUME) {
            setContactsOfNoVisit(place, 1);
            if (last == Factor.WARM_UP_RATE) {
                setWarmUp(place);
            }
            chain.book(cell, p, 1);
        }
        if (last == Factor.WARM_UP_RATE) {
            setLeadsOfNoContact(place, 1);
            chain.book(cell, p, 1);
        }
    }

    private static double count(Side side, Factor last, int place) {
        double[] counts = last == Factor.TRAFFIC_VOLUME
                ? side.funnel.visits
                : last == Factor.SITE_CONVERSION ? side.funnel.contacts : side.funnel.leads;
        return counts[place];
    }

    private void addTrafficCost(double sign) {
        for (int month = 0; month < cells.months; month++) {
            for (int p = 0; p < cells.products; p++) {
                for (int c = 0; c < cells.channels; c++) {
                    int place = cells.cell(month, p, c);
                    int cell = cells.cell(p, c);
                    setVisits(month, cell, p);
                    chain.with(Factor.COST_PER_VISIT, plan.money.costPerVisit[place], fact.money.costPerVisit[place])
                            .book(cell, p, sign);
                    double ofNoVisit = costOfNoVisit(fact, place) - costOfNoVisit(plan, place);
                    chain.add(Factor.COST_PER_VISIT, cell, p, sign * ofNoVisit);
                }
            }
        }
    }

    private static double costOfNoVisit(Side side, int place) {
        return side.funnel.visits[place] > CountedRate.DUST ? 0 : side.money.trafficCost[place];
    }

    /** How the visits of a month are shared by products, and a product's by channels. */
    private final class Mix {

        private final double[] visits;
        private final int offset;
        private final double[] byProduct;
        private double total;

        Mix(FunnelCounts funnel, int month) {
            visits = funnel.visits;
            offset = month * cells.width();
            byProduct = new double[cells.products];
            for (int p = 0; p < cells.products; p++) {
                for (int c = 0; c < cells.channels; c++) {
                    byProduct[p] += visits[offset + cells.cell(p, c)];
                }
                total += byProduct[p];
            }
        }

        double ofProduct(int p) {
            return total == 0 ? Double.NaN : byProduct[p] / total;
        }

        double ofChannel(int cell, int p) {
            return byProduct[p] == 0 ? Double.NaN : visits[offset + cell] / byProduct[p];
        }
    }
}
