package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Histories, their columns, and how many customers share each. */
class HistoryCountsTest {

    @Test
    void equalHistoriesAreCountedTogetherInOrderOfAppearance() {
        HistoryCounts counts = HistoryCounts.of(List.of(
                PurchaseHistory.of(2, 3, 10),
                PurchaseHistory.of(0, 0, 10),
                PurchaseHistory.of(2, 3, 10),
                PurchaseHistory.of(2, 4, 10)));
        assertThat(counts.size()).isEqualTo(3);
        assertThat(counts.history(0)).isEqualTo(PurchaseHistory.of(2, 3, 10));
        assertThat(counts.weight(0)).isEqualTo(2);
        assertThat(counts.history(1)).isEqualTo(PurchaseHistory.of(0, 0, 10));
        assertThat(counts.history(2)).isEqualTo(PurchaseHistory.of(2, 4, 10));
        assertThat(counts.customers()).isEqualTo(4);
        assertThat(counts.repeatBuyers()).isEqualTo(3);
        assertThat(counts.repeatPurchases()).isEqualTo(6);
        assertThat(counts).hasToString("3 histories of 4.0 customers");
    }

    /** Against a map, on enough rows for the table to grow several times. */
    @Test
    void manyHistoriesAreCountedAsByAMap() {
        Random random = new Random(1);
        int size = 60_000;
        int[] frequency = new int[size];
        double[] recency = new double[size];
        double[] age = new double[size];
        Map<PurchaseHistory, Double> expected = new HashMap<>();
        for (int row = 0; row < size; row++) {
            age[row] = 1 + random.nextInt(300);
            frequency[row] = random.nextInt(3);
            recency[row] = frequency[row] == 0 ? 0 : 1 + random.nextInt((int) age[row]);
            expected.merge(PurchaseHistory.of(frequency[row], recency[row], age[row]), 1.0, Double::sum);
        }
        HistoryCounts counts = HistoryCounts.of(CustomerColumns.of(frequency, recency, age));
        Map<PurchaseHistory, Double> counted = new HashMap<>();
        for (int row = 0; row < counts.size(); row++) {
            counted.put(counts.history(row), counts.weight(row));
        }
        assertThat(counts.size()).isEqualTo(expected.size());
        assertThat(counted).isEqualTo(expected);
    }

    @Test
    void countsGatheredInPartsAreThoseOfTheWhole() {
        CustomerColumns whole = CustomerColumns.of(SmallBase.histories());
        HistoryCounts first = HistoryCounts.of(SmallBase.histories().subList(0, 150));
        HistoryCounts second = HistoryCounts.of(SmallBase.histories().subList(150, 277));
        int size = first.size() + second.size();
        int[] frequency = new int[size];
        double[] recency = new double[size];
        double[] age = new double[size];
        double[] weights = new double[size];
        for (int row = 0; row < size; row++) {
            HistoryCounts part = row < first.size() ? first : second;
            int of = row < first.size() ? row : row - first.size();
            frequency[row] = Math.toIntExact(part.history(of).frequency());
            recency[row] = part.history(of).recency();
            age[row] = part.history(of).age();
            weights[row] = part.weight(of);
        }
        HistoryCounts joined = HistoryCounts.weighted(CustomerColumns.of(frequency, recency, age), weights)
                .sorted();
        HistoryCounts expected = HistoryCounts.of(whole).sorted();
        assertThat(joined.size()).isEqualTo(expected.size());
        for (int row = 0; row < joined.size(); row++) {
            assertThat(joined.history(row)).isEqualTo(expected.history(row));
            assertThat(joined.weight(row)).isEqualTo(expected.weight(row));
        }
    }

    @Test
    void whatIsNoHistoryIsRefused() {
        assertThatThrownBy(() -> PurchaseHistory.of(-1, 0, 1))
                .hasMessage("PurchaseHistory.frequency must be at least 0, but was -1.");
        assertThatThrownBy(() -> PurchaseHistory.of(3_000_000_000L, 1, 1))
                .hasMessage("PurchaseHistory.frequency must be at most 2147483647, but was 3000000000.");
        assertThatThrownBy(() -> PurchaseHistory.of(1, Double.NaN, 1))
                .hasMessage("PurchaseHistory.recency must be at least 0 and finite, but was NaN.");
        assertThatThrownBy(() -> PurchaseHistory.of(1, 1, Double.POSITIVE_INFINITY))
                .hasMessage("PurchaseHistory.age must be at least 0 and finite, but was Infinity.");
        assertThatThrownBy(() -> PurchaseHistory.of(1, 5, 4))
                .hasMessage(
                        "PurchaseHistory.recency must be at most the age, but was 5.0 at age 4.0. Perhaps recency was taken"
                                + " as time since the last purchase: here it is time from the first purchase to the last.");
        assertThatThrownBy(() -> PurchaseHistory.of(0, 2, 4))
                .hasMessage(
                        "PurchaseHistory.recency must be above 0 exactly where there is a repeat purchase, but was 2.0 at"
                                + " frequency 0. Perhaps the first purchase was counted, or purchases of one day were.");
    }

    @Test
    void columnsThatAreNoHistoriesAreRefused() {
        int[] one = {1};
        double[] two = {1, 2};
        assertThatThrownBy(() -> CustomerColumns.of(one, two, two))
                .hasMessage(
                        "CustomerColumns must have columns of one length, but frequency had 1 rows, recency 2 and age 2.");
        assertThatThrownBy(() -> CustomerColumns.of(new int[] {0, 1}, new double[] {0, 0}, two))
                .hasMessage(
                        "Row 1: PurchaseHistory.recency must be above 0 exactly where there is a repeat purchase, but was 0.0"
                                + " at frequency 1. Perhaps the first purchase was counted, or purchases of one day were.");
        assertThatThrownBy(() -> CustomerColumns.of(new int[] {0}, new double[] {0}, new double[] {Double.NaN}))
                .hasMessage("Row 0: PurchaseHistory.age must be at least 0 and finite, but was NaN.");
        CustomerColumns columns = CustomerColumns.of(one, new double[] {1}, new double[] {2});
        assertThatThrownBy(() -> HistoryCounts.weighted(columns, two))
                .hasMessage("HistoryCounts.weights must be as many as the rows, 1, but were 2.");
        assertThatThrownBy(() -> HistoryCounts.weighted(columns, new double[] {0}))
                .hasMessage("HistoryCounts.weights[0] must be above 0 and finite, but was 0.0.");
    }
}
