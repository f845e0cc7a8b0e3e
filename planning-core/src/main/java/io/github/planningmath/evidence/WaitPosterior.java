package io.github.planningmath.evidence;

import io.github.planningmath.internal.Matrices;
import io.github.planningmath.internal.Objective;
import io.github.planningmath.internal.Optimum;
import io.github.planningmath.internal.QuasiNewton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the share who ever buy and of their wait, after what was seen: families of waits weighted by their likelihood, each
 * with a lattice of scales and shapes around its mode, each of these with the shares that go with it.
 *
 * <p>Before anything is seen, every share is as likely as any other, the logarithm of the scale in days is {@code N(ln 30, 1.5)} and that
 * of the shape {@code N(0, 0.7)}.
 *
 * <p>The lattice grows from the mode to wherever the density is above {@code exp(-8)} of the greatest, so it follows a ridge
 * however far it goes. For smooth densities such sums converge faster than any power of the step.
 */
final class WaitPosterior {

    /** A wait, how much of the weight is its own, and the shares that go with it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and read by numeric code alone
    record Node(
            WaitFamily family,
            double logScale,
            double logShape,
            double weight,
            double[] shares,
            double[] shareWeights) {

        double cumulative(double days) {
            return family.cumulative(days, logScale, logShape);
        }

        Node weighing(double other) {
            return new Node(family, logScale, logShape, other, shares, shareWeights);
        }
    }

    private static final double PRIOR_LOG_SCALE = Math.log(30);
    private static final double PRIOR_LOG_SCALE_DEVIATION = 1.5;
    private static final double PRIOR_LOG_SHAPE_DEVIATION = 0.7;

    private static final double STEP = 0.9;
    private static final double NEGLIGIBLE = -8;
    private static final int MOST_NODES = 2_000;
    private static final double LEAST_WEIGHT = 1e-6;

    /** So much less likely a family has no weight to speak of. */
    private static final double HOPELESS = 14;

    private static final int THINNED = 48;
    private static final double HALF = 0.5;

    /** Nodes and weights of a mean over N(0, 1): five of Gauss and Hermite, exact up to the ninth power. */
    private static final double[] FACTORS = {
        -2.8569700138728056, -1.355626179974266, 0, 1.355626179974266, 2.8569700138728056
    };

    private static final double[] FACTOR_WEIGHTS = {
        0.01125741132772069, 0.22207592200561266, 0.5333333333333333, 0.22207592200561266, 0.01125741132772069
    };

    private final List<Node> nodes;

    private WaitPosterior(List<Node> nodes) {
        this.nodes = nodes;
    }

    /** After what is in a table, the logarithm of its likelihood divided by the dispersion. */
    static WaitPosterior of(AgeTable table, double dispersion) {
        WaitLikelihood.Facts facts = new WaitLikelihood.Facts(table, 1 / dispersion);
        double start = startingLogScale(table);
        List<Lattice> lattices = new ArrayList<>();
        double greatest = Double.NEGATIVE_INFINITY;
        for (WaitFamily family : WaitFamily.values()) {
            Lattice lattice = new Lattice(family, facts, start);
            lattices.add(lattice);
            greatest = Math.max(greatest, lattice.roughWeight());
        }
        List<Node> nodes = new ArrayList<>();
        for (Lattice lattice : lattices) {
            if (lattice.roughWeight() > greatest - HOPELESS) {
                lattice.grow();
                lattice.addTo(nodes, greatest);
            }
        }
        return new WaitPosterior(normalised(nodes));
    }

    private static double startingLogScale(AgeTable table) {
        double sum = 0;
        for (int age = 0; age < table.size(); age++) {
            sum += table.won(age) * Math.log(age + 0.5);
        }
        return table.won() == 0 ? PRIOR_LOG_SCALE : sum / table.won();
    }

    /**
     * After what is in a table of a part, where the wait is that of all, but for a factor of the scale that varies between parts.
     *
     * @param all what is known of the wait of all leads
     * @param deviation the standard deviation of the logarithm of that factor
     */
    static WaitPosterior ofPart(WaitPosterior all, AgeTable part, double dispersion, double deviation) {
        WaitLikelihood.Facts facts = new WaitLikelihood.Facts(part, 1 / dispersion);
        ShareGrid grid = new ShareGrid(facts);
        List<Node> nodes = new ArrayList<>();
        List<Node> waits = all.thinned();
        double[] logs = new double[waits.size() * FACTORS.length];
        double greatest = Double.NEGATIVE_INFINITY;
        double centre = Double.NaN;
        for (Node node : waits) {
            for (int i = 0; i < FACTORS.length; i++) {
                double logScale = node.logScale + deviation * FACTORS[i];
                grid.at(node.family, logScale, node.logShape, centre);
                centre = grid.centre();
                double log = Math.log(node.weight * FACTOR_WEIGHTS[i]) + grid.logMarginal();
                logs[nodes.size()] = log;
                greatest = Math.max(greatest, log);
                nodes.add(new Node(node.family, logScale, node.logShape, 0, grid.shares(), grid.weights()));
            }
        }
        for (int i = 0; i < nodes.size(); i++) {
            nodes.set(i, nodes.get(i).weighing(Math.exp(logs[i] - greatest)));
        }
        return new WaitPosterior(normalised(nodes));
    }

    /** So many nodes, each of which stands for as much of the weight as any other. */
    private List<Node> thinned() {
        if (nodes.size() <= THINNED) {
            return nodes;
        }
        List<Node> ordered = new ArrayList<>(nodes);
        ordered.sort(Comparator.comparing(Node::family)
                .thenComparingDouble(Node::logScale)
                .thenComparingDouble(Node::logShape));
        List<Node> chosen = new ArrayList<>();
        double sum = 0;
        for (Node node : ordered) {
            sum += node.weight;
            while (chosen.size() < THINNED && sum * THINNED >= chosen.size() + HALF) {
                chosen.add(node.weighing(1.0 / THINNED));
            }
        }
        return chosen;
    }

    private static List<Node> normalised(List<Node> nodes) {
        double all = nodes.stream().mapToDouble(Node::weight).sum();
        List<Node> kept =
                nodes.stream().filter(node -> node.weight > LEAST_WEIGHT * all).toList();
        double sum = kept.stream().mapToDouble(Node::weight).sum();
        return kept.stream().map(node -> node.weighing(node.weight / sum)).toList();
    }

    /** The share won within each number of days up to so many, by the likeliest family at its mode. */
    static double[] likeliestCurve(AgeTable table, int days) {
        WaitLikelihood.Facts facts = new WaitLikelihood.Facts(table, 1);
        double start = startingLogScale(table);
        @Nullable Lattice likeliest = null;
        for (WaitFamily family : WaitFamily.values()) {
            Lattice lattice = new Lattice(family, facts, start);
            if (likeliest == null || lattice.roughWeight() > likeliest.roughWeight()) {
                likeliest = lattice;
            }
        }
        double[] curve = new double[days + 1];
        if (likeliest != null) {
            double[] mode = likeliest.mode();
            for (int day = 1; day <= days; day++) {
                curve[day] = likeliest.family.cumulative(day, mode[1], mode[2]) / (1 + Math.exp(-mode[0]));
            }
        }
        return curve;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** How much of the weight each family has. */
    Map<WaitFamily, Double> families() {
        Map<WaitFamily, Double> weights = new EnumMap<>(WaitFamily.class);
        nodes.forEach(node -> weights.merge(node.family, node.weight, Double::sum));
        return weights;
    }

    /** What is known of the share won within so many days. */
    Spread rate(double days) {
        int size = nodes.stream().mapToInt(node -> node.shares.length).sum();
        double[] values = new double[size];
        double[] weights = new double[size];
        int at = 0;
        for (Node node : nodes) {
            double cumulative = node.cumulative(days);
            for (int i = 0; i < node.shares.length; i++) {
                values[at] = cumulative * node.shares[i];
                weights[at++] = node.weight * node.shareWeights[i];
            }
        }
        return new Spread(values, weights);
    }

    /** The mean share won within each number of days up to so many. */
    double[] meanCurve(int days) {
        double[] curve = new double[days + 1];
        for (Node node : nodes) {
            double share = 0;
            for (int i = 0; i < node.shares.length; i++) {
                share += node.shares[i] * node.shareWeights[i];
            }
            for (int day = 1; day <= days; day++) {
                curve[day] += node.weight * share * node.cumulative(day);
            }
        }
        return curve;
    }

    /** Likelihood and prior. */
    private record Density(WaitLikelihood likelihood) implements Objective {

        @Override
        public double value(double[] point, double[] gradient) {
            double value = likelihood.value(point, gradient);
            double share = 1 / (1 + Math.exp(-point[0]));
            gradient[0] += 1 - 2 * share;
            gradient[1] -= (point[1] - PRIOR_LOG_SCALE) / (PRIOR_LOG_SCALE_DEVIATION * PRIOR_LOG_SCALE_DEVIATION);
            gradient[2] -= point[2] / (PRIOR_LOG_SHAPE_DEVIATION * PRIOR_LOG_SHAPE_DEVIATION);
            return value - Math.log1p(Math.exp(-point[0])) - Math.log1p(Math.exp(point[0])) + prior(point[1], point[2]);
        }
    }

    private static double prior(double logScale, double logShape) {
        double scale = (logScale - PRIOR_LOG_SCALE) / PRIOR_LOG_SCALE_DEVIATION;
        double shape = logShape / PRIOR_LOG_SHAPE_DEVIATION;
        return -(scale * scale + shape * shape) / 2;
    }

    /** The scales and shapes of one family that have a density to speak of. */
    private static final class Lattice {

        private final WaitFamily family;
        private final ShareGrid grid;
        private final double[] mode;
        private final double[][] steps;
        private final double roughWeight;
        private final List<Node> nodes = new ArrayList<>();
        private final List<Double> logs = new ArrayList<>();
        private double greatest = Double.NEGATIVE_INFINITY;

        Lattice(WaitFamily family, WaitLikelihood.Facts facts, double startingLogScale) {
            this.family = family;
            this.grid = new ShareGrid(facts);
            Density density = new Density(new WaitLikelihood(family, facts));
            Optimum optimum = new QuasiNewton(1e-6, 2, 200).maximum(density, new double[] {-1, startingLogScale, 0});
            mode = optimum.point();
            double[][] covariance = Curvature.inverse(density, mode, optimum.curvature());
            steps = steps(covariance);
            roughWeight = optimum.value() + Math.log(determinant(covariance)) / 2;
        }

        /** Laplace's: the logarithm of what the family weighs, up to what all have in common. */
        double roughWeight() {
            return roughWeight;
        }

        private static double determinant(double[][] of) {
            return of[0][0] * (of[1][1] * of[2][2] - of[1][2] * of[2][1])
                    - of[0][1] * (of[1][0] * of[2][2] - of[1][2] * of[2][0])
                    + of[0][2] * (of[1][0] * of[2][1] - of[1][1] * of[2][0]);
        }

        /** The mode: log odds of the share, logarithms of scale and shape. */
        double[] mode() {
            return mode;
        }

        /** The lower root of the covariance of scale and shape, times the step. */
        private static double[][] steps(double[][] covariance) {
            double first = Math.sqrt(covariance[1][1]);
            double across = covariance[2][1] / first;
            double second = Math.sqrt(Math.max(1e-8, covariance[2][2] - across * across));
            return new double[][] {{STEP * first, 0}, {STEP * across, STEP * second}};
        }

        private record Place(int first, int second, double centre) {}

        void grow() {
            Deque<Place> waiting = new ArrayDeque<>(List.of(new Place(0, 0, mode[0])));
            Set<Long> seen = new HashSet<>(Set.of(key(0, 0)));
            while (!waiting.isEmpty() && nodes.size() < MOST_NODES) {
                Place place = waiting.remove();
                double logScale = mode[1] + steps[0][0] * place.first;
                double logShape = mode[2] + steps[1][0] * place.first + steps[1][1] * place.second;
                grid.at(family, logScale, logShape, place.centre);
                double log = grid.logMarginal() + prior(logScale, logShape);
                if (log > greatest + NEGLIGIBLE) {
                    greatest = Math.max(greatest, log);
                    nodes.add(new Node(family, logScale, logShape, 0, grid.shares(), grid.weights()));
                    logs.add(log);
                    addNeighbours(place, grid.centre(), waiting, seen);
                }
            }
        }

        private static void addNeighbours(Place place, double centre, Deque<Place> waiting, Set<Long> seen) {
            for (int[] side : new int[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
                int first = place.first + side[0];
                int second = place.second + side[1];
                if (seen.add(key(first, second))) {
                    waiting.add(new Place(first, second, centre));
                }
            }
        }

        private static long key(int first, int second) {
            return ((long) first << Integer.SIZE) + second;
        }

        void addTo(List<Node> all, double greatestOfAll) {
            double cell = Math.log(steps[0][0] * steps[1][1]);
            for (int i = 0; i < nodes.size(); i++) {
                all.add(nodes.get(i).weighing(Math.exp(logs.get(i) + cell - greatestOfAll)));
            }
        }
    }

    /** The shares that go with one wait: a row of log odds around the likeliest. */
    private static final class ShareGrid {

        private static final int HALF = 5;
        private static final double SHARE_STEP = 0.8;
        private static final int MOST_STEPS = 40;
        private static final double LONGEST_STEP = 2;
        private static final double MOST_ODDS = 30;
        private static final double CENTRED = 0.05;
        private static final double WIDTH = 0.02;

        private final WaitLikelihood.Facts facts;
        private final double[] cumulative;
        private final double[] surviving;
        private final double[] left;
        private final double[] scatter;
        private final double[] leads;
        private int groups;
        private double centre;
        private double logMarginal;
        private double[] shares = {};
        private double[] weights = {};

        ShareGrid(WaitLikelihood.Facts facts) {
            this.facts = facts;
            cumulative = new double[facts.places()];
            surviving = new double[facts.places()];
            left = new double[facts.otherAges()];
            scatter = new double[facts.otherAges()];
            leads = new double[facts.otherAges()];
        }

        void at(WaitFamily family, double logScale, double logShape, double start) {
            facts.fill(family, logScale, Math.exp(logShape), cumulative, surviving);
            group();
            double deviation = centred(Double.isNaN(start) ? -2 : start);
            int size = 2 * HALF + 1;
            double[] odds = new double[size];
            double[] logs = new double[size];
            double greatest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < size; i++) {
                odds[i] = centre + (i - HALF) * SHARE_STEP * deviation;
                logs[i] = log(odds[i]);
                greatest = Math.max(greatest, logs[i]);
            }
            shares = new double[size];
            weights = new double[size];
            double sum = 0;
            for (int i = 0; i < size; i++) {
                shares[i] = 1 / (1 + Math.exp(-odds[i]));
                weights[i] = Math.exp(logs[i] - greatest);
                sum += weights[i];
            }
            for (int i = 0; i < size; i++) {
                weights[i] /= sum;
            }
            logMarginal = greatest + Math.log(sum * SHARE_STEP * deviation) + facts.logOfDeals(cumulative, surviving);
        }

        /**
         * Ages at which nearly the same share of those who wait is left are taken together, by their mean and variance: what is
         * lost is of the third order in a width of a hundredth.
         */
        private void group() {
            groups = 0;
            double from = Double.NaN;
            for (int j = 0; j < facts.otherAges(); j++) {
                double weight = facts.withoutLeads(j);
                double its = surviving[facts.without(j)];
                boolean joins = groups > 0 && weight > 0 && leads[groups - 1] > 0 && from - its <= WIDTH * (its + 0.25);
                if (joins) {
                    int at = groups - 1;
                    double all = leads[at] + weight;
                    double off = its - left[at];
                    left[at] += off * weight / all;
                    scatter[at] += (off * off * leads[at] / all - scatter[at]) * weight / all;
                    leads[at] = all;
                } else {
                    from = its;
                    left[groups] = its;
                    scatter[groups] = 0;
                    leads[groups++] = weight;
                }
            }
        }

        /** Moves to the likeliest log odds, by Newton's method, and returns the standard deviation there. */
        private double centred(double start) {
            centre = start;
            double deviation = 1;
            for (int i = 0; i < MOST_STEPS; i++) {
                double share = 1 / (1 + Math.exp(-centre));
                double rest = 1 / (1 + Math.exp(centre));
                double slope = (facts.deals() + 1) * rest - share;
                double bend = (facts.deals() + 2) * share * rest;
                for (int j = 0; j < groups; j++) {
                    double without = rest + share * left[j];
                    double part = leads[j] * (1 - left[j]) * share * rest / without;
                    slope -= part;
                    bend += part * (rest * rest - share * share * left[j]) / without;
                }
                deviation = bend > 0 ? 1 / Math.sqrt(bend) : 1;
                double step = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, slope * deviation * deviation));
                centre = Math.max(-MOST_ODDS, Math.min(MOST_ODDS, centre + step));
                if (Math.abs(step) < CENTRED * deviation) {
                    break;
                }
            }
            return deviation;
        }

        private double log(double odds) {
            double share = 1 / (1 + Math.exp(-odds));
            double rest = 1 / (1 + Math.exp(odds));
            double sum = (facts.deals() + 1) * Math.log(share) + Math.log(rest);
            for (int j = 0; j < groups; j++) {
                double without = rest + share * left[j];
                double relative = share / without;
                sum += leads[j] * (Math.log(without) - relative * relative * scatter[j] / 2);
            }
            return sum;
        }

        double centre() {
            return centre;
        }

        double logMarginal() {
            return logMarginal;
        }

        double[] shares() {
            return shares;
        }

        double[] weights() {
            return weights;
        }
    }

    /** The inverse of the negated second derivatives, by differences of the gradient. */
    static final class Curvature {

        private static final double WIDTH = 1e-4;

        private Curvature() {}

        static double[][] inverse(Objective objective, double[] point, double[][] otherwise) {
            int size = point.length;
            double[][] second = new double[size][size];
            for (int i = 0; i < size; i++) {
                double[] above = new double[size];
                double[] below = new double[size];
                double[] moved = point.clone();
                moved[i] = point[i] + WIDTH;
                objective.value(moved, above);
                moved[i] = point[i] - WIDTH;
                objective.value(moved, below);
                for (int j = 0; j < size; j++) {
                    second[i][j] = (below[j] - above[j]) / (2 * WIDTH);
                }
            }
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < i; j++) {
                    double mean = (second[i][j] + second[j][i]) / 2;
                    second[i][j] = mean;
                    second[j][i] = mean;
                }
            }
            double[][] inverse = Matrices.inverse(second);
            return inverse == null ? otherwise : inverse;
        }
    }
}
