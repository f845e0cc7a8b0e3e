package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.plan.HostileBusinesses.Hostile;
import io.github.planningmath.plan.HostileBusinesses.Twist;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.Traffic;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * The solver against every value that there is of the unknown, each run forward by {@link SlowBusiness}: what it answers
 * reaches the goal while the next value does not, it is no worse than the held one where that suffices, and nothing is
 * refused that some value reaches.
 */
class EveryValuePropertyTest {

    /** Each business is tried at every value, one after the other. */
    private static final int TRIES = 20;

    private static final int RATES = 25;
    private static final Rate UNIT = Rate.of(1, RATES);
    private static final BigDecimal STEP = new BigDecimal("17.5");

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().withoutEdgeCases();
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = TRIES)
    void leastSiteConversion(@ForAll("seeds") long seed) {
        isTheLeastOfAChannel(seed, Unknown::siteConversion, Channel::siteConversion, Channel::withSiteConversion);
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = TRIES)
    void leastWarmUpRate(@ForAll("seeds") long seed) {
        isTheLeastOfAChannel(seed, Unknown::warmUpRate, Channel::warmUpRate, Channel::withWarmUpRate);
    }

    /** 15 and 16 of 25 suffice, and so do 1 to 8, while 10 are held and steps of 1, 2, 4 and 8 from there find nothing. */
    @Example
    void aBetterValueBesideTheWayIsFound() {
        isTheLeastOfAChannel(39951, Unknown::warmUpRate, Channel::warmUpRate, Channel::withWarmUpRate);
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = TRIES)
    void leastManagerConversion(@ForAll("seeds") long seed) {
        Hostile hostile = hostile(seed);
        Product product = pick(seed, hostile.constants().assortment().products());
        isTheLeastThatSuffices(
                seed,
                hostile,
                Unknown.managerConversion(product.tier(), UNIT),
                hostile.constants().tier(product.tier()).managerConversion(),
                rate -> hostile.constants().withTier(product.tier(), process -> process.withManagerConversion(rate)));
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = TRIES)
    void greatestUnitCost(@ForAll("seeds") long seed) {
        Hostile hostile = hostile(seed);
        Product product = pick(seed, hostile.constants().assortment().products());
        isTheGreatestThatSuffices(
                seed,
                hostile,
                Unknown.unitCost(product.name(), STEP),
                cost -> hostile.constants().withProduct(product.name(), each -> each.withUnitCost(cost)));
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = TRIES)
    void greatestUnitCostOnRenewal(@ForAll("seeds") long seed) {
        Hostile any = HostileBusinesses.of(seed, Twist.RENEWALS, Twist.DEARER_TRAFFIC);
        Product product = pick(seed, any.constants().assortment().products());
        Driver<BigDecimal> driver = Driver.renewalUnitCost(product.name());
        Hostile hostile = any.with(any.constants().with(driver, product.unitCost()));
        isTheGreatestThatSuffices(
                seed,
                hostile,
                Unknown.renewalUnitCost(product.name(), STEP),
                cost -> hostile.constants().with(driver, cost));
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = TRIES)
    void greatestFixedCosts(@ForAll("seeds") long seed) {
        Hostile hostile = hostile(seed);
        FixedCosts.Period period = hostile.constants().fixedCosts().per();
        isTheGreatestThatSuffices(
                seed,
                hostile,
                Unknown.fixedCosts(STEP),
                cost -> hostile.constants().withFixedCosts(new FixedCosts(cost, period)));
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = TRIES)
    void greatestCostPerVisit(@ForAll("seeds") long seed) {
        Hostile hostile = HostileBusinesses.of(seed, Twist.PEOPLE_BY_WORK);
        Channel channel = pick(seed, hostile.constants().channels());
        isTheGreatestThatSuffices(
                seed,
                hostile,
                Unknown.costPerVisit(channel.name(), STEP),
                cost -> hostile.constants().withChannel(channel.name(), each -> each.withCost(new CostPerVisit(cost))));
    }

    /** Where there is none, a fifth is held. */
    @Property(shrinking = ShrinkingMode.OFF, tries = TRIES)
    void greatestCommission(@ForAll("seeds") long seed) {
        Hostile any = hostile(seed);
        Product product = pick(seed, any.constants().assortment().products());
        Hostile hostile = product.commission() != null
                ? any
                : any.with(any.constants().with(Driver.commission(product.name()), Rate.of(1, 5)));
        Traffic traffic = HostileBusinesses.traffic(seed, hostile.constants());
        List<BigDecimal> amounts = new ArrayList<>();
        for (int units = 1; units <= RATES; units++) {
            Rate rate = Rate.of(units, RATES);
            amounts.add(amount(
                    hostile.with(hostile.constants().with(Driver.commission(product.name()), rate)), traffic));
        }
        for (BigDecimal goal : goals(seed, amounts, amounts.get(0))) {
            long suffice = amounts.stream()
                    .filter(amount -> amount.compareTo(goal) >= 0)
                    .count();
            Unknown unknown = Unknown.commission(product.name(), UNIT);
            String what =
                    "%s for %s of %s with %s, amounts %s".formatted(unknown, goal, hostile, traffic.cells(), amounts);
            assertThat(solution(hostile, unknown, goal, traffic).fold(EveryValuePropertyTest::rateUnits, refusal -> 0))
                    .as(what)
                    .isEqualTo((int) suffice);
        }
    }

    /** More of either is better or worse by the product: it is the least of all where it is better. */
    @Property(shrinking = ShrinkingMode.OFF, tries = TRIES)
    void leastRetentionAndRepeatRate(@ForAll("seeds") long seed) {
        Hostile any = hostile(seed);
        Product product = pick(seed, any.constants().assortment().products());
        Hostile hostile = any.with(any.constants()
                .with(Driver.repeatBehaviour(product.name()), new ConstantRepeat(Ratio.of(3, 5), Ratio.of(2, 5))));
        isTheLeastRatio(
                seed,
                hostile,
                Unknown.retention(product.name(), Ratio.of(1, RATES)),
                ratio -> hostile.constants().with(Driver.retention(product.name()), ratio));
        isTheLeastRatio(
                seed,
                hostile,
                Unknown.repeatRate(product.name(), Ratio.of(1, RATES)),
                ratio -> hostile.constants().with(Driver.repeatRate(product.name()), ratio));
    }

    /** A constant that changes is sought as one value of all months; others change as before. */
    @Property(shrinking = ShrinkingMode.OFF, tries = TRIES)
    void leastRateOfAllMonthsWhereTheHeldOneChanges(@ForAll("seeds") long seed) {
        Hostile any = HostileBusinesses.of(seed, Twist.CHANGES, Twist.CONVERSIONS, Twist.SEASONS, Twist.MIXES);
        Channel channel = pick(seed, any.constants().channels());
        Product product = pick(seed, any.constants().assortment().products());
        Hostile hostile = changing(
                changing(any, Driver.siteConversion(channel.name()), Rate.of(1 + Math.floorMod(seed, 20), RATES)),
                Driver.managerConversion(product.tier()),
                Rate.of(1 + Math.floorMod(seed, 7), RATES));
        isTheLeastThatSuffices(
                seed,
                hostile,
                Unknown.siteConversion(channel.name(), UNIT),
                channel.siteConversion(),
                rate -> hostile.constants().with(Driver.siteConversion(channel.name()), rate));
        isTheLeastThatSuffices(
                seed,
                hostile,
                Unknown.managerConversion(product.tier(), UNIT),
                hostile.constants().tier(product.tier()).managerConversion(),
                rate -> hostile.constants().with(Driver.managerConversion(product.tier()), rate));
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = TRIES)
    void greatestCostOfAllMonthsWhereTheHeldOneChanges(@ForAll("seeds") long seed) {
        Hostile any = HostileBusinesses.of(seed, Twist.CHANGES, Twist.CONVERSIONS);
        Channel channel = pick(seed, any.constants().channels());
        Product product = pick(seed, any.constants().assortment().products());
        BigDecimal later = BigDecimal.valueOf(Math.floorMod(seed, 400L));
        Hostile hostile = changing(
                changing(any, Driver.unitCost(product.name()), later), Driver.costPerVisit(channel.name()), later);
        isTheGreatestThatSuffices(
                seed,
                hostile,
                Unknown.unitCost(product.name(), STEP),
                cost -> hostile.constants().with(Driver.unitCost(product.name()), cost));
        isTheGreatestThatSuffices(
                seed,
                hostile,
                Unknown.costPerVisit(channel.name(), STEP),
                cost -> hostile.constants().with(Driver.costPerVisit(channel.name()), cost));
    }

    /** With another value from the second month on, where there is one. */
    private static <T> Hostile changing(Hostile hostile, Driver<T> driver, T later) {
        List<YearMonth> months = hostile.constants().horizon().all();
        return months.size() == 1 ? hostile : hostile.with(hostile.constants().from(months.get(1), driver, later));
    }

    private static void isTheLeastRatio(
            long seed, Hostile hostile, Unknown unknown, Function<Ratio, PlanningConstants> with) {
        Traffic traffic = HostileBusinesses.traffic(seed, hostile.constants());
        List<BigDecimal> amounts = new ArrayList<>();
        for (int units = 0; units <= RATES; units++) {
            amounts.add(amount(hostile.with(with.apply(Ratio.of(units, RATES))), traffic));
        }
        for (BigDecimal goal :
                goals(seed, amounts, amounts.stream().max(BigDecimal::compareTo).orElseThrow())) {
            String what =
                    "%s for %s of %s with %s, amounts %s".formatted(unknown, goal, hostile, traffic.cells(), amounts);
            if (solution(hostile, unknown, goal, traffic) instanceof Outcome.Reached<Solution> reached) {
                NormValue value = reached.value().value();
                BigInteger units =
                        value.numerator().multiply(BigInteger.valueOf(RATES)).divide(value.denominator());
                if (units.intValueExact() < amounts.size()) {
                    assertThat(amounts.get(units.intValueExact())).as(what).isGreaterThanOrEqualTo(goal);
                }
            } else {
                assertThat(amounts)
                        .as(what)
                        .allSatisfy(amount -> assertThat(amount).isLessThan(goal));
            }
        }
    }

    private static void isTheLeastOfAChannel(
            long seed,
            BiFunction<String, Rate, Unknown> unknown,
            Function<Channel, Rate> held,
            BiFunction<Channel, Rate, Channel> with) {
        Hostile hostile = hostile(seed);
        Channel channel = pick(seed, hostile.constants().channels());
        isTheLeastThatSuffices(
                seed,
                hostile,
                unknown.apply(channel.name(), UNIT),
                held.apply(channel),
                rate -> hostile.constants().withChannel(channel.name(), each -> with.apply(each, rate)));
    }

    /** Of all whole numbers of the unit, which a rate has only so many of. */
    private static void isTheLeastThatSuffices(
            long seed, Hostile hostile, Unknown unknown, Rate held, Function<Rate, PlanningConstants> with) {
        Traffic traffic = HostileBusinesses.traffic(seed, hostile.constants());
        List<BigDecimal> amounts = new ArrayList<>();
        for (int units = 1; units <= RATES; units++) {
            amounts.add(amount(hostile.with(with.apply(Rate.of(units, RATES))), traffic));
        }
        BigDecimal best = amounts.stream().max(BigDecimal::compareTo).orElseThrow();
        int heldUnits = Math.toIntExact(ceil(held));
        for (BigDecimal goal : goals(seed, amounts, best)) {
            String what =
                    "%s for %s of %s with %s, amounts %s".formatted(unknown, goal, hostile, traffic.cells(), amounts);
            Outcome<Solution> outcome = solution(hostile, unknown, goal, traffic);
            if (outcome instanceof Outcome.Reached<Solution> reached) {
                int units = rateUnits(reached.value());
                assertThat(amounts.get(units - 1)).as(what).isGreaterThanOrEqualTo(goal);
                assertThat(reached.value()
                                .plan()
                                .projection()
                                .reached(hostile.goal().measure()))
                        .as(what)
                        .isEqualByComparingTo(amounts.get(units - 1));
                int next = betterSuffices(amounts, heldUnits, goal) ? units - 1 : units + 1;
                assertThat(next == 0 || amounts.get(next - 1).compareTo(goal) < 0)
                        .as("%s and %s units suffice: %s", units, next, what)
                        .isTrue();
                assertThat(amounts.get(heldUnits - 1).compareTo(goal) < 0 || units <= heldUnits)
                        .as("worse than the held value: %s", what)
                        .isTrue();
            } else {
                Unreachable<Solution> refusal = (Unreachable<Solution>) outcome;
                assertThat(best).as("false refusal: %s: %s", refusal, what).isLessThan(goal);
                assertThat(nearest(refusal))
                        .as("nearest: %s: %s", refusal, what)
                        .isEqualByComparingTo(best);
            }
        }
    }

    /** Else a worse one is sought that does, and one unit nearer to the held value does not. */
    private static boolean betterSuffices(List<BigDecimal> amounts, int heldUnits, BigDecimal goal) {
        return amounts.subList(heldUnits - 1, RATES).stream().anyMatch(amount -> amount.compareTo(goal) >= 0);
    }

    /** The held rate in units, rounded up. */
    private static long ceil(Rate held) {
        return -Math.floorDiv(-held.numerator() * RATES, held.denominator());
    }

    private static int rateUnits(Solution solution) {
        NormValue value = solution.value();
        return value.numerator()
                .multiply(BigInteger.valueOf(RATES))
                .divide(value.denominator())
                .intValueExact();
    }

    /** What a higher cost leaves only falls, so the neighbours say it all. */
    private static void isTheGreatestThatSuffices(
            long seed, Hostile hostile, Unknown unknown, Function<BigDecimal, PlanningConstants> with) {
        Traffic traffic = HostileBusinesses.traffic(seed, hostile.constants());
        List<BigDecimal> amounts = new ArrayList<>();
        for (int units = 0; units <= 5; units++) {
            amounts.add(amount(hostile.with(with.apply(cost(units))), traffic));
        }
        BigDecimal best = amounts.get(0);
        boolean matters = amounts.get(1).compareTo(best) != 0;
        for (BigDecimal goal : goals(seed, amounts, best)) {
            String what = "%s for %s of %s with %s".formatted(unknown, goal, hostile, traffic.cells());
            Outcome<Solution> outcome = solution(hostile, unknown, goal, traffic);
            if (outcome instanceof Outcome.Reached<Solution> reached) {
                BigDecimal cost = ((NormValue.Amount) reached.value().value()).amount();
                assertThat(amount(hostile.with(with.apply(cost)), traffic))
                        .as(what)
                        .isGreaterThanOrEqualTo(goal);
                assertThat(amount(hostile.with(with.apply(cost.add(STEP))), traffic))
                        .as("one unit more than %s suffices: %s", cost, what)
                        .isLessThan(goal);
            } else {
                Unreachable<Solution> refusal = (Unreachable<Solution>) outcome;
                boolean isUnlimited = refusal.obstacles().get(0) instanceof Obstacle.Unlimited;
                assertThat(best.compareTo(goal) < 0 || !matters)
                        .as("false refusal: %s: %s", refusal, what)
                        .isTrue();
                assertThat(isUnlimited).as("%s: %s", refusal, what).isEqualTo(best.compareTo(goal) >= 0);
                assertThat(nearest(refusal))
                        .as("nearest: %s: %s", refusal, what)
                        .isEqualByComparingTo(isUnlimited ? goal : best);
            }
        }
    }

    private static BigDecimal cost(long units) {
        return STEP.multiply(BigDecimal.valueOf(units));
    }

    private static BigDecimal nearest(Unreachable<Solution> refusal) {
        return Objects.requireNonNull(refusal.nearest()).amount();
    }

    private static Outcome<Solution> solution(Hostile hostile, Unknown unknown, BigDecimal amount, Traffic traffic) {
        return Solver.withDefaults()
                .solution(unknown, hostile.goal().withAmount(amount), hostile.constants(), hostile.opening(), traffic);
    }

    private static BigDecimal amount(Hostile hostile, Traffic traffic) {
        return hostile.slow().forward(traffic).amount();
    }

    /** Just what some value comes to, a cent more, the most of all, a cent more, and far below and beyond. */
    private static List<BigDecimal> goals(long seed, List<BigDecimal> amounts, BigDecimal best) {
        BigDecimal cent = new BigDecimal("0.01");
        BigDecimal some = amounts.get(new SplittableRandom(seed).nextInt(amounts.size()));
        return List.of(
                some,
                some.add(cent),
                best,
                best.add(cent),
                best.subtract(new BigDecimal("12345.67")),
                best.add(new BigDecimal("1234567.8")));
    }

    private static Hostile hostile(long seed) {
        return HostileBusinesses.of(seed, Twist.DEARER_TRAFFIC, Twist.PEOPLE_BY_WORK);
    }

    private static <T> T pick(long seed, List<T> of) {
        return of.get(new SplittableRandom(seed + 1).nextInt(of.size()));
    }
}
