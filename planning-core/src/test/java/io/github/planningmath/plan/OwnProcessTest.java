package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.FEBRUARY;
import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A product's own process, where that of its tier will not do. */
class OwnProcessTest {

    private static final SalesProcess QUICK = SalesProcess.of(Rate.percent(50), 0, ChannelMix.only("calls"));

    /** Half crm, half kit; both of the tier that sells at 20 % a month after the lead, over the site. */
    private static final PlanningConstants TWO = SmallBusiness.constants()
            .withHorizon(Horizon.ofMonths(JANUARY, 2))
            .withAssortment(new Assortment(
                    List.of(SmallBusiness.product("crm", "1000", "300"), SmallBusiness.product("kit", "1000", "300")),
                    new Mix<>(Map.of("crm", Ratio.of("50%"), "kit", Ratio.of("50%")))))
            .withChannels(List.of(
                    SmallBusiness.channel("site", "5%", "40%", "0"), SmallBusiness.channel("calls", "10%", "1", "0")))
            .withTiers(Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.percent(20), 1, ChannelMix.only("site"))));

    private static final PlanningConstants OWN = TWO.withProcess("kit", QUICK);

    private static Plan plan(PlanningConstants constants) {
        return Planner.withDefaults()
                .plan(SettledGoal.revenue("20000"), constants, NOTHING)
                .orThrow();
    }

    /** Ten of each. Those of crm are due in February for 50 leads of January; five of kit in each month for ten leads. */
    @Test
    void isThatOfItsPlan() {
        Plan plan = plan(OWN);
        assertThat(plan.requiredDeals()).isEqualTo(20);
        assertThat(plan.leads(Scope.month(JANUARY).product("crm"))).isEqualTo(50);
        assertThat(plan.leads(Scope.month(JANUARY).product("kit"))).isEqualTo(10);
        assertThat(plan.leads(Scope.month(FEBRUARY).product("kit"))).isEqualTo(10);
        assertThat(plan.leads(Scope.all().product("kit").channel("calls"))).isEqualTo(20);
        assertThat(plan.newDeals(Scope.month(JANUARY))).isEqualTo(5);
        assertThat(plan.norm(Kpi.MANAGER_CONVERSION, Scope.all().product("kit")))
                .hasToString("manager conversion · kit: 50%");
        for (Norm norm : plan.norms()) {
            assertThat(norm.derivation().evaluate()).isEqualTo(norm.derivation().value());
        }
    }

    @Test
    void thatIsLikeThatOfTheTierChangesNothing() {
        PlanningConstants alike = TWO.withProcess("kit", TWO.tier(SalesTier.CONSULTATIVE));
        assertThat(plan(alike).compare(plan(TWO)).differences()).isEmpty();
    }

    /** From February on a lead of kit is a deal: five leads are enough. */
    @Test
    void mayChangeItsConversionInTime() {
        PlanningConstants rising = OWN.from(FEBRUARY, Driver.managerConversion("kit"), Rate.ONE);
        Plan plan = plan(rising);
        assertThat(plan.leads(Scope.month(JANUARY).product("kit"))).isEqualTo(10);
        assertThat(plan.leads(Scope.month(FEBRUARY).product("kit"))).isEqualTo(5);
        assertThat(rising.in(FEBRUARY).process("kit").managerConversion()).isEqualTo(Rate.ONE);
        assertThat(rising.changes()).hasToString("[productConversion[kit] 100% from 2027-02]");
    }

    @Test
    void hasDriversOfItsOwn() {
        assertThat(Driver.all(OWN))
                .contains(Driver.managerConversion("kit"), Driver.salesCycle("kit"), Driver.channelMix("kit"));
        assertThat(Driver.managerConversion("kit")).hasToString("productConversion[kit]");
        assertThat(Driver.managerConversion("kit").label()).isEqualTo("manager conversion of kit");
        assertThat(Driver.managerConversion("kit", "calls").label()).isEqualTo("manager conversion of kit over calls");
        assertThat(Driver.parse("productConversion[kit][calls]")).isEqualTo(Driver.managerConversion("kit", "calls"));
        assertThat(OWN.value(Driver.managerConversion("kit"))).isEqualTo(Rate.percent(50));
        assertThat(TWO.value(Driver.managerConversion("kit"))).isNull();
        assertThat(OWN.with(Driver.managerConversion("kit"), Rate.percent(25))
                        .process("kit")
                        .managerConversion())
                .isEqualTo(Rate.percent(25));
        assertThat(OWN.with(Driver.managerConversion("kit", "calls"), Rate.percent(25))
                        .process("kit")
                        .conversion("calls"))
                .isEqualTo(Rate.percent(25));
    }

    @Test
    void aDriverOfNoProcessOfItsOwnIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO.with(Driver.managerConversion("kit"), Rate.ONE))
                .withMessage(
                        "Driver.productConversion must be of a product that has a process of its own, but kit has that of its"
                                + " tier. Perhaps PlanningConstants.withProcess was meant first.");
    }

    @Test
    void aProcessThatChangesIsNotReplaced() {
        PlanningConstants rising = OWN.from(FEBRUARY, Driver.managerConversion("kit"), Rate.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rising.withProcess("kit", QUICK.withManagerConversion(Rate.percent(40))))
                .withMessage(
                        "PlanningConstants.withProcess must leave productConversion[kit] as it is, because it changes in time, but"
                                + " it was 40% instead of 50%. Perhaps PlanningConstants.with for all months, changing for each or from a"
                                + " month on was meant.");
    }

    @Test
    void ofNoKnownProductOrChannelIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO.withProcess("car", QUICK))
                .withMessageContaining("car");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO.withProcess("kit", SalesProcess.of(Rate.ONE, 0, ChannelMix.only("fair"))))
                .withMessage(
                        "PlanningConstants.processByProduct.kit.channels must name a known channel (site, calls), but was"
                                + " fair.");
    }
}
