package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesStage;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the leads of a product pass on the way to a deal, and who of those of before the plan had reached what.
 *
 * @param processes by month, to the last in which a lead of the plan makes deals
 * @param before those of before the plan who had reached a stage
 * @param carried by stage, what rounding its counts down left over before the plan; absent where nothing was
 * @param staysExact whether nothing is ever rounded off what is expected at a stage
 */
record OpenStages(
        List<SalesProcess> processes,
        List<StageFlow.Before> before,
        List<@Nullable Ratio> carried,
        boolean staysExact) {

    /**
     * Those of a product.
     *
     * @return absent where nothing is told between lead and deal
     * @throws IllegalArgumentException if the position says what its process does not know
     */
    static @Nullable OpenStages of(
            List<SalesProcess> processes,
            String product,
            OpeningFacts facts,
            YearMonth first,
            List<String> channels,
            List<OpenCohort> cohorts) {
        SalesProcess process = processes.get(0);
        if (!StageYields.isStaged(process)) {
            requireNone(product, facts);
            return null;
        }
        requireNotMatured(cohorts);
        List<StageFlow.Before> before = new ArrayList<>();
        for (Position.StageEntries entries : facts.stages(product)) {
            before.add(before(entries, process, first, channels));
        }
        if (before.isEmpty()) {
            cohorts.forEach(cohort -> before.addAll(StageFlow.reachedBefore(process, cohort)));
        }
        List<@Nullable Ratio> carried = new ArrayList<>();
        for (SalesStage stage : process.stages()) {
            carried.add(facts.remainder(product, stage.name()));
        }
        return new OpenStages(processes, before, carried, StageYields.stayExact(processes, before));
    }

    private static void requireNone(String product, OpeningFacts facts) {
        if (!facts.stages(product).isEmpty()) {
            throw new IllegalArgumentException(
                    "Position.stages must be of a product whose process has stages before the deal, but " + product
                            + " has none and " + facts.stages(product).get(0).stage() + " was named.");
        }
    }

    private static void requireNotMatured(List<OpenCohort> cohorts) {
        for (OpenCohort cohort : cohorts) {
            Ratio matured = cohort.cohort().matured();
            if (matured != null) {
                throw new IllegalArgumentException(
                        "Position.cohorts must leave out matured where the process has stages, but it was "
                                + matured + " of " + cohort.cohort().product() + " from "
                                + cohort.cohort().channel()
                                + ". Perhaps Position.stages was meant: who reached which stage, and when.");
            }
        }
    }

    private static StageFlow.Before before(
            Position.StageEntries entries, SalesProcess process, YearMonth first, List<String> channels) {
        int stage = stage(entries, process);
        int since = (int) first.until(entries.since(), ChronoUnit.MONTHS);
        int oldest = process.stages().get(stage + 1).waits().lastAge();
        if (-since > oldest) {
            throw new IllegalArgumentException("Position.stages must be at most " + oldest
                    + " months old, the last age at which any go on to "
                    + process.stages().get(stage + 1).name() + ", but those of " + entries.product()
                    + " at " + entries.stage() + " were from " + entries.since() + ".");
        }
        return new StageFlow.Before(stage, channels.indexOf(entries.channel()), since, entries.expected());
    }

    private static int stage(Position.StageEntries entries, SalesProcess process) {
        List<String> known = process.stages().stream().map(SalesStage::name).toList();
        int stage = known.indexOf(entries.stage());
        if (stage < 0 || stage == known.size() - 1) {
            throw new IllegalArgumentException("Position.stages must be one before the deal of the process of "
                    + entries.product() + " (" + String.join(", ", known.subList(0, known.size() - 1)) + "), but was "
                    + entries.stage() + ".");
        }
        return stage;
    }

    /** The way of leads through the stages, with those of before the plan. */
    StageFlow flow(List<OpenCohort> cohorts, int channels, @Nullable CumulativeCounts leads) {
        return new StageFlow(processes, cohorts, before, channels, leads);
    }

    /** The share of the first month's leads that become deals, exactly; a manager conversion that is too fine is rounded. */
    Fraction conversion() {
        return processes.get(0).stages().stream()
                .map(stage -> LeftOver.fraction(stage.conversion()))
                .reduce(Fraction.ONE, Fraction::times);
    }

    /** The stages before the deal. */
    List<String> names() {
        List<SalesStage> stages = processes.get(0).stages();
        return stages.subList(0, stages.size() - 1).stream()
                .map(SalesStage::name)
                .toList();
    }
}
