package io.github.planningmath.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.accord.Accord;
import io.github.planningmath.accord.AccordFacts;
import io.github.planningmath.accord.FirstResponse;
import io.github.planningmath.accord.LeadDelivery;
import io.github.planningmath.accord.Scorecard;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.kpi.Pillar;
import io.github.planningmath.lifetime.DiscountRate;
import io.github.planningmath.lifetime.MarketPotential;
import io.github.planningmath.plan.ChangedConstant;
import io.github.planningmath.plan.Derivation;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Initiative;
import io.github.planningmath.plan.Norm;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanComparison;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Sensitivity;
import io.github.planningmath.plan.UnitEconomics;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.review.Part;
import io.github.planningmath.review.PlanHistory;
import io.github.planningmath.review.Verdict;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.Direction;
import io.github.planningmath.traffic.MarketingApproach;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The way of the article, from the financial plan to the mutual duties, call by call. */
class ArticleGuideTest {

    private static final Path PAGE = Path.of("../docs/article.md");
    private static final Path HERE = Path.of("src/test/java/io/github/planningmath/guide/ArticleGuideTest.java");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static PlanningConstants constants(Product calls) {
        Product audit = Product.of("audit", SalesTier.CONSULTATIVE, "400", "90");
        Channel site = Channel.builder("site")
                .approach(MarketingApproach.INDUSTRY)
                .siteConversion("2.5%")
                .warmUpRate("40%")
                .costPerVisit("0.8")
                .build();
        Channel banners = site.withName("banners").withApproach(MarketingApproach.MASS);
        SalesProcess selling = SalesProcess.builder()
                .managerConversion("20%")
                .cycleMonths(1)
                .channel("site", "70%")
                .channel("banners", "30%")
                .build();
        return PlanningConstants.builder()
                .currency("EUR")
                .horizon(Horizon.year(2027))
                .product(calls, "75%")
                .product(audit, "25%")
                .channel(site)
                .channel(banners)
                .tier(SalesTier.CONSULTATIVE, selling)
                .fixedCosts(FixedCosts.perMonth("8000"))
                .build();
    }

    @Test
    @SuppressWarnings("NullAway") // as the page writes it
    void theCallsOfThePageDoWhatItSays() {
        Product calls = Product.builder("call tracking")
                .tier(SalesTier.CONSULTATIVE)
                .price("1200")
                .unitCost("300")
                .repeat("95%", "4%")
                .proposition("every call is found again in a second")
                .packaging("call recording", "control over the sales department", "more sales from the same leads")
                .build();
        PlanningConstants constants = constants(calls);
        Position opening =
                Position.of(YearMonth.of(2027, 1), List.of(Position.Customers.of("call tracking", 3, 120)), List.of());

        List<String> unpackaged = constants.unpackagedProducts();
        List<String> withoutOffer = constants.productsWithoutProposition();
        List<PlanningConstants.ApproachMismatch> mismatches = constants.approachMismatches(Rate.percent(30));
        assertThat(unpackaged).containsExactly("audit");
        assertThat(withoutOffer).containsExactly("audit");
        assertThat(mismatches).hasSize(2).allMatch(each -> each.channels().equals(List.of("banners")));

        Plan plan = Planner.withDefaults()
                .plan(FinancialGoal.profit("120000"), constants, opening)
                .orThrow();
        long newDeals = plan.newDeals(Scope.all());
        BigDecimal contribution = plan.contribution(Scope.all());
        assertThat(newDeals).isPositive();
        assertThat(contribution).isGreaterThan(new BigDecimal("120000"));

        List<Norm> capture = plan.norms().of(Direction.CAPTURE).list();
        List<Norm> retention =
                plan.norms().of(Direction.RETENTION).of(Department.MARKETING).list();
        Derivation why = plan.explain(Kpi.CUSTOMERS_KEPT, Scope.month(YearMonth.of(2027, 6)));
        assertThat(capture).isNotEmpty();
        assertThat(retention).isNotEmpty();
        assertThat(why.evaluate()).isEqualTo(why.value());

        Initiative mailing = Initiative.builder("mailing")
                .direction(Direction.RETENTION)
                .department(Department.MARKETING)
                .audience("customers of call tracking")
                .cost(YearMonth.of(2027, 5), "20000")
                .build();
        Plan mailed = Planner.withDefaults()
                .plan(plan.goal(), constants.plus(mailing), opening)
                .orThrow();
        PlanComparison toPay = plan.compare(mailed);
        assertThat(mailed.requiredDeals()).isGreaterThan(plan.requiredDeals());
        assertThat(toPay.of(Kpi.NEW_DEALS)).isNotEmpty();

        UnitEconomics economics = UnitEconomics.of(plan, "call tracking", DiscountRate.annual("12%"));
        double ratio = economics.valueToCost().ratio();
        PlanningConstants limited = constants.withPotential(
                "call tracking", new MarketPotential(60_000L, Ratio.percent(50), Ratio.percent(3)));
        Norm taken = Planner.withDefaults()
                .plan(plan.goal(), limited, opening)
                .orThrow()
                .norm(Kpi.MARKET_PENETRATION, Scope.all().product("call tracking"));
        assertThat(ratio).isCloseTo(economics.lifetimeValue() / 400, within(0.05));
        assertThat(taken.value().numerator()).isPositive();

        Actuals actuals = Actuals.from(
                List.of(Actuals.Cell.of(YearMonth.of(2027, 2), "call tracking").withNewDeals(1L)));
        Map<Pillar, Sensitivity.Swing> sag =
                Sensitivity.of(plan, Rate.percent(10)).pillars();
        Part brought = Verdict.of(plan, actuals).in(Kpi.PROFIT).pillars();
        assertThat(sag).containsOnlyKeys(Pillar.values());
        assertThat(brought.part("sales").amount()).isNegative();

        Accord accord = Accord.of(
                plan,
                LeadDelivery.ofNorm("leads", Rate.percent(80)),
                new FirstResponse("response", Ratio.of("1/4"), Rate.percent(90)));
        List<Accord.Ungrounded> cannotBeKept = accord.ungrounded();
        List<Accord.ShortLevel> tooLittle = accord.shortLevels();
        Scorecard scorecard = Scorecard.of(accord, actuals, AccordFacts.none());
        assertThat(cannotBeKept).hasSize(4).allMatch(each -> each.products().equals(List.of("audit")));
        assertThat(tooLittle).isEmpty();
        assertThat(scorecard.sales().norms()).isNotEmpty();

        PlanHistory history = PlanHistory.of(LocalDate.of(2026, 12, 1), "the plan of the year", plan)
                .plus(LocalDate.of(2027, 4, 5), "the mailing", mailed, "head of marketing");
        List<ChangedConstant> changed = history.comparison(1, 2).constants();
        assertThat(changed).isNotEmpty().allMatch(each -> each.constant().startsWith("initiatives["));
        assertThat(history.latest().number()).isEqualTo(2);
    }

    @Test
    void everyCallOfThePageStandsAbove() throws IOException {
        String here = Files.readString(HERE, UTF_8).replaceAll("\\s", "");
        List<String> calls = BLOCK.matcher(Files.readString(PAGE, UTF_8))
                .results()
                .flatMap(block -> Arrays.stream(block.group(1).split(";\n")))
                .filter(call -> !call.isBlank())
                .toList();
        assertThat(calls)
                .hasSizeGreaterThan(20)
                .allSatisfy(call -> assertThat(here).contains(call.replaceAll("\\s", "")));
    }
}
