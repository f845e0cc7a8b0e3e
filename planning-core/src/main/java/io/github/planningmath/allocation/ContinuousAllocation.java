package io.github.planningmath.allocation;

import io.github.planningmath.internal.DocumentForm;
import java.util.Arrays;
import java.util.List;

/**
 * The best split of a budget over channels before any rounding, by the place of a channel in {@link ResponseColumns}, with
 * what proves it.
 *
 * <p>As JSON it is a view, which is not read back: the spends by the place of the channel.
 */
public final class ContinuousAllocation {

    private final double[] spends;
    private final double outcome;
    private final double upperBound;
    private final double marginalReturn;
    private final double residual;
    private final int nodes;

    ContinuousAllocation(
            double[] spends, double outcome, double upperBound, double marginalReturn, double residual, int nodes) {
        this.spends = spends;
        this.outcome = outcome;
        this.upperBound = upperBound;
        this.marginalReturn = marginalReturn;
        this.residual = residual;
        this.nodes = nodes;
    }

    /** As it is written. */
    private record View(
            List<Double> spends,
            double outcome,
            double upperBound,
            double gap,
            double marginalReturn,
            double residual,
            int nodes) {}

    @DocumentForm.Written
    View view() {
        return new View(
                Arrays.stream(spends).boxed().toList(), outcome, upperBound, gap(), marginalReturn, residual, nodes);
    }

    /**
     * What a channel spends.
     *
     * @param channel its place in the columns
     * @return at least its least and at most its greatest spend
     */
    public double spend(int channel) {
        return spends[channel];
    }

    /**
     * What the spends bring together.
     *
     * @return at least 0
     */
    public double outcome() {
        return outcome;
    }

    /**
     * What no split of the budget exceeds; of concave curves, the outcome itself.
     *
     * @return at least the outcome
     */
    public double upperBound() {
        return upperBound;
    }

    /**
     * How far the outcome may be from the best there is, {@code (upperBound - outcome) / upperBound}.
     *
     * @return at least 0
     */
    public double gap() {
        return upperBound > outcome ? (upperBound - outcome) / upperBound : 0;
    }

    /**
     * What a further unit of money brings, wherever no bound holds.
     *
     * @return at least 0
     */
    public double marginalReturn() {
        return marginalReturn;
    }

    /**
     * The greatest relative violation of the conditions that the best split meets (W. Karush; H. W. Kuhn and A. W. Tucker): of
     * the marginal returns being equal where no bound holds, not above at a ceiling, not below at a floor, and of the
     * budget being spent.
     *
     * @return at least 0
     */
    public double residual() {
        return residual;
    }

    /**
     * How many parts the range of spends was divided into to prove the bound.
     *
     * @return 1 for concave curves
     */
    public int nodes() {
        return nodes;
    }

    double[] spends() {
        return spends;
    }

    @Override
    public String toString() {
        return spends.length + " channels bring " + outcome;
    }
}
