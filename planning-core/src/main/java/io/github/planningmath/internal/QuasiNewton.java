package io.github.planningmath.internal;

/**
 * The greatest value of a smooth function of a few variables, by the quasi-Newton method of Broyden, Fletcher, Goldfarb and
 * Shanno, with a line search that meets the strong Wolfe conditions.
 *
 * <p>No maintained Java library has one without a module conflict; this is small because the functions it is for have at
 * most a handful of variables. Source: J. Nocedal and S. J. Wright, Numerical Optimization, 2nd edition, 2006, chapters 3
 * and 6, doi:10.1007/978-0-387-40065-5.
 */
public final class QuasiNewton {

    private static final double SUFFICIENT_INCREASE = 1e-4;
    private static final double CURVATURE = 0.9;
    private static final int LINE_SEARCH_TRIES = 60;

    /** A step that moves no variable as far as this says nothing about a ridge. */
    private static final double RIDGE_STEP = 0.25;

    /** So many such steps in a row make a ridge. */
    private static final int RIDGE_STEPS = 3;

    private final double tolerance;
    private final double longestStep;
    private final int mostIterations;
    private final double flatSlope;

    /**
     * A search.
     *
     * @param tolerance converged where the expected gain of a full step, {@code gradient * step}, is at most this
     * @param longestStep no variable moves further than this in one iteration
     * @param mostIterations after these, the search gives up
     */
    public QuasiNewton(double tolerance, double longestStep, int mostIterations) {
        this(tolerance, longestStep, mostIterations, 0);
    }

    private QuasiNewton(double tolerance, double longestStep, int mostIterations, double flatSlope) {
        this.tolerance = tolerance;
        this.longestStep = longestStep;
        this.mostIterations = mostIterations;
        this.flatSlope = flatSlope;
    }

    /**
     * The same search, but one that follows no ridge: it ends, without having converged, where three steps in a row go on by at
     * least a quarter and gain less than the slope times their length.
     *
     * @param slope a gain for each unit of the way that is nothing to speak of
     * @return a search that ends on ridges
     */
    public QuasiNewton endingOnRidges(double slope) {
        return new QuasiNewton(tolerance, longestStep, mostIterations, slope);
    }

    /**
     * Searches from a point, knowing nothing of the curvature.
     *
     * @param objective defined at the start
     * @param start where to begin
     * @return where the search ended
     */
    public Optimum maximum(Objective objective, double[] start) {
        double[][] unit = new double[start.length][start.length];
        for (int i = 0; i < start.length; i++) {
            unit[i][i] = 1;
        }
        return new Search(objective, start, unit, true).run();
    }

    /**
     * Searches from a point with a known curvature, such as that of a similar function.
     *
     * @param objective defined at the start
     * @param start where to begin
     * @param curvature the inverse of the negated Hessian, or near it; positive definite
     * @return where the search ended
     */
    public Optimum maximum(Objective objective, double[] start, double[][] curvature) {
        return new Search(objective, start, curvature, false).run();
    }

    /** One search: the point, what is known there, and the curvature learnt on the way. */
    private final class Search {

        private final Objective objective;
        private final int size;
        private double[] point;
        private double[] gradient;
        private double value;
        private double[][] curvature;
        private boolean curvatureUnknown;
        private int ridgeSteps;

        private double[] candidate;
        private double[] candidateGradient;
        private double candidateValue;

        Search(Objective objective, double[] start, double[][] curvature, boolean curvatureUnknown) {
            this.objective = objective;
            this.size = start.length;
            this.point = start.clone();
            this.gradient = new double[size];
            this.value = objective.value(point, gradient);
            this.curvature = new double[size][];
            for (int row = 0; row < size; row++) {
                this.curvature[row] = curvature[row].clone();
            }
            this.curvatureUnknown = curvatureUnknown;
            this.candidate = new double[size];
            this.candidateGradient = new double[size];
        }

        Optimum run() {
            for (int iteration = 0; iteration < mostIterations; iteration++) {
                double[] direction = Matrices.times(curvature, gradient);
                double slope = Matrices.dot(gradient, direction);
                if (slope <= tolerance) {
                    return end(iteration, true);
                }
                if (!(slope < Double.POSITIVE_INFINITY) || !advance(direction, slope)) {
                    return end(iteration, false);
                }
                if (ridgeSteps == RIDGE_STEPS) {
                    return end(iteration + 1, false);
                }
            }
            return end(mostIterations, false);
        }

        private Optimum end(int iterations, boolean converged) {
            return new Optimum(point, value, gradient, curvature, iterations, converged, ridgeSteps == RIDGE_STEPS);
        }

        /** Moves along a direction of increase; false where no step gains anything. */
        private boolean advance(double[] direction, double slope) {
            double longest = 0;
            for (double component : direction) {
                longest = Math.max(longest, Math.abs(component));
            }
            double step = Math.min(1, longestStep / longest);
            // Below this, differences of a long sum are rounding noise, and the slope alone decides.
            double noise = 1e-12 * Math.abs(value);
            double low = 0;
            double lowSlope = slope;
            double high = Double.POSITIVE_INFINITY;
            double highSlope = Double.NaN;
            for (int attempt = 0; attempt < LINE_SEARCH_TRIES; attempt++) {
                double stepSlope = evaluate(direction, step);
                boolean increases = candidateValue >= value + SUFFICIENT_INCREASE * step * slope - noise;
                if (!increases || stepSlope < -CURVATURE * slope) {
                    high = step;
                    highSlope = increases ? stepSlope : Double.NaN;
                } else if (stepSlope <= CURVATURE * slope || step * longest >= longestStep) {
                    accept();
                    return true;
                } else {
                    low = step;
                    lowSlope = stepSlope;
                }
                step = next(low, lowSlope, high, highSlope, longestStep / longest);
            }
            return false;
        }

        private double next(double low, double lowSlope, double high, double highSlope, double most) {
            if (high == Double.POSITIVE_INFINITY) {
                return Math.min(2 * low, most);
            }
            double secant = low + (high - low) * lowSlope / (lowSlope - highSlope);
            double margin = 0.1 * (high - low);
            return secant >= low + margin && secant <= high - margin ? secant : 0.5 * (low + high);
        }

        private double evaluate(double[] direction, double step) {
            for (int i = 0; i < size; i++) {
                candidate[i] = point[i] + step * direction[i];
            }
            candidateValue = objective.value(candidate, candidateGradient);
            return Matrices.dot(candidateGradient, direction);
        }

        private void accept() {
            double[] move = new double[size];
            double[] bend = new double[size];
            double way = 0;
            for (int i = 0; i < size; i++) {
                move[i] = candidate[i] - point[i];
                bend[i] = gradient[i] - candidateGradient[i];
                way = Math.max(way, Math.abs(move[i]));
            }
            ridgeSteps = way >= RIDGE_STEP && candidateValue - value < flatSlope * way ? ridgeSteps + 1 : 0;
            learn(move, bend);
            double[] spare = point;
            point = candidate;
            candidate = spare;
            spare = gradient;
            gradient = candidateGradient;
            candidateGradient = spare;
            value = candidateValue;
        }

        private void learn(double[] move, double[] bend) {
            double bendAlongMove = Matrices.dot(move, bend);
            if (!(bendAlongMove > 0)) {
                return;
            }
            if (curvatureUnknown) {
                double scale = bendAlongMove / Matrices.dot(bend, bend);
                for (int i = 0; i < size; i++) {
                    curvature[i][i] = scale;
                }
                curvatureUnknown = false;
            }
            double[] mapped = Matrices.times(curvature, bend);
            double factor = (1 + Matrices.dot(bend, mapped) / bendAlongMove) / bendAlongMove;
            for (int row = 0; row < size; row++) {
                for (int column = 0; column < size; column++) {
                    curvature[row][column] += factor * move[row] * move[column]
                            - (mapped[row] * move[column] + move[row] * mapped[column]) / bendAlongMove;
                }
            }
        }
    }
}
