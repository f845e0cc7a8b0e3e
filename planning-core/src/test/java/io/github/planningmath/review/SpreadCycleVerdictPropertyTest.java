package io.github.planningmath.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.review.SpreadBusiness.Off;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** Where deals come over months: who kept every rate, month by month, gets nothing, and who did not gets all of the gap. */
class SpreadCycleVerdictPropertyTest {

    @Provide
    Arbitrary<SpreadBusiness> businesses() {
        return Arbitraries.longs().map(SpreadBusiness::new);
    }

    @Property(tries = 100)
    void whoseRateIsOffIsChargedWithTheGapAndNobodyElse(
            @ForAll("businesses") SpreadBusiness business, @ForAll Off off, @ForAll boolean isByChannel) {
        Verdict verdict = Verdict.of(business.plan, business.actuals(off, isByChannel));
        for (Kpi kpi : List.of(Kpi.NEW_DEALS, Kpi.REPEAT_DEALS, Kpi.REVENUE, Kpi.PROFIT)) {
            for (Department department : List.of(Department.MARKETING, Department.SALES)) {
                if (department != off.owner) {
                    assertBlameless(business, verdict.in(kpi), department);
                }
            }
        }
        if (off != Off.NOTHING) {
            double gap = verdict.in(Kpi.NEW_DEALS).gap().doubleValue();
            // a deal of each product and a lead of each product and channel, on both sides
            assertThat(verdict.in(Kpi.NEW_DEALS).of(off.owner).effect()).isBetween(gap - 12, gap + 12);
        }
    }

    /** Deals that come later than planned, or earlier, and as many in the end are nobody's; those that do not come are sales'. */
    @Property(tries = 100)
    void lateIsToldFromLostByTheMonthOfTheLeads(
            @ForAll("businesses") SpreadBusiness business,
            @ForAll Off off,
            @ForAll boolean isByChannel,
            @ForAll @DoubleRange(min = 0.2, max = 5) double slower) {
        Verdict verdict = Verdict.of(business.plan, business.actualsByLeads(off, isByChannel, slower))
                .in(Kpi.NEW_DEALS);
        for (Department department : List.of(Department.MARKETING, Department.SALES)) {
            if (department != off.owner) {
                assertBlameless(business, verdict, department);
            }
        }
        if (off != Off.NOTHING) {
            double gap =
                    verdict.gap().doubleValue() - verdict.notYetDue().part().effect();
            assertThat(verdict.of(off.owner).effect()).isBetween(gap - 4, gap + 4);
        }
        assertThat(verdict.leadMonths()).isNotEmpty();
        for (NotYetDue.LeadMonth month : verdict.leadMonths()) {
            assertThat(month.early() - month.late() - month.lost())
                    .isCloseTo(month.made() - month.expected(), within(1e-6));
        }
    }

    @Property(tries = 50)
    void verdictsOnMonthsSumToThatFromTheStart(
            @ForAll("businesses") SpreadBusiness business, @ForAll Off off, @ForAll boolean isByLeads) {
        Actuals actuals =
                isByLeads ? business.actualsByLeads(off, false, 2) : business.actuals(off, business.months % 2 == 0);
        for (Kpi kpi : List.of(Kpi.NEW_DEALS, Kpi.PROFIT, Kpi.BASE, Kpi.LEADS)) {
            Verdict fromStart = Verdict.of(business.plan, actuals).in(kpi);
            List<Verdict> months = IntStream.range(0, business.through)
                    .mapToObj(month -> Verdict.ofMonth(business.plan, actuals, Reviewed.JANUARY.plusMonths(month))
                            .in(kpi))
                    .toList();
            assertThat(months.stream().map(Verdict::gap).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(fromStart.gap());
            double size =
                    1e-9 * (1 + Math.abs(fromStart.gap().doubleValue()) + business.plan.newDeals(Scope.all()) * 1_000);
            for (Factor factor : Factor.values()) {
                assertThat(months.stream()
                                .mapToDouble(month -> month.of(factor))
                                .sum())
                        .as("%s of %s", factor, kpi)
                        .isCloseTo(fromStart.of(factor), within(size));
            }
            for (Verdict month : months) {
                assertThat(month.tree().effect()).isCloseTo(month.gap().doubleValue(), within(size));
            }
        }
    }

    /** Less than a deal of each product, and what its customer buys again. */
    private static void assertBlameless(SpreadBusiness business, Verdict verdict, Department department) {
        for (String product : SpreadBusiness.PRODUCTS) {
            double deal = verdict.kpi().isMoney() ? product.equals("crm") ? 1_000 : 49.90 : 1;
            assertThat(Math.abs(effect(verdict.of(department), product)))
                    .as("%s of %s with %s", verdict.kpi().label(), department, product)
                    .isLessThan(deal * business.dealsOfACustomer());
        }
    }

    private static double effect(Part part, String product) {
        return part.level() == Part.Level.PRODUCT
                ? part.name().equals(product) ? part.effect() : 0
                : part.parts().stream()
                        .mapToDouble(each -> effect(each, product))
                        .sum();
    }
}
