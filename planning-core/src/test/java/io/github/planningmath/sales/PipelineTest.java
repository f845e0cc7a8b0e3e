package io.github.planningmath.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.quantity.Rate;
import io.github.planningmath.traffic.ChannelMix;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Published figures of a pipeline: its velocity, and what it covers. */
class PipelineTest {

    /** Source: mavenlb.com/blog/sales-velocity-formula, which cuts 2,777.78 off. */
    @Test
    void velocity() {
        SalesVelocity velocity = new SalesVelocity(40L, new BigDecimal("25000"), Rate.percent(25), 90);
        assertThat(velocity.in(1, 0, RoundingMode.DOWN)).isEqualByComparingTo("2777");
        assertThat(velocity.in(30, 0, RoundingMode.HALF_UP)).isEqualByComparingTo("83333");
        assertThat(velocity.in(90, 2, RoundingMode.UNNECESSARY)).isEqualByComparingTo("250000");
    }

    /** Source: winsabove.pages.dev/glossary/pipeline-coverage-ratio. */
    @Test
    void coverage() {
        PipelineCoverage coverage =
                new PipelineCoverage(new BigDecimal("4800000"), new BigDecimal("1600000"), Rate.percent(22));
        assertThat(coverage.coverage()).isEqualTo(3);
        assertThat(coverage.requiredCoverage()).isCloseTo(4.545454545, within(1e-9));
        assertThat(coverage.expectedWon()).isCloseTo(1_056_000, within(1e-6));
        assertThat(coverage.shareOfRemaining()).isCloseTo(0.66, within(1e-12));
        // 1.6 million at 22 % take 7,272,727.27 in all
        assertThat(coverage.lack()).isCloseTo(2_472_727.2727, within(1e-4));
    }

    /** Source: contextawareanalytics.com/metrics-governance/how-to-calculate-pipeline-coverage. */
    @Test
    void coverageThatSuffices() {
        PipelineCoverage coverage =
                new PipelineCoverage(new BigDecimal("7500000"), new BigDecimal("2000000"), Rate.percent(28));
        assertThat(coverage.coverage()).isEqualTo(3.75);
        assertThat(coverage.expectedWon()).isCloseTo(2_100_000, within(1e-6));
        assertThat(coverage.lack()).isZero();
    }

    /** By hand: of those with a proposal 40 % of a half. */
    @Test
    void theWinRateOfAStageIsWhatIsLeftOfTheWay() {
        SalesProcess process = SalesProcess.inStages(
                List.of(
                        SalesStage.of("qualified", "30%", 0),
                        SalesStage.of("proposal", "40%", 1),
                        SalesStage.of("won", "50%", 1)),
                ChannelMix.only("site"));
        assertThat(process.winRate("qualified")).isEqualTo(Rate.percent(20));
        assertThat(process.winRate("proposal")).isEqualTo(Rate.percent(50));
        assertThat(process.winRate("won")).isEqualTo(Rate.ONE);
        assertThat(process.managerConversion()).isEqualTo(Rate.percent(6));
    }

    @Test
    void whatIsOutsideOfItsSetIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PipelineCoverage(BigDecimal.ONE, BigDecimal.ZERO, Rate.ONE))
                .withMessage("PipelineCoverage.toMake must be above 0, but was 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SalesVelocity(1L, BigDecimal.ONE, Rate.ONE, 0))
                .withMessage("SalesVelocity.cycleDays must be from 1 to 36600, but was 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesProcess.inStages(List.of(), ChannelMix.only("site")))
                .withMessage("SalesProcess.stages must hold at least the deal itself, but were empty. Perhaps"
                        + " SalesProcess.of was meant.");
        SalesStage won = SalesStage.of("won", "50%", 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesProcess.inStages(List.of(won, won), ChannelMix.only("site")))
                .withMessage("SalesProcess.stages must name a stage once, but named won twice.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesProcess.builder()
                        .managerConversion("20%")
                        .stage("won", "50%", SalesCycle.months(1))
                        .channel("site", "1")
                        .build())
                .withMessage(
                        "SalesProcess.managerConversion must be left out where stages are given, because it follows"
                                + " from them, but was 20%.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesCycle.months(100).then(SalesCycle.months(21)))
                .withMessage("SalesCycle.then must end within 120 months, but the waits ended after 121.");
    }

    /** Thirds of sevenths and the like have a common denominator beyond 10^9: rounded down on their sum, the last is the rest. */
    @Test
    void waitsInARowAreRoundedWhereTheyAreTooFine() {
        SalesCycle fine = SalesCycle.of("1/99991", "99990/99991");
        SalesCycle both = fine.then(SalesCycle.of("1/99989", "99988/99989"));
        assertThat(both.share(0).toDouble()).isZero();
        assertThat(both.share(1).numerator()).isEqualTo(20_001);
        assertThat(both.share(1).denominator()).isEqualTo(1_000_000_000);
        assertThat(both.from(0).toDouble()).isEqualTo(1);
        assertThat(SalesCycle.of("50%", "50%").then(SalesCycle.of("50%", "50%")))
                .isEqualTo(SalesCycle.of("25%", "50%", "25%"));
    }
}
