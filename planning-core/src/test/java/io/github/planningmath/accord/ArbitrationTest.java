package io.github.planningmath.accord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.evidence.RateEvidence;
import io.github.planningmath.quantity.Rate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArbitrationTest {

    private static final Offset<Double> EXACT = within(1e-12);

    private static Arbitration of(long won, long finished) {
        return new Arbitration(Rate.percent(20), Rate.percent(15), RateEvidence.finished(won, finished));
    }

    /** Computed at 50 digits from the binomial likelihood. */
    @ParameterizedTest
    @CsvSource({
        "80, 400, 3.614686814883324569343558, 37.13971249884130654533171",
        "70, 400, 0.1316198722011668691453068, 1.140674634706602755276231",
        "3, 20, -0.1675723535240495415526472, 0.8457154245838052124254148"
    })
    void theRatioIsThatOfTheLikelihoods(long won, long finished, double log, double ratio) {
        assertThat(of(won, finished).logRatio()).isCloseTo(log, EXACT);
        assertThat(of(won, finished).ratio()).isCloseTo(ratio, within(1e-12 * ratio));
    }

    @Test
    void furtherLeadsDecideUnlessTheirShareIsInBetween() {
        Arbitration nothing = of(0, 0);
        assertThat(nothing.undecidedShare()).isCloseTo(0.1740552875212627, EXACT);
        assertThat(nothing.perLeadIfFirst()).isCloseTo(0.00903671703720831, EXACT);
        assertThat(nothing.perLeadIfSecond()).isCloseTo(0.008378617676202477, EXACT);
        assertThat(nothing.furtherLeads(20)).isEqualTo(332);
        Arbitration turned = new Arbitration(Rate.percent(15), Rate.percent(20), RateEvidence.finished(0, 0));
        assertThat(turned.furtherLeads(20)).isEqualTo(358);
        assertThat(of(80, 400).furtherLeads(20)).isZero();
        assertThat(of(70, 400).furtherLeads(20)).isEqualTo(317);
    }

    @Test
    void turningTheClaimsTurnsTheSign() {
        Arbitration turned = new Arbitration(Rate.percent(15), Rate.percent(20), RateEvidence.finished(70, 400));
        assertThat(turned.logRatio()).isCloseTo(-of(70, 400).logRatio(), EXACT);
        assertThat(turned.undecidedShare()).isCloseTo(of(70, 400).undecidedShare(), EXACT);
        Arbitration equal = new Arbitration(Rate.percent(15), Rate.percent(15), RateEvidence.finished(70, 400));
        assertThat(equal.logRatio()).isZero();
        assertThat(equal.undecidedShare()).isEqualTo(0.15);
        assertThat(equal.perLeadIfFirst()).isZero();
        assertThat(equal.perLeadIfSecond()).isZero();
        assertThat(equal.furtherLeads(20)).isEqualTo(Long.MAX_VALUE);
        assertThat(equal)
                .hasToString("The facts favour neither 15% nor 15%, on 70 of 400 leads. Both may be: it is a matter of"
                        + " agreement.");
    }

    @Test
    void itAddsUpOverDifferentLeads() {
        assertThat(of(30, 100).logRatio() + of(50, 300).logRatio())
                .isCloseTo(of(80, 400).logRatio(), EXACT);
    }

    @Test
    void aClaimThatCannotBeIsOut() {
        Arbitration all = new Arbitration(Rate.ONE, Rate.percent(15), RateEvidence.finished(19, 20));
        assertThat(all.ratio()).isZero();
        assertThat(all.undecidedShare()).isEqualTo(1);
        assertThat(new Arbitration(Rate.ONE, Rate.percent(50), RateEvidence.finished(2, 2)).ratio())
                .isCloseTo(4, EXACT);
    }

    @Test
    void itSaysWhichClaimTheFactsFavour() {
        assertThat(of(80, 400)).hasToString("The facts favour 20% over 15% by 37.1 : 1, on 80 of 400 leads.");
        assertThat(of(3, 20))
                .hasToString("The facts favour 15% over 20% by 1.2 : 1, on 3 of 20 leads. 338 finished leads more"
                        + " would be expected to make it 20 : 1. Both may be: it is a matter of agreement.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(3, 20).furtherLeads(1))
                .withMessage("Arbitration.times must be above 1 and finite, but was 1.0.");
    }
}
