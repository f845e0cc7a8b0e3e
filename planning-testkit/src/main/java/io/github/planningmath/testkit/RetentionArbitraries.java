package io.github.planningmath.testkit;

import io.github.planningmath.lifetime.CohortRetention;
import io.github.planningmath.lifetime.CohortTable;
import io.github.planningmath.lifetime.ConstantRetention;
import io.github.planningmath.lifetime.DiscountRate;
import io.github.planningmath.lifetime.FirstMargin;
import io.github.planningmath.lifetime.GivenRetention;
import io.github.planningmath.lifetime.LifetimeHorizon;
import io.github.planningmath.lifetime.LifetimeTerms;
import io.github.planningmath.lifetime.RetentionCurve;
import io.github.planningmath.lifetime.RetentionTail;
import io.github.planningmath.lifetime.ShiftedBetaGeometric;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** How customers of a contract stay, and what they pay. */
final class RetentionArbitraries {

    private static final int MOST_PERIODS = 12;
    private static final int MOST_COHORTS = 4;
    private static final long MOST_CUSTOMERS = 100_000;
    private static final long MOST_CENTS = 10_000_000;

    private RetentionArbitraries() {}

    static Arbitrary<ChronoUnit> units() {
        return Arbitraries.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS);
    }

    /** Above 0, so that without end no value is infinite; up to 100 % a year, 10 % a month, 2 % a week and 0.3 % a day. */
    static Arbitrary<DiscountRate> discounts() {
        return Arbitraries.oneOf(
                discounts(ChronoUnit.YEARS, 1_000),
                discounts(ChronoUnit.MONTHS, 100),
                discounts(ChronoUnit.WEEKS, 20),
                discounts(ChronoUnit.DAYS, 3));
    }

    private static Arbitrary<DiscountRate> discounts(ChronoUnit per, int mostPerMille) {
        return Arbitraries.integers()
                .between(1, mostPerMille)
                .map(perMille -> new DiscountRate(Ratio.of(perMille, 1_000), per));
    }

    static Arbitrary<ConstantRetention> constant() {
        return QuantityArbitraries.shares().map(ConstantRetention::new);
    }

    /** From customers who hardly differ to those who leave at once or never. */
    static Arbitrary<ShiftedBetaGeometric> shiftedBetaGeometric() {
        Arbitrary<Double> logarithms = Arbitraries.doubles().between(-4, 5);
        return Combinators.combine(logarithms, logarithms)
                .as((alpha, beta) -> new ShiftedBetaGeometric(Math.exp(alpha), Math.exp(beta)));
    }

    static Arbitrary<CohortRetention> observed() {
        return Combinators.combine(cohortTables(), tails()).as(CohortRetention::new);
    }

    static Arbitrary<GivenRetention> given() {
        Arbitrary<List<Ratio>> falling = QuantityArbitraries.shares()
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_PERIODS)
                .map(shares -> {
                    List<Ratio> survival = new ArrayList<>(shares);
                    survival.add(Ratio.ONE);
                    survival.sort((one, other) -> other.compareTo(one));
                    return survival;
                });
        return Combinators.combine(falling, tails()).as(GivenRetention::new);
    }

    static Arbitrary<RetentionCurve> curves() {
        return Arbitraries.oneOf(
                constant().map(curve -> (RetentionCurve) curve),
                shiftedBetaGeometric().map(curve -> (RetentionCurve) curve),
                observed().map(curve -> (RetentionCurve) curve),
                given().map(curve -> (RetentionCurve) curve));
    }

    /** What is said of periods beyond the data; curves that refuse them answer no question about a lifetime. */
    private static Arbitrary<RetentionTail> tails() {
        return Arbitraries.of(RetentionTail.HOLD_LAST_RETENTION, RetentionTail.NOBODY_STAYS);
    }

    static Arbitrary<CohortTable.Cohort> cohorts() {
        return Combinators.combine(QuantityArbitraries.name(), customers()).as(CohortTable.Cohort::new);
    }

    /** Cohorts of different lengths, the first of them observed for at least a period. */
    static Arbitrary<CohortTable> cohortTables() {
        return customers().list().ofMinSize(1).ofMaxSize(MOST_COHORTS).map(all -> {
            List<CohortTable.Cohort> cohorts = new ArrayList<>();
            for (List<Long> customers : all) {
                List<Long> left = new ArrayList<>(customers);
                if (cohorts.isEmpty()) {
                    left.add(left.get(left.size() - 1) / 2);
                }
                cohorts.add(new CohortTable.Cohort("cohort " + cohorts.size(), left));
            }
            return new CohortTable(cohorts);
        });
    }

    private static Arbitrary<List<Long>> customers() {
        return QuantityArbitraries.counts(MOST_CUSTOMERS)
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_PERIODS)
                .map(counts -> {
                    List<Long> falling = new ArrayList<>(counts);
                    falling.sort((one, other) -> Long.compare(other, one));
                    falling.set(0, Math.max(1, falling.get(0)));
                    return falling;
                });
    }

    static Arbitrary<LifetimeHorizon.Periods> periods() {
        return Arbitraries.frequencyOf(
                        Tuple.of(5, Arbitraries.integers().between(1, 60)),
                        Tuple.of(1, Arbitraries.integers().between(61, 1_000)))
                .map(LifetimeHorizon.Periods::new);
    }

    static Arbitrary<LifetimeHorizon> horizons() {
        return Arbitraries.oneOf(
                Arbitraries.just(LifetimeHorizon.unbounded()), periods().map(periods -> (LifetimeHorizon) periods));
    }

    static Arbitrary<LifetimeTerms> terms() {
        Arbitrary<BigDecimal> margins =
                QuantityArbitraries.counts(MOST_CENTS).map(cents -> BigDecimal.valueOf(cents, 2));
        return Combinators.combine(margins, units(), discounts(), Arbitraries.of(FirstMargin.class), horizons())
                .as(LifetimeTerms::new);
    }
}
