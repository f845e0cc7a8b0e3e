package io.github.planningmath.lifetime;

/** Terms of {@link ParetoNbd}: {@code rest(t) = G(t) / S(0)} and {@code factor(T) = S(0) / S(T)}. */
final class ParetoNbdTerms implements ScoreTerms {

    private static final double LARGEST_EXPONENT = 600;

    private final ParetoNbd model;
    private final double duration;
    private final double leftShareAtFirst;

    ParetoNbdTerms(ParetoNbd model, double duration) {
        this.model = model;
        this.duration = duration;
        this.leftShareAtFirst = model.leftShare(0, 0);
    }

    @Override
    public double factor(int frequency, double age) {
        double fall = model.logFall(frequency, 0, age);
        return fall <= LARGEST_EXPONENT ? Math.exp(fall) : Double.NaN;
    }

    @Override
    public double restAtRecency(int frequency, double recency) {
        return rest(frequency, recency);
    }

    @Override
    public double restAtAge(int frequency, double age) {
        return rest(frequency, age);
    }

    private double rest(int frequency, double time) {
        return model.leftShare(frequency, time) * Math.exp(-model.logFall(frequency, 0, time));
    }

    @Override
    public double oddsOfLeft(int frequency, double recency, double age) {
        return frequency == 0
                ? model.oddsOfLeftSinceFirst(leftShareAtFirst, age)
                : model.oddsOfLeft(frequency, recency, age);
    }

    @Override
    public double expectedOfActive(int frequency, double age) {
        return model.expectedOfActive(frequency, age, duration);
    }
}
