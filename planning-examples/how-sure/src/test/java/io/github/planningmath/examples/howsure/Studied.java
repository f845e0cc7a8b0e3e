package io.github.planningmath.examples.howsure;

import io.github.planningmath.examples.planfile.ActualsFile;
import io.github.planningmath.examples.planfile.PlanFile;
import io.github.planningmath.examples.planfile.UncertaintyFile;
import io.github.planningmath.examples.terminal.Progress;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.plan.Plan;
import java.time.YearMonth;
import java.util.Locale;

/** What is asked without options, worked out once for all tests. */
final class Studied {

    static final Study STUDY = study();

    static final Words ENGLISH = Words.of(HowSure.class, Locale.ENGLISH);

    static final Words RUSSIAN = Words.of(HowSure.class, Locale.forLanguageTag("ru"));

    private Studied() {}

    private static Study study() {
        PlanFile file = PlanFile.of(null);
        Plan plan = file.plan().orThrow();
        return Study.of(
                file,
                plan,
                UncertaintyFile.of(null, plan.constants()),
                ActualsFile.of(null, plan.constants()),
                YearMonth.of(2027, 3),
                Progress.silent());
    }
}
