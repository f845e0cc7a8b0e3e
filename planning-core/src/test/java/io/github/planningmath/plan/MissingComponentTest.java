package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static io.github.planningmath.plan.SmallBusiness.constants;
import static io.github.planningmath.plan.SmallBusiness.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record of the plan names the component that was not given, and accepts absence only where it means something. */
@SuppressWarnings("NullAway") // null is what is refused
class MissingComponentTest {

    /** The components whose absence means something. */
    private static final Set<String> MAY_BE_ABSENT = Set.of(
            "Cohort.matured",
            "OrderedDeals.ordered",
            "ChangedConstant.after",
            "ChangedConstant.before",
            "Leads.product",
            "Given.basis",
            "LeastLeads.shortfalls",
            "LosesMoney.channel",
            "Measured.standardError",
            "Row.from",
            "Row.value",
            "RateOfTier.channel",
            "RateOfProduct.channel",
            "Remainder.channel",
            "Remainder.stage",
            "StageEntries.fraction",
            "Scope.stage",
            "Scope.month",
            "Scope.through",
            "Scope.product",
            "Scope.channel",
            "Scope.tier",
            "Unreachable.nearest",
            "PinConflict.possible",
            "Inadmissible.needed",
            "NotAllTried.most",
            "Difference.before",
            "Difference.after");

    static Stream<Record> records() {
        NormValue.Count count = new NormValue.Count(1L);
        Derivation given = new Derivation.Given("deals", count, null);
        FinancialGoal goal = SettledGoal.profit("1");
        Plan plan = plan(goal, constants(), NOTHING);
        return Stream.<Record>of(
                goal,
                new AfterHorizon.DealsDue("crm", JANUARY, 1L),
                constants(),
                new PlanningConstants.ApproachMismatch("crm", SalesTier.STRATEGIC, Ratio.ONE, List.of("site")),
                (Season.OfYear) Season.even(),
                new Season.Launch(JANUARY, List.of(Ratio.ONE)),
                FixedCosts.none(),
                Payroll.none(),
                NOTHING,
                Position.Customers.of("crm", 0, 1),
                Position.Cohort.of("crm", "site", JANUARY, 1),
                Position.StageEntries.of("crm", "site", "qualified", JANUARY, 1),
                Position.OpenLeads.of("crm", "site", JANUARY, 1),
                new Position.Remainder(Position.Rounded.NEW_DEALS, "crm", null, Ratio.of(1, 2)),
                new Pin.Deals("crm", JANUARY, 1L),
                new Pin.Leads("site", "crm", JANUARY, 1L),
                Scope.month(JANUARY).product("crm").channel("site").tier(SalesTier.CONSULTATIVE),
                new Funnel.Flow(Map.of(), Map.of(), Map.of(), 1L),
                new Unreachable<Plan>(goal, goal, List.of(new Obstacle.TrafficTooDear(1L))),
                new Outcome.Reached<>("plan"),
                new Obstacle.LosesMoney(BigDecimal.ONE, BigDecimal.ONE, "crm", null),
                new Obstacle.TrafficTooDear(1L),
                new Obstacle.CustomersLeave(List.of("crm")),
                Target.customers(1),
                new Obstacle.TargetMissed(Target.customers(1), BigDecimal.ONE),
                new Obstacle.MarketExhausted("crm", 1L, 0L),
                new Obstacle.DeskOverloaded(YearMonth.of(2027, 1), 2L, 1L),
                new Obstacle.PeopleTooDear(1L),
                new Workload(constants().horizon(), List.of()),
                new Workload.Work(JANUARY, SalesTier.STRATEGIC, 1L, 1L, 1L, 1L),
                new Teams(List.of()),
                new Change.AmountOfProduct(JANUARY, Driver.Kind.PRICE, "crm", BigDecimal.ONE),
                new Change.ShareOfProduct(JANUARY, Driver.Kind.COMMISSION, "crm", Rate.ONE),
                new Change.RateOfCustomers(JANUARY, Driver.Kind.RETENTION, "crm", Ratio.ONE),
                new Change.BehaviourOfCustomers(JANUARY, Driver.Kind.REPEAT_BEHAVIOUR, "crm", RepeatBehaviour.none()),
                new Change.ShareOfChannel(JANUARY, Driver.Kind.SITE_CONVERSION, "site", Rate.ONE),
                new Change.CountOfChannel(JANUARY, Driver.Kind.VISIT_CEILING, "site", 1L),
                new Change.AmountOfChannel(JANUARY, Driver.Kind.COST_PER_VISIT, "site", BigDecimal.ONE),
                new Change.RateOfTier(
                        JANUARY, Driver.Kind.MANAGER_CONVERSION, SalesTier.CONSULTATIVE, "site", Rate.ONE),
                new Change.RateOfTierStage(
                        JANUARY, Driver.Kind.STAGE_CONVERSION, SalesTier.CONSULTATIVE, "qualified", Rate.ONE),
                new Change.RateOfProductStage(
                        JANUARY, Driver.Kind.PRODUCT_STAGE_CONVERSION, "crm", "qualified", Rate.ONE),
                new Change.RateOfProduct(JANUARY, Driver.Kind.PRODUCT_CONVERSION, "crm", "site", Rate.ONE),
                new Change.MixOfTier(JANUARY, Driver.Kind.CHANNEL_MIX, SalesTier.CONSULTATIVE, ChannelMix.only("site")),
                new Change.MixOfProduct(JANUARY, Driver.Kind.PRODUCT_CHANNEL_MIX, "crm", ChannelMix.only("site")),
                new Change.CostsOfTheHouse(JANUARY, Driver.Kind.FIXED_COSTS, FixedCosts.none()),
                new Obstacle.Ceiling("site", JANUARY, 1L),
                new Obstacle.CeilingsBind("crm", List.of(new Obstacle.Ceiling("site", JANUARY, 1L))),
                new Obstacle.BeyondHorizon("crm", 3, 1L),
                new Obstacle.OutOfSeason("crm", JANUARY, JANUARY),
                new Obstacle.PinConflict("leads of crm", 1L),
                new Obstacle.Inadmissible("price", "1", "2"),
                new Obstacle.Unlimited("price"),
                new Obstacle.NotAllTried(1L, BigDecimal.ONE),
                new Plan.Arrears(JANUARY, "crm", 1L),
                new OrderedDeals(JANUARY, "crm", 1L, 1L, 1L),
                new Plan.Surplus("crm", 1L),
                new Plan.ShortMonth("crm", JANUARY),
                new Plan.LastDeals(1L, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE),
                new PlanComparison(
                        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
                new ChangedConstant("products[crm].price", "1", "2", Department.SHARED),
                new PlanComparison.Difference(Kpi.LEADS, Scope.all(), count, count),
                new Solution(Unknown.price("crm", BigDecimal.ONE), count, plan),
                count,
                new NormValue.Amount(BigDecimal.ONE),
                new NormValue.Conversion(Rate.ONE),
                new NormValue.Proportion(Ratio.ONE),
                new NormValue.Mean(BigDecimal.ONE, 1L),
                new NormValue.Exact(BigInteger.ONE, BigInteger.ONE),
                new Derivation.Given("deals", count, null),
                Derivation.Calculated.of(
                        "deals", Derivation.Kind.COUNT, Derivation.Operator.SUM, List.of(given, given)),
                new Derivation.Part(
                        "deals",
                        new Derivation.Split(given, new Mix<>(Map.of("crm", Ratio.ONE)), Map.of()),
                        "crm",
                        count),
                new Derivation.LeastLeads(
                        "leads",
                        given,
                        given,
                        new Mix<>(Map.of("site", Ratio.ONE)),
                        Map.of("site", given),
                        new Derivation.Shortfalls(Map.of("site", given)),
                        count));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void everyMissingComponentIsNamed(Record record) throws ReflectiveOperationException {
        RecordComponent[] components = record.getClass().getRecordComponents();
        for (int missing = 0; missing < components.length; missing++) {
            Object[] values = values(record, components);
            values[missing] = null;
            String name = record.getClass().getSimpleName() + "." + components[missing].getName();
            if (MAY_BE_ABSENT.contains(name)) {
                assertThat(create(record, components, values)).as(name).isInstanceOf(record.getClass());
            } else {
                assertThatNullPointerException()
                        .as(name)
                        .isThrownBy(() -> create(record, components, values))
                        .withMessageMatching("((Pin|Change|Season)\\.)?" + name + " must be given, but was null\\.");
            }
        }
    }

    /** No record of the package is left out. */
    @Test
    void everyRecordIsTried() {
        List<Class<?>> tried = records().<Class<?>>map(Record::getClass).toList();
        Stream<Class<?>> publicTypes = Stream.of(
                FinancialGoal.class,
                PlanningConstants.class,
                Position.class,
                Pin.class,
                Change.class,
                Season.class,
                Obstacle.class,
                Outcome.class,
                Plan.class,
                PlanComparison.class,
                NormValue.class,
                Derivation.class,
                Funnel.class,
                Workload.class);
        assertThat(tried)
                .containsAll(publicTypes
                        .flatMap(type -> Arrays.stream(type.getClasses()))
                        .filter(Class::isRecord)
                        .toList());
    }

    private static Object[] values(Record record, RecordComponent[] components) throws ReflectiveOperationException {
        Object[] values = new Object[components.length];
        for (int index = 0; index < values.length; index++) {
            values[index] = components[index].getAccessor().invoke(record);
        }
        return values;
    }

    private static Object create(Record record, RecordComponent[] components, Object[] values)
            throws ReflectiveOperationException {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (Objects.requireNonNull(thrown.getCause()) instanceof NullPointerException missing) {
                throw missing;
            }
            throw thrown;
        }
    }
}
