package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.planningmath.lifetime.BassDiffusion.Year;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class BassDiffusionTest {

    private static final BassDiffusion PUBLISHED = new BassDiffusion(0.016, 0.304, 100_000L);

    @ParameterizedTest
    @CsvFileSource(resources = "bass-stepwise.csv", useHeadersInDisplayName = true)
    void theFormInWholeYearsIsThePublishedOne(int year, double adopters) {
        assertThat(PUBLISHED.stepwiseAdopters(20).get(year - 1)).isCloseTo(adopters, within(5e-4));
    }

    @Test
    void twentyYearsOfWholeYearsAreThePublishedOnes() {
        List<Double> adopters = PUBLISHED.stepwiseAdopters(20);
        assertThat(adopters.stream().mapToDouble(each -> each).sum()).isCloseTo(97_074.042, within(5e-4));
        assertThat(adopters.indexOf(Collections.max(adopters)) + 1).isEqualTo(11);
    }

    /** The closed form, from the equation it solves: who has not bought buys at the rate p + q F. */
    @Property
    void theShareGrowsAsTheModelSays(
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double p,
            @ForAll @DoubleRange(max = 2) double q,
            @ForAll @DoubleRange(min = 0.1, max = 20) double time) {
        BassDiffusion diffusion = new BassDiffusion(p, q, 1L);
        double step = 1e-4;
        double slope = (diffusion.share(time + step) - diffusion.share(time - step)) / (2 * step);
        double share = diffusion.share(time);
        assertThat(slope).isCloseTo((p + q * share) * (1 - share), within(1e-7));
        assertThat(diffusion.share(0)).isZero();
        assertThat(share).isBetween(0.0, 1.0);
    }

    /** At the peak, {@code (q - p) / 2q} of the market have bought, and the years around it sell most. */
    @Test
    void thePeakIsWhereMostBuy() {
        assertThat(PUBLISHED.peak()).isCloseTo(Math.log(19) / 0.32, within(1e-12));
        assertThat(PUBLISHED.share(PUBLISHED.peak())).isCloseTo((0.304 - 0.016) / 0.608, within(1e-12));
        assertThat(PUBLISHED.expectedAdopters(10))
                .isGreaterThan(PUBLISHED.expectedAdopters(9))
                .isGreaterThan(PUBLISHED.expectedAdopters(11));
        assertThat(new BassDiffusion(0.3, 0.2, 10L).peak()).isZero();
        assertThat(new BassDiffusion(0.3, 0.0, 10L).share(2)).isCloseTo(1 - Math.exp(-0.6), within(1e-15));
    }

    @Property
    void theYearsAddUpToTheCumulativeCount(
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double p,
            @ForAll @DoubleRange(max = 2) double q,
            @ForAll @LongRange(max = 1_000_000_000L) long market,
            @ForAll @IntRange(min = 1, max = 40) int years) {
        BassDiffusion diffusion = new BassDiffusion(p, q, market);
        assertThat(IntStream.rangeClosed(1, years)
                        .mapToLong(diffusion::adopters)
                        .sum())
                .isEqualTo(diffusion.cumulativeAdopters(years))
                .isLessThanOrEqualTo(market);
        assertThat(IntStream.rangeClosed(1, years).mapToLong(diffusion::adopters))
                .allMatch(count -> count >= 0);
        assertThat(IntStream.rangeClosed(1, years)
                        .mapToDouble(diffusion::expectedAdopters)
                        .sum())
                .isCloseTo(market * diffusion.share(years), within(1e-6 * (market + 1)));
    }

    /** With p = ln 2 and q = 0, half of those left buy in each year: 50, 25 and 12 of 100. */
    @Test
    void aYearIsWorthItsCustomersAtItsEnd() {
        BassDiffusion halves = new BassDiffusion(Math.nextUp(Math.log(2)), 0.0, 100L);
        List<Year> years = halves.byYear(3, 200, DiscountRate.annual("25%"));
        assertThat(years).extracting(Year::adopters).containsExactly(50L, 25L, 12L);
        assertThat(years).extracting(Year::value).containsExactly(10_000.0, 5_000.0, 2_400.0);
        assertThat(years.get(0).presentValue()).isCloseTo(8_000, withinPercentage(1e-12));
        assertThat(years.get(2).presentValue()).isCloseTo(1_228.8, withinPercentage(1e-12));
    }

    @Test
    void whatIsOutsideIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BassDiffusion(0, 0.3, 1L))
                .withMessage("BassDiffusion.p must be above 0 and finite, but was 0.0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BassDiffusion(0.1, Double.NaN, 1L))
                .withMessage("BassDiffusion.q must be at least 0 and finite, but was NaN.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BassDiffusion(0.1, 0.3, -1L))
                .withMessage("BassDiffusion.market must be at least 0, but was -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PUBLISHED.share(-1))
                .withMessage("BassDiffusion.share.years must be at least 0 and finite, but was -1.0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PUBLISHED.cumulativeAdopters(-1))
                .withMessage("BassDiffusion.cumulativeAdopters.year must be from 0 to 1000, but was -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PUBLISHED.adopters(0))
                .withMessage("BassDiffusion.adopters.year must be from 1 to 1000, but was 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PUBLISHED.expectedAdopters(1_001))
                .withMessage("BassDiffusion.expectedAdopters.year must be from 1 to 1000, but was 1001.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PUBLISHED.byYear(0, 1, DiscountRate.annual("1%")))
                .withMessage("BassDiffusion.byYear.years must be from 1 to 1000, but was 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PUBLISHED.byYear(1, -1, DiscountRate.annual("1%")))
                .withMessage("BassDiffusion.lifetimeValue must be at least 0 and finite, but was -1.0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PUBLISHED.stepwiseAdopters(0))
                .withMessage("BassDiffusion.stepwiseAdopters.years must be from 1 to 1000, but was 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BassDiffusion(0.5, 1.0, 10L).stepwiseAdopters(3))
                .withMessage("BassDiffusion.stepwiseAdopters must be asked of p + q of at most 1, but was of 1.5.");
    }
}
