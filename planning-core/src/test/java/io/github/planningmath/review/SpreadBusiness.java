package io.github.planningmath.review;

import static io.github.planningmath.review.Reviewed.JANUARY;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.SalesCycle;
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
import org.jspecify.annotations.Nullable;

/**
 * A business whose deals come over months, drawn from a seed: its plan, and what happened, in whole counts, by a plain simulator that
 * shares no code with the library. Conversions change in time; it opens with cohorts, leads that are due in a month of their own,
 * customers, and fractions left over.
 */
final class SpreadBusiness {

    static final List<String> CHANNELS = List.of("mail", "site");
    static final List<String> PRODUCTS = List.of("crm", "kit");
    private static final List<SalesTier> TIERS = List.of(SalesTier.CONSULTATIVE, SalesTier.STRATEGIC);

    /** What is off; each has one owner. */
    enum Off {
        TRAFFIC(Department.MARKETING),
        SITE_CONVERSION(Department.MARKETING),
        WARM_UP_RATE(Department.MARKETING),
        MANAGER_CONVERSION(Department.SALES),
        NOTHING(Department.SHARED);

        final Department owner;

        Off(Department owner) {
            this.owner = owner;
        }
    }

    private record Cohort(int product, int channel, int age, long leads, int matured) {}

    final int months;
    final int through;
    final Plan plan;

    private final Random random;

    /** By product and age, in percent. */
    private final int[][] shares;

    /** By product, channel and month, in percent. */
    private final int[][][] manager;

    /** By channel and month, in percent. */
    private final int[][] site;

    private final int[][] warmUp;

    private final List<Cohort> cohorts = new ArrayList<>();

    /** By product, channel and month. */
    private final long[][][] dated;

    /** By product, in tenths of a deal. */
    private final int[] leftOver = new int[2];

    /** By product and channel, in tenths of a contact and of a lead. */
    private final int[][] leftOverContacts = new int[2][2];

    private final int[][] leftOverLeads = new int[2][2];

    private final int retention;
    private final int repeat;
    private final long customers;

    SpreadBusiness(long seed) {
        random = new Random(seed);
        months = 2 + random.nextInt(8);
        through = 1 + random.nextInt(months);
        shares = new int[][] {cycle(), cycle()};
        boolean changes = random.nextInt(3) > 0;
        manager = new int[2][2][];
        for (int p = 0; p < 2; p++) {
            for (int c = 0; c < 2; c++) {
                manager[p][c] = percents(1, 60, changes);
            }
        }
        site = new int[][] {percents(1, 30, changes), percents(1, 30, changes)};
        warmUp = new int[][] {percents(10, 90, changes), percents(10, 90, changes)};
        retention = 1 + random.nextInt(100);
        repeat = random.nextInt(3) > 0 ? 0 : random.nextInt(60);
        customers = random.nextInt(3) == 0 ? random.nextInt(300) : 0;
        dated = new long[2][2][months];
        for (int p = 0; p < 2; p++) {
            leftOver[p] = random.nextInt(10);
            for (int c = 0; c < 2; c++) {
                drawPipeline(p, c);
                leftOverContacts[p][c] = random.nextInt(10);
                leftOverLeads[p][c] = random.nextInt(10);
            }
        }
        plan = plan();
    }

    private void drawPipeline(int p, int c) {
        for (int age = 1; age < shares[p].length + 2 && random.nextInt(4) > 0; age++) {
            boolean isOlder = age >= shares[p].length;
            int matured = isOlder || random.nextInt(3) == 0 ? random.nextInt(101) : -1;
            cohorts.add(new Cohort(p, c, age, random.nextInt(400), matured));
        }
        if (random.nextInt(3) == 0) {
            dated[p][c][random.nextInt(months)] = random.nextInt(50);
        }
    }

    /** The first of its deals come within the plan. */
    private int[] cycle() {
        int[] cycle = new int[1 + random.nextInt(7)];
        int left = 100;
        for (int age = 0; age < cycle.length - 1; age++) {
            cycle[age] = random.nextInt(4) == 0 ? 0 : random.nextInt(left);
            left -= cycle[age];
        }
        cycle[cycle.length - 1] = left;
        int first = 0;
        while (cycle[first] == 0) {
            first++;
        }
        return first < months ? cycle : new int[] {30, 70};
    }

    private int[] percents(int least, int width, boolean changes) {
        int[] byMonth = new int[months];
        for (int month = 0; month < months; month++) {
            boolean isNew = month == 0 || (changes && random.nextInt(3) == 0);
            byMonth[month] = isNew ? least + random.nextInt(width) : byMonth[month - 1];
        }
        return byMonth;
    }

    private Plan plan() {
        PlanningConstants constants = PlanningConstants.of(
                "EUR",
                Horizon.ofMonths(JANUARY, months),
                Reviewed.assortment(
                        repeating(Product.of("crm", TIERS.get(0), "1000", "300")),
                        repeating(Product.of("kit", TIERS.get(1), "49.90", "60"))),
                List.of(channel(0), channel(1)),
                Map.of(TIERS.get(0), process(0), TIERS.get(1), process(1)));
        for (int month = 1; month < months; month++) {
            for (int p = 0; p < 2; p++) {
                constants = changed(constants, Driver.managerConversion(TIERS.get(p)), manager[p][0], month);
                constants = changed(constants, Driver.managerConversion(TIERS.get(p), "site"), manager[p][1], month);
            }
            for (int c = 0; c < 2; c++) {
                constants = changed(constants, Driver.siteConversion(CHANNELS.get(c)), site[c], month);
                constants = changed(constants, Driver.warmUpRate(CHANNELS.get(c)), warmUp[c], month);
            }
        }
        int size = 1 + random.nextInt(random.nextBoolean() ? 20 : 3_000);
        return Planner.withDefaults()
                .plan(FinancialGoal.revenue(BigDecimal.valueOf(1_000L * size * months)), constants, opening())
                .orThrow();
    }

    private static PlanningConstants changed(
            PlanningConstants constants, Driver<Rate> driver, int[] percents, int month) {
        return percents[month] == percents[month - 1]
                ? constants
                : constants.from(JANUARY.plusMonths(month), driver, Rate.percent(percents[month]));
    }

    private Product repeating(Product product) {
        return product.withRepeat(new ConstantRepeat(Ratio.percent(retention), Ratio.percent(repeat)));
    }

    private Channel channel(int c) {
        return Reviewed.channel(CHANNELS.get(c), site[c][0] + "%", "0.35").withWarmUpRate(Rate.percent(warmUp[c][0]));
    }

    private SalesProcess process(int p) {
        return SalesProcess.of(
                        Rate.percent(manager[p][0][0]),
                        0,
                        ChannelMix.of("mail", Rate.percent(30), "site", Rate.percent(70)))
                .withConversion("site", Rate.percent(manager[p][1][0]))
                .withCycle(new SalesCycle(
                        Arrays.stream(shares[p]).mapToObj(Ratio::percent).toList()));
    }

    private Position opening() {
        List<Position.OpenLeads> open = new ArrayList<>();
        List<Position.Remainder> remainders = new ArrayList<>();
        for (int p = 0; p < 2; p++) {
            String product = PRODUCTS.get(p);
            for (int c = 0; c < 2; c++) {
                String channel = CHANNELS.get(c);
                for (int month = 0; month < months; month++) {
                    if (dated[p][c][month] > 0) {
                        open.add(
                                Position.OpenLeads.of(product, channel, JANUARY.plusMonths(month), dated[p][c][month]));
                    }
                }
                add(remainders, Position.Rounded.CONTACTS, product, channel, leftOverContacts[p][c]);
                add(remainders, Position.Rounded.LEADS, product, channel, leftOverLeads[p][c]);
            }
            add(remainders, Position.Rounded.NEW_DEALS, product, null, leftOver[p]);
        }
        return new Position(
                JANUARY,
                customers == 0 ? List.of() : List.of(Position.Customers.of("crm", 3, customers)),
                cohorts.stream()
                        .map(cohort -> new Position.Cohort(
                                PRODUCTS.get(cohort.product),
                                CHANNELS.get(cohort.channel),
                                JANUARY.minusMonths(cohort.age),
                                cohort.leads,
                                cohort.matured < 0 ? null : Ratio.percent(cohort.matured)))
                        .toList(),
                open,
                remainders);
    }

    private static void add(
            List<Position.Remainder> remainders,
            Position.Rounded counted,
            String product,
            @Nullable String channel,
            int tenths) {
        if (tenths > 0) {
            remainders.add(new Position.Remainder(counted, product, channel, Ratio.of(tenths, 10)));
        }
    }

    /** A deal and those that its customer makes in the months after it, at the plan's rates. */
    double dealsOfACustomer() {
        double deals = 1;
        double kept = 1;
        for (int month = 1; month < months; month++) {
            deals += kept * repeat / 100;
            kept *= retention / 100.0;
        }
        return deals;
    }

    /** What happened: all of it on plan but what is off. */
    Actuals actuals(Off off, boolean isByChannel) {
        List<Actuals.Cell> cells = new ArrayList<>();
        for (int p = 0; p < 2; p++) {
            long[][] leads = new long[2][months];
            for (int c = 0; c < 2; c++) {
                addTraffic(p, c, off, leads[c], cells);
            }
            addDeals(p, off, isByChannel, leads, cells);
        }
        return Actuals.from(cells).through(JANUARY.plusMonths(through - 1));
    }

    /**
     * What happened, with deals by the month of their leads. How many deals the leads of a month make in the end is rounded down on the
     * sum over the months, and so are those made of them through each month.
     *
     * @param slower 1 where they come when they are due; above it later, below it earlier, as many in the end
     */
    Actuals actualsByLeads(Off off, boolean isByChannel, double slower) {
        List<Actuals.Cell> cells = new ArrayList<>();
        for (int p = 0; p < 2; p++) {
            long[][] leads = new long[2][months];
            double[][] rates = new double[2][months];
            for (int c = 0; c < 2; c++) {
                addTraffic(p, c, off, leads[c], cells);
                for (int month = 0; month < months; month++) {
                    rates[c][month] = rate(manager[p][c][month], off == Off.MANAGER_CONVERSION);
                }
            }
            for (int c = 0; c < 2; c++) {
                if (isByChannel || c == 0) {
                    addDealsByLeads(p, isByChannel ? c : -1, leads, rates, slower, cells);
                }
            }
        }
        return Actuals.from(cells).through(JANUARY.plusMonths(through - 1));
    }

    private void addDealsByLeads(
            int p, int channel, long[][] leads, double[][] rates, double slower, List<Actuals.Cell> cells) {
        double sum = leftOver[p] / 10.0;
        for (int source = -1; source < months; source++) {
            double[] due = new double[months + 10];
            double all = 0;
            for (int month = Math.max(0, source); month < due.length; month++) {
                for (int c = 0; c < 2; c++) {
                    if (channel < 0 || channel == c) {
                        due[month] += rates[c][Math.min(month, months - 1)]
                                * (source < 0 ? dueOfBefore(p, c, month) : leads[c][source] * share(p, month - source));
                    }
                }
                all += due[month];
            }
            long won = whole(sum + all) - whole(sum);
            sum += all;
            double through = 0;
            long before = 0;
            for (int month = Math.max(0, source); month < months; month++) {
                through += due[month];
                long made = all == 0 ? 0 : whole(won * Math.pow(Math.min(1, through / all), slower));
                cells.add(cell(p, channel, month)
                        .withBrought(JANUARY.plusMonths(source))
                        .withNewDeals(made - before));
                before = made;
            }
        }
    }

    private static Actuals.Cell cell(int p, int channel, int month) {
        YearMonth of = JANUARY.plusMonths(month);
        return channel < 0
                ? Actuals.Cell.of(of, PRODUCTS.get(p))
                : Actuals.Cell.of(of, PRODUCTS.get(p), CHANNELS.get(channel));
    }

    private void addTraffic(int p, int c, Off off, long[] leads, List<Actuals.Cell> cells) {
        double contacted = leftOverContacts[p][c] / 10.0;
        double led = leftOverLeads[p][c] / 10.0;
        long contactsBefore = 0;
        long leadsBefore = 0;
        for (int month = 0; month < months; month++) {
            YearMonth of = JANUARY.plusMonths(month);
            long planned = plan.traffic(Scope.month(of).product(PRODUCTS.get(p)).channel(CHANNELS.get(c)));
            long visits = off == Off.TRAFFIC ? Math.round(planned * times()) : planned;
            double siteRate = rate(site[c][month], off == Off.SITE_CONVERSION);
            double warmUpRate = rate(warmUp[c][month], off == Off.WARM_UP_RATE);
            contacted += visits * siteRate;
            led += visits * siteRate * warmUpRate;
            leads[month] = whole(led) - leadsBefore;
            cells.add(Actuals.Cell.of(of, PRODUCTS.get(p), CHANNELS.get(c))
                    .withVisits(visits)
                    .withContacts(whole(contacted) - contactsBefore)
                    .withLeads(leads[month]));
            contactsBefore = whole(contacted);
            leadsBefore = whole(led);
        }
    }

    private void addDeals(int p, Off off, boolean isByChannel, long[][] leads, List<Actuals.Cell> cells) {
        double[] exact = new double[2];
        long[] before = new long[2];
        double bought = 0;
        long boughtBefore = 0;
        double base = p == 0 ? customers : 0;
        exact[0] = leftOver[p] / 10.0;
        for (int month = 0; month < months; month++) {
            YearMonth of = JANUARY.plusMonths(month);
            for (int c = 0; c < 2; c++) {
                double rate = rate(manager[p][c][month], off == Off.MANAGER_CONVERSION);
                exact[isByChannel ? c : 0] += rate * due(p, c, month, leads[c]);
            }
            long won = 0;
            for (int c = 0; c < 2; c++) {
                long deals = whole(exact[c]) - before[c];
                before[c] += deals;
                won += deals;
                int at = cells.indexOf(cells.stream()
                        .filter(cell -> isByChannel && cell.month().equals(of))
                        .filter(cell -> cell.product().equals(PRODUCTS.get(p)))
                        .skip(c)
                        .findFirst()
                        .orElse(null));
                if (at >= 0) {
                    cells.set(at, cells.get(at).withNewDeals(deals));
                }
            }
            bought += base * repeat / 100;
            base = base * retention / 100 + won;
            cells.add(Actuals.Cell.of(of, PRODUCTS.get(p))
                    .withNewDeals(isByChannel ? null : Long.valueOf(won))
                    .withRepeatDeals(whole(bought) - boughtBefore)
                    .withBase(whole(base)));
            boughtBefore = whole(bought);
        }
    }

    /** Leads whose deals are due in a month: by the cycle, of the cohorts of the opening, and of those with a month of their own. */
    private double due(int p, int c, int month, long[] leads) {
        double due = dueOfBefore(p, c, month);
        for (int age = 0; age < shares[p].length && age <= month; age++) {
            due += leads[month - age] * shares[p][age] / 100.0;
        }
        return due;
    }

    private double dueOfBefore(int p, int c, int month) {
        double due = month < months ? dated[p][c][month] : 0;
        for (Cohort cohort : cohorts) {
            if (cohort.product == p && cohort.channel == c) {
                due += cohort.leads * due(cohort, month);
            }
        }
        return due;
    }

    private double due(Cohort cohort, int month) {
        double share = share(cohort.product, cohort.age + month);
        double ahead = 0;
        for (int age = cohort.age; age < shares[cohort.product].length; age++) {
            ahead += share(cohort.product, age);
        }
        if (cohort.matured < 0) {
            return share;
        }
        double left = 1 - cohort.matured / 100.0;
        return ahead > 0 ? left * share / ahead : month == 0 ? left : 0;
    }

    private double share(int p, int age) {
        return age < shares[p].length ? shares[p][age] / 100.0 : 0;
    }

    private double rate(int percent, boolean isOff) {
        return isOff ? Math.min(1, percent / 100.0 * times()) : percent / 100.0;
    }

    /** Nothing, half, as much, or three times as much. */
    private double times() {
        return random.nextInt(6) == 0 ? 0 : 3 * random.nextDouble();
    }

    private static long whole(double exact) {
        return (long) Math.floor(exact + 1e-9);
    }
}
