package io.github.planningmath.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.evidence.LeadCount.Outcome;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.MarketingApproach;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FactsOfLogTest {

    private static final YearMonth JANUARY = YearMonth.of(2027, 1);
    private static final YearMonth MARCH = YearMonth.of(2027, 3);

    private final FunnelHistory history = FunnelHistory.from(List.of(
            lead("1", "2027-01-05", "site")
                    .won(LocalDate.parse("2027-01-20"), "100", "EUR")
                    .build(),
            lead("2", "2027-01-31", "site")
                    .won(LocalDate.parse("2027-02-01"), "90.5", "EUR")
                    .build(),
            lead("3", "2027-02-10", "site")
                    .won(LocalDate.parse("2027-03-01"), "80", "EUR")
                    .build(),
            lead("4", "2027-02-11", "mail").lost(LocalDate.parse("2027-02-12")).build(),
            lead("5", "2026-10-01", "site").won(LocalDate.parse("2027-02-28")).build(),
            lead("6", "2027-03-01", "fair").build()));

    private static Lead.Builder lead(String id, String day, String channel) {
        return Lead.builder(id, LocalDate.parse(day)).product("crm").channel(channel);
    }

    private static Actuals.Cell cell(YearMonth month, String channel, long leads, long deals) {
        return Actuals.Cell.of(month, "crm", channel).withLeads(leads).withNewDeals(deals);
    }

    @Test
    void leadsStandInTheirMonthAndDealsInTheirs() {
        Actuals facts = history.actuals(JANUARY, JANUARY.plusMonths(1));
        assertThat(facts.currency()).hasToString("EUR");
        assertThat(facts.lastMonth()).isEqualTo(JANUARY.plusMonths(1));
        // the amount of the deal of 28 February is not known, so the month's revenue is not
        assertThat(facts.cells())
                .containsExactlyInAnyOrder(
                        cell(JANUARY, "site", 2, 1).withRevenue(new BigDecimal("100")),
                        cell(JANUARY.plusMonths(1), "site", 1, 2),
                        cell(JANUARY, "mail", 0, 0).withRevenue(BigDecimal.ZERO),
                        cell(JANUARY.plusMonths(1), "mail", 1, 0).withRevenue(BigDecimal.ZERO));
    }

    @Test
    void dealsMayBeToldApartByTheMonthsOfTheirLeads() {
        YearMonth february = JANUARY.plusMonths(1);
        assertThat(history.actualsByLeads(JANUARY, february).cells())
                .containsExactlyInAnyOrder(
                        cell(JANUARY, "site", 2, 1).withNewDeals(null).withRevenue(new BigDecimal("100")),
                        Actuals.Cell.of(JANUARY, "crm", "site")
                                .withBrought(JANUARY)
                                .withNewDeals(1L),
                        cell(february, "site", 1, 2).withNewDeals(null),
                        Actuals.Cell.of(february, "crm", "site")
                                .withBrought(JANUARY)
                                .withNewDeals(1L),
                        Actuals.Cell.of(february, "crm", "site")
                                .withBrought(JANUARY.minusMonths(3))
                                .withNewDeals(1L),
                        cell(JANUARY, "mail", 0, 0).withRevenue(BigDecimal.ZERO),
                        cell(february, "mail", 1, 0).withRevenue(BigDecimal.ZERO));
    }

    @Test
    void aPlanOpensWithTheLeadsOfWhichDealsAreStillToCome() {
        PlanningConstants constants = constants(SalesCycle.of("40%", "0%", "60%"));
        assertThat(history.position(MARCH, constants))
                .isEqualTo(new Position(
                        MARCH,
                        List.of(),
                        List.of(
                                Position.Cohort.of("crm", "mail", MARCH.minusMonths(1), 1),
                                Position.Cohort.of("crm", "site", JANUARY, 2),
                                Position.Cohort.of("crm", "site", MARCH.minusMonths(1), 1)),
                        List.of(),
                        List.of()));
        assertThat(history.position(MARCH, constants(SalesCycle.months(0))).cohorts())
                .isEmpty();
    }

    @Test
    void aProductsOwnCycleSaysWhichLeadsAreOpen() {
        PlanningConstants ofTier = constants(SalesCycle.of("40%", "0%", "60%"));
        PlanningConstants atOnce = constants(SalesCycle.months(0));
        assertThat(history.position(MARCH, atOnce.withProcess("crm", ofTier.process("crm"))))
                .isEqualTo(history.position(MARCH, ofTier));
    }

    /** Month by month against a plain count, of logs drawn at random; and the last months' events change nothing before. */
    @Test
    void drawnLogsAreCountedAsPlainly() {
        Random random = new Random(5);
        for (int log = 0; log < 50; log++) {
            List<Lead> leads = new ArrayList<>();
            for (int id = 0; id < 60; id++) {
                LocalDate came = JANUARY.atDay(1).plusDays(random.nextInt(120));
                Lead.Builder lead = lead("L" + id, came.toString(), random.nextBoolean() ? "site" : "mail");
                leads.add(
                        random.nextBoolean()
                                ? lead.build()
                                : lead.won(came.plusDays(random.nextInt(90))).build());
            }
            FunnelHistory drawn = FunnelHistory.from(leads);
            Actuals facts = drawn.actuals(JANUARY, MARCH);
            for (Actuals.Cell cell : drawn.actualsByLeads(JANUARY, MARCH).cells()) {
                if (cell.brought() != null) {
                    assertThat(cell.newDeals())
                            .isEqualTo(leads.stream()
                                    .filter(lead -> Objects.equals(cell.channel(), lead.channel()))
                                    .filter(lead ->
                                            YearMonth.from(lead.entered()).equals(cell.brought()))
                                    .filter(lead -> lead.end().date() != null
                                            && YearMonth.from(lead.end().date()).equals(cell.month()))
                                    .count());
                }
            }
            for (Actuals.Cell cell : facts.cells()) {
                assertThat(cell.leads())
                        .isEqualTo(leads.stream()
                                .filter(lead -> Objects.equals(cell.channel(), lead.channel()))
                                .filter(lead -> YearMonth.from(lead.entered()).equals(cell.month()))
                                .count());
                assertThat(cell.newDeals())
                        .isEqualTo(leads.stream()
                                .filter(lead -> Objects.equals(cell.channel(), lead.channel()))
                                .filter(lead -> lead.end().date() != null
                                        && YearMonth.from(lead.end().date()).equals(cell.month()))
                                .count());
            }
            assertThat(FunnelHistory.fromCounts(
                                    drawn.counts().stream()
                                            .filter(count -> YearMonth.from(count.entered())
                                                            .compareTo(MARCH)
                                                    <= 0)
                                            .toList(),
                                    null)
                            .actuals(JANUARY, MARCH))
                    .isEqualTo(facts);
        }
    }

    @Test
    void whatHasNoPlaceIsRefused() {
        FunnelHistory plain = FunnelHistory.fromCounts(List.of(LeadCount.of(MARCH.atDay(5), Outcome.OPEN, 0, 7)), null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain.actuals(MARCH, MARCH))
                .withMessage(
                        "FunnelHistory.actuals must be of leads that say what they ask for, but 7 of 2027-03-05 do not."
                                + " Perhaps FunnelHistory.where was meant, which leaves them out.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain.actuals(JANUARY, JANUARY))
                .withMessage("FunnelHistory.actuals must be of a log that has leads until 2027-01, but it had none.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain.actuals(MARCH, JANUARY))
                .withMessage("FunnelHistory.last must not be before first, 2027-03, but was 2027-01.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.position(MARCH.plusMonths(1), constants(SalesCycle.months(1))))
                .withMessage("PlanningConstants.channel must name a known channel (site, mail), but was fair.");
        assertThat(history.where(count -> !"fair".equals(count.channel()))
                        .position(MARCH.plusMonths(1), constants(SalesCycle.months(2)))
                        .cohorts())
                .hasSize(2);
    }

    private static PlanningConstants constants(SalesCycle cycle) {
        return PlanningConstants.builder()
                .currency("EUR")
                .horizon(Horizon.year(2027))
                .product(Product.of("crm", SalesTier.CONSULTATIVE, "1000", "300"))
                .channel(channel("site"))
                .channel(channel("mail"))
                .tier(
                        SalesTier.CONSULTATIVE,
                        SalesProcess.of(Rate.percent(20), 1, ChannelMix.only("site"))
                                .withCycle(cycle))
                .build();
    }

    private static Channel channel(String name) {
        return Channel.builder(name)
                .approach(MarketingApproach.INDUSTRY)
                .siteConversion("5%")
                .warmUpRate("40%")
                .costPerVisit("1")
                .build();
    }
}
