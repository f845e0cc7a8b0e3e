package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesStage;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The deals that a lead brings by its month and their age, where it passes stages on the way: the sum over all paths through them,
 * each stage at the conversion of the month in which it is reached. It is the same over all channels.
 */
final class StageYields {

    /** Of {@link LeadYields#lastAge()} ages by month of the leads; months of the same conversions share theirs. */
    private final Fraction[][] byAge;

    private StageYields(Fraction[][] byAge) {
        this.byAge = byAge;
    }

    /**
     * Of processes by month of the deals.
     *
     * @param processes by month, to the last in which a lead of the plan makes deals
     * @param months how many months the plan has
     * @return absent where nothing is told between lead and deal
     */
    static @Nullable StageYields of(List<SalesProcess> processes, int months) {
        SalesProcess first = processes.get(0);
        if (!isStaged(first)) {
            return null;
        }
        boolean steady = processes.stream().allMatch(first::equals);
        Fraction[][] byAge = new Fraction[months][];
        for (int month = 0; month < months; month++) {
            byAge[month] = steady && month > 0
                    ? byAge[0]
                    : reached(processes, month, first.stages().size() - 1);
        }
        return new StageYields(byAge);
    }

    /** Whether a lead passes stages on the way to its deal; one stage alone is the deal. */
    static boolean isStaged(SalesProcess process) {
        return process.stages().size() > 1;
    }

    /** Of a lead of a month, what reaches a stage, by age. */
    static Fraction[] reached(List<SalesProcess> processes, int brought, int last) {
        List<SalesStage> stages = processes.get(0).stages();
        Fraction[] reached = {Fraction.ONE};
        for (int stage = 0; stage <= last; stage++) {
            List<Fraction> waits = stages.get(stage).waits().shares().stream()
                    .map(LeftOver::fraction)
                    .toList();
            Fraction[] further = new Fraction[reached.length + waits.size() - 1];
            Arrays.fill(further, Fraction.ZERO);
            for (int age = 0; age < reached.length; age++) {
                for (int wait = 0; wait < waits.size(); wait++) {
                    further[age + wait] = further[age + wait].plus(reached[age].times(waits.get(wait)));
                }
            }
            for (int age = 0; age < further.length; age++) {
                further[age] = further[age].times(conversion(processes, stage, brought + age));
            }
            reached = further;
        }
        return reached;
    }

    private static Fraction conversion(List<SalesProcess> processes, int stage, int month) {
        SalesProcess inForce = processes.get(Math.min(month, processes.size() - 1));
        return LeftOver.fraction(inForce.stages().get(stage).conversion());
    }

    /** Whether what is expected at each stage is always in parts of one denominator that the state keeps without rounding. */
    static boolean stayExact(List<SalesProcess> processes, List<StageFlow.Before> before) {
        BigInteger common = BigInteger.ONE;
        for (StageFlow.Before each : before) {
            common = DealParts.leastCommonMultiple(common, each.expected().denominator());
        }
        for (int stage = 0; stage < processes.get(0).stages().size(); stage++) {
            BigInteger ofStage = BigInteger.ONE;
            for (SalesProcess process : processes) {
                SalesStage each = process.stages().get(stage);
                BigInteger conversion = BigInteger.valueOf(each.conversion().denominator());
                ofStage = DealParts.leastCommonMultiple(ofStage, conversion);
            }
            BigInteger waits = processes.get(0).stages().get(stage).waits().shares().stream()
                    .map(share -> BigInteger.valueOf(share.denominator()))
                    .reduce(BigInteger.ONE, DealParts::leastCommonMultiple);
            common = common.multiply(ofStage).multiply(waits);
        }
        return LeftOver.staysExact(common, null);
    }

    /** The deals of a lead of a month that are made through another. */
    Fraction made(int brought, int through) {
        Fraction sum = Fraction.ZERO;
        for (int age = 0; age < byAge[brought].length && brought + age <= through; age++) {
            sum = sum.plus(byAge[brought][age]);
        }
        return sum;
    }

    /** The deals of leads in a month. */
    Fraction dealsIn(int month, CumulativeCounts leads) {
        Fraction sum = Fraction.ZERO;
        for (int brought = Math.max(0, month - byAge[0].length + 1);
                brought <= Math.min(month, leads.months() - 1);
                brought++) {
            long count = 0;
            for (int c = 0; c < leads.channels(); c++) {
                count = PlanOverflow.sum(count, leads.in(brought, c), "leads");
            }
            sum = count == 0 ? sum : sum.plus(byAge[brought][month - brought].times(Fraction.of(count, 1)));
        }
        return sum;
    }
}
