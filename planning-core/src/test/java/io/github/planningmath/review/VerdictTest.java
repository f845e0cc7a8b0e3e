package io.github.planningmath.review;

import static io.github.planningmath.review.Reviewed.JANUARY;
import static io.github.planningmath.review.Reviewed.MARCH;
import static io.github.planningmath.review.Reviewed.asPlanned;
import static io.github.planningmath.review.Reviewed.assortment;
import static io.github.planningmath.review.Reviewed.channel;
import static io.github.planningmath.review.Reviewed.constants;
import static io.github.planningmath.review.Reviewed.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Actuals.Cell SITE = Actuals.Cell.of(JANUARY, "crm", "site");

    /** Five times the case of two departments, so that deals are whole. */
    @Nested
    class TwoDepartments {

        private final Plan plan = plan("500000", constants());
        private final Verdict verdict = Verdict.of(
                plan,
                Actuals.from(List.of(SITE.withVisits(45_000L)
                        .withContacts(1_800L)
                        .withLeads(1_800L)
                        .withNewDeals(396L)
                        .withRevenue(new BigDecimal("376200")))));

        @Test
        void areToldApartToTheCent() {
            assertThat(plan.traffic(Scope.all())).isEqualTo(50_000);
            Verdict byPrice = verdict.with(Ownership.withDefaults().withOwner(Factor.PRICE, Department.SALES));
            assertThat(byPrice.gap()).isEqualByComparingTo("-123800");
            assertThat(byPrice.of(Department.MARKETING).amount()).isEqualByComparingTo("-142954.78");
            assertThat(byPrice.of(Department.SALES).amount()).isEqualByComparingTo("19154.78");
            assertThat(byPrice.of(Department.SHARED).amount()).isEqualByComparingTo("0");
        }

        @Test
        void haveTheirEffectsToldApart() {
            assertThat(verdict.of(Factor.TRAFFIC_VOLUME) / 5).isCloseTo(-9_169.93, within(0.005));
            assertThat(verdict.of(Factor.SITE_CONVERSION) / 5).isCloseTo(-19_421.03, within(0.005));
            assertThat(verdict.of(Factor.MANAGER_CONVERSION) / 5).isCloseTo(8_295.21, within(0.005));
            assertThat(verdict.of(Factor.PRICE) / 5).isCloseTo(-4_464.25, within(0.005));
            assertThat(verdict.by(Decomposition.SHAPLEY).of(Factor.TRAFFIC_VOLUME) / 5)
                    .isCloseTo(-9_202.5, within(0.005));
        }

        @Test
        void readAsATree() {
            assertThat(verdict).hasToString("""
                    revenue through 2027-01, fact less plan
                    gap: -123800.00
                      marketing: -165276.03
                        capture: -142954.78
                          traffic volume: -45849.63
                          site conversion: -97105.15
                        sale: -22321.25
                          price: -22321.25
                      sales: +41476.03
                        sale: +41476.03
                          manager conversion: +41476.03
                    """);
            assertThat(verdict.through()).isEqualTo(JANUARY);
            assertThat(verdict.assumed()).containsOnlyKeys(Kpi.BASE);
        }

        @Test
        void areBlamedForACountToo() {
            Verdict leads = verdict.in(Kpi.LEADS);
            assertThat(leads.gap()).isEqualByComparingTo("-700");
            assertThat(leads.of(Department.MARKETING).amount()).isEqualByComparingTo("-700");
            assertThat(leads.of(Department.SALES).amount()).isEqualByComparingTo("0");
            assertThat(verdict.in(Kpi.NEW_DEALS).gap()).isEqualByComparingTo("-104");
            assertThat(verdict.in(Kpi.TRAFFIC)
                            .tree()
                            .part("marketing")
                            .part("capture")
                            .parts())
                    .extracting(Part::name)
                    .containsExactly("traffic volume");
        }
    }

    /** Half of the leads from each channel, at 30 % and 10 %; then the mix moves and no manager is worse. */
    @Nested
    class ChannelMixOrManager {

        private final Plan plan = plan("200000", Reviewed.twoChannels());

        private Actuals actuals(long leadsOfA, long dealsOfA, long leadsOfB, long dealsOfB) {
            return Actuals.from(List.of(
                    Actuals.Cell.of(JANUARY, "crm", "a")
                            .withVisits(leadsOfA * 20)
                            .withContacts(leadsOfA)
                            .withLeads(leadsOfA)
                            .withNewDeals(dealsOfA),
                    Actuals.Cell.of(JANUARY, "crm", "b")
                            .withVisits(leadsOfB * 20)
                            .withContacts(leadsOfB)
                            .withLeads(leadsOfB)
                            .withNewDeals(dealsOfB)));
        }

        @Test
        void aConversionThatFallsWithTheMixIsTheMixOwnersToTheLastUnit() {
            assertThat(plan.leads(Scope.all().channel("a"))).isEqualTo(500);
            Verdict verdict = Verdict.of(plan, actuals(300, 90, 700, 70));
            assertThat(verdict.gap()).isEqualByComparingTo("-40000");
            assertThat(verdict.of(Factor.CHANNEL_MIX)).isCloseTo(-40_000, within(1e-6));
            assertThat(verdict.of(Factor.MANAGER_CONVERSION)).isZero();
            assertThat(verdict.of(Department.MARKETING).amount()).isEqualByComparingTo("-40000");
            Verdict overridden = verdict.with(Ownership.withDefaults().withOwner(Factor.CHANNEL_MIX, Department.SALES));
            assertThat(overridden.of(Department.SALES).amount()).isEqualByComparingTo("-40000");
            assertThat(overridden.of(Department.MARKETING).amount()).isEqualByComparingTo("0");
        }

        @Test
        void theSameIsFoundWhereDealsAreNotKnownByChannel() {
            List<Actuals.Cell> cells = new ArrayList<>();
            actuals(300, 90, 700, 70).cells().forEach(cell -> cells.add(cell.withNewDeals((Long) null)));
            cells.add(Actuals.Cell.of(JANUARY, "crm").withNewDeals(160L));
            Verdict verdict = Verdict.of(plan, Actuals.from(cells));
            assertThat(verdict.of(Factor.MANAGER_CONVERSION)).isZero();
            assertThat(verdict.tree().amount()).isEqualByComparingTo("-40000");
        }

        /** Channel b in two halves that are alike, in plan and fact. */
        @Test
        void splittingAChannelInHalvesChangesNoOwnersTotal() {
            Verdict whole = Verdict.of(plan, actuals(300, 96, 700, 72));
            PlanningConstants halved = PlanningConstants.of(
                    "EUR",
                    Horizon.ofMonths(JANUARY, 1),
                    constants().assortment(),
                    List.of(channel("a", "5%", "0"), channel("b", "5%", "0"), channel("c", "5%", "0")),
                    Map.of(
                            SalesTier.CONSULTATIVE,
                            SalesProcess.of(
                                            Rate.percent(10),
                                            0,
                                            ChannelMix.of(
                                                    "a",
                                                    Rate.percent(50),
                                                    "b",
                                                    Rate.percent(25),
                                                    "c",
                                                    Rate.percent(25)))
                                    .withConversion("a", Rate.percent(30))));
            List<Actuals.Cell> cells = new ArrayList<>();
            for (String half : List.of("b", "c")) {
                cells.add(Actuals.Cell.of(JANUARY, "crm", half)
                        .withVisits(7_000L)
                        .withContacts(350L)
                        .withLeads(350L)
                        .withNewDeals(36L));
            }
            cells.add(actuals(300, 96, 0, 0).cells().get(0));
            Verdict halves = Verdict.of(plan("200000", halved), Actuals.from(cells));
            for (Department owner : Department.values()) {
                assertThat(halves.of(owner).effect()).isCloseTo(whole.of(owner).effect(), within(1e-6));
            }
            for (Factor effect : Factor.values()) {
                assertThat(halves.of(effect)).isCloseTo(whole.of(effect), within(1e-6));
            }
        }

        /** Both channels convert better, 32 % and 12 %, and the total falls: both signs show. */
        @Test
        void everyChannelBetterAndTheTotalWorseShowsBothSigns() {
            Verdict verdict = Verdict.of(plan, actuals(200, 64, 800, 96));
            assertThat(verdict.gap()).isEqualByComparingTo("-40000");
            assertThat(verdict.of(Factor.MANAGER_CONVERSION)).isPositive();
            assertThat(verdict.of(Factor.CHANNEL_MIX)).isNegative();
            Part byChannel = verdict.tree()
                    .part("sales")
                    .part("sale")
                    .part("manager conversion")
                    .part("crm");
            assertThat(byChannel.parts()).hasSize(2).allMatch(part -> part.effect() > 0);
        }

        @Test
        void aBetterSiteIsNotAChangeOfMix() {
            Actuals actuals = Actuals.from(List.of(
                    Actuals.Cell.of(JANUARY, "crm", "a").withVisits(10_000L).withContacts(1_000L),
                    Actuals.Cell.of(JANUARY, "crm", "b").withVisits(10_000L).withContacts(500L)));
            Verdict verdict = Verdict.of(plan, actuals);
            assertThat(verdict.of(Factor.CHANNEL_MIX)).isZero();
            assertThat(verdict.of(Factor.TRAFFIC_VOLUME)).isZero();
            assertThat(verdict.of(Factor.SITE_CONVERSION)).isCloseTo(150_000, within(1e-6));
        }
    }

    @Nested
    class ASalesCycleOfSixMonths {

        private final PlanningConstants halfAYear = constants()
                .withHorizon(Horizon.ofMonths(JANUARY, 12))
                .withTier(SalesTier.CONSULTATIVE, process -> process.withCycleMonths(6));
        private final Plan plan = plan("120000", halfAYear);

        /** Every mature cell is on plan; of the open ones, a tenth more leads than planned. */
        @Test
        void blamesNobodyForWhatIsNotYetDue() {
            List<Actuals.Cell> cells = asPlanned(plan).stream()
                    .map(cell -> cell.channel() == null
                            ? cell
                            : cell.withVisits(more(cell.visits()))
                                    .withContacts(more(cell.contacts()))
                                    .withLeads(more(cell.leads())))
                    .toList();
            Verdict verdict = Verdict.of(plan, Actuals.from(cells).through(MARCH));
            // the deals of seven months fall in July, the first that leads of the plan reach
            assertThat(plan.leads(Scope.month(JANUARY))).isEqualTo(350);
            assertThat(verdict.gap()).isZero();
            assertThat(verdict.tree().parts()).isEmpty();
            for (Department owner : Department.values()) {
                assertThat(verdict.of(owner).effect()).isZero();
            }
            NotYetDue notYetDue = verdict.notYetDue();
            assertThat(notYetDue.part().amount()).isEqualByComparingTo("0");
            assertThat(notYetDue.planned()).isEqualTo(450);
            assertThat(notYetDue.leads()).isEqualTo(495);
            // 45 leads more, a fifth of which buy at 1000
            assertThat(notYetDue.credit()).isCloseTo(9_000, within(1e-9));
        }

        private static long more(@Nullable Long count) {
            return Objects.requireNonNull(count) + count / 10;
        }

        @Test
        void dealsBeforeTheirTimeAreNobodysMeritYet() {
            List<Actuals.Cell> cells = asPlanned(plan).stream()
                    .map(cell -> cell.channel() == null && cell.month().equals(MARCH) ? cell.withNewDeals(4L) : cell)
                    .toList();
            Verdict verdict = Verdict.of(plan, Actuals.from(cells).through(MARCH));
            assertThat(verdict.gap()).isEqualByComparingTo("4000");
            assertThat(verdict.notYetDue().part().amount()).isEqualByComparingTo("4000");
            assertThat(verdict.tree().parts()).extracting(Part::level).containsExactly(Part.Level.NOT_YET_DUE);
        }

        @Test
        void leadsThatFellShortAreBlamedWhenTheirDealsAreDue() {
            List<Actuals.Cell> cells = asPlanned(plan).stream()
                    .map(cell -> !cell.month().equals(JANUARY) || cell.leads() == null
                            ? cell
                            : cell.withVisits(1_000L).withContacts(50L).withLeads(50L))
                    .map(cell -> cell.channel() == null && cell.month().equals(JANUARY.plusMonths(6))
                            ? cell.withNewDeals(10L)
                            : cell)
                    .toList();
            Verdict verdict = Verdict.of(plan, Actuals.from(cells).through(JANUARY.plusMonths(6)));
            assertThat(verdict.gap()).isEqualByComparingTo("-60000");
            assertThat(verdict.of(Factor.TRAFFIC_VOLUME)).isCloseTo(-60_000, within(1e-6));
            assertThat(verdict.of(Department.SALES).effect()).isZero();
        }
    }

    @Nested
    class CustomersWhoComeBack {

        private final PlanningConstants loyal = constants()
                .withHorizon(Horizon.ofMonths(JANUARY, 3))
                .withProduct("crm", crm -> crm.withRepeat(new ConstantRepeat(Ratio.percent(50), Ratio.percent(20))));
        private final Plan plan = plan("40000000", loyal);

        private Verdict verdict(UnaryOperator<Actuals.Cell> change) {
            return Verdict.of(
                    plan, Actuals.from(asPlanned(plan).stream().map(change).toList()));
        }

        @Test
        void areNobodysGapWhereAllIsAsPlanned() {
            Verdict verdict = verdict(cell -> cell);
            assertThat(plan.repeatDeals(Scope.all())).isPositive();
            assertThat(verdict.tree().parts()).isEmpty();
            assertThat(verdict.in(Kpi.BASE).tree().parts()).isEmpty();
            assertThat(verdict.in(Kpi.PROFIT).tree().parts()).isEmpty();
            assertThat(verdict.assumed()).containsOnly(Map.entry(Kpi.REVENUE, 3L));
        }

        /** Fewer deals leave fewer customers to buy again: that is not retention's doing, nor the repeat rate's. */
        @Test
        void whoAreFewerForWantOfDealsAreBookedToTheDeals() {
            Verdict verdict = verdict(cell -> {
                if (cell.channel() != null) {
                    return cell.withVisits(half(cell.visits()))
                            .withContacts(half(cell.contacts()))
                            .withLeads(half(cell.leads()));
                }
                return cell.withNewDeals(half(cell.newDeals()))
                        .withRepeatDeals(half(cell.repeatDeals()))
                        .withBase(half(cell.base()));
            });
            double gap = verdict.gap().doubleValue();
            assertThat(verdict.of(Factor.TRAFFIC_VOLUME)).isCloseTo(gap, within(0.02 * Math.abs(gap)));
            assertThat(verdict.of(Factor.RETENTION_RATE)).isCloseTo(0, within(0.01 * Math.abs(gap)));
            assertThat(verdict.of(Factor.REPEAT_RATE)).isCloseTo(0, within(0.01 * Math.abs(gap)));
        }

        @Test
        void whoBuyLessOftenAreSales() {
            Verdict verdict = verdict(cell -> cell.channel() == null ? cell.withRepeatDeals(0L) : cell);
            // a tenth of 28571 customers twice and once more is 5714.5 deals, of which the plan counts 5714
            assertThat(verdict.gap()).isEqualByComparingTo("-5714000");
            assertThat(verdict.of(Factor.REPEAT_RATE)).isCloseTo(-5_714_500, within(1e-6));
            assertThat(verdict.of(Department.SALES).amount()).isEqualByComparingTo("-5714500");
            assertThat(verdict.notYetDue().part().amount()).isEqualByComparingTo("500");
        }

        /** Nobody stays beyond a month; those there are buy as often. */
        @Test
        void whoDoNotStayAreRetention() {
            long won = plan.newDeals(Scope.month(JANUARY));
            Verdict verdict = verdict(cell -> cell.channel() != null
                    ? cell
                    : cell.withBase(cell.newDeals())
                            .withRepeatDeals(cell.month().equals(JANUARY) ? 0 : won / 5));
            assertThat(verdict.of(Factor.RETENTION_RATE)).isNegative();
            assertThat(verdict.of(Factor.REPEAT_RATE))
                    .isCloseTo(0, within(0.01 * Math.abs(verdict.of(Factor.RETENTION_RATE))));
            Verdict base = verdict.in(Kpi.BASE);
            // the plan counts customers in whole numbers and keeps the fraction
            assertThat(base.of(Factor.RETENTION_RATE)).isCloseTo(base.gap().doubleValue(), within(1.0));
        }

        private static long half(@Nullable Long count) {
            return Objects.requireNonNull(count) / 2;
        }
    }

    /** Twelve months in which customers stay and a tenth of them buys again; nothing is off but the site. */
    @Nested
    class TheOthersTiming {

        private final PlanningConstants loyal = constants()
                .withHorizon(Horizon.ofMonths(JANUARY, 12))
                .withProduct("crm", crm -> crm.withRepeat(new ConstantRepeat(Ratio.ONE, Ratio.percent(10))));
        private final Plan plan = plan("4000000", loyal);

        private BusinessSimulator happened(double... timesTheSite) {
            int months = timesTheSite.length;
            long[][] visits = new long[1][months];
            double[][] site = new double[1][months];
            double[][] warmUp = new double[1][months];
            double[][] manager = new double[1][months];
            double[] retention = new double[months];
            double[] repeat = new double[months];
            for (int month = 0; month < months; month++) {
                visits[0][month] = plan.traffic(Scope.month(JANUARY.plusMonths(month)));
                site[0][month] = 0.05 * timesTheSite[month];
                warmUp[0][month] = 1;
                manager[0][month] = 0.2;
                retention[month] = 1;
                repeat[month] = 0.1;
            }
            return new BusinessSimulator(0, visits, site, warmUp, manager, retention, repeat, new long[1][months], 0);
        }

        private List<Actuals.Cell> cells(BusinessSimulator happened) {
            List<Actuals.Cell> cells = new ArrayList<>();
            for (int month = 0; month < happened.months; month++) {
                cells.add(Actuals.Cell.of(JANUARY.plusMonths(month), "crm", "site")
                        .withVisits(happened.visits[0][month])
                        .withContacts(happened.contacts[0][month])
                        .withLeads(happened.leads[0][month]));
                cells.add(Actuals.Cell.of(JANUARY.plusMonths(month), "crm")
                        .withNewDeals(happened.newDeals[month])
                        .withRepeatDeals(happened.repeatDeals[month])
                        .withBase(happened.base[month]));
            }
            return cells;
        }

        /** What the site lost in spring it made up for in autumn, and the customers it won late bought less often. */
        @Test
        void isNotChargedToSales() {
            Verdict verdict = Verdict.of(
                    plan, Actuals.from(cells(happened(.4, .4, .4, .4, .4, .4, 1.6, 1.6, 1.6, 1.6, 1.6, 1.6))));
            assertThat(verdict.gap().doubleValue()).isLessThan(-300_000);
            assertThat(verdict.of(Department.SALES).amount()).isEqualByComparingTo("0");
            assertThat(Math.abs(verdict.notYetDue().part().effect())).isLessThan(3_000);
            assertThat(verdict.of(Factor.SITE_CONVERSION))
                    .isCloseTo(
                            verdict.gap().doubleValue()
                                    - verdict.notYetDue().part().effect(),
                            within(1e-6 * 4_000_000));
        }

        /** 30 % less of the site for three months, and nothing is known of the nine after them. */
        @Test
        void isNotChargedToSalesWhereNothingIsKnownAfterwards() {
            Actuals actuals = Actuals.from(cells(happened(.7, .7, .7))).through(JANUARY.plusMonths(11));
            Verdict verdict = Verdict.of(plan, actuals);
            assertThat(verdict.gap().doubleValue()).isLessThan(-100_000);
            assertThat(verdict.of(Department.SALES).amount()).isEqualByComparingTo("0");
            assertThat(Math.abs(verdict.notYetDue().part().effect())).isLessThan(3_000);
        }
    }

    @Nested
    class KnownByChannelOrNot {

        private final Plan plan = plan("200000", Reviewed.twoChannels());

        private List<Actuals.Cell> leads() {
            List<Actuals.Cell> cells = new ArrayList<>();
            for (String channel : List.of("a", "b")) {
                cells.add(Actuals.Cell.of(JANUARY, "crm", channel)
                        .withVisits(10_000L)
                        .withContacts(500L)
                        .withLeads(500L));
            }
            return cells;
        }

        /** 200 deals of the product, 150,000 and 50,000 by channel: just what was planned. */
        @Test
        void revenueByChannelAndDealsByProductAreTheSameDeals() {
            List<Actuals.Cell> cells = new ArrayList<>();
            cells.add(leads().get(0).withRevenue(new BigDecimal("150000")));
            cells.add(leads().get(1).withRevenue(new BigDecimal("50000")));
            cells.add(Actuals.Cell.of(JANUARY, "crm").withNewDeals(200L).withRepeatDeals(0L));
            Verdict verdict = Verdict.of(plan, Actuals.from(cells));
            assertThat(verdict.gap()).isEqualByComparingTo("0");
            assertThat(verdict.tree().parts()).isEmpty();
        }

        /** Of a alone the revenue is known, 10 % below its price: b's deals are at theirs. */
        @Test
        void revenueOfOneChannelLeavesTheOthersDealsAtTheirPrice() {
            List<Actuals.Cell> cells = new ArrayList<>(leads());
            cells.set(0, leads().get(0).withRevenue(new BigDecimal("135000")));
            cells.add(Actuals.Cell.of(JANUARY, "crm").withNewDeals(200L));
            Verdict verdict = Verdict.of(plan, Actuals.from(cells));
            assertThat(verdict.gap()).isEqualByComparingTo("-15000");
            assertThat(verdict.of(Factor.PRICE)).isCloseTo(-15_000, within(1e-6));
        }

        /** By product in January, by channel in February, all as planned: no conversion moves. */
        @Test
        void dealsOfOneMonthByProductAndOfTheNextByChannelShiftNoConversion() {
            Plan twoMonths = plan("400000", Reviewed.twoChannels().withHorizon(Horizon.ofMonths(JANUARY, 2)));
            List<Actuals.Cell> cells = new ArrayList<>();
            for (Actuals.Cell cell : leads()) {
                cells.add(cell);
                cells.add(cell.withMonth(JANUARY.plusMonths(1)).withNewDeals("a".equals(cell.channel()) ? 150L : 50L));
            }
            cells.add(Actuals.Cell.of(JANUARY, "crm").withNewDeals(200L));
            Verdict verdict = Verdict.of(twoMonths, Actuals.from(cells));
            assertThat(verdict.gap()).isEqualByComparingTo("0");
            assertThat(verdict.tree().parts()).isEmpty();
        }

        /** 20 deals short in January, known by product; February as planned by channel: both channels fell alike in January. */
        @Test
        void whatIsShortInOneMonthIsOfThatMonth() {
            Plan twoMonths = plan("400000", Reviewed.twoChannels().withHorizon(Horizon.ofMonths(JANUARY, 2)));
            List<Actuals.Cell> cells = new ArrayList<>();
            for (Actuals.Cell cell : leads()) {
                cells.add(cell);
                cells.add(cell.withMonth(JANUARY.plusMonths(1)).withNewDeals("a".equals(cell.channel()) ? 150L : 50L));
            }
            cells.add(Actuals.Cell.of(JANUARY, "crm").withNewDeals(180L));
            Part sales = Verdict.of(twoMonths, Actuals.from(cells))
                    .tree()
                    .part("sales")
                    .part("sale")
                    .part("manager conversion")
                    .part("crm");
            assertThat(sales.part("a").amount()).isEqualByComparingTo("-15000");
            assertThat(sales.part("b").amount()).isEqualByComparingTo("-5000");
        }
    }

    /** 200 million deals at 1,000: in doubles a cent of it is one of the last bits. */
    @Test
    void aCentOfTwoHundredBillionHasAPart() {
        Plan vast = plan("200000000000", constants());
        Verdict verdict = Verdict.of(
                vast,
                Actuals.from(List.of(Actuals.Cell.of(JANUARY, "crm")
                        .withNewDeals(200_000_000L)
                        .withRevenue(new BigDecimal("199999999999.99")))));
        assertThat(verdict.gap()).isEqualByComparingTo("-0.01");
        assertThat(verdict.of(Factor.PRICE)).isCloseTo(-0.01, within(1e-4));
        assertThat(verdict.of(Department.MARKETING).amount()).isEqualByComparingTo("-0.01");
    }

    /** 200 thousand billion: doubles do not know the cent, and the tree still comes to the gap. */
    @Test
    void aCentThatDoublesDoNotKnowIsShown() {
        Plan vast = plan(
                "200000000000000", constants().withProduct("crm", crm -> crm.withPrice(new BigDecimal("1000000"))));
        Verdict verdict = Verdict.of(
                vast,
                Actuals.from(List.of(Actuals.Cell.of(JANUARY, "crm")
                        .withNewDeals(200_000_000L)
                        .withRevenue(new BigDecimal("199999999999999.99")))));
        assertThat(verdict.gap()).isEqualByComparingTo("-0.01");
        assertThat(verdict.tree().amount()).isEqualByComparingTo("-0.01");
        assertThat(verdict.tree().parts()).hasSize(1);
    }

    @Nested
    class Money {

        private final PlanningConstants costly = constants()
                .withAssortment(assortment(
                        Product.of("crm", SalesTier.CONSULTATIVE, "1000", "300"),
                        Product.of("erp", SalesTier.CONSULTATIVE, "3000", "900")))
                .withChannels(List.of(channel("site", "5%", "1.50")));
        private final Plan plan = plan("400000", costly);

        @Test
        void profitIsSplitTermByTerm() {
            // 100 deals of each, 10000 visits for each
            assertThat(plan.traffic(Scope.all())).isEqualTo(20_000);
            Actuals actuals = Actuals.from(List.of(
                            Actuals.Cell.of(JANUARY, "crm")
                                    .withNewDeals(100L)
                                    .withRevenue(new BigDecimal("90000"))
                                    .withVariableCost(new BigDecimal("35000")),
                            Actuals.Cell.of(JANUARY, "crm", "site").withTrafficCost(new BigDecimal("20000"))))
                    .withHouseCosts(List.of(new Actuals.HouseCosts(JANUARY, new BigDecimal("700"))));
            Verdict profit = Verdict.of(plan, actuals).in(Kpi.PROFIT);
            assertThat(profit.gap()).isEqualByComparingTo("-20700");
            assertThat(profit.of(Factor.PRICE)).isCloseTo(-10_000, within(1e-6));
            assertThat(profit.of(Factor.UNIT_COST)).isCloseTo(-5_000, within(1e-6));
            assertThat(profit.of(Factor.COST_PER_VISIT)).isCloseTo(-5_000, within(1e-6));
            assertThat(profit.costsOfTheHouse().effect()).isEqualTo(-700);
            assertThat(profit.of(Department.SHARED).amount()).isEqualByComparingTo("-700");
            assertThat(profit.of(Department.MARKETING).amount()).isEqualByComparingTo("-20000");
        }

        @Test
        void whatIsNotKnownKeepsThePlansRateAndIsCounted() {
            Verdict verdict = Verdict.of(
                    plan,
                    Actuals.from(List.of(Actuals.Cell.of(JANUARY, "crm", "site").withVisits(5_000L))));
            assertThat(verdict.gap()).isEqualByComparingTo("-50000");
            assertThat(verdict.of(Factor.TRAFFIC_VOLUME) + verdict.of(Factor.PRODUCT_MIX))
                    .isCloseTo(-50_000, within(1e-6));
            assertThat(verdict.assumed()).containsEntry(Kpi.LEADS, 2L).containsEntry(Kpi.TRAFFIC, 1L);
        }

        @Test
        void priceAndProductMixAreToldApart() {
            List<Actuals.Cell> cells = new ArrayList<>();
            for (String product : List.of("crm", "erp")) {
                long visits = product.equals("crm") ? 15_000 : 5_000;
                cells.add(Actuals.Cell.of(JANUARY, product, "site")
                        .withVisits(visits)
                        .withContacts(visits / 20)
                        .withLeads(visits / 20));
                cells.add(Actuals.Cell.of(JANUARY, product).withNewDeals(visits / 100));
            }
            Verdict verdict = Verdict.of(plan, Actuals.from(cells));
            assertThat(verdict.gap()).isEqualByComparingTo("-100000");
            assertThat(verdict.of(Factor.PRODUCT_MIX)).isCloseTo(-100_000, within(1e-6));
            assertThat(verdict.of(Factor.PRICE)).isZero();
        }
    }

    @Test
    void aRatioHasNoVerdict() {
        Verdict verdict = Verdict.of(plan("20000", constants()), Actuals.from(List.of(SITE)));
        assertThatThrownBy(() -> verdict.in(Kpi.AVERAGE_CHECK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Verdict.in must be given money or a count that flows (revenue, deals, new deals, repeat deals,"
                                + " leads, current base, new contacts, traffic, traffic cost, variable cost, contribution, profit),"
                                + " but was given average check.");
        assertThatThrownBy(() -> verdict.tree().part("finance"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Part.part must be given the name of a part of gap (), but was given finance.");
    }
}
