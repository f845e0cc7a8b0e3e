package io.github.planningmath.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every response curve. */
class ResponseCurvePropertyTest {

    @Provide
    Arbitrary<ResponseCurve> curves() {
        return Curves.any();
    }

    @Provide
    Arbitrary<Double> spends() {
        return Curves.number(0.1, 20_000);
    }

    @Provide
    Arbitrary<Double> units() {
        return Arbitraries.doubles().between(0.001, 100).ofScale(3);
    }

    @Property
    void nothingComesOfNothing(@ForAll("curves") ResponseCurve curve) {
        assertThat(curve.value(0)).isZero();
        assertThat(curve.spendFor(0)).isZero();
    }

    @Property
    void moreMoneyBringsNoLess(
            @ForAll("curves") ResponseCurve curve, @ForAll("spends") double spend, @ForAll("spends") double more) {
        assertThat(curve.value(spend + more)).isGreaterThanOrEqualTo(curve.value(spend));
        assertThat(curve.marginal(spend)).isNotNegative();
    }

    @Property
    void theMarginalReturnIsTheSlope(@ForAll("curves") ResponseCurve curve, @ForAll("spends") double spend) {
        double step = 1e-3 * spend;
        double slope = (curve.value(spend + step) - curve.value(spend)) / step;
        double highest = Math.max(curve.marginal(spend), curve.marginal(spend + step));
        double lowest = Math.min(curve.marginal(spend), curve.marginal(spend + step));
        double inflection = curve.inflection();
        if (!(spend <= inflection && spend + step >= inflection)) {
            // Between the slopes at both ends, for the marginal return is monotone there.
            double noise = 1e-10 * (1 + highest) + 1e-15 * curve.value(spend) / step;
            assertThat(slope).isBetween(lowest - noise, highest + noise);
        }
    }

    @Property
    void theMarginalReturnRisesUpToTheInflectionAndFallsBeyondIt(
            @ForAll("curves") ResponseCurve curve, @ForAll("spends") double spend, @ForAll("spends") double more) {
        double here = curve.marginal(spend);
        double further = curve.marginal(spend + more);
        if (spend >= curve.inflection()) {
            assertThat(further).isLessThanOrEqualTo(here * (1 + 1e-12));
        } else if (spend + more < curve.inflection()) {
            assertThat(further).isGreaterThanOrEqualTo(here * (1 - 1e-12));
        }
        assertThat(curve.concavity()).isEqualTo(curve.inflection() > 0 ? Concavity.S_SHAPED : Concavity.CONCAVE);
    }

    @Property
    void theInverseOfTheMarginalReturnIsTheGreatestSpendThatStillHasIt(
            @ForAll("curves") ResponseCurve curve, @ForAll("units") double marginal) {
        double spend = curve.inverseMarginal(marginal);
        if (spend > 0 && spend < 1e12) {
            double below = spend * (1 - 1e-7);
            assertThat(curve.marginal(spend * (1 + 1e-7))).isLessThan(marginal * (1 + 1e-12));
            if (below > curve.inflection()) {
                assertThat(curve.marginal(below)).isGreaterThanOrEqualTo(marginal * (1 - 1e-12));
            }
        }
        if (spend == 0 && curve.concavity() == Concavity.CONCAVE) {
            assertThat(curve.marginal(1e-9)).isLessThanOrEqualTo(marginal);
        }
        if (spend == Double.POSITIVE_INFINITY) {
            assertThat(curve.marginal(1e12)).isGreaterThanOrEqualTo(marginal);
        }
    }

    @Property
    void theSpendForAnOutcomeBringsIt(@ForAll("curves") ResponseCurve curve, @ForAll("spends") double spend) {
        double outcome = curve.value(spend);
        double least = curve.spendFor(outcome);
        if (least < Double.POSITIVE_INFINITY) {
            assertThat(curve.value(least)).isCloseTo(outcome, within(1e-9 * outcome));
            // Where the curve is flat, many spends bring the same but for rounding.
            if (curve.marginal(spend) * spend > 1e-3 * outcome) {
                assertThat(least).isLessThanOrEqualTo(spend * (1 + 1e-9));
            }
        }
    }

    @Property
    void unitsDoNotMatter(
            @ForAll("curves") ResponseCurve curve,
            @ForAll("spends") double spend,
            @ForAll("units") double unit,
            @ForAll("units") double outcomeUnit) {
        ResponseCurve scaled = curve.scaled(unit, outcomeUnit);
        double expected = outcomeUnit * curve.value(spend);
        assertThat(scaled.value(unit * spend)).isCloseTo(expected, within(1e-11 * expected));
        assertThat(scaled.inflection())
                .isCloseTo(unit * curve.inflection(), within(1e-11 * unit * (1 + curve.inflection())));
    }
}
