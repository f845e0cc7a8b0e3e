package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.planningmath.internal.Fraction;
import io.github.planningmath.plan.AfterHorizon.DealsDue;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.Traffic;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of cycle-examples.json, whose first lines say where it is from: plans for a number of deals, and a projection. */
class SpreadCycleExamplesTest {

    private static final YearMonth JANUARY = YearMonth.of(2027, 1);

    private static Stream<JsonNode> examples() throws IOException {
        try (InputStream json = SpreadCycleExamplesTest.class.getResourceAsStream("cycle-examples.json")) {
            JsonNode all = new ObjectMapper().readTree(json).get("examples");
            return StreamSupport.stream(all.spliterator(), false);
        }
    }

    static Stream<JsonNode> plans() throws IOException {
        return examples().filter(example -> example.has("N"));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static long[] counts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToLong(each -> each.isArray() ? each.get(0).asLong() : each.asLong())
                .toArray();
    }

    private static PlanningConstants constants(JsonNode inputs) {
        int months = inputs.get("months").asInt();
        List<String> conversions =
                texts(inputs.get("conversionByChannelAndMonth").get(0));
        List<String> shares = texts(inputs.get("seasonShares"));
        Map<Month, Ratio> season = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            season.put(month, Ratio.parse(shares.get(Math.min(month.getValue() - 1, shares.size() - 1))));
        }
        PlanningConstants constants = SmallBusiness.constants()
                .withHorizon(Horizon.ofMonths(JANUARY, months))
                .withSeason(new Season.OfYear(season))
                .withAssortment(Assortment.only(SmallBusiness.product("crm", "1200", "300")))
                .withChannels(List.of(SmallBusiness.channel("site", "2.5%", "40%", "0.80")))
                .withTiers(Map.of(
                        SalesTier.CONSULTATIVE,
                        new SalesProcess(
                                Rate.parse(conversions.get(0)),
                                Map.of(),
                                SalesCycle.of(texts(inputs.get("cycle")).toArray(String[]::new)),
                                ChannelMix.only("site"))))
                .withFixedCosts(FixedCosts.perMonth("8000"));
        for (int month = 1; month < conversions.size(); month++) {
            if (!conversions.get(month).equals(conversions.get(month - 1))) {
                constants = constants.from(
                        JANUARY.plusMonths(month),
                        Driver.managerConversion(SalesTier.CONSULTATIVE),
                        Rate.parse(conversions.get(month)));
            }
        }
        long[] contributions = counts(inputs.get("contributionPerDeal"));
        for (int month = 1; month < contributions.length; month++) {
            if (contributions[month] != contributions[month - 1]) {
                constants = constants.from(
                        JANUARY.plusMonths(month), Driver.price("crm"), BigDecimal.valueOf(contributions[month] + 300));
            }
        }
        return constants;
    }

    private static Position opening(JsonNode inputs) {
        List<Position.Cohort> cohorts = new ArrayList<>();
        inputs.get("cohorts")
                .forEach(cohort -> cohorts.add(Position.Cohort.of(
                        "crm",
                        "site",
                        JANUARY.plusMonths(cohort.get("brought").asInt()),
                        cohort.get("count").asLong())));
        List<Position.OpenLeads> dated = new ArrayList<>();
        inputs.get("opportunities")
                .forEach(each -> dated.add(Position.OpenLeads.of(
                        "crm",
                        "site",
                        JANUARY.plusMonths(each.get("due").asInt()),
                        each.get("count").asLong())));
        return new Position(JANUARY, List.of(), cohorts, dated, List.of());
    }

    private static FinancialGoal goal(JsonNode inputs) {
        JsonNode after = inputs.get("afterHorizon");
        AfterHorizon edge = after.asText().equals("GOES_ON") ? AfterHorizon.goesOn() : AfterHorizon.stops();
        if (after.has("list")) {
            List<DealsDue> due = new ArrayList<>();
            for (long deals : counts(after.get("list"))) {
                YearMonth month = JANUARY.plusMonths(inputs.get("months").asInt() + due.size());
                due.add(new DealsDue("crm", month, deals));
            }
            edge = new AfterHorizon.Listed(due);
        }
        return FinancialGoal.profit("0")
                .withAfterHorizon(edge)
                .withCatchUp(CatchUp.valueOf(inputs.get("arrears").asText()));
    }

    private static Plan plan(JsonNode inputs, long deals) {
        ResolvedBusiness business = new ResolvedBusiness(
                constants(inputs), opening(inputs), goal(inputs).edges(), List.of());
        Cascade cascade = new Cascade(business, deals);
        assertThat(cascade.obstacle()).isNull();
        return Plan.of(goal(inputs), List.of(), cascade, 0);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aPlanHasEveryCell(JsonNode example) {
        JsonNode inputs = example.get("inputs");
        long deals = example.get("N").asLong();
        Plan plan = plan(inputs, deals);
        List<Scope> months =
                plan.constants().horizon().all().stream().map(Scope::month).toList();
        assertThat(months.stream().mapToLong(plan::leads).toArray()).isEqualTo(counts(example.get("leads")));
        assertThat(months.stream().mapToLong(plan::traffic).toArray()).isEqualTo(counts(example.get("visits")));
        assertThat(months.stream().mapToLong(plan::newDeals).toArray()).isEqualTo(counts(example.get("newDeals")));
        CumulativeCounts contacts = plan.projection().contacts()[0];
        DealCourse course = plan.projection()
                .dealCourse(plan.projection().business().lines().get(0));
        long[] projected = counts(example.get("projectedContacts"));
        for (int month = 0; month < projected.length; month++) {
            assertThat(contacts.in(month, 0)).isEqualTo(projected[month]);
            assertThat(course.exactly(month))
                    .isEqualTo(Fraction.parse(
                            "deals",
                            example.get("dealsExactCumulative").get(month).asText()));
        }
        assertThat(plan.profit(Scope.all()))
                .isEqualByComparingTo(example.get("profit").asText());
        assertThat(plan(inputs, deals - 1).profit(Scope.all()))
                .isEqualByComparingTo(example.get("profitOfOneDealLess").asText());
        if (!inputs.get("goal").isNull()) {
            FinancialGoal goal =
                    goal(inputs).withAmount(new BigDecimal(inputs.get("goal").asText()));
            assertThat(Planner.withDefaults()
                            .plan(goal, constants(inputs), opening(inputs))
                            .orThrow()
                            .requiredDeals())
                    .isEqualTo(deals);
        }
        isClosed(plan.closing(), example.get("closing"), inputs);
        isListed(plan, example);
    }

    /** What is ordered is rounded up on its sum; what is still to come at the end comes in the months after it, if no lead does. */
    private static void isListed(Plan plan, JsonNode example) {
        List<OrderedDeals> listed = plan.orderedDeals();
        List<BigInteger> ordered = new ArrayList<>();
        long sum = 0;
        for (OrderedDeals month : listed) {
            sum += Objects.requireNonNull(month.ordered());
            ordered.add(BigInteger.valueOf(sum));
        }
        assertThat(ordered)
                .isEqualTo(texts(example.get("orderedCumulative")).stream()
                        .map(each -> Fraction.parse("ordered", each).ceiling())
                        .toList());
        assertThat(listed.stream().mapToLong(OrderedDeals::made).toArray()).isEqualTo(counts(example.get("newDeals")));
        YearMonth last = plan.constants().horizon().last();
        PlanningConstants after = plan.constants().in(last).withHorizon(Horizon.ofMonths(last.plusMonths(1), 6));
        assertThat(Projection.of(after, plan.closing(), new Traffic(List.of())).newDeals())
                .isEqualTo(listed.get(listed.size() - 1).toCome());
    }

    private static void isClosed(Position closing, JsonNode expected, JsonNode inputs) {
        List<String> leads = new ArrayList<>();
        closing.cohorts().forEach(cohort -> leads.add(cohort.brought() + " " + cohort.leads()));
        int lastAge = inputs.get("cycle").size() - 1;
        closing.openLeads().forEach(each -> leads.add(each.due().minusMonths(lastAge) + " " + each.count()));
        List<String> ofExample = new ArrayList<>();
        expected.get("cohorts")
                .forEach(cohort ->
                        ofExample.add(JANUARY.plusMonths(cohort.get("brought").asInt()) + " " + cohort.get("count")));
        assertThat(leads).isEqualTo(ofExample);
        assertThat(closing.remainders().stream()
                        .filter(each -> each.counted() == Position.Rounded.NEW_DEALS)
                        .map(Position.Remainder::fraction)
                        .findFirst()
                        .orElse(Ratio.ZERO))
                .isEqualTo(Ratio.parse(expected.get("remainderDeals").asText()));
    }

    private static JsonNode example(String number) throws IOException {
        return examples()
                .filter(each -> each.get("name").asText().startsWith(number))
                .findFirst()
                .orElseThrow();
    }

    /** Pins of deals that the plan has in any case are no pins; others are refused, and what can be pinned is said. */
    @Test
    void dealsThatComeOverMonthsCannotBePinned() throws IOException {
        JsonNode inputs = example("4 ").get("inputs");
        FinancialGoal goal = goal(inputs).withAmount(new BigDecimal("120000"));
        Planner asItIs = Planner.withDefaults().withPins(List.of(new Pin.Deals("crm", JANUARY, 16L)));
        assertThat(asItIs.plan(goal, constants(inputs), Position.empty(JANUARY))
                        .orThrow()
                        .requiredDeals())
                .isEqualTo(466);
        Planner another = Planner.withDefaults().withPins(List.of(new Pin.Deals("crm", JANUARY, 17L)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> another.plan(goal, constants(inputs), Position.empty(JANUARY)))
                .withMessage(
                        "Planner.pins must fix leads where the deals of leads come over several months, but fixed deals of"
                                + " crm. Perhaps Pin.Leads was meant.");
    }

    @Test
    void aCohortThatIsOlderThanTheCycleMustSayWhatIsDue() throws IOException {
        PlanningConstants constants = constants(example("4 ").get("inputs"));
        Position old = Position.empty(JANUARY)
                .withCohorts(List.of(Position.Cohort.of("crm", "site", JANUARY.minusMonths(4), 100)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Projection.of(constants, old, new Traffic(List.of())))
                .withMessage(
                        "Position.cohorts must be at most 3 months old, the last age of the sales cycle, where matured is not"
                                + " given, but those of crm from site were brought in 2026-09. Perhaps the cycle was longer: give the share of"
                                + " their deals that is already due.");
        Position left = Position.empty(JANUARY)
                .withCohorts(
                        List.of(new Position.Cohort("crm", "site", JANUARY.minusMonths(4), 100L, Ratio.percent(50))));
        assertThat(Projection.of(constants, left, new Traffic(List.of())).newDeals())
                .isEqualTo(10);
    }

    /** 100 leads of December, half of whose deals are due: the other ten come in January, as they do under a cycle of two months. */
    @Test
    void anotherCycleLosesNoDealAndCountsNoneTwice() throws IOException {
        PlanningConstants oneMonth = constants(example("4 ").get("inputs"))
                .withTier(SalesTier.CONSULTATIVE, process -> process.withCycleMonths(1));
        Position left = Position.empty(JANUARY)
                .withCohorts(
                        List.of(new Position.Cohort("crm", "site", JANUARY.minusMonths(1), 100L, Ratio.percent(50))));
        Projection projection = Projection.of(oneMonth, left, new Traffic(List.of()));
        assertThat(projection.newDeals()).isEqualTo(10);
        assertThat(projection.closing().cohorts()).isEmpty();
        FinancialGoal goal = FinancialGoal.profit("120000").withAfterHorizon(AfterHorizon.stops());
        Plan plan = Planner.withDefaults().plan(goal, oneMonth, left).orThrow();
        assertThat(plan.newDeals(Scope.month(JANUARY))).isEqualTo(10);
        assertThat(plan.newDeals(Scope.all())).isEqualTo(plan.requiredDeals());
    }

    /** Year two from the closing of a plan with its own season: what the year before lacks is spread like what it has too much. */
    @Test
    void theSecondYearGoesOnWithoutASaw() throws IOException {
        assertThat(secondYear("5 ", 436)).startsWith(157, 170, 175, 156);
        assertThat(secondYear("4 ", 428)).startsWith(177, 176, 176);
    }

    private static long[] secondYear(String name, long deals) throws IOException {
        JsonNode example = example(name);
        Plan first = plan(example.get("inputs"), example.get("N").asLong());
        PlanningConstants next = first.constants().withHorizon(Horizon.year(2028));
        Plan second = Plan.of(
                first.goal(),
                List.of(),
                new Cascade(
                        new ResolvedBusiness(next, first.closing(), first.goal().edges(), List.of()), deals),
                0);
        return leads(second);
    }

    /** The deals that are left to the second half of a year with its own season, from facts on plan: nearly what was planned for it. */
    @Test
    void planningTheRestAnewMovesNoMonthByMuch() throws IOException {
        JsonNode example = example("5 ");
        Plan year = plan(example.get("inputs"), example.get("N").asLong());
        YearMonth july = JANUARY.plusMonths(6);
        PlanningConstants constants = year.constants();
        Traffic ofFirstHalf = new Traffic(year.traffic().cells().stream()
                .filter(cell -> cell.month().isBefore(july))
                .toList());
        Projection firstHalf =
                Projection.of(constants.withHorizon(Horizon.ofMonths(JANUARY, 6)), year.opening(), ofFirstHalf);
        FinancialGoal left = year.goal()
                .withMeasure(FinancialGoal.Measure.DEALS)
                .withAmount(BigDecimal.valueOf(year.newDeals(Scope.all()) - firstHalf.newDeals()));
        Plan rest = Planner.withDefaults()
                .plan(left, constants.withHorizon(Horizon.ofMonths(july, 6)), firstHalf.closing())
                .orThrow();
        assertThat(leads(rest)).containsExactly(172, 205, 254, 275, 280, 244);
        assertThat(leads(year)).endsWith(173, 206, 257, 276, 278, 237);
    }

    private static long[] leads(Plan plan) {
        return plan.constants().horizon().all().stream()
                .mapToLong(month -> plan.leads(Scope.month(month)))
                .toArray();
    }

    /** Changing conversions over months, customers and remainders of counted rates: the months of the example from one on. */
    private static PlanningConstants changing(int from, int months) {
        PlanningConstants constants = SmallBusiness.constants()
                .withHorizon(Horizon.ofMonths(JANUARY.plusMonths(from), months))
                .withAssortment(Assortment.only(SmallBusiness.product("crm", "1200", "300")
                        .withRepeat(new ConstantRepeat(
                                from < 5 ? Ratio.percent(90) : Ratio.percent(80), Ratio.percent(10)))))
                .withChannels(List.of(SmallBusiness.channel("site", "2.5%", "40%", "0.80")
                        .withSiteConversion(from < 4 ? Rate.percent("2.5") : Rate.of(37, 1200))))
                .withTiers(Map.of(
                        SalesTier.CONSULTATIVE,
                        new SalesProcess(
                                from < 3 ? Rate.percent(20) : Rate.of(80, 401),
                                Map.of(),
                                SalesCycle.of("40%", "35%", "15%", "10%"),
                                ChannelMix.only("site"))));
        if (from < 3) {
            constants = constants.from(
                    JANUARY.plusMonths(3), Driver.managerConversion(SalesTier.CONSULTATIVE), Rate.of(80, 401));
        }
        if (from < 4 && from + months > 4) {
            constants = constants.from(JANUARY.plusMonths(4), Driver.siteConversion("site"), Rate.of(37, 1200));
        }
        return from < 5 && from + months > 5
                ? constants.from(JANUARY.plusMonths(5), Driver.retention("crm"), Ratio.percent(80))
                : constants;
    }

    /** The traffic of some months, run forward from a position. */
    private static Projection projection(JsonNode example, Position opening, int from, int to) {
        long[] byMonth = counts(example.get("inputs").get("visits"));
        List<Traffic.Visits> visits = new ArrayList<>();
        for (int month = from; month < to; month++) {
            visits.add(new Traffic.Visits(JANUARY.plusMonths(month), "crm", "site", byMonth[month]));
        }
        return Projection.of(changing(from, to - from), opening, new Traffic(visits));
    }

    private static Position position(JsonNode json, int months) {
        List<Position.Customers> customers = new ArrayList<>();
        json.get("customersByAge")
                .properties()
                .forEach(age -> customers.add(new Position.Customers(
                        "crm",
                        Integer.valueOf(age.getKey()),
                        age.getValue().get("count").asLong(),
                        age.getValue().get("billionths").asInt())));
        List<Position.Cohort> cohorts = new ArrayList<>();
        json.get("cohorts")
                .forEach(cohort -> cohorts.add(Position.Cohort.of(
                        "crm",
                        "site",
                        JANUARY.plusMonths(cohort.get("brought").asInt()),
                        cohort.get("count").asLong())));
        JsonNode left = json.get("remainders");
        return new Position(
                JANUARY.plusMonths(months),
                customers,
                cohorts,
                List.of(),
                List.of(
                        new Position.Remainder(
                                Position.Rounded.CONTACTS,
                                "crm",
                                "site",
                                Ratio.parse(left.get("contacts").asText())),
                        new Position.Remainder(
                                Position.Rounded.LEADS,
                                "crm",
                                "site",
                                Ratio.parse(left.get("leads").asText())),
                        new Position.Remainder(
                                Position.Rounded.NEW_DEALS,
                                "crm",
                                null,
                                Ratio.parse(left.get("newDeals").asText())),
                        new Position.Remainder(
                                Position.Rounded.REPEAT_DEALS,
                                "crm",
                                null,
                                Ratio.of(left.get("repeatDealsBillionths").asLong(), 1_000_000_000))));
    }

    private static void isSame(Position position, Position expected) {
        assertThat(position.opens()).isEqualTo(expected.opens());
        assertThat(position.customers()).containsExactlyInAnyOrderElementsOf(expected.customers());
        assertThat(position.cohorts()).containsExactlyInAnyOrderElementsOf(expected.cohorts());
        assertThat(position.openLeads()).isEmpty();
        assertThat(position.remainders()).containsExactlyInAnyOrderElementsOf(expected.remainders());
    }

    @Test
    void aProjectionIsItsPiecesJoined() throws IOException {
        JsonNode example = example("15 ");
        Projection whole = projection(example, Position.empty(JANUARY), 0, 8);
        hasMonths(whole, example, 0, 8);
        isSame(whole.closing(), position(example.get("closing"), 8));
        for (int joint = 1; joint < 8; joint++) {
            Projection first = projection(example, Position.empty(JANUARY), 0, joint);
            hasMonths(first, example, 0, joint);
            Projection second = projection(example, first.closing(), joint, 8);
            hasMonths(second, example, joint, 8);
            isSame(second.closing(), position(example.get("closing"), 8));
        }
        isSame(
                projection(example, Position.empty(JANUARY), 0, 4).closing(),
                position(example.get("positionAfterFourMonths"), 4));
    }

    private static void hasMonths(Projection projection, JsonNode example, int from, int to) {
        Plan plan = Plan.of(FinancialGoal.profit("0"), projection);
        for (int month = from; month < to; month++) {
            JsonNode cells = example.get("months").get(month);
            Scope scope = Scope.month(JANUARY.plusMonths(month));
            assertThat(plan.leads(scope)).isEqualTo(cells.get("leads").get(0).asLong());
            assertThat(plan.contacts(scope))
                    .isEqualTo(cells.get("contacts").get(0).asLong());
            assertThat(plan.newDeals(scope)).isEqualTo(cells.get("deals").asLong());
            assertThat(plan.repeatDeals(scope)).isEqualTo(cells.get("repeats").asLong());
            assertThat(plan.base(scope)).isEqualTo(cells.get("base").asLong());
        }
    }
}
