package io.github.planningmath.allocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FlightingTest {

    private static final List<Double> SEASON = List.of(0.8, 0.85, 1.0, 1.05, 1.0, 0.9, 0.85, 0.9, 1.1, 1.15, 1.2, 1.2);
    private static final Adstock LASTING = new Adstock(new LogarithmicResponse(100.0, 10.0), 0.5);

    private final Map<String, Adstock> channels = new LinkedHashMap<>();
    private final Map<String, List<Double>> spends = new LinkedHashMap<>();

    private void readTable() throws IOException {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(FlightingTest.class.getResourceAsStream("adstock-months.csv")), UTF_8))) {
            table.lines().filter(line -> !line.startsWith("#")).skip(1).forEach(line -> {
                String[] cells = line.split(",", -1);
                String name = "channel " + channels.size();
                channels.put(
                        name,
                        new Adstock(
                                new LogarithmicResponse(Double.valueOf(cells[0]), Double.valueOf(cells[1])),
                                Double.valueOf(cells[2])));
                spends.put(
                        name,
                        Arrays.stream(cells[3].split(";", -1))
                                .map(Double::valueOf)
                                .toList());
            });
        }
    }

    /** The table's spends are to the flatness of the optimum, its outcome and multiplier to the last digits. */
    @Test
    void twelveMonthsOfFiveChannelsAreSplitAsInTheTable() throws IOException {
        readTable();

        Flighting split = Flighting.of(600_000, SEASON, channels);

        assertThat(split.residual()).isLessThan(1e-12);
        assertThat(split.budget()).isCloseTo(600_000, within(1e-9));
        assertThat(split.outcome()).isCloseTo(675_802.5339081798, within(1e-8));
        assertThat(split.marginalReturn()).isCloseTo(0.48518115970749504, within(1e-14));
        spends.forEach((channel, expected) -> {
            for (int month = 0; month < expected.size(); month++) {
                assertThat(split.spend(channel).get(month)).isCloseTo(expected.get(month), within(1e-5));
                assertThat(split.spend(channel).get(month) == 0).isEqualTo(expected.get(month) == 0);
            }
        });
    }

    @Test
    void kopecksAreSplitAsRoubles() throws IOException {
        readTable();
        Map<String, Adstock> inKopecks = new LinkedHashMap<>();
        channels.forEach((name, channel) -> inKopecks.put(name, channel.scaled(100, 1e6)));

        Flighting roubles = Flighting.of(600_000, SEASON, channels);
        Flighting kopecks = Flighting.of(60_000_000, SEASON, inKopecks);

        assertThat(kopecks.outcome() / 1e6).isCloseTo(roubles.outcome(), within(1e-7));
        assertThat(kopecks.spend("channel 3").get(5) / 100)
                .isCloseTo(roubles.spend("channel 3").get(5), within(1e-6));
    }

    /** Without carry-over and season, every period is alike: 100 ln(1 + s/10) against 200 ln(1 + s/10). */
    @Test
    void whereNothingLastsEveryPeriodIsSplitByItself() {
        Flighting split = Flighting.of(
                300,
                List.of(1.0, 1.0, 1.0),
                Map.of(
                        "once", new Adstock(new LogarithmicResponse(100.0, 10.0), 0.0),
                        "twice", new Adstock(new LogarithmicResponse(200.0, 10.0), 0.0)));

        // 100 / (10 + a) = 200 / (10 + b) and a + b = 100: a = 30, b = 70
        assertThat(split.spend("once")).allSatisfy(spend -> assertThat(spend).isCloseTo(30, within(1e-9)));
        assertThat(split.spend("twice")).allSatisfy(spend -> assertThat(spend).isCloseTo(70, within(1e-9)));
        assertThat(split.marginalReturn()).isCloseTo(2.5, within(1e-12));
    }

    /** A stock that nearly lasts for ever is bought once, at the start, and the three periods that it serves are pooled. */
    @Test
    void aStockThatLastsIsBoughtAtTheStart() {
        Flighting split = Flighting.of(
                1000, List.of(4.0, 2.0, 1.0), Map.of("fair", new Adstock(new PowerResponse(10.0, 0.5), 0.99)));

        assertThat(split.spend("fair")).containsExactly(1000.0, 0.0, 0.0);
    }

    @Test
    void theOrderOfTheChannelsChangesNothing() throws IOException {
        readTable();
        Map<String, Adstock> backwards = new LinkedHashMap<>();
        List<String> names = List.copyOf(channels.keySet());
        for (int place = names.size() - 1; place >= 0; place--) {
            backwards.put(names.get(place), Objects.requireNonNull(channels.get(names.get(place))));
        }
        assertThat(Flighting.of(5_000, SEASON, backwards)).isEqualTo(Flighting.of(5_000, SEASON, channels));
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        Map<String, Adstock> one = Map.of("site", LASTING);
        refused(() -> Flighting.of(0, SEASON, one), "Flighting.budget must be above 0 and finite, but was 0.0.");
        refused(
                () -> Flighting.of(Double.NaN, SEASON, one),
                "Flighting.budget must be above 0 and finite, but was NaN.");
        refused(
                () -> Flighting.of(1, List.of(), one),
                "Flighting.season must hold at least one period, but was empty.");
        refused(() -> Flighting.of(1, List.of(0.0), one), "Flighting.season must be above 0 and finite, but was 0.0.");
        refused(() -> Flighting.of(1, SEASON, Map.of()), "Flighting.channels must hold at least one, but was empty.");
        refused(
                () -> Flighting.of(1, SEASON, Map.of("events", new Adstock(new Hill(5.0, 2.0, 3.0), 0.5))),
                "Flighting.channels[events] must have a strictly concave curve, but had Hill[ceiling=5.0,"
                        + " halfSaturation=2.0, slope=3.0]. Perhaps a split by BudgetAllocation at the steady state is meant.");
        refused(
                () -> Flighting.of(1, SEASON, one).spend("events"),
                "Flighting.spend must be of one of [site], but was of events.");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
