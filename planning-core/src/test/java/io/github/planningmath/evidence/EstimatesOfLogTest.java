package io.github.planningmath.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.evidence.LeadCount.Outcome;
import io.github.planningmath.lifetime.BgNbd;
import io.github.planningmath.lifetime.BuyerSimulator;
import io.github.planningmath.lifetime.CohortRetention;
import io.github.planningmath.lifetime.CohortTable;
import io.github.planningmath.lifetime.CohortTable.Cohort;
import io.github.planningmath.lifetime.CustomerHistories;
import io.github.planningmath.lifetime.GammaGamma;
import io.github.planningmath.lifetime.Order;
import io.github.planningmath.lifetime.RetentionTail;
import io.github.planningmath.plan.Basis;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.quantity.RefusedException;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.RepeatByAge;
import io.github.planningmath.sales.SalesCycle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Constants of visits, contacts, spend and customers, by hand. */
class EstimatesOfLogTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final LocalDate MARCH_31 = LocalDate.of(2026, 3, 31);
    private static final Driver<Rate> SITE = Driver.siteConversion("site");
    private static final Driver<Rate> WARM_UP = Driver.warmUpRate("site");
    private static final Driver<BigDecimal> COST = Driver.costPerVisit("site");
    private static final Driver<Ratio> RETENTION = Driver.retention("crm");
    private static final Driver<Ratio> REPEAT = Driver.repeatRate("crm");
    private static final Driver<RepeatBehaviour> BEHAVIOUR = Driver.repeatBehaviour("crm");

    private static PlanningConstants constants(RepeatBehaviour repeat) {
        return SoldOverOneSite.in(2027).withProduct("crm", each -> each.withRepeat(repeat));
    }

    private static PlanningConstants constants() {
        return constants(new ConstantRepeat(Ratio.percent(90), Ratio.percent(5)));
    }

    private static TrafficCount month(int index, long visits, long contacts, String spend) {
        return TrafficCount.of("site", JANUARY.plusMonths(index))
                .withVisits(visits)
                .withContacts(contacts)
                .spent(spend, "EUR");
    }

    private static final List<TrafficCount> THREE_MONTHS =
            List.of(month(0, 1000, 50, "100"), month(1, 1200, 100, "150"), month(2, 800, 10, "70"));

    private static FunnelHistory log(LeadCount... leads) {
        return FunnelHistory.fromCounts(List.of(leads), null);
    }

    private static Estimates of(FunnelHistory history) {
        return Estimates.of(history.knownThrough(MARCH_31), constants());
    }

    /** Pearson's statistic of three months is 2 * 24.01518485915493: computed in Python. */
    @Test
    void aSiteConversionIsContactsByVisitsAsWideAsMonthsScatter() {
        Estimates estimates = of(log().withTraffic(THREE_MONTHS));
        assertThat(estimates.constants().value(SITE)).isEqualTo(Rate.of(160, 3000));
        assertThat(estimates.bases().get(SITE)).isInstanceOfSatisfying(Basis.Counted.class, basis -> {
            assertThat(basis.successes()).isEqualTo(160);
            assertThat(basis.trials()).isEqualTo(3000);
            assertThat(basis.effectiveTrials()).isCloseTo(3000 / 24.01518485915493, within(1e-9));
            assertThat(basis.effectiveSuccesses()).isCloseTo(160 / 24.01518485915493, within(1e-9));
            assertThat(basis.from()).isEqualTo(JANUARY.atDay(1));
            assertThat(basis.through()).isEqualTo(MARCH_31);
        });
        assertThat(estimates.judged()).doesNotContain(SITE, COST).contains(RETENTION, Driver.price("crm"));
    }

    /** Cochran's ratio of sums, computed in Python: 320/3000, rounded up, and its error. */
    @Test
    void aCostPerVisitIsSpendByVisits() {
        Estimates estimates = of(log().withTraffic(THREE_MONTHS));
        assertThat(estimates.constants().value(COST)).isEqualByComparingTo("0.106666667");
        assertThat(estimates.bases().get(COST)).isInstanceOfSatisfying(Basis.Measured.class, basis -> {
            assertThat(basis.observations()).isEqualTo(3000);
            assertThat(basis.standardError()).isCloseTo(0.011280924574664054, within(1e-15));
        });
        assertThat(estimates.others().get(COST))
                .hasToString("costPerVisit[site]: 0.106666667 (3000, ± 0.0113, 2026-01 to 2026-03)");
    }

    /** Contacts of 1 January to 28 February: leads of these days are 20 and 15, those of March and of December are not of them. */
    @Test
    void leadsOfAWarmUpRateAreThoseOfTheDaysOfTheContacts() {
        Estimates estimates = of(log(
                        LeadCount.of(LocalDate.of(2025, 12, 31), Outcome.OPEN, 0, 900)
                                .withChannel("site"),
                        LeadCount.of(LocalDate.of(2026, 1, 31), Outcome.OPEN, 0, 20)
                                .withChannel("site"),
                        LeadCount.of(LocalDate.of(2026, 2, 1), Outcome.WON, 3, 15)
                                .withChannel("site"),
                        LeadCount.of(LocalDate.of(2026, 3, 1), Outcome.WON, 3, 700)
                                .withChannel("site"),
                        LeadCount.of(LocalDate.of(2026, 2, 1), Outcome.WON, 3, 5)
                                .withChannel("mail"))
                .withTraffic(List.of(
                        TrafficCount.of("site", JANUARY).withContacts(40L),
                        TrafficCount.of("site", LocalDate.of(2026, 2, 1)).withContacts(30L))));
        assertThat(estimates.constants().value(WARM_UP)).isEqualTo(Rate.of(35, 70));
        assertThat(estimates.bases().get(WARM_UP))
                .isEqualTo(new Basis.Counted(35L, 70L, 35.0, 70.0, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1)));
        assertThat(estimates.others()).doesNotContainKeys(SITE, COST);
    }

    @Test
    void whatOneSystemKnowsAndAnotherDoesNotIsPutTogether() {
        List<TrafficCount> visits = List.of(
                TrafficCount.of("site", JANUARY).withVisits(500L),
                TrafficCount.of("site", JANUARY).withVisits(500L));
        List<TrafficCount> ads = List.of(TrafficCount.of("site", JANUARY).spent("80", "EUR"));
        assertThat(log().withTraffic(visits).withTraffic(ads).traffic())
                .containsExactly(
                        TrafficCount.of("site", JANUARY).withVisits(1000L).spent("80", "EUR"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log().withTraffic(visits)
                        .withTraffic(List.of(
                                TrafficCount.of("site", JANUARY.atDay(7)).withVisits(3L))))
                .withMessage(
                        "FunnelHistory.traffic must know visits of a day once, but site has them from 2026-01-01 through"
                                + " 2026-01-31 and from 2026-01-07 through 2026-01-07. Perhaps days and months were given both.");
    }

    @Test
    void whatCannotBeSaidIsRefused() {
        Estimates few = of(log().withTraffic(List.of(month(0, 29, 6, "10"))));
        assertThat(few.others().get(SITE)).isEqualTo(new ConstantRefusal.TooFew(6L, 29L, "visits"));
        assertThat(few.others().get(SITE)).hasToString("6 of 29 visits are too few: 5 of 30 are needed.");
        assertThat(few.constants()).isEqualTo(constants());
        assertThat(few.judged()).isEqualTo(Driver.all(constants()));
        Estimates many = of(log().withTraffic(List.of(month(0, 60, 70, "10"))));
        assertThat(many.others().get(SITE))
                .hasToString(
                        "70 of 60 visits cannot be: something else is counted as well, or not all visits are in the log.");
        assertThatThrownBy(() -> Objects.requireNonNull(many.others().get(SITE)).orThrow())
                .isInstanceOf(RefusedException.class);
        Estimates dollars = of(log().withTraffic(
                        List.of(TrafficCount.of("site", JANUARY).withVisits(60L).spent("10", "USD"))));
        assertThat(dollars.others().get(COST)).hasToString("The log's amounts are in USD, the plan's in EUR.");
        Estimates elsewhere =
                of(log().withTraffic(List.of(TrafficCount.of("fair", JANUARY).withVisits(60L))));
        assertThat(elsewhere.unknown()).containsExactly("fair");
    }

    private static final CohortTable COHORTS =
            CohortTable.of(Cohort.of("2025-10", 100, 80, 64, 50, 40), Cohort.of("2025-12", 50, 39, 31));

    private static FunnelHistory customers(CohortTable table, long... deals) {
        List<CustomerCount> counts = new ArrayList<>(CustomerCount.of("crm", table));
        for (int index = 0; index < counts.size(); index++) {
            counts.set(index, counts.get(index).withDeals(deals[index]));
        }
        return log().withCustomers(counts);
    }

    /** The table's own sums, over all renewals. */
    @Test
    void retentionIsOfAllCohortsForAsLongAsTheyWereSeen() {
        Estimates estimates = of(customers(COHORTS, 12, 4, 9, 5, 6, 3));
        long stayed = 0;
        long atRisk = 0;
        for (int renewal = 1; renewal <= COHORTS.periods(); renewal++) {
            stayed += COHORTS.stayed(renewal);
            atRisk += COHORTS.atRisk(renewal);
        }
        assertThat(estimates.constants().value(RETENTION)).isEqualTo(Ratio.of(stayed, atRisk));
        assertThat(estimates.bases().get(RETENTION))
                .isEqualTo(new Basis.Counted(
                        304L, 383L, 304.0, 383.0, LocalDate.of(2025, 11, 1), LocalDate.of(2026, 2, 28)));
        assertThat(estimates.constants().value(REPEAT)).isEqualTo(Ratio.of(39, 383));
        assertThat(estimates.judged()).doesNotContain(RETENTION, REPEAT);
    }

    /** 25 deals of 240 customers and months, whose chi-squared is 2 * 1.852: computed in Python. */
    @Test
    void aRepeatRateIsAsUncertainAsItsMonthsScatter() {
        CohortTable table = CohortTable.of(Cohort.of("2025-10", 100, 80, 60, 50));
        assertThat(of(customers(table, 12, 4, 9)).bases().get(REPEAT))
                .isInstanceOfSatisfying(Basis.Measured.class, basis -> {
                    assertThat(basis.observations()).isEqualTo(240);
                    assertThat(basis.standardError()).isCloseTo(0.02835170972700667, within(1e-15));
                });
    }

    /** Of ages with one cohort luck is binomial; chi-squared with two degrees of freedom has the tail exp(-x/2). */
    @Test
    void retentionThatDependsOnTheAgeIsRefused() {
        CohortTable table = CohortTable.of(Cohort.of("2025-10", 100, 60, 57, 54));
        ConstantResult result = of(customers(table, 0, 0, 0)).others().get(RETENTION);
        assertThat(result).isInstanceOfSatisfying(ConstantRefusal.ByAge.class, byAge -> {
            assertThat(byAge.first()).isEqualTo(0.6);
            assertThat(byAge.later()).isCloseTo(111 / 117.0, within(1e-15));
            assertThat(byAge.chance()).isCloseTo(2.997063672563198e-09, within(1e-20));
        });
        assertThat(result)
                .hasToString(
                        "It depends on the customers' age: 60.0% in the first month, 94.9% later. Perhaps a product whose"
                                + " repeat behaviour is held by age was meant, such as RepeatByAge.");
    }

    /** Beside Kaplan and Meier of the same cohorts. */
    @Test
    void whereThePlanHoldsItByAgeItIsCountedByAge() {
        Estimates estimates = Estimates.of(
                customers(COHORTS, 12, 4, 9, 5, 6, 3).knownThrough(MARCH_31),
                constants(new RepeatByAge(List.of(Ratio.percent(70)), List.of(Ratio.ZERO))));
        RepeatBehaviour counted = Objects.requireNonNull(estimates.constants().value(BEHAVIOUR));
        CohortRetention curve = new CohortRetention(COHORTS, RetentionTail.REFUSE);
        for (int age = 0; age < 4; age++) {
            assertThat(counted.retention(age)).isEqualTo(curve.retentionRatio(age + 1));
        }
        assertThat(counted.retention(9)).isEqualTo(Ratio.of(40, 50));
        assertThat(counted.repeat(0)).isEqualTo(Ratio.of(12 + 6, 150));
        assertThat(counted.repeat(1)).isEqualTo(Ratio.of(4 + 3, 119));
        assertThat(estimates.judged()).doesNotContain(BEHAVIOUR);
    }

    /** A month that is not over has not been counted, and a window begins with its first day. */
    @Test
    void nothingLaterLeaksIntoWhatWasKnown() {
        FunnelHistory history = customers(COHORTS, 12, 4, 9, 5, 6, 3).withTraffic(THREE_MONTHS);
        KnownLeads earlier = history.knownThrough(LocalDate.of(2026, 2, 27));
        assertThat(earlier.traffic()).containsExactly(THREE_MONTHS.get(0));
        assertThat(earlier.customers())
                .hasSize(4)
                .allMatch(count -> !count.lastDay().isAfter(LocalDate.of(2026, 1, 31)));
        assertThat(history.knownThrough(MARCH_31).since(JANUARY.plusMonths(1)).traffic())
                .containsExactly(THREE_MONTHS.get(1), THREE_MONTHS.get(2));
        assertThat(history.knownThrough(MARCH_31).channel("mail").traffic()).isEmpty();
        assertThat(history.knownThrough(MARCH_31).owner("Ann").customers()).isEmpty();
    }

    /** Law 1, of these counts. */
    @Test
    void partsMergeInAnyOrder() {
        FunnelHistory whole = customers(COHORTS, 12, 4, 9, 5, 6, 3).withTraffic(THREE_MONTHS);
        List<FunnelHistory> parts = new ArrayList<>();
        THREE_MONTHS.forEach(each -> parts.add(log().withTraffic(List.of(each))));
        whole.customers().forEach(each -> {
            long half = each.customers() / 2;
            long stays = Math.min(half, Objects.requireNonNull(each.stayed()) / 2);
            parts.add(log().withCustomers(
                            List.of(new CustomerCount(each.product(), each.won(), each.age(), half, stays, 1L))));
            parts.add(log().withCustomers(List.of(new CustomerCount(
                    each.product(),
                    each.won(),
                    each.age(),
                    each.customers() - half,
                    each.stayed() - stays,
                    Objects.requireNonNull(each.deals()) - 1))));
        });
        for (long seed = 0; seed < 50; seed++) {
            Collections.shuffle(parts, new Random(seed));
            assertThat(parts.stream().reduce(log(), FunnelHistory::plus)).isEqualTo(whole);
        }
    }

    /** Beside a plain count of the orders within a month of the first. */
    @Test
    void buyersWhoLeaveUnseenAreFitted() {
        LocalDate until = LocalDate.of(2025, 6, 30);
        List<Order> orders = new BuyerSimulator(new BgNbd(0.8, 4, 0.9, 2.5), 7L)
                .orders(
                        2_000,
                        new GammaGamma(6.25, 3.74, 15.44),
                        2,
                        ChronoUnit.WEEKS,
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2024, 6, 30),
                        until)
                .toList();
        CustomerHistories buyers = CustomerHistories.from(orders, ChronoUnit.WEEKS, until);
        Map<String, LocalDate> first = new HashMap<>();
        long again = 0;
        for (Order order : orders) {
            LocalDate since = first.putIfAbsent(order.customer(), order.date());
            again += since != null && ChronoUnit.DAYS.between(since, order.date()) <= 30 ? 1 : 0;
        }
        Estimates estimates = of(log()).withBuyers("crm", buyers);
        assertThat(estimates.bases().get(BEHAVIOUR)).isInstanceOfSatisfying(Basis.Measured.class, basis -> {
            assertThat(basis.observations()).isEqualTo(buyers.size());
            assertThat(basis.through()).isEqualTo(LocalDate.of(2025, 6, 30));
            assertThat(basis.from()).isBetween(LocalDate.of(2023, 12, 31), LocalDate.of(2024, 1, 2));
        });
        RepeatBehaviour fitted = Objects.requireNonNull(estimates.constants().value(BEHAVIOUR));
        assertThat(fitted.repeat(0).toDouble()).isCloseTo(again / 2_000.0, within(0.05));
        assertThat(estimates.judged()).doesNotContain(BEHAVIOUR, RETENTION, REPEAT);
    }

    @Test
    void buyersWhomNoModelFitsAreRefused() {
        CustomerHistories nobody = CustomerHistories.from(List.of(), ChronoUnit.WEEKS, LocalDate.of(2025, 6, 30));
        Estimates estimates = of(log()).withBuyers("crm", nobody);
        assertThat(estimates.others().get(BEHAVIOUR)).isInstanceOf(ConstantRefusal.NoModel.class);
        assertThat(estimates.constants()).isEqualTo(constants());
    }

    @Test
    void aProductWithAProcessOfItsOwnHasLeadsOfItsOwn() {
        PlanningConstants plan = constants();
        PlanningConstants own = plan.withProcess("crm", plan.process("crm").withCycle(SalesCycle.months(2)));
        FunnelHistory history = log(
                LeadCount.of(LocalDate.of(2025, 9, 1), Outcome.WON, 9, 30)
                        .withProduct("crm")
                        .withChannel("site"),
                LeadCount.of(LocalDate.of(2025, 9, 1), Outcome.LOST, 9, 70)
                        .withProduct("crm")
                        .withChannel("site"));
        Estimates estimates = Estimates.of(history.knownThrough(MARCH_31), own);
        assertThat(estimates.constants().value(Driver.managerConversion("crm"))).isEqualTo(Rate.percent(30));
        assertThat(estimates.constants().value(Driver.salesCycle("crm"))).isEqualTo(SalesCycle.months(0));
        assertThat(estimates.bases().keySet())
                .containsExactly(Driver.managerConversion("crm"), Driver.salesCycle("crm"), Driver.channelMix("crm"));
        assertThat(estimates.unplaced()).isZero();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomerCount("crm", JANUARY, 0, 5L, 6L, null))
                .withMessage(
                        "CustomerCount.stayed must be at most customers, 5, but was 6. Perhaps customers who came back belong"
                                + " to a cohort of their own.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomerCount("crm", JANUARY, 0, 0L, null, null))
                .withMessage("CustomerCount.customers must be at least 1, but was 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrafficCount.of("site", JANUARY).withSpend(BigDecimal.ONE))
                .withMessage(
                        "TrafficCount.spend must have a currency, and a currency an amount, but was given 1 alone.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrafficCount.of("site", MARCH_31).withThrough(JANUARY.atDay(1)))
                .withMessage("TrafficCount.through must not be before from, 2026-03-31, but was 2026-01-01.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConstantRefusal.NothingOf(List.of(), "leads"))
                .withMessage("ConstantRefusal.NothingOf.parts must have one, but was [].");
    }
}
