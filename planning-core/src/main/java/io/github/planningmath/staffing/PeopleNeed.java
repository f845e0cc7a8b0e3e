package io.github.planningmath.staffing;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Ratio;
import java.time.YearMonth;

/**
 * How many people the work of a month takes.
 *
 * @param month the month
 * @param fullTime people at full productivity, exactly
 * @param people whole people: rounded up, once
 */
public record PeopleNeed(YearMonth month, Ratio fullTime, Long people) {

    public PeopleNeed {
        Required.present(month, "PeopleNeed.month");
        Required.present(fullTime, "PeopleNeed.fullTime");
        Required.count(people, "PeopleNeed.people");
        if (people != wholePeople(fullTime)) {
            throw new IllegalArgumentException("PeopleNeed.people must be " + wholePeople(fullTime) + " for " + fullTime
                    + " at full productivity, but was " + people + ".");
        }
    }

    /**
     * The need of a month.
     *
     * @param month the month
     * @param fullTime people at full productivity, exactly
     * @return the need, in whole people too
     */
    public static PeopleNeed of(YearMonth month, Ratio fullTime) {
        return new PeopleNeed(month, fullTime, wholePeople(fullTime));
    }

    /** Work over what one person can do of it, exactly. */
    static Ratio quotient(Ratio work, Ratio ofOne) {
        long units = ofOne.numerator();
        long parts = ofOne.denominator();
        return work.times(Ratio.of(parts, units));
    }

    /** So many people as they are read, in four significant digits. */
    static String text(Ratio fullTime) {
        return Fraction.of(fullTime.numerator(), fullTime.denominator())
                .rounded()
                .toPlainString();
    }

    @Override
    public String toString() {
        return month + ": the work takes " + text(fullTime) + " people, whole ones " + people;
    }

    static long wholePeople(Ratio fullTime) {
        long whole = fullTime.numerator() / fullTime.denominator();
        return fullTime.numerator() % fullTime.denominator() == 0 ? whole : whole + 1;
    }
}
