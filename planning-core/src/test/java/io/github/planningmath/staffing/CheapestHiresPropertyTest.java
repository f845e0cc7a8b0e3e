package io.github.planningmath.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.plan.Workload;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Hiring plans against every other: each person is followed, whoever may join in any month. */
class CheapestHiresPropertyTest {

    private static final YearMonth FIRST = YearMonth.of(2027, 1);
    private static final int MOST_JOINING = 5;

    /** A quarter of a person's work: 160 hours a month, an hour a lead. */
    private static final int LEADS = 40;

    @Provide
    Arbitrary<HiringTerms> terms() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(0, 25, 50, 60, 75, 90, 100).list().ofMaxSize(3),
                        Arbitraries.of(0, 0, 0, 2, 10, 25),
                        Arbitraries.integers().between(0, 2))
                .as((salary, hiring, ramp, percent, lead) -> new HiringTerms(
                        BigDecimal.valueOf(salary),
                        BigDecimal.valueOf(hiring),
                        ramp.stream().map(Ratio::percent).toList(),
                        Ratio.percent(percent),
                        lead));
    }

    @Provide
    Arbitrary<List<Integer>> quarters() {
        return Arbitraries.integers().between(0, 12).list().ofMinSize(1).ofMaxSize(4);
    }

    private static SalesTeam team(HiringTerms terms, long opening) {
        return new SalesTeam(
                Map.of(SalesTier.CONSULTATIVE, HandlingEffort.of("60", "0", "0")),
                WorkingTime.of("160", "1"),
                opening,
                terms);
    }

    private static Workload work(List<Integer> quarters) {
        List<Workload.Work> work = new ArrayList<>();
        for (int month = 0; month < quarters.size(); month++) {
            work.add(new Workload.Work(
                    FIRST.plusMonths(month), SalesTier.CONSULTATIVE, (long) LEADS * quarters.get(month), 0L, 0L, 0L));
        }
        return new Workload(Horizon.ofMonths(FIRST, quarters.size()), work);
    }

    @Property(tries = 2_000)
    void noOtherPlanThatDoesAsMuchOfTheWorkIsCheaper(
            @ForAll("terms") HiringTerms terms,
            @ForAll @IntRange(max = 3) int opening,
            @ForAll("quarters") List<Integer> quarters) {
        HiringPlan plan = team(terms, opening).staffed(work(quarters));
        List<Ratio> required = plan.months().stream()
                .map(month -> month.need().compareTo(month.capacity()) < 0 ? month.need() : month.capacity())
                .toList();
        BigDecimal least = least(terms, opening, required, new int[quarters.size()], terms.leadMonths(), null);

        if (plan.months().stream().allMatch(month -> month.joining() <= MOST_JOINING)) {
            assertThat(least).isNotNull();
            assertThat(plan.totalCost()).isEqualByComparingTo(least);
        } else {
            // it hires more than are tried here: then nothing that was tried does the work for less
            assertThat(least == null || plan.totalCost().compareTo(least) <= 0).isTrue();
        }
    }

    /** Where nobody leaves, months by which all can be ramped up are covered. */
    @Property(tries = 2_000)
    void theWorkIsDoneOnceSomebodyCanBeAbleToDoIt(
            @ForAll("terms") HiringTerms any,
            @ForAll @IntRange(max = 3) int opening,
            @ForAll("quarters") List<Integer> quarters) {
        HiringTerms terms = any.withAttrition("0");
        YearMonth able = FIRST.plusMonths(terms.leadMonths() + terms.monthsToRampUp());

        assertThat(team(terms, opening).staffed(work(quarters)).shortfalls())
                .allMatch(shortfall -> shortfall.month().isBefore(able));
    }

    private static @Nullable BigDecimal least(
            HiringTerms terms, int opening, List<Ratio> required, int[] joining, int month, @Nullable BigDecimal best) {
        if (month >= joining.length) {
            BigDecimal cost = cost(terms, opening, required, joining);
            return cost != null && (best == null || cost.compareTo(best) < 0) ? cost : best;
        }
        BigDecimal least = best;
        for (int people = 0; people <= MOST_JOINING; people++) {
            joining[month] = people;
            least = least(terms, opening, required, joining, month + 1, least);
        }
        joining[month] = 0;
        return least;
    }

    /** What a plan costs; nothing if it does less of a month's work than is required. */
    private static @Nullable BigDecimal cost(HiringTerms terms, int opening, List<Ratio> required, int[] joining) {
        List<Integer> starts = new ArrayList<>();
        for (int person = 0; person < opening; person++) {
            starts.add(-100);
        }
        long personMonths = 0;
        long left = 0;
        for (int month = 0; month < joining.length; month++) {
            for (int person = 0; person < joining[month]; person++) {
                starts.add(month);
            }
            if (HiringPlanPropertyTest.capacity(terms, starts, month).compareTo(required.get(month)) < 0) {
                return null;
            }
            personMonths += starts.size();
            long gone = terms.attritionPerMonth().yieldOf(personMonths) - left;
            left += gone;
            starts.subList(0, (int) gone).clear();
        }
        return terms.salaryPerMonth()
                .multiply(BigDecimal.valueOf(personMonths))
                .add(terms.costPerHire()
                        .multiply(BigDecimal.valueOf(Arrays.stream(joining).sum())));
    }
}
