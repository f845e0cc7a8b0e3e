package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.FEBRUARY;
import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static io.github.planningmath.plan.SmallBusiness.channel;
import static io.github.planningmath.plan.SmallBusiness.constants;
import static io.github.planningmath.plan.SmallBusiness.months;
import static io.github.planningmath.plan.SmallBusiness.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.lifetime.DiscountRate;
import io.github.planningmath.lifetime.Payback;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.RepeatByAge;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * What a customer is worth, from a plan's own constants. A subscription of which a share {@code r} renews is repeat behaviour with
 * retention {@code r} and a repeat rate of {@code r}: who renews pays and stays.
 */
class UnitEconomicsTest {

    private static final DiscountRate NONE = DiscountRate.annual("0%");

    /** One product at a price and unit cost; a visit costs 1, a tenth of the visits are leads, a fifth of these buy: 50 a deal. */
    private static PlanningConstants selling(String price, String unitCost, RepeatBehaviour repeat) {
        return months(constants(), 3)
                .withChannel("site", site -> channel("site", "20%", "50%", "1"))
                .withProduct(
                        "crm",
                        crm -> crm.withPrice(new BigDecimal(price))
                                .withUnitCost(new BigDecimal(unitCost))
                                .withRepeat(repeat));
    }

    private static RepeatBehaviour renewing(String share) {
        return new ConstantRepeat(Ratio.of(share), Ratio.of(share));
    }

    private static UnitEconomics of(PlanningConstants constants, DiscountRate discount) {
        return UnitEconomics.of(plan(SettledGoal.revenue("10000"), constants, NOTHING), "crm", discount);
    }

    /** Source: launchadvisor.co, unit economics for startups: 500 * 70 % / 2 % = 17,500. */
    @Test
    void isMarginOverChurn() {
        assertThat(of(selling("500", "150", renewing("98%")), NONE).lifetimeValue())
                .isCloseTo(17_500, within(1e-6));
    }

    /**
     * Source: complete.tools, CAC, LTV and payback: 15 of margin a month at 5 % churn is 300 for a cost of 50, 6 : 1 and not the
     * 10 : 1 that revenue of 25 promises. Of 15, 14.25, 13.54 and 12.86 the fourth brings it in.
     */
    @Test
    void bothSidesOfTheRatioStandOnContribution() {
        UnitEconomics economics = of(selling("25", "10", renewing("95%")), NONE);
        assertThat(economics.lifetimeValue()).isCloseTo(300, within(1e-9));
        assertThat(economics.acquisitionCost()).isCloseTo(50, within(1e-9));
        assertThat(Objects.requireNonNull(economics.valueToCost()).ratio()).isCloseTo(6, within(1e-9));
        Payback.PaidBack back = Objects.requireNonNull(economics.payback()).orThrow();
        assertThat(back.periods()).isEqualTo(3);
        assertThat(back.interpolated()).isCloseTo(2 + (50 - 15 - 14.25 - 13.5375) / 12.860625, within(1e-9));
    }

    /** {@code m (1 + d) / (1 + d - r)}, the closed form of a constant retention. */
    @Test
    void discountingIsOfTheMonth() {
        assertThat(of(selling("100", "0", renewing("80%")), DiscountRate.monthly(Ratio.percent(1)))
                        .lifetimeValue())
                .isCloseTo(100 * 1.01 / (1.01 - 0.8), within(1e-9));
    }

    /** Half stay the first month and all who did from then on buy a tenth each month: 1 + 0.1 + 0.5 * (0.1 / 0.2) of it. */
    @Test
    void agesCount() {
        RepeatBehaviour byAge =
                new RepeatByAge(List.of(Ratio.percent(50), Ratio.percent(80)), List.of(Ratio.percent(10)));
        assertThat(of(selling("100", "0", byAge), NONE).lifetimeValue()).isCloseTo(135, within(1e-9));
    }

    @Test
    void amountsAreThoseOfTheLastMonth() {
        assertThat(of(
                                selling("100", "0", RepeatBehaviour.none())
                                        .from(FEBRUARY, Driver.price("crm"), new BigDecimal("130")),
                                NONE)
                        .lifetimeValue())
                .isCloseTo(130, within(1e-12));
    }

    @Test
    void whatDoesNotComeBackIsSaid() {
        UnitEconomics economics = of(selling("25", "10", RepeatBehaviour.none()), NONE);
        assertThat(economics.payback())
                .hasToString("A customer costs 50.0 and brings 15.0 of contribution margin in all periods.");
        assertThat(of(
                                selling("25", "10", RepeatBehaviour.none())
                                        .withChannel("site", site -> channel("site", "20%", "50%", "0")),
                                NONE)
                        .valueToCost())
                .isNull();
    }

    @Test
    void whoNeverLeavesMustBeDiscounted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(selling("25", "10", renewing("100%")), NONE))
                .withMessage(
                        "UnitEconomics.discount must be above 0 where customers never leave, as those of crm do not.");
    }
}
