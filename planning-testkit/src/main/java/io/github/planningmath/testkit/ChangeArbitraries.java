package io.github.planningmath.testkit;

import io.github.planningmath.plan.Change;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Constants that have other values from a month on. */
final class ChangeArbitraries {

    private static final int MOST_CHANGES = 5;

    /** Those of leads, which act until the last month in which deals of the plan's leads are made. */
    private static final Set<Driver.Kind> CONVERSIONS = EnumSet.of(
            Driver.Kind.MANAGER_CONVERSION,
            Driver.Kind.PRODUCT_CONVERSION,
            Driver.Kind.STAGE_CONVERSION,
            Driver.Kind.PRODUCT_STAGE_CONVERSION);

    private static final Set<Driver.Kind> RATES_OF_CUSTOMERS =
            EnumSet.of(Driver.Kind.RETENTION, Driver.Kind.REPEAT_RATE);

    private ChangeArbitraries() {}

    /** Most constants hold in all months; of others a few change, perhaps more than once. */
    static Arbitrary<PlanningConstants> changing(PlanningConstants constants) {
        Arbitrary<PlanningConstants> changing = Arbitraries.frequencyOf(
                        Tuple.of(3, ofValues(constants)),
                        Tuple.of(2, ofMixes(constants)),
                        Tuple.of(1, ofBehaviours(constants)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_CHANGES)
                .map(changes -> changed(constants, changes));
        return Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(constants)), Tuple.of(1, changing));
    }

    /** One after another. */
    static PlanningConstants changed(PlanningConstants constants, List<UnaryOperator<PlanningConstants>> changes) {
        PlanningConstants changed = constants;
        for (UnaryOperator<PlanningConstants> each : changes) {
            changed = each.apply(changed);
        }
        return changed;
    }

    /** An amount, a count or a rate becomes half of it to twice as much. */
    private static Arbitrary<UnaryOperator<PlanningConstants>> ofValues(PlanningConstants constants) {
        return Combinators.combine(
                        Arbitraries.of(values(constants)),
                        months(),
                        Arbitraries.integers().between(50, 200))
                .as((driver, month, percent) -> before -> scaled(before, month, driver, percent));
    }

    private static Arbitrary<UnaryOperator<PlanningConstants>> ofMixes(PlanningConstants constants) {
        List<String> channels = constants.channels().stream().map(Channel::name).toList();
        List<Driver<ChannelMix>> mixes = new ArrayList<>();
        constants.tiers().keySet().forEach(tier -> mixes.add(Driver.channelMix(tier)));
        constants.processByProduct().keySet().forEach(product -> mixes.add(Driver.channelMix(product)));
        return Combinators.combine(Arbitraries.of(mixes), months(), TrafficArbitraries.channelMixes(channels))
                .as((driver, month, mix) -> before -> from(before, month, driver, mix));
    }

    /** Customers of every age behave otherwise from a month on, where not a rate of them alone changes. */
    private static Arbitrary<UnaryOperator<PlanningConstants>> ofBehaviours(PlanningConstants constants) {
        return Combinators.combine(
                        Arbitraries.of(constants.assortment().products()),
                        months(),
                        SalesArbitraries.repeatBehaviours())
                .as((product, month, behaviour) -> before -> changes(before, product.name(), RATES_OF_CUSTOMERS)
                        ? before
                        : from(before, month, Driver.repeatBehaviour(product.name()), behaviour));
    }

    private static boolean changes(PlanningConstants constants, String product, Set<Driver.Kind> kinds) {
        return constants.changes().stream()
                .map(Change::constant)
                .anyMatch(driver -> product.equals(driver.product()) && kinds.contains(driver.kind()));
    }

    /** Which of the months in which a change may act: the remainder is taken. */
    private static Arbitrary<Integer> months() {
        return Arbitraries.integers().between(0, 59);
    }

    private static <V> PlanningConstants from(PlanningConstants constants, int month, Driver<V> driver, V value) {
        int months = lastMonth(constants, driver);
        return months == 0
                ? constants
                : constants.from(constants.horizon().first().plusMonths(1 + month % months), driver, value);
    }

    /** Months after the first, 0 where there is none. */
    private static int lastMonth(PlanningConstants constants, Driver<?> driver) {
        int months = constants.horizon().months() - 1;
        if (!CONVERSIONS.contains(driver.kind())) {
            return months;
        }
        SalesTier tier = driver.tier();
        String product = driver.product();
        return months
                + (tier != null
                        ? constants.tier(tier).cycleMonths()
                        : constants.process(Objects.requireNonNull(product)).cycleMonths());
    }

    private static List<Driver<?>> values(PlanningConstants constants) {
        List<Driver<?>> drivers = new ArrayList<>();
        drivers.add(Driver.fixedCosts());
        for (Product product : constants.assortment().products()) {
            String name = product.name();
            drivers.addAll(List.of(
                    Driver.price(name),
                    Driver.unitCost(name),
                    Driver.commission(name),
                    Driver.renewalPrice(name),
                    Driver.renewalUnitCost(name),
                    Driver.renewalCommission(name),
                    Driver.retention(name),
                    Driver.repeatRate(name)));
        }
        for (Channel channel : constants.channels()) {
            drivers.add(Driver.siteConversion(channel.name()));
            drivers.add(Driver.warmUpRate(channel.name()));
            drivers.add(Driver.visitCeiling(channel.name()));
            if (channel.cost().perVisit() != null) {
                drivers.add(Driver.costPerVisit(channel.name()));
            }
        }
        constants.tiers().forEach((tier, process) -> {
            process.stages().forEach(stage -> drivers.add(Driver.stageConversion(tier, stage.name())));
            if (!process.stages().isEmpty()) {
                return;
            }
            drivers.add(Driver.managerConversion(tier));
            process.channels().shares().keySet().forEach(each -> drivers.add(Driver.managerConversion(tier, each)));
        });
        constants.processByProduct().forEach((product, process) -> {
            process.stages().forEach(stage -> drivers.add(Driver.stageConversion(product, stage.name())));
            if (!process.stages().isEmpty()) {
                return;
            }
            drivers.add(Driver.managerConversion(product));
            process.channels().shares().keySet().forEach(each -> drivers.add(Driver.managerConversion(product, each)));
        });
        return drivers;
    }

    private static <V> PlanningConstants scaled(PlanningConstants constants, int month, Driver<V> driver, int percent) {
        String product = driver.product();
        boolean isOfBehaviour = product != null
                && RATES_OF_CUSTOMERS.contains(driver.kind())
                && changes(constants, product, EnumSet.of(Driver.Kind.REPEAT_BEHAVIOUR));
        int months = lastMonth(constants, driver);
        if (isOfBehaviour || months == 0) {
            return constants;
        }
        YearMonth from = constants.horizon().first().plusMonths(1 + month % months);
        V value = value(constants, from, driver);
        return value == null ? constants : constants.from(from, driver, times(value, percent));
    }

    /** The value in force; of a renewal or a channel that has none of its own that of new deals or of all channels. */
    @SuppressWarnings("unchecked") // of the type that it was
    private static <V> @Nullable V value(PlanningConstants constants, YearMonth month, Driver<V> driver) {
        YearMonth last = constants.horizon().last();
        PlanningConstants then = constants.in(month.isAfter(last) ? last : month);
        V own = then.value(driver);
        return own == null ? (V) ofAll(then, driver) : own;
    }

    private static @Nullable Object ofAll(PlanningConstants then, Driver<?> driver) {
        SalesTier tier = driver.tier();
        String product = driver.product();
        if (tier != null) {
            return then.value(Driver.managerConversion(tier));
        }
        if (product == null) {
            return null;
        }
        return switch (driver.kind()) {
            case RENEWAL_PRICE -> then.value(Driver.price(product));
            case RENEWAL_UNIT_COST -> then.value(Driver.unitCost(product));
            case RENEWAL_COMMISSION -> Ratio.percent(10);
            case PRODUCT_CONVERSION -> then.value(Driver.managerConversion(product));
            default -> null;
        };
    }

    /** A value times a percentage; of a rate only a lower one, which is a rate in any case. */
    @SuppressWarnings("unchecked") // of the type that it was
    private static <V> V times(V value, int percent) {
        if (value instanceof BigDecimal amount) {
            return (V) amount.multiply(BigDecimal.valueOf(percent, 2));
        }
        if (value instanceof Rate rate) {
            return (V) rate.times(Rate.percent(Math.min(percent, 100)));
        }
        if (value instanceof Long count) {
            return (V) Long.valueOf(Ratio.percent(percent).yieldOf(count));
        }
        if (value instanceof FixedCosts costs) {
            return (V) new FixedCosts(costs.amount().multiply(BigDecimal.valueOf(percent, 2)), costs.per());
        }
        return (V) ((Ratio) value).times(Ratio.percent(Math.min(percent, 100)));
    }
}
