package io.github.planningmath.lifetime;

/** One thread's part of a scoring. */
final class ScoringRun {

    private final ScoreTerms terms;
    private final boolean timesRepeat;
    private final TimePlaces places = new TimePlaces();
    private final FrequencyTimeTable recencies;
    private final FrequencyTimeTable ages;

    /** One of so many parts, which share the room for tables. */
    ScoringRun(ScoreTerms terms, boolean timesRepeat, int parts) {
        this.terms = terms;
        this.timesRepeat = timesRepeat;
        this.recencies = new Recencies(terms, parts);
        this.ages = new Ages(terms, parts);
    }

    void score(CustomerColumns customers, int from, int to, Scores scores) {
        if (timesRepeat) {
            lookUp(customers, from, to, scores);
        } else {
            compute(customers, from, to, scores);
        }
    }

    private void lookUp(CustomerColumns customers, int from, int to, Scores scores) {
        double atNoRecency = terms.restAtRecency(0, 0);
        for (int row = from; row < to; row++) {
            int frequency = customers.frequency(row);
            double recency = customers.recency(row);
            double age = customers.age(row);
            int atAge = ages.at(frequency, age, places.place(age));
            double restAtRecency = frequency == 0
                    ? atNoRecency
                    : recencies.value(recencies.at(frequency, recency, places.place(recency)));
            double rest = restAtRecency - ages.value(atAge + Ages.REST);
            // Of a customer who bought just now it may be below 0 by rounding.
            double odds = ages.value(atAge + Ages.FACTOR) * Math.max(rest, 0);
            if (Double.isNaN(odds)) {
                odds = terms.oddsOfLeft(frequency, recency, age);
            }
            double alive = 1 / (1 + odds);
            scores.set(row, alive, alive * ages.value(atAge + Ages.EXPECTED));
        }
    }

    private void compute(CustomerColumns customers, int from, int to, Scores scores) {
        for (int row = from; row < to; row++) {
            int frequency = customers.frequency(row);
            double age = customers.age(row);
            double alive = 1 / (1 + terms.oddsOfLeft(frequency, customers.recency(row), age));
            scores.set(row, alive, alive * terms.expectedOfActive(frequency, age));
        }
    }

    /** What depends on frequency and recency. */
    private static final class Recencies extends FrequencyTimeTable {

        private final ScoreTerms terms;

        Recencies(ScoreTerms terms, int parts) {
            super(1, parts);
            this.terms = terms;
        }

        @Override
        void fill(int frequency, double time, double[] into, int at) {
            into[at] = terms.restAtRecency(frequency, time);
        }
    }

    /** What depends on frequency and age. */
    private static final class Ages extends FrequencyTimeTable {

        static final int EXPECTED = 0;
        static final int FACTOR = 1;
        static final int REST = 2;

        private final ScoreTerms terms;

        Ages(ScoreTerms terms, int parts) {
            super(3, parts);
            this.terms = terms;
        }

        @Override
        void fill(int frequency, double time, double[] into, int at) {
            into[at + EXPECTED] = terms.expectedOfActive(frequency, time);
            into[at + FACTOR] = terms.factor(frequency, time);
            into[at + REST] = terms.restAtAge(frequency, time);
        }
    }
}
