package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What BG/NBD and MBG/NBD expect where nearly nobody leaves, nearly everybody does, or customers hardly buy at all. */
class BetaGeometricExtremesPropertyTest {

    private static final double RELATIVE = 1e-11;

    /** Nine decades, each as likely. */
    @Provide
    Arbitrary<Double> parameters() {
        return Arbitraries.doubles().between(-6, 3).map(exponent -> Math.pow(10, exponent));
    }

    @Provide
    Arbitrary<Double> times() {
        return Arbitraries.doubles().between(-3, 5).map(exponent -> Math.pow(10, exponent));
    }

    /** Half of all customers have a probability to leave below 1e-200. */
    @Example
    void whereFewLeaveTheExpectationIsWhole() {
        BgNbd model = new BgNbd(1.6823542060470749, .47854467999295836, .0013152645181470047, .189191871469583);
        assertThat(model.expectedPurchases(46)).isCloseTo(159.63, within(0.005));
        assertThat(model.expectedPurchases(520)).isCloseTo(1798.66, within(0.005));
        // By the quadrature: one in 145 leaves at once, and those who stay buy the longer.
        MbgNbd first = new MbgNbd(1.6823542060470749, .47854467999295836, .0013152645181470047, .189191871469583);
        assertThat(first.expectedPurchases(520)).isCloseTo(1798.639, within(0.001));
        ModelRepeat repeat = new ModelRepeat(model, ChronoUnit.WEEKS);
        // 15.3 a month at the start, and nearly as much a year later.
        assertThat(repeat.repeat(0).toDouble()).isBetween(14.5, 15.3);
        assertThat(repeat.repeat(12).toDouble()).isBetween(14.5, 15.3);
    }

    @Property
    void whatIsExpectedIsTheQuadrature(
            @ForAll("parameters") double r,
            @ForAll("parameters") double alpha,
            @ForAll("parameters") double a,
            @ForAll("parameters") double b,
            @ForAll("times") double time) {
        assertThat(new BgNbd(r, alpha, a, b).expectedPurchases(time))
                .satisfies(actual -> assertClose(actual, BetaMeanOracle.purchases(r, alpha, a, b, 0, time)));
        assertThat(new MbgNbd(r, alpha, a, b).expectedPurchases(time))
                .satisfies(actual ->
                        assertClose(actual, b / (a + b) * BetaMeanOracle.purchases(r, alpha, a, b + 1, 0, time)));
    }

    @Property
    void whatIsExpectedOfAKnownCustomerIsTheQuadrature(
            @ForAll("parameters") double r,
            @ForAll("parameters") double alpha,
            @ForAll("parameters") double a,
            @ForAll("parameters") double b,
            @ForAll @IntRange(max = 2_000) int purchases,
            @ForAll("times") double age,
            @ForAll("times") double time) {
        PurchaseHistory history = PurchaseHistory.of(purchases, purchases == 0 ? 0 : age, age);
        BgNbd model = new BgNbd(r, alpha, a, b);
        double ifActive = BetaMeanOracle.purchases(r + purchases, alpha + age, a, b + purchases, 0, time);
        assertClose(model.expectedPurchases(history, time), model.probabilityAlive(history) * ifActive);
        assertClose(
                Scoring.of(model)
                        .scores(List.of(history, history, history), time)
                        .expectedPurchases(1),
                model.probabilityAlive(history) * ifActive);
    }

    @Property
    void whoIsLeftAndWhatIsBoughtBetweenTwoTimesIsTheQuadrature(
            @ForAll("parameters") double r,
            @ForAll("parameters") double alpha,
            @ForAll("parameters") double a,
            @ForAll("parameters") double b,
            @ForAll("times") double from,
            @ForAll("times") double time) {
        BgNbd model = new BgNbd(r, alpha, a, b);
        double survival = BetaMeanOracle.survival(r, alpha, a, b, from);
        Assume.that(survival > 1e-100);
        // of the sum of logarithms in the thousands, of parameters up to a hundred thousand, more is lost where next to
        // nobody is left
        double relative = (survival < 1e-40 ? 100 : 10) * RELATIVE;
        double purchases = BetaMeanOracle.purchases(r, alpha, a, b, from, (from + time) - from);
        assertThat(model.survival(from)).isCloseTo(survival, within(relative * survival));
        assertThat(model.purchasesBetween(from, from + time)).isCloseTo(purchases, within(relative * purchases));
    }

    /** However few are left, those who are buy at the rate of those who are. */
    @Property(tries = 200)
    void aPlansRepeatBehaviourIsTheQuadrature(
            @ForAll("parameters") double r,
            @ForAll("parameters") double alpha,
            @ForAll("parameters") double a,
            @ForAll("parameters") double b,
            @ForAll @IntRange(min = 1, max = 60) int age) {
        double active = BetaMeanOracle.survival(r, alpha, a, b, age);
        Assume.that(r / alpha < 1e6 && active > 1e-100);
        ModelRepeat repeat = new ModelRepeat(new BgNbd(r, alpha, a, b), ChronoUnit.MONTHS);
        double retention = BetaMeanOracle.survival(r, alpha, a, b, age + 1) / active;
        double purchases = BetaMeanOracle.purchases(r, alpha, a, b, age, 1) / active;
        assertThat(repeat.retention(age).toDouble()).isCloseTo(retention, within(1.1e-9));
        assertThat(repeat.repeat(age).toDouble()).isCloseTo(purchases, within(1.1e-9 + 1e-9 * purchases));
    }

    /** Where next to nobody is left; by quadrature with 40 digits (mpmath 1.3.0): 33.6620276735587 and 13.5394229002739. */
    @Example
    void whereNextToNobodyIsLeftThoseBuyAsMuchAsQuadratureSays() {
        assertThat(repeatAt(645.6542290346556, 1.0, 37.15352290971726, 1.0, 2))
                .isCloseTo(33.6620276735587, within(1.1e-9));
        assertThat(repeatAt(870.9635899560806, 24.547089156850298, 54.954087385762456, 0.436515832240166, 25))
                .isCloseTo(13.5394229002739, within(1.1e-9));
    }

    private static double repeatAt(double r, double alpha, double a, double b, int age) {
        double expected =
                BetaMeanOracle.purchases(r, alpha, a, b, age, 1) / BetaMeanOracle.survival(r, alpha, a, b, age);
        double repeat = new ModelRepeat(new BgNbd(r, alpha, a, b), ChronoUnit.MONTHS)
                .repeat(age)
                .toDouble();
        assertThat(expected).isCloseTo(repeat, within(1.1e-9));
        return repeat;
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(RELATIVE * expected));
    }
}
