package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.FEBRUARY;
import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.constants;
import static io.github.planningmath.plan.SmallBusiness.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.plan.Position.Cohort;
import io.github.planningmath.plan.Position.Customers;
import io.github.planningmath.plan.Position.OpenLeads;
import io.github.planningmath.plan.Position.Remainder;
import io.github.planningmath.plan.Position.Rounded;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesCycle;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositionTest {

    private static final Ratio HALF = Ratio.of(1, 2);

    private static Position customers(Customers... customers) {
        return Position.of(JANUARY, List.of(customers), List.of());
    }

    private static Position leads(OpenLeads... leads) {
        return Position.of(JANUARY, List.of(), List.of(leads));
    }

    private static Position remainders(Remainder... remainders) {
        return new Position(JANUARY, List.of(), List.of(), List.of(), List.of(remainders));
    }

    /** 2.6 and 3.4 customers are six, though neither fraction is one. */
    @Test
    void theBaseIsRoundedDownOnceForAllCohorts() {
        Position position = customers(
                new Customers("crm", 0, 2L, 600_000_000),
                new Customers("crm", 5, 3L, 400_000_000),
                Customers.of("erp", 0, 100));
        assertThat(position.base("crm")).isEqualTo(6);
        assertThat(position.base("telephony")).isZero();
    }

    @Test
    void theOpenLeadsOfAProductAreSummed() {
        Position position = leads(
                OpenLeads.of("crm", "site", JANUARY, 3),
                OpenLeads.of("crm", "mail", JANUARY, 4),
                OpenLeads.of("crm", "site", FEBRUARY, 5),
                OpenLeads.of("erp", "site", JANUARY, 100));
        assertThat(position.openLeads("crm")).isEqualTo(12);
    }

    /** Brought two months before, of 25 % that the cycle has left 15 % are due in the first month and 10 % in the second. */
    @Test
    void whatIsLeftOfACohortFallsToTheAgesThatAreLeft() {
        SalesCycle cycle = SalesCycle.of("40%", "35%", "15%", "10%");
        Cohort asPlanned = Cohort.of("crm", "site", JANUARY.minusMonths(2), 100);
        Cohort late = new Cohort("crm", "site", JANUARY.minusMonths(2), 100L, Ratio.percent(50));
        Cohort old = new Cohort("crm", "site", JANUARY.minusMonths(9), 100L, Ratio.percent(90));
        assertThat(asPlanned.due(JANUARY, JANUARY, cycle)).isEqualTo(Ratio.percent(15));
        assertThat(asPlanned.due(FEBRUARY, JANUARY, cycle)).isEqualTo(Ratio.percent(10));
        assertThat(late.due(JANUARY, JANUARY, cycle)).isEqualTo(Ratio.percent(30));
        assertThat(late.due(FEBRUARY, JANUARY, cycle)).isEqualTo(Ratio.percent(20));
        assertThat(old.due(JANUARY, JANUARY, cycle)).isEqualTo(Ratio.percent(10));
        assertThat(old.due(FEBRUARY, JANUARY, cycle)).isEqualTo(Ratio.ZERO);
        assertThat(asPlanned.after(FEBRUARY, JANUARY, cycle)).isEqualTo(asPlanned);
        assertThat(late.after(FEBRUARY, JANUARY, cycle))
                .isEqualTo(new Cohort("crm", "site", JANUARY.minusMonths(2), 100L, Ratio.percent(80)));
        assertThat(late.after(FEBRUARY.plusMonths(1), JANUARY, cycle)).isNull();
        assertThat(old.after(FEBRUARY, JANUARY, cycle)).isNull();
    }

    @Test
    void aCellGivenTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> customers(Customers.of("crm", 3, 1), Customers.of("crm", 3, 2)))
                .withMessage("Position.customers must name a cell once, but was twice: crm, 3.");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> leads(OpenLeads.of("crm", "site", JANUARY, 1), OpenLeads.of("crm", "site", JANUARY, 1)))
                .withMessage("Position.openLeads must name a cell once, but was twice: crm, site, 2027-01.");
        Remainder remainder = new Remainder(Rounded.LEADS, "crm", "site", HALF);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> remainders(remainder, remainder))
                .withMessage("Position.remainders must name a cell once, but was twice: LEADS, crm, site.");
    }

    @Test
    void overdueLeadsAreRefusedWithAHint() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> leads(OpenLeads.of("crm", "site", JANUARY.minusMonths(1), 1)))
                .withMessage(
                        "Position.openLeads must be due in 2027-01 or later, but those of crm from site were due in"
                                + " 2026-12. Perhaps they are overdue: give the month in which they are expected now.");
    }

    @Test
    void aRemainderHasAChannelForContactsAndLeadsOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Remainder(Rounded.NEW_DEALS, "crm", "site", HALF))
                .withMessage("Remainder.channel must be given for contacts and leads and for nothing else, but was site"
                        + " for NEW_DEALS.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Remainder(Rounded.CONTACTS, "crm", null, HALF))
                .withMessage("Remainder.channel must be given for contacts and leads and for nothing else, but was null"
                        + " for CONTACTS.");
    }

    @Test
    void aRemainderIsAProperFraction() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Remainder(Rounded.NEW_DEALS, "crm", null, Ratio.ONE))
                .withMessage("Remainder.fraction must be above 0 and below 1, but was 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Remainder(Rounded.NEW_DEALS, "crm", null, Ratio.ZERO))
                .withMessage("Remainder.fraction must be above 0 and below 1, but was 0%.");
    }

    @Test
    void countsOutsideTheirSetsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Customers.of("crm", 1_201, 1))
                .withMessage("Customers.age must be from 0 to 1200, but was 1201.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Customers.of("crm", 0, -1))
                .withMessage("Customers.count must be at least 0, but was -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Customers("crm", 0, 1L, 1_000_000_000))
                .withMessage("Customers.billionths must be from 0 to 999999999, but was 1000000000.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenLeads.of("crm", "site", JANUARY, -1))
                .withMessage("OpenLeads.count must be at least 0, but was -1.");
    }

    @Test
    void moreThanALongCanHoldIsAnErrorAndNeverWraps() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(
                        () -> customers(Customers.of("crm", 0, 9_223_372_037L)).base("crm"))
                .withMessage(
                        "Plan.base must be at most 9223372036 customers of a product, the most that nine decimals hold, but was"
                                + " larger.");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> leads(
                                OpenLeads.of("crm", "site", JANUARY, Long.MAX_VALUE),
                                OpenLeads.of("crm", "site", FEBRUARY, 1))
                        .openLeads("crm"))
                .withMessage("Plan.openLeads must stay below 2^63, but was larger. Perhaps the goal or a count of the"
                        + " position is given in minor units.");
    }

    @Test
    void aPlanOpensInItsFirstMonth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcome(SettledGoal.profit("1"), constants(), Position.empty(FEBRUARY)))
                .withMessage("Position.opens must be the first month of the horizon, 2027-01, but was 2027-02.");
    }

    @Test
    void aProductOrChannelThatTheConstantsDoNotKnowIsRefused() {
        FinancialGoal goal = SettledGoal.profit("1");
        String product = "Assortment.product must be given the name of a product (crm), but was given erp.";
        String channel = "PlanningConstants.channel must name a known channel (site), but was mail.";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcome(goal, constants(), customers(Customers.of("erp", 0, 1))))
                .withMessage(product);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcome(goal, constants(), leads(OpenLeads.of("erp", "site", JANUARY, 1))))
                .withMessage(product);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcome(goal, constants(), leads(OpenLeads.of("crm", "mail", JANUARY, 1))))
                .withMessage(channel);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        outcome(goal, constants(), remainders(new Remainder(Rounded.NEW_DEALS, "erp", null, HALF))))
                .withMessage(product);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> outcome(goal, constants(), remainders(new Remainder(Rounded.LEADS, "crm", "mail", HALF))))
                .withMessage(channel);
    }
}
