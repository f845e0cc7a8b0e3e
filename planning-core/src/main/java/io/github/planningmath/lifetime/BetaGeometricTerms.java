package io.github.planningmath.lifetime;

/** Terms of {@link BetaGeometric}: {@code rest(t) = (1 + t / alpha)^-(r + x)}, and nothing at the age. */
final class BetaGeometricTerms implements ScoreTerms {

    /** Beyond it, powers are left to logarithms. */
    private static final double LARGEST_EXPONENT = 600;

    /** Beyond it, the logarithm of a quotient is taken from the difference itself. */
    private static final double PLAIN_SHAPE = 500;

    private final BetaGeometric process;
    private final BetaGeometricSeries series;

    BetaGeometricTerms(BetaGeometric process, double duration) {
        this.process = process;
        this.series = new BetaGeometricSeries(process, duration);
    }

    @Override
    public double factor(int frequency, double age) {
        double exponent = exponent(frequency, age);
        return exponent <= LARGEST_EXPONENT ? oddsAtLastChance(frequency) * Math.exp(exponent) : Double.NaN;
    }

    @Override
    public double restAtRecency(int frequency, double recency) {
        double exponent = exponent(frequency, recency);
        return exponent <= LARGEST_EXPONENT ? Math.exp(-exponent) : Double.NaN;
    }

    @Override
    public double restAtAge(int frequency, double age) {
        return 0;
    }

    @Override
    public double oddsOfLeft(int frequency, double recency, double age) {
        double odds = oddsAtLastChance(frequency);
        double shape = process.r() + frequency;
        double exponent = odds == 0 ? 0 : shape * Math.log((process.alpha() + age) / (process.alpha() + recency));
        return shape <= PLAIN_SHAPE && exponent <= LARGEST_EXPONENT
                ? odds * Math.exp(exponent)
                : Math.exp(process.logOddsOfLeft(frequency, recency, age));
    }

    @Override
    public double expectedOfActive(int frequency, double age) {
        return series.expected(frequency, age);
    }

    private double oddsAtLastChance(int frequency) {
        int chances = frequency + process.firstChance();
        return chances == 0 ? 0 : process.a() / (process.b() + (chances - 1));
    }

    private double exponent(int frequency, double time) {
        return (process.r() + frequency) * Math.log1p(time / process.alpha());
    }
}
