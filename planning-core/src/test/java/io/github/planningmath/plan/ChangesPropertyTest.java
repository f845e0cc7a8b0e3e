package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.planningmath.json.DocumentMappers;
import io.github.planningmath.plan.HostileBusinesses.Hostile;
import io.github.planningmath.plan.HostileBusinesses.Twist;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.traffic.Traffic;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * A plan with changes equals pieces joined at every month, with positions written and read in between, and says of each value from
 * when it holds.
 */
class ChangesPropertyTest {

    private static final ObjectMapper DOCUMENTS = DocumentMappers.jackson2();

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().withoutEdgeCases();
    }

    private static Hostile changing(long seed) {
        return HostileBusinesses.of(
                seed,
                Twist.CHANGES,
                Twist.DEARER_TRAFFIC,
                Twist.CONVERSIONS,
                Twist.CYCLES,
                Twist.PROCESSES,
                Twist.MIXES);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void isThePiecesJoinedAtEveryMonth(@ForAll("seeds") long seed) {
        Hostile hostile = changing(seed);
        PlanningConstants constants = hostile.constants();
        Traffic traffic = HostileBusinesses.traffic(seed, constants);
        Projection whole = Projection.of(constants, hostile.opening(), traffic);
        Position position = hostile.opening();
        BigDecimal profit = BigDecimal.ZERO;
        BigDecimal revenue = BigDecimal.ZERO;
        for (YearMonth month : constants.horizon().all()) {
            List<Traffic.Visits> visits = traffic.cells().stream()
                    .filter(cell -> cell.month().equals(month))
                    .toList();
            PlanningConstants plain = constants.in(month).withHorizon(Horizon.ofMonths(month, 1));
            Projection piece = Projection.of(plain, position, new Traffic(visits));
            assertThat(Projection.of(constants.withHorizon(Horizon.ofMonths(month, 1)), position, new Traffic(visits))
                            .profit())
                    .isEqualByComparingTo(piece.profit());
            profit = profit.add(piece.profit());
            revenue = revenue.add(piece.revenue());
            position = readBack(piece.closing());
        }
        assertThat(profit).as(hostile.toString()).isEqualByComparingTo(whole.profit());
        assertThat(revenue).isEqualByComparingTo(whole.revenue());
        SlowBusinessPropertyTest.isSamePosition(position, whole.closing());
    }

    /** As next month's plan finds it in its document. */
    private static Position readBack(Position closing) {
        try {
            return DOCUMENTS.readValue(DOCUMENTS.writeValueAsString(closing), Position.class);
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(closing.toString(), unreadable);
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void everyNormIsExplained(@ForAll("seeds") long seed) {
        Hostile hostile = changing(seed);
        Plan plan = Plan.of(
                hostile.goal(),
                Projection.of(
                        hostile.constants(), hostile.opening(), HostileBusinesses.traffic(seed, hostile.constants())));
        areExplained(plan);
    }

    /** From the number of deals that reaches a goal down to the conversions of each month. */
    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void soIsEveryNormOfAPlanThatWasSolvedFor(@ForAll("seeds") long seed) {
        Hostile hostile =
                HostileBusinesses.of(seed, Twist.CONVERSIONS, Twist.CHANGES, Twist.PINS, Twist.CYCLES, Twist.MIXES);
        ResolvedBusiness business = new ResolvedBusiness(
                hostile.constants(), hostile.opening(), hostile.goal().edges(), hostile.pins());
        Cascade cascade = new Cascade(business, Math.floorMod(seed, 60L));
        if (cascade.obstacle() == null) {
            areExplained(Plan.of(hostile.goal(), List.of(), cascade, 0));
        }
    }

    private static void areExplained(Plan plan) {
        Set<Derivation> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Norm norm : plan.norms()) {
            assertThat(norm.derivation().value().isSameNumberAs(norm.value()))
                    .as("%s is %s", norm, norm.derivation().formula())
                    .isTrue();
            assertExplained(norm.derivation(), seen);
        }
    }

    private static void assertExplained(Derivation derivation, Set<Derivation> seen) {
        if (seen.add(derivation)) {
            assertThat(derivation.evaluate()).as(derivation.formula()).isEqualTo(derivation.value());
            derivation.inputs().forEach(input -> assertExplained(input, seen));
        }
    }

    /** What sensitivity says of a constant is what it comes to with the constant changed in every month. */
    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void sensitivityShakesTheValuesOfAllMonths(@ForAll("seeds") long seed) {
        Hostile hostile = changing(seed);
        Traffic traffic = HostileBusinesses.traffic(seed, hostile.constants());
        Projection planned = Projection.of(hostile.constants(), hostile.opening(), traffic);
        Sensitivity sensitivity = Sensitivity.of(Plan.of(hostile.goal(), planned), Rate.percent(10));
        for (Change change : hostile.constants().changes()) {
            if (change.constant().value(hostile.constants()) instanceof BigDecimal) {
                @SuppressWarnings("unchecked") // of an amount
                Driver<BigDecimal> driver = (Driver<BigDecimal>) change.constant();
                PlanningConstants less =
                        hostile.constants().changing(driver, value -> value.multiply(new BigDecimal("0.9")));
                BigDecimal difference =
                        Projection.of(less, hostile.opening(), traffic).profit().subtract(planned.profit());
                Sensitivity.Swing swing =
                        Objects.requireNonNull(sensitivity.drivers().get(driver));
                assertThat(Objects.requireNonNull(swing.less()).profit())
                        .as(driver.toString())
                        .isEqualByComparingTo(difference);
            }
        }
    }
}
