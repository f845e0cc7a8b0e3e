package io.github.planningmath.quantity;

import static io.github.planningmath.quantity.RateTest.overflows;
import static io.github.planningmath.quantity.RateTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ApportionmentTest {

    private static final long NO_BOUND = Long.MAX_VALUE;
    private static final Apportionment ABC = Apportionment.webster(List.of("a", "b", "c"), wholes(1, 1, 1));

    @Test
    void agreesWithTheReferenceTableOf1790() throws IOException {
        List<String> lines = lines("webster-1790.csv");
        List<String[]> rows =
                lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
        List<String> names = rows.stream().map(row -> row[0]).toList();
        List<Ratio> populations =
                rows.stream().map(row -> Ratio.of(Long.parseLong(row[1]))).toList();
        Apportionment house = Apportionment.webster(names, populations);
        String[] header = lines.get(0).split(",", -1);
        for (int column = 3; column < header.length; column++) {
            int seats = column;
            assertThat(house.split(Long.parseLong(header[column].substring("webster".length()))))
                    .describedAs(header[column])
                    .isEqualTo(rows.stream()
                            .mapToLong(row -> Long.parseLong(row[seats]))
                            .toArray());
        }
    }

    @Test
    void equalClaimsGoByName() {
        assertThat(ABC.split(1)).containsExactly(1, 0, 0);
        assertThat(ABC.split(2)).containsExactly(1, 1, 0);
        assertThat(Apportionment.webster(List.of("c", "b", "a"), wholes(1, 1, 1))
                        .split(2))
                .containsExactly(0, 1, 1);
    }

    /** U+FF5E is above the surrogates, with which U+1D11E is written, and yet comes first. */
    @Test
    void namesAreOrderedByCodePoint() {
        String tilde = "\uFF5E";
        String clef = "\uD834\uDD1E";
        assertThat(tilde.compareTo(clef)).isPositive();
        assertThat(Apportionment.byCodePoint().compare(tilde, clef)).isNegative();
        assertThat(Apportionment.byCodePoint().compare("ab", "abc")).isNegative();
        assertThat(Apportionment.byCodePoint().compare("abc", "abc")).isZero();
        assertThat(Apportionment.byCodePoint().compare("b", "abc")).isPositive();
        assertThat(Apportionment.webster(List.of(clef, tilde), wholes(1, 1)).split(1))
                .containsExactly(0, 1);
    }

    @Test
    void weightsOfZeroGetNothing() {
        Apportionment some = Apportionment.webster(List.of("a", "b", "c"), wholes(0, 5, 0));
        assertThat(some.split(7)).containsExactly(0, 7, 0);
        assertThat(some.split(0)).containsExactly(0, 0, 0);
        assertThat(some.size()).isEqualTo(3);
    }

    @Test
    void writesIntoAStretchOfAnArray() {
        long[] parts = {9, 9, 9, 9, 9};
        ABC.split(6, parts, 1);
        assertThat(parts).containsExactly(9, 2, 2, 2, 9);
        ABC.split(6, new long[] {7, 3, 0, 0, 7}, new long[] {0, 3, 1, 9, 0}, parts, 1);
        assertThat(parts).containsExactly(9, 3, 1, 2, 9);
        assertThatThrownBy(() -> ABC.split(6, parts, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ABC.split(6, new long[3], new long[5], parts, 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ABC.split(6, new long[5], new long[3], parts, 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ABC.split(6, new long[5], new long[5], new long[3], 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aFullPartSendsTheRestToTheOthers() {
        Apportionment channels = Apportionment.webster(List.of("site", "mail", "post"), wholes(6, 3, 1));
        long[] parts = new long[3];
        channels.split(1000, new long[3], new long[] {200, NO_BOUND, NO_BOUND}, parts, 0);
        assertThat(parts).containsExactly(200, 600, 200);
        channels.split(1000, new long[] {0, 0, 500}, new long[] {NO_BOUND, NO_BOUND, NO_BOUND}, parts, 0);
        assertThat(parts).containsExactly(333, 167, 500);
    }

    @Test
    void aPartWithoutWeightGetsItsLeast() {
        Apportionment two = Apportionment.webster(List.of("a", "b"), wholes(0, 1));
        long[] parts = new long[2];
        two.split(10, new long[] {3, 0}, new long[] {8, NO_BOUND}, parts, 0);
        assertThat(parts).containsExactly(3, 7);
    }

    @Test
    void hugeWeightsAndTotalsAreExact() {
        long greatest = Long.MAX_VALUE / 2;
        Apportionment two =
                Apportionment.webster(List.of("a", "b"), wholes(Long.MAX_VALUE / 2, Long.MAX_VALUE / 2 + 1));
        assertThat(two.split(greatest)).containsExactly(greatest / 2, greatest - greatest / 2);
        assertThat(Apportionment.webster(List.of("a"), wholes(1)).split(greatest))
                .containsExactly(greatest);
        long[] parts = new long[3];
        ABC.split(greatest, new long[] {greatest, 0, 0}, new long[] {NO_BOUND, NO_BOUND, NO_BOUND}, parts, 0);
        assertThat(parts).containsExactly(greatest, 0, 0);
    }

    @Test
    void partsHaveNamesThatDiffer() {
        refuses(
                () -> Apportionment.webster(List.of(), List.of()),
                "Apportionment.names must have at least one, but was [].");
        refuses(
                () -> Apportionment.webster(List.of("a", "a"), wholes(1, 2)),
                "Apportionment.names must differ from each other, but was a twice.");
    }

    @Test
    void eachPartHasAWeight() {
        refuses(
                () -> Apportionment.webster(List.of("a", "b"), wholes(1)),
                "Apportionment.weights must be as many as the 2 names, but was 1.");
        refuses(
                () -> Apportionment.webster(List.of("a", "b"), wholes(0, 0)),
                "Apportionment.weights must have one above 0, but was [0%, 0%].");
    }

    @Test
    void weightsHaveACommonDenominatorThatFits() {
        List<Ratio> weights = List.of(Ratio.of(1, 3_037_000_501L), Ratio.of(1, 3_037_000_502L));
        assertThat(Apportionment.webster(List.of("a", "b"), weights).split(10)).containsExactly(5, 5);
        overflows(
                () -> Apportionment.webster(List.of("a", "b"), List.of(Ratio.of(Long.MAX_VALUE), Ratio.of(1, 2))),
                "Apportionment.weights must sum to a long as smallest whole numbers, but was 18446744073709551615.");
    }

    @Test
    void aTotalIsInRange() {
        refuses(
                () -> ABC.split(-1),
                "Apportionment.split must be given a total from 0 to 4611686018427387903, but was -1.");
        refuses(
                () -> ABC.split(Long.MAX_VALUE),
                "Apportionment.split must be given a total from 0 to 4611686018427387903, but was"
                        + " 9223372036854775807.");
    }

    @Test
    void boundsAdmitTheTotal() {
        long[] parts = new long[3];
        refuses(
                () -> ABC.split(5, new long[] {3, 3, 0}, new long[] {3, 3, 3}, parts, 0),
                "Apportionment.split must be given a total from 6 to 9, which the bounds admit, but was 5.");
        refuses(
                () -> ABC.split(10, new long[] {3, 3, 0}, new long[] {3, 3, 3}, parts, 0),
                "Apportionment.split must be given a total from 6 to 9, which the bounds admit, but was 10.");
        long[] most = {NO_BOUND, NO_BOUND, NO_BOUND};
        refuses(
                () -> ABC.split(10, most, most, parts, 0),
                "Apportionment.split must be given a total from 9223372036854775807 to 9223372036854775807, which the"
                        + " bounds admit, but was 10.");
    }

    @Test
    void boundsAreInOrder() {
        long[] parts = new long[3];
        refuses(
                () -> ABC.split(5, new long[] {0, 4, 0}, new long[] {3, 3, 3}, parts, 0),
                "Apportionment.split must be given bounds with 0 <= least <= most, but was 4 to 3 for b.");
        refuses(
                () -> ABC.split(5, new long[] {-1, 0, 0}, new long[] {3, 3, 3}, parts, 0),
                "Apportionment.split must be given bounds with 0 <= least <= most, but was -1 to 3 for a.");
    }

    @Test
    @SuppressWarnings("NullAway")
    void namesAndWeightsAreGiven() {
        assertThatThrownBy(() -> Apportionment.webster(null, List.of()))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("Apportionment.names must be given, but was null.");
        assertThatThrownBy(() -> Apportionment.webster(List.of("a"), null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("Apportionment.weights must be given, but was null.");
    }

    private static List<Ratio> wholes(long... weights) {
        return Arrays.stream(weights).mapToObj(Ratio::of).toList();
    }

    private static List<String> lines(String table) throws IOException {
        try (InputStream in = Objects.requireNonNull(ApportionmentTest.class.getResourceAsStream(table), table)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
