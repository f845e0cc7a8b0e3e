package io.github.planningmath.guide;

import static io.github.planningmath.kpi.Department.MARKETING;
import static io.github.planningmath.kpi.Department.SALES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.accord.Accord;
import io.github.planningmath.accord.AccordFacts;
import io.github.planningmath.accord.FirstResponse;
import io.github.planningmath.accord.Judgement;
import io.github.planningmath.accord.Labels;
import io.github.planningmath.accord.LeadDelivery;
import io.github.planningmath.accord.NoAccord;
import io.github.planningmath.accord.Obligation;
import io.github.planningmath.accord.ObligationFact;
import io.github.planningmath.accord.Scorecard;
import io.github.planningmath.accord.ServiceFact;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.plan.ChangedConstant;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanComparison;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.review.Attainment;
import io.github.planningmath.review.Bridge;
import io.github.planningmath.review.Decomposition;
import io.github.planningmath.review.Forecast;
import io.github.planningmath.review.Fulfilment;
import io.github.planningmath.review.NotYetDue;
import io.github.planningmath.review.PlanHistory;
import io.github.planningmath.review.PlanVersion;
import io.github.planningmath.review.Replan;
import io.github.planningmath.review.Row;
import io.github.planningmath.review.Verdict;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;

/** The calls of a month's review, from outside of the library's packages. */
class ReviewGuideTest {

    private final YearMonth january = YearMonth.of(2027, 1);
    private final YearMonth march = YearMonth.of(2027, 3);
    private final PlanningConstants constants = PlanningConstants.of(
            "EUR",
            Horizon.year(2027),
            Assortment.only(Product.of("crm", SalesTier.CONSULTATIVE, "1000", "300")),
            List.of(new Channel(
                    "site",
                    MarketingApproach.INDUSTRY,
                    Rate.percent(5),
                    Rate.percent(40),
                    CostPerVisit.of("1.50"),
                    null)),
            Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.percent(20), 0, ChannelMix.only("site"))));
    private final Plan plan = Planner.withDefaults()
            .plan(FinancialGoal.revenue("1200000"), constants, Position.empty(january))
            .orThrow();
    private final List<Actuals.Cell> cells = List.of(Actuals.Cell.of(march, "crm", "site")
            .withVisits(20_000L)
            .withContacts(1_000L)
            .withLeads(400L)
            .withNewDeals(70L)
            .withRevenue(new BigDecimal("70000")));

    @Test
    void whoseSideTheGapLiesOn() {
        Verdict verdict = Verdict.of(plan, Actuals.from(cells).through(march));
        BigDecimal marketing = verdict.of(MARKETING).amount();
        BigDecimal sales = verdict.of(SALES).amount();
        NotYetDue notYetDue = verdict.notYetDue();

        assertThat(verdict.gap()).isEqualByComparingTo("-30000");
        assertThat(marketing.add(sales).add(notYetDue.part().amount())).isEqualByComparingTo("-30000");
        assertThat(marketing).isNegative();
        assertThat(sales).isNegative();
    }

    @Test
    void lateDealsAreToldFromLostOnes() {
        YearMonth february = YearMonth.of(2027, 2);
        Plan slower = Planner.withDefaults()
                .plan(
                        FinancialGoal.revenue("1200000"),
                        constants.withTier(
                                SalesTier.CONSULTATIVE,
                                process -> process.withCycle(SalesCycle.of("40%", "35%", "15%", "10%"))),
                        Position.empty(january))
                .orThrow();
        Actuals byLeads = Actuals.from(List.of(
                Actuals.Cell.of(january, "crm", "site").withLeads(0L).withNewDeals(0L),
                Actuals.Cell.of(february, "crm", "site").withLeads(500L),
                Actuals.Cell.of(february, "crm", "site").withBrought(february).withNewDeals(40L),
                Actuals.Cell.of(march, "crm", "site").withLeads(500L),
                Actuals.Cell.of(march, "crm", "site").withBrought(february).withNewDeals(60L),
                Actuals.Cell.of(march, "crm", "site").withBrought(march).withNewDeals(35L)));
        Verdict verdict = Verdict.of(slower, byLeads);
        StringBuilder text = new StringBuilder();
        for (NotYetDue.LeadMonth month : verdict.leadMonths()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s: %.0f early, %.0f late, %.0f lost%n",
                    month.brought(),
                    month.early(),
                    month.late(),
                    month.lost()));
        }

        // of 500 leads 100 deals, 40 of them at once and 35 in the month after
        assertThat(text.toString().lines())
                .containsExactly("2027-02: 25 early, 0 late, 0 lost", "2027-03: 0 early, 5 late, 0 lost");
        assertThat(verdict.of(SALES).effect()).isZero();

        Attainment attainment = Attainment.of(slower, byLeads);
        Verdict ofMarch = Verdict.ofMonth(slower, byLeads, march);
        Fulfilment conversion = attainment.of(Kpi.MANAGER_CONVERSION);
        Fulfilment conversionOfMarch = attainment.of(Kpi.MANAGER_CONVERSION, Scope.month(march));
        assertThat(ofMarch.gap())
                .isEqualByComparingTo(verdict.gap()
                        .subtract(Verdict.of(slower, byLeads.through(february)).gap()));
        // 40 of 200, and 95 of 175 and 200
        assertThat(conversion.fact()).isCloseTo(135 / 575.0, within(1e-12));
        assertThat(conversionOfMarch.fact()).isCloseTo(95 / 375.0, within(1e-12));
    }

    @Test
    void howFarThePlanIsMetAndTheWayBack() {
        Actuals actuals = Actuals.from(cells).through(march);
        Attainment attainment = Attainment.of(plan, actuals);
        assertThat(attainment.of(Kpi.NEW_DEALS, Scope.month(march))).hasToString("new deals · 2027-03: 70.00%");

        Replan replan = Replan.of(plan, actuals).orThrow();
        assertThat(replan.plan().newDeals(Scope.all())).isEqualTo(930);
    }

    @Test
    void theBridgeComesToTheSameGap() {
        Actuals actuals = Actuals.from(cells).through(march);
        Bridge bridge = Bridge.of(plan, actuals);

        assertThat(bridge.volume() + bridge.mix() + bridge.price()).isCloseTo(-30_000, within(1e-6));
    }

    @Test
    void noVersionOfAPlanIsOverwritten() {
        Replan replan = Replan.of(plan, Actuals.from(cells).through(march)).orThrow();
        LocalDate date = LocalDate.of(2026, 12, 1);
        LocalDate later = LocalDate.of(2027, 4, 1);
        PlanHistory history = PlanHistory.of(date, "the plan of the year", plan)
                .plus(later, "planned anew", replan.plan(), "head of sales");
        PlanComparison changed = history.comparison(1, 2);
        PlanVersion.Recomputed again = history.version(1).recomputed().orThrow();

        assertThat(history.latest())
                .hasToString("version 2 of 2027-04-01 out of version 1: planned anew (asked by head of sales)");
        assertThat(changed.constants()).extracting(ChangedConstant::constant).contains("horizon.first");
        assertThat(again.differing()).isEmpty();
    }

    @Test
    void howBothKeepToTheirAccord() {
        Accord accord = Accord.of(
                plan,
                new LeadDelivery("leads", 400L, Rate.percent(80)),
                new FirstResponse("response", Ratio.of("1/4"), Rate.percent(90)));
        AccordFacts facts = new AccordFacts(
                List.of(new ObligationFact("publicity", march, 1L, 1L)),
                List.of(new ServiceFact("response", march, 400L, 372L)));

        Scorecard scorecard = Scorecard.of(accord, Actuals.from(cells).through(march), facts);
        Labels labels = Labels.of(Locale.forLanguageTag("ru"));

        assertThat(scorecard.sales().serviceLevels().get(0).count(Judgement.MET))
                .isEqualTo(1);
        assertThat(scorecard.of(MARKETING).missed()).contains(Kpi.LEADS);
        assertThat(labels.of(Kpi.LEADS)).isEqualTo("лиды");
    }

    @Test
    void plansOnDifferentConstantsAreNoAccord() {
        PlanningConstants theirs = constants.withChannel("site", site -> site.withSiteConversion(Rate.percent(4)));
        Plan ofSales =
                Planner.withDefaults().plan(plan.goal(), theirs, plan.opening()).orThrow();

        String answer = Accord.between(plan, ofSales, Obligation.standard(), List.of())
                .fold(accord -> "agreed", NoAccord::toString);

        assertThat(answer)
                .isEqualTo("The plans do not stand on common ground: channels[site].siteConversion: 5% in marketing's"
                        + " plan, 4% in sales' plan.");
    }

    @Test
    void actualsGoOutAndComeInAsCsv() throws IOException {
        String template = Actuals.template(plan.constants()).text();
        String filled = template.replace("2027-03,crm,site,EUR,,,", "2027-03,crm,site,EUR,20000,,400");

        Actuals actuals;
        try (CSVParser csv = CSVFormat.RFC4180.parse(new StringReader(filled))) {
            actuals = Actuals.fromRows("actuals.csv", Row.all("actuals.csv", csv), constants);
        }
        String forTheSpreadsheet = plan.norms().of(MARKETING).byMonth().text();

        assertThat(actuals.cells())
                .containsExactly(Actuals.Cell.of(march, "crm", "site")
                        .withVisits(20_000L)
                        .withLeads(400L));
        assertThat(forTheSpreadsheet)
                .startsWith("kpi,product,channel,tier,owner,2027-01,")
                .contains("\r\nleads,crm,site,,MARKETING,500,500,");
    }

    /** A quarter in which only March is known: 70,000 of 100,000, of a year of twelve such months. */
    @Test
    void whereTheYearWillEndAndWhatNormsMustReach() {
        Attainment attainment = Attainment.of(plan, Actuals.from(cells).through(march));
        Forecast year = attainment.forecast(Kpi.REVENUE);

        assertThat(year.runRate()).isCloseTo(840_000, within(1e-6));
        assertThat(year.bySeason()).isCloseTo(840_000, within(1e-6));
        assertThat(attainment.productLaw().ofRevenue()).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void otherGapsOtherOwnersAndAnotherSplit() {
        Verdict verdict = Verdict.of(plan, Actuals.from(cells).through(march));
        Ownership allToSales = Ownership.withDefaults();
        for (Factor factor : Factor.values()) {
            allToSales = allToSales.withOwner(factor, SALES);
        }

        assertThat(verdict.with(allToSales).of(SALES).amount()).isEqualByComparingTo("-30000");
        assertThat(verdict.by(Decomposition.SHAPLEY).tree().amount()).isEqualByComparingTo("-30000");
        assertThat(verdict.in(Kpi.PROFIT).kpi()).isEqualTo(Kpi.PROFIT);
        assertThat(verdict.assumed()).isNotEmpty();
        assertThat(Bridge.of(plan, Actuals.from(cells).through(march)).reconcile(verdict))
                .hasSize(3);
    }
}
