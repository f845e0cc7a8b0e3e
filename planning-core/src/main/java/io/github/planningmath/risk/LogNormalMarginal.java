package io.github.planningmath.risk;

/**
 * An amount or a ratio whose logarithm is normal.
 *
 * @param logMedian the logarithm of the median
 * @param deviation the standard deviation of the logarithm, at least 0
 */
record LogNormalMarginal(double logMedian, double deviation) implements Marginal {

    /** The law of two quantiles that lie at a score and its negative. */
    static LogNormalMarginal ofQuantiles(double low, double high, double score) {
        double lower = StrictMath.log(low);
        double upper = StrictMath.log(high);
        return new LogNormalMarginal((lower + upper) / 2, (upper - lower) / (2 * score));
    }

    /** The law of a mean and a standard deviation by that mean. */
    static LogNormalMarginal ofMean(double mean, double relative) {
        double variance = StrictMath.log1p(relative * relative);
        return new LogNormalMarginal(StrictMath.log(mean) - variance / 2, Math.sqrt(variance));
    }

    @Override
    public double at(double score) {
        return StrictMath.exp(logMedian + deviation * score);
    }

    @Override
    public double mean() {
        return StrictMath.exp(logMedian + deviation * deviation / 2);
    }
}
