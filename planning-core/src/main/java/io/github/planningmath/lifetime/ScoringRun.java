package io.github.planningmath.lifetime;

/** One thread's part of a scoring. */
final class ScoringRun {

    private static final int BLOCK = 1 << 10;

    private final ScoreTerms terms;
    private final boolean timesRepeat;
    private final TimePlaces places = new TimePlaces();
    private final FrequencyTimeTable recencies;
    private final FrequencyTimeTable ages;

    /** Rows of a block that the tables did not have everything for. */
    private final int[] missed = new int[BLOCK];

    /** One of so many parts, which share the room for tables. */
    ScoringRun(ScoreTerms terms, boolean timesRepeat, int parts) {
        this.terms = terms;
        this.timesRepeat = timesRepeat;
        this.recencies = new Recencies(terms, parts);
        this.ages = new Ages(terms, parts);
    }

    void score(CustomerColumns customers, int from, int to, Scores scores) {
        if (!timesRepeat) {
            compute(customers, from, to, scores);
            return;
        }
        for (int start = from; start < to; ) {
            int end = start + Math.min(BLOCK, to - start);
            int count = lookUp(customers, start, end, scores);
            for (int i = 0; i < count; i++) {
                complete(customers, missed[i], scores);
            }
            start = end;
        }
    }

    /**
     * Scores the rows that the tables have everything for and returns how many others there are. Nothing is computed here: the
     * loop is one of loads, and a third faster than with a call for the rare row.
     */
    private int lookUp(CustomerColumns customers, int from, int to, Scores scores) {
        int count = 0;
        for (int row = from; row < to; row++) {
            int frequency = customers.frequency(row);
            int atAge = ages.known(frequency, places.known(customers.age(row)));
            int atRecency = recencies.known(frequency, places.known(customers.recency(row)));
            double odds = odds(atRecency, atAge);
            missed[count] = row;
            if (atAge == FrequencyTimeTable.NOT_KNOWN
                    || atRecency == FrequencyTimeTable.NOT_KNOWN
                    || Double.isNaN(odds)) {
                count++;
            } else {
                double alive = 1 / (1 + odds);
                scores.set(row, alive, alive * ages.value(atAge + Ages.EXPECTED));
            }
        }
        return count;
    }

    /** Not a number where the parts leave the range of double. */
    private double odds(int atRecency, int atAge) {
        double rest = recencies.value(atRecency) - ages.value(atAge + Ages.REST);
        // Of a customer who bought just now it may be below 0 by rounding.
        return ages.value(atAge + Ages.FACTOR) * (rest < 0 ? 0 : rest);
    }

    private void complete(CustomerColumns customers, int row, Scores scores) {
        int frequency = customers.frequency(row);
        double recency = customers.recency(row);
        double age = customers.age(row);
        int atAge = ages.at(frequency, age, places.place(age));
        double odds = odds(recencies.at(frequency, recency, places.place(recency)), atAge);
        double alive = 1 / (1 + (Double.isNaN(odds) ? terms.oddsOfLeft(frequency, recency, age) : odds));
        scores.set(row, alive, alive * ages.value(atAge + Ages.EXPECTED));
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
