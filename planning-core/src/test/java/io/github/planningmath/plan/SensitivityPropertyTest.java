package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Pillar;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.CostPerVisit;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What a sensitivity says is what the constant, changed by hand, comes to. */
class SensitivityPropertyTest {

    private static final BigDecimal MORE = new BigDecimal("1.1");
    private static final Planner PLANNER = Planner.withDefaults();

    /** A tenth more of everything that can be a tenth more, by the parts' own withers. */
    private static Map<String, UnaryOperator<PlanningConstants>> tenthMore(PlanningConstants constants) {
        Map<String, UnaryOperator<PlanningConstants>> changes = new HashMap<>();
        for (Product product : constants.assortment().products()) {
            String name = product.name();
            changes.put(
                    "price[" + name + "]",
                    c -> c.withProduct(name, p -> p.withPrice(p.price().multiply(MORE))));
            changes.put(
                    "unitCost[" + name + "]",
                    c -> c.withProduct(name, p -> p.withUnitCost(p.unitCost().multiply(MORE))));
            if (product.repeat() instanceof ConstantRepeat same) {
                Ratio repeat =
                        Ratio.of(same.repeat().numerator() * 11, same.repeat().denominator() * 10);
                changes.put(
                        "repeatRate[" + name + "]",
                        c -> c.withProduct(name, p -> p.withRepeat(new ConstantRepeat(same.retention(), repeat))));
                if (same.retention().numerator() * 11 <= same.retention().denominator() * 10) {
                    Ratio retention = Ratio.of(
                            same.retention().numerator() * 11, same.retention().denominator() * 10);
                    changes.put(
                            "retention[" + name + "]",
                            c -> c.withProduct(name, p -> p.withRepeat(new ConstantRepeat(retention, same.repeat()))));
                }
            }
        }
        for (Channel channel : constants.channels()) {
            String name = channel.name();
            more(channel.siteConversion())
                    .ifPresent(rate -> changes.put(
                            "siteConversion[" + name + "]",
                            c -> c.withChannel(name, each -> each.withSiteConversion(rate))));
            more(channel.warmUpRate())
                    .ifPresent(rate -> changes.put(
                            "warmUpRate[" + name + "]", c -> c.withChannel(name, each -> each.withWarmUpRate(rate))));
            BigDecimal cost = channel.cost().perVisit();
            if (cost != null) {
                changes.put(
                        "costPerVisit[" + name + "]",
                        c -> c.withChannel(name, each -> each.withCost(new CostPerVisit(cost.multiply(MORE)))));
            }
        }
        constants.tiers().forEach((tier, process) -> {
            more(process.managerConversion())
                    .ifPresent(rate -> changes.put(
                            "managerConversion[" + tier + "]",
                            c -> c.withTier(tier, each -> each.withManagerConversion(rate))));
        });
        changes.put(
                "fixedCosts",
                c -> c.withFixedCosts(new FixedCosts(
                        c.fixedCosts().amount().multiply(MORE), c.fixedCosts().per())));
        return changes;
    }

    private static Optional<Rate> more(Rate rate) {
        return rate.numerator() * 11 <= rate.denominator() * 10
                ? Optional.of(Rate.of(rate.numerator() * 11, rate.denominator() * 10))
                : Optional.empty();
    }

    @Property(tries = 200)
    void withTheTrafficHeldItIsTheProjectionOfTheChangedConstant(@ForAll @IntRange(max = 1_000_000) int number) {
        Plan plan = reached(WrittenPlans.task(number));
        Map<Driver<?>, Sensitivity.Swing> drivers =
                Sensitivity.of(plan, Rate.percent(10)).drivers();
        Map<String, UnaryOperator<PlanningConstants>> changes = tenthMore(plan.constants());
        changes.forEach((text, change) -> {
            Projection changed = Projection.of(change.apply(plan.constants()), plan.opening(), plan.traffic());
            assertThat(Objects.requireNonNull(drivers.get(Driver.parse(text))).more())
                    .as(text)
                    .isEqualTo(difference(changed, plan));
        });
        drivers.forEach((driver, swing) -> {
            boolean byHand = changes.containsKey(driver.toString());
            boolean leftToOthers = driver.kind() == Driver.Kind.COMMISSION
                    || driver.kind() == Driver.Kind.VISIT_CEILING
                    || (driver.kind() == Driver.Kind.MANAGER_CONVERSION && driver.channel() != null);
            assertThat(byHand || leftToOthers || swing.more() == null)
                    .as(driver.toString())
                    .isTrue();
        });
    }

    @Property(tries = 25)
    void plannedAnewItIsThePlanOfTheChangedConstant(@ForAll @IntRange(max = 1_000_000) int number) {
        PlanDocument task = WrittenPlans.task(number);
        Plan plan = reached(task);
        Planner planner = PLANNER.withPins(task.pins());
        Map<Driver<?>, Sensitivity.Swing> drivers =
                Sensitivity.replanned(plan, planner, Rate.percent(10)).drivers();
        tenthMore(plan.constants()).forEach((text, change) -> {
            Outcome<Plan> anew = planner.plan(plan.goal(), change.apply(plan.constants()), plan.opening());
            Sensitivity.Effect more =
                    Objects.requireNonNull(drivers.get(Driver.parse(text))).more();
            if (anew instanceof Outcome.Reached<Plan> reached) {
                assertThat(more).as(text).isEqualTo(difference(reached.value().projection(), plan));
            } else if (anew instanceof Unreachable<Plan> unreachable) {
                FinancialGoal nearest = unreachable.nearest();
                assertThat(more == null).as(text).isEqualTo(nearest == null);
            }
        });
    }

    @Property(tries = 200)
    void dearerIsNeverBetterAndAMoreGenerousPriceNeverWorse(@ForAll @IntRange(max = 1_000_000) int number) {
        Plan plan = reached(WrittenPlans.task(number));
        Sensitivity.of(plan, Rate.percent(10)).drivers().forEach((driver, swing) -> {
            int sign = switch (driver.kind()) {
                case PRICE -> 1;
                case UNIT_COST, COMMISSION, COST_PER_VISIT, FIXED_COSTS -> -1;
                default -> 0;
            };
            Sensitivity.Effect less = swing.less();
            Sensitivity.Effect more = swing.more();
            if (sign != 0 && less != null && more != null) {
                assertThat(more.profit().signum() * sign).as(driver.toString()).isNotNegative();
                // they act on every deal and visit alike; of a year's fixed costs, each month is rounded
                BigDecimal months = driver.kind() == Driver.Kind.FIXED_COSTS
                        ? BigDecimal.valueOf(plan.constants().horizon().months())
                        : BigDecimal.ZERO;
                assertThat(more.profit().add(less.profit()).abs())
                        .as(driver.toString())
                        .isLessThanOrEqualTo(months);
            }
        });
    }

    private static Plan reached(PlanDocument task) {
        @Nullable Plan plan = null;
        try {
            plan = task.outcome().<@Nullable Plan>fold(reached -> reached, unreachable -> null);
            if (plan != null) {
                // a revenue is planned for whatever it costs, and no spend may bring its traffic: then there is no
                // profit
                plan.profit(Scope.all());
            }
        } catch (IllegalArgumentException | ArithmeticException refused) {
            Assume.that(false);
        }
        Assume.that(plan != null);
        return Objects.requireNonNull(plan);
    }

    private static Sensitivity.Effect difference(Projection changed, Plan plan) {
        return new Sensitivity.Effect(
                changed.profit().subtract(plan.projection().profit()),
                changed.newDeals() - plan.projection().newDeals(),
                changed.trafficCost().subtract(plan.projection().trafficCost()));
    }

    @Property(tries = 100)
    void aPillarIsAllItsConstantsAtOnce(@ForAll @IntRange(max = 1_000_000) int number) {
        Plan plan = reached(WrittenPlans.task(number));
        PlanningConstants cheaper = plan.constants();
        PlanningConstants unpersuasive = plan.constants();
        for (Product product : plan.constants().assortment().products()) {
            cheaper = cheaper.withProduct(
                    product.name(), each -> each.withPrice(each.price().multiply(new BigDecimal("0.9"))));
        }
        for (SalesTier tier : plan.constants().tiers().keySet()) {
            unpersuasive = unpersuasive.withTier(tier, process -> {
                var worse = process.withManagerConversion(less(process.managerConversion()));
                for (String channel : List.copyOf(process.conversionByChannel().keySet())) {
                    worse = worse.withConversion(channel, less(process.conversion(channel)));
                }
                return worse;
            });
        }
        Map<Pillar, Sensitivity.Swing> pillars =
                Sensitivity.of(plan, Rate.percent(10)).pillars();
        assertThat(Objects.requireNonNull(pillars.get(Pillar.PRODUCT)).less())
                .isEqualTo(difference(Projection.of(cheaper, plan.opening(), plan.traffic()), plan));
        assertThat(Objects.requireNonNull(pillars.get(Pillar.SALES)).less())
                .isEqualTo(difference(Projection.of(unpersuasive, plan.opening(), plan.traffic()), plan));
    }

    private static Rate less(Rate rate) {
        return Rate.of(rate.numerator() * 9, rate.denominator() * 10);
    }
}
