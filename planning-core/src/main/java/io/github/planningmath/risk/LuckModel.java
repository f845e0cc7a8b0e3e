package io.github.planningmath.risk;

import io.github.planningmath.plan.Position;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The law of luck of one sum over a plan, given its constants. Visits, open leads and customers are independent of each other, and
 * binomials thin: a visit comes to a deal of age a with chance {@code q_a}, which is worth its own amount and that of the repeat deals
 * of its customer in the months left. So with {@code V_a} what such a deal is worth,
 * {@code K(s) = sum of visits * ln(1 + sum of q_a (E exp(s V_a) - 1))}.
 *
 * <p>Cells that differ in nothing that is drawn are folded into polynomials of {@code q} beforehand, so that what is done for a draw
 * depends on the number of rates and not on months and products.
 */
final class LuckModel {

    /** Coefficients of the powers of q in the four cumulants: 1, 2, 3 and 4 of them. */
    private static final int COEFFICIENTS = 10;

    /**
     * A way that a visit or lead may go.
     *
     * @param path which rates it meets
     * @param share of those that have come so far
     * @param month in which it counts
     */
    record Way(int path, double share, int month) {}

    /** So many visits or leads that may go several ways, each there with a chance. */
    record Stream(long count, double chance, List<Way> ways) {}

    /** A rate as it is in one or several months. */
    private record Slot(ByDraw term, int month) {}

    private record SlotKey(ByDraw term, double planned) {}

    private final Exposure exposure;
    private final Measurement measurement;
    private final List<Slot> slots = new ArrayList<>();
    private final Map<SlotKey, Integer> slotNumbers = new HashMap<>();
    private final List<int[]> paths = new ArrayList<>();
    private final Map<List<Integer>, Integer> pathNumbers = new HashMap<>();
    private final List<Map<List<Way>, double[]>> folded = new ArrayList<>();
    private final List<List<Stream>> streams = new ArrayList<>();
    private final List<ProductLuck> lucks = new ArrayList<>();
    private final Polynomials settled = new Polynomials();
    private final double[] settledCustomers = new double[RawMoments.ORDER];
    private final Decided decided;
    private double knownStep;
    private int productOfDrawnStep = -1;

    LuckModel(Exposure exposure, Measurement measurement) {
        this.exposure = exposure;
        this.measurement = measurement;
        decided = new Decided(exposure, measurement);
        for (int p = 0; p < exposure.products().size(); p++) {
            folded.add(new TreeMap<>(LuckModel::compare));
            streams.add(new ArrayList<>());
        }
        addVisits();
        addOpenLeads();
        addLeftOver();
        double[] none = new double[0];
        for (int p = 0; p < streams.size(); p++) {
            for (Map.Entry<List<Way>, double[]> each : folded.get(p).entrySet()) {
                streams.get(p).add(new Stream((long) each.getValue()[0], 1, each.getKey()));
            }
            Exposure.ProductTerms terms = exposure.products().get(p);
            if (!measurement.has(terms)) {
                continue;
            }
            ProductLuck luck = new ProductLuck(p, terms);
            if (luck.isSettled()) {
                luck.fold(settled, settledCustomers, none);
            } else {
                lucks.add(luck);
            }
        }
        readSteps();
    }

    private static int compare(List<Way> one, List<Way> other) {
        int order = Integer.compare(one.size(), other.size());
        for (int i = 0; i < one.size() && order == 0; i++) {
            order = Integer.compare(one.get(i).path(), other.get(i).path());
            order = order != 0
                    ? order
                    : Integer.compare(one.get(i).month(), other.get(i).month());
            order = order != 0
                    ? order
                    : Double.compare(one.get(i).share(), other.get(i).share());
        }
        return order;
    }

    // What luck decides

    private void addVisits() {
        for (Exposure.Visits cell : exposure.visits()) {
            Exposure.ProductTerms terms = exposure.products().get(cell.product());
            if (measurement.has(terms) && measurement.has(cell.channel())) {
                List<Way> ways = waysOfVisit(cell, terms);
                if (!ways.isEmpty()) {
                    folded.get(cell.product()).computeIfAbsent(ways, any -> new double[1])[0] += cell.count();
                }
            }
        }
    }

    private List<Way> waysOfVisit(Exposure.Visits cell, Exposure.ProductTerms terms) {
        int month = cell.month();
        return switch (measurement.stage()) {
            case VISIT -> List.of();
            case CONTACT ->
                measurement.has(month)
                        ? List.of(new Way(path(slot(exposure.siteConversion(cell.channel()), month)), 1, month))
                        : List.of();
            case LEAD ->
                measurement.has(month) ? List.of(new Way(path(lead(cell.channel(), month)), 1, month)) : List.of();
            case OPEN_LEAD -> waysToWait(terms, month, lead(cell.channel(), month));
            case DEAL -> waysToDeal(cell.product(), cell.channel(), month, lead(cell.channel(), month));
        };
    }

    private int[] lead(String channel, int month) {
        return new int[] {slot(exposure.siteConversion(channel), month), slot(exposure.warmUpRate(channel), month)};
    }

    /** Leads are open as long as some of their month are still to become deals. */
    private List<Way> waysToWait(Exposure.ProductTerms terms, int month, int... rates) {
        boolean isOpen = month <= measurement.to() && month + terms.cycle().length - 1 > measurement.to();
        return isOpen ? List.of(new Way(path(rates), 1, measurement.to())) : List.of();
    }

    private List<Way> waysToDeal(int product, String channel, int month, int... rates) {
        return waysToDeal(
                product, channel, month, exposure.products().get(product).cycle(), rates);
    }

    private List<Way> waysToDeal(int product, String channel, int month, double[] cycle, int... rates) {
        List<Way> ways = new ArrayList<>();
        for (int age = 0; age < cycle.length && month + age <= measurement.to(); age++) {
            if (cycle[age] > 0) {
                ways.add(new Way(path(withSale(product, channel, month + age, rates)), cycle[age], month + age));
            }
        }
        return ways;
    }

    private int[] withSale(int product, String channel, int month, int... rates) {
        int[] all = Arrays.copyOf(rates, rates.length + 1);
        all[rates.length] = slot(exposure.managerConversion(product, channel, month), month);
        return all;
    }

    private void addOpenLeads() {
        for (Exposure.OpenLeads leads : exposure.openLeads()) {
            if (measurement.stage() == Measurement.Stage.DEAL
                    && measurement.has(exposure.products().get(leads.product()))
                    && measurement.has(leads.channel())) {
                StillOpen stillOpen = leads.stillOpen();
                int[] rates = stillOpen == null ? new int[0] : new int[] {slot(stillOpen, 0, leads.from())};
                List<Way> ways = waysToDeal(leads.product(), leads.channel(), leads.from(), leads.due(), rates);
                if (!ways.isEmpty() && leads.unsold() > 0) {
                    streams.get(leads.product()).add(new Stream(leads.unsold(), 1, ways));
                }
            }
        }
    }

    /** A fraction that rounding left over is as good as one more in the first month, with that chance. */
    private void addLeftOver() {
        for (Exposure.LeftOver each : exposure.leftOver()) {
            Exposure.ProductTerms terms = exposure.products().get(each.product());
            String channel = each.channel();
            if (measurement.has(terms) && (channel == null || measurement.has(channel))) {
                List<Way> ways = waysOfLeftOver(each, terms);
                if (!ways.isEmpty()) {
                    streams.get(each.product()).add(new Stream(1, each.chance(), ways));
                }
            }
        }
    }

    private List<Way> waysOfLeftOver(Exposure.LeftOver each, Exposure.ProductTerms terms) {
        Measurement.Stage stage = measurement.stage();
        String channel = each.channel();
        boolean first = measurement.has(0);
        if (each.counted() == Position.Rounded.CONTACTS) {
            return stage == Measurement.Stage.CONTACT && first ? List.of(new Way(path(), 1, 0)) : List.of();
        }
        if (each.counted() == Position.Rounded.LEADS && channel != null) {
            return switch (stage) {
                case LEAD -> first ? List.of(new Way(path(), 1, 0)) : List.of();
                case OPEN_LEAD -> waysToWait(terms, 0);
                case DEAL -> waysToDeal(each.product(), channel, 0);
                default -> List.of();
            };
        }
        return each.counted() == Position.Rounded.NEW_DEALS && stage == Measurement.Stage.DEAL
                ? List.of(new Way(path(), 1, 0))
                : List.of();
    }

    private int slot(Term term, int month) {
        return slot(term, term.planned(month), month);
    }

    private int slot(ByDraw term, double planned, int month) {
        return slotNumbers.computeIfAbsent(new SlotKey(term, planned), any -> {
            slots.add(new Slot(term, month));
            return slots.size() - 1;
        });
    }

    private int path(int... rates) {
        List<Integer> key = Arrays.stream(rates).boxed().toList();
        return pathNumbers.computeIfAbsent(key, any -> {
            paths.add(rates);
            return paths.size() - 1;
        });
    }

    // What is known of it for all draws

    Exposure exposure() {
        return exposure;
    }

    Measurement measurement() {
        return measurement;
    }

    /** What is decided on the plan's own constants, exactly. */
    BigDecimal decided() {
        return decided.planned();
    }

    /** What a draw of the prices of visits and of fixed costs adds to that. */
    double decidedByDraw(double[] draws) {
        return decided.byDraw(draws);
    }

    /** What the sum comes in by a draw; 0 where it is next to continuous. */
    double step(double[] draws) {
        if (!measurement.isMoney()) {
            return 1;
        }
        return productOfDrawnStep >= 0
                ? Math.abs(measurement.perDeal(exposure.products().get(productOfDrawnStep), measurement.from(), draws))
                : knownStep;
    }

    private void readSteps() {
        if (!measurement.isMoney()) {
            return;
        }
        double[] none = new double[0];
        List<Exposure.ProductTerms> all =
                exposure.products().stream().filter(measurement::has).toList();
        if (all.stream().noneMatch(measurement::isDrawn)) {
            double[] worths = all.stream()
                    .flatMapToDouble(terms -> IntStream.rangeClosed(measurement.from(), measurement.to())
                            .boxed()
                            .flatMapToDouble(month -> DoubleStream.of(
                                    Math.abs(measurement.perDeal(terms, month, none)),
                                    Math.abs(measurement.perRepeat(terms, month, none)))))
                    .filter(worth -> worth > 0)
                    .toArray();
            knownStep = worths.length == 0 ? 0 : Lattice.common(worths);
        } else if (all.size() == 1 && measurement.isSteady(all.get(0))) {
            productOfDrawnStep = exposure.products().indexOf(all.get(0));
        }
    }

    List<Stream> streams(int product) {
        return streams.get(product);
    }

    /** The chances of the paths by a draw. */
    double[] chances(double[] draws) {
        double[] chances = new double[paths.size()];
        chances(draws, new double[slots.size()], chances);
        return chances;
    }

    private void chances(double[] draws, double[] rates, double[] chances) {
        for (int i = 0; i < rates.length; i++) {
            Slot slot = slots.get(i);
            rates[i] = slot.term().at(slot.month(), draws);
        }
        for (int i = 0; i < chances.length; i++) {
            double chance = 1;
            for (int slot : paths.get(i)) {
                chance *= rates[slot];
            }
            chances[i] = chance;
        }
    }

    /** What numbers it takes to look at one draw after another; for one thread. */
    final class Worksheet {

        private final double[] rates = new double[slots.size()];
        private final double[] chances = new double[paths.size()];

        /** The four cumulants of the sum by a draw, without what is decided. */
        void cumulants(double[] draws, double[] into) {
            LuckModel.this.chances(draws, rates, chances);
            System.arraycopy(settledCustomers, 0, into, 0, RawMoments.ORDER);
            settled.add(chances, 1, into);
            for (ProductLuck luck : lucks) {
                luck.add(draws, chances, into);
            }
        }
    }

    /** Cumulants as polynomials of the chances of paths. */
    private static final class Polynomials {

        private final Map<Integer, double[]> building = new TreeMap<>();
        private int @Nullable [] used;
        private double @Nullable [] coefficients;

        /** Takes in so many that come to something with the moments given, if they go along a path. */
        void add(int path, double count, double[] m) {
            double[] c = building.computeIfAbsent(path, any -> new double[COEFFICIENTS]);
            double square = m[0] * m[0];
            c[0] += count * m[0];
            c[1] += count * m[1];
            c[2] -= count * square;
            c[3] += count * m[2];
            c[4] -= count * 3 * m[0] * m[1];
            c[5] += count * 2 * square * m[0];
            c[6] += count * m[3];
            c[7] -= count * (4 * m[2] * m[0] + 3 * m[1] * m[1]);
            c[8] += count * 12 * m[1] * square;
            c[9] -= count * 6 * square * square;
        }

        /** Adds the cumulants, each worth so much. */
        void add(double[] chances, double worth, double[] into) {
            int[] which = used;
            double[] c = coefficients;
            if (which == null || c == null) {
                which = building.keySet().stream().mapToInt(Integer::intValue).toArray();
                c = new double[which.length * COEFFICIENTS];
                int at = 0;
                for (double[] each : building.values()) {
                    System.arraycopy(each, 0, c, at, COEFFICIENTS);
                    at += COEFFICIENTS;
                }
                used = which;
                coefficients = c;
            }
            double k1 = 0;
            double k2 = 0;
            double k3 = 0;
            double k4 = 0;
            for (int i = 0, at = 0; i < which.length; i++, at += COEFFICIENTS) {
                double q = chances[which[i]];
                k1 += q * c[at];
                k2 += q * (c[at + 1] + q * c[at + 2]);
                k3 += q * (c[at + 3] + q * (c[at + 4] + q * c[at + 5]));
                k4 += q * (c[at + 6] + q * (c[at + 7] + q * (c[at + 8] + q * c[at + 9])));
            }
            double square = worth * worth;
            into[0] += worth * k1;
            into[1] += square * k2;
            into[2] += square * worth * k3;
            into[3] += square * square * k4;
        }
    }

    /** The luck of one product. */
    private final class ProductLuck {

        private final int product;
        private final Exposure.ProductTerms terms;
        private final boolean isScaled;
        private final Polynomials polynomials = new Polynomials();
        private final double[] customers = new double[RawMoments.ORDER];

        ProductLuck(int product, Exposure.ProductTerms terms) {
            this.product = product;
            this.terms = terms;
            isScaled = measurement.isDrawn(terms)
                    && measurement.isSteady(terms)
                    && !terms.repeats().isDrawn()
                    && isFoldable();
            if (isScaled) {
                fold(polynomials, customers, null);
            }
        }

        /** Nothing of what a deal is worth is drawn. */
        boolean isSettled() {
            return !measurement.isDrawn(terms) && !terms.repeats().isDrawn() && isFoldable();
        }

        /** Whether each stream meets the same rates, whatever the month of its deal. */
        private boolean isFoldable() {
            return streams.get(product).stream()
                    .allMatch(stream -> stream.ways().stream()
                                    .mapToInt(Way::path)
                                    .distinct()
                                    .count()
                            == 1);
        }

        /** Puts the streams into polynomials; each deal is worth 1 where no draw is given. */
        void fold(Polynomials into, double[] cumulants, double @Nullable [] draws) {
            CustomerMoments moments = new CustomerMoments(terms, worth(draws), draws == null ? new double[0] : draws);
            for (Stream stream : streams.get(product)) {
                double[] sum = new double[RawMoments.ORDER];
                for (Way way : stream.ways()) {
                    addWay(sum, way.share() * stream.chance(), moments, way.month());
                }
                into.add(stream.ways().get(0).path(), (double) stream.count(), sum);
            }
            addCustomers(moments, cumulants);
        }

        private void addWay(double[] sum, double chance, CustomerMoments moments, int month) {
            double[] m = measurement.stage() == Measurement.Stage.DEAL ? moments.ofDeal(month) : null;
            for (int k = 0; k < RawMoments.ORDER; k++) {
                sum[k] += chance * (m == null ? 1 : m[k]);
            }
        }

        private DealWorth worth(double @Nullable [] draws) {
            return DealWorth.of(measurement, terms, exposure.months(), draws);
        }

        private void addCustomers(CustomerMoments moments, double[] cumulants) {
            if (measurement.stage() != Measurement.Stage.DEAL) {
                return;
            }
            for (Exposure.Customers cohort : exposure.customers()) {
                if (cohort.product() == product) {
                    addIndependent(
                            moments.ofCustomer(exposure.start(), cohort.age()),
                            cohort.count(),
                            cohort.chance(),
                            cumulants);
                }
            }
            for (Exposure.LeftOver each : exposure.leftOver()) {
                if (each.product() == product && each.counted() == Position.Rounded.REPEAT_DEALS) {
                    addIndependent(moments.ofRepeatDeal(0), 1, each.chance(), cumulants);
                }
            }
        }

        private static void addIndependent(double[] m, long count, double chance, double[] cumulants) {
            RawMoments.scale(m, chance);
            RawMoments.toCumulants(m);
            for (int k = 0; k < RawMoments.ORDER; k++) {
                cumulants[k] += count * m[k];
            }
        }

        void add(double[] draws, double[] chances, double[] into) {
            if (isScaled) {
                double worth = measurement.perDeal(terms, 0, draws);
                polynomials.add(chances, worth, into);
                double power = worth;
                for (int k = 0; k < RawMoments.ORDER; k++) {
                    into[k] += power * customers[k];
                    power *= worth;
                }
                return;
            }
            CustomerMoments moments = new CustomerMoments(terms, worth(draws), draws);
            double[] sum = new double[RawMoments.ORDER];
            for (Stream stream : streams.get(product)) {
                Arrays.fill(sum, 0);
                for (Way way : stream.ways()) {
                    addWay(sum, way.share() * stream.chance() * chances[way.path()], moments, way.month());
                }
                RawMoments.toCumulants(sum);
                for (int k = 0; k < RawMoments.ORDER; k++) {
                    into[k] += stream.count() * sum[k];
                }
            }
            addCustomers(moments, into);
        }
    }
}
