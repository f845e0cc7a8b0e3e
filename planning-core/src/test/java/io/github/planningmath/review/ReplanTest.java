package io.github.planningmath.review;

import static io.github.planningmath.review.Reviewed.FEBRUARY;
import static io.github.planningmath.review.Reviewed.JANUARY;
import static io.github.planningmath.review.Reviewed.MARCH;
import static io.github.planningmath.review.Reviewed.asPlanned;
import static io.github.planningmath.review.Reviewed.constants;
import static io.github.planningmath.review.Reviewed.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Pin;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanComparison;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.SettledGoal;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReplanTest {

    private static final LocalDate DAY = LocalDate.of(2027, 2, 1);

    private final PlanningConstants quarter = constants().withHorizon(Horizon.ofMonths(JANUARY, 3));
    private final Plan plan = plan("300000", quarter);

    @Test
    void fromWhatWasPlannedChangesNothing() {
        Replan replan =
                Replan.of(plan, Actuals.from(asPlanned(plan)).through(JANUARY)).orThrow();
        assertThat(replan.plan()).isSameAs(plan);
        assertThat(replan.comparison().differences()).isEmpty();
        assertThat(replan.monthsLeft()).containsExactly(FEBRUARY, MARCH);
        assertThat(replan.changes()).allMatch(change -> change.before().isSameNumberAs(change.after()));
    }

    /** 40 of 100 deals in January leave 260 to the two months that are left. */
    @Test
    void makesUpForWhatIsMissing() {
        Actuals actuals = Actuals.from(List.of(Actuals.Cell.of(JANUARY, "crm").withNewDeals(40L)));
        Replan replan = Replan.of(plan, actuals).orThrow();
        assertThat(replan.plan().newDeals(Scope.all())).isEqualTo(260);
        assertThat(replan.plan().newDeals(Scope.month(FEBRUARY))).isEqualTo(130);
        assertThat(replan.original()).isSameAs(plan);
        assertThat(plan.newDeals(Scope.month(FEBRUARY))).isEqualTo(100);
        assertThat(replan.comparison().of(Kpi.NEW_DEALS)).hasSize(6);
        assertThat(replan.toString().lines().map(line -> line.replaceAll(" +", " ")))
                .contains("2027-02 to 2027-03", "new deals 200 -> 260");
    }

    @Test
    void opensWithTheLeadsAndCustomersThereAre() {
        PlanningConstants cycle = quarter.withHorizon(Horizon.ofMonths(JANUARY, 4))
                .withTier(SalesTier.CONSULTATIVE, process -> process.withCycleMonths(1))
                .withProduct("crm", crm -> crm.withRepeat(new ConstantRepeat(Ratio.percent(90), Ratio.percent(5))));
        Plan lagging = plan("300000", cycle);
        Actuals actuals = Actuals.from(List.of(
                Actuals.Cell.of(JANUARY, "crm", "site").withLeads(900L),
                Actuals.Cell.of(FEBRUARY, "crm", "site").withLeads(300L),
                Actuals.Cell.of(FEBRUARY, "crm")
                        .withNewDeals(200L)
                        .withRepeatDeals(0L)
                        .withBase(190L)));
        Position opening = Replan.of(lagging, actuals).orThrow().plan().opening();
        assertThat(opening.opens()).isEqualTo(MARCH);
        assertThat(opening.base("crm")).isEqualTo(190);
        assertThat(opening.openLeads()).containsExactly(Position.OpenLeads.of("crm", "site", MARCH, 300));
    }

    /** Ten products of a few customers each, of which the base is not known: no fraction of them is lost. */
    @Test
    void fromWhatWasPlannedChangesNothingThoughTheBaseIsNotKnown() {
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            products.add(Product.of("p" + i, SalesTier.CONSULTATIVE, "100", "0")
                    .withRepeat(new ConstantRepeat(Ratio.percent(87), Ratio.percent(45))));
        }
        PlanningConstants many = constants()
                .withHorizon(Horizon.ofMonths(JANUARY, 6))
                .withAssortment(Reviewed.assortment(products.toArray(Product[]::new)));
        Plan small = plan("60000", many);
        List<Actuals.Cell> withoutBase = asPlanned(small).stream()
                .map(cell -> cell.withBase((Long) null))
                .toList();
        assertThat(Replan.of(small, Actuals.from(withoutBase).through(MARCH))
                        .orThrow()
                        .plan())
                .isSameAs(small);

        // one repeat deal more: the rest goes on as it was, but that fractions of a deal begin anew in each product
        List<Actuals.Cell> oneMore = withoutBase.stream()
                .map(cell -> cell.channel() == null
                                && cell.product().equals("p0")
                                && cell.month().equals(MARCH)
                        ? cell.withRepeatDeals(Objects.requireNonNull(cell.repeatDeals()) + 1)
                        : cell)
                .toList();
        Plan rest =
                Replan.of(small, Actuals.from(oneMore).through(MARCH)).orThrow().plan();
        long before = 0;
        for (YearMonth month : rest.constants().horizon().all()) {
            before += small.newDeals(Scope.month(month));
        }
        assertThat(rest.newDeals(Scope.all())).isBetween(before - 4, before + 5);
    }

    @Nested
    class Pins {

        private final Pin february = new Pin.Leads("site", "crm", FEBRUARY, 700L);
        private final Pin march = new Pin.Deals("crm", MARCH, 90L);
        private final Plan pinned = Planner.withDefaults()
                .withPins(List.of(february, march))
                .plan(
                        SettledGoal.revenue("400000"),
                        quarter.withHorizon(Horizon.ofMonths(JANUARY, 4)),
                        Position.empty(JANUARY))
                .orThrow();

        @Test
        void ofThePlanStay() {
            Replan same = Replan.of(pinned, Actuals.from(asPlanned(pinned)).through(JANUARY))
                    .orThrow();
            assertThat(same.plan()).isSameAs(pinned);
            assertThat(same.document().pins()).containsExactly(february, march);
            assertThat(PlanHistory.of(DAY, "the year's plan", pinned.document())
                            .latest()
                            .document()
                            .outcome()
                            .orThrow()
                            .compare(pinned)
                            .differences())
                    .isEmpty();
        }

        @Test
        void ofTheMonthsThatAreLeftStayWhenTheRestIsPlannedAnew() {
            Actuals actuals = Actuals.from(List.of(
                    Actuals.Cell.of(JANUARY, "crm").withNewDeals(60L),
                    Actuals.Cell.of(FEBRUARY, "crm").withNewDeals(130L)));
            Replan replan = Replan.of(pinned, actuals).orThrow();
            assertThat(replan.document().pins()).containsExactly(march);
            assertThat(replan.plan().pins()).containsExactly(march);
            assertThat(replan.plan().newDeals(Scope.month(MARCH))).isEqualTo(90);
        }
    }

    @Test
    void needsAMonthThatIsLeft() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Replan.of(plan, Actuals.from(asPlanned(plan))))
                .withMessage("Replan.actuals must leave a month of the plan, but were through 2027-03, its last.");
    }

    @Test
    void saysWhereThePastCannotBeMadeUpFor() {
        PlanningConstants narrow = quarter.withChannel("site", site -> site.withVisitCeiling(11_000L));
        Actuals actuals = Actuals.from(List.of(Actuals.Cell.of(JANUARY, "crm").withNewDeals(0L)));
        assertThat(Replan.of(plan("300000", narrow), actuals)
                        .<String>fold(reached -> "reached", refusal -> String.valueOf(refusal.nearest())))
                .isEqualTo("revenue 220000");
    }

    @Nested
    class Versions {

        private final PlanDocument document =
                new PlanDocument(plan.goal(), plan.constants(), plan.opening(), List.of(), List.of());
        private final PlanHistory history = PlanHistory.of(DAY, "the year's plan", document);

        @Test
        void areAddedAndNeverOverwritten() {
            Replan replan = Replan.of(
                            plan,
                            Actuals.from(List.of(Actuals.Cell.of(JANUARY, "crm").withNewDeals(40L))))
                    .orThrow();
            PlanHistory longer = history.plus(DAY, "a weak January", replan.document());
            assertThat(longer.versions()).hasSize(2).startsWith(history.latest());
            assertThat(longer.latest()).hasToString("version 2 of 2027-02-01 out of version 1: a weak January");
            assertThat(longer.version(1)).hasToString("version 1 of 2027-02-01: the year's plan");
            assertThat(longer.latest().document().outcome().orThrow().newDeals(Scope.all()))
                    .isEqualTo(260);
        }

        @Test
        void areNumberedWithoutAGap() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PlanHistory(List.of(history.latest(), history.latest())))
                    .withMessage("PlanHistory.versions must be numbered from 1 without a gap, but 2 was 1.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PlanHistory(List.of()))
                    .withMessage("PlanHistory.versions must hold at least one, but was empty.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> history.version(2))
                    .withMessage("PlanHistory.version must be from 1 to 1, but was 2.");
        }

        @Test
        void comeOutOfOneBefore() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PlanVersion(2, DAY, "why", 2, document, null, null))
                    .withMessage("PlanVersion.parent must be from 1 and below the number 2, but was 2.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PlanVersion(0, DAY, "why", null, document, null, null))
                    .withMessage("PlanVersion.number must be from 1 to 2147483647, but was 0.");
        }

        @Test
        void sayWhatChangedAndWhoAskedForIt() {
            Plan dearer = new PlanDocument(
                            plan.goal(),
                            plan.constants().withProduct("crm", crm -> crm.withPrice(new BigDecimal("1100"))),
                            plan.opening(),
                            List.of(),
                            List.of())
                    .outcome()
                    .orThrow();
            PlanHistory longer = history.plus(DAY, "a dearer crm", dearer, "head of sales");
            PlanComparison changed = longer.comparison(1, 2);
            assertThat(longer.latest())
                    .hasToString("version 2 of 2027-02-01 out of version 1: a dearer crm (asked by head of sales)");
            assertThat(changed.constants())
                    .hasToString("[products[crm].price "
                            + plan.constants().assortment().product("crm").price() + " -> 1100]");
            assertThat(changed.of(Kpi.NEW_DEALS)).isNotEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> history.plus(DAY, "why", dearer, " "))
                    .withMessageStartingWith("PlanHistory.askedBy must ");
        }

        @Test
        void plannedAgainShowWhereTheirNormsDiffer() {
            PlanVersion signed = PlanHistory.of(DAY, "the year's plan", plan).latest();
            PlanVersion.Recomputed again = signed.recomputed().orThrow();
            assertThat(again.differing()).isEmpty();
            assertThat(again)
                    .hasToString("Made with " + again.madeWith() + ", planned again with " + again.madeWith()
                            + ": the same norms.");

            NormsFingerprint kept = Objects.requireNonNull(signed.norms());
            Map<Kpi, String> others = new EnumMap<>(kept.norms());
            others.put(Kpi.LEADS, "0123456789abcdef");
            others.remove(Kpi.PROFIT);
            PlanVersion older = new PlanVersion(
                    1, DAY, "the year's plan", null, signed.document(), null, new NormsFingerprint("0.0.9", others));
            assertThat(older.recomputed().orThrow().differing()).containsExactlyInAnyOrder(Kpi.LEADS, Kpi.PROFIT);
            assertThat(older.recomputed().orThrow()).asString().startsWith("Made with 0.0.9, planned again with ");
        }

        @Test
        void thatKeepNoNormsCannotBePlannedAgain() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> history.latest().recomputed())
                    .withMessage("PlanVersion.norms must be given for version 1 of 2027-02-01: the year's plan"
                            + " to be compared with, but was null. Perhaps keep versions of plans (PlanHistory.plus with a"
                            + " Plan).");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new NormsFingerprint("1.0", Map.of(Kpi.LEADS, "?")))
                    .withMessage("NormsFingerprint.norms must be 16 hexadecimal digits, but was ? for leads.");
        }

        /** Stored fingerprints outlive the library: these letters were taken once, and stay. */
        @Test
        void keepTheirLettersForEver() {
            assertThat(NormsFingerprint.of(plan).norms().get(Kpi.LEADS)).isEqualTo("b79c675b5fec5097");
        }
    }
}
