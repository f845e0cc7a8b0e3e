package io.github.planningmath.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.planningmath.lifetime.BgBb;
import io.github.planningmath.lifetime.BgNbd;
import io.github.planningmath.lifetime.BuyerModel;
import io.github.planningmath.lifetime.CohortRetention;
import io.github.planningmath.lifetime.CohortTable;
import io.github.planningmath.lifetime.ConstantRetention;
import io.github.planningmath.lifetime.CurveRepeat;
import io.github.planningmath.lifetime.DiscountRate;
import io.github.planningmath.lifetime.FirstMargin;
import io.github.planningmath.lifetime.GivenRetention;
import io.github.planningmath.lifetime.LifetimeHorizon;
import io.github.planningmath.lifetime.LifetimeTerms;
import io.github.planningmath.lifetime.MbgNbd;
import io.github.planningmath.lifetime.ModelRepeat;
import io.github.planningmath.lifetime.Nbd;
import io.github.planningmath.lifetime.ParetoNbd;
import io.github.planningmath.lifetime.RetentionCurve;
import io.github.planningmath.lifetime.RetentionTail;
import io.github.planningmath.lifetime.ShiftedBetaGeometric;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.RepeatBehaviour;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Curves, terms, and the repeat behaviour that a plan takes from curves and models, as documents. */
class LifetimeJsonTest {

    private static final ObjectMapper JACKSON_2 = DocumentMappers.jackson2();
    private static final tools.jackson.databind.ObjectMapper JACKSON_3 = DocumentMappers.jackson3()
            .rebuild()
            .registerSubtypes(CurveRepeat.class, ModelRepeat.class)
            .build();

    static {
        JACKSON_2.registerSubtypes(CurveRepeat.class, ModelRepeat.class);
    }

    private static <T> void bothWays(T value, Class<T> type) throws IOException {
        through(value, type);
        assertThat(JACKSON_3.readValue(JACKSON_2.writeValueAsString(value), type))
                .isEqualTo(value);
        assertThat(JACKSON_2.readValue(JACKSON_3.writeValueAsString(value), type))
                .isEqualTo(value);
    }

    private static <T> void through(T value, Class<T> type) throws IOException {
        assertThat(JACKSON_2.readValue(JACKSON_2.writeValueAsString(value), type))
                .isEqualTo(value);
        assertThat(JACKSON_3.readValue(JACKSON_3.writeValueAsString(value), type))
                .isEqualTo(value);
    }

    @Test
    void curvesGoBothWays() throws IOException {
        CohortTable table = CohortTable.of(CohortTable.Cohort.of("2026", 10, 7), CohortTable.Cohort.of("2027", 5));
        for (RetentionCurve curve : List.of(
                new ConstantRetention(Ratio.of(2, 3)),
                new ShiftedBetaGeometric(0.668, 3.806),
                new CohortRetention(table, RetentionTail.HOLD_LAST_RETENTION),
                GivenRetention.of(RetentionTail.REFUSE, "1", "0.5"))) {
            bothWays(curve, RetentionCurve.class);
            RepeatBehaviour repeat = new CurveRepeat(curve, Ratio.of("0.3"));
            bothWays(repeat, RepeatBehaviour.class);
        }
    }

    @Test
    void modelsGoBothWays() throws IOException {
        for (BuyerModel model : List.of(
                new BgNbd(0.2, 4, 0.8, 2),
                new MbgNbd(0.2, 4, 0.8, 2),
                new ParetoNbd(0.2, 4, 0.8, 2),
                new BgBb(0.2, 4, 0.8, 2),
                new Nbd(0.4, 9))) {
            RepeatBehaviour repeat = new ModelRepeat(model, ChronoUnit.MONTHS);
            bothWays(repeat, RepeatBehaviour.class);
        }
    }

    @Test
    void termsGoBothWays() throws IOException {
        for (LifetimeHorizon horizon : List.of(LifetimeHorizon.unbounded(), LifetimeHorizon.periods(36))) {
            bothWays(
                    new LifetimeTerms(
                            new BigDecimal("12.5"),
                            ChronoUnit.MONTHS,
                            DiscountRate.annual("10%"),
                            FirstMargin.NOW,
                            horizon),
                    LifetimeTerms.class);
        }
    }

    @Test
    void aPersonCanWriteThem() throws IOException {
        assertThat(JACKSON_2.readValue(
                        "{\"type\":\"curve\",\"repeat\":\"30%\",\"curve\":{\"type\":\"shifted-beta-geometric\",\"alpha\":0.668,"
                                + "\"beta\":3.806}}",
                        RepeatBehaviour.class))
                .isEqualTo(new CurveRepeat(new ShiftedBetaGeometric(0.668, 3.806), Ratio.percent(30)));
        assertThat(JACKSON_3.readValue(
                        "{\"type\":\"model\",\"unit\":\"WEEKS\",\"model\":{\"type\":\"bg-nbd\",\"r\":0.243,\"alpha\":4.414,"
                                + "\"a\":0.793,\"b\":2.426}}",
                        RepeatBehaviour.class))
                .isEqualTo(new ModelRepeat(new BgNbd(0.243, 4.414, 0.793, 2.426), ChronoUnit.WEEKS));
    }
}
