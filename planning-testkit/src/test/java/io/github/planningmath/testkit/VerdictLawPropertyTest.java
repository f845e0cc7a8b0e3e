package io.github.planningmath.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanVisitor;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.review.Part;
import io.github.planningmath.review.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.jspecify.annotations.Nullable;

/** The law of the gap on plans of every kind, with facts that are on plan, or rough and partly known. */
@Domain(PlanningDomain.class)
class VerdictLawPropertyTest {

    private static final List<Kpi> FLOWS = List.of(
            Kpi.REVENUE, Kpi.PROFIT, Kpi.TRAFFIC, Kpi.CONTACTS, Kpi.LEADS, Kpi.NEW_DEALS, Kpi.REPEAT_DEALS, Kpi.BASE);

    @Property
    void whatHappensAsPlannedIsNobodysGap(@ForAll Plan plan) {
        Verdict verdict = Verdict.of(plan, Actuals.from(facts(plan, null)));
        for (Kpi kpi : FLOWS) {
            assertThat(verdict.in(kpi).tree().parts()).as(kpi.label()).isEmpty();
        }
    }

    @Property
    void partsSumToTheGapWhateverIsKnown(@ForAll Plan plan, @ForAll Random random) {
        // where customers buy once, rough deals may be more than the leads there were, which is refused
        Assume.that(plan.constants().assortment().products().stream().allMatch(VerdictLawPropertyTest::buysAgain));
        Verdict verdict = Verdict.of(plan, Actuals.from(facts(plan, random)));
        for (Kpi kpi : FLOWS) {
            Verdict inKpi = verdict.in(kpi);
            assertThat(inKpi.tree().effect())
                    .as(kpi.label())
                    .isCloseTo(inKpi.gap().doubleValue(), within(1e-9 * (1 + size(inKpi.tree()))));
            assertAddsUp(inKpi.tree());
        }
    }

    private static boolean buysAgain(Product product) {
        return !product.repeat().repeat(0).equals(Ratio.ZERO);
    }

    private static List<Actuals.Cell> facts(Plan plan, @Nullable Random random) {
        PlanningConstants constants = plan.constants();
        List<Actuals.Cell> cells = new ArrayList<>();
        plan.visit(new PlanVisitor() {
            @Override
            public void cell(int month, int product, int channel, long visits, long contacts, long leads) {
                cells.add(Actuals.Cell.of(
                                constants.horizon().month(month),
                                constants.assortment().products().get(product).name(),
                                constants.channels().get(channel).name())
                        .withVisits(rough(visits))
                        .withContacts(rough(contacts))
                        .withLeads(rough(leads)));
            }

            @Override
            public void product(int month, int product, long newDeals, long repeatDeals, long base) {
                cells.add(Actuals.Cell.of(
                                constants.horizon().month(month),
                                constants.assortment().products().get(product).name())
                        .withNewDeals(rough(newDeals))
                        .withRepeatDeals(rough(repeatDeals))
                        .withBase(rough(base)));
            }

            private @Nullable Long rough(long count) {
                if (random == null) {
                    return count;
                }
                return switch (random.nextInt(6)) {
                    case 0 -> null;
                    case 1 -> 0L;
                    default -> Math.round(count * (0.5 + random.nextDouble()));
                };
            }
        });
        return cells;
    }

    private static double size(Part part) {
        return part.parts().isEmpty()
                ? Math.abs(part.effect())
                : part.parts().stream()
                        .mapToDouble(VerdictLawPropertyTest::size)
                        .sum();
    }

    private static void assertAddsUp(Part part) {
        assertThat(part.amount().signum() * Math.signum(part.effect()))
                .as("the sign of %s", part.name())
                .isGreaterThanOrEqualTo(0);
        if (!part.parts().isEmpty()) {
            assertThat(part.parts().stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as("the parts of %s", part.name())
                    .isEqualByComparingTo(part.amount());
            part.parts().forEach(VerdictLawPropertyTest::assertAddsUp);
        }
    }
}
