package io.github.planningmath.plan;

import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.traffic.ChannelMix;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows by which constants change in time: checked, in order, and laid over the constants of the first month. */
final class Changes {

    private static final Comparator<Change> ORDER = Comparator.comparing(Change::from)
            .thenComparing(change -> change.constant().toString());

    private Changes() {}

    /** The row that gives a constant another value from a month on. */
    static Change of(YearMonth from, Driver<?> driver, Object value) {
        Driver.Kind kind = driver.kind();
        String product = driver.product();
        String channel = driver.channel();
        if (product != null && value instanceof BigDecimal amount) {
            return new Change.AmountOfProduct(from, kind, product, amount);
        }
        String stage = driver.stage();
        if (stage != null && value instanceof Rate rate) {
            return product == null
                    ? new Change.RateOfTierStage(from, kind, Objects.requireNonNull(driver.tier()), stage, rate)
                    : new Change.RateOfProductStage(from, kind, product, stage, rate);
        }
        if (product != null && value instanceof Rate rate) {
            return kind == Driver.Kind.COMMISSION
                    ? new Change.ShareOfProduct(from, kind, product, rate)
                    : new Change.RateOfProduct(from, kind, product, channel, rate);
        }
        if (value instanceof ChannelMix mix) {
            return product == null
                    ? new Change.MixOfTier(from, kind, Objects.requireNonNull(driver.tier()), mix)
                    : new Change.MixOfProduct(from, kind, product, mix);
        }
        if (product != null && value instanceof Ratio rate) {
            return new Change.RateOfCustomers(from, kind, product, rate);
        }
        if (product != null && value instanceof RepeatBehaviour behaviour) {
            return new Change.BehaviourOfCustomers(from, kind, product, behaviour);
        }
        if (driver.tier() == null && product == null && channel != null && value instanceof Rate rate) {
            return new Change.ShareOfChannel(from, kind, channel, rate);
        }
        if (channel != null && value instanceof BigDecimal amount) {
            return new Change.AmountOfChannel(from, kind, channel, amount);
        }
        if (channel != null && value instanceof Long count) {
            return new Change.CountOfChannel(from, kind, channel, count);
        }
        if (driver.tier() != null && value instanceof Rate rate) {
            return new Change.RateOfTier(from, kind, driver.tier(), channel, rate);
        }
        if (value instanceof FixedCosts costs) {
            return new Change.CostsOfTheHouse(from, kind, costs);
        }
        throw cannotChange(driver.toString());
    }

    private static IllegalArgumentException cannotChange(String driver) {
        String those = ChangingKinds.all().map(Driver.Kind::key).collect(Collectors.joining(", "));
        return new IllegalArgumentException(
                "Change.driver must be of what may change in time (" + those + "), but was " + driver + ".");
    }

    /** Rows in order of month and constant. */
    static List<Change> inOrder(List<Change> changes) {
        return changes.stream().sorted(ORDER).toList();
    }

    /** Rows with those that initiatives bring about, in order. */
    static List<Change> withEffects(List<Change> changes, List<Initiative> initiatives) {
        if (initiatives.isEmpty()) {
            return changes;
        }
        List<Change> rows = new ArrayList<>(changes);
        initiatives.forEach(initiative -> rows.addAll(initiative.effects()));
        return inOrder(rows);
    }

    /** Rows must be of months after the first, one for a constant and month, of what there is, and of a value that fits it. */
    static void require(List<Change> changes, PlanningConstants plain) {
        Set<String> seen = new HashSet<>();
        PlanningConstants changed = plain;
        for (Change change : changes) {
            requireMonth(change, plain);
            if (!seen.add(change.constant() + " from " + change.from())) {
                throw new IllegalArgumentException("PlanningConstants.changes must hold one value of "
                        + change.constant() + " from " + change.from() + " on, but held two.");
            }
            if (change.driver() == Driver.Kind.COST_PER_VISIT
                    && change.constant().value(plain) == null) {
                throw new IllegalArgumentException(
                        "PlanningConstants.changes must be of a cost per visit where every visit"
                                + " costs the same, but was of " + change.constant()
                                + ", which is priced by its month as a whole.");
            }
            requireOneKind(change, changes);
            changed = with(changed, change.constant(), change.value());
        }
    }

    /** What is held whole and its parts would overwrite each other. */
    private static void requireOneKind(Change change, List<Change> changes) {
        if (change instanceof Change.BehaviourOfCustomers whole
                && changes.stream()
                        .anyMatch(other -> other instanceof Change.RateOfCustomers part
                                && part.driver() != Driver.Kind.RENEWAL_COMMISSION
                                && part.product().equals(whole.product()))) {
            throw new IllegalArgumentException("PlanningConstants.changes must be of the repeat behaviour of "
                    + whole.product() + " as a whole, or of its retention and repeat rate, but were of both.");
        }
    }

    private static void requireMonth(Change change, PlanningConstants constants) {
        YearMonth first = constants.horizon().first();
        YearMonth last = lastMonth(change, constants.horizon(), constants);
        if (change.from().isAfter(first) && !change.from().isAfter(last)) {
            return;
        }
        throw new IllegalArgumentException(
                "PlanningConstants.changes must be from a month after the first of the horizon, "
                        + first + ", and at most "
                        + (last.equals(constants.horizon().last())
                                ? "its last, " + last
                                : last + ", in which the last deals of its leads are made")
                        + ", but " + change.constant() + " was from "
                        + change.from()
                        + "."
                        + (change.from().isAfter(last)
                                ? ""
                                : " Perhaps PlanningConstants.with was meant: the value of the first month is the constant itself."));
    }

    /** The last month in which a change acts: of the horizon, or of the deals of its leads. */
    private static YearMonth lastMonth(Change change, Horizon horizon, PlanningConstants constants) {
        if (change instanceof Change.RateOfProduct row) {
            return horizon.last().plusMonths(constants.process(row.product()).cycleMonths());
        }
        if (change instanceof Change.RateOfProductStage row) {
            return horizon.last().plusMonths(constants.process(row.product()).cycleMonths());
        }
        if (change instanceof Change.RateOfTierStage row) {
            return horizon.last().plusMonths(constants.tier(row.tier()).cycleMonths());
        }
        return change instanceof Change.RateOfTier row
                ? horizon.last().plusMonths(constants.tier(row.tier()).cycleMonths())
                : horizon.last();
    }

    /** Whether a change acts after the first month of a horizon, until the last in which deals of its leads are made. */
    static boolean isAhead(Change change, Horizon horizon, PlanningConstants constants) {
        return change.from().isAfter(horizon.first()) && !change.from().isAfter(lastMonth(change, horizon, constants));
    }

    // a row holds what values of its constant are
    @SuppressWarnings("unchecked")
    private static <V> PlanningConstants with(PlanningConstants constants, Driver<V> driver, Object value) {
        return driver.with(constants, (V) value);
    }

    /** The rows without those of a constant from a month on. */
    static List<Change> without(List<Change> changes, Driver<?> driver, YearMonth from) {
        List<Change> left = new ArrayList<>(changes);
        left.removeIf(
                change -> change.constant().equals(driver) && !change.from().isBefore(from));
        return left;
    }

    /** The constants as they are in a month: all rows until then laid over those of the first. */
    static PlanningConstants in(YearMonth month, List<Change> changes, PlanningConstants plain) {
        PlanningConstants changed = plain;
        for (Change change : changes) {
            changed = change.from().isAfter(month) ? changed : with(changed, change.constant(), change.value());
        }
        return changed;
    }

    /** The constants of the month before, with what changes in a month. */
    static PlanningConstants from(YearMonth month, List<Change> changes, PlanningConstants before) {
        return in(
                month,
                changes.stream().filter(change -> change.from().equals(month)).toList(),
                before);
    }

    /** The process of a product as it is in a month, after the horizon with the conversions that were in force last. */
    static SalesProcess process(YearMonth month, Product product, PlanningConstants constants) {
        SalesProcess process = constants.process(product.name());
        boolean isOwn = constants.processByProduct().containsKey(product.name());
        for (Change change : constants.inForce()) {
            process = change.from().isAfter(month) ? process : laidOver(process, change, product, isOwn);
        }
        return process;
    }

    /** The same of months in a row. */
    static List<SalesProcess> processes(YearMonth first, int months, Product product, PlanningConstants constants) {
        boolean isOwn = constants.processByProduct().containsKey(product.name());
        List<Change> rows = constants.inForce();
        List<SalesProcess> processes = new ArrayList<>();
        SalesProcess process = process(first, product, constants);
        for (int month = 0; month < months; month++) {
            YearMonth name = first.plusMonths(month);
            for (Change change : month == 0 ? List.<Change>of() : rows) {
                process = change.from().equals(name) ? laidOver(process, change, product, isOwn) : process;
            }
            processes.add(process);
        }
        return processes;
    }

    /** A process with a row that is of it. */
    private static SalesProcess laidOver(SalesProcess process, Change change, Product product, boolean isOwn) {
        if (isOwn && change instanceof Change.RateOfProduct row && row.product().equals(product.name())) {
            return withConversion(process, row.channel(), row.value());
        }
        if (!isOwn && change instanceof Change.RateOfTier row && row.tier() == product.tier()) {
            return withConversion(process, row.channel(), row.value());
        }
        if (isOwn
                && change instanceof Change.RateOfProductStage row
                && row.product().equals(product.name())) {
            return process.withStage(process.stage(row.stage()).withConversion(row.value()));
        }
        if (!isOwn && change instanceof Change.RateOfTierStage row && row.tier() == product.tier()) {
            return process.withStage(process.stage(row.stage()).withConversion(row.value()));
        }
        return process;
    }

    private static SalesProcess withConversion(SalesProcess process, @Nullable String channel, Rate conversion) {
        return channel == null
                ? process.withManagerConversion(conversion)
                : process.withConversion(channel, conversion);
    }

    /** The channel mix of a product's leads in each month of the horizon. */
    static List<ChannelMix> mixes(Product product, PlanningConstants constants) {
        boolean isOwn = constants.processByProduct().containsKey(product.name());
        Driver<ChannelMix> driver = isOwn ? Driver.channelMix(product.name()) : Driver.channelMix(product.tier());
        List<ChannelMix> mixes = new ArrayList<>(Collections.nCopies(
                constants.horizon().months(), constants.process(product.name()).channels()));
        for (Change change : constants.inForce()) {
            if (change.value() instanceof ChannelMix mix && change.constant().equals(driver)) {
                int from = constants.horizon().indexOf(change.from());
                Collections.fill(mixes.subList(from, mixes.size()), mix);
            }
        }
        return mixes;
    }

    /** The channels that leads of a product come from in any month of the horizon. */
    static Set<String> channels(Product product, PlanningConstants constants) {
        Set<String> channels = new LinkedHashSet<>();
        mixes(product, constants).forEach(mix -> channels.addAll(mix.shares().keySet()));
        return channels;
    }

    /** The constants with each value of one of them changed; null where one of them becomes none. */
    static <V> @Nullable PlanningConstants changed(
            PlanningConstants constants, Driver<V> driver, V first, Function<V, @Nullable V> change) {
        V value = change.apply(first);
        List<Change> rows = changed(constants.changes(), driver, change);
        if (value == null || rows == null) {
            return null;
        }
        List<Initiative> initiatives = new ArrayList<>();
        for (Initiative initiative : constants.initiatives()) {
            List<Change> effects = changed(initiative.effects(), driver, change);
            if (effects == null) {
                return null;
            }
            initiatives.add(initiative.withEffects(effects));
        }
        PlanningConstants steady = constants.withInitiatives(List.of()).with(driver, value);
        return (rows.isEmpty() ? steady : steady.withChanges(rows)).withInitiatives(initiatives);
    }

    /** The rows with each value of one constant changed; null where one of them becomes none. */
    // a row holds what values of its constant are
    @SuppressWarnings("unchecked")
    private static <V> @Nullable List<Change> changed(
            List<Change> rows, Driver<V> driver, Function<V, @Nullable V> change) {
        List<Change> changed = new ArrayList<>();
        for (Change row : rows) {
            if (!row.constant().equals(driver)) {
                changed.add(row);
                continue;
            }
            V next = change.apply((V) row.value());
            if (next == null) {
                return null;
            }
            changed.add(of(row.from(), driver, next));
        }
        return changed;
    }

    /** Refuses another value of a constant that changes in time, given where only one value can be said. */
    static void requireKept(List<Change> changes, PlanningConstants before, PlanningConstants after, String call) {
        for (Change change : changes) {
            Object was = change.constant().value(before);
            Object is = change.constant().value(after);
            if (!Objects.equals(was, is)) {
                throw new IllegalArgumentException(
                        "PlanningConstants." + call + " must leave " + change.constant()
                                + " as it is, because it changes in time, but it was " + is + " instead of " + was
                                + ". Perhaps PlanningConstants.with for all months, changing for each or from a month on was meant.");
            }
        }
    }
}
