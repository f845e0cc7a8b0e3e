package io.github.planningmath.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.kpi.Pillar;
import io.github.planningmath.lifetime.BassDiffusion;
import io.github.planningmath.lifetime.DiscountRate;
import io.github.planningmath.lifetime.MarketPotential;
import io.github.planningmath.plan.AfterHorizon;
import io.github.planningmath.plan.Basis;
import io.github.planningmath.plan.CatchUp;
import io.github.planningmath.plan.Derivation;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Initiative;
import io.github.planningmath.plan.Norm;
import io.github.planningmath.plan.NormValue;
import io.github.planningmath.plan.Norms;
import io.github.planningmath.plan.Outcome;
import io.github.planningmath.plan.Pin;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanComparison;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Projection;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Season;
import io.github.planningmath.plan.Sensitivity;
import io.github.planningmath.plan.Solution;
import io.github.planningmath.plan.Solver;
import io.github.planningmath.plan.Target;
import io.github.planningmath.plan.UnitEconomics;
import io.github.planningmath.plan.Unknown;
import io.github.planningmath.product.Product;
import io.github.planningmath.product.Renewal;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.PipelineCoverage;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesStage;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.sales.SalesVelocity;
import io.github.planningmath.sales.Subscription;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.Direction;
import io.github.planningmath.traffic.MarketingApproach;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every call of the page on the plan: run here, and found here as the page has it. */
class PlanGuideTest {

    private static final Path PAGE = Path.of("../docs/plan.md");
    private static final Path HERE = Path.of("src/test/java/io/github/planningmath/guide/PlanGuideTest.java");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void theCallsOfThePageDoWhatItSays() {
        Product crm = Product.builder("crm")
                .tier(SalesTier.CONSULTATIVE)
                .price("1200")
                .unitCost("300")
                .repeat("95%", "4%")
                .build();
        Product audit = Product.builder("audit")
                .tier(SalesTier.CONSULTATIVE)
                .price("400")
                .unitCost("90")
                .commission("10%")
                .build();
        Channel site = Channel.builder("site")
                .approach(MarketingApproach.INDUSTRY)
                .siteConversion("2.5%")
                .warmUpRate("40%")
                .costPerVisit("0.8")
                .build();
        Channel events = Channel.builder("events")
                .approach(MarketingApproach.INDUSTRY)
                .siteConversion("30%")
                .warmUpRate("50%")
                .costPerVisit("25")
                .visitCeiling(2_000)
                .build();
        SalesProcess selling = SalesProcess.builder()
                .managerConversion("20%")
                .conversion("events", "30%")
                .cycleMonths(1)
                .channel("site", "70%")
                .channel("events", "30%")
                .build();
        PlanningConstants constants = PlanningConstants.builder()
                .currency("EUR")
                .horizon(Horizon.year(2027))
                .product(crm, "75%")
                .product(audit, "25%")
                .channel(site)
                .channel(events)
                .tier(SalesTier.CONSULTATIVE, selling)
                .fixedCosts(FixedCosts.perMonth("8000"))
                .build();

        PlanningConstants dearer = constants.with(Driver.price("crm"), new BigDecimal("1300"));
        PlanningConstants persuasive = constants.changing(
                Driver.managerConversion(SalesTier.CONSULTATIVE), rate -> rate.times(Rate.of("90%")));
        PlanningConstants better = constants.withChannel("site", each -> each.withSiteConversion(Rate.percent("3")));
        Rate conversion = constants.value(Driver.siteConversion("site"));
        List<Driver<?>> all = Driver.all(constants);
        assertThat(dearer.assortment().product("crm").price()).isEqualTo("1300");
        PlanningConstants grounded =
                constants.withBasis(Driver.price("crm"), new Basis.Judged(1100.0, 1300.0, "sales"));
        Basis ofThePrice = grounded.basis(Driver.price("crm"));
        assertThat(ofThePrice).isNotNull();
        assertThat(persuasive.tier(SalesTier.CONSULTATIVE).managerConversion()).isEqualTo(Rate.percent(18));
        assertThat(better).isEqualTo(constants.with(Driver.siteConversion("site"), Rate.percent(3)));
        assertThat(conversion).isEqualTo(Rate.percent("2.5"));
        assertThat(all).extracting(Object::toString).contains("price[crm]", "fixedCosts");
        assertThat(all).extracting(Object::toString).contains("managerConversion[CONSULTATIVE][events]");

        YearMonth july = YearMonth.of(2027, 7);
        PlanningConstants rising = constants
                .from(july, Driver.price("crm"), new BigDecimal("1300"))
                .from(july, Driver.costPerVisit("site"), new BigDecimal("0.9"))
                .from(july, Driver.managerConversion(SalesTier.CONSULTATIVE), Rate.percent(24));
        BigDecimal summerPrice = rising.in(july).value(Driver.price("crm"));
        PlanningConstants redesigned = constants
                .from(july, Driver.siteConversion("site"), Rate.percent("3"))
                .from(july, Driver.retention("crm"), Ratio.percent("97"))
                .from(july, Driver.visitCeiling("events"), 2_500L);
        assertThat(redesigned.in(july).channel("site").siteConversion()).isEqualTo(Rate.percent(3));
        assertThat(redesigned.changes()).hasSize(3);
        PlanningConstants shifted = constants.from(
                july,
                Driver.channelMix(SalesTier.CONSULTATIVE),
                ChannelMix.of("site", Rate.percent(60), "events", Rate.percent(40)));
        Plan shift = Planner.withDefaults()
                .plan(FinancialGoal.profit("120000"), shifted, Position.empty(YearMonth.of(2027, 1)))
                .orThrow();
        Scope second = Scope.months(july, YearMonth.of(2027, 12));
        assertThat(shift.leads(second.channel("site"))).isCloseTo(shift.leads(second) * 6 / 10, within(2L));
        PlanningConstants spread = constants.withTier(
                SalesTier.CONSULTATIVE, process -> process.withCycle(SalesCycle.of("40%", "35%", "15%", "10%")));
        PlanningConstants inStages = constants.withTier(
                SalesTier.CONSULTATIVE,
                process -> SalesProcess.inStages(
                        List.of(
                                new SalesStage("qualified", Rate.percent(50), SalesCycle.of("50%", "50%")),
                                SalesStage.of("proposal", "80%", 1),
                                SalesStage.of("won", "60%", 0)),
                        process.channels()));
        PlanningConstants trained =
                inStages.from(july, Driver.stageConversion(SalesTier.CONSULTATIVE, "qualified"), Rate.percent(60));
        Plan planInStages = Planner.withDefaults()
                .plan(FinancialGoal.profit("120000"), trained, Position.empty(YearMonth.of(2027, 1)))
                .orThrow();
        long proposals = planInStages.stageEntries(Scope.month(july).stage("proposal"));
        assertThat(proposals).isPositive();
        assertThat(inStages.tier(SalesTier.CONSULTATIVE).managerConversion()).isEqualTo(Rate.percent(24));
        Rate ofProposals = inStages.tier(SalesTier.CONSULTATIVE).winRate("proposal");
        assertThat(ofProposals).isEqualTo(Rate.percent(60));
        PipelineCoverage coverage =
                new PipelineCoverage(new BigDecimal("4800000"), new BigDecimal("1600000"), Rate.percent(22));
        SalesVelocity velocity = new SalesVelocity(40L, new BigDecimal("25000"), Rate.percent(25), 90);
        assertThat(coverage.coverage()).isEqualTo(3);
        assertThat(coverage.requiredCoverage()).isBetween(4.5, 4.6);
        assertThat(velocity.in(90, 0, RoundingMode.UNNECESSARY)).isEqualByComparingTo("250000");
        assertThat(spread.tier(SalesTier.CONSULTATIVE).cycleMonths()).isEqualTo(3);
        Position going = Position.empty(YearMonth.of(2027, 1))
                .withCohorts(List.of(Position.Cohort.of("crm", "site", YearMonth.of(2026, 12), 180)));
        assertThat(Planner.withDefaults()
                        .plan(FinancialGoal.profit("120000"), spread, going)
                        .orThrow()
                        .opening()
                        .openLeads("crm"))
                .isEqualTo(180);
        PlanningConstants launching = constants.withSeason("audit", Season.launch(july, "20%", "60%", "100%"));
        assertThat(launching.season("audit").index(july.plusMonths(4))).isEqualTo(Ratio.ONE);
        assertThat(launching.season("audit").index(july.minusMonths(1))).isEqualTo(Ratio.ZERO);
        PlanningConstants quicker = constants.withProcess(
                "audit",
                SalesProcess.builder()
                        .managerConversion("40%")
                        .cycleMonths(0)
                        .channel("events", "100%")
                        .build());
        Rate ofAudit = quicker.value(Driver.managerConversion("audit"));
        assertThat(ofAudit).isEqualTo(Rate.percent(40));
        Season takingUp = Season.launch(july, new BassDiffusion(0.03, 0.38, 60_000L), 36);
        assertThat(takingUp.index(july.plusMonths(20))).isGreaterThan(takingUp.index(july));
        assertThat(summerPrice).isEqualTo("1300");
        assertThat(rising.value(Driver.price("crm"))).isEqualTo("1200");

        Initiative mailing = Initiative.builder("mailing")
                .direction(Direction.RETENTION)
                .department(Department.MARKETING)
                .audience("customers of crm")
                .cost(july, "20000")
                .build();
        PlanningConstants mailed = constants.plus(mailing);
        PlanningConstants limited =
                constants.withPotential("crm", new MarketPotential(60_000L, Ratio.percent(50), Ratio.percent(3)));
        assertThat(mailed.initiativeCost(july)).isEqualByComparingTo("20000");
        assertThat(Objects.requireNonNull(limited.potentialByProduct().get("crm"))
                        .obtainableCustomers())
                .isEqualTo(900);

        Position opening = Position.of(
                YearMonth.of(2027, 1),
                List.of(Position.Customers.of("crm", 3, 120)),
                List.of(Position.OpenLeads.of("crm", "site", YearMonth.of(2027, 1), 60)));
        PlanningConstants subscribed = constants
                .withProduct(
                        "crm",
                        each -> each.withRepeat(Subscription.of("97%", "2%", "1%"))
                                .withRenewal(Renewal.at("100")))
                .from(july, Driver.renewalPrice("crm"), new BigDecimal("110"));
        Plan ofYear = Planner.withDefaults()
                .plan(FinancialGoal.revenue("600000"), subscribed, opening)
                .orThrow();
        Norm mrr = ofYear.norm(Kpi.RECURRING_REVENUE, Scope.month(july));
        Norm nrr = ofYear.norm(Kpi.NET_REVENUE_RETENTION, Scope.month(july));
        Norm grr = ofYear.norm(Kpi.GROSS_REVENUE_RETENTION, Scope.month(july));
        assertThat(Objects.requireNonNull(mrr).value().numerator()).isPositive();
        assertThat(Objects.requireNonNull(nrr).value()).hasToString("1.07767");
        assertThat(Objects.requireNonNull(grr).value()).hasToString("96.03%");

        Outcome<Plan> outcome = Planner.withDefaults().plan(FinancialGoal.profit("120000"), constants, opening);
        Plan plan = outcome.orThrow();
        FinancialGoal ofDeals = FinancialGoal.deals(900);
        Plan planOfDeals =
                Planner.withDefaults().plan(ofDeals, constants, opening).orThrow();
        assertThat(planOfDeals.newDeals(Scope.all()) + planOfDeals.repeatDeals(Scope.all()))
                .isGreaterThanOrEqualTo(900);
        FinancialGoal ofCustomers = FinancialGoal.customers(600);
        Plan planOfCustomers =
                Planner.withDefaults().plan(ofCustomers, constants, opening).orThrow();
        assertThat(planOfCustomers.base(Scope.all())).isGreaterThanOrEqualTo(600);
        YearMonth january = YearMonth.of(2027, 1);
        List<Target> targets = List.of(Target.customers(500), Target.of(Kpi.REVENUE, Scope.quarter(january), "300000"));
        Plan ambitious = Planner.withDefaults()
                .withTargets(targets)
                .plan(FinancialGoal.profit("120000"), constants, opening)
                .orThrow();
        BigDecimal ofQuarter = ambitious.revenue(Scope.quarter(january));
        assertThat(ofQuarter).isGreaterThanOrEqualTo(new BigDecimal("300000"));
        assertThat(ambitious.base(Scope.all())).isGreaterThanOrEqualTo(500);
        assertThat(ambitious.requiredDeals()).isGreaterThan(plan.requiredDeals());
        Projection check = Projection.of(constants, opening, plan.traffic());
        String answer =
                outcome.fold(reached -> reached.leads(Scope.all()) + " leads", unreachable -> unreachable.toString());
        assertThat(check.profit()).isGreaterThanOrEqualTo(new BigDecimal("120000"));
        assertThat(answer).endsWith(" leads");

        FinancialGoal growing = plan.goal().withAfterHorizon(new AfterHorizon.GoesOn(Ratio.percent(10)));
        FinancialGoal ending =
                plan.goal().withAfterHorizon(AfterHorizon.stops()).withCatchUp(CatchUp.AT_ONCE);
        List<Plan.Arrears> arrears = plan.arrears();
        List<AfterHorizon.DealsDue> dues = plan.dueAfterHorizon();
        List<Plan.ShortMonth> shortMonths = plan.monthsOpeningShort();
        Planner planner = Planner.withDefaults();
        assertThat(planner.plan(growing, constants, opening).orThrow().requiredDeals())
                .isGreaterThan(plan.requiredDeals());
        assertThat(planner.plan(ending, constants, opening).orThrow().requiredDeals())
                .isLessThan(plan.requiredDeals());
        assertThat(arrears).extracting(Plan.Arrears::month).containsOnly(YearMonth.of(2027, 1));
        assertThat(dues).extracting(AfterHorizon.DealsDue::month).containsOnly(YearMonth.of(2028, 1));
        assertThat(shortMonths).isEmpty();

        long leads = plan.leads(Scope.month(YearMonth.of(2027, 3)).channel("site"));
        BigDecimal revenue = plan.revenue(Scope.all().product("crm"));
        Norms ofMarketing = plan.norms().of(Department.MARKETING).month(YearMonth.of(2027, 3));
        Norms ofRetention = plan.norms().of(Direction.RETENTION).product("crm");
        Derivation why = plan.explain(Kpi.LEADS, Scope.month(YearMonth.of(2027, 3)));
        assertThat(leads).isPositive();
        assertThat(revenue).isPositive();
        assertThat(ofMarketing.stream()).isNotEmpty();
        assertThat(ofRetention.of(Kpi.RETENTION_RATE))
                .allMatch(norm -> norm.value().isSameNumberAs(new NormValue.Proportion(Ratio.percent(95))));
        assertThat(why.evaluate()).isEqualTo(why.value());

        PlanComparison comparison = plan.compare(
                Planner.withDefaults().plan(plan.goal(), better, opening).orThrow());
        Planner pinned = Planner.withDefaults().withPins(List.of(new Pin.Deals("crm", YearMonth.of(2027, 3), 20L)));
        Outcome<Solution> price = Solver.withDefaults()
                .solution(
                        Unknown.price("crm", new BigDecimal("0.01")),
                        FinancialGoal.profit("150000"),
                        constants,
                        opening,
                        plan.traffic());
        assertThat(comparison.toString()).contains("traffic");
        assertThat(pinned.plan(plan.goal(), constants, opening)
                        .orThrow()
                        .newDeals(Scope.month(YearMonth.of(2027, 3)).product("crm")))
                .isEqualTo(20);
        assertThat(price).isInstanceOf(Outcome.Reached.class);

        Sensitivity held = Sensitivity.of(plan, Rate.percent(10));
        List<Driver<?>> mostFirst = held.ranked();
        Sensitivity.Swing ofPrice = held.drivers().get(Driver.price("crm"));
        Sensitivity anew = Sensitivity.replanned(plan, Planner.withDefaults(), Rate.percent(10));
        Plan.LastDeals last = plan.lastDeals(10);
        BigDecimal forHowMuch = last.trafficCost().add(last.peopleCost());
        assertThat(last.contribution().subtract(forHowMuch)).isEqualByComparingTo(last.profit());
        assertThat((Object) mostFirst.get(0)).isEqualTo(Driver.price("crm"));
        assertThat(ofPrice).isNotNull();
        assertThat(anew.drivers()).hasSameSizeAs(held.drivers());
        assertThat(held.pillars()).containsOnlyKeys(Pillar.values());

        UnitEconomics economics = UnitEconomics.of(plan, "crm", DiscountRate.annual("12%"));
        assertThat(economics.lifetimeValue()).isPositive();

        Position next = plan.closing();
        assertThat(next.opens()).isEqualTo(YearMonth.of(2028, 1));
    }

    @Test
    void everyCallOfThePageStandsAbove() throws IOException {
        String page = Files.readString(PAGE, UTF_8);
        String here = Files.readString(HERE, UTF_8).replaceAll("\\s", "");
        List<String> calls = BLOCK.matcher(page)
                .results()
                .flatMap(block -> List.of(block.group(1).split(";\n")).stream())
                .filter(call -> !call.isBlank())
                .toList();
        assertThat(calls)
                .hasSizeGreaterThan(20)
                .allSatisfy(call -> assertThat(here).contains(call.replaceAll("\\s", "")));
    }
}
