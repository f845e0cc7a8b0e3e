package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.Leads;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.Traffic;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * Conversions that were counted, 300 to 2,000 trials each, over 1 to 20 channels: their common denominators go to 200 bits. The
 * model beside is exact, slow and of its own: fractions of BigInteger, Webster seat by seat, one month after the other.
 */
class CountedConversionsPropertyTest {

    private static final YearMonth JANUARY = SmallBusiness.JANUARY;
    private static final BigInteger LONGEST = BigInteger.TWO.pow(62);
    private static final BigInteger EIGHTEEN_DECIMALS = BigInteger.TEN.pow(18);

    /** A fraction in lowest terms. */
    private record Exact(BigInteger over, BigInteger under) {

        private static final Exact NONE = new Exact(BigInteger.ZERO, BigInteger.ONE);

        Exact {
            BigInteger common = over.gcd(under);
            over = over.divide(common);
            under = under.divide(common);
        }

        static Exact of(@Nullable Ratio ratio) {
            return ratio == null
                    ? NONE
                    : new Exact(BigInteger.valueOf(ratio.numerator()), BigInteger.valueOf(ratio.denominator()));
        }

        Exact plus(long count, Rate rate) {
            BigInteger rateUnder = BigInteger.valueOf(rate.denominator());
            BigInteger more = BigInteger.valueOf(count).multiply(BigInteger.valueOf(rate.numerator()));
            return new Exact(over.multiply(rateUnder).add(more.multiply(under)), under.multiply(rateUnder));
        }

        long whole() {
            return over.divide(under).longValueExact();
        }

        /** What the whole leaves, as the state keeps it. */
        Exact kept() {
            Exact left = new Exact(over.mod(under), under);
            return left.under.compareTo(LONGEST) > 0
                    ? new Exact(left.over.multiply(EIGHTEEN_DECIMALS).divide(left.under), EIGHTEEN_DECIMALS)
                    : left;
        }
    }

    private record Surface(String name, int weight, Rate conversion) {}

    private static List<Surface> surfaces(Random random) {
        DrawnBusinesses draw = new DrawnBusinesses(random);
        List<Surface> surfaces = new ArrayList<>();
        for (int c = draw.between(1, 20); c > 0; c--) {
            surfaces.add(new Surface("c" + c, draw.between(1, 30), draw.counted()));
        }
        return surfaces;
    }

    /** Every visit is a lead. */
    private static PlanningConstants constants(List<Surface> surfaces, int cycle, int months) {
        List<Channel> channels = new ArrayList<>();
        Map<String, Ratio> weights = new LinkedHashMap<>();
        for (Surface surface : surfaces) {
            channels.add(SmallBusiness.channel(surface.name(), "1", "1", "0.01"));
            weights.put(surface.name(), Ratio.of(surface.weight()));
        }
        SalesProcess process = SalesProcess.of(surfaces.get(0).conversion(), cycle, ChannelMix.ofWeights(weights));
        for (Surface surface : surfaces) {
            process = process.withConversion(surface.name(), surface.conversion());
        }
        List<Channel> withSite = new ArrayList<>(channels);
        withSite.addAll(SmallBusiness.constants().channels());
        return SmallBusiness.constants()
                .withHorizon(Horizon.ofMonths(JANUARY, months))
                .withChannels(withSite)
                .withTiers(Map.of(SalesTier.CONSULTATIVE, process))
                .withChannels(channels);
    }

    /** Seat by seat to the greatest {@code weight / (2 * seats + 1)}, ties by name. */
    private static long[] webster(List<Surface> surfaces, long leads) {
        long[] seats = new long[surfaces.size()];
        for (long lead = 0; lead < leads; lead++) {
            int best = 0;
            for (int c = 1; c < seats.length; c++) {
                long order = surfaces.get(c).weight() * (2 * seats[best] + 1)
                        - surfaces.get(best).weight() * (2 * seats[c] + 1);
                boolean first =
                        surfaces.get(c).name().compareTo(surfaces.get(best).name()) < 0;
                best = order > 0 || (order == 0 && first) ? c : best;
            }
            seats[best]++;
        }
        return seats;
    }

    private static Exact deals(List<Surface> surfaces, long[] leads) {
        Exact sum = Exact.NONE;
        for (int c = 0; c < leads.length; c++) {
            sum = sum.plus(leads[c], surfaces.get(c).conversion());
        }
        return sum;
    }

    @Property(tries = 2_000)
    void leadsMakeTheWholeDealsOfTheExactSum(@ForAll Random random) {
        List<Surface> surfaces = surfaces(random);
        long[] leads = random.longs(surfaces.size(), 0, 1_000_000).toArray();
        Map<String, Long> visits = new LinkedHashMap<>();
        for (int c = 0; c < leads.length; c++) {
            visits.put(surfaces.get(c).name(), leads[c]);
        }
        Funnel funnel = Funnel.of(constants(surfaces, 0, 1), SalesTier.CONSULTATIVE);
        assertThat(funnel.expected(visits).deals())
                .isEqualTo(deals(surfaces, leads).whole());
    }

    @Property(tries = 1_000)
    void theLeastLeadsSufficeAndOneLessDoesNot(@ForAll Random random) {
        List<Surface> surfaces = surfaces(random);
        long deals = random.nextInt(40);
        Funnel.Flow flow =
                Funnel.of(constants(surfaces, 0, 1), SalesTier.CONSULTATIVE).required(deals);
        long leads = flow.leads().values().stream().mapToLong(Long::longValue).sum();
        long[] split = webster(surfaces, leads);
        for (int c = 0; c < split.length; c++) {
            assertThat(flow.leads().get(surfaces.get(c).name())).isEqualTo(split[c]);
        }
        assertThat(deals(surfaces, split).whole()).isGreaterThanOrEqualTo(deals);
        if (leads > 0) {
            assertThat(deals(surfaces, webster(surfaces, leads - 1)).whole()).isLessThan(deals);
        }
    }

    /** Month by month on the state, as the rule says; the projection counts cumulatively. */
    @Property
    void aProjectionIsTheModelMonthByMonth(@ForAll Random random) {
        List<Surface> surfaces = surfaces(random);
        DrawnBusinesses draw = new DrawnBusinesses(random);
        int months = draw.between(1, 12);
        int cycle = draw.between(0, 3);
        PlanningConstants constants = constants(surfaces, cycle, months);
        Position opening = opening(random, surfaces);
        long[][] leads = new long[months][];
        for (int month = 0; month < months; month++) {
            leads[month] = random.longs(surfaces.size(), 0, 40).toArray();
        }
        Projection projection = Projection.of(constants, opening, traffic(surfaces, leads));

        Exact left = Exact.of(
                opening.remainders().isEmpty()
                        ? null
                        : opening.remainders().get(0).fraction());
        for (int month = 0; month < months; month++) {
            Exact sum = left;
            for (int c = 0; c < surfaces.size(); c++) {
                long due = month < cycle ? 0 : leads[month - cycle][c];
                sum = sum.plus(
                        due + openLeads(opening, surfaces.get(c), month),
                        surfaces.get(c).conversion());
            }
            assertThat(projection
                            .workload()
                            .in(JANUARY.plusMonths(month))
                            .get(0)
                            .newDeals())
                    .isEqualTo(sum.whole());
            left = sum.kept();
        }
        assertThat(projection.closing().remainders().stream()
                        .map(Position.Remainder::fraction)
                        .map(Exact::of)
                        .toList())
                .isEqualTo(left.equals(Exact.NONE) ? List.of() : List.of(left));
    }

    private static Position opening(Random random, List<Surface> surfaces) {
        List<Position.OpenLeads> open = new ArrayList<>();
        for (int due = 0; due < 3; due++) {
            String channel = surfaces.get(random.nextInt(surfaces.size())).name();
            open.add(Position.OpenLeads.of("crm", channel, JANUARY.plusMonths(due), random.nextInt(30)));
        }
        List<Position.Remainder> fractions = new ArrayList<>();
        if (random.nextBoolean()) {
            Ratio fraction = Ratio.of(1 + random.nextInt(1_000_000_000), 1_000_000_007);
            fractions.add(new Position.Remainder(Position.Rounded.NEW_DEALS, "crm", null, fraction));
        }
        return new Position(JANUARY, List.of(), List.of(), open, fractions);
    }

    private static long openLeads(Position opening, Surface surface, int month) {
        return opening.openLeads().stream()
                .filter(leads -> leads.channel().equals(surface.name()))
                .filter(leads -> leads.due().equals(JANUARY.plusMonths(month)))
                .mapToLong(Position.OpenLeads::count)
                .sum();
    }

    private static Traffic traffic(List<Surface> surfaces, long[][] leads) {
        List<Traffic.Visits> visits = new ArrayList<>();
        for (int month = 0; month < leads.length; month++) {
            for (int c = 0; c < surfaces.size(); c++) {
                visits.add(new Traffic.Visits(
                        JANUARY.plusMonths(month), "crm", surfaces.get(c).name(), leads[month][c]));
            }
        }
        return new Traffic(visits);
    }

    /** Law 6, with rates, fractions and pipelines of every kind, joined at every month. */
    @Property(tries = 300)
    void projectingInTwoPiecesIsProjectingInOne(@ForAll Random random) {
        DrawnBusinesses draw = new DrawnBusinesses(random);
        PlanningConstants constants = draw.constants(10).withSeason(Season.even());
        Position opening = draw.opening(constants);
        Traffic traffic = anyTraffic(random, constants);
        Projection whole = Projection.of(constants, opening, traffic);
        int months = constants.horizon().months();
        for (int join = 1; join < months; join++) {
            YearMonth second = JANUARY.plusMonths(join);
            Projection before = Projection.of(
                    constants.withHorizon(Horizon.ofMonths(JANUARY, join)), opening, part(traffic, JANUARY, second));
            Projection after = Projection.of(
                    constants.withHorizon(Horizon.ofMonths(second, months - join)),
                    before.closing(),
                    part(traffic, second, JANUARY.plusMonths(months)));
            List<Workload.Work> pieces = new ArrayList<>(before.workload().work());
            pieces.addAll(after.workload().work());
            assertThat(pieces).isEqualTo(whole.workload().work());
            assertThat(after.leads().cells()).isEqualTo(part(whole, second));
            assertThat(after.closing()).isEqualTo(whole.closing());
        }
    }

    private static Traffic anyTraffic(Random random, PlanningConstants constants) {
        List<Traffic.Visits> visits = new ArrayList<>();
        for (YearMonth month : constants.horizon().all()) {
            constants
                    .assortment()
                    .products()
                    .forEach(product -> constants
                            .tier(product.tier())
                            .channels()
                            .shares()
                            .keySet()
                            .forEach(channel -> visits.add(
                                    new Traffic.Visits(month, product.name(), channel, (long) random.nextInt(200)))));
        }
        return new Traffic(visits);
    }

    private static Traffic part(Traffic traffic, YearMonth from, YearMonth before) {
        return new Traffic(traffic.cells().stream()
                .filter(cell -> !cell.month().isBefore(from) && cell.month().isBefore(before))
                .toList());
    }

    private static List<Leads.Cell> part(Projection projection, YearMonth from) {
        return projection.leads().cells().stream()
                .filter(cell -> !cell.month().isBefore(from))
                .toList();
    }

    /** The plan's own deals reach the goal, and one deal fewer do not, by cells counted one after the other. */
    @Property(tries = 200)
    void plansOnThemReachTheGoalWithTheLeastOfARun(@ForAll Random random) {
        DrawnBusinesses draw = new DrawnBusinesses(random);
        List<Surface> surfaces = surfaces(random);
        PlanningConstants constants = constants(surfaces, draw.between(0, 2), draw.between(3, 12));
        FinancialGoal goal = SettledGoal.revenue(Integer.toString(1_000 * draw.between(0, 300)));
        Position opening = opening(random, surfaces);
        Plan plan = Planner.withDefaults().plan(goal, constants, opening).orThrow();
        Projection again = Projection.of(constants, opening, plan.traffic());
        assertThat(again.revenue()).isEqualTo(plan.revenue(Scope.all())).isGreaterThanOrEqualTo(goal.amount());
        assertThat(again.closing()).isEqualTo(plan.closing());
        long deals = Objects.requireNonNull(plan.requiredDeals());
        if (deals > 0) {
            ResolvedBusiness business = new ResolvedBusiness(constants, opening, Edges.NONE, List.of());
            assertThat(new Cascade(business, deals - 1).projection().revenue()).isLessThan(goal.amount());
        }
    }
}
