package io.github.planningmath.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.planningmath.accord.Accord;
import io.github.planningmath.accord.AccordFacts;
import io.github.planningmath.accord.FirstResponse;
import io.github.planningmath.accord.LeadDelivery;
import io.github.planningmath.accord.ObligationFact;
import io.github.planningmath.accord.Scorecard;
import io.github.planningmath.accord.ServiceFact;
import io.github.planningmath.allocation.BudgetAllocation;
import io.github.planningmath.allocation.LinearResponse;
import io.github.planningmath.allocation.ResponseCurve;
import io.github.planningmath.evidence.Estimates;
import io.github.planningmath.evidence.FunnelHistory;
import io.github.planningmath.evidence.KnownLeads;
import io.github.planningmath.evidence.Lead;
import io.github.planningmath.evidence.Pooling;
import io.github.planningmath.evidence.RateEstimate;
import io.github.planningmath.evidence.RateEstimator;
import io.github.planningmath.evidence.RateEvidence;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.lifetime.BgNbd;
import io.github.planningmath.lifetime.CustomerHistories;
import io.github.planningmath.lifetime.CustomerHistory;
import io.github.planningmath.lifetime.Fitted;
import io.github.planningmath.lifetime.FittedModel;
import io.github.planningmath.lifetime.PurchaseHistory;
import io.github.planningmath.lifetime.SpendModel;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.SettledGoal;
import io.github.planningmath.plan.Target;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.resource.Bottleneck;
import io.github.planningmath.resource.Resources;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.review.Attainment;
import io.github.planningmath.review.Replan;
import io.github.planningmath.review.Verdict;
import io.github.planningmath.risk.ConfidencePlanner;
import io.github.planningmath.risk.Doubt;
import io.github.planningmath.risk.PlanRisk;
import io.github.planningmath.risk.Signal;
import io.github.planningmath.risk.Uncertainty;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.MarketingApproach;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What the main results write, as it is drawn in the files beside this test. The document within a plan is left out of them, as
 * other tests hold it; numbers are compared to nine digits. Where a form is meant to change, {@code -Dgolden.write=true} writes the
 * files anew, to be read before they are committed.
 */
class GoldenJsonTest {

    private static final Path FILES = Path.of("src/test/resources/io/github/planningmath/json/golden");
    private static final MathContext NINE_DIGITS = new MathContext(9);
    private static final YearMonth JANUARY = YearMonth.of(2027, 1);
    private static final ObjectMapper JACKSON_2 = DocumentMappers.jackson2();
    private static final tools.jackson.databind.ObjectMapper JACKSON_3 = DocumentMappers.jackson3();

    /** Two months, one product and one channel: a deal takes five leads, these take 51 visits each, and each visit is 1. */
    static final PlanningConstants CONSTANTS = PlanningConstants.of(
                    "EUR",
                    Horizon.ofMonths(JANUARY, 2),
                    Assortment.only(Product.of("crm", SalesTier.CONSULTATIVE, "1000", "300")),
                    List.of(Channel.builder("site")
                            .approach(MarketingApproach.INDUSTRY)
                            .siteConversion("5%")
                            .warmUpRate("40%")
                            .costPerVisit("1")
                            .build()),
                    Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.percent(20), 0, ChannelMix.only("site"))))
            .withFixedCosts(FixedCosts.perMonth("300"));

    private static final FinancialGoal GOAL = SettledGoal.profit("4000");
    private static final Plan PLAN = Planner.withDefaults()
            .plan(GOAL, CONSTANTS, Position.empty(JANUARY))
            .orThrow();
    private static final Actuals ACTUALS = Actuals.from(List.of(Actuals.Cell.of(JANUARY, "crm", "site")
            .withVisits(1_300L)
            .withContacts(60L)
            .withLeads(24L)
            .withNewDeals(4L)));

    private static void written(String name, Object result) throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            JsonNode drawn = withoutDocument(JACKSON_2.readTree(JACKSON_2.writeValueAsString(result)));
            Files.writeString(FILES.resolve(name + ".json"), drawn.toPrettyString() + "\n");
        }
        JsonNode expected;
        try (InputStream golden = Files.newInputStream(FILES.resolve(name + ".json"))) {
            expected = JACKSON_2.readTree(golden);
        }
        for (String text : List.of(JACKSON_2.writeValueAsString(result), JACKSON_3.writeValueAsString(result))) {
            JsonNode actual = withoutDocument(JACKSON_2.readTree(text));
            assertThat(rounded(actual))
                    .as("%s, which is %s", name, actual.toPrettyString())
                    .isEqualTo(rounded(expected));
        }
    }

    private static JsonNode withoutDocument(JsonNode json) {
        if (json instanceof ObjectNode object && object.path("document").has("planning")) {
            object.put("document", "the document of the plan");
        }
        json.forEach(GoldenJsonTest::withoutDocument);
        return json;
    }

    /** Numbers in nine digits, for a logarithm may differ in its last from one processor to another. */
    private static String rounded(JsonNode json) {
        if (json.isNumber()) {
            return new BigDecimal(json.asText())
                    .round(NINE_DIGITS)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        StringBuilder text = new StringBuilder();
        if (json instanceof ArrayNode array) {
            array.forEach(each -> text.append(rounded(each)).append('\n'));
        } else if (json instanceof ObjectNode object) {
            object.properties()
                    .forEach(entry -> text.append(entry.getKey())
                            .append(": ")
                            .append(rounded(entry.getValue()))
                            .append('\n'));
        } else {
            return json.toString();
        }
        return "{" + text + "}";
    }

    @Test
    void normsOfAMonth() throws IOException {
        written(
                "norms",
                PLAN.norms()
                        .of(Department.MARKETING)
                        .month(JANUARY)
                        .channel("site")
                        .product("crm"));
        written("norm", Objects.requireNonNull(PLAN.norm(Kpi.AVERAGE_CHECK, Scope.all())));
    }

    @Test
    void aPlan() throws IOException {
        written("plan", PLAN);
    }

    @Test
    void aDerivation() throws IOException {
        written("derivation", PLAN.explain(Kpi.LEADS, Scope.month(JANUARY)));
    }

    @Test
    void aVerdict() throws IOException {
        written("verdict", Verdict.of(PLAN, ACTUALS));
    }

    @Test
    void aVerdictOnDealsByTheMonthOfTheirLeads() throws IOException {
        Actuals.Cell site = ACTUALS.cells().get(0);
        written(
                "verdict-by-leads",
                Verdict.of(
                        PLAN,
                        Actuals.from(List.of(
                                site.withNewDeals(null),
                                Actuals.Cell.of(JANUARY, "crm", "site")
                                        .withBrought(JANUARY)
                                        .withNewDeals(4L)))));
    }

    @Test
    void anAttainment() throws IOException {
        written("attainment", Attainment.of(PLAN, ACTUALS));
    }

    @Test
    void aReplan() throws IOException {
        written("replan", Replan.of(PLAN, ACTUALS).orThrow());
    }

    @Test
    void aRefusal() throws IOException {
        PlanningConstants narrow = CONSTANTS.withChannel("site", site -> site.withVisitCeiling(1_000L));
        written("unreachable", Planner.withDefaults().plan(GOAL, narrow, Position.empty(JANUARY)));
    }

    @Test
    void aRefusalOfTargets() throws IOException {
        PlanningConstants narrow = CONSTANTS.withChannel("site", site -> site.withVisitCeiling(5_000L));
        List<Target> targets = List.of(
                Target.of(Kpi.DEALS, Scope.month(JANUARY), "40"),
                Target.of(Kpi.REVENUE, Scope.months(JANUARY, JANUARY.plusMonths(1)), "1000"));
        written(
                "targets-missed",
                Planner.withDefaults().withTargets(targets).plan(GOAL, narrow, Position.empty(JANUARY)));
    }

    @Test
    void aFeasibility() throws IOException {
        written(
                "feasibility",
                Bottleneck.withDefaults()
                        .feasibility(
                                GOAL,
                                CONSTANTS,
                                Position.empty(JANUARY),
                                Resources.unlimited().withBudget("2000")));
    }

    @Test
    void anAccordAndItsScorecard() throws IOException {
        Accord accord = Accord.of(
                PLAN,
                new LeadDelivery("leads", 25L, Rate.percent(80)),
                new FirstResponse("response", Ratio.of("1/4"), Rate.percent(90)));
        AccordFacts facts = new AccordFacts(
                List.of(new ObligationFact("publicity", JANUARY, 1L, 1L)),
                List.of(new ServiceFact("response", JANUARY, 24L, 19L)));
        written("accord", accord);
        written("scorecard", Scorecard.of(accord, ACTUALS, facts));
    }

    @Test
    void aFittedModel() throws IOException {
        CustomerHistories histories = CustomerHistories.of(
                List.of(
                        new CustomerHistory("Anna", new PurchaseHistory(2L, 30.0, 39.0), 12.5),
                        new CustomerHistory("Boris", new PurchaseHistory(0L, 0.0, 39.0), null)),
                ChronoUnit.WEEKS,
                LocalDate.of(2026, 12, 31));
        Fitted<SpendModel> spend = new Fitted<>(
                new SpendModel.Constant(12.5), 0.0, List.of(), List.of(), 0, new Fitted.FittedOn(1.0, 1.0, 1));
        written("fitted-model", new FittedModel(histories, new BgNbd(0.243, 4.414, 0.793, 2.426), spend, null));
    }

    @Test
    void anAllocation() throws IOException {
        Map<String, ResponseCurve> curves = new LinkedHashMap<>();
        curves.put("site", new LinearResponse(2.0, 6.0));
        curves.put("mail", new LinearResponse(1.0, null));
        written(
                "allocation",
                BudgetAllocation.withDefaults().withStep(BigDecimal.ONE).best(BigDecimal.TEN, curves));
    }

    @Test
    void howSureAPlanIs() throws IOException {
        Uncertainty counted = Uncertainty.none()
                .with(Driver.managerConversion(SalesTier.CONSULTATIVE), Doubt.observed(20, 100))
                .with(Driver.price("crm"), Doubt.between("900", "1100", Rate.percent(80)));
        PlanRisk risk = PlanRisk.of(PLAN, counted).withPoints(64).withScramblings(4);
        written("risk", risk);
        written("uncertainty-shares", risk.shares());
        written("fan", risk.fan(Kpi.NEW_DEALS));
        Position opening = Position.empty(JANUARY);
        ConfidencePlanner planner = ConfidencePlanner.withDefaults();
        Uncertainty few =
                Uncertainty.none().with(Driver.managerConversion(SalesTier.CONSULTATIVE), Doubt.observed(4, 40));
        List<Rate> confidences = List.of(Rate.percent(50), Rate.percent(60), Rate.percent(95));
        written("ladder", planner.ladder(GOAL, confidences, CONSTANTS, opening, few));
        written("confident", planner.plan(GOAL, confidences.get(1), CONSTANTS, opening, counted));
        written("unsure", planner.plan(GOAL, confidences.get(2), CONSTANTS, opening, few));
        written("signal", Signal.of(Rate.percent(20), 66, 400));
    }

    @Test
    void ratesOfALog() throws IOException {
        LocalDate came = LocalDate.of(2024, 1, 3);
        List<Lead> leads = new ArrayList<>();
        for (int id = 0; id < 40; id++) {
            leads.add(
                    id < 8
                            ? Lead.builder("" + id, came)
                                    .won(came.plusDays(9 + id))
                                    .build()
                            : Lead.builder("" + id, came)
                                    .lost(came.plusDays(30))
                                    .build());
        }
        KnownLeads known = FunnelHistory.from(leads).knownThrough(LocalDate.of(2026, 6, 30));
        RateEstimate rate = RateEstimator.withDefaults().rate(known).orThrow();
        written("rate-estimate", rate);
        written("leads-in-hand", rate.leadsInHand());
        written("estimates", Estimates.of(known, CONSTANTS));
        written(
                "pooling",
                Pooling.of(new TreeMap<>(
                        Map.of("mail", RateEvidence.finished(8, 40), "site", RateEvidence.finished(160, 200)))));
    }

    @Test
    void numbersAreComparedToNineDigits() throws JsonProcessingException {
        JsonNode one = JACKSON_2.readTree("{\"a\": [1.0000000001, \"b\"]}");
        assertThat(rounded(one)).isEqualTo(rounded(JACKSON_2.readTree("{\"a\": [1, \"b\"]}")));
        assertThat(rounded(one)).isNotEqualTo(rounded(JACKSON_2.readTree("{\"a\": [1.00001, \"b\"]}")));
    }
}
