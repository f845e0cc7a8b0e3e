package io.github.planningmath.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole law of a sum by one draw of the constants: each product's on its lattice by its characteristic function, and then
 * products joined value by value. Where there are too many values they are rounded down to a grid, and the law is known up to a bracket.
 * Where amounts have no common step, such as two prices that are drawn, each is split over the two steps around it so that its mean is
 * kept, and the bracket is a step wide to both sides: that one is not proved.
 */
final class ExactLaw {

    /**
     * Bounds of a chance.
     *
     * @param low the chance is not less
     * @param high and not more
     */
    record Bracket(double low, double high) {

        double middle() {
            return low + (high - low) / 2;
        }

        double halfWidth() {
            return (high - low) / 2;
        }
    }

    /** What is less likely lies beyond the lattice: its logarithm. */
    private static final double BEYOND = 41;

    private static final double[] REFINED = {0.4, 0.65, 1.5, 2.5};

    private static final int MOST_POINTS = 1 << 15;

    /** At how many places a transform is taken to see how far a law reaches. */
    private static final int RANGE_WORK = 60;

    /** What amounts may differ by and count as equal, by their size. */
    private static final double NEARNESS = 1e-9;

    private final AtomicLaw one;
    private final AtomicLaw other;
    private final double blur;
    private final long work;

    private ExactLaw(AtomicLaw one, AtomicLaw other, double blur, long work) {
        this.one = one;
        this.other = other;
        this.blur = blur;
        this.work = work;
    }

    /**
     * The law by a draw.
     *
     * @param mostWork how much may be done for it
     * @return the law; null where it takes more
     */
    static @Nullable ExactLaw of(LuckModel model, double[] draws, long mostWork) {
        double[] chances = model.chances(draws);
        List<OfProduct> products = new ArrayList<>();
        long work = 0;
        for (int p = 0; p < model.exposure().products().size(); p++) {
            Exposure.ProductTerms terms = model.exposure().products().get(p);
            if (model.measurement().has(terms)) {
                DealWorth worth = DealWorth.of(
                        model.measurement(), terms, model.exposure().months(), draws);
                double step = model.measurement().stage() == Measurement.Stage.DEAL ? Lattice.step(worth) : 1;
                if (step != 0) {
                    OfProduct product = new OfProduct(
                            p, worth, step, new ProductTransform(model, p, worth.in(step), draws, chances));
                    products.add(product);
                    work += RANGE_WORK * product.transform.work();
                }
            }
        }
        for (int i = 0; i < products.size() && work <= mostWork; i++) {
            OfProduct product = products.get(i);
            long[] range = range(product.transform);
            if (range[1] - range[0] >= MOST_POINTS) {
                double step = product.step * Math.ceil((range[1] - range[0]) / (MOST_POINTS / 2.0));
                product = new OfProduct(
                        product.number,
                        product.worth,
                        step,
                        new ProductTransform(model, product.number, product.worth.in(step), draws, chances));
                range = range(product.transform);
            }
            product.first = range[0];
            product.points = Integer.highestOneBit((int) Math.max(2, range[1] - range[0])) * 2;
            products.set(i, product);
            work += product.points / 2 * product.transform.work();
        }
        return work > mostWork ? null : joined(products, work);
    }

    /** What is made of a product, in steps. */
    private static final class OfProduct {

        private final int number;
        private final DealWorth worth;
        private final double step;
        private final ProductTransform transform;
        private long first;
        private int points;

        OfProduct(int number, DealWorth worth, double step, ProductTransform transform) {
            this.number = number;
            this.worth = worth;
            this.step = step;
            this.transform = transform;
        }
    }

    private static ExactLaw joined(List<OfProduct> products, long work) {
        List<AtomicLaw> laws = new ArrayList<>();
        double blur = 0;
        for (OfProduct product : products) {
            if (!product.worth.in(product.step).isWhole()) {
                blur = Math.max(blur, product.step);
            }
            laws.add(AtomicLaw.ofLattice(
                    product.step, product.first, chances(product.transform, product.first, product.points)));
        }
        return joined(laws, blur, work);
    }

    private static ExactLaw joined(List<AtomicLaw> laws, double blur, long work) {
        while (laws.size() > 2) {
            laws.sort(Comparator.comparingInt(AtomicLaw::size));
            AtomicLaw smallest = laws.remove(0);
            laws.set(0, laws.get(0).plus(smallest));
        }
        AtomicLaw first = laws.isEmpty() ? AtomicLaw.certain(0) : laws.get(0);
        return new ExactLaw(first, laws.size() < 2 ? AtomicLaw.certain(0) : laws.get(1), blur, work);
    }

    /** The first and the last of the steps beyond which next to nothing lies. */
    private static long[] range(ProductTransform transform) {
        return new long[] {(long) Math.floor(-end(transform, -1)) - 1, (long) Math.ceil(end(transform, 1)) + 1};
    }

    /** How far a sum goes to one side, by Chernoff's bound: any s gives one, and that of a few is near the least. */
    private static double end(ProductTransform transform, int side) {
        double least = Double.POSITIVE_INFINITY;
        double best = 1;
        for (double s = 16; s > 1e-9; s /= 4) {
            double end = end(transform, side, s);
            if (end < least) {
                least = end;
                best = s;
            } else if (end > 16 * Math.abs(least)) {
                break;
            }
        }
        for (double factor : REFINED) {
            least = Math.min(least, end(transform, side, best * factor));
        }
        return least;
    }

    private static double end(ProductTransform transform, int side, double s) {
        transform.at(side * s, 0);
        return transform.isSharp() && transform.re() < Double.POSITIVE_INFINITY
                ? (transform.re() + BEYOND) / s
                : Double.POSITIVE_INFINITY;
    }

    private static double[] chances(ProductTransform transform, long first, int points) {
        double[] re = new double[points];
        double[] im = new double[points];
        for (int j = 0; j <= points / 2; j++) {
            double t = 2 * Math.PI * j / points;
            transform.at(0, t);
            double size = StrictMath.exp(transform.re());
            double angle = transform.im() - t * first;
            re[j] = size * StrictMath.cos(angle);
            im[j] = size * StrictMath.sin(angle);
            if (j > 0 && j < points / 2) {
                re[points - j] = re[j];
                im[points - j] = -im[j];
            }
        }
        im[points / 2] = 0;
        FourierTransform.transform(re, im);
        for (int i = 0; i < points; i++) {
            re[i] /= points;
        }
        return re;
    }

    /** Whether no value was rounded. */
    boolean isSharp() {
        return blur == 0 && one.raised() + other.raised() == 0;
    }

    /** The mean, and the second to the fourth moment about it. */
    double[] centralMoments() {
        double mean = one.mean() + other.mean();
        double[] a = one.centralMoments();
        double[] b = other.centralMoments();
        return new double[] {mean, a[1] + b[1], a[2] + b[2], a[3] + 6 * a[1] * b[1] + b[3]};
    }

    /** How much was done for it. */
    long work() {
        return work;
    }

    /** Bounds of the chance that the sum is at least an amount. */
    Bracket atLeast(double amount) {
        double tolerance = NEARNESS * Math.max(1e-3, Math.abs(amount));
        double low = one.atLeast(other, amount - tolerance);
        double raised = one.raised() + other.raised();
        double high = raised == 0 ? low : one.atLeast(other, amount - tolerance - raised);
        if (blur == 0) {
            return new Bracket(low, high);
        }
        return new Bracket(one.atLeast(other, amount + blur), one.atLeast(other, amount - blur - raised));
    }
}
