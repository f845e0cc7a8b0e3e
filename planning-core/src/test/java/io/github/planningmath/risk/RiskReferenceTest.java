package io.github.planningmath.risk;

import static io.github.planningmath.risk.ReferenceCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.planningmath.internal.NormalLaw;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.MarketingApproach;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole plans whose chances are known to many digits: open leads that become deals within the one month of the plan. */
class RiskReferenceTest {

    private static final YearMonth JANUARY = YearMonth.of(2027, 1);

    @Test
    void fewLeads() {
        PlanRisk risk = PlanRisk.of(openLeads("10%", 50), Uncertainty.none());
        assertThat(risk.chance(Kpi.DEALS, Scope.all(), 5).value())
                .isCloseTo(value("luck-50-leads", "probability"), withinPercentage(1e-10));
        assertThat(deals("35%", 41, 10)).isCloseTo(value("luck-calls-bonus", "p_at_41"), within(1e-12));
        assertThat(deals("35%", 42, 10)).isCloseTo(value("luck-calls-bonus", "p_at_42"), within(1e-12));
        assertThat(1 - deals("40%", 18, 5)).isCloseTo(value("luck-demonstrations", "shortfall_18"), within(1e-12));
        assertThat(deals("10%", 50, 10)).isCloseTo(value("lugannani-rice", "exact10"), within(1e-12));
    }

    @Test
    void aMillionLeads() {
        assertThat(deals("2%", 1_000_000, 20_000)).isCloseTo(value("luck-large", "p20000"), withinPercentage(1e-8));
        assertThat(deals("2%", 1_000_000, 20_300)).isCloseTo(value("luck-large", "p20300"), withinPercentage(1e-8));
    }

    private static double deals(String conversion, long leads, long deals) {
        return PlanRisk.of(openLeads(conversion, leads), Uncertainty.none())
                .chance(Kpi.DEALS, Scope.all(), deals)
                .value();
    }

    @Test
    void aRateOfWhichLittleIsKnown() {
        PlanRisk risk = PlanRisk.of(
                openLeads("10%", 50),
                Uncertainty.none().with(Driver.managerConversion(SalesTier.CONSULTATIVE), Doubt.observed(4, 40)));
        Chance chance = risk.chance(Kpi.DEALS, Scope.all(), 5);
        // a beta-binomial; one doubt is one dimension, which points fill evenly
        assertThat(chance.value()).isCloseTo(value("evidence-5-deals-40", "p50"), within(1e-5));
    }

    @Test
    void twoProductsOfTwoPrices() {
        PlanRisk risk = PlanRisk.of(twoProducts(), Uncertainty.none());
        Scope all = Scope.all();
        assertThat(risk.chance(Kpi.REVENUE, all, 20_000).value())
                .isCloseTo(value("two-products", "p20000"), within(1e-12));
        assertThat(risk.chance(Kpi.REVENUE, all, new BigDecimal("22499.70")).value())
                .isCloseTo(value("two-products", "pmean"), within(1e-12));
        assertThat(risk.chance(Kpi.REVENUE, all, 26_000).value())
                .isCloseTo(value("two-products", "p26000"), within(1e-12));
    }

    @Test
    void dealsOfThreeChannels() {
        PlanRisk risk = PlanRisk.of(threeChannels(), Uncertainty.none());
        Scope all = Scope.all();
        for (int deals : List.of(20, 23, 30)) {
            assertThat(risk.chance(Kpi.NEW_DEALS, all, deals).value())
                    .isCloseTo(value("poisson-binomial", "p_at_least_" + deals), within(1e-12));
        }
        assertThat(risk.moments(Kpi.NEW_DEALS, all).varianceOfLuck())
                .isCloseTo(value("poisson-binomial", "variance"), within(1e-12));
    }

    @Test
    void whatCountsSayOfARate() {
        BetaMarginal rate = new BetaMarginal(37.5, 1163.5);
        String id = "evidence-37-of-1200";
        assertThat(rate.mean()).isCloseTo(value(id, "mean"), within(1e-12));
        assertThat(rate.at(NormalLaw.score(0.05))).isCloseTo(value(id, "q05"), within(1e-9));
        assertThat(rate.at(0)).isCloseTo(value(id, "q50"), within(1e-10));
        assertThat(rate.at(NormalLaw.score(0.95))).isCloseTo(value(id, "q95"), within(1e-9));
        assertThat(rate.below(0.025)).isCloseTo(value(id, "p_below_2_5pct"), within(1e-10));
    }

    @Test
    void theProductOfTwoRates() {
        BetaMarginal site = new BetaMarginal(20, 980);
        BetaMarginal manager = new BetaMarginal(80, 320);
        int points = 1 << 14;
        double above = 0;
        double mean = 0;
        double square = 0;
        SobolSequence sequence = new SobolSequence(1, 5);
        for (int i = 0; i < points; i++) {
            double rate = site.at(NormalLaw.score(sequence.coordinate(i, 0)));
            above += 1 - manager.below(0.004 / rate);
            mean += rate * manager.mean();
            square += rate * rate * manager.mean() * (81.0 / 401);
        }
        assertThat(above / points).isCloseTo(value("product-of-betas", "p"), within(1e-5));
        assertThat(mean / points).isCloseTo(value("product-of-betas", "mean"), within(1e-7));
        assertThat(square / points - 0.004 * 0.004)
                .isCloseTo(value("product-of-betas", "variance"), withinPercentage(0.1));
    }

    @Test
    void ratesWithOneThingBehindThem() {
        Driver<Rate> site = Driver.siteConversion("site");
        Driver<Rate> warmUp = Driver.warmUpRate("site");
        for (int percent : List.of(50, 30)) {
            Uncertainty uncertainty = Uncertainty.none()
                    .with(site, Doubt.observed(5, 100))
                    .with(warmUp, Doubt.observed(40, 100))
                    .together(percent / 100.0, List.of(site, warmUp));
            Knowledge knowledge = new Knowledge(TelephonyPlan.constants(), uncertainty);
            double[] medians = knowledge.at(new double[2]);
            double both = 0;
            double[][] draws = knowledge.draws(16, 4096, 3, new double[2]);
            for (double[] draw : draws) {
                both += draw[0] < medians[0] && draw[1] < medians[1] ? 1.0 / draws.length : 0;
            }
            assertThat(both).isCloseTo(value("copula-median", "r" + percent), within(1e-3));
        }
    }

    @Test
    void theSequenceBeforeItIsScrambled() {
        // Joe and Kuo (2008): the first eight points in four dimensions, in eighths
        int[][] eighths = {
            {0, 0, 0, 0},
            {4, 4, 4, 4},
            {6, 2, 2, 2},
            {2, 6, 6, 6},
            {3, 3, 5, 7},
            {7, 7, 1, 3},
            {5, 1, 7, 5},
            {1, 5, 3, 1}
        };
        for (int point = 0; point < eighths.length; point++) {
            for (int dimension = 0; dimension < 4; dimension++) {
                assertThat(SobolSequence.unscrambled(point, dimension) >>> 29)
                        .as("point %s, dimension %s", point, dimension)
                        .isEqualTo(eighths[point][dimension]);
            }
        }
    }

    /** So many leads that are decided in the plan's one month, at a price of 1 and no cost. */
    private static Plan openLeads(String conversion, long leads) {
        return plan(
                Assortment.only(product("crm", SalesTier.CONSULTATIVE, "1")),
                List.of(channel("site")),
                Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.of(conversion), 0, ChannelMix.only("site"))),
                List.of(Position.OpenLeads.of("crm", "site", JANUARY, leads)));
    }

    private static Plan twoProducts() {
        List<Product> products = List.of(
                product("suite", SalesTier.STRATEGIC, "900"), product("single", SalesTier.CONSULTATIVE, "389.99"));
        return plan(
                new Assortment(products, Mix.ofWeights(Map.of("suite", Ratio.ONE, "single", Ratio.ONE))),
                List.of(channel("site")),
                Map.of(
                        SalesTier.STRATEGIC,
                        SalesProcess.of(Rate.percent(4), 0, ChannelMix.only("site")),
                        SalesTier.CONSULTATIVE,
                        SalesProcess.of(Rate.percent(6), 0, ChannelMix.only("site"))),
                List.of(
                        Position.OpenLeads.of("suite", "site", JANUARY, 300),
                        Position.OpenLeads.of("single", "site", JANUARY, 500)));
    }

    private static Plan threeChannels() {
        SalesProcess process = SalesProcess.builder()
                .managerConversion("2%")
                .conversion("mail", "5%")
                .conversion("calls", "1%")
                .cycleMonths(0)
                .channel("site", "40%")
                .channel("mail", "30%")
                .channel("calls", "30%")
                .build();
        return plan(
                Assortment.only(product("crm", SalesTier.CONSULTATIVE, "1")),
                List.of(channel("site"), channel("mail"), channel("calls")),
                Map.of(SalesTier.CONSULTATIVE, process),
                List.of(
                        Position.OpenLeads.of("crm", "site", JANUARY, 400),
                        Position.OpenLeads.of("crm", "mail", JANUARY, 120),
                        Position.OpenLeads.of("crm", "calls", JANUARY, 900)));
    }

    private static Plan plan(
            Assortment assortment,
            List<Channel> channels,
            Map<SalesTier, SalesProcess> tiers,
            List<Position.OpenLeads> leads) {
        PlanningConstants constants =
                PlanningConstants.of("EUR", Horizon.ofMonths(JANUARY, 1), assortment, channels, tiers);
        return Planner.withDefaults()
                .plan(FinancialGoal.deals(0), constants, Position.of(JANUARY, List.of(), leads))
                .orThrow();
    }

    private static Product product(String name, SalesTier tier, String price) {
        return Product.of(name, tier, price, "0");
    }

    private static Channel channel(String name) {
        return Channel.builder(name)
                .approach(MarketingApproach.INDUSTRY)
                .siteConversion("5%")
                .warmUpRate("40%")
                .costPerVisit("0")
                .build();
    }
}
