package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The laws of lifetime value, for margins of at least 0. */
class LifetimeValuePropertyTest {

    private static final double ROUNDING = 1 + 1e-12;

    @Provide
    Arbitrary<RetentionCurve> curves() {
        return RetentionCurves.any();
    }

    @Provide
    Arbitrary<Ratio> rates() {
        return Arbitraries.longs().between(0, 1_000).map(part -> Ratio.of(part, 1_000));
    }

    /** Terms with a discount above 0, so that every value is finite. */
    @Provide
    Arbitrary<LifetimeTerms> terms() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 10_000_000),
                        Arbitraries.longs().between(1, 500),
                        Arbitraries.of(FirstMargin.class),
                        Arbitraries.oneOf(
                                Arbitraries.just(LifetimeHorizon.unbounded()),
                                Arbitraries.integers().between(1, 60).map(LifetimeHorizon::periods)))
                .as((cents, perMille, firstMargin, horizon) -> new LifetimeTerms(
                        BigDecimal.valueOf(cents, 2),
                        ChronoUnit.MONTHS,
                        DiscountRate.annual(Ratio.of(perMille, 1_000)),
                        firstMargin,
                        horizon));
    }

    @Property
    void discountingNeverRaisesAValue(
            @ForAll("curves") RetentionCurve curve,
            @ForAll("terms") LifetimeTerms terms,
            @ForAll("rates") Ratio more,
            @ForAll @IntRange(max = 20) int age) {
        LifetimeTerms discounted =
                terms.withDiscount(DiscountRate.annual(terms.discount().rate().plus(more)));
        assertThat(discounted.residualValue(curve, age))
                .isLessThanOrEqualTo(terms.residualValue(curve, age) * ROUNDING);
        assertThat(discounted.renewalValue(curve, age + 1))
                .isLessThanOrEqualTo(terms.renewalValue(curve, age + 1) * ROUNDING);
    }

    @Property
    void aHigherRateNeverLowersAValue(
            @ForAll("rates") Ratio one,
            @ForAll("rates") Ratio other,
            @ForAll("terms") LifetimeTerms terms,
            @ForAll @IntRange(max = 20) int age) {
        boolean inOrder = one.compareTo(other) <= 0;
        assertNotLower(
                new ConstantRetention(inOrder ? one : other), new ConstantRetention(inOrder ? other : one), terms, age);
    }

    /** The odds to leave fall with beta, and rise with alpha. */
    @Property
    void smallerOddsToLeaveNeverLowerAValue(
            @ForAll @DoubleRange(min = 0.01, max = 50) double alpha,
            @ForAll @DoubleRange(min = 0.01, max = 50) double beta,
            @ForAll @DoubleRange(max = 20) double more,
            @ForAll("terms") LifetimeTerms terms,
            @ForAll @IntRange(max = 20) int age) {
        ShiftedBetaGeometric curve = new ShiftedBetaGeometric(alpha, beta);
        assertNotLower(curve, new ShiftedBetaGeometric(alpha, beta + more), terms, age);
        assertNotLower(new ShiftedBetaGeometric(alpha + more, beta), curve, terms, age);
    }

    /** Also where more stay at a single renewal alone. */
    @Property
    void moreRetentionAtAnyRenewalNeverLowersAValue(
            @ForAll @Size(min = 1, max = 8) List<@DoubleRange(max = 1) Double> retentions,
            @ForAll @Size(8) List<@DoubleRange(max = 1) Double> more,
            @ForAll("terms") LifetimeTerms terms) {
        double[] survival = new double[retentions.size() + 1];
        double[] greater = new double[survival.length];
        survival[0] = 1;
        greater[0] = 1;
        for (int period = 1; period < survival.length; period++) {
            double retention = retentions.get(period - 1);
            survival[period] = survival[period - 1] * retention;
            greater[period] = greater[period - 1] * Math.max(retention, more.get(period - 1));
        }
        int last = retentions.size();
        assertNotLower(
                GivenRetention.of(period -> survival[period], last, RetentionTail.NOBODY_STAYS),
                GivenRetention.of(period -> greater[period], last, RetentionTail.NOBODY_STAYS),
                terms,
                0);
    }

    private static void assertNotLower(RetentionCurve less, RetentionCurve more, LifetimeTerms terms, int age) {
        assertThat(terms.residualValue(less, age)).isLessThanOrEqualTo(terms.residualValue(more, age) * ROUNDING);
    }

    /** Of the closed forms in the literature, the sums, and a table with the same retention. */
    @Property
    void aCurveWithConstantRetentionEqualsTheClosedForm(
            @ForAll("rates") Ratio rate, @ForAll("terms") LifetimeTerms terms, @ForAll @IntRange(max = 20) int age) {
        double m = terms.margin().doubleValue();
        double r = rate.toDouble();
        double d = terms.discountPerPeriod();
        double all = terms.firstMargin() == FirstMargin.NOW ? m * (1 + d) / (1 + d - r) : m * r / (1 + d - r);
        double endless = 1e-9;
        LifetimeTerms unbounded = terms.withHorizon(LifetimeHorizon.unbounded());
        assertThat(unbounded.residualValue(new ConstantRetention(rate), age)).isCloseTo(all, withinPercentage(endless));
        RetentionCurve table = new GivenRetention(List.of(Ratio.ONE, rate), RetentionTail.HOLD_LAST_RETENTION);
        assertThat(unbounded.residualValue(table, age)).isCloseTo(all, withinPercentage(endless));
        LifetimeTerms threeYears = terms.withHorizon(LifetimeHorizon.periods(36));
        double some = all * (1 - Math.pow(r / (1 + d), 36));
        assertThat(threeYears.residualValue(new ConstantRetention(rate), age)).isCloseTo(some, withinPercentage(1e-8));
        assertThat(threeYears.residualValue(table, age)).isCloseTo(some, withinPercentage(1e-8));
    }

    /** A shorter horizon leaves out what is not below 0. */
    @Property
    void lookingFurtherNeverLowersAValue(
            @ForAll("curves") RetentionCurve curve,
            @ForAll("terms") LifetimeTerms terms,
            @ForAll @IntRange(min = 1, max = 40) int periods,
            @ForAll @IntRange(max = 40) int further) {
        double near = terms.withHorizon(LifetimeHorizon.periods(periods)).lifetimeValue(curve);
        double far =
                terms.withHorizon(LifetimeHorizon.periods(periods + further)).lifetimeValue(curve);
        assertThat(near).isLessThanOrEqualTo(far * ROUNDING);
        assertThat(far)
                .isLessThanOrEqualTo(
                        terms.withHorizon(LifetimeHorizon.unbounded()).lifetimeValue(curve) * ROUNDING);
    }
}
