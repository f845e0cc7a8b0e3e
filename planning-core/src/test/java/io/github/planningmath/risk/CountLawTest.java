package io.github.planningmath.risk;

import static io.github.planningmath.risk.ReferenceCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.planningmath.quantity.Rate;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counts, signals, the value of information and scores whose figures are known to many digits. */
class CountLawTest {

    private static final Doubt.Observed FOUR_OF_FORTY = counted(4, 40, Doubt.Prior.JEFFREYS);

    private static Doubt.Observed counted(long successes, long trials, Doubt.Prior prior) {
        return new Doubt.Observed(successes, trials, prior);
    }

    @Test
    void theLeastThatSuffices() {
        CountLaw tenPercent = CountLaw.of(78, Rate.percent(10));
        assertThat(tenPercent.leastTrials(5, Rate.percent(90))).isEqualTo((long) value("luck-least-leads-90", "leads"));
        assertThat(tenPercent.atLeast(5)).isCloseTo(value("luck-least-leads-90", "p_at"), within(1e-12));
        assertThat(CountLaw.of(77, Rate.percent(10)).atLeast(5))
                .isCloseTo(value("luck-least-leads-90", "p_one_less"), within(1e-12));
        assertThat(CountLaw.of(0, Rate.percent(35)).leastTrials(10, Rate.percent(95)))
                .isEqualTo((long) value("luck-calls-bonus", "calls"));
        assertThat(CountLaw.of(0, Rate.percent(40)).leastTrials(5, Rate.percent(90)))
                .isEqualTo((long) value("luck-demonstrations", "demonstrations"));
        assertThat(CountLaw.of(1_000_000, Rate.percent(2)).atLeast(20_300))
                .isCloseTo(value("luck-large", "p20300"), withinPercentage(1e-8));
    }

    @Test
    void whatIsKnownOfTheRateCounts() {
        assertThat(CountLaw.of(50, FOUR_OF_FORTY).atLeast(5))
                .isCloseTo(value("evidence-5-deals-40", "p50"), within(1e-12));
        assertThat(CountLaw.of(0, FOUR_OF_FORTY).leastTrials(5, Rate.percent(80)))
                .isEqualTo(78);
        assertThat(CountLaw.of(0, FOUR_OF_FORTY).leastTrials(5, Rate.percent(90)))
                .isEqualTo(105);
        Doubt.Observed more = counted(400, 4000, Doubt.Prior.JEFFREYS);
        assertThat(CountLaw.of(50, more).atLeast(5)).isCloseTo(value("evidence-5-deals-4000", "p50"), within(1e-12));
        assertThat(CountLaw.of(0, more).leastTrials(5, Rate.percent(80))).isEqualTo(66);
        assertThat(CountLaw.of(0, more).leastTrials(5, Rate.percent(90))).isEqualTo(79);
    }

    @Test
    void theGoalInMidYear() {
        Doubt.Observed now = counted(29, 290, Doubt.Prior.JEFFREYS);
        Doubt.Observed before = counted(20, 200, Doubt.Prior.JEFFREYS);
        assertThat(CountLaw.of(270, now).atLeast(31)).isCloseTo(value("mid-year", "now"), within(1e-12));
        assertThat(CountLaw.of(360, before).atLeast(40)).isCloseTo(value("mid-year", "before"), within(1e-12));
        assertThat(CountLaw.of(270, Rate.percent(10)).atLeast(31))
                .isCloseTo(value("mid-year", "on_the_rate_of_the_plan"), within(1e-12));
    }

    @Test
    void farFromTheMean() {
        CountLaw many = CountLaw.of(1_000_000, counted(500, 1_000, Doubt.Prior.JEFFREYS));
        assertThat(many.atLeast(1)).isEqualTo(1);
        assertThat(many.atMost(999_999)).isEqualTo(1);
        assertThat(many.atMost(1)).isZero();
        assertThat(CountLaw.of(0, FOUR_OF_FORTY).leastTrials(20_000_000, Rate.percent(50)))
                .isNull();
    }

    /** The score as its definition says, law by law of no more trials than can be summed up one by one. */
    @Test
    void theScoreIsASumOfSquares() {
        Doubt.Observed none = counted(0, 3, new Doubt.Prior(0.2, 0.3));
        Doubt.Observed all = counted(3, 3, new Doubt.Prior(0.2, 0.3));
        for (CountLaw law : List.of(
                CountLaw.of(60, FOUR_OF_FORTY),
                CountLaw.of(60, none),
                CountLaw.of(60, all),
                CountLaw.of(60, Rate.percent(97)),
                CountLaw.of(60, Rate.ONE),
                CountLaw.of(0, Rate.percent(50)))) {
            for (long outcome : new long[] {0, 7, 31, 60}) {
                if (outcome <= law.trials()) {
                    double score = 0;
                    for (long k = 0; k < law.trials(); k++) {
                        double off = k < outcome ? law.atMost(k) : law.atLeast(k + 1);
                        score += off * off;
                    }
                    assertThat(law.rankedScore(outcome))
                            .as("%s of %s", outcome, law)
                            .isCloseTo(score, within(1e-10));
                }
            }
        }
        // ten million trials take as long as their range is wide
        assertThat(CountLaw.of(10_000_000, counted(1_000, 100_000, Doubt.Prior.JEFFREYS))
                        .rankedScore(100_000))
                .isBetween(500.0, 1_500.0);
    }

    @Test
    void headAndTailAreAll() {
        for (CountLaw law : List.of(CountLaw.of(30, FOUR_OF_FORTY), CountLaw.of(30, Rate.percent(37)))) {
            for (long k = -1; k <= 31; k++) {
                assertThat(law.atMost(k) + law.atLeast(k + 1)).isCloseTo(1, within(1e-13));
            }
        }
        assertThat(CountLaw.of(30, FOUR_OF_FORTY).mean()).isCloseTo(30 * 4.5 / 41, within(1e-12));
    }

    @Test
    void howFarALawIsFromWhatCame() {
        CountLaw law = CountLaw.of(50, Rate.percent(10));
        assertThat(law.rankedScore(3)).isCloseTo(value("crps-binomial", "crps"), within(1e-11));
        assertThat(law.atMost(2)).isCloseTo(value("crps-binomial", "pit_from"), within(1e-13));
        assertThat(law.atMost(3)).isCloseTo(value("crps-binomial", "pit_to"), within(1e-13));
        assertThat(Calibration.rankedScore(0, 1, 0)).isCloseTo(value("crps-normal", "at0"), within(1e-14));
        assertThat(Calibration.rankedScore(100, 15, 120)).isCloseTo(value("crps-normal", "at120"), within(1e-13));
        assertThat(Calibration.rankedScore(100, 0, 120)).isEqualTo(20);
    }

    @Test
    void theScoreInThreeParts() {
        double[] chances = {0.6, 0.6, 0.9, 0.2, 0.2};
        boolean[] facts = {true, false, true, false, true};
        List<Calibration.Told> told = IntStream.range(0, 5)
                .mapToObj(i -> new Calibration.Told(chances[i], facts[i]))
                .toList();
        Calibration calibration = Calibration.of(told);
        assertThat(calibration.score()).isCloseTo(value("brier", "brier"), within(1e-15));
        assertThat(calibration.reliability()).isCloseTo(value("brier", "reliability"), within(1e-15));
        assertThat(calibration.resolution()).isCloseTo(value("brier", "resolution"), within(1e-15));
        assertThat(calibration.uncertainty()).isCloseTo(value("brier", "uncertainty"), within(1e-15));
    }

    @Test
    void noiseOrReal() {
        Signal signal = Signal.of(Rate.percent(20), 66, 400);
        // 0.0433: the binomial sum with scipy 1.17
        assertThat(signal.chanceOfSoFew()).isCloseTo(0.0433, within(5e-5));
        assertThat(signal.chanceThatLower()).isCloseTo(value("noise-posterior", "jeffreys"), within(1e-12));
        Signal withHistory = signal.knownFrom(counted(200, 1000, Doubt.Prior.JEFFREYS));
        assertThat(withHistory.chanceThatLower()).isCloseTo(value("noise-posterior", "with_history"), within(1e-12));
        assertThat(withHistory.chanceOfSoFew()).isCloseTo(value("noise-predictive", "tail"), within(1e-12));
        assertThat(signal)
                .hasToString(
                        "66 of 400 at a planned 20%: so few by luck in 4.3% of all cases; the rate is lower with 96.2%");
        // the chance of fewer and half of that of as many is symmetric
        assertThat(Signal.of(Rate.percent(50), 7, 20).middleChance())
                .isCloseTo(1 - Signal.of(Rate.percent(50), 13, 20).middleChance(), within(1e-13));
    }

    /** Under the planned rate the evidence is 1 on average, whatever the number looked at: a martingale, so looking often is harmless. */
    @Test
    void evidenceIsOneOnAverage() {
        for (int percent : List.of(3, 20, 50, 97)) {
            for (int trials : List.of(1, 7, 60)) {
                double rate = percent / 100.0;
                double chance = Math.pow(1 - rate, trials);
                double mean = 0;
                for (int k = 0; k <= trials; k++) {
                    mean += chance * Signal.of(Rate.percent(percent), k, trials).evidence();
                    chance *= (trials - k) / (k + 1.0) * rate / (1 - rate);
                }
                assertThat(mean).isCloseTo(1, within(1e-9));
            }
        }
    }

    /** Law 13 and issue's fifth: twelve looks at months that add up. */
    @Test
    void falseAlarmsAreFewAndDropsAreFound() {
        assertThat(alarms(0.20, 100, 12)).isLessThan(0.02); // 0.014 of 20,000 years
        assertThat(alarms(0.20, 400, 12)).isLessThan(0.02);
        assertThat(alarms(0.15, 400, 3)).isGreaterThan(0.94); // 0.963
        assertThat(alarms(0.15, 100, 12)).isGreaterThan(0.95); // 0.972
    }

    private static double alarms(double rate, int perMonth, int months) {
        Random random = new Random(11);
        double[][] evidence = new double[months][];
        for (int month = 0; month < months; month++) {
            evidence[month] = new double[perMonth * (month + 1) + 1];
            Arrays.fill(evidence[month], Double.NaN);
        }
        int years = 4_000;
        int alarms = 0;
        for (int year = 0; year < years; year++) {
            int sum = 0;
            boolean alarm = false;
            for (int month = 0; month < months && !alarm; month++) {
                for (int lead = 0; lead < perMonth; lead++) {
                    sum += random.nextDouble() < rate ? 1 : 0;
                }
                if (Double.isNaN(evidence[month][sum])) {
                    evidence[month][sum] = Signal.of(Rate.percent(20), sum, (month + 1L) * perMonth)
                            .evidence();
                }
                alarm = evidence[month][sum] >= 20;
            }
            alarms += alarm ? 1 : 0;
        }
        return (double) alarms / years;
    }

    @Test
    void ofManySignalsTheRealOnes() {
        List<Signal> signals = List.of(
                Signal.of(Rate.percent(20), 19, 100),
                Signal.of(Rate.percent(20), 30, 400),
                Signal.of(Rate.percent(20), 21, 100));
        assertThat(Signal.real(signals, Rate.percent(5))).containsExactly(signals.get(1));
        assertThat(Signal.real(List.of(), Rate.percent(5))).isEmpty();
    }

    @Test
    void howSureOneMustBe() {
        CriticalRatio ratio = CriticalRatio.of("40", "10");
        assertThat(ratio.confidence()).isEqualTo(Rate.percent(80));
        assertThat(ratio.quantity(200, 50)).isCloseTo(value("newsvendor", "quantity"), within(1e-10));
        assertThat(ratio.expectedCost(50)).isCloseTo(value("newsvendor", "expected_cost"), within(1e-10));
        assertThat(CountLaw.of(0, Rate.percent(10)).leastTrials(5, ratio.confidence()))
                .isEqualTo((long) value("newsvendor", "leads"));
    }

    @Test
    void whatATestIsWorth() {
        InformationValue value =
                new InformationValue(1000L, new BigDecimal("900"), new BigDecimal("60"), FOUR_OF_FORTY);
        assertThat(value.now()).isCloseTo(value("value-of-information", "now"), within(1e-8));
        assertThat(value.perfect()).isCloseTo(value("value-of-information", "evpi"), within(1e-8));
        assertThat(value.sample(50)).isCloseTo(value("value-of-information", "evsi50"), within(1e-8));
        assertThat(value.sample(200)).isCloseTo(value("value-of-information", "evsi200"), within(1e-8));
        assertThat(value.sample(1000)).isCloseTo(value("value-of-information", "evsi1000"), within(1e-7));
        assertThat(value.sample(0)).isCloseTo(0, within(1e-9));
        InformationValue decided = new InformationValue(
                1000L, new BigDecimal("900"), new BigDecimal("60"), counted(40, 40, Doubt.Prior.JEFFREYS));
        assertThat(decided.sample(1)).isCloseTo(0, within(1e-8)); // no single result would change what is done
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without it may pass
    void refusals() {
        assertThatThrownBy(() -> CountLaw.of(10, Rate.percent(20)).leastTrials(5, Rate.ONE))
                .hasMessage("CountLaw.confidence must be above 0% and below 100%, but was 100%. Perhaps 95% was meant:"
                        + " nothing is sure.");
        assertThatThrownBy(() -> new CountLaw(3L, null, null))
                .hasMessage(
                        "CountLaw.rate must be given, or else the evidence that it is known from, but neither was.");
        assertThatThrownBy(() -> CountLaw.of(10_000_001, FOUR_OF_FORTY))
                .hasMessage(
                        "CountLaw.trials must be at most 10000000 where the rate is known from counts, but was 10000001.");
        assertThatThrownBy(() -> Signal.of(Rate.percent(20), 11, 10))
                .hasMessage("Signal.successes must be at most the trials, 10, but was 11.");
        assertThatThrownBy(() -> Calibration.of(List.of()))
                .hasMessage("Calibration.past must hold at least one chance, but was empty.");
        assertThatThrownBy(
                        () -> new InformationValue(1L, BigDecimal.ONE, BigDecimal.ONE, FOUR_OF_FORTY).sample(1_000_001))
                .hasMessage("InformationValue.tested must be at most 1000000, but was 1000001.");
    }
}
