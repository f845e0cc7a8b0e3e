package io.github.planningmath.lifetime;

/** Terms of {@link Nbd}: nobody has left. */
record NbdTerms(Nbd model, double duration) implements ScoreTerms {

    @Override
    public double factor(int frequency, double age) {
        return 0;
    }

    @Override
    public double restAtRecency(int frequency, double recency) {
        return 0;
    }

    @Override
    public double restAtAge(int frequency, double age) {
        return 0;
    }

    @Override
    public double oddsOfLeft(int frequency, double recency, double age) {
        return 0;
    }

    @Override
    public double expectedOfActive(int frequency, double age) {
        return model.rate(frequency, age) * duration;
    }
}
