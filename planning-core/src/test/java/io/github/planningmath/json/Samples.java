package io.github.planningmath.json;

import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static java.time.temporal.ChronoUnit.YEARS;

import io.github.planningmath.accord.Accord;
import io.github.planningmath.accord.AccordFacts;
import io.github.planningmath.accord.Arbitration;
import io.github.planningmath.accord.ContactAttempts;
import io.github.planningmath.accord.FirstResponse;
import io.github.planningmath.accord.Imbalance;
import io.github.planningmath.accord.LeadDelivery;
import io.github.planningmath.accord.LeadFeedback;
import io.github.planningmath.accord.Obligation;
import io.github.planningmath.accord.ObligationFact;
import io.github.planningmath.accord.Scorecard;
import io.github.planningmath.accord.ServiceFact;
import io.github.planningmath.accord.ServiceLevel;
import io.github.planningmath.allocation.Adstock;
import io.github.planningmath.allocation.AllocationConflict;
import io.github.planningmath.allocation.BudgetAllocation;
import io.github.planningmath.allocation.ChannelGroup;
import io.github.planningmath.allocation.CurveComparison;
import io.github.planningmath.allocation.CurveCost;
import io.github.planningmath.allocation.CurveFamily;
import io.github.planningmath.allocation.ExponentialResponse;
import io.github.planningmath.allocation.Flighting;
import io.github.planningmath.allocation.Hill;
import io.github.planningmath.allocation.LinearResponse;
import io.github.planningmath.allocation.LogarithmicResponse;
import io.github.planningmath.allocation.MichaelisMenten;
import io.github.planningmath.allocation.NoAllocation;
import io.github.planningmath.allocation.PiecewiseLinear;
import io.github.planningmath.allocation.PowerResponse;
import io.github.planningmath.allocation.ResponseColumns;
import io.github.planningmath.allocation.ResponseCurve;
import io.github.planningmath.allocation.ResponseFitter;
import io.github.planningmath.allocation.SpendLimits;
import io.github.planningmath.allocation.SpendOutcome;
import io.github.planningmath.evidence.Backtest;
import io.github.planningmath.evidence.ConstantEstimate;
import io.github.planningmath.evidence.ConstantRefusal;
import io.github.planningmath.evidence.CustomerCount;
import io.github.planningmath.evidence.DriverBacktest;
import io.github.planningmath.evidence.Estimates;
import io.github.planningmath.evidence.FunnelHistory;
import io.github.planningmath.evidence.Headers;
import io.github.planningmath.evidence.HistoryReader;
import io.github.planningmath.evidence.KnownLeads;
import io.github.planningmath.evidence.Lead;
import io.github.planningmath.evidence.OwnCurve;
import io.github.planningmath.evidence.Pooling;
import io.github.planningmath.evidence.RateDrift;
import io.github.planningmath.evidence.RateEstimate;
import io.github.planningmath.evidence.RateEstimator;
import io.github.planningmath.evidence.RateEvidence;
import io.github.planningmath.evidence.RateRefusal;
import io.github.planningmath.evidence.TrafficCount;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.lifetime.BassDiffusion;
import io.github.planningmath.lifetime.BgBb;
import io.github.planningmath.lifetime.BgNbd;
import io.github.planningmath.lifetime.BuyerModel;
import io.github.planningmath.lifetime.BuyerModelFamily;
import io.github.planningmath.lifetime.BuyerModelFitter;
import io.github.planningmath.lifetime.BuyerSimulator;
import io.github.planningmath.lifetime.CohortRetention;
import io.github.planningmath.lifetime.CohortTable;
import io.github.planningmath.lifetime.ConstantRetention;
import io.github.planningmath.lifetime.CurveRepeat;
import io.github.planningmath.lifetime.CustomerAcquisition;
import io.github.planningmath.lifetime.CustomerEquity;
import io.github.planningmath.lifetime.CustomerHistories;
import io.github.planningmath.lifetime.DiscountRate;
import io.github.planningmath.lifetime.FirstMargin;
import io.github.planningmath.lifetime.FittedModel;
import io.github.planningmath.lifetime.GammaGamma;
import io.github.planningmath.lifetime.GivenRetention;
import io.github.planningmath.lifetime.HoldoutSplit;
import io.github.planningmath.lifetime.LifetimeHorizon;
import io.github.planningmath.lifetime.LifetimeTerms;
import io.github.planningmath.lifetime.MarketPotential;
import io.github.planningmath.lifetime.MbgNbd;
import io.github.planningmath.lifetime.ModelRepeat;
import io.github.planningmath.lifetime.Nbd;
import io.github.planningmath.lifetime.NotFitted;
import io.github.planningmath.lifetime.Order;
import io.github.planningmath.lifetime.ParetoNbd;
import io.github.planningmath.lifetime.RetentionTail;
import io.github.planningmath.lifetime.Scoring;
import io.github.planningmath.lifetime.ShiftedBetaGeometric;
import io.github.planningmath.lifetime.SpendModel;
import io.github.planningmath.plan.AfterHorizon;
import io.github.planningmath.plan.Basis;
import io.github.planningmath.plan.Change;
import io.github.planningmath.plan.Derivation;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Funnel;
import io.github.planningmath.plan.Initiative;
import io.github.planningmath.plan.NormValue;
import io.github.planningmath.plan.Obstacle;
import io.github.planningmath.plan.OrderedDeals;
import io.github.planningmath.plan.Payroll;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Sensitivity;
import io.github.planningmath.plan.Solver;
import io.github.planningmath.plan.Target;
import io.github.planningmath.plan.Teams;
import io.github.planningmath.plan.UnitEconomics;
import io.github.planningmath.plan.Unknown;
import io.github.planningmath.product.Product;
import io.github.planningmath.product.Renewal;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.resource.Bottleneck;
import io.github.planningmath.resource.NothingFits;
import io.github.planningmath.resource.Resource;
import io.github.planningmath.resource.ResourceSteps;
import io.github.planningmath.resource.Resources;
import io.github.planningmath.resource.Shortage;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.review.Attainment;
import io.github.planningmath.review.Bridge;
import io.github.planningmath.review.Decomposition;
import io.github.planningmath.review.Elapsed;
import io.github.planningmath.review.PlanHistory;
import io.github.planningmath.review.Replan;
import io.github.planningmath.review.Row;
import io.github.planningmath.review.Verdict;
import io.github.planningmath.risk.Assurance;
import io.github.planningmath.risk.Calibration;
import io.github.planningmath.risk.ConfidencePlanner;
import io.github.planningmath.risk.CountLaw;
import io.github.planningmath.risk.CriticalRatio;
import io.github.planningmath.risk.Doubt;
import io.github.planningmath.risk.InformationValue;
import io.github.planningmath.risk.PlanRisk;
import io.github.planningmath.risk.Signal;
import io.github.planningmath.risk.Signals;
import io.github.planningmath.risk.Uncertainty;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.PipelineCoverage;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesStage;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.sales.SalesVelocity;
import io.github.planningmath.sales.Subscription;
import io.github.planningmath.staffing.HandlingEffort;
import io.github.planningmath.staffing.Hire;
import io.github.planningmath.staffing.HiringTerms;
import io.github.planningmath.staffing.InboundDesk;
import io.github.planningmath.staffing.InboundLoad;
import io.github.planningmath.staffing.OverAssignment;
import io.github.planningmath.staffing.PeopleNeed;
import io.github.planningmath.staffing.ResponseTarget;
import io.github.planningmath.staffing.SalesCapacity;
import io.github.planningmath.staffing.SalesQuota;
import io.github.planningmath.staffing.SalesTeam;
import io.github.planningmath.staffing.UnstableQueue;
import io.github.planningmath.staffing.WeeklyLoad;
import io.github.planningmath.staffing.WorkingTime;
import io.github.planningmath.staffing.WorkingWeek;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Results and records from which an instance of every exported type can be reached by its accessors ({@link Reachable}). A type
 * that nothing here leads to gets an instance in the list of its package.
 */
final class Samples {

    private static final YearMonth JANUARY = YearMonth.of(2027, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2027, 2);

    static final PlanDocument DOCUMENT = document();
    static final Plan PLAN = DOCUMENT.outcome().orThrow();
    static final Actuals ACTUALS = actuals();

    private Samples() {}

    /** The stored document of version 1, which uses every key. */
    private static PlanDocument document() {
        try (InputStream stored = Samples.class.getResourceAsStream("plan-v1.json")) {
            return DocumentMappers.jackson2().readValue(Objects.requireNonNull(stored), PlanDocument.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Fewer visits than planned in January, a better site in February, fewer deals in both. */
    private static Actuals actuals() {
        return Actuals.from(List.of(
                        Actuals.Cell.of(JANUARY, "crm", "site")
                                .withVisits(1_000L)
                                .withContacts(51L)
                                .withLeads(20L),
                        Actuals.Cell.of(JANUARY, "crm").withNewDeals(9L).withRepeatDeals(3L),
                        Actuals.Cell.of(FEBRUARY, "crm", "site")
                                .withVisits(1_100L)
                                .withContacts(60L)
                                .withLeads(23L),
                        Actuals.Cell.of(FEBRUARY, "crm").withNewDeals(11L).withRevenue(new BigDecimal("14000"))))
                .through(FEBRUARY);
    }

    /** The same, with deals by the month of their leads. */
    private static Actuals actualsByLeads() {
        List<Actuals.Cell> cells = new ArrayList<>();
        for (Actuals.Cell cell : ACTUALS.cells()) {
            cells.add(cell.withNewDeals(null));
            if (cell.newDeals() != null) {
                cells.add(Actuals.Cell.of(cell.month(), cell.product())
                        .withBrought(cell.month().minusMonths(1))
                        .withLostLeads(2L)
                        .withNewDeals(cell.newDeals()));
            }
        }
        return Actuals.from(cells).through(FEBRUARY);
    }

    static List<Object> all() {
        List<Object> all = new ArrayList<>();
        all.addAll(ofPlan());
        all.addAll(ofReview());
        all.addAll(ofEvidence());
        all.addAll(ofBases());
        all.addAll(ofStaffing());
        all.addAll(ofResource());
        all.addAll(ofAllocation());
        all.addAll(ofLifetime());
        all.addAll(ofRisk());
        return all;
    }

    static List<Object> ofPlan() {
        PlanningConstants dearer = DOCUMENT.constants().with(Driver.price("crm"), new BigDecimal("1200"));
        Plan other = Planner.withDefaults()
                .plan(DOCUMENT.goal(), dearer, DOCUMENT.opening())
                .orThrow();
        Mix<String> half = Mix.ofWeights(Map.of("crm", Ratio.ONE, "kit", Ratio.ONE));
        return List.of(
                DOCUMENT,
                PLAN,
                half,
                Product.of("crm", SalesTier.CONSULTATIVE, "1000", "300"),
                Subscription.of("97%", "2%", "1%"),
                new Renewal(new BigDecimal("900"), new BigDecimal("50"), Ratio.ZERO),
                PLAN.norms(),
                Objects.requireNonNull(PLAN.norm(Kpi.LEADS, Scope.month(JANUARY))),
                Objects.requireNonNull(PLAN.norm(Kpi.REVENUE, Scope.all())),
                Objects.requireNonNull(PLAN.norm(Kpi.AVERAGE_CHECK, Scope.all())),
                Objects.requireNonNull(PLAN.norm(Kpi.SITE_CONVERSION, Scope.all())),
                PLAN.explain(Kpi.LEADS, Scope.month(JANUARY)),
                PLAN.explain(Kpi.PROFIT, Scope.all()),
                PLAN.compare(other),
                Sensitivity.of(PLAN, Rate.percent(10)),
                Driver.price("crm"),
                unreachable(),
                solution(),
                new Obstacle.PeopleTooDear(7L),
                new Obstacle.DeskOverloaded(JANUARY, 8L, 7L),
                new Obstacle.Unlimited("price of crm"),
                new Obstacle.NotAllTried(7L, BigDecimal.TEN),
                new Obstacle.LosesMoney(BigDecimal.ONE, BigDecimal.TEN, "crm", "site"),
                new Obstacle.TrafficTooDear(7L),
                new Obstacle.BeyondHorizon("crm", 3, 0L),
                new Obstacle.OutOfSeason("crm", JANUARY, FEBRUARY),
                new Obstacle.PinConflict("15 deals of crm in 2027-02", 7L),
                new Obstacle.CustomersLeave(List.of("crm")),
                new Obstacle.TargetMissed(Target.customers(500), BigDecimal.valueOf(431)),
                Target.of(Kpi.REVENUE, Scope.quarter(JANUARY), "100000"),
                new Obstacle.Inadmissible("site conversion of site", "100%", "140%"),
                new NormValue.Conversion(Rate.percent(3)),
                new NormValue.Mean(BigDecimal.TEN, 3L),
                new NormValue.Proportion(Ratio.of(33_343, 1_288_313)),
                changes(),
                SalesCycle.of("40%", "35%", "15%", "10%"),
                Position.empty(FEBRUARY)
                        .withCohorts(List.of(new Position.Cohort("crm", "site", JANUARY, 180L, Ratio.percent(40))))
                        .withStages(List.of(
                                new Position.StageEntries("crm", "site", "qualified", JANUARY, 20L, Ratio.of("1/3")))),
                SalesStage.of("qualified", "20%", 1),
                SalesProcess.inStages(
                        List.of(SalesStage.of("qualified", "20%", 1), SalesStage.of("won", "50%", 1)),
                        ChannelMix.only("site")),
                new SalesVelocity(40L, new BigDecimal("25000"), Rate.percent(25), 90),
                new PipelineCoverage(new BigDecimal("4800000"), new BigDecimal("1600000"), Rate.percent(22)),
                new Change.RateOfTierStage(
                        FEBRUARY, Driver.Kind.STAGE_CONVERSION, SalesTier.CONSULTATIVE, "qualified", Rate.percent(22)),
                new Change.RateOfProductStage(
                        FEBRUARY, Driver.Kind.PRODUCT_STAGE_CONVERSION, "crm", "qualified", Rate.percent(22)),
                new AfterHorizon.Stops(),
                new AfterHorizon.Listed(List.of(new AfterHorizon.DealsDue("crm", YearMonth.of(2027, 7), 4L))),
                new Derivation.Split.Bounds(1L, 7L),
                new Derivation.Shortfalls(Map.of(
                        "site",
                        new Derivation.Given(
                                "leads short",
                                new NormValue.Exact(BigInteger.TWO, BigInteger.valueOf(5)),
                                new Basis.Row(
                                        Driver.price("crm"),
                                        YearMonth.of(2027, 7),
                                        "1300",
                                        new Basis.Agreed("both", LocalDate.of(2026, 12, 31)))))),
                new Funnel.Flow(Map.of("site", 100L), Map.of("site", 5L), Map.of("site", 2L), 1L),
                new Plan.LastDeals(3L, BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ZERO, new BigDecimal(9)),
                new Plan.ShortMonth("crm", YearMonth.of(2027, 7)),
                new OrderedDeals(JANUARY, "crm", 3L, 2L, 4L),
                new Plan.Surplus("crm", 4L),
                new PlanningConstants.ApproachMismatch("crm", SalesTier.CONSULTATIVE, Ratio.ONE, List.of("mail")),
                new Obstacle.MarketExhausted("crm", 300L, 120L),
                initiative(),
                UnitEconomics.of(PLAN, DiscountRate.annual("12%")),
                List.of(Direction.values()));
    }

    private static List<Change> changes() {
        return List.of(
                new Change.RateOfTier(
                        FEBRUARY, Driver.Kind.MANAGER_CONVERSION, SalesTier.CONSULTATIVE, null, Rate.percent(22)),
                new Change.RateOfCustomers(FEBRUARY, Driver.Kind.RETENTION, "crm", Ratio.percent(95)),
                new Change.BehaviourOfCustomers(
                        FEBRUARY,
                        Driver.Kind.REPEAT_BEHAVIOUR,
                        "crm",
                        new ConstantRepeat(Ratio.percent(95), Ratio.percent(5))),
                new Change.ShareOfChannel(FEBRUARY, Driver.Kind.SITE_CONVERSION, "site", Rate.percent(3)),
                new Change.RateOfProduct(FEBRUARY, Driver.Kind.PRODUCT_CONVERSION, "crm", "site", Rate.percent(30)),
                new Change.MixOfTier(
                        FEBRUARY, Driver.Kind.CHANNEL_MIX, SalesTier.CONSULTATIVE, ChannelMix.only("site")),
                new Change.MixOfProduct(
                        FEBRUARY,
                        Driver.Kind.PRODUCT_CHANNEL_MIX,
                        "crm",
                        ChannelMix.of("site", Rate.percent(60), "ads", Rate.percent(40))),
                new Change.CountOfChannel(FEBRUARY, Driver.Kind.VISIT_CEILING, "site", 9_000L));
    }

    private static Initiative initiative() {
        return Initiative.builder("purchasing")
                .direction(Direction.CAPTURE)
                .department(Department.MARKETING)
                .audience("advertising agencies")
                .cost(FEBRUARY, "2000")
                .effect(FEBRUARY, Driver.costPerVisit("site"), new BigDecimal("0.4"))
                .build();
    }

    static Object unreachable() {
        PlanningConstants tight = DOCUMENT.constants().withChannel("site", site -> site.withVisitCeiling(500L));
        return Planner.withDefaults().plan(FinancialGoal.profit("2000000"), tight, DOCUMENT.opening());
    }

    static Object solution() {
        return Solver.withDefaults()
                .solution(
                        Unknown.price("crm", BigDecimal.ONE),
                        DOCUMENT.goal(),
                        DOCUMENT.constants(),
                        DOCUMENT.opening(),
                        PLAN.traffic());
    }

    static List<Object> ofReview() {
        Replan replan = Replan.of(PLAN, ACTUALS).orThrow();
        PlanHistory history = PlanHistory.of(LocalDate.of(2026, 12, 1), "the plan of the year", DOCUMENT)
                .plus(LocalDate.of(2027, 3, 1), "planned anew", replan.document())
                .plus(LocalDate.of(2027, 3, 2), "signed", PLAN, "both heads");
        Attainment attainment = Attainment.of(PLAN, ACTUALS);
        Bridge bridge = Bridge.of(PLAN, ACTUALS);
        Verdict verdict = Verdict.of(PLAN, ACTUALS);
        Verdict verdictByLeads = Verdict.of(PLAN, actualsByLeads());
        Accord accord = Accord.of(PLAN, levels().toArray(ServiceLevel[]::new));
        LeadDelivery few = new LeadDelivery("few", 10L, Rate.percent(80));
        AccordFacts facts = new AccordFacts(
                List.of(new ObligationFact("publicity", JANUARY, 1L, 1L)),
                List.of(new ServiceFact("response", JANUARY, 60L, 31L)));
        Plan cheaper = Planner.withDefaults()
                .plan(
                        DOCUMENT.goal(),
                        DOCUMENT.constants().withProduct("crm", crm -> crm.withUnitCost(BigDecimal.TEN)),
                        DOCUMENT.opening())
                .orThrow();
        return List.of(
                ACTUALS,
                attainment,
                attainment.of(Kpi.NEW_DEALS),
                attainment.forecast(Kpi.REVENUE),
                actualsByLeads(),
                verdict,
                verdictByLeads,
                verdictByLeads.leadMonths(),
                Verdict.ofMonth(PLAN, ACTUALS, FEBRUARY),
                bridge,
                bridge.reconcile(verdict),
                replan,
                Elapsed.of(PLAN, ACTUALS),
                history,
                history.latest().recomputed(),
                PLAN.compare(cheaper).constants(),
                new Row(2L, Map.of("month", "2027-01")),
                new Actuals.HouseCosts(JANUARY, BigDecimal.TEN),
                List.of(Decomposition.values()),
                new Imbalance(Department.SALES, List.of(Kpi.NEW_DEALS), List.of(Kpi.LEADS), List.of()),
                accord,
                facts,
                levels(),
                Scorecard.of(accord, ACTUALS, facts),
                new Accord.ShortLevel(few, FEBRUARY, 10L, 40L),
                new Accord.Ungrounded(Obligation.standard().get(0), List.of("crm")),
                LeadDelivery.ofNorm("by norm", Rate.percent(80)),
                Accord.between(PLAN, cheaper, Obligation.standard(), List.of()));
    }

    private static List<ServiceLevel> levels() {
        return List.of(
                new LeadDelivery("leads", 30L, Rate.percent(80)),
                new FirstResponse("response", Ratio.of(1, 4), Rate.percent(90)),
                new ContactAttempts("attempts", 5, Rate.ONE),
                new LeadFeedback("feedback", Rate.of(2, 3)));
    }

    /** A deal, an open lead, one that was lost in a stage, one told twice, and an import's day. */
    static List<Object> ofEvidence() {
        LocalDate came = LocalDate.of(2026, 1, 3);
        List<Lead> leads = new ArrayList<>(List.of(
                Lead.builder("1", came)
                        .channel("site")
                        .won(came.plusDays(9), "1200", "EUR")
                        .build(),
                Lead.builder("2", came).product("crm").build(),
                Lead.builder("3", came)
                        .stage("proposal", came.plusDays(4))
                        .lost(came.plusDays(30))
                        .build(),
                Lead.builder("2", came).product("kit").build()));
        for (int id = 4; id < 40; id++) {
            leads.add(Lead.builder("" + id, came).build());
        }
        FunnelHistory history = FunnelHistory.from(leads);
        return List.of(
                leads,
                history,
                history.knownThrough(LocalDate.of(2026, 6, 30)),
                ofRates(history.knownThrough(LocalDate.of(2026, 6, 30))),
                Headers.of(Map.of(
                        Headers.Column.ID, "id",
                        Headers.Column.ENTERED, "created",
                        Headers.Column.WON_ON, "won")),
                ofConstants());
    }

    /** What other systems count, a constant of it, and why others have none. */
    private static List<Object> ofConstants() {
        TrafficCount traffic = TrafficCount.of("site", JANUARY)
                .withVisits(900L)
                .withContacts(45L)
                .spent("75.5", "EUR");
        CustomerCount customers = new CustomerCount("crm", JANUARY, 0, 40L, 36L, 4L);
        return List.of(
                new HistoryReader.MonthsRead(
                        FunnelHistory.fromCounts(List.of(), null).knownThrough(JANUARY.atEndOfMonth()),
                        Map.of(
                                FunnelHistory.Exclusion.NO_DATE,
                                new FunnelHistory.Excluded(1L, "lead 7 is won without one"))),
                new DriverBacktest(List.of(new DriverBacktest.Check(
                        JANUARY.atEndOfMonth(),
                        Driver.siteConversion("site"),
                        Department.MARKETING,
                        0.05,
                        0.01,
                        0.04,
                        null))),
                traffic,
                customers,
                FunnelHistory.fromCounts(List.of(), null)
                        .withTraffic(List.of(traffic))
                        .withCustomers(List.of(customers)),
                new ConstantEstimate<>(
                        Driver.siteConversion("site"),
                        Rate.percent(5),
                        new Basis.Counted(45L, 900L, 45.0, 900.0, JANUARY.atDay(1), JANUARY.atEndOfMonth())),
                new ConstantRefusal.TooFew(3L, 20L, "visits"),
                new ConstantRefusal.MoreThanTried(30L, 20L, "contacts"),
                new ConstantRefusal.OtherCurrency(Currency.getInstance("USD"), Currency.getInstance("EUR")),
                new ConstantRefusal.NothingOf(List.of("mail"), "leads"),
                new ConstantRefusal.WithoutRate(Driver.managerConversion(SalesTier.CONSULTATIVE)),
                new ConstantRefusal.ByAge(0.6, 0.95, 1e-4),
                new ConstantRefusal.ShortLog(9L, 24L),
                new ConstantRefusal.Inseparable(JANUARY, 1e-5),
                new ConstantRefusal.NoSeason(90L, 0.4),
                new ConstantRefusal.NoModel(
                        NotFitted.Reason.TOO_FEW_REPEAT_BUYERS, "2 customers bought again, 10 are needed."));
    }

    /** Of leads that are finished, of too few, and why others have no rate. */
    private static List<Object> ofRates(KnownLeads few) {
        LocalDate came = LocalDate.of(2024, 1, 3);
        List<Lead> leads = new ArrayList<>();
        for (int id = 0; id < 40; id++) {
            Lead.Builder lead = Lead.builder("" + id, came);
            leads.add(
                    id < 8
                            ? lead.won(came.plusDays(9 + id)).build()
                            : lead.lost(came.plusDays(30)).build());
        }
        KnownLeads finished = FunnelHistory.from(leads).knownThrough(LocalDate.of(2026, 6, 30));
        RateEstimate rate = RateEstimator.withDefaults().rate(finished).orThrow();
        RateEvidence eight = RateEvidence.finished(8, 40);
        return List.of(
                rate,
                rate.leadsInHand(),
                rate.range(Rate.percent(90)),
                RateEstimator.withDefaults().rate(few),
                new RateRefusal.NoPlateau(rate, 60, 90, null),
                new RateRefusal.BeyondTheLog(900, 365),
                new RateRefusal.LogBeginsLater(came, 7.5),
                new RateRefusal.NotOneProcess(JANUARY, 4.5, 0.2, 0.1, 90),
                OwnCurve.of(finished),
                Pooling.of(Map.of("site", eight, "mail", RateEvidence.finished(160, 200))),
                Pooling.of(Map.of("site", eight, "mail", eight)),
                Objects.requireNonNull(RateDrift.of(finished, 30)),
                Estimates.of(finished, DOCUMENT.constants()));
    }

    /** The plan of the document, its site counted, its price a range, and all else known. */
    static List<Object> ofRisk() {
        Doubt.Observed counted = new Doubt.Observed(50L, 1_000L, Doubt.Prior.JEFFREYS);
        List<Driver<?>> rates = List.of(Driver.siteConversion("site"), Driver.warmUpRate("site"));
        Uncertainty uncertainty = Uncertainty.none()
                .with(rates.get(0), counted)
                .with(rates.get(1), Doubt.spread("10%"))
                .with(Driver.price("crm"), Doubt.between("900", "1100", Rate.percent(80)))
                .together(0.5, rates);
        PlanRisk risk = PlanRisk.of(PLAN, uncertainty).withPoints(64).withScramblings(4);
        Buffered buffered = buffered();
        return List.of(
                risk,
                risk.chance(PLAN.goal()),
                risk.range(Kpi.LEADS, Scope.all(), Rate.percent(80)),
                risk.moments(Kpi.DEALS, Scope.all()),
                risk.fan(Kpi.DEALS),
                risk.kept(new LeadDelivery("leads", 10L, Rate.percent(80))),
                risk.curve(Kpi.DEALS),
                buffered.sure(),
                buffered.unsure(),
                buffered.ladder(),
                new Assurance.Unsure(
                        PLAN.goal(),
                        Rate.percent(95),
                        0.8,
                        400L,
                        List.of(new Assurance.Remedy(rates.get(0), counted, 0.99))),
                Signal.of(Rate.percent(20), 66, 400).knownFrom(counted),
                new Elapsed.Underway("crm", "site", YearMonth.of(2027, 1), 40L, 3.0, List.of(0.4, 0.35)),
                new Signals(List.of(new Signals.Leaf(
                        Driver.siteConversion("site"),
                        "crm",
                        Department.MARKETING,
                        Signal.of(Rate.percent(20), 66, 400)))),
                CountLaw.of(100, Rate.percent(5)),
                new CriticalRatio(BigDecimal.TEN, BigDecimal.ONE),
                new InformationValue(1_000L, new BigDecimal("900"), new BigDecimal("60"), counted),
                Calibration.of(List.of(new Calibration.Told(0.5, true))),
                new Calibration.Told(0.5, true));
    }

    private record Buffered(Assurance sure, Assurance unsure, List<ConfidencePlanner.Rung> ladder) {}

    /** A plan of one product and channel, which takes more deals where the manager conversion is only counted. */
    private static Buffered buffered() {
        PlanningConstants constants = GoldenJsonTest.CONSTANTS;
        Uncertainty counted =
                Uncertainty.none().with(Driver.managerConversion(SalesTier.CONSULTATIVE), Doubt.observed(4, 40));
        ConfidencePlanner planner = ConfidencePlanner.withDefaults();
        FinancialGoal goal = FinancialGoal.profit("4000");
        Position opening = Position.empty(JANUARY);
        return new Buffered(
                planner.plan(goal, Rate.percent(60), constants, opening, counted),
                planner.plan(goal, Rate.percent(95), constants, opening, counted),
                planner.ladder(
                        goal,
                        List.of(Rate.percent(50), Rate.percent(60), Rate.percent(95)),
                        constants,
                        opening,
                        counted));
    }

    private static SalesTeam team() {
        return new SalesTeam(
                Map.of(SalesTier.CONSULTATIVE, HandlingEffort.of("47", "3", "95")),
                WorkingTime.of("151", "77%"),
                1L,
                HiringTerms.of("300")
                        .withRampUp("25%", "60%")
                        .withAttrition("1%")
                        .withLeadMonths(1));
    }

    private static InboundDesk desk() {
        return InboundDesk.of(
                WeeklyLoad.steady(List.of(DayOfWeek.MONDAY), 9, 17, 40, Duration.ofSeconds(150))
                        .withPatience(Duration.ofMinutes(2)),
                ResponseTarget.of("80%", Duration.ofSeconds(20)).withMostLost("3%"),
                "30%",
                WorkingWeek.of(5, 8),
                "2500");
    }

    static List<Object> ofBases() {
        LocalDate through = LocalDate.of(2026, 6, 30);
        return List.of(
                new Basis.Counted(515L, 4695L, 281.5, 1963.0, LocalDate.of(2026, 1, 1), through),
                new Backtest(
                        List.of(new Backtest.Standing(through, 240, 4695L, 515L, 651L, 664.5, 640.25, 690.5, false))),
                new Basis.Measured(80L, 12.5, LocalDate.of(2026, 1, 1), through),
                new Basis.Row(Driver.price("crm"), YearMonth.of(2027, 7), "1300", new Basis.Agreed("both", through)),
                new Basis.Judged(0.15, 0.2, "sales"),
                new Basis.Agreed("marketing and sales", through),
                new Arbitration(Rate.percent(20), Rate.percent(15), RateEvidence.finished(80, 400)));
    }

    static List<Object> ofStaffing() {
        InboundLoad load = InboundLoad.of(200, Duration.ofMinutes(3));
        return List.of(
                Teams.of(team(), desk(), Payroll.perMonth("12.5")),
                team().staffed(PLAN.workload()),
                desk().staffed(PLAN.workload()),
                desk().rota(),
                load.queue(14),
                new UnstableQueue(load, 10, 11),
                new Hire(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 2, 1), 2L),
                new PeopleNeed(JANUARY, Ratio.of("1.2"), 2L),
                new SalesCapacity(new BigDecimal("150000"), Rate.percent(85), 7L, 3L, Ratio.percent(40)),
                SalesQuota.of(
                        PLAN,
                        Scope.all().tier(SalesTier.CONSULTATIVE),
                        Mix.ofWeights(Map.of("Anna", Ratio.of(3), "Boris", Ratio.of(2))),
                        OverAssignment.forAttainment("80%")));
    }

    static List<Object> ofResource() {
        Resources resources = Resources.unlimited().withBudget("1500").withManagers(team());
        return List.of(
                resources,
                new ResourceSteps(new BigDecimal("12500"), 1L, 1_000L),
                Bottleneck.withDefaults()
                        .feasibility(
                                FinancialGoal.profit("90000"), DOCUMENT.constants(), DOCUMENT.opening(), resources),
                new NothingFits(
                        List.of(new Shortage(
                                new Resource.Managers(), JANUARY, new NormValue.Count(7L), new NormValue.Count(6L))),
                        List.of(new Obstacle.Unlimited("managers"))));
    }

    static CurveComparison comparison() {
        List<SpendOutcome> weeks = new ArrayList<>();
        double[] noise = {1.5, -2, 0.5, 1, -1, 2, -0.5, -1.5, 1, 0.5};
        for (int week = 0; week < noise.length; week++) {
            double spend = 500 * (week + 1);
            weeks.add(SpendOutcome.of(spend, new MichaelisMenten(200.0, 2_000.0).value(spend) + noise[week]));
        }
        return ResponseFitter.withDefaults().compare(weeks);
    }

    static Object allocation() {
        Map<String, ResponseCurve> curves = Map.of(
                "site", new MichaelisMenten(900.0, 60_000.0),
                "mail", new LogarithmicResponse(200.0, 9_000.0));
        return BudgetAllocation.withDefaults().withStep(new BigDecimal("1000")).best(new BigDecimal("150000"), curves);
    }

    static List<Object> ofAllocation() {
        SpendLimits limits = new SpendLimits(BigDecimal.ONE, BigDecimal.TEN);
        ResponseColumns columns = new ResponseColumns();
        columns.add(new MichaelisMenten(900.0, 60_000.0), 0, 150_000);
        List<SpendOutcome> flat = List.of(SpendOutcome.of(1, 1), SpendOutcome.of(2, 2));
        return List.of(
                List.of(
                        new LinearResponse(2.0, null),
                        new PowerResponse(2.0, 0.5),
                        new LogarithmicResponse(3.0, 1.0),
                        new ExponentialResponse(3.0, 1.0),
                        new Hill(3.0, 1.0, 2.0),
                        new PiecewiseLinear(
                                List.of(new PiecewiseLinear.Knot(1.0, 2.0), new PiecewiseLinear.Knot(2.0, 3.0))),
                        new Adstock(new MichaelisMenten(3.0, 1.0), 0.5)),
                CurveCost.of(new MichaelisMenten(5000.0, 1000.0)),
                new ChannelGroup("paid", List.of("site"), limits),
                comparison(),
                flat,
                columns,
                ResponseFitter.withDefaults().fit(CurveFamily.HILL, flat),
                Flighting.of(
                        600_000,
                        List.of(0.8, 1.2),
                        Map.of("site", new Adstock(new LogarithmicResponse(9_000.0, 4_000.0), 0.6))),
                allocation(),
                BudgetAllocation.withDefaults().continuous(1_000, columns),
                new NoAllocation(new AllocationConflict.Unlimited(3.0)),
                List.of(
                        new AllocationConflict.FloorsAboveCeiling(null, BigDecimal.ONE, BigDecimal.TEN),
                        new AllocationConflict.CeilingsBelowFloor("paid", BigDecimal.TEN, BigDecimal.ONE),
                        new AllocationConflict.NoStepWithin("site", limits, BigDecimal.TEN),
                        new AllocationConflict.OutOfReach(3.0, 2.0),
                        new AllocationConflict.ReturnOutOfReach(3.0, BigDecimal.ONE, 2.0),
                        new AllocationConflict.MarginalReturnOutOfReach(3.0, BigDecimal.ONE, 2.0)));
    }

    private static List<Order> orders() {
        LocalDate start = LocalDate.of(2025, 1, 1);
        return new BuyerSimulator(new BgNbd(0.6, 6, 0.8, 2.4), 1L)
                .orders(
                        60,
                        new GammaGamma(6.25, 3.74, 15.44),
                        2,
                        WEEKS,
                        start,
                        start.plusDays(90),
                        LocalDate.of(2025, 12, 31))
                .toList();
    }

    static FittedModel fitted() {
        HoldoutSplit split = HoldoutSplit.from(orders(), WEEKS, LocalDate.of(2025, 8, 31), LocalDate.of(2025, 12, 31));
        return BuyerModel.fit(split).orThrow();
    }

    static List<Object> ofLifetime() {
        FittedModel model = fitted();
        CustomerHistories histories = model.histories();
        CohortTable cohorts = CohortTable.of(
                CohortTable.Cohort.of("2025-01", 1000, 869, 743, 653), CohortTable.Cohort.of("2026-01", 800, 702));
        LifetimeTerms terms = new LifetimeTerms(
                new BigDecimal("120"), YEARS, DiscountRate.annual("10%"), FirstMargin.NOW, LifetimeHorizon.unbounded());
        ShiftedBetaGeometric curve = new ShiftedBetaGeometric(0.7, 1.2);
        CustomerAcquisition acquisition = CustomerAcquisition.of("90000", 300);
        return List.of(
                orders().get(0),
                model,
                histories,
                HoldoutSplit.from(orders(), WEEKS, LocalDate.of(2025, 8, 31), LocalDate.of(2025, 12, 31)),
                model.customerValues(Rate.percent(40), DiscountRate.annual("12%")),
                BuyerModelFitter.withDefaults().fit(BuyerModelFamily.BG_NBD, histories.counts()),
                GammaGamma.fit(histories.spend()),
                new NotFitted<>(NotFitted.Reason.TOO_FEW_REPEAT_BUYERS, "too few", null, null, 0),
                Scoring.of(new BgNbd(0.243, 4.414, 0.793, 2.426)).scores(histories.columns(), 39),
                new BuyerSimulator(new BgNbd(0.6, 6, 0.8, 2.4), 1L),
                List.of(
                        new Nbd(0.5, 2),
                        new MbgNbd(0.6, 6, 0.8, 2.4),
                        new ParetoNbd(0.6, 6, 0.8, 2.4),
                        new BgBb(1.2, 0.75, 0.66, 2.8),
                        new SpendModel.Constant(12)),
                List.of(
                        new ConstantRetention(Ratio.percent(80)),
                        curve,
                        new CohortRetention(cohorts, RetentionTail.REFUSE),
                        new GivenRetention(List.of(Ratio.ONE, Ratio.percent(80)), RetentionTail.REFUSE)),
                new CurveRepeat(curve, Ratio.percent(30)),
                new ModelRepeat(new BgNbd(0.6, 6, 0.8, 2.4), WEEKS),
                new BassDiffusion(0.03, 0.38, 1000L),
                new BassDiffusion.Year(1, 30L, 300.0, 290.0),
                BuyerModelFitter.withDefaults(),
                List.of(BuyerModelFamily.values()),
                new CustomerEquity(3.0, 2.0, 1.0),
                terms,
                new LifetimeHorizon.Periods(12),
                MarketPotential.ofCounts(10_000, 3_000, 500),
                acquisition,
                acquisition.valueToCost(terms, curve),
                acquisition.discountedPayback(terms, curve),
                CustomerAcquisition.of("900000", 3).discountedPayback(terms, curve),
                new DiscountRate(Ratio.percent(1), MONTHS));
    }
}
