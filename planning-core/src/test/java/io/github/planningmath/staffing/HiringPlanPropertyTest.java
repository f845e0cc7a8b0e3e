package io.github.planningmath.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.plan.Workload;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must be true of every hiring plan. */
class HiringPlanPropertyTest {

    private static final YearMonth FIRST = YearMonth.of(2027, 1);

    @Provide
    Arbitrary<HiringTerms> terms() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5_000),
                        Arbitraries.integers().between(0, 5_000),
                        Arbitraries.integers().between(0, 100).list().ofMaxSize(5),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 6))
                .as((salary, hiring, ramp, perMille, lead) -> new HiringTerms(
                        BigDecimal.valueOf(salary),
                        BigDecimal.valueOf(hiring),
                        ramp.stream().map(Ratio::percent).toList(),
                        Ratio.of(perMille, 1_000),
                        lead));
    }

    @Provide
    Arbitrary<List<Long>> leads() {
        return Arbitraries.longs().between(0, 20_000).list().ofMinSize(1).ofMaxSize(24);
    }

    private static HiringPlan plan(HiringTerms terms, long opening, List<Long> leads) {
        List<Workload.Work> work = new ArrayList<>();
        for (int month = 0; month < leads.size(); month++) {
            work.add(new Workload.Work(FIRST.plusMonths(month), SalesTier.CONSULTATIVE, leads.get(month), 0L, 0L, 0L));
        }
        SalesTeam team = new SalesTeam(
                Map.of(SalesTier.CONSULTATIVE, HandlingEffort.of("37.5", "0", "0")),
                new WorkingTime(Ratio.of("151.5"), Map.of(), Rate.percent(83)),
                opening,
                terms);
        return team.staffed(new Workload(Horizon.ofMonths(FIRST, leads.size()), work));
    }

    @Property
    void nobodyIsHiredBeforeTheLeadTimeAllows(
            @ForAll("terms") HiringTerms terms,
            @ForAll @IntRange(max = 50) int opening,
            @ForAll("leads") List<Long> leads) {
        for (Hire hire : plan(terms, opening, leads).hires()) {
            assertThat(hire.decideBy()).isAfterOrEqualTo(FIRST.atDay(1));
            assertThat(hire.starts()).isEqualTo(hire.decideBy().plusMonths(terms.leadMonths()));
        }
    }

    @Property
    void everyMonthIsCoveredOrItsShortfallNamed(
            @ForAll("terms") HiringTerms terms,
            @ForAll @IntRange(max = 50) int opening,
            @ForAll("leads") List<Long> leads) {
        HiringPlan plan = plan(terms, opening, leads);
        List<YearMonth> shortMonths =
                plan.shortfalls().stream().map(Shortfall::month).toList();
        for (StaffMonth month : plan.months()) {
            assertThat(month.capacity().compareTo(month.need()) < 0)
                    .as(month.toString())
                    .isEqualTo(shortMonths.contains(month.month()));
        }
    }

    /** Where nobody leaves, the only reason for a shortfall is that the first who can be hired is not ramped up yet. */
    @Property
    void onlyTheFirstMonthsCanFallShortWhereNobodyLeaves(
            @ForAll("terms") HiringTerms any,
            @ForAll @IntRange(max = 50) int opening,
            @ForAll("leads") List<Long> leads) {
        HiringTerms terms = any.withAttrition("0");
        YearMonth covered = FIRST.plusMonths(terms.leadMonths() + terms.monthsToRampUp());

        assertThat(plan(terms, opening, leads).shortfalls())
                .allMatch(shortfall -> shortfall.month().isBefore(covered));
    }

    /** Also of teams too large for every other to be tried. */
    @Property
    void nobodyCanBeLeftOutOrStartAMonthLater(
            @ForAll("terms") HiringTerms any,
            @ForAll @IntRange(max = 50) int opening,
            @ForAll("leads") List<Long> leads) {
        HiringTerms terms = any.withAttrition("0");
        HiringPlan plan = plan(terms, opening, leads);
        for (Hire hire : plan.hires()) {
            int start = (int) FIRST.until(YearMonth.from(hire.starts()), ChronoUnit.MONTHS);
            int affected = 0;
            for (int month = start; month < leads.size(); month++) {
                StaffMonth team = plan.months().get(month);
                double lost = productivity(terms, month - start) - productivity(terms, month - start - 1);
                boolean suffers = team.need().toDouble() > team.capacity().toDouble() - lost - 1e-9;
                affected += lost > 0 && suffers ? 1 : 0;
            }
            assertThat(affected).as("%s of %s", hire, plan).isPositive();
        }
    }

    private static double productivity(HiringTerms terms, int tenure) {
        if (tenure < 0) {
            return 0;
        }
        return tenure < terms.rampUp().size() ? terms.rampUp().get(tenure).toDouble() : 1;
    }

    @Property
    void staffIsWhoWasThereAndJoinedLessWhoLeft(
            @ForAll("terms") HiringTerms terms,
            @ForAll @IntRange(max = 50) int opening,
            @ForAll("leads") List<Long> leads) {
        HiringPlan plan = plan(terms, opening, leads);
        long before = opening;
        long staffMonths = 0;
        long left = 0;
        for (StaffMonth month : plan.months()) {
            assertThat(month.staff()).isEqualTo(before + month.joining());
            staffMonths += month.staff();
            left += month.leaving();
            assertThat(left).isEqualTo(terms.attritionPerMonth().yieldOf(staffMonths));
            before = month.staff() - month.leaving();
            assertThat(month.cost())
                    .isEqualByComparingTo(terms.salaryPerMonth()
                            .multiply(BigDecimal.valueOf(month.staff()))
                            .add(terms.costPerHire().multiply(BigDecimal.valueOf(month.joining()))));
        }
        assertThat(plan.hires().stream().mapToLong(Hire::people).sum())
                .isEqualTo(plan.months().stream().mapToLong(StaffMonth::joining).sum());
    }

    /** Against an account of every single person. */
    @Property
    void capacityIsThatOfEachPersonOnTheJob(
            @ForAll("terms") HiringTerms terms,
            @ForAll @IntRange(max = 50) int opening,
            @ForAll("leads") List<Long> leads) {
        List<Integer> startsOfPeople = new ArrayList<>();
        for (int person = 0; person < opening; person++) {
            startsOfPeople.add(-100);
        }
        HiringPlan plan = plan(terms, opening, leads);
        for (int month = 0; month < leads.size(); month++) {
            StaffMonth team = plan.months().get(month);
            for (int person = 0; person < team.joining(); person++) {
                startsOfPeople.add(month);
            }
            assertThat(team.capacity()).isEqualTo(capacity(terms, startsOfPeople, month));
            startsOfPeople.subList(0, Math.toIntExact(team.leaving())).clear();
        }
    }

    /** What people who start in these months can do in another, in whole people: an account of every single one. */
    static Ratio capacity(HiringTerms terms, List<Integer> starts, int month) {
        long percent = 0;
        for (int start : starts) {
            int tenure = month - start;
            percent += tenure < terms.rampUp().size()
                    ? terms.rampUp().get(tenure).times(Ratio.of(100)).numerator()
                    : 100;
        }
        return Ratio.of(percent, 100);
    }

    @Property
    void moreWorkNeverNeedsFewer(
            @ForAll @IntRange(max = 100_000) int leads, @ForAll @IntRange(max = 100_000) int more) {
        HiringPlan less = plan(HiringTerms.of("1"), 0, List.of((long) leads));
        HiringPlan greater = plan(HiringTerms.of("1"), 0, List.of((long) leads + more));

        assertThat(greater.months().get(0).staff())
                .isGreaterThanOrEqualTo(less.months().get(0).staff());
    }
}
