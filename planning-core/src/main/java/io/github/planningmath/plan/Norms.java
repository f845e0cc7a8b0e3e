package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.quantity.CsvTable;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Direction;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The norms of a plan, made one by one while they are asked for; narrowed by department, KPI and scope.
 *
 * <p>As JSON it is a view, which is not read back: the list of them.
 */
public final class Norms implements Iterable<Norm> {

    private static final int SHOWN = 20;

    private final Function<Wanted, Stream<Norm>> maker;
    private final Wanted wanted;

    Norms(Function<Wanted, Stream<Norm>> maker) {
        this(maker, Wanted.ALL);
    }

    private Norms(Function<Wanted, Stream<Norm>> maker, Wanted wanted) {
        this.maker = maker;
        this.wanted = wanted;
    }

    /**
     * What norms are wanted of, tested before any is made.
     *
     * @param kpi of these KPIs
     * @param owner that these departments answer for
     * @param month of these months, or of the whole plan
     * @param product of these products, or of all
     * @param channel of these channels, or of all
     * @param tier of these tiers, or of all
     */
    record Wanted(
            Predicate<Kpi> kpi,
            Predicate<Department> owner,
            Predicate<@Nullable YearMonth> month,
            Predicate<@Nullable String> product,
            Predicate<@Nullable String> channel,
            Predicate<@Nullable SalesTier> tier) {

        private static final Wanted ALL =
                new Wanted(kpi -> true, owner -> true, month -> true, product -> true, channel -> true, tier -> true);
    }

    private Norms where(Wanted narrower) {
        return new Norms(maker, narrower);
    }

    /**
     * The norms that a department answers for, alone or with the other.
     *
     * @param department the department; {@link Department#SHARED} for those that both answer for
     * @return the narrower norms
     */
    public Norms of(Department department) {
        Predicate<Department> answers = owner -> owner == department || owner == Department.SHARED;
        return where(new Wanted(
                wanted.kpi(),
                wanted.owner().and(answers),
                wanted.month(),
                wanted.product(),
                wanted.channel(),
                wanted.tier()));
    }

    /**
     * The norms of one KPI.
     *
     * @param kpi the KPI
     * @return the narrower norms
     */
    public Norms of(Kpi kpi) {
        return where(new Wanted(
                wanted.kpi().and(kpi::equals),
                wanted.owner(),
                wanted.month(),
                wanted.product(),
                wanted.channel(),
                wanted.tier()));
    }

    /**
     * The norms of one direction of a customer's life, at its rate and at what it passes on:
     *
     * <ul>
     *   <li>capture: traffic, new contacts, site conversion
     *   <li>warm-up: leads, warm-up rate
     *   <li>sale: stage entries, new deals, open leads, manager conversion
     *   <li>retention: customers kept and lost, the current base, retention rate
     *   <li>repeat sale: repeat deals, repeat rate
     * </ul>
     *
     * @param direction the direction
     * @return the narrower norms
     */
    public Norms of(Direction direction) {
        Required.present(direction, "Norms.direction");
        return where(new Wanted(
                wanted.kpi().and(kpi -> kpi.direction() == direction),
                wanted.owner(),
                wanted.month(),
                wanted.product(),
                wanted.channel(),
                wanted.tier()));
    }

    /**
     * The norms of one month.
     *
     * @param month the month
     * @return the narrower norms
     */
    public Norms month(YearMonth month) {
        return where(new Wanted(
                wanted.kpi(),
                wanted.owner(),
                wanted.month().and(month::equals),
                wanted.product(),
                wanted.channel(),
                wanted.tier()));
    }

    /**
     * The norms of one product.
     *
     * @param product the product's name
     * @return the narrower norms
     */
    public Norms product(String product) {
        return where(new Wanted(
                wanted.kpi(),
                wanted.owner(),
                wanted.month(),
                wanted.product().and(product::equals),
                wanted.channel(),
                wanted.tier()));
    }

    /**
     * The norms of one channel.
     *
     * @param channel the channel's name
     * @return the narrower norms
     */
    public Norms channel(String channel) {
        return where(new Wanted(
                wanted.kpi(),
                wanted.owner(),
                wanted.month(),
                wanted.product(),
                wanted.channel().and(channel::equals),
                wanted.tier()));
    }

    /**
     * The norms of one tier.
     *
     * @param tier the tier
     * @return the narrower norms
     */
    public Norms tier(SalesTier tier) {
        return where(new Wanted(
                wanted.kpi(),
                wanted.owner(),
                wanted.month(),
                wanted.product(),
                wanted.channel(),
                wanted.tier().and(tier::equals)));
    }

    /**
     * The norms one by one.
     *
     * @return a stream that makes each norm when it comes to it
     */
    public Stream<Norm> stream() {
        return maker.apply(wanted);
    }

    /**
     * All of them at once.
     *
     * @return the norms, in the plan's order
     */
    public List<Norm> list() {
        return stream().toList();
    }

    /**
     * The norms as a table with a row for each KPI, product, channel and tier, and a column for each month and for the whole
     * plan. Totals stand in rows of their own beside their parts: an open product, channel or tier is an empty field.
     *
     * @return the columns kpi, product, channel, tier, stage where there are any, owner, the months and "whole plan"
     */
    public CsvTable byMonth() {
        return NormTables.byMonth(this);
    }

    /**
     * The cells of the norms, a row each, without the totals over them, so that the values of a KPI that adds up sum to its
     * norm of the whole plan. Of what there is by product and channel, a cell is a month, product and channel; of deals and
     * their money a month and product; of profit a month. A ratio has at most nine decimals.
     *
     * @return the columns kpi, month, product, channel, tier, stage where there are any, value, owner
     */
    public CsvTable byCell() {
        return NormTables.byCell(list());
    }

    @Override
    public Iterator<Norm> iterator() {
        return stream().iterator();
    }

    /** The first norms, one a line. */
    @Override
    public String toString() {
        List<Norm> first = stream().limit(SHOWN + 1L).toList();
        return first.stream().limit(SHOWN).map(Norm::toString).collect(Collectors.joining("\n"))
                + (first.size() > SHOWN ? "\n… and so on" : "");
    }
}
