package io.github.planningmath.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.planningmath.lifetime.BuyerModel;
import io.github.planningmath.lifetime.ConstantRetention;
import io.github.planningmath.lifetime.DiscountRate;
import io.github.planningmath.lifetime.FirstMargin;
import io.github.planningmath.lifetime.LifetimeHorizon;
import io.github.planningmath.lifetime.LifetimeTerms;
import io.github.planningmath.lifetime.PurchaseHistory;
import io.github.planningmath.lifetime.RetentionCurve;
import io.github.planningmath.lifetime.ShiftedBetaGeometric;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

@Domain(LifetimeDomain.class)
class LifetimeLawsPropertyTest {

    @Property
    void discountingNeverRaisesAValue(@ForAll LifetimeTerms terms, @ForAll RetentionCurve curve, @ForAll Rate more) {
        LifetimeLaws.assertDiscountingNeverRaises(terms, curve, more.toRatio());
    }

    @Property
    void moreConstantRetentionNeverLowersAValue(
            @ForAll LifetimeTerms terms, @ForAll ConstantRetention one, @ForAll ConstantRetention other) {
        boolean inOrder = one.rate().compareTo(other.rate()) <= 0;
        LifetimeLaws.assertMoreRetentionNeverLowers(terms, inOrder ? one : other, inOrder ? other : one);
    }

    @Property
    void smallerChancesToLeaveNeverLowerAValue(
            @ForAll LifetimeTerms terms,
            @ForAll ShiftedBetaGeometric curve,
            @ForAll @DoubleRange(max = 20) double beta) {
        LifetimeLaws.assertMoreRetentionNeverLowers(
                terms, curve, new ShiftedBetaGeometric(curve.alpha(), curve.beta() + beta));
    }

    @Property
    void constantRetentionIsTheClosedForm(@ForAll LifetimeTerms terms, @ForAll ConstantRetention curve) {
        LifetimeLaws.assertConstantRetentionIsTheClosedForm(terms, curve.rate());
    }

    @Property
    void discountingNeverRaisesWhatUnseenCustomersBuy(
            @ForAll BuyerModel model,
            @ForAll PurchaseHistory history,
            @ForAll @IntRange(min = 1, max = 400) int duration,
            @ForAll @DoubleRange(min = 1e-4, max = 1) @Scale(4) double discount) {
        LifetimeLaws.assertDiscountingNeverRaises(
                model,
                history,
                duration,
                new DiscountRate(Ratio.fromDouble(discount), ChronoUnit.DAYS),
                ChronoUnit.DAYS);
    }

    /** Below a margin of 0, the law is none: whoever stays longer costs more. */
    @Test
    void aBrokenLawIsTold() {
        LifetimeTerms losing = new LifetimeTerms(
                BigDecimal.ONE.negate(),
                ChronoUnit.MONTHS,
                DiscountRate.annual("12%"),
                FirstMargin.NOW,
                LifetimeHorizon.periods(2));
        ConstantRetention half = new ConstantRetention(Ratio.percent(50));
        ConstantRetention all = new ConstantRetention(Ratio.ONE);
        assertThatThrownBy(() -> LifetimeLaws.assertMoreRetentionNeverLowers(losing, half, all))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the value with more retention");
        assertThatThrownBy(() -> LifetimeLaws.assertDiscountingNeverRaises(losing, half, Ratio.ONE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the value at age 0 discounted by 1.12 per year rather than 12% per year");
        assertThatThrownBy(() -> LifetimeLaws.assertMoreRetentionNeverLowers(losing, all, half))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("LifetimeLaws.more must retain at least 1.0 at renewal 1, but was 0.5.");
    }
}
