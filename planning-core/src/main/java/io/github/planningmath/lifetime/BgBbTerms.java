package io.github.planningmath.lifetime;

/** Terms of {@link BgBb}: its odds are a sum over the opportunities between recency and age, not taken apart. */
final class BgBbTerms implements ScoreTerms {

    private final BgBb model;
    private final double duration;

    BgBbTerms(BgBb model, double duration) {
        this.model = model;
        this.duration = Opportunities.count(duration, "Scoring.duration");
    }

    @Override
    public void require(CustomerColumns customers) {
        for (int row = 0; row < customers.size(); row++) {
            Opportunities.require(customers.frequency(row), customers.recency(row), customers.age(row));
        }
    }

    @Override
    public double factor(int frequency, double age) {
        return Double.NaN;
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
        return Math.exp(model.logOddsOfLeft(frequency, recency, age));
    }

    @Override
    public double expectedOfActive(int frequency, double age) {
        return model.expectedOfActive(frequency, age, duration);
    }
}
