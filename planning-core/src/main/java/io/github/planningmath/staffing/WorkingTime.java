package io.github.planningmath.staffing;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long a person works in a month, and how much of that goes into handling leads, deals and customers.
 *
 * @param hoursPerMonth paid hours of a person in a month, above 0 and at most 744
 * @param otherMonths the hours of months that have others, likewise
 * @param utilisation the share of the hours that goes into the work counted; the rest is meetings of the house, training,
 *     leave and waiting
 */
public record WorkingTime(Ratio hoursPerMonth, Map<YearMonth, Ratio> otherMonths, Rate utilisation)
        implements DocumentPart {

    private static final Ratio MOST_HOURS = Ratio.of(744);
    private static final Ratio MINUTES = Ratio.of(60);

    public WorkingTime {
        requireHours(hoursPerMonth, "WorkingTime.hoursPerMonth");
        Map<YearMonth, Ratio> copy = new LinkedHashMap<>(Required.present(otherMonths, "WorkingTime.otherMonths"));
        copy.forEach((month, hours) -> {
            Required.present(month, "WorkingTime.otherMonths month");
            requireHours(hours, "WorkingTime.otherMonths[" + month + "]");
        });
        otherMonths = Collections.unmodifiableMap(copy);
        Required.present(utilisation, "WorkingTime.utilisation");
    }

    /**
     * The same hours every month.
     *
     * @param hoursPerMonth paid hours of a person in a month
     * @param utilisation the share of them that goes into the work counted, such as {@code "80%"}
     * @return the working time
     */
    public static WorkingTime of(String hoursPerMonth, String utilisation) {
        return new WorkingTime(Ratio.of(hoursPerMonth), Map.of(), Rate.of(utilisation));
    }

    /**
     * What one person can do in a month.
     *
     * @param month the month
     * @return minutes: {@code 60 * hours * utilisation}
     */
    public Ratio minutes(YearMonth month) {
        return otherMonths
                .getOrDefault(month, hoursPerMonth)
                .times(utilisation.toRatio())
                .times(MINUTES);
    }

    private static void requireHours(Ratio hours, String component) {
        Required.present(hours, component);
        if (!(hours.numerator() > 0 && hours.compareTo(MOST_HOURS) <= 0)) {
            throw new IllegalArgumentException(component + " must be above 0 and at most 744, but was " + hours + ".");
        }
    }
}
