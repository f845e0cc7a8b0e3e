package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is drawn is what the model says, as far as draws can. */
class BuyerSimulatorTest {

    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);
    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2025, 12, 31);

    static Stream<BuyerModel> models() {
        return Stream.of(
                new BgNbd(0.243, 4.414, 0.793, 2.426),
                new MbgNbd(0.525, 6.183, 0.891, 1.614),
                new ParetoNbd(0.553, 10.578, 0.606, 11.669),
                new BgBb(1.204, 0.75, 0.657, 2.783));
    }

    /** Means and shares of 40,000 draws lie within five standard errors of the model's. */
    @ParameterizedTest
    @MethodSource("models")
    void drawsAreAsTheModelSays(BuyerModel model) {
        CustomerColumns drawn = new BuyerSimulator(model, 11L).histories(40_000, 30, 30);
        double[] frequencies =
                IntStream.range(0, drawn.size()).mapToDouble(drawn::frequency).toArray();
        double mean = Arrays.stream(frequencies).average().orElseThrow();
        double variance = Arrays.stream(frequencies)
                .map(each -> (each - mean) * (each - mean))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(model.expectedPurchases(30), within(5 * Math.sqrt(variance / drawn.size())));
        for (int purchases : new int[] {0, 1, 2, 5}) {
            double probability = model.purchaseProbability(purchases, 30);
            double share =
                    Arrays.stream(frequencies).filter(each -> each == purchases).count() / (double) drawn.size();
            assertThat(share)
                    .isCloseTo(probability, within(5 * Math.sqrt(probability * (1 - probability) / drawn.size())));
        }
    }

    /** Of those who look alike after 20 units, what they buy in the next 10 is the model's; a conditional law. */
    @ParameterizedTest
    @MethodSource("models")
    void whatFollowsIsAsTheModelExpects(BuyerModel model) {
        List<Double> surplus = new ArrayList<>();
        List<Double> quiet = new ArrayList<>();
        List<Double> once = new ArrayList<>();
        RandomGenerator random = RandomSource.of(5);
        for (int customer = 0; customer < 20_000; customer++) {
            double[] times = model.purchaseTimes(30, random);
            double[] known = Arrays.stream(times).filter(time -> time <= 20).toArray();
            double recency = known.length == 0 ? 0 : known[known.length - 1];
            PurchaseHistory history = PurchaseHistory.of(known.length, recency, 20);
            int follow = times.length - known.length;
            surplus.add(follow - model.expectedPurchases(history, 10));
            quiet.add((follow == 0 ? 1 : 0) - model.purchaseProbability(history, 0, 10));
            once.add((follow == 1 ? 1 : 0) - model.purchaseProbability(history, 1, 10));
        }
        for (List<Double> differences : List.of(surplus, quiet, once)) {
            double sum = differences.stream().mapToDouble(each -> each).sum();
            double squares =
                    differences.stream().mapToDouble(each -> each * each).sum();
            assertThat(sum).isCloseTo(0, within(5 * Math.sqrt(squares)));
        }
    }

    @Test
    void theSameSeedGivesTheSameCustomers() {
        BuyerSimulator simulator = new BuyerSimulator(new BgNbd(0.243, 4.414, 0.793, 2.426), 3L);
        CustomerColumns few = simulator.histories(100, 10, 40);
        CustomerColumns many = simulator.histories(1000, 10, 40);
        for (int row = 0; row < few.size(); row++) {
            assertThat(few.history(row)).isEqualTo(many.history(row));
        }
        assertThat(orders(simulator, 50)).isEqualTo(orders(simulator, 50));
        assertThat(orders(new BuyerSimulator(simulator.model(), 4L), 50)).isNotEqualTo(orders(simulator, 50));
    }

    @Test
    void ordersReadBackAreTheHistoriesInDays() {
        BuyerSimulator simulator = new BuyerSimulator(new ParetoNbd(0.553, 10.578, 0.606, 11.669), 9L);
        List<Order> orders = orders(simulator, 500);
        CustomerHistories read = CustomerHistories.from(orders, ChronoUnit.DAYS, UNTIL);
        assertThat(read.size()).isEqualTo(500);
        assertThat(read.histories().stream()
                        .mapToLong(PurchaseHistory::frequency)
                        .sum())
                .isEqualTo(orders.size() - 500L);
        assertThat(orders)
                .allMatch(order -> order.amount().signum() > 0 && order.amount().scale() <= 2);
        assertThat(orders)
                .allMatch(order -> !order.date().isBefore(FROM) && !order.date().isAfter(UNTIL));
        double mean = orders.stream()
                .mapToDouble(order -> order.amount().doubleValue())
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(SPEND.mean() - 8, SPEND.mean() + 8);
    }

    @Test
    void wholeHistoriesMergeWhatFallsInOneUnit() {
        BuyerSimulator simulator = new BuyerSimulator(new BgNbd(40, 1, 0.1, 50), 2L);
        CustomerColumns drawn = simulator.wholeHistories(200, 10, 20);
        for (int row = 0; row < drawn.size(); row++) {
            assertThat((double) drawn.frequency(row)).isLessThanOrEqualTo(drawn.recency(row));
            assertThat(drawn.recency(row) % 1).isZero();
            assertThat(drawn.age(row) % 1).isZero();
        }
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        BuyerSimulator simulator = new BuyerSimulator(new BgNbd(0.243, 4.414, 0.793, 2.426), 3L);
        assertThatThrownBy(() -> simulator.histories(-1, 1, 2))
                .hasMessage("BuyerSimulator.customers must be from 0 to 2147483647, but was -1.");
        assertThatThrownBy(() -> simulator.histories(1, 2, 1))
                .hasMessage("BuyerSimulator.histories.greatestAge must be at least the least age, 2.0, but was 1.0.");
        assertThatThrownBy(() -> simulator.histories(1, 2, Double.NaN))
                .hasMessage("BuyerSimulator.histories.greatestAge must be at least the least age, 2.0, but was NaN.");
        assertThatThrownBy(() -> simulator.orders(1, SPEND, 2, ChronoUnit.HOURS, FROM, FROM, UNTIL))
                .hasMessage("BuyerSimulator.orders.unit must be one of [Days, Weeks, Months, Years], but was Hours.");
        assertThatThrownBy(() -> simulator.orders(1, SPEND, 2, ChronoUnit.WEEKS, UNTIL, FROM, UNTIL))
                .hasMessage("BuyerSimulator.orders.firstUntil must not be before 2025-12-31, but was 2025-01-01.");
        assertThatThrownBy(() -> simulator.orders(1, SPEND, 7, ChronoUnit.WEEKS, FROM, FROM, UNTIL))
                .hasMessage("BuyerSimulator.orders.decimals must be from 0 to 6, but was 7.");
    }

    private static List<Order> orders(BuyerSimulator simulator, int customers) {
        return simulator
                .orders(customers, SPEND, 2, ChronoUnit.WEEKS, FROM, FROM.plusDays(90), UNTIL)
                .toList();
    }
}
