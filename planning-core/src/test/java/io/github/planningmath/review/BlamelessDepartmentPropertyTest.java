package io.github.planningmath.review;

import static io.github.planningmath.review.Reviewed.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.SettledGoal;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A department whose every rate was on plan, month by month, gets nothing, whatever the other did and when. */
class BlamelessDepartmentPropertyTest {

    private static final List<String> CHANNELS = List.of("mail", "site");
    private static final List<String> PRODUCTS = List.of("crm", "kit");

    /** What is off in a business; each has one owner. */
    enum Off {
        TRAFFIC(Department.MARKETING),
        SITE_CONVERSION(Department.MARKETING),
        WARM_UP_RATE(Department.MARKETING),
        RETENTION(Department.MARKETING),
        MANAGER_CONVERSION(Department.SALES),
        REPEAT_RATE(Department.SALES),
        NOTHING(Department.SHARED);

        private final Department owner;

        Off(Department owner) {
            this.owner = owner;
        }
    }

    /** A plan, and a year that kept all of its rates but those that are off. */
    private static final class Year {

        private final Random random;
        private final int months;
        private final int[] site;
        private final int[] warmUp;
        private final int[] manager;

        /** The manager conversions from a month on; those after the plan's first, where they do not change. */
        private final int[] managerLater;

        private final int changesFrom;
        private final int retention;
        private final int repeat;
        private final int cycle;
        private final long[][] waiting;
        private final long customers;
        private final int size;
        private final Plan plan;

        Year(long seed) {
            random = new Random(seed);
            months = 3 + random.nextInt(10);
            site = new int[] {1 + random.nextInt(30), 1 + random.nextInt(30)};
            warmUp = new int[] {10 + random.nextInt(91), 10 + random.nextInt(91)};
            manager = new int[] {1 + random.nextInt(60), 1 + random.nextInt(60)};
            retention = 1 + random.nextInt(100);
            repeat = random.nextInt(4) == 0 ? 0 : random.nextInt(60);
            cycle = random.nextInt(3);
            size = 1 + random.nextInt(random.nextBoolean() ? 20 : 3_000);
            customers = random.nextInt(3) == 0 ? 0 : random.nextInt(300);
            waiting = new long[2][months];
            for (int month = 0; month < Math.min(cycle, months); month++) {
                waiting[random.nextInt(2)][month] = random.nextInt(200);
            }
            changesFrom = 1 + random.nextInt(2 * months);
            managerLater = new int[] {1 + random.nextInt(60), 1 + random.nextInt(60)};
            plan = plan();
        }

        private Plan plan() {
            Product crm = repeating(Product.of("crm", SalesTier.CONSULTATIVE, "1000", "300"));
            Product kit = repeating(Product.of("kit", SalesTier.STRATEGIC, "49.90", "60"));
            PlanningConstants constants = PlanningConstants.of(
                            "EUR",
                            Horizon.ofMonths(JANUARY, months),
                            Reviewed.assortment(crm, kit),
                            List.of(channel(0), channel(1)),
                            Map.of(SalesTier.CONSULTATIVE, process(cycle), SalesTier.STRATEGIC, process(0)))
                    .withFixedCosts(FixedCosts.perMonth("500"));
            for (SalesTier tier : changesFrom < months ? constants.tiers().keySet() : Set.<SalesTier>of()) {
                YearMonth from = JANUARY.plusMonths(changesFrom);
                constants = constants
                        .from(from, Driver.managerConversion(tier), Rate.percent(managerLater[0]))
                        .from(from, Driver.managerConversion(tier, "site"), Rate.percent(managerLater[1]));
            }
            List<Position.OpenLeads> open = new ArrayList<>();
            for (int c = 0; c < 2; c++) {
                for (int month = 0; month < months; month++) {
                    if (waiting[c][month] > 0) {
                        open.add(Position.OpenLeads.of(
                                "crm", CHANNELS.get(c), JANUARY.plusMonths(month), waiting[c][month]));
                    }
                }
            }
            List<Position.Customers> base =
                    customers == 0 ? List.of() : List.of(Position.Customers.of("crm", 3, customers));
            return Planner.withDefaults()
                    .plan(
                            SettledGoal.revenue(BigDecimal.valueOf(1_000L * size * months)),
                            constants,
                            Position.of(JANUARY, base, open))
                    .orThrow();
        }

        /** A deal and those that its customer makes in the months after it, at the plan's rates. */
        private double dealsOfACustomer() {
            double deals = 1;
            double customers = 1;
            for (int month = 1; month < months; month++) {
                deals += customers * repeat / 100;
                customers *= retention / 100.0;
            }
            return deals;
        }

        private Product repeating(Product product) {
            return product.withRepeat(new ConstantRepeat(Ratio.percent(retention), Ratio.percent(repeat)));
        }

        private Channel channel(int c) {
            return Reviewed.channel(CHANNELS.get(c), site[c] + "%", "0.35").withWarmUpRate(Rate.percent(warmUp[c]));
        }

        private SalesProcess process(int cycleMonths) {
            return SalesProcess.of(
                            Rate.percent(manager[0]),
                            cycleMonths,
                            ChannelMix.of("mail", Rate.percent(30), "site", Rate.percent(70)))
                    .withConversion("site", Rate.percent(manager[1]));
        }

        Actuals actuals(Off off, boolean knowsAll) {
            List<Actuals.Cell> cells = new ArrayList<>();
            for (String product : PRODUCTS) {
                boolean isCrm = product.equals("crm");
                BusinessSimulator happened = new BusinessSimulator(
                        isCrm ? cycle : 0,
                        visits(product, off),
                        rates(site, off == Off.SITE_CONVERSION),
                        rates(warmUp, off == Off.WARM_UP_RATE),
                        managerRates(off == Off.MANAGER_CONVERSION),
                        byMonth(retention, off == Off.RETENTION),
                        byMonth(repeat, off == Off.REPEAT_RATE),
                        isCrm ? waiting : new long[2][months],
                        isCrm ? customers : 0);
                for (int month = 0; month < months; month++) {
                    addMonth(product, JANUARY.plusMonths(month), happened, month, cells, knowsAll);
                }
            }
            return Actuals.from(cells);
        }

        private void addMonth(
                String product,
                YearMonth of,
                BusinessSimulator happened,
                int month,
                List<Actuals.Cell> cells,
                boolean knowsAll) {
            for (int c = 0; c < 2; c++) {
                cells.add(Actuals.Cell.of(of, product, CHANNELS.get(c))
                        .withVisits(perhaps(happened.visits[c][month], knowsAll))
                        .withContacts(perhaps(happened.contacts[c][month], knowsAll))
                        .withLeads(happened.leads[c][month]));
            }
            cells.add(Actuals.Cell.of(of, product)
                    .withNewDeals(perhaps(happened.newDeals[month], knowsAll))
                    .withRepeatDeals(perhaps(happened.repeatDeals[month], knowsAll))
                    .withBase(knowsAll ? Long.valueOf(happened.base[month]) : null));
        }

        private @Nullable Long perhaps(long count, boolean knowsAll) {
            return knowsAll || random.nextInt(4) > 0 ? Long.valueOf(count) : null;
        }

        private long[][] visits(String product, Off off) {
            long[][] visits = new long[2][months];
            for (int c = 0; c < 2; c++) {
                for (int month = 0; month < months; month++) {
                    long planned = plan.traffic(Scope.month(JANUARY.plusMonths(month))
                            .product(product)
                            .channel(CHANNELS.get(c)));
                    visits[c][month] = off == Off.TRAFFIC ? Math.round(planned * times()) : planned;
                }
            }
            return visits;
        }

        /** Nothing, half, as much, or three times as much. */
        private double times() {
            return random.nextInt(6) == 0 ? 0 : 3 * random.nextDouble();
        }

        private double[][] managerRates(boolean isOff) {
            double[][] rates = rates(manager, isOff);
            double[][] later = rates(managerLater, isOff);
            for (int month = changesFrom; month < months; month++) {
                rates[0][month] = later[0][month];
                rates[1][month] = later[1][month];
            }
            return rates;
        }

        private double[][] rates(int[] percents, boolean isOff) {
            return new double[][] {byMonth(percents[0], isOff), byMonth(percents[1], isOff)};
        }

        private double[] byMonth(int percent, boolean isOff) {
            double[] rates = new double[months];
            Arrays.fill(rates, percent / 100.0);
            for (int month = 0; month < months && isOff; month++) {
                rates[month] = Math.min(1, rates[month] * times());
            }
            return rates;
        }
    }

    @Provide
    Arbitrary<Year> years() {
        return Arbitraries.longs().map(Year::new);
    }

    @Property
    void isChargedLessThanADealOfEachProduct(@ForAll("years") Year year, @ForAll Off off) {
        Actuals actuals = year.actuals(off, true);
        assertBlameless(year.plan, actuals, off, 1);
    }

    /**
     * The base tells retention: what is off of it shows where that is known. Where it is not, a fraction of a deal is not told
     * from the later deals of its customer.
     */
    @Property
    void isNotChargedForWhatIsNotKnown(@ForAll("years") Year year, @ForAll Off off) {
        if (off != Off.RETENTION) {
            assertBlameless(year.plan, year.actuals(off, false), off, year.dealsOfACustomer());
        }
    }

    /** A customer more or less may be left than a whole base tells, and what such a one buys adds up over the months. */
    @ParameterizedTest
    @ValueSource(longs = {1523689847779570414L, -2941626622753318826L})
    void isNotChargedForAFractionOfACustomer(long seed) {
        Year year = new Year(seed);
        assertBlameless(year.plan, year.actuals(Off.RETENTION, true), Off.RETENTION, 1);
    }

    /** Contacts are rounded otherwise than planned ones: where visits are not known, these are not fewer for that. */
    @Example
    void isNotChargedForRoundingOfWhatIsMadeOfTheUnknown() {
        Year year = new Year(3913847192333846182L);
        assertBlameless(year.plan, year.actuals(Off.NOTHING, false), Off.NOTHING, year.dealsOfACustomer());
    }

    private static void assertBlameless(Plan plan, Actuals actuals, Off off, double dealsOfACustomer) {
        Verdict verdict = Verdict.of(plan, actuals);
        for (Kpi kpi : List.of(Kpi.REVENUE, Kpi.PROFIT, Kpi.NEW_DEALS, Kpi.REPEAT_DEALS)) {
            double deal = (kpi.isMoney() ? 1_049.90 : 2) * dealsOfACustomer;
            for (Department department : List.of(Department.MARKETING, Department.SALES)) {
                if (department != off.owner) {
                    assertThat(Math.abs(verdict.in(kpi).of(department).effect()))
                            .as("%s of %s where %s is off", kpi.label(), department, off)
                            .isLessThan(deal);
                }
            }
        }
    }

    /** What is not the owner's is a fraction of a count, at what its customer comes to. */
    @Property
    void theOneWhoseRateIsOffIsChargedWithTheGap(@ForAll("years") Year year, @ForAll Off off) {
        Verdict verdict = Verdict.of(year.plan, year.actuals(off, true)).in(Kpi.NEW_DEALS);
        if (off != Off.NOTHING) {
            double gap = verdict.gap().doubleValue();
            // a deal of each product and a lead of each product and channel, on both sides
            assertThat(verdict.of(off.owner).effect()).isBetween(gap - 12, gap + 12);
        }
    }
}
