package io.github.planningmath.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.quantity.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoolingTest {

    @Test
    void battersArePooled() {
        assertPooled("batters", 210.55083597751698, 582.6859850720415, -468.7024912212196);
    }

    @Test
    void channelsArePooled() {
        Pooling.Pooled pooled = assertPooled("channels", 3.267564578724934, 25.54007428602023, -1327.424271448169);
        assertThat(pooled.mean()).isCloseTo(0.11342701823174356, within(1e-11));
        assertThat(pooled).hasToString("10 rates around 11.3%, each with 29 finished leads borrowed from all");
        assertThat(pooled.evidence("other_publicities").effectiveLeads()).isCloseTo(20 + 28.8076 - 1, within(1e-3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pooled.rate("fax"))
                .withMessage("Pooling.part must be one of direct_traffic, display, email, organic_search, other,"
                        + " other_publicities, paid_search, referral, social, unknown, but was fax.");
    }

    private static Pooling.Pooled assertPooled(String of, double a, double b, double logLikelihood) {
        Map<String, RateEvidence> parts = new LinkedHashMap<>();
        Table.rows("pooled-rates.csv", of)
                .forEach(row ->
                        parts.put(row[1], RateEvidence.finished(Long.parseLong(row[2]), Long.parseLong(row[3]))));
        Pooling.Pooled pooled = Pooling.of(parts).orThrow();
        assertThat(pooled.a()).isCloseTo(a, within(1e-9 * a));
        assertThat(pooled.b()).isCloseTo(b, within(1e-9 * b));
        assertThat(pooled.logLikelihood()).isCloseTo(logLikelihood, within(1e-9));
        Table.rows("pooled-rates.csv", of)
                .forEach(row -> assertThat(pooled.rate(row[1])).isCloseTo(Double.parseDouble(row[4]), within(1e-11)));
        return pooled;
    }

    @Test
    void alikePartsHaveOneRate() {
        Map<String, RateEvidence> parts = new LinkedHashMap<>();
        parts.put("a", RateEvidence.finished(20, 100));
        parts.put("b", RateEvidence.finished(21, 100));
        parts.put("c", RateEvidence.finished(19, 100));
        parts.put("d", RateEvidence.finished(20, 100));
        Pooling pooling = Pooling.of(parts);
        assertThat(pooling).isEqualTo(new Pooling.NoSpread(0.2, parts));
        assertThat(pooling.rate("b")).isEqualTo(0.2);
        String answer = pooling.fold(pooled -> "pooled", Pooling.NoSpread::toString);
        assertThat(answer).isEqualTo("4 rates differ by no more than luck: 20.0% serves all.");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(pooling::orThrow)
                .withMessage("4 rates differ by no more than luck: 20.0% serves all.");
    }

    @Test
    void onePartIsNotPooled() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pooling.of(Map.of("a", RateEvidence.finished(1, 2))))
                .withMessage(
                        "Pooling.parts must be at least two, some of their leads won and some not, but were 1 with 1.0 won of"
                                + " 2.0.");
    }
}
