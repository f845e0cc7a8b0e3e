package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.FEBRUARY;
import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.MARCH;
import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static io.github.planningmath.plan.SmallBusiness.channel;
import static io.github.planningmath.plan.SmallBusiness.constants;
import static io.github.planningmath.plan.SmallBusiness.cycle;
import static io.github.planningmath.plan.SmallBusiness.months;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.plan.Position.Customers;
import io.github.planningmath.plan.Position.OpenLeads;
import io.github.planningmath.plan.Position.Remainder;
import io.github.planningmath.plan.Position.Rounded;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.Leads;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.RepeatByAge;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.Traffic;
import io.github.planningmath.traffic.Traffic.Visits;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 5 % of the visits leave a contact, 40 % of these become leads (2 %), 20 % of these deals at 1,000 less 300. */
class ProjectionTest {

    private static Traffic site(YearMonth month, long... visits) {
        List<Visits> cells = new ArrayList<>();
        for (int index = 0; index < visits.length; index++) {
            cells.add(new Visits(month.plusMonths(index), "crm", "site", visits[index]));
        }
        return new Traffic(cells);
    }

    @Test
    void trafficBecomesMoney() {
        PlanningConstants constants = constants()
                .withChannel("site", site -> site.withCost(CostPerVisit.of("0.5")))
                .withFixedCosts(FixedCosts.perMonth("1000"))
                .withPeopleCost(Payroll.perMonth("2000"));
        Projection projection = Projection.of(constants, NOTHING, site(JANUARY, 10_000));
        assertThat(projection.newDeals()).isEqualTo(40);
        assertThat(projection.revenue()).isEqualByComparingTo("40000");
        assertThat(projection.contribution()).isEqualByComparingTo("28000");
        assertThat(projection.trafficCost()).isEqualByComparingTo("5000");
        assertThat(projection.profit()).isEqualByComparingTo("20000");
    }

    /** 30, 60 and 90 visits through each month are 0.6, 1.2 and 1.8 leads. */
    @Test
    void whatAMonthRoundsOffIsNotLost() {
        Projection projection = Projection.of(months(constants(), 3), NOTHING, site(JANUARY, 30, 30, 30));
        assertThat(projection.leads()).isEqualTo(new Leads(List.of(new Leads.Cell(FEBRUARY, "crm", "site", 1L))));
        assertThat(projection.closing().remainders())
                .containsExactly(
                        new Remainder(Rounded.CONTACTS, "crm", "site", Ratio.of(1, 2)),
                        new Remainder(Rounded.LEADS, "crm", "site", Ratio.of(4, 5)),
                        new Remainder(Rounded.NEW_DEALS, "crm", null, Ratio.of(1, 5)));
    }

    /** 0.8 of a lead and ten visits (0.2) make one; a fifth of a deal and that lead's make two fifths. */
    @Test
    void theNextPlanGoesOnWithWhatIsLeftOver() {
        Position closing = Projection.of(months(constants(), 3), NOTHING, site(JANUARY, 30, 30, 30))
                .closing();
        PlanningConstants april = constants().withHorizon(Horizon.ofMonths(YearMonth.of(2027, 4), 1));
        Projection projection = Projection.of(april, closing, site(YearMonth.of(2027, 4), 10));
        assertThat(projection.leads().total()).isEqualTo(1);
        assertThat(projection.closing().remainders())
                .containsExactly(new Remainder(Rounded.NEW_DEALS, "crm", null, Ratio.of(2, 5)));
    }

    /** Ages 0 and 1 buy again at 50 % and 25 % and stay at 80 % and 40 %. */
    @Test
    void customersBuyAgainAndStayByTheirAge() {
        RepeatBehaviour byAge = new RepeatByAge(
                List.of(Ratio.percent(80), Ratio.percent(40)), List.of(Ratio.percent(50), Ratio.percent(25)));
        PlanningConstants constants = months(constants(), 2).withProduct("crm", crm -> crm.withRepeat(byAge));
        Position opening =
                Position.of(JANUARY, List.of(Customers.of("crm", 0, 10), Customers.of("crm", 1, 20)), List.of());
        Projection projection = Projection.of(constants, opening, new Traffic(List.of()));
        // January: 5 + 5 repeat deals, 8 and 8 stay; February: 2 + 2, 3.2 and 3.2 stay
        assertThat(projection.repeatDeals()).isEqualTo(14);
        assertThat(projection.closing().customers())
                .containsExactly(new Customers("crm", 2, 3L, 200_000_000), new Customers("crm", 3, 3L, 200_000_000));
        assertThat(projection.closing().base("crm")).isEqualTo(6);
    }

    /** Leads due beyond the plan stay open, also those due later than any lead of this plan. */
    @Test
    void openLeadsWaitUntilTheyAreDue() {
        Position opening = Position.of(
                JANUARY,
                List.of(),
                List.of(
                        OpenLeads.of("crm", "site", JANUARY, 10),
                        OpenLeads.of("crm", "site", FEBRUARY, 15),
                        OpenLeads.of("crm", "site", YearMonth.of(2028, 1), 7)));
        Projection projection = Projection.of(cycle(constants(), 1), opening, site(JANUARY, 500));
        assertThat(projection.newDeals()).isEqualTo(2);
        assertThat(projection.closing())
                .isEqualTo(Position.of(
                        FEBRUARY,
                        List.of(Customers.of("crm", 0, 2)),
                        List.of(
                                OpenLeads.of("crm", "site", FEBRUARY, 25),
                                OpenLeads.of("crm", "site", YearMonth.of(2028, 1), 7))));
    }

    @Test
    void aChannelThatDoesNotFeedTheProductsTierIsRefused() {
        PlanningConstants withMail =
                constants().withChannels(List.of(channel("site", "5%", "40%", "0"), channel("mail", "5%", "40%", "0")));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Projection.of(withMail, NOTHING, new Traffic(List.of(new Visits(JANUARY, "crm", "mail", 1L)))))
                .withMessage("Traffic.channel must feed the tier of crm (site), but was mail.");
    }

    @Test
    void trafficOfAnUnknownProductOrMonthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Projection.of(
                        constants(), NOTHING, new Traffic(List.of(new Visits(JANUARY, "erp", "site", 1L)))))
                .withMessage("Assortment.product must be given the name of a product (crm), but was given erp.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Projection.of(constants(), NOTHING, site(MARCH, 1)))
                .withMessage("Traffic.month must be a month of the plan, from 2027-01 to 2027-01, but was 2027-03.");
    }

    @Test
    void aRepeatBehaviourThatKeepsMoreThanAllIsRefused() {
        RepeatBehaviour growing = new RepeatBehaviour() {
            @Override
            public Ratio retention(int age) {
                return Ratio.of("1.05");
            }

            @Override
            public Ratio repeat(int age) {
                return Ratio.ZERO;
            }
        };
        PlanningConstants constants = constants().withProduct("crm", crm -> crm.withRepeat(growing));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Projection.of(constants, NOTHING, site(JANUARY, 1)))
                .withMessage("RepeatBehaviour.retention must be at least 0 and at most 1, but was 1.05 at age 0.");
    }

    @Test
    void moreTrafficThanALongCanHoldIsAnErrorAndNeverWraps() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Projection.of(months(constants(), 2), NOTHING, site(JANUARY, Long.MAX_VALUE, 1)))
                .withMessage("Plan.traffic must stay below 2^63, but was larger. Perhaps the goal or a count of the"
                        + " position is given in minor units.");
    }

    @Test
    void moreRepeatDealsThanALongCanHoldAreAnErrorToo() {
        PlanningConstants constants = months(constants(), 12)
                .withProduct("crm", crm -> crm.withRepeat(new ConstantRepeat(Ratio.ONE, Ratio.ONE)));
        Position opening = Position.of(JANUARY, List.of(Customers.of("crm", 0, 9_000_000_000L)), List.of());
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Projection.of(constants, opening, new Traffic(List.of())))
                .withMessage("Plan.repeatDeals must stay below 2^63, but was larger. Perhaps the goal or a count of the"
                        + " position is given in minor units.");
    }
}
