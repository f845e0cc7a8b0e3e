package io.github.planningmath.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.evidence.LeadCount.Outcome;
import io.github.planningmath.plan.Basis;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Projection;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import io.github.planningmath.traffic.Traffic;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Law 10: a business that goes by the plan's rules, with a change, a cycle and channels, gives its constants back by its log. */
class PlanToLogTest {

    private static final int RUNS = Integer.getInteger("simulated.businesses", 20);
    private static final YearMonth START = YearMonth.of(2024, 1);
    private static final int MONTHS = 24;
    private static final int CHANGE = 8;
    private static final YearMonth CHANGED = START.plusMonths(CHANGE);
    private static final List<String> CHANNELS = List.of("site", "mail");
    private static final Driver<Rate> SOLD = Driver.managerConversion(SalesTier.CONSULTATIVE);
    private static final Driver<SalesCycle> CYCLE = Driver.salesCycle(SalesTier.CONSULTATIVE);
    private static final Driver<ChannelMix> MIX = Driver.channelMix(SalesTier.CONSULTATIVE);

    /** A business and what becomes of its visits. */
    private record Business(PlanningConstants constants, Random random) {

        static Business of(long seed) {
            Random random = new Random(seed);
            List<Channel> channels = new ArrayList<>();
            for (String name : CHANNELS) {
                channels.add(new Channel(
                        name,
                        MarketingApproach.TARGETED,
                        Rate.percent(4 + random.nextInt(8)),
                        Rate.percent(30 + random.nextInt(50)),
                        CostPerVisit.of("1.50"),
                        null));
            }
            List<SalesCycle> cycles = List.of(
                    SalesCycle.months(0), SalesCycle.of("50%", "50%"), SalesCycle.of("40%", "35%", "15%", "10%"));
            SalesProcess process = new SalesProcess(
                    Rate.percent(10 + random.nextInt(20)),
                    Map.of(),
                    cycles.get(random.nextInt(cycles.size())),
                    ChannelMix.of("site", Rate.percent(60), "mail", Rate.percent(40)));
            PlanningConstants constants = PlanningConstants.of(
                            "EUR",
                            Horizon.ofMonths(START, MONTHS),
                            Assortment.only(Product.of("crm", SalesTier.CONSULTATIVE, "1000", "300")
                                    .withRepeat(new ConstantRepeat(
                                            Ratio.percent(80 + random.nextInt(15)),
                                            Ratio.percent(3 + random.nextInt(20))))),
                            channels,
                            Map.of(SalesTier.CONSULTATIVE, process))
                    .from(CHANGED, SOLD, Rate.percent(10 + random.nextInt(20)));
            return new Business(constants, random);
        }

        private boolean happens(double chance) {
            return random.nextDouble() < chance;
        }

        private long successes(long trials, double chance) {
            long successes = 0;
            for (long trial = 0; trial < trials; trial++) {
                successes += happens(chance) ? 1 : 0;
            }
            return successes;
        }

        private Rate conversion(int month) {
            return Objects.requireNonNull(constants.in(START.plusMonths(month)).value(SOLD));
        }

        /** Each lead has its deal at an age with the share of the cycle, at the conversion of the month of the deal. */
        FunnelHistory history() {
            SalesCycle cycle = Objects.requireNonNull(constants.value(CYCLE));
            List<LeadCount> leads = new ArrayList<>();
            List<TrafficCount> traffic = new ArrayList<>();
            for (int month = 0; month < MONTHS; month++) {
                YearMonth name = START.plusMonths(month);
                for (Channel channel : constants.channels()) {
                    long visits = 2_000L + random.nextInt(2_000);
                    long contacts = successes(visits, channel.siteConversion().toDouble());
                    long came = successes(contacts, channel.warmUpRate().toDouble());
                    traffic.add(TrafficCount.of(channel.name(), name)
                            .withVisits(visits)
                            .withContacts(contacts));
                    for (long lead = 0; lead < came; lead++) {
                        leads.add(lead(name, month, cycle).withProduct("crm").withChannel(channel.name()));
                    }
                }
            }
            return FunnelHistory.fromCounts(leads, null).withTraffic(traffic).withCustomers(customers());
        }

        private LeadCount lead(YearMonth month, int index, SalesCycle cycle) {
            LocalDate came = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
            double draw = random.nextDouble();
            for (int age = 0; age < cycle.shares().size(); age++) {
                draw -= cycle.share(age).toDouble()
                        * conversion(Math.min(MONTHS - 1, index + age)).toDouble();
                if (draw < 0) {
                    YearMonth made = month.plusMonths(age);
                    int from = age == 0 ? came.getDayOfMonth() : 1;
                    LocalDate day = made.atDay(from + random.nextInt(made.lengthOfMonth() - from + 1));
                    return LeadCount.of(came, Outcome.WON, (int) ChronoUnit.DAYS.between(came, day), 1);
                }
            }
            return LeadCount.of(came, Outcome.OPEN, 0, 1).withAge(null);
        }

        private List<CustomerCount> customers() {
            double retention = Objects.requireNonNull(constants.value(Driver.retention("crm")))
                    .toDouble();
            double repeat = Objects.requireNonNull(constants.value(Driver.repeatRate("crm")))
                    .toDouble();
            List<CustomerCount> counts = new ArrayList<>();
            for (int won = 0; won < MONTHS - 1; won++) {
                long customers = 20L + random.nextInt(40);
                for (int age = 0; won + age + 1 < MONTHS && customers > 0; age++) {
                    long deals = successes(customers, repeat);
                    long stayed = successes(customers, retention);
                    counts.add(new CustomerCount("crm", START.plusMonths(won), age, customers, stayed, deals));
                    customers = stayed;
                }
            }
            return counts;
        }
    }

    /** How many of the constants lie within three standard errors of what the business was made with, of how many. */
    private static final class Tally {

        private final Set<String> missed = new HashSet<>();
        private int within;
        private int all;

        void add(String what, double truth, double value, double error) {
            all++;
            if (Math.abs(value - truth) <= 3 * error) {
                within++;
            } else {
                missed.add(what + ": " + value + " for " + truth + ", error " + error);
            }
        }

        void add(String what, double truth, double value, Basis basis) {
            double error;
            if (basis instanceof Basis.Counted counted) {
                error = Math.sqrt(truth * (1 - truth) / counted.effectiveTrials());
            } else {
                error = Objects.requireNonNull(((Basis.Measured) basis).standardError());
            }
            add(what, truth, value, error);
        }
    }

    @Test
    void constantsComeBackWithinThreeStandardErrors() {
        Tally tally = new Tally();
        for (int run = 0; run < RUNS; run++) {
            Business business = Business.of(run);
            FunnelHistory history = business.history();
            LocalDate end = START.plusMonths(MONTHS).atDay(1).minusDays(1);
            // leads since the change have all their deals after it; the cycle's last are in by 150 days
            Estimates estimates = Estimates.of(
                    history.knownThrough(end).since(CHANGED),
                    business.constants.in(CHANGED),
                    RateEstimator.withDefaults().within(150));
            PlanningConstants grounded = estimates.constants();
            PlanningConstants truth = business.constants.in(CHANGED);
            Map<Driver<?>, Basis> bases = estimates.bases();
            String of = "run " + run + " ";
            if (bases.get(SOLD) != null) {
                tally.add(
                        of + SOLD,
                        Objects.requireNonNull(truth.value(SOLD)).toDouble(),
                        Objects.requireNonNull(grounded.value(SOLD)).toDouble(),
                        bases.get(SOLD));
                for (int age = 0; age < 4; age++) {
                    double share = Objects.requireNonNull(truth.value(CYCLE))
                            .share(age)
                            .toDouble();
                    double deals = ((Basis.Measured) Objects.requireNonNull(bases.get(CYCLE))).observations();
                    // half a thousandth is lost in rounding
                    tally.add(
                            of + CYCLE + age,
                            share,
                            Objects.requireNonNull(grounded.value(CYCLE))
                                    .share(age)
                                    .toDouble(),
                            5e-4 + Math.sqrt(share * (1 - share) / deals));
                }
            }
            for (String channel : CHANNELS) {
                for (Driver<Rate> driver : List.of(Driver.siteConversion(channel), Driver.warmUpRate(channel))) {
                    tally.add(
                            of + driver,
                            Objects.requireNonNull(truth.value(driver)).toDouble(),
                            Objects.requireNonNull(grounded.value(driver)).toDouble(),
                            Objects.requireNonNull(bases.get(driver)));
                }
            }
            for (Driver<Ratio> driver : List.of(Driver.retention("crm"), Driver.repeatRate("crm"))) {
                tally.add(
                        of + driver,
                        Objects.requireNonNull(truth.value(driver)).toDouble(),
                        Objects.requireNonNull(grounded.value(driver)).toDouble(),
                        Objects.requireNonNull(bases.get(driver)));
            }
            assertThat(grounded.value(MIX)).isNotEqualTo(truth.value(MIX));
        }
        assertThat(tally.all).isGreaterThan(10 * RUNS);
        assertThat((double) tally.within / tally.all)
                .as(tally.missed.toString())
                .isGreaterThanOrEqualTo(0.97);
    }

    /** A projection, month by month, written down as a log: its leads on days, its deals of any of the leads that are there. */
    private static final class WrittenDown {

        private final Random random;
        private final List<LeadCount> counts = new ArrayList<>();

        /** Leads without a deal, by the day on which they came. */
        private final List<LeadCount> open = new ArrayList<>();

        WrittenDown(Random random) {
            this.random = random;
        }

        void add(YearMonth month, Projection projection) {
            projection.leads().cells().forEach(cell -> {
                for (long lead = 0; lead < cell.count(); lead++) {
                    open.add(LeadCount.of(month.atDay(1 + random.nextInt(month.lengthOfMonth())), Outcome.OPEN, 0, 1)
                            .withAge(null)
                            .withProduct(cell.product())
                            .withChannel(cell.channel()));
                }
            });
            for (long deal = 0; deal < projection.newDeals(); deal++) {
                LeadCount lead = open.remove(random.nextInt(open.size()));
                counts.add(lead.withAge((int) ChronoUnit.DAYS.between(lead.entered(), month.atEndOfMonth()))
                        .withOutcome(Outcome.WON));
            }
        }

        FunnelHistory history() {
            List<LeadCount> all = new ArrayList<>(counts);
            all.addAll(open);
            return FunnelHistory.fromCounts(all, null);
        }
    }

    @Test
    void theLogsPositionAndActualsAreThoseOfTheProjectionAtEveryMonthEnd() {
        for (int run = 0; run < RUNS; run++) {
            Business business = Business.of(1_000 + run);
            WrittenDown log = new WrittenDown(business.random);
            List<Projection> months = new ArrayList<>();
            Position opening = Position.empty(START);
            for (int month = 0; month < MONTHS; month++) {
                YearMonth name = START.plusMonths(month);
                List<Traffic.Visits> visits = new ArrayList<>();
                for (String channel : CHANNELS) {
                    visits.add(new Traffic.Visits(name, "crm", channel, 200L + business.random.nextInt(900)));
                }
                PlanningConstants constants = business.constants.in(name).withHorizon(Horizon.ofMonths(name, 1));
                Projection projection = Projection.of(constants, opening, new Traffic(visits));
                log.add(name, projection);
                months.add(projection);
                opening = projection.closing();
            }
            FunnelHistory history = log.history();
            for (int month = 0; month < MONTHS; month++) {
                YearMonth name = START.plusMonths(month);
                Projection projection = months.get(month);
                assertThat(history.position(name.plusMonths(1), business.constants.in(name))
                                .cohorts())
                        .containsExactlyInAnyOrderElementsOf(
                                projection.closing().cohorts());
                long deals = 0;
                for (Actuals.Cell cell : history.actuals(name, name).cells()) {
                    deals += Objects.requireNonNull(cell.newDeals());
                    assertThat(cell.leads())
                            .isEqualTo(projection.leads().leads(name, "crm", Objects.requireNonNull(cell.channel())));
                }
                assertThat(deals).isEqualTo(projection.newDeals());
            }
        }
    }
}
