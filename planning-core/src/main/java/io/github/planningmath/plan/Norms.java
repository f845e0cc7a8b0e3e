package io.github.planningmath.plan;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.sales.SalesTier;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The norms of a plan, made one by one while they are asked for; narrowed by department, KPI and scope. */
public final class Norms implements Iterable<Norm> {

    private final Supplier<Stream<Norm>> all;

    Norms(Supplier<Stream<Norm>> all) {
        this.all = all;
    }

    private Norms where(Predicate<Norm> wanted) {
        return new Norms(() -> all.get().filter(wanted));
    }

    /**
     * The norms that a department answers for, alone or with the other.
     *
     * @param department the department; {@link Department#SHARED} for those that both answer for
     * @return the narrower norms
     */
    public Norms of(Department department) {
        return where(norm -> norm.owner() == department || norm.owner() == Department.SHARED);
    }

    /**
     * The norms of one KPI.
     *
     * @param kpi the KPI
     * @return the narrower norms
     */
    public Norms of(Kpi kpi) {
        return where(norm -> norm.kpi() == kpi);
    }

    /**
     * The norms of one month.
     *
     * @param month the month
     * @return the narrower norms
     */
    public Norms month(YearMonth month) {
        return where(norm -> month.equals(norm.scope().month()));
    }

    /**
     * The norms of one product.
     *
     * @param product the product's name
     * @return the narrower norms
     */
    public Norms product(String product) {
        return where(norm -> product.equals(norm.scope().product()));
    }

    /**
     * The norms of one channel.
     *
     * @param channel the channel's name
     * @return the narrower norms
     */
    public Norms channel(String channel) {
        return where(norm -> channel.equals(norm.scope().channel()));
    }

    /**
     * The norms of one tier.
     *
     * @param tier the tier
     * @return the narrower norms
     */
    public Norms tier(SalesTier tier) {
        return where(norm -> norm.scope().tier() == tier);
    }

    /**
     * The norms one by one.
     *
     * @return a stream that makes each norm when it comes to it
     */
    public Stream<Norm> stream() {
        return all.get();
    }

    /**
     * All of them at once.
     *
     * @return the norms, in the plan's order
     */
    public List<Norm> list() {
        return stream().toList();
    }

    @Override
    public Iterator<Norm> iterator() {
        return stream().iterator();
    }
}
