package io.github.planningmath.internal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What records require of their components; each check returns what it accepted. */
public final class Required {

    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';

    /** Spaces without width, which Unicode does not call spaces. */
    private static final String ZERO_WIDTH = "\u200b\u2060\ufeff";

    private Required() {}

    /**
     * A value that is given.
     *
     * @param value anything
     * @param component the name in messages, such as {@code Channel.cost}
     * @param <T> the component's type
     * @return the value
     * @throws NullPointerException if it is null
     */
    public static <T> T present(@Nullable T value, String component) {
        if (value != null) {
            return value;
        }
        throw missing(component);
    }

    private static NullPointerException missing(String component) {
        return new NullPointerException(component + " must be given, but was null.");
    }

    /**
     * A name, or another single line of text: not blank, no blanks at its ends, no line breaks or tabs, and no half of a
     * surrogate pair. What Unicode calls a space counts as a blank, with the no-break spaces and those without width.
     *
     * @param value a text
     * @param component the name in messages
     * @return the value
     */
    public static String name(@Nullable String value, String component) {
        String name = present(value, component);
        if (name.isEmpty() || isBlank(name.charAt(0)) || isBlank(name.charAt(name.length() - 1))) {
            throw notOneLine(name, component);
        }
        requireText(name, component);
        return name;
    }

    /**
     * A name where one is given.
     *
     * @param value the name; null where there is none
     * @param component what it is of
     */
    public static void nameIfGiven(@Nullable String value, String component) {
        if (value != null) {
            name(value, component);
        }
    }

    /** A loop, since names are checked by the hundred thousand. */
    private static void requireText(String name, String component) {
        for (int i = 0; i < name.length(); i++) {
            char unit = name.charAt(i);
            if (Character.isISOControl(unit) || unit == LINE_SEPARATOR || unit == PARAGRAPH_SEPARATOR) {
                throw notOneLine(name, component);
            }
            if (Character.isSurrogate(unit) && !isPaired(name, i)) {
                throw new IllegalArgumentException(component + " must be text, but had half of a surrogate pair at " + i
                        + ": \"" + shown(name) + "\".");
            }
        }
    }

    private static boolean isBlank(char unit) {
        return Character.isWhitespace(unit) || Character.isSpaceChar(unit) || ZERO_WIDTH.indexOf(unit) >= 0;
    }

    private static IllegalArgumentException notOneLine(String name, String component) {
        return new IllegalArgumentException(
                component + " must be one line of text without blanks at its ends, but was \"" + shown(name) + "\".");
    }

    /** What cannot be seen is shown by its code. */
    private static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char unit = name.charAt(i);
            boolean unseen = (isBlank(unit) && unit != ' ') || (Character.isSurrogate(unit) && !isPaired(name, i));
            if (Character.isISOControl(unit)) {
                shown.append('?');
            } else if (unseen) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
            } else {
                shown.append(unit);
            }
        }
        return shown.toString();
    }

    private static boolean isPaired(String name, int index) {
        return Character.isHighSurrogate(name.charAt(index))
                ? index + 1 < name.length() && Character.isLowSurrogate(name.charAt(index + 1))
                : index > 0 && Character.isHighSurrogate(name.charAt(index - 1));
    }

    /**
     * A count.
     *
     * @param value at least 0
     * @param component the name in messages
     * @return the value
     */
    public static long count(@Nullable Long value, String component) {
        long count = present(value, component);
        if (count >= 0) {
            return count;
        }
        throw new IllegalArgumentException(component + " must be at least 0, but was " + count + ".");
    }

    /**
     * A whole number within bounds.
     *
     * @param value from least to most
     * @param least the least accepted
     * @param most the greatest accepted
     * @param component the name in messages
     * @return the value
     */
    public static int between(@Nullable Integer value, int least, int most, String component) {
        int number = present(value, component);
        if (number >= least && number <= most) {
            return number;
        }
        throw new IllegalArgumentException(
                component + " must be from " + least + " to " + most + ", but was " + number + ".");
    }

    /**
     * A list without gaps, copied.
     *
     * @param values elements, none of them null
     * @param component the name in messages
     * @param <T> the elements' type
     * @return an unmodifiable copy
     */
    public static <T> List<T> list(@Nullable List<T> values, String component) {
        List<T> copy = new ArrayList<>(present(values, component));
        for (int index = 0; index < copy.size(); index++) {
            if (copy.get(index) == null) {
                present(null, component + "[" + index + "]");
            }
        }
        return Collections.unmodifiableList(copy);
    }

    /**
     * Values by name, copied in their order.
     *
     * @param values no name refused by {@link #name}, no value null
     * @param component the name in messages
     * @param <T> the values' type
     * @return an unmodifiable copy
     */
    public static <T> Map<String, T> byName(@Nullable Map<String, ? extends T> values, String component) {
        Map<String, T> copy = new LinkedHashMap<>(present(values, component));
        String nameOfPart = component + " name";
        copy.forEach((name, value) -> {
            name(name, nameOfPart);
            if (value == null) {
                throw missing(component + "[" + name + "]");
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    /**
     * What is wrong with a month that is not one of a plan.
     *
     * @param month the month
     * @param first the plan's first month
     * @param last the plan's last month
     * @return the rest of a message, after what it names the month
     */
    public static String outsideOfPlan(YearMonth month, YearMonth first, YearMonth last) {
        return "must be a month of the plan, from " + first + " to " + last + ", but was " + month + ".";
    }

    /**
     * Requires a month of a plan.
     *
     * @param month the month
     * @param first the plan's first month
     * @param last the plan's last month
     * @param component what a message names it
     * @throws IllegalArgumentException if the month is not one of the plan
     */
    public static void monthBetween(YearMonth month, YearMonth first, YearMonth last, String component) {
        if (month.isBefore(first) || month.isAfter(last)) {
            throw new IllegalArgumentException(component + " " + outsideOfPlan(month, first, last));
        }
    }

    /**
     * Keys that are all different.
     *
     * @param keys names, or lists of what names a cell
     * @param component the name in messages
     */
    public static void distinct(Collection<?> keys, String component) {
        Set<Object> seen = new HashSet<>();
        for (Object key : keys) {
            if (!seen.add(key)) {
                throw new IllegalArgumentException(
                        component + " must be given once each, but was given twice: " + key + ".");
            }
        }
    }
}
