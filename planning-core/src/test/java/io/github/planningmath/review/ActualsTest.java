package io.github.planningmath.review;

import static io.github.planningmath.review.Reviewed.FEBRUARY;
import static io.github.planningmath.review.Reviewed.JANUARY;
import static io.github.planningmath.review.Reviewed.MARCH;
import static io.github.planningmath.review.Reviewed.asPlanned;
import static io.github.planningmath.review.Reviewed.constants;
import static io.github.planningmath.review.Reviewed.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.SettledGoal;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActualsTest {

    private static final Actuals.Cell SITE = Actuals.Cell.of(JANUARY, "crm", "site");
    private static final Actuals.Cell CRM = Actuals.Cell.of(JANUARY, "crm");
    private static final PlanningConstants TWO_MONTHS = constants().withHorizon(Horizon.ofMonths(JANUARY, 2));
    private static final Plan PLAN = plan("20000", TWO_MONTHS);

    @Nested
    class Cells {

        @Test
        void knowNothingThatIsNotGiven() {
            assertThat(SITE.withVisits(0L).visits()).isZero();
            assertThat(SITE.visits()).isNull();
            assertThat(SITE).hasToString("crm from site in 2027-01");
            assertThat(CRM).hasToString("crm in 2027-01");
        }

        @Test
        void keepAmountsWithoutTrailingZeros() {
            assertThat(SITE.withRevenue(new BigDecimal("10.50")).revenue()).isEqualTo(new BigDecimal("10.5"));
        }

        @Test
        void haveNoCountBelowZero() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SITE.withVisits(-1L))
                    .withMessage("Actuals.Cell.visits must be at least 0, but was -1.");
        }

        @Test
        void haveNoAmountBelowZero() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CRM.withRevenue(new BigDecimal("-0.5")))
                    .withMessage("Actuals.Cell.revenue must be at least 0, but was -0.5.");
        }

        @Test
        void haveNoCountThatSumsCannotHold() {
            assertThat(SITE.withVisits(1_000_000_000_000_000L).visits()).isEqualTo(1_000_000_000_000_000L);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SITE.withVisits(1_000_000_000_000_001L))
                    .withMessage("Actuals.Cell.visits must be at most 1000000000000000, but was 1000000000000001.");
        }

        @Test
        void haveNoBaseThatNoPlanHolds() {
            assertThat(CRM.withBase(9_223_372_036L).base()).isEqualTo(9_223_372_036L);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CRM.withBase(9_223_372_037L))
                    .withMessage("Actuals.Cell.base must be at most 9223372036, but was 9223372037.");
        }

        @Test
        void haveNoAmountThatSumsCannotHold() {
            BigDecimal most = new BigDecimal("999999999999999999.99");
            assertThat(SITE.withTrafficCost(most).trafficCost()).isEqualTo(most);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SITE.withTrafficCost(new BigDecimal("123456789012345678901234567890")))
                    .withMessage(
                            "Actuals.Cell.trafficCost must have at most 18 digits before the decimal point, but was"
                                    + " 123456789012345678901234567890.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Actuals.HouseCosts(JANUARY, new BigDecimal("1e18")))
                    .withMessage("HouseCosts.amount must have at most 18 digits before the decimal point, but was"
                            + " 1000000000000000000.");
        }

        @Test
        void comeOfLeadsThatWereBroughtBefore() {
            assertThat(CRM.withBrought(JANUARY.minusMonths(14)).withNewDeals(5L))
                    .hasToString("crm in 2027-01 of leads of 2025-11");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CRM.withBrought(JANUARY.plusMonths(1)))
                    .withMessage(
                            "Actuals.Cell.brought must be at most the month of the deals, 2027-01, but was 2027-02."
                                    + " Perhaps the two were exchanged.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"visits", "contacts", "leads", "repeatDeals", "revenue", "variableCost", "trafficCost"})
        void ofAMonthOfLeadsAreDealsAlone(String name) {
            Actuals.Cell of = SITE.withBrought(JANUARY);
            Map<String, Supplier<Actuals.Cell>> withers = Map.of(
                    "visits", () -> of.withVisits(5L),
                    "contacts", () -> of.withContacts(5L),
                    "leads", () -> of.withLeads(5L),
                    "repeatDeals", () -> of.withRepeatDeals(5L),
                    "revenue", () -> of.withRevenue(new BigDecimal("5")),
                    "variableCost", () -> of.withVariableCost(new BigDecimal("5")),
                    "trafficCost", () -> of.withTrafficCost(new BigDecimal("5")));
            assertThatIllegalArgumentException()
                    .isThrownBy(Objects.requireNonNull(withers.get(name))::get)
                    .withMessage("Actuals.Cell." + name
                            + " must be given in a cell without a month of leads, but was 5 with one.");
        }

        @Test
        void lostLeadsAreOfAMonthOfLeads() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CRM.withLostLeads(5L))
                    .withMessage("Actuals.Cell.lostLeads must be given by the month of leads, but was 5 without one.");
        }

        @Test
        void ofAMonthOfLeadsHaveNoBase() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CRM.withBrought(JANUARY).withBase(5L))
                    .withMessage(
                            "Actuals.Cell.base must be given in a cell without a month of leads, but was 5 with one.");
        }

        @Test
        void haveVisitsByChannelOnly() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CRM.withLeads(5L))
                    .withMessage("Actuals.Cell.leads must be given by channel, but was 5 without one.");
        }

        @Test
        void haveABaseWithoutAChannelOnly() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SITE.withBase(5L))
                    .withMessage("Actuals.Cell.base must be given without a channel, but was 5 with one.");
        }

        @Test
        @SuppressWarnings("NullAway") // null on purpose
        void haveAMonthAndNames() {
            assertThatNullPointerException()
                    .isThrownBy(() -> Actuals.Cell.of(JANUARY, "crm", null))
                    .withMessage("Actuals.Cell.channel must be given, but was null.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Actuals.Cell.of(JANUARY, " crm"))
                    .withMessage(
                            "Actuals.Cell.product must be one line of text without blanks at its ends, but was \" crm\".");
        }
    }

    @Nested
    class ASheet {

        @Test
        void holdsACellOnce() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Actuals.from(List.of(SITE, SITE.withVisits(3L))))
                    .withMessage("Actuals.cells must be given once each, but was given twice: [2027-01, crm, site].");
        }

        @Test
        void holdsDealsOfAMonthOfLeadsOnce() {
            Actuals.Cell of = CRM.withBrought(JANUARY).withNewDeals(5L);
            assertThat(Actuals.from(List.of(
                                    CRM.withRevenue(BigDecimal.TEN), of, of.withBrought(JANUARY.minusMonths(1))))
                            .lastMonth())
                    .isEqualTo(JANUARY);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Actuals.from(List.of(of, of.withNewDeals(6L))))
                    .withMessage(
                            "Actuals.cells must be given once each, but was given twice: [2027-01, crm, null, 2027-01].");
        }

        @Test
        void holdsAllDealsByTheMonthOfTheirLeadsOrNone() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            Actuals.from(List.of(CRM.withBrought(JANUARY).withNewDeals(5L), CRM.withNewDeals(9L))))
                    .withMessage(
                            "Actuals.cells must give new deals all of them by the month of their leads, or none, but"
                                    + " gave 9 of crm in 2027-01 beside those of its months of leads.");
        }

        @Test
        void isNotEmpty() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Actuals.from(List.of()))
                    .withMessage("Actuals.cells must hold at least one, but was empty.");
        }

        @Test
        void reachesAsFarAsItsCellsOrAsSaid() {
            Actuals actuals = Actuals.from(List.of(SITE, Actuals.Cell.of(FEBRUARY, "crm", "site")));
            assertThat(actuals.lastMonth()).isEqualTo(FEBRUARY);
            assertThat(actuals.through(JANUARY).lastMonth()).isEqualTo(JANUARY);
        }

        @Test
        void holdsTheCostsOfAMonthOnce() {
            Actuals.HouseCosts costs = new Actuals.HouseCosts(JANUARY, BigDecimal.TEN);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Actuals.from(List.of(SITE)).withHouseCosts(List.of(costs, costs)))
                    .withMessage("Actuals.houseCosts must be given once each, but was given twice: 2027-01.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Actuals.HouseCosts(JANUARY, BigDecimal.TEN.negate()))
                    .withMessage("HouseCosts.amount must be at least 0, but was -10.");
        }
    }

    @Nested
    class AgainstAPlan {

        @Test
        void whatThePlanKnowsFits() {
            assertThatCode(() -> Actuals.from(asPlanned(PLAN)).requireFits(PLAN))
                    .doesNotThrowAnyException();
        }

        @Test
        void anUnknownChannelIsNamed() {
            refuses(
                    Actuals.from(List.of(SITE, Actuals.Cell.of(JANUARY, "crm", "fair"))),
                    "Actuals.Cell.channel must name a known channel (site), but was fair.");
        }

        @Test
        void anUnknownProductIsNamedEvenInAMonthThatDoesNotCount() {
            refuses(
                    Actuals.from(List.of(SITE, Actuals.Cell.of(FEBRUARY, "erp")))
                            .through(JANUARY),
                    "Actuals.Cell.product must name a known product (crm), but was erp.");
        }

        @Test
        void aMonthOutsideThePlanIsNamed() {
            refuses(
                    Actuals.from(List.of(SITE, Actuals.Cell.of(MARCH, "crm"))).through(JANUARY),
                    "Actuals.Cell.month must be a month of the plan, from 2027-01 to 2027-02, but was 2027-03.");
            refuses(
                    Actuals.from(List.of(SITE)).through(MARCH),
                    "Actuals.last must be a month of the plan, from 2027-01 to 2027-02, but was 2027-03.");
            refuses(
                    Actuals.from(List.of(SITE)).withHouseCosts(List.of(new Actuals.HouseCosts(MARCH, BigDecimal.ONE))),
                    "HouseCosts.month must be a month of the plan, from 2027-01 to 2027-02, but was 2027-03.");
        }

        @Test
        void anotherCurrencyIsNamed() {
            refuses(
                    Actuals.from(List.of(SITE)).in(Currency.getInstance("USD")),
                    "Actuals.currency must be that of the plan, EUR, but was USD. Perhaps convert the amounts first.");
            assertThatCode(() -> Actuals.from(List.of(SITE))
                            .in(Currency.getInstance("EUR"))
                            .requireFits(PLAN))
                    .doesNotThrowAnyException();
        }

        @Test
        void moreDealsThanLeadsAreRefusedWhereCustomersBuyOnce() {
            List<Actuals.Cell> cells = List.of(
                    SITE.withLeads(10L).withNewDeals(4L),
                    Actuals.Cell.of(FEBRUARY, "crm", "site").withLeads(2L).withNewDeals(9L));
            refuses(
                    Actuals.from(cells),
                    "Actuals deals of crm from site must be at most the leads there were for them through 2027-02, 12,"
                            + " but were 13. Perhaps its customers buy again: Product.repeat says that they do not.");
            refuses(
                    Actuals.from(List.of(SITE.withLeads(10L), CRM.withNewDeals(11L))),
                    "Actuals deals of crm must be at most the leads there were for them through 2027-01, 10,"
                            + " but were 11. Perhaps its customers buy again: Product.repeat says that they do not.");
            assertThatCode(() -> Actuals.from(cells).through(JANUARY).requireFits(PLAN))
                    .doesNotThrowAnyException();
        }

        @Test
        void moreContactsThanVisitsOrLeadsThanContactsAreRefused() {
            refuses(
                    Actuals.from(List.of(
                            SITE.withVisits(100L).withContacts(80L),
                            Actuals.Cell.of(FEBRUARY, "crm", "site")
                                    .withVisits(10L)
                                    .withContacts(31L))),
                    "Actuals contacts of crm from site must be at most the visits there were through 2027-02, 110, but"
                            + " were 111. Perhaps not all visits are counted: leave out what is not known.");
            refuses(
                    Actuals.from(List.of(SITE.withContacts(5L).withLeads(6L))),
                    "Actuals leads of crm from site must be at most the contacts there were through 2027-01, 5, but"
                            + " were 6. Perhaps not all contacts are counted: leave out what is not known.");
        }

        @Test
        void contactsOfEarlierVisitsFitAndWhatIsNotKnownIsEnough() {
            assertThatCode(() -> Actuals.from(List.of(
                                    SITE.withVisits(100L).withContacts(20L),
                                    Actuals.Cell.of(FEBRUARY, "crm", "site")
                                            .withVisits(10L)
                                            .withContacts(31L)))
                            .requireFits(PLAN))
                    .doesNotThrowAnyException();
            assertThatCode(() -> Actuals.from(List.of(
                                    SITE.withContacts(80L),
                                    Actuals.Cell.of(FEBRUARY, "crm", "site")
                                            .withVisits(10L)
                                            .withContacts(31L)))
                            .requireFits(PLAN))
                    .doesNotThrowAnyException();
        }

        @Test
        void moreDealsThanLeadsAreTakenWhereSeveralComeOfOne() {
            PlanningConstants buyingAgain = TWO_MONTHS.withProduct(
                    "crm", product -> product.withRepeat(new ConstantRepeat(Ratio.percent(50), Ratio.percent(10))));
            assertThatCode(() -> Actuals.from(List.of(SITE.withLeads(10L), CRM.withNewDeals(11L)))
                            .requireFits(plan("20000", buyingAgain)))
                    .doesNotThrowAnyException();
        }

        @Test
        void leadsThatWereOpenAtTheStartCount() {
            Position opening =
                    Position.of(JANUARY, List.of(), List.of(Position.OpenLeads.of("crm", "site", JANUARY, 5)));
            Plan plan = Planner.withDefaults()
                    .plan(SettledGoal.revenue("20000"), TWO_MONTHS, opening)
                    .orThrow();
            assertThatCode(() -> Actuals.from(List.of(SITE.withLeads(10L).withNewDeals(15L)))
                            .requireFits(plan))
                    .doesNotThrowAnyException();
        }

        private void refuses(Actuals actuals, String message) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> actuals.requireFits(PLAN))
                    .withMessage(message);
        }
    }

    @Nested
    class FromRows {

        @Test
        void fieldsThatAreEmptyAreNotKnown() {
            Actuals actuals = Actuals.fromRows(
                    "march.csv",
                    List.of(
                            row(2, "month", "2027-01", "product", "crm", "channel", "site", "visits", "0", "leads", ""),
                            row(3, "month", "2027-01", "product", "crm", "channel", " ", "revenue", "12.50")),
                    TWO_MONTHS);
            assertThat(actuals.cells()).containsExactly(SITE.withVisits(0L), CRM.withRevenue(new BigDecimal("12.5")));
            assertThat(actuals.currency()).isEqualTo(Currency.getInstance("EUR"));
        }

        @Test
        void aRowThatIsWrongIsNamedByLineAndColumn() {
            refuses("line 7, column visits: must be a whole number of at least 0, but was \"-3\".", "visits", "-3");
            refuses("line 7, column leads: must be a whole number of at least 0, but was \"3.0\".", "leads", "3.0");
            refuses(
                    "line 7, column leads: must be a whole number of at least 0, but was \"1 234\". Perhaps 1234 was meant:"
                            + " nothing stands between thousands.",
                    "leads",
                    "1 234");
            refuses(
                    "line 7, column revenue: must be an amount of at least 0 such as 12.50, but was \"12,50\". Perhaps 12.50"
                            + " was meant: decimals stand after a point.",
                    "revenue",
                    "12,50");
            refuses(
                    "line 7, column traffic cost: must be an amount of at least 0 such as 12.50, but was \"-1\".",
                    "traffic cost",
                    "-1");
            refuses("line 7, column month: must be given, but was empty.", "month", "");
            refuses("line 7, column month: must be a month such as 2027-03, but was \"March\".", "month", "March");
            refuses(
                    "line 7, column month: must be a month of the plan, from 2027-01 to 2027-02, but was 2027-03.",
                    "month",
                    "2027-03");
            refuses(
                    "line 7, column product: Actuals.Cell.product must name a known product (crm), but was erp.",
                    "product",
                    "erp");
            refuses(
                    "line 7, column channel: Actuals.Cell.channel must name a known channel (site), but was fair.",
                    "channel",
                    "fair");
            refuses("line 7, column currency: must be that of the plan, EUR, but was USD.", "currency", "USD");
            refuses("line 7: Actuals.Cell.base must be given without a channel, but was 1 with one.", "base", "1");
            refuses(
                    "line 7: Actuals.Cell.trafficCost must have at most 18 digits before the decimal point, but was"
                            + " 123456789012345678901234567890.",
                    "traffic cost",
                    "123456789012345678901234567890");
        }

        @Test
        void columnsThatAreWrongAreAllNamedOnTheirOwnLine() {
            String columns =
                    "march.csv, line 1: the columns must be month, product and any of channel, brought, currency, visits,"
                            + " contacts, leads, lost leads, new deals, repeat deals, base, revenue, variable cost, traffic cost, but ";
            refusesColumns(columns + "vists is unknown.", "month", "product", "vists");
            refusesColumns(columns + "month is missing.", "product");
            refusesColumns(
                    columns + "month, product are missing, and Monat, Produkt, Besuche are unknown.",
                    "Monat",
                    "Produkt",
                    "visits",
                    "Besuche");
            refusesColumns(columns + "visits is there twice.", "month", "product", "visits", "Visits");
        }

        @Test
        void columnsAreNamedInAnyCase() {
            Row row = row(2, "Month", "2027-01", "PRODUCT", "crm", " Channel ", "site", "New Deals", "4");
            assertThat(Actuals.fromRows("march.csv", List.of(row), TWO_MONTHS).cells())
                    .containsExactly(SITE.withNewDeals(4L));
        }

        @Test
        void dealsMayBeByTheMonthOfTheirLeads() {
            Row before = row(2, "month", "2027-01", "product", "crm", "brought", "2026-12", "new deals", "4");
            Row same = new Row(
                    3L,
                    Map.of(
                            "month",
                            "2027-01",
                            "product",
                            "crm",
                            "brought",
                            "2027-01",
                            "lost leads",
                            "7",
                            "new deals",
                            "5"));
            assertThat(Actuals.fromRows("march.csv", List.of(before, same), TWO_MONTHS)
                            .cells())
                    .containsExactly(
                            CRM.withBrought(JANUARY.minusMonths(1)).withNewDeals(4L),
                            CRM.withBrought(JANUARY).withLostLeads(7L).withNewDeals(5L));
            refuses("line 7, column brought: must be a month such as 2027-03, but was \"May\".", "brought", "May");
            refuses(
                    "line 7: Actuals.Cell.brought must be at most the month of the deals, 2027-01, but was 2027-02."
                            + " Perhaps the two were exchanged.",
                    "brought",
                    "2027-02");
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            Actuals.fromRows("march.csv", List.of(same, new Row(9L, same.fields())), TWO_MONTHS))
                    .withMessage(
                            "march.csv, line 9: month, product, channel and month of leads must be given once each,"
                                    + " but were given on line 3 before.");
        }

        @Test
        void dealsByTheMonthOfTheirLeadsAndOthersAreNamedWithBothLines() {
            Row ofLeads = row(3, "month", "2027-01", "product", "crm", "brought", "2027-01", "new deals", "5");
            Row all = row(4, "month", "2027-01", "product", "crm", "brought", "", "new deals", "9");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Actuals.fromRows("march.csv", List.of(ofLeads, all), TWO_MONTHS))
                    .withMessage("march.csv, line 4, column new deals: must be given all of them by the month of their"
                            + " leads, or none, but were given by it on line 3 before.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            Actuals.fromRows("march.csv", List.of(all, new Row(7L, ofLeads.fields())), TWO_MONTHS))
                    .withMessage("march.csv, line 7, column new deals: must be given all of them by the month of their"
                            + " leads, or none, but were given without it on line 4 before.");
        }

        /** Without end, so that whoever reads on runs out of memory. */
        @Test
        void nothingIsReadBehindTheFirstWrongRow() {
            Row right = row(2, "month", "2027-01", "product", "crm");
            Iterable<Row> endless = () -> Stream.iterate(right, row -> new Row(row.line() + 1, row.fields()))
                    .iterator();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Actuals.fromRows("march.csv", endless, TWO_MONTHS))
                    .withMessageStartingWith("march.csv, line 3: ");
        }

        @Test
        void aCellGivenTwiceIsNamedWithBothLines() {
            Row row = row(2, "month", "2027-01", "product", "crm", "channel", "site");
            Row again = new Row(9L, row.fields());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Actuals.fromRows("march.csv", List.of(row, again), TWO_MONTHS))
                    .withMessage(
                            "march.csv, line 9: month, product and channel must be given once each, but were given on"
                                    + " line 2 before.");
        }

        @Test
        void aTableWithoutRowsIsRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Actuals.fromRows("march.csv", List.of(), TWO_MONTHS))
                    .withMessage(
                            "march.csv, line 1: there must be at least one row with a number, but there was none.");
        }

        @Test
        void whatIsWrongIsCarried() {
            Row wrong = row(7, "month", "2027-01", "product", "crm", "channel", "site", "visits", "x");
            RowException refusal = catchThrowableOfType(
                    RowException.class, () -> Actuals.fromRows("march.csv", List.of(wrong), TWO_MONTHS));
            assertThat(refusal.source()).isEqualTo("march.csv");
            assertThat(refusal.line()).isEqualTo(7);
            assertThat(refusal.column()).isEqualTo("visits");
            assertThat(refusal.rule()).isEqualTo("must be a whole number of at least 0, but was \"x\".");
        }

        /** A template that is filled in through January does not say that February is over. */
        @Test
        void aRowWithoutANumberSaysNothing() {
            Actuals actuals = read(
                    List.of("month", "product", "base"), List.of("2027-01", "crm", "7"), List.of("2027-02", "crm", ""));
            assertThat(actuals.cells()).containsExactly(CRM.withBase(7L));
            assertThat(actuals.lastMonth()).isEqualTo(JANUARY);
        }

        @Test
        void fieldsAreReadByTheNamesInTheFirstRow() {
            assertThat(read(
                                    List.of("\ufeffMonth", "PRODUCT", " Channel ", "New Deals"),
                                    List.of("2027-01", "crm", "site", "4"))
                            .cells())
                    .containsExactly(SITE.withNewDeals(4L));
        }

        /** A field holds a line break, and a line is empty. */
        @Test
        void linesAreCountedByRowsAndTheLineBreaksInThem() {
            List<String> row = List.of("2027-01", "crm", "site\n");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(List.of("month", "product", "channel"), row, List.of(""), row))
                    .withMessage(
                            "march.csv, line 5: month, product and channel must be given once each, but were given on"
                                    + " line 2 before.");
        }

        @Test
        void whatIsPartedBySemicolonsIsToldWhatToDo() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(List.of("month;product;revenue"), List.of("2027-01;crm;12", "50")))
                    .withMessage("march.csv, line 1: the columns must be named with commas between them, but were"
                            + " month;product;revenue. Perhaps they are parted by semicolons: save the file with commas,"
                            + " and amounts with a decimal point, such as 12.50.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(List.of("month\tproduct"), List.of("2027-01\tcrm")))
                    .withMessage("march.csv, line 1: the columns must be named with commas between them, but were month"
                            + " product. Perhaps they are parted by tabs: save the file with commas, and amounts with a"
                            + " decimal point, such as 12.50.");
        }

        @Test
        void aRowHasAFieldForEachColumn() {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> read(List.of("month", "product", "revenue"), List.of("2027-01", "crm", "12", "50")))
                    .withMessage(
                            "march.csv, line 2: there must be 3 fields, as many as columns, but there were 4. Perhaps"
                                    + " an amount has a decimal comma: write it with a point, such as 12.50.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(List.of("month", "product", "revenue"), List.of("2027-01", "crm")))
                    .withMessage("march.csv, line 2: there must be 3 fields, as many as columns, but there were 2.");
        }

        @Test
        void columnsAreNamedAndOnce() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(List.of("month", "Month"), List.of("2027-01", "2027-01")))
                    .withMessage("march.csv, line 1: the columns must be named once each, but Month is there twice.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(List.of("month", "product"), List.of(" "), List.of("2027-01", "crm")))
                    .withMessage(
                            "march.csv, line 1: there must be at least one row with a number, but there was none.");
            assertThatIllegalArgumentException()
                    .isThrownBy(FromRows::read)
                    .withMessage("march.csv, line 1: the columns must be named, but there was no line.");
        }

        @SafeVarargs
        @SuppressWarnings("varargs") // they are only read
        private static Actuals read(List<String>... records) {
            return Actuals.fromRows("march.csv", Row.all("march.csv", List.of(records)), TWO_MONTHS);
        }

        private void refuses(String message, String column, String value) {
            Map<String, String> fields =
                    new LinkedHashMap<>(Map.of("month", "2027-01", "product", "crm", "channel", "site"));
            fields.put(column, value);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Actuals.fromRows("march.csv", List.of(new Row(7L, fields)), TWO_MONTHS))
                    .withMessage("march.csv, " + message);
        }

        private void refusesColumns(String message, String... names) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (String name : names) {
                fields.put(name, "1");
            }
            RowException refusal = catchThrowableOfType(
                    RowException.class, () -> Actuals.fromRows("march.csv", List.of(new Row(7L, fields)), TWO_MONTHS));
            assertThat(refusal).hasMessage(message);
            assertThat(refusal.line()).isEqualTo(1);
            assertThat(refusal.column()).isNull();
        }

        private static Row row(long line, String... namesAndFields) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (int i = 0; i < namesAndFields.length; i += 2) {
                fields.put(namesAndFields[i], namesAndFields[i + 1]);
            }
            return new Row(line, fields);
        }
    }
}
