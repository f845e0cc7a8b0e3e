package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static io.github.planningmath.plan.SmallBusiness.channel;
import static io.github.planningmath.plan.SmallBusiness.constants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LastDealsTest {

    /** A visit is a lead, and a lead a deal that contributes 700; n visits of a month cost n squared. */
    private static final PlanningConstants DEARER = constants()
            .withChannels(List.of(channel("site", "1", "1", "0")))
            .withTiers(Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.ONE, 0, ChannelMix.only("site"))))
            .withChannel(
                    "site",
                    site -> site.withCost(visits -> BigDecimal.valueOf(visits).pow(2)))
            .withPeopleCost(new Payroll(new BigDecimal("5000")));

    private static Plan plan(String revenue) {
        return Planner.withDefaults()
                .plan(SettledGoal.revenue(revenue), DEARER, NOTHING)
                .orThrow();
    }

    /** The last 50 of 350 contribute 35,000 and take 350 x 350 - 300 x 300 = 32,500; the payroll is there without them. */
    @Test
    void areWorthWhatThePlanLosesWithoutThem() {
        Plan.LastDeals last = plan("350000").lastDeals(50);
        assertThat(last)
                .isEqualTo(new Plan.LastDeals(
                        50L,
                        new BigDecimal("35000"),
                        new BigDecimal("32500"),
                        BigDecimal.ZERO,
                        new BigDecimal("2500")));
        assertThat(last)
                .hasToString(
                        "the last 50 new deals contribute 35000, take 32500 for traffic and people, and add 2500 to the"
                                + " profit");
    }

    @Test
    void mayTakeMoreThanTheyBring() {
        assertThat(plan("400000").lastDeals(100).profit()).isEqualByComparingTo("0");
        assertThat(plan("400000").lastDeals(50).profit()).isEqualByComparingTo("-2500");
    }

    /** However they are counted: those of a plan in two parts are those of the whole. */
    @Property(tries = 200)
    void addUp(@ForAll @LongRange(min = 2, max = 500) long deals, @ForAll @LongRange(min = 1, max = 499) long some) {
        long last = 1 + some % (deals - 1);
        BigDecimal fewer = plan(String.valueOf((deals - last) * 1000))
                .lastDeals(deals - last)
                .profit();
        Plan plan = plan(String.valueOf(deals * 1000));
        assertThat(plan.lastDeals(last).profit().add(fewer))
                .isEqualByComparingTo(plan.lastDeals(deals).profit());
    }

    @Test
    void areNoMoreThanThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan("3000").lastDeals(4))
                .withMessage(
                        "Plan.lastDeals must be from 1 to the 3 new deals that the plan was solved for, but was 4.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan("3000").lastDeals(0))
                .withMessage(
                        "Plan.lastDeals must be from 1 to the 3 new deals that the plan was solved for, but was 0.");
    }

    /** 13 leads of the third month are pinned, and 22 deals would ask for others: found among thousands of businesses. */
    @Test
    void leaveAPlanThatPinsAdmit() {
        HostileBusinesses.Hostile hostile = HostileBusinesses.of(4741, HostileBusinesses.Twist.PINS);
        SlowBusiness.Course some = Objects.requireNonNull(hostile.slow().plan(5));
        Plan plan = hostile.planned(some.amount()).orThrow();
        assertThat(plan.lastDeals(1).deals()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.lastDeals(2))
                .withMessage(
                        "Plan.lastDeals must leave new deals that can be made, but was 2, and 22 cannot be: pinned: leads of"
                                + " n.");
    }
}
