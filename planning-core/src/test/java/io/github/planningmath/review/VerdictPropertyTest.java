package io.github.planningmath.review;

import static io.github.planningmath.review.Reviewed.JANUARY;
import static io.github.planningmath.review.Reviewed.asPlanned;
import static io.github.planningmath.review.Reviewed.channel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.kpi.Pillar;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.SettledGoal;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The law of the gap: parts sum to it, swapping negates them, what is unchanged gets nothing, owners do not change the sum. */
class VerdictPropertyTest {

    /** Two products over two channels in different tiers, with a cycle, repeat deals, customers and open leads. */
    private record Rates(int site, int first, int second, int retention, int repeat, int price, int share) {

        Plan plan(int months, int cycle, int deals) {
            Product crm = Product.of("crm", SalesTier.CONSULTATIVE, String.valueOf(price), "300")
                    .withRepeat(new ConstantRepeat(Ratio.percent(retention), Ratio.percent(repeat)));
            Product kit = Product.of("kit", SalesTier.TRANSACTIONAL, "49.90", "20");
            PlanningConstants constants = PlanningConstants.of(
                    "EUR",
                    Horizon.ofMonths(JANUARY, months),
                    Reviewed.assortment(crm, kit),
                    List.of(channel("mail", "7%", "0.35"), channel("site", site + "%", "1.20")),
                    Map.of(
                            SalesTier.CONSULTATIVE,
                            process(first, cycle).withConversion("mail", Rate.percent(second)),
                            SalesTier.TRANSACTIONAL,
                            process(second, 0)));
            Position opening = Position.of(
                    JANUARY,
                    List.of(Position.Customers.of("crm", 3, 200)),
                    List.of(Position.OpenLeads.of("crm", "site", JANUARY, 40)));
            return Planner.withDefaults()
                    .plan(SettledGoal.revenue(BigDecimal.valueOf(1_000L * deals)), constants, opening)
                    .orThrow();
        }

        private SalesProcess process(int conversion, int cycle) {
            return SalesProcess.of(
                    Rate.percent(conversion),
                    cycle,
                    ChannelMix.of("mail", Rate.percent(share), "site", Rate.percent(100 - share)));
        }
    }

    /** Two sides of a review, plans of the same months and cycle on other rates. */
    record Sides(Plan plan, Plan other) {

        Side side(Plan of) {
            ReviewCells cells =
                    new ReviewCells(of.constants(), of.constants().horizon().last());
            return Side.ofPlan(of, cells);
        }

        Verdict verdict(Kpi kpi, Decomposition way) {
            return Verdict.of(side(plan), side(other), Ownership.withDefaults())
                    .by(way)
                    .in(kpi);
        }

        Verdict swapped(Kpi kpi, Decomposition way) {
            return Verdict.of(side(other), side(plan), Ownership.withDefaults())
                    .by(way)
                    .in(kpi);
        }
    }

    @Provide
    Arbitrary<Sides> sides() {
        Arbitrary<Rates> rates = Combinators.combine(
                        percents(), percents(), percents(), percents(), percents(), percents(), percents())
                .as((a, b, c, d, e, price, share) -> new Rates(a, b, c, d, e, 500 + 10 * price, share));
        Arbitrary<Integer> deals = Arbitraries.integers().between(50, 2_000);
        return Combinators.combine(
                        rates,
                        rates,
                        Arbitraries.integers().between(3, 6),
                        Arbitraries.integers().between(0, 2),
                        deals,
                        deals)
                .as((one, two, months, cycle, few, more) ->
                        new Sides(one.plan(months, cycle, few), two.plan(months, cycle, more)));
    }

    private static Arbitrary<Integer> percents() {
        return Arbitraries.integers().between(1, 60);
    }

    @Provide
    Arbitrary<Kpi> flows() {
        return Arbitraries.of(
                Kpi.REVENUE,
                Kpi.PROFIT,
                Kpi.CONTRIBUTION,
                Kpi.VARIABLE_COST,
                Kpi.TRAFFIC_COST,
                Kpi.TRAFFIC,
                Kpi.CONTACTS,
                Kpi.LEADS,
                Kpi.NEW_DEALS,
                Kpi.REPEAT_DEALS,
                Kpi.DEALS,
                Kpi.BASE);
    }

    /** Product and traffic are both marketing's, and yet two. */
    @Property
    void theThreePillarsSumToTheGapAsTheDepartmentsDo(
            @ForAll("sides") Sides sides, @ForAll("flows") Kpi kpi, @ForAll Decomposition way) {
        Verdict verdict = sides.verdict(kpi, way);
        Part pillars = verdict.pillars();
        assertThat(pillars.amount()).isEqualByComparingTo(verdict.tree().amount());
        assertThat(pillars.parts().stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(pillars.amount());
        for (Pillar pillar : Pillar.values()) {
            double effects = Arrays.stream(Factor.values())
                    .filter(effect -> effect.pillar() == pillar)
                    .mapToDouble(verdict::of)
                    .sum();
            assertThat(verdict.of(pillar).effect()).isCloseTo(effects, within(1e-9 * size(verdict)));
        }
    }

    @Property
    void partsSumToTheGapAtEveryLevel(
            @ForAll("sides") Sides sides, @ForAll("flows") Kpi kpi, @ForAll Decomposition way) {
        Verdict verdict = sides.verdict(kpi, way);
        assertThat(verdict.tree().effect()).isCloseTo(verdict.gap().doubleValue(), within(1e-9 * size(verdict)));
        assertAddsUp(verdict.tree(), verdict.tree().amount().scale());
    }

    @Property
    void swappingPlanAndFactNegatesEveryPart(
            @ForAll("sides") Sides sides, @ForAll("flows") Kpi kpi, @ForAll Decomposition way) {
        Verdict verdict = sides.verdict(kpi, way);
        Verdict swapped = sides.swapped(kpi, way);
        for (Factor effect : Factor.values()) {
            assertThat(swapped.of(effect))
                    .as(effect.label())
                    .isCloseTo(-verdict.of(effect), within(1e-9 * size(verdict)));
        }
        assertThat(swapped.gap()).isEqualByComparingTo(verdict.gap().negate());
    }

    @Property
    void whatHappensAsPlannedIsNobodysGap(@ForAll("sides") Sides sides, @ForAll("flows") Kpi kpi) {
        Plan plan = sides.plan();
        Verdict verdict = Verdict.of(plan, Actuals.from(asPlanned(plan))).in(kpi);
        assertThat(verdict.gap()).isZero();
        assertThat(verdict.tree().parts()).isEmpty();
    }

    @Property
    void ownersDoNotChangeTheSum(
            @ForAll("sides") Sides sides, @ForAll("flows") Kpi kpi, @ForAll Factor factor, @ForAll Department owner) {
        Verdict verdict = sides.verdict(kpi, Decomposition.LMDI);
        Verdict overridden = verdict.with(Ownership.withDefaults().withOwner(factor, owner));
        assertThat(overridden.tree().amount()).isEqualTo(verdict.tree().amount());
        assertAddsUp(overridden.tree(), verdict.tree().amount().scale());
        for (Factor effect : Factor.values()) {
            assertThat(overridden.of(effect)).isCloseTo(verdict.of(effect), within(1e-9 * size(verdict)));
        }
    }

    /** Facts that are rough, partly unknown, and here and there 0. */
    @Property
    void partsSumToTheGapWhateverIsKnown(
            @ForAll("sides") Sides sides, @ForAll("flows") Kpi kpi, @ForAll Decomposition way, @ForAll Random random) {
        Plan plan = sides.plan();
        List<Actuals.Cell> cells = new ArrayList<>();
        for (Actuals.Cell cell : asPlanned(plan)) {
            if (cell.product().equals("crm")) {
                cells.add(rough(cell, random));
            }
        }
        Verdict verdict = Verdict.of(plan, Actuals.from(cells)).by(way).in(kpi);
        assertThat(verdict.tree().effect()).isCloseTo(verdict.gap().doubleValue(), within(1e-9 * size(verdict)));
        assertAddsUp(verdict.tree(), verdict.tree().amount().scale());
    }

    private static Actuals.Cell rough(Actuals.Cell cell, Random random) {
        Long visits = rough(cell.visits(), random);
        Long contacts = atMost(visits, rough(cell.contacts(), random));
        return cell.withVisits(visits)
                .withContacts(contacts)
                .withLeads(atMost(contacts, rough(cell.leads(), random)))
                .withNewDeals(rough(cell.newDeals(), random))
                .withRepeatDeals(rough(cell.repeatDeals(), random))
                .withBase(rough(cell.base(), random))
                .withRevenue(random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(9_999_999), 2));
    }

    /** A part of a whole where both are known. */
    private static @Nullable Long atMost(@Nullable Long whole, @Nullable Long part) {
        return whole == null || part == null ? part : Long.valueOf(Math.min(whole, part));
    }

    private static @Nullable Long rough(@Nullable Long count, Random random) {
        return switch (count == null ? 0 : random.nextInt(6)) {
            case 0 -> null;
            case 1 -> 0L;
            default -> Math.round((count == null ? 0 : count) * (0.5 + random.nextDouble()));
        };
    }

    private static double size(Verdict verdict) {
        return 1 + sumOfSizes(verdict.tree());
    }

    private static double sumOfSizes(Part part) {
        return part.parts().isEmpty()
                ? Math.abs(part.effect())
                : part.parts().stream()
                        .mapToDouble(VerdictPropertyTest::sumOfSizes)
                        .sum();
    }

    private static void assertAddsUp(Part part, int digits) {
        assertThat(part.amount().scale()).isEqualTo(digits);
        assertThat(part.amount().doubleValue()).isCloseTo(part.effect(), within(1.000_01 * Math.pow(10, -digits)));
        assertThat(part.amount().signum() * Math.signum(part.effect())).isGreaterThanOrEqualTo(0);
        if (!part.parts().isEmpty()) {
            assertThat(part.parts().stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as("the parts of %s", part.name())
                    .isEqualByComparingTo(part.amount());
            part.parts().forEach(each -> assertAddsUp(each, digits));
        }
    }
}
