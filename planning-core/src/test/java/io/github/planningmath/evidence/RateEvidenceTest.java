package io.github.planningmath.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.quantity.Rate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateEvidenceTest {

    /** Jeffreys' 90 % intervals, computed at 50 digits: 5 % on either side, the lower end 0 where nothing was won. */
    @ParameterizedTest
    @CsvSource({
        "3, 20, 0.05624805429041880331084828, 0.3136803574357195015505268",
        "80, 400, 0.1687523256876069163479676, 0.2344427446347927139386805",
        "0, 50, 0, 0.03750113514003708249017207"
    })
    void theRangeIsThatOfJeffreys(long won, long leads, double lower, double upper) {
        RateEvidence.Range range = RateEvidence.finished(won, leads).range(Rate.percent(90));
        assertThat(range.lower()).isCloseTo(lower, within(1e-12));
        assertThat(range.upper()).isCloseTo(upper, within(1e-12));
    }

    @Test
    void nothingLostHasNoUpperEnd() {
        assertThat(RateEvidence.finished(50, 50).range(Rate.percent(90)).upper())
                .isEqualTo(1);
    }

    /** Computed at 50 digits: 30 won, 170 open at 0.9 of their wait, 200 at 0.3. */
    @Test
    void openLeadsCountAsFarAsTheyAre() {
        RateEvidence evidence = RateEvidence.ofMaturities(30, Map.of(0.9, 170L, 0.3, 200L));
        assertThat(evidence.effectiveLeads()).isCloseTo(226.94461860139384, within(1e-10));
        assertThat(evidence.effectiveWon()).isCloseTo(28.9438164823383, within(1e-10));
        assertThat(evidence).hasToString("30 of 400 leads, worth 29 of 227 finished ones");
    }

    @Test
    void finishedLeadsAreWorthThemselves() {
        assertThat(RateEvidence.ofMaturities(80, Map.of(1.0, 320L))).isEqualTo(RateEvidence.finished(80, 400));
        assertThat(RateEvidence.finished(80, 400)).hasToString("80 of 400 leads");
        assertThat(RateEvidence.ofMaturities(0, Map.of(0.5, 40L, 0.25, 40L)))
                .isEqualTo(new RateEvidence(0L, 80L, 0.0, 30.0));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateEvidence.finished(3, 2))
                .withMessage("RateEvidence.leads must be at least won, 3, but was 2.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateEvidence(1L, 2L, 1.0, 0.5))
                .withMessage("RateEvidence.effectiveLeads must be at least effectiveWon, 1.0, but was 0.5.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateEvidence.ofMaturities(1, Map.of(1.5, 1L)))
                .withMessage("RateEvidence.maturity must be from 0.0 to 1.0, but was 1.5.");
    }
}
