package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores of many are the scores of each. */
class ScoringTest {

    private static final double ACCURACY = 1e-12;
    private static final BgNbd BG_NBD = new BgNbd(0.243, 4.414, 0.793, 2.426);

    static Stream<BuyerModel> continuous() {
        return Stream.of(
                BG_NBD,
                new BgNbd(2.5, 12, 1, 1),
                new BgNbd(0.243, 0.01, 0.2, 0.3),
                new MbgNbd(0.525, 6.183, 0.891, 1.614),
                new ParetoNbd(0.553, 10.578, 0.606, 11.669),
                new ParetoNbd(0.553, 12, 1, 9));
    }

    static Stream<Arguments> bases() {
        return continuous()
                .flatMap(model -> Stream.of(
                        Arguments.of(model, new BuyerSimulator(BG_NBD, 3L).histories(3000, 5, 60)),
                        Arguments.of(
                                model.scaled(7), new BuyerSimulator(BG_NBD.scaled(7), 4L).wholeHistories(3000, 20, 90)),
                        Arguments.of(model.scaled(7), extremes()),
                        Arguments.of(model.scaled(7), twice(extremes()))));
    }

    /** What peers fail on: a thousand purchases and more, ages of 10,000 days, recency = age, no repeat purchase. */
    private static CustomerColumns extremes() {
        List<PurchaseHistory> histories = new ArrayList<>();
        histories.add(PurchaseHistory.newCustomer());
        for (double age : new double[] {1, 100, 10_000, 100_000}) {
            histories.add(PurchaseHistory.of(0, 0, age));
            for (long frequency : new long[] {1, 30, 99, 100, 161, 254, 257, 499, 500, 1000, 1500, 10_000}) {
                for (double recency : new double[] {1e-3 * age, 0.5 * age, 0.999 * age, age}) {
                    histories.add(PurchaseHistory.of(frequency, recency, age));
                }
            }
        }
        return CustomerColumns.of(histories);
    }

    private static CustomerColumns twice(CustomerColumns columns) {
        return CustomerColumns.of(IntStream.range(0, 2 * columns.size())
                .mapToObj(row -> columns.history(row / 2))
                .toList());
    }

    @ParameterizedTest
    @MethodSource("bases")
    void scoresAreThoseOfTheCallsForOneCustomer(BuyerModel model, CustomerColumns customers) {
        for (double duration : new double[] {0, 1, 39, 3650}) {
            assertScores(model, customers, duration);
        }
    }

    @Test
    void ofOpportunitiesTheyAreToo() {
        BuyerModel model = new BgBb(1.204, 0.75, 0.657, 2.783);
        CustomerColumns customers = new BuyerSimulator(model, 5L).wholeHistories(500, 0, 40);
        assertScores(model, customers, 10);
        assertThatThrownBy(() -> Scoring.of(model).scores(customers, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Scoring.duration must be a whole number of opportunities, at least 0, but was 0.5.");
        assertThatThrownBy(() -> Scoring.of(model).onAllCores().scores(List.of(PurchaseHistory.of(1, 0.5, 2)), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("BgBb.history.recency must be a whole number of opportunities, at least 0, but was 0.5.");
    }

    private static void assertScores(BuyerModel model, CustomerColumns customers, double duration) {
        Scores scores = Scoring.of(model).scores(customers, duration);
        assertThat(scores.size()).isEqualTo(customers.size());
        for (int row = 0; row < customers.size(); row++) {
            PurchaseHistory history = customers.history(row);
            double alive = model.probabilityAlive(history);
            double expected = model.expectedPurchases(history, duration);
            assertThat(scores.probabilityAlive(row))
                    .as("P(alive) of %s under %s", history, model)
                    .isBetween(0.0, 1.0)
                    .isCloseTo(alive, within(ACCURACY * alive));
            assertThat(scores.expectedPurchases(row))
                    .as("expectation of %s in %s under %s", history, duration, model)
                    .isCloseTo(expected, within(ACCURACY * expected));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void allCoresGiveTheSameBitForBit(boolean wholeDays) {
        BuyerSimulator simulator = new BuyerSimulator(BG_NBD.scaled(7), 6L);
        CustomerColumns customers =
                wholeDays ? simulator.wholeHistories(50_000, 100, 400) : simulator.histories(50_000, 100, 400);
        for (BuyerModel model : continuous().toList()) {
            Scores one = Scoring.of(model).scores(customers, 90);
            Scores all = Scoring.of(model).onAllCores().scores(customers, 90);
            assertThat(all.probabilitiesAlive().toArray())
                    .isEqualTo(one.probabilitiesAlive().toArray());
            assertThat(all.expectedPurchases().toArray())
                    .isEqualTo(one.expectedPurchases().toArray());
        }
    }

    /** Each customer has two numbers in the result; what else there is does not grow with them. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingIsAllocatedForACustomer(boolean wholeDays) throws Exception {
        BuyerSimulator simulator = new BuyerSimulator(BG_NBD.scaled(7), 7L);
        int size = 1_000_000;
        CustomerColumns customers =
                wholeDays ? simulator.wholeHistories(size, 189, 273) : simulator.histories(size, 189, 273);
        for (BuyerModel model : List.of(BG_NBD.scaled(7), new ParetoNbd(0.553, 74, 0.606, 82))) {
            Scoring scoring = Scoring.of(model);
            long before = allocated();
            Scores scores = scoring.scores(customers, 273);
            assertThat(allocated() - before).isLessThan(size * 24L);
            assertThat(scores.size()).isEqualTo(size);
        }
    }

    /** What this thread has allocated so far; by reflection, because the module does not read jdk.management. */
    private static long allocated() throws ReflectiveOperationException {
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        return (long) Class.forName("com.sun.management.ThreadMXBean")
                .getMethod("getCurrentThreadAllocatedBytes")
                .invoke(threads);
    }

    @Test
    void listsAreScoredAsColumnsAre() {
        CustomerColumns customers = CustomerColumns.of(SmallBase.histories());
        Scores ofList = Scoring.of(BG_NBD).scores(SmallBase.histories(), 39);
        Scores ofColumns = Scoring.of(BG_NBD).scores(customers, 39);
        assertThat(ofList.probabilitiesAlive().toArray())
                .isEqualTo(ofColumns.probabilitiesAlive().toArray());
        assertThat(ofList.expectedPurchases().toArray())
                .isEqualTo(ofColumns.expectedPurchases().toArray());
    }

    @Test
    void nobodyIsScoredToo() {
        assertThat(Scoring.of(BG_NBD).onAllCores().scores(List.of(), 39).size()).isZero();
    }

    @Test
    void aTableThatIsFullStillAnswers() {
        TimePlaces places = new TimePlaces();
        FrequencyTimeTable sums = new FrequencyTimeTable(1, 1) {
            @Override
            void fill(int frequency, double time, double[] into, int at) {
                into[at] = frequency + time;
            }
        };
        for (int round = 0; round < 2; round++) {
            for (int time = 0; time < 40_000; time += 7) {
                for (int frequency = 0; frequency < 1100; frequency += 3) {
                    assertHolds(sums, places, frequency, time);
                }
            }
            for (int time = 0; time < 40_000; time++) {
                assertHolds(sums, places, 5, time);
            }
        }
    }

    private static void assertHolds(FrequencyTimeTable sums, TimePlaces places, int frequency, double time) {
        double value = sums.value(sums.at(frequency, time, places.place(time)));
        if (value != frequency + time) {
            throw new AssertionError(frequency + " + " + time + " was " + value);
        }
    }

    @Test
    @SuppressWarnings("NullAway") // null is what is refused
    void whatIsMissingOrNotAcceptedIsNamed() {
        assertThatThrownBy(() -> Scoring.of(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("Scoring.model must be given, but was null.");
        assertThatThrownBy(() -> Scoring.of(BG_NBD).scores((CustomerColumns) null, 39))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("Scoring.customers must be given, but was null.");
        assertThatThrownBy(() -> Scoring.of(BG_NBD).scores(List.of(), Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Scoring.duration must be at least 0 and finite, but was NaN.");
    }
}
