package io.github.planningmath.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.WEEKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.accord.Accord;
import io.github.planningmath.accord.AccordFacts;
import io.github.planningmath.accord.LeadDelivery;
import io.github.planningmath.accord.Scorecard;
import io.github.planningmath.accord.ServiceLevel;
import io.github.planningmath.allocation.BudgetAllocation;
import io.github.planningmath.allocation.LogarithmicResponse;
import io.github.planningmath.allocation.ResponseCurve;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.kpi.Pillar;
import io.github.planningmath.lifetime.BgNbd;
import io.github.planningmath.lifetime.BuyerModel;
import io.github.planningmath.lifetime.BuyerSimulator;
import io.github.planningmath.lifetime.CustomerHistories;
import io.github.planningmath.lifetime.DiscountRate;
import io.github.planningmath.lifetime.GammaGamma;
import io.github.planningmath.lifetime.Order;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.NormValue;
import io.github.planningmath.plan.Pin;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Projection;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Sensitivity;
import io.github.planningmath.plan.Solver;
import io.github.planningmath.plan.Unknown;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.resource.Bottleneck;
import io.github.planningmath.resource.Resource;
import io.github.planningmath.resource.Resources;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.review.Replan;
import io.github.planningmath.review.Verdict;
import io.github.planningmath.risk.Doubt;
import io.github.planningmath.risk.PlanRisk;
import io.github.planningmath.risk.Uncertainty;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.staffing.HandlingEffort;
import io.github.planningmath.staffing.HiringTerms;
import io.github.planningmath.staffing.SalesTeam;
import io.github.planningmath.staffing.WorkingTime;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.Traffic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the README shows is true: its example is {@link Main}, compiled and run here, and the program of the user's project outside
 * the build; its table is the plan's; the calls that answer its questions are made here; its links lead somewhere.
 */
class ReadmeTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path HERE = Path.of("src/test/java/io/github/planningmath/guide");
    private static final List<Kpi> COLUMNS =
            List.of(Kpi.TRAFFIC, Kpi.CONTACTS, Kpi.LEADS, Kpi.TRAFFIC_COST, Kpi.NEW_DEALS, Kpi.REVENUE, Kpi.PROFIT);

    private final SalesTier tier = SalesTier.CONSULTATIVE;
    private final PlanningConstants constants = PlanningConstants.builder()
            .currency("EUR")
            .horizon(Horizon.year(2027))
            .product(Product.builder("crm")
                    .tier(tier)
                    .price("1200")
                    .unitCost("300")
                    .build())
            .channel(Channel.builder("site")
                    .approach(tier.approach())
                    .siteConversion("2.5%")
                    .warmUpRate("40%")
                    .costPerVisit("0.8")
                    .build())
            .tier(
                    tier,
                    SalesProcess.builder()
                            .managerConversion("20%")
                            .cycleMonths(1)
                            .channel("site", "100%")
                            .build())
            .fixedCosts(FixedCosts.perMonth("8000"))
            .build();
    private final YearMonth march = YearMonth.of(2027, 3);
    private final YearMonth july = YearMonth.of(2027, 7);
    private final Position opening = Position.empty(YearMonth.of(2027, 1));
    private final FinancialGoal goal = FinancialGoal.profit("120000");
    private final Plan plan =
            Planner.withDefaults().plan(goal, constants, opening).orThrow();

    private static String read(Path file) throws IOException {
        return Files.readString(file, UTF_8).replace("\r\n", "\n");
    }

    private static String readme() throws IOException {
        return read(ROOT.resolve("README.md"));
    }

    private static String block(String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(readme())
                .results()
                .map(block -> block.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String withoutPackage(String source) {
        return source.replaceFirst("^package .*;\n\n", "");
    }

    private static String withoutSpace(String source) {
        return source.replaceAll("\\s", "");
    }

    @Test
    void theExampleIsTheOneThatIsCompiledHere() throws IOException {
        assertThat(withoutSpace(read(HERE.resolve("Main.java"))))
                .contains("main(String[]args){" + withoutSpace(block("java")) + "}");
    }

    @Test
    void theExampleIsTheOneThatAUserOutsideTheBuildRuns() throws IOException {
        assertThat(withoutPackage(read(ROOT.resolve(".ci/consumer/src/main/java/consumer/Main.java"))))
                .isEqualTo(withoutPackage(read(HERE.resolve("Main.java"))));
    }

    @Test
    void theExamplePrintsWhatTheReadmeShows() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream console = System.out;
        try {
            System.setOut(new PrintStream(printed, true, UTF_8));
            Main.main(new String[0]);
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(UTF_8).replace("\r\n", "\n").strip())
                .isEqualTo(block("text").strip())
                .startsWith(Objects.requireNonNull(plan.norm(Kpi.NEW_DEALS, Scope.all()))
                        .toString());
    }

    @Test
    void theTableIsThePlan() throws IOException {
        Stream<String> months = Stream.iterate(constants.horizon().first(), month -> month.plusMonths(1))
                .limit(constants.horizon().months())
                .map(month -> line(month.toString(), Scope.month(month)));
        String table = Stream.concat(months, Stream.of(line("2027", Scope.all())))
                .collect(Collectors.joining("\n", "\n", "\n"));
        assertThat(readme()).contains(table);
    }

    private String line(String name, Scope scope) {
        return COLUMNS.stream()
                .map(kpi -> plan.norm(kpi, scope))
                .map(norm -> Objects.requireNonNull(norm).value().toString().replace("-", "−"))
                .collect(Collectors.joining(" | ", "| " + name + " | ", " |"));
    }

    @Test
    void theCallsOfTheQuestionsAnswerThem() {
        Plan other = Planner.withDefaults()
                .plan(goal, constants.with(Driver.siteConversion("site"), Rate.percent(3)), opening)
                .orThrow();
        assertThat(plan.norms().of(Department.SALES).month(march).list()).isNotEmpty();
        assertThat(plan.norms().byMonth().text()).startsWith("kpi,");
        assertThat(Actuals.template(constants).text()).startsWith("month,");
        assertThat(plan.explain(Kpi.LEADS, Scope.month(march)).toString()).contains("20% manager conversion");
        assertThat(plan.compare(other).toString()).contains("traffic");
        assertThat(constants.from(july, Driver.price("crm"), new BigDecimal("1300")))
                .isNotEqualTo(constants);
        assertThat(Planner.withDefaults()
                        .withPins(List.of(new Pin.Deals("crm", march, 40L)))
                        .plan(goal, constants, opening)
                        .orThrow()
                        .norm(Kpi.NEW_DEALS, Scope.month(march)))
                .extracting(norm -> norm.value())
                .isEqualTo(new NormValue.Count(40L));
        BigDecimal cent = new BigDecimal("0.01");
        Traffic traffic = plan.traffic();
        assertThat(Solver.withDefaults()
                        .solution(Unknown.price("crm", cent), goal, constants, opening, traffic)
                        .orThrow()
                        .plan()
                        .profit(Scope.all()))
                .isGreaterThanOrEqualTo(new BigDecimal("120000"));
        assertThat(Sensitivity.of(plan, Rate.percent(10)).pillars()).containsOnlyKeys(Pillar.values());
        Uncertainty uncertainty = Uncertainty.none().with(Driver.managerConversion(tier), Doubt.observed(80, 400));
        assertThat(PlanRisk.of(plan, uncertainty).chance(goal).toString()).contains("%");
        assertThat(Projection.of(constants, opening, traffic).profit()).isEqualByComparingTo(plan.profit(Scope.all()));
        assertThat(plan.closing().opens()).isEqualTo(YearMonth.of(2028, 1));
    }

    @Test
    void theCallsOnPeopleAndMeansAnswerThem() {
        SalesTeam managers = new SalesTeam(
                Map.of(tier, HandlingEffort.of("45", "3", "90")),
                WorkingTime.of("160", "80%"),
                1L,
                HiringTerms.of("3000"));
        Resources resources = Resources.unlimited().withBudget("150000");
        assertThat(managers.staffed(plan.workload()).cost(march)).isPositive();
        assertThat(Bottleneck.withDefaults()
                        .feasibility(goal, constants, opening, resources)
                        .orThrow()
                        .binding())
                .containsExactly(new Resource.Budget(null));
    }

    @Test
    void theCallsOnCustomersAndMoneyAnswerThem() {
        LocalDate start = LocalDate.of(2025, 1, 1);
        LocalDate until = LocalDate.of(2025, 12, 31);
        List<Order> orders = new BuyerSimulator(new BgNbd(0.6, 6, 0.8, 2.4), 1L)
                .orders(800, new GammaGamma(6.25, 3.74, 15.44), 2, WEEKS, start, start.plusDays(90), until)
                .toList();
        CustomerHistories histories = CustomerHistories.from(orders, WEEKS, until);
        DiscountRate annual = DiscountRate.annual("12%");
        assertThat(BuyerModel.fit(histories).orThrow().lifetimeValues(Rate.percent(40), annual))
                .hasSize(800);
        BigDecimal budget = new BigDecimal("1000");
        Map<String, ResponseCurve> curves =
                Map.of("site", new LogarithmicResponse(10.0, 100.0), "mail", new LogarithmicResponse(20.0, 100.0));
        assertThat(BudgetAllocation.withDefaults()
                        .best(budget, curves)
                        .orThrow()
                        .spend("site"))
                .isLessThan(new BigDecimal("500"));
    }

    @Test
    void theCallsOnFactsAnswerThem() {
        Actuals actuals = Actuals.from(List.of(Actuals.Cell.of(march, "crm", "site")
                        .withVisits(20_000L)
                        .withContacts(500L)
                        .withLeads(200L)
                        .withNewDeals(30L)
                        .withRevenue(new BigDecimal("36000"))))
                .through(march);
        ServiceLevel serviceLevel = new LeadDelivery("leads", 100L, Rate.percent(80));
        AccordFacts facts = new AccordFacts(List.of(), List.of());
        assertThat(Verdict.of(plan, actuals).of(Department.SALES).amount()).isNegative();
        assertThat(Replan.of(plan, actuals).orThrow().plan().newDeals(Scope.all()))
                .isPositive();
        assertThat(Verdict.of(plan, actuals).of(Department.MARKETING).amount()).isZero();
        assertThat(Scorecard.of(Accord.of(plan, serviceLevel), actuals, facts).marketing())
                .isNotNull();
    }

    @Test
    void theCallsOfTheQuestionsAreMadeHere() throws IOException {
        String here = withoutSpace(read(HERE.resolve("ReadmeTest.java")));
        String questions = readme().replaceFirst("(?s).*\n## The questions\n(.*?)\n## .*", "$1");
        List<String> calls = Pattern.compile("`([^`]+)`")
                .matcher(questions)
                .results()
                .map(call -> call.group(1))
                .toList();
        assertThat(calls)
                .hasSizeGreaterThan(15)
                .allSatisfy(call -> assertThat(here).contains(withoutSpace(call)));
    }

    @Test
    void theVersionIsTheOneOfTheBuild() throws IOException {
        String version = read(ROOT.resolve("pom.xml")).replaceFirst("(?s).*?<version>(.*?)</version>.*", "$1");
        assertThat(readme())
                .contains("<version>" + version + "</version>")
                .contains("io.github.planningmath:planning-core:" + version);
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        List<Path> pages;
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            pages = Stream.concat(
                            Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")),
                            docs.filter(page -> page.toString().endsWith(".md")))
                    .toList();
        }
        for (Path page : pages) {
            List<String> links = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)")
                    .matcher(read(page))
                    .results()
                    .map(link -> link.group(1))
                    .filter(link -> !link.startsWith("http"))
                    .toList();
            assertThat(links)
                    .as("links of %s", page.getFileName())
                    .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
        }
    }
}
