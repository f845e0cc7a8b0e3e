package io.github.planningmath.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.evidence.LeadCount.Outcome;
import io.github.planningmath.plan.Basis;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EstimatesTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final Driver<Rate> SOLD_ON_SITE = Driver.managerConversion(SalesTier.CONSULTATIVE, "site");
    private static final Driver<Rate> SOLD = Driver.managerConversion(SalesTier.CONSULTATIVE);
    private static final Driver<Rate> PROJECTS = Driver.managerConversion(SalesTier.STRATEGIC);

    private static final Driver<SalesCycle> CYCLE = Driver.salesCycle(SalesTier.CONSULTATIVE);
    private static final Driver<SalesCycle> CYCLE_OF_PROJECTS = Driver.salesCycle(SalesTier.STRATEGIC);

    private static final Driver<ChannelMix> MIX = Driver.channelMix(SalesTier.CONSULTATIVE);

    private final PlanningConstants constants = PlanningConstants.of(
            "EUR",
            Horizon.year(2027),
            new Assortment(
                    List.of(
                            Product.of("crm", SalesTier.CONSULTATIVE, "1000", "300"),
                            Product.of("project", SalesTier.STRATEGIC, "9000", "3000")),
                    Mix.ofWeights(Map.of("crm", Ratio.of(3), "project", Ratio.of(1)))),
            List.of(channel("site"), channel("mail")),
            Map.of(
                    SalesTier.CONSULTATIVE,
                            SalesProcess.of(
                                            Rate.percent(20),
                                            1,
                                            ChannelMix.ofWeights(Map.of("site", Ratio.of(1), "mail", Ratio.of(1))))
                                    .withConversion("site", Rate.percent(25)),
                    SalesTier.STRATEGIC, SalesProcess.of(Rate.percent(10), 6, ChannelMix.only("mail"))));

    private static Channel channel(String name) {
        return new Channel(
                name, MarketingApproach.TARGETED, Rate.percent(5), Rate.percent(40), CostPerVisit.of("1.50"), null);
    }

    private static KnownLeads known(LeadCount... counts) {
        return FunnelHistory.fromCounts(List.of(counts), null).knownThrough(START.plusDays(180));
    }

    private static List<LeadCount> finished(String product, String channel, long won, long lost) {
        List<LeadCount> counts = new ArrayList<>();
        counts.add(LeadCount.of(START, Outcome.WON, 9, won).withProduct(product).withChannel(channel));
        counts.add(
                LeadCount.of(START, Outcome.LOST, 30, lost).withProduct(product).withChannel(channel));
        return counts;
    }

    @Test
    void aTierHasTheLeadsOfItsProductsAndAChannelOfItsOwn() {
        List<LeadCount> counts = new ArrayList<>();
        counts.addAll(finished("crm", "site", 90, 210));
        counts.addAll(finished("crm", "mail", 30, 170));
        counts.addAll(finished("project", "mail", 12, 188));
        counts.add(LeadCount.of(START, Outcome.WON, 3, 7).withProduct("training"));
        Estimates estimates = Estimates.of(known(counts.toArray(LeadCount[]::new)), constants);
        PlanningConstants grounded = estimates.constants();
        assertThat(grounded.value(SOLD_ON_SITE)).isEqualTo(Rate.percent(30));
        assertThat(grounded.value(SOLD)).isEqualTo(Rate.percent(15));
        assertThat(grounded.value(PROJECTS)).isEqualTo(Rate.percent(6));
        assertThat(grounded.basis(SOLD)).isEqualTo(estimates.bases().get(SOLD));
        assertThat(grounded.basis().stream().map(Basis.Row::constant))
                .containsExactlyInAnyOrder(
                        SOLD,
                        SOLD_ON_SITE,
                        PROJECTS,
                        CYCLE,
                        CYCLE_OF_PROJECTS,
                        MIX,
                        Driver.channelMix(SalesTier.STRATEGIC),
                        Driver.productMix());
        assertThat(grounded.value(MIX)).isEqualTo(ChannelMix.of("site", Rate.percent(60), "mail", Rate.percent(40)));
        // orders: 300 leads at 30 % and 200 at 15 % of the one, 200 at 6 % of the other, which is 120 to 12
        assertThat(grounded.value(Driver.productMix()))
                .isEqualTo(new Mix<>(Map.of("crm", Ratio.of(909, 1000), "project", Ratio.of(91, 1000))));
        // all deals on the ninth day of January
        assertThat(grounded.value(CYCLE)).isEqualTo(SalesCycle.months(0));
        assertThat(estimates.unplaced()).isEqualTo(7);
        assertThat(estimates.bases().get(SOLD))
                .isEqualTo(new Basis.Counted(30L, 200L, 30.0, 200.0, START, START.plusDays(180)))
                .hasToString("30 of 200, 2026-01 to 2026-06");
        assertThat(estimates.judged())
                .hasSize(Driver.all(constants).size() - 8)
                .contains(Driver.price("crm"), Driver.siteConversion("site"))
                .doesNotContain(SOLD, SOLD_ON_SITE, PROJECTS);
        assertThat(estimates.rate(PROJECTS).orThrow().evidence()).isEqualTo(RateEvidence.finished(12, 200));
    }

    /** Of 10 leads on each of the first 40 days half buy on the day, a quarter after 20 days, a quarter after 40: by hand. */
    @Test
    void theCycleIsSharesByCalendarMonth() {
        List<LeadCount> counts = new ArrayList<>();
        long[] byAge = new long[4];
        for (int day = 0; day < 40; day++) {
            LocalDate came = START.plusDays(day);
            for (int[] wait : new int[][] {{0, 4}, {20, 2}, {40, 2}}) {
                counts.add(LeadCount.of(came, Outcome.WON, wait[0], wait[1]).withProduct("project"));
                LocalDate won = came.plusDays(wait[0]);
                byAge[won.getMonthValue() - came.getMonthValue()] += wait[1];
            }
            counts.add(LeadCount.of(came, Outcome.LOST, 5, 2).withProduct("project"));
        }
        SalesCycle cycle = Objects.requireNonNull(Estimates.of(known(counts.toArray(LeadCount[]::new)), constants)
                .constants()
                .value(CYCLE_OF_PROJECTS));
        for (int age = 0; age < 4; age++) {
            assertThat(cycle.share(age).toDouble()).as("age %d", age).isCloseTo(byAge[age] / 320.0, within(0.001));
        }
        assertThat(cycle.shares()).hasSize(3);
    }

    @Test
    void pricesAreAverageChecks() {
        List<LeadCount> counts = new ArrayList<>();
        for (int deal = 0; deal < 9; deal++) {
            counts.add(LeadCount.of(START.plusDays(deal), Outcome.WON, 3, 1)
                    .withProduct("crm")
                    .withChannel("mail")
                    .withWithAmount(1L)
                    .withAmount(BigDecimal.valueOf(900 + 25L * deal)));
        }
        counts.add(LeadCount.of(START, Outcome.WON, 3, 1).withProduct("crm").withChannel("mail"));
        KnownLeads known =
                FunnelHistory.fromCounts(counts, Currency.getInstance("EUR")).knownThrough(START.plusDays(180));
        Estimates estimates = Estimates.of(known, constants);
        Driver<BigDecimal> price = Driver.price("crm");
        // R: mean(900 + 25 * 0:8) is 1000, sd(...)/sqrt(9) is 22.82177
        assertThat(estimates.constants().value(price)).isEqualByComparingTo("1000");
        assertThat(estimates.bases().get(price)).isInstanceOfSatisfying(Basis.Measured.class, basis -> {
            assertThat(basis.observations()).isEqualTo(9);
            assertThat(basis.standardError()).isCloseTo(22.82177, within(1e-5));
        });
        assertThat(estimates.constants().basis(price)).hasToString("9, ± 22.8, 2026-01 to 2026-06");
        assertThat(estimates.judged()).contains(Driver.price("project"));
        KnownLeads dollars =
                FunnelHistory.fromCounts(counts, Currency.getInstance("USD")).knownThrough(START.plusDays(180));
        assertThat(Estimates.of(dollars, constants).judged()).contains(price);
    }

    @Test
    void whatHasNoEstimateKeepsItsValueAndIsJudged() {
        Estimates estimates = Estimates.of(
                known(
                        LeadCount.of(START, Outcome.WON, 9, 3)
                                .withProduct("crm")
                                .withChannel("site"),
                        LeadCount.of(START, Outcome.OPEN, 0, 50)
                                .withProduct("crm")
                                .withChannel("site")),
                constants);
        assertThat(estimates.rates()).containsOnlyKeys(SOLD_ON_SITE);
        assertThat(estimates.rate(SOLD_ON_SITE)).isInstanceOf(RateRefusal.TooFew.class);
        assertThat(estimates.constants()).isEqualTo(constants);
        assertThat(estimates.bases()).isEmpty();
        assertThat(estimates.judged()).contains(SOLD_ON_SITE, SOLD, PROJECTS);
        assertThat(estimates)
                .hasToString(
                        "managerConversion[CONSULTATIVE][site]: 3 deals of 53 leads are too few: 5 are needed, which 89 leads"
                                + " would bring at this pace.\n"
                                + "channelMix[CONSULTATIVE]: The log has no leads of mail, of which the plan's mix has some: the log"
                                + " lacks them, or the mix has a part too many.\n"
                                + "productMix: Orders are leads times their conversion, and of managerConversion[CONSULTATIVE][site]"
                                + " there is no estimate.\n"
                                + "season: A season takes 24 whole months after the log's beginning, of which there are 6.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimates.rate(SOLD))
                .withMessage(
                        "Estimates.driver must be one of which there are leads, [managerConversion[CONSULTATIVE][site]], but was"
                                + " managerConversion[CONSULTATIVE].");
    }

    @Test
    void leadsThatDoNotSayWhatTheyAskForAreOfTheOnlyTier() {
        PlanningConstants one = PlanningConstants.of(
                "EUR",
                Horizon.year(2027),
                Assortment.only(Product.of("crm", SalesTier.CONSULTATIVE, "1000", "300")),
                List.of(channel("site")),
                Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.percent(20), 1, ChannelMix.only("site"))));
        LeadCount won = LeadCount.of(START, Outcome.WON, 9, 37);
        LeadCount lost = LeadCount.of(START, Outcome.LOST, 9, 1163);
        assertThat(Estimates.of(known(won, lost), one).constants().value(SOLD)).isEqualTo(Rate.of(37, 1200));
        assertThat(Estimates.of(known(won, lost), constants).unplaced()).isEqualTo(1200);
    }
}
