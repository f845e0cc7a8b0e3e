package io.github.planningmath.review;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.kpi.Pillar;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.quantity.CsvTable;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose side the gap between plan and fact lies on: a tree of signed parts that sum to it, by owner, direction, effect,
 * product and channel.
 *
 * <p>The gap is {@code fact - plan} of revenue, or of another KPI ({@link #in}), over the months from the plan's first to the
 * last that the actuals count. It is split by LMDI ({@link Decomposition}), product by product, channel by channel and month
 * by month, each rate in the month in which its event happened: the visit, the deal, the purchase. So the order of factors
 * means nothing, mix is told from skill, an owner's total does not depend on how finely factors, products or channels are told
 * apart, and a department that kept its rates is not charged with when the other's leads came. A rate that nothing stands
 * under on one side, or that is not known, keeps the other side's value and gets 0.
 *
 * <p>New deals are held against the leads that fall due in their month: those brought a sales cycle ago, and those that were
 * open when the plan began. So leads that are not due yet blame nobody. Where all deals are known by the month of their leads, they are
 * held against these: what is made before its time, or missing while deals of the same leads are still to come, is not yet due either
 * ({@link #leadMonths()}). Repeat deals are held against the customers there
 * were: fewer customers because fewer deals were made are booked to whoever made fewer deals, not to retention. Costs are due
 * when they are spent.
 *
 * <p>Counts are whole and rates are not. While the sum of a count is less than one off what its rate makes of the counts
 * before it, the rate was kept, and the fraction is not yet due; where it is one off or more, the rate shows in full.
 *
 * <p>Fixed costs and people are shared. What is not known is taken as planned, see {@link #assumed()}.
 *
 * <p>As JSON it is a view, which is not read back: the tree of parts, told apart by owner, direction, effect, product
 * and channel, each with its amount, and the rates behind an effect as planned and as they were; deals by the month of their leads
 * where they are known by it.
 */
public final class Verdict {

    private final Side plan;
    private final Side fact;
    private final Kpi kpi;
    private final Decomposition way;
    private final Ownership ownership;
    private final BigDecimal gap;

    /** That through the month before, where this is the verdict on a month alone. */
    private final @Nullable Verdict before;

    private @Nullable Part tree;

    private Verdict(Side plan, Side fact, @Nullable Verdict before, Kpi kpi, Decomposition way, Ownership ownership) {
        this.plan = plan;
        this.fact = fact;
        this.before = before;
        this.kpi = kpi;
        this.way = way;
        this.ownership = ownership;
        BigDecimal through = total(fact, kpi).subtract(total(plan, kpi));
        gap = Amounts.plain(before == null ? through : through.subtract(before.gap));
    }

    /**
     * The verdict on the gap in revenue, split by LMDI, with the plan's own ownership.
     *
     * @param plan the plan
     * @param actuals what happened
     * @return the verdict on the months from the plan's first to the last that the actuals count
     * @throws IllegalArgumentException if the actuals do not fit the plan, see {@link Actuals#requireFits}
     */
    public static Verdict of(Plan plan, Actuals actuals) {
        KnownNumbers known = ActualsReading.of(plan, actuals);
        Side ofPlan = Side.ofPlan(plan, known.cells);
        return of(ofPlan, Side.ofFact(plan, known, ofPlan), plan.constants().ownership());
    }

    /**
     * The verdict on a month alone: what it added to that from the plan's first month. The verdicts on the months sum to that from the
     * start, owner by owner and effect by effect; what a month brings to light of those before it, such as deals that are lost and not
     * only late, stands in it.
     *
     * @param plan the plan
     * @param actuals what happened, through that month at least
     * @param month a month of the plan
     * @return the verdict on the gap in revenue of that month
     * @throws IllegalArgumentException if the actuals do not fit the plan, see {@link Actuals#requireFits}, or end before the month
     */
    public static Verdict ofMonth(Plan plan, Actuals actuals, YearMonth month) {
        Required.present(month, "Verdict.month");
        YearMonth first = Required.present(plan, "Plan").constants().horizon().first();
        YearMonth last = Required.present(actuals, "Actuals").lastMonth();
        if (month.isBefore(first) || month.isAfter(last)) {
            throw new IllegalArgumentException("Verdict.month must be one that is over, from " + first + " to " + last
                    + ", but was " + month + ".");
        }
        Verdict through = of(plan, actuals.through(month));
        return month.equals(first)
                ? through
                : new Verdict(
                        through.plan,
                        through.fact,
                        of(plan, actuals.through(month.minusMonths(1))),
                        through.kpi,
                        through.way,
                        through.ownership);
    }

    static Verdict of(Side plan, Side fact, Ownership ownership) {
        return new Verdict(plan, fact, null, Kpi.REVENUE, Decomposition.LMDI, ownership);
    }

    /**
     * This verdict on the gap in another KPI.
     *
     * @param other money or a count of which a gap can be split: revenue, variable cost, contribution, traffic cost, profit;
     *     traffic, contacts, leads, new and repeat deals, the base at the end. A cost above plan is a gap above 0
     * @return the verdict in that KPI
     * @throws IllegalArgumentException if the KPI is a ratio, or the open leads
     */
    public Verdict in(Kpi other) {
        AdditiveKpis.requireOneOf(AdditiveKpis.AND_BASE, Required.present(other, "Verdict.in"), "Verdict.in");
        return new Verdict(plan, fact, before == null ? null : before.in(other), other, way, ownership);
    }

    /**
     * This verdict with the gap split in another way.
     *
     * @param other LMDI or Shapley
     * @return the verdict split that way
     */
    public Verdict by(Decomposition other) {
        return new Verdict(
                plan,
                fact,
                before == null ? null : before.by(other),
                kpi,
                Required.present(other, "Verdict.by"),
                ownership);
    }

    /**
     * This verdict with others answering for the factors: changes owners' totals, never the sum.
     *
     * @param other who answers for which factor in which tier
     * @return the verdict with these owners
     */
    public Verdict with(Ownership other) {
        return new Verdict(plan, fact, before, kpi, way, Required.present(other, "Verdict.with"));
    }

    /**
     * Which KPI the gap is in.
     *
     * @return the KPI
     */
    public Kpi kpi() {
        return kpi;
    }

    /**
     * The first month that the verdict is on.
     *
     * @return the plan's first, or the only month
     */
    public YearMonth first() {
        return before == null ? plan.numbers.month(0) : through();
    }

    /**
     * The last month that the verdict is on.
     *
     * @return the month
     */
    public YearMonth through() {
        return plan.numbers.month(plan.cells.months - 1);
    }

    /**
     * The gap.
     *
     * @return {@code fact - plan}, exactly; below 0 where the plan is not reached
     */
    public BigDecimal gap() {
        return gap;
    }

    /**
     * The tree of all parts.
     *
     * @return the gap and what it is made of
     */
    public Part tree() {
        Part made = tree;
        if (made == null) {
            // made when first asked for; two threads at once make the same
            made = PartTree.of(plan.cells, effects(), ownership, gap, digits());
            tree = made;
        }
        return made;
    }

    /**
     * What a department answers for.
     *
     * @param owner the department
     * @return its part, 0 where no factor of its own changed
     */
    public Part of(Department owner) {
        return top(
                tree(),
                Part.Level.OWNER,
                Required.present(owner, "Verdict.of").name().toLowerCase(Locale.ROOT));
    }

    /**
     * The same gap by the three things that a business stands on: product and traffic are both marketing's charge, and yet two.
     * Whoever answers for a factor, it stands under its pillar ({@link Factor#pillar()}).
     *
     * @return the gap, made of product, traffic and sales by effect, product and channel, of the costs of the house, and of what
     *     is not yet due; amounts sum as in {@link #tree()}
     */
    public Part pillars() {
        return PartTree.byPillar(plan.cells, effects(), ownership, gap, digits());
    }

    private Effects effects() {
        Effects through = Effects.of(plan, fact, kpi, way);
        return before == null ? through : through.since(before.effects());
    }

    private EffectRates rates() {
        return EffectRates.of(plan, fact, before == null ? null : before.rates());
    }

    /**
     * The part of the gap that product, traffic or sales brought.
     *
     * @param pillar one of the three
     * @return its part, 0 where no factor of it changed
     */
    public Part of(Pillar pillar) {
        String name = Required.present(pillar, "Verdict.of").name().toLowerCase(Locale.ROOT);
        return top(pillars(), Part.Level.PILLAR, name);
    }

    /**
     * What nobody answers for yet: the part of the gap, and the leads that are still open beside it.
     *
     * @return early deals and open leads
     */
    public NotYetDue notYetDue() {
        return new NotYetDue(top(tree(), Part.Level.NOT_YET_DUE, Part.NOT_YET_DUE), openLeads());
    }

    /**
     * Early, late and lost deals, told apart where all deals are known by the month of their leads ({@link Actuals.Cell#brought()}).
     *
     * @return by product, channel and month of the leads; empty where deals are not known by it in every month
     */
    public List<NotYetDue.LeadMonth> leadMonths() {
        return List.copyOf(fact.deals.leadMonths);
    }

    /**
     * What fixed costs and people brought: both departments carry them together.
     *
     * @return their part, 0 where they came to what was planned, and of all but the profit
     */
    public Part costsOfTheHouse() {
        return top(pillars(), Part.Level.EFFECT, Part.COSTS_OF_THE_HOUSE);
    }

    /** As it is written: the tree to channels, each effect with its rate as planned and as it was. */
    @DocumentForm.GivenOnly
    private record View(
            Kpi kpi,
            @Nullable YearMonth month,
            YearMonth through,
            BigDecimal gap,
            List<PartForm> parts,
            @Nullable List<NotYetDue.LeadMonth> leadMonths,
            Map<Kpi, Long> assumed) {}

    @DocumentForm.Written
    View view() {
        List<PartForm> parts = PartForm.of(tree(), rates()).parts();
        return new View(
                kpi,
                before == null ? null : through(),
                through(),
                gap,
                parts == null ? List.of() : parts,
                leadMonths().isEmpty() ? null : leadMonths(),
                assumed());
    }

    private static Part top(Part tree, Part.Level level, String name) {
        return tree.parts().stream()
                .filter(part -> part.level() == level && part.name().equals(name))
                .findFirst()
                .orElseGet(() -> new Part(
                        level, name, 0, BigDecimal.ZERO.setScale(tree.amount().scale()), List.of()));
    }

    /**
     * The part of one factor, whoever answers for it.
     *
     * @param factor the factor
     * @return its unrounded part, a statistic; 0 where nothing changed
     */
    public double of(Factor factor) {
        return sum(tree(), Required.present(factor, "Verdict.factor").label());
    }

    private static double sum(Part part, String label) {
        if (part.level() == Part.Level.EFFECT && part.name().equals(label)) {
            return part.effect();
        }
        return part.level().compareTo(Part.Level.EFFECT) >= 0
                ? 0
                : part.parts().stream().mapToDouble(each -> sum(each, label)).sum();
    }

    private List<NotYetDue.OpenLeads> openLeads() {
        ReviewCells cells = plan.cells;
        List<NotYetDue.OpenLeads> open = new ArrayList<>();
        for (int p = 0; p < cells.products; p++) {
            double price = cells.nextPrice(p).doubleValue();
            for (int c = 0; c < cells.channels; c++) {
                double planned = plan.funnel.open[cells.cell(p, c)];
                double leads = fact.funnel.open[cells.cell(p, c)];
                if (planned > 0 || leads > 0) {
                    double deals = (leads - planned) * cells.nextConversion(p, c);
                    open.add(new NotYetDue.OpenLeads(
                            cells.product(p).name(), cells.channel(c).name(), planned, leads, deals, deals * price));
                }
            }
        }
        return open;
    }

    /**
     * How many numbers were not known and taken as planned, or as they follow from what is known at the plan's
     * rates.
     *
     * @return by KPI, the months and products (and channels) in which the plan has something and the fact is not known;
     *     empty where all is known
     */
    public Map<Kpi, Long> assumed() {
        Map<Kpi, Long> assumed = new EnumMap<>(Kpi.class);
        for (Measure measure : Measure.values()) {
            long unknown = unknown(measure) - (before == null ? 0 : before.unknown(measure));
            if (unknown > 0) {
                assumed.put(measure.kpi(), unknown);
            }
        }
        return assumed;
    }

    private long unknown(Measure measure) {
        return fact.numbers.unknownOf(plan.numbers, measure);
    }

    /**
     * The parts that have no parts of their own, a row each: the amounts sum to the gap, and those of an owner to the owner's.
     * What belongs to no level is an empty field; the effect "not yet due" has no owner.
     *
     * @return the columns owner, direction, effect, product, channel, amount
     */
    public CsvTable table() {
        return PartTable.of(tree());
    }

    /** The digits of what is shown: those of the minor unit, none of a count. */
    private int digits() {
        return kpi.isMoney() ? Math.max(0, plan.cells.constants().currency().getDefaultFractionDigits()) : 0;
    }

    /** What a side comes to. */
    static BigDecimal total(Side side, Kpi kpi) {
        return switch (kpi) {
            case TRAFFIC -> sum(side.funnel.visits);
            case CONTACTS -> sum(side.funnel.contacts);
            case LEADS -> sum(side.funnel.leads);
            case NEW_DEALS -> sum(side.deals.byMonth);
            case REPEAT_DEALS -> BigDecimal.valueOf(side.repeatDeals());
            case DEALS -> total(side, Kpi.NEW_DEALS).add(total(side, Kpi.REPEAT_DEALS));
            case BASE -> BigDecimal.valueOf(side.base());
            case REVENUE -> side.money.total(Measure.REVENUE);
            case VARIABLE_COST -> side.money.total(Measure.VARIABLE_COST);
            case TRAFFIC_COST -> side.money.total(Measure.TRAFFIC_COST);
            case CONTRIBUTION -> total(side, Kpi.REVENUE).subtract(total(side, Kpi.VARIABLE_COST));
            case PROFIT ->
                total(side, Kpi.CONTRIBUTION)
                        .subtract(total(side, Kpi.TRAFFIC_COST))
                        .subtract(side.money.house);
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
        };
    }

    private static BigDecimal sum(double[] counts) {
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        return BigDecimal.valueOf(sum);
    }

    /** The gap and its parts down to effects. */
    @Override
    public String toString() {
        return kpi.label() + (before == null ? " through " : " of ") + through() + ", fact less plan\n" + tree();
    }
}
