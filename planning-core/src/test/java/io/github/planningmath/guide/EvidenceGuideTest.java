package io.github.planningmath.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.accord.Accord;
import io.github.planningmath.accord.AccordResult;
import io.github.planningmath.accord.Obligation;
import io.github.planningmath.evidence.CustomerCount;
import io.github.planningmath.evidence.Estimates;
import io.github.planningmath.evidence.FunnelHistory;
import io.github.planningmath.evidence.Headers;
import io.github.planningmath.evidence.KnownLeads;
import io.github.planningmath.evidence.Lead;
import io.github.planningmath.evidence.LeadCount.Outcome;
import io.github.planningmath.evidence.LeadsInHand;
import io.github.planningmath.evidence.OwnCurve;
import io.github.planningmath.evidence.Pooling;
import io.github.planningmath.evidence.RateDrift;
import io.github.planningmath.evidence.RateEstimate;
import io.github.planningmath.evidence.RateEstimator;
import io.github.planningmath.evidence.RateEvidence;
import io.github.planningmath.evidence.RateResult;
import io.github.planningmath.evidence.TrafficCount;
import io.github.planningmath.lifetime.CohortTable;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.review.Row;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The calls of the page on evidence, from outside of the library's packages. */
class EvidenceGuideTest {

    private final LocalDate firstDay = LocalDate.of(2025, 1, 1);
    private final LocalDate april30 = LocalDate.of(2025, 4, 30);
    private final List<Row> rows = List.of(new Row(
            2L,
            Map.of(
                    "id", "4711",
                    "add_time", "2025-01-02 23:30:00",
                    "status", "won",
                    "won_time", "2025-01-20 09:00:00",
                    "channel", "site")));

    /** Of 5,000 leads of four months 15 % buy, half of them after 20 days. */
    private Stream<Lead> leads() {
        Random random = new Random(2);
        return IntStream.range(0, 5_000).mapToObj(lead -> {
            LocalDate entered = firstDay.plusDays(random.nextInt(120));
            Lead.Builder builder = Lead.builder("lead " + lead, entered).channel(lead % 3 == 0 ? "mail" : "site");
            return random.nextDouble() < 0.15
                    ? builder.won(entered.plusDays((long) (20 * Math.exp(1.2 * random.nextGaussian()))))
                            .build()
                    : builder.build();
        });
    }

    @Test
    void fromALogToARateWithWhatItRestsOn() {
        List<Lead> moreLeads = leads().toList();
        FunnelHistory history = FunnelHistory.reader(Headers.known("pipedrive"))
                .zone(ZoneId.of("Europe/Berlin"))
                .read(rows)
                .plus(FunnelHistory.from(moreLeads));
        KnownLeads known = history.knownThrough(april30);
        assertThat(known.leads()).isEqualTo(5_001);
        assertThat(100.0 * known.leads(Outcome.WON) / known.leads()).isBetween(10.0, 12.0);
        assertThat(known.flags()).isEmpty();

        RateResult result = RateEstimator.withDefaults().rate(known);
        RateEstimate rate = result.orThrow();
        assertThat(rate.range(Rate.percent(90)).contains(0.148)).isTrue();
        assertThat(rate.range(Rate.percent(90)).contains(rate.value())).isTrue();
        assertThat(rate.evidence().toString()).matches("\\d+ of 5001 leads, worth \\d+ of \\d+ finished ones");
        assertThat(rate.cycle().size()).isBetween(10, 12);
        assertThat(rate.explain()).contains(" within 300 days, 90% range ");
        RateEstimate month = RateEstimator.withDefaults().within(30).rate(known).orThrow();
        OwnCurve curve = OwnCurve.of(known);
        assertThat(month.value()).isEqualTo(curve.won(30));

        LeadsInHand inHand = rate.leadsInHand();
        assertThat(inHand.range(Rate.percent(90)).lower()).isGreaterThan((double) inHand.won());
        KnownLeads settled = known.observedFrom(firstDay).since(YearMonth.of(2025, 1));
        assertThat(settled.leads()).isEqualTo(5_001);
    }

    @Test
    void channelsAndMonths() {
        KnownLeads known = FunnelHistory.from(leads()).knownThrough(april30);
        Map<String, RateResult> byChannel = RateEstimator.withDefaults().byChannel(known);
        assertThat(byChannel).containsOnlyKeys("mail", "site");
        RateDrift drift = Objects.requireNonNull(RateDrift.of(known, 30));
        assertThat(drift.logOddsOfChange()).isLessThan(3);
        assertThat(drift.trend()).isBetween(-4.0, 4.0);
        Pooling pooling = Pooling.of(Map.of(
                "site", RateEvidence.finished(80, 400),
                "mail", RateEvidence.finished(3, 20),
                "fairs", RateEvidence.finished(40, 120)));
        double mail = pooling.rate("mail");
        assertThat(mail).isGreaterThan(0.15);
    }

    @Test
    void fromWhatOtherSystemsCountToAPlan() {
        PlanningConstants constants = PlanningConstants.of(
                "EUR",
                Horizon.year(2026),
                Assortment.only(Product.of("crm", SalesTier.CONSULTATIVE, "1000", "300")
                        .withRepeat(new ConstantRepeat(Ratio.percent(90), Ratio.ZERO))),
                List.of(channel("site"), channel("mail")),
                Map.of(
                        SalesTier.CONSULTATIVE,
                        SalesProcess.of(
                                Rate.percent(20),
                                1,
                                ChannelMix.of("site", Rate.percent(50), "mail", Rate.percent(50)))));
        YearMonth january = YearMonth.of(2025, 1);
        CohortTable cohorts = CohortTable.of(CohortTable.Cohort.of("2025-01", 200, 170, 150));
        FunnelHistory history = FunnelHistory.from(leads());
        FunnelHistory all = history.withTraffic(List.of(TrafficCount.of("site", january)
                        .withVisits(12_000L)
                        .withContacts(900L)
                        .spent("1500", "EUR")))
                .withCustomers(CustomerCount.of("crm", cohorts));
        Estimates estimates = Estimates.of(all.knownThrough(april30), constants);
        PlanningConstants grounded = estimates.on(constants);
        assertThat(grounded.value(Driver.siteConversion("site"))).isEqualTo(Rate.of(900, 12_000));
        assertThat(grounded.value(Driver.costPerVisit("site"))).isEqualByComparingTo("0.125");
        assertThat(grounded.value(Driver.retention("crm"))).isEqualTo(Ratio.of(320, 370));
        assertThat(estimates.rates()).containsOnlyKeys(Driver.managerConversion(SalesTier.CONSULTATIVE));
        assertThat(estimates.others()).containsKeys(Driver.channelMix(SalesTier.CONSULTATIVE));
        assertThat(estimates.judged()).contains(Driver.siteConversion("mail"), Driver.fixedCosts());

        Planner planner = Planner.withDefaults();
        FinancialGoal goal = FinancialGoal.profit("10000");
        Position opening = Position.empty(YearMonth.of(2026, 1));
        Plan sales = planner.plan(goal, constants, opening).orThrow();
        Plan marketing = planner.plan(
                        goal,
                        constants.with(Driver.managerConversion(SalesTier.CONSULTATIVE), Rate.percent(15)),
                        opening)
                .orThrow();
        AccordResult result = Accord.between(marketing, sales, Obligation.standard(), List.of(), estimates);
        assertThat(result.toString())
                .contains("15% in marketing's plan, 20% in sales' plan (The facts favour 15% over 20%");
    }

    private static Channel channel(String name) {
        return new Channel(
                name, MarketingApproach.TARGETED, Rate.percent(5), Rate.percent(40), CostPerVisit.of("1.50"), null);
    }
}
