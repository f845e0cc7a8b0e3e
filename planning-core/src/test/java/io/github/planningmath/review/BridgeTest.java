package io.github.planningmath.review;

import static io.github.planningmath.review.Reviewed.JANUARY;
import static io.github.planningmath.review.Reviewed.constants;
import static io.github.planningmath.review.Reviewed.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class BridgeTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "price-volume-mix.csv", useHeadersInDisplayName = true)
    void isThePublishedOne(
            String name,
            String plannedDeals,
            String plannedEach,
            String deals,
            String each,
            double price,
            double volume,
            double mix) {
        double[] q0 = numbers(plannedDeals);
        List<Bridge.Line> lines = new ArrayList<>();
        for (int i = 0; i < q0.length; i++) {
            lines.add(new Bridge.Line(
                    "product " + i, q0[i], numbers(deals)[i], numbers(plannedEach)[i], numbers(each)[i]));
        }
        Bridge bridge = new Bridge(lines);
        assertThat(bridge.price()).as(name).isCloseTo(price, within(1e-6));
        assertThat(bridge.volume()).as(name).isCloseTo(volume, within(1e-6));
        assertThat(bridge.mix()).as(name).isCloseTo(mix, within(1e-6));
        assertThat(bridge.price() + bridge.volume() + bridge.mix())
                .isCloseTo(bridge.fact() - bridge.planned(), within(1e-6));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(";", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Test
    void agreesWithTheVerdictOnTheGap() {
        Plan plan = plan("500000", constants());
        Actuals actuals = Actuals.from(List.of(Actuals.Cell.of(JANUARY, "crm", "site")
                .withVisits(45_000L)
                .withContacts(1_800L)
                .withLeads(1_800L)
                .withNewDeals(396L)
                .withRevenue(new BigDecimal("376200"))));
        Bridge bridge = Bridge.of(plan, actuals);
        List<Bridge.Row> rows = bridge.reconcile(Verdict.of(plan, actuals));
        assertThat(rows).extracting(Bridge.Row::name).containsExactly("price", "volume and mix", "gap");
        // price at the deals made, 396 * -50; the verdict spreads what price and deals change together
        assertThat(rows.get(0).bridge()).isCloseTo(-19_800, within(1e-6));
        assertThat(rows.get(0).verdict()).isCloseTo(-22_321.25, within(0.005));
        assertThat(rows.get(1).bridge()).isCloseTo(-104_000, within(1e-6));
        assertThat(rows.get(2).bridge()).isCloseTo(-123_800, within(1e-6));
        assertThat(rows.get(2).verdict()).isCloseTo(-123_800, within(1e-6));
    }

    @Test
    void isBesideAVerdictOnRevenueOnly() {
        Plan plan = plan("500000", constants());
        Actuals actuals = Actuals.from(List.of(Actuals.Cell.of(JANUARY, "crm").withNewDeals(400L)));
        Verdict leads = Verdict.of(plan, actuals).in(Kpi.LEADS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bridge.of(plan, actuals).reconcile(leads))
                .withMessage("Bridge.reconcile must be given a verdict on revenue, but was given one on leads.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bridge(List.of()))
                .withMessage("Bridge.lines must hold at least one, but was empty.");
    }
}
