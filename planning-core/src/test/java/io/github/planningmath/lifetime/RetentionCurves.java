package io.github.planningmath.lifetime;

import io.github.planningmath.quantity.Ratio;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Retention curves of every kind, all of them known for ever. */
final class RetentionCurves {

    private static final int MOST_PERIODS = 8;

    private RetentionCurves() {}

    static Arbitrary<RetentionCurve> any() {
        return Arbitraries.oneOf(List.of(constant(), shiftedBetaGeometric(), cohorts(), given()));
    }

    static Arbitrary<RetentionCurve> constant() {
        return shares().map(ConstantRetention::new);
    }

    static Arbitrary<RetentionCurve> shiftedBetaGeometric() {
        Arbitrary<Double> logarithms = Arbitraries.doubles().between(-4, 5);
        return Combinators.combine(logarithms, logarithms)
                .as((alpha, beta) -> new ShiftedBetaGeometric(Math.exp(alpha), Math.exp(beta)));
    }

    static Arbitrary<RetentionCurve> cohorts() {
        return Combinators.combine(tables(), tails()).as(CohortRetention::new);
    }

    static Arbitrary<RetentionCurve> given() {
        return Combinators.combine(shares().list().ofMinSize(1).ofMaxSize(MOST_PERIODS), tails())
                .as((shares, tail) -> {
                    List<Ratio> survival = new ArrayList<>(shares);
                    survival.sort((one, other) -> other.compareTo(one));
                    survival.add(0, Ratio.ONE);
                    return new GivenRetention(survival, tail);
                });
    }

    /** Cohorts of different lengths, the first of them observed for at least a period. */
    static Arbitrary<CohortTable> tables() {
        return Arbitraries.longs()
                .between(1, 5_000)
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_PERIODS + 1)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(cohorts -> {
                    List<CohortTable.Cohort> table = new ArrayList<>();
                    for (List<Long> customers : cohorts) {
                        List<Long> falling = new ArrayList<>(customers);
                        falling.sort((one, other) -> Long.compare(other, one));
                        if (table.isEmpty()) {
                            falling.add(0L);
                        }
                        table.add(new CohortTable.Cohort("cohort " + table.size(), falling));
                    }
                    return new CohortTable(table);
                });
    }

    private static Arbitrary<Ratio> shares() {
        return Arbitraries.longs().between(0, 1_000).map(thousandths -> Ratio.of(thousandths, 1_000));
    }

    private static Arbitrary<RetentionTail> tails() {
        return Arbitraries.of(RetentionTail.HOLD_LAST_RETENTION, RetentionTail.NOBODY_STAYS);
    }
}
