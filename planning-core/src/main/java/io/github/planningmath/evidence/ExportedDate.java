package io.github.planningmath.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The day of a date or of a point in time as exports write them.
 *
 * @param zone in which the day is told; null where it was not stated
 * @param writtenIn the zone of points in time that are written without one; null where it is the same
 * @param stated the only format, where one was stated
 */
record ExportedDate(
        @Nullable ZoneId zone,
        @Nullable ZoneId writtenIn,
        @Nullable DateTimeFormatter stated) {

    private static final DateTimeFormatter ISO_LIKE = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendPattern("[' '][XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter WITH_POINTS =
            DateTimeFormatter.ofPattern("d.M.uuuu[ HH:mm[:ss]]", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern TWO_WAYS =
            Pattern.compile("(?<first>\\d{1,2})[-/](?<second>\\d{1,2})[-/](?<year>\\d{2}|\\d{4})(?:[ ,T].*)?");
    private static final int LENGTH_OF_A_DATE = 10;
    private static final int SECONDS_DIGITS = 9;
    private static final int MILLISECONDS_DIGITS = 12;
    private static final int MONTHS = 12;
    private static final int BASIC_DIGITS = 8;

    /** What cannot be told. */
    static final class Untold extends Exception {

        private static final long serialVersionUID = 1L;

        private final FunnelHistory.@Nullable Exclusion reason;

        Untold(FunnelHistory.@Nullable Exclusion reason, String rule) {
            super(rule, null, false, false);
            this.reason = reason;
        }

        /** Why the row may be left out; null where it cannot be read at all. */
        FunnelHistory.@Nullable Exclusion reason() {
            return reason;
        }

        String rule() {
            return String.valueOf(getMessage());
        }
    }

    LocalDate of(String text) throws Untold {
        try {
            if (stated != null) {
                return day(stated.parse(text));
            }
            if (text.length() == LENGTH_OF_A_DATE && text.charAt(4) == '-') {
                return LocalDate.parse(text);
            }
            if (DIGITS.matcher(text).matches()) {
                return ofDigits(text);
            }
            Matcher twoWays = TWO_WAYS.matcher(text);
            if (twoWays.matches()) {
                return either(text, twoWays);
            }
            return day((text.indexOf('.') == 2 || text.indexOf('.') == 1 ? WITH_POINTS : ISO_LIKE).parse(text));
        } catch (DateTimeException notADate) {
            throw new Untold(
                    null,
                    "must be a date such as " + (stated == null ? "2027-03-31" : "the format says") + ", but was \""
                            + text + "\".");
        }
    }

    private LocalDate ofDigits(String text) throws Untold {
        if (text.length() == BASIC_DIGITS) {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        }
        if (text.length() >= MILLISECONDS_DIGITS) {
            throw new Untold(
                    FunnelHistory.Exclusion.MILLISECONDS,
                    "must be in seconds since 1970, but was " + text
                            + ". Perhaps it is in milliseconds: divide it by 1000.");
        }
        if (text.length() < SECONDS_DIGITS) {
            throw new DateTimeException(text);
        }
        return Instant.ofEpochSecond(Long.parseLong(text))
                .atZone(required(text))
                .toLocalDate();
    }

    /** Day and month are told apart where one of them is no month, or where both are the same. */
    private LocalDate either(String text, Matcher written) throws Untold {
        int first = Integer.parseInt(written.group("first"));
        int second = Integer.parseInt(written.group("second"));
        String year = written.group("year");
        if (year.length() == 2 || (first <= MONTHS && second <= MONTHS && first != second)) {
            throw new Untold(
                    FunnelHistory.Exclusion.AMBIGUOUS_DATE,
                    "must be a date that parses in one way, but was \"" + text
                            + "\". Perhaps HistoryReader.dates(\"dd-MM-yy\") says which.");
        }
        return LocalDate.of(Integer.parseInt(year), Math.min(first, second), Math.max(first, second));
    }

    private LocalDate day(TemporalAccessor parsed) throws Untold {
        LocalDate date = LocalDate.from(parsed);
        LocalTime time = parsed.query(TemporalQueries.localTime());
        ZoneId from = parsed.query(TemporalQueries.zone());
        ZoneId written = from == null ? writtenIn : from;
        if (time == null || written == null || written.equals(zone)) {
            return date;
        }
        return ZonedDateTime.of(LocalDateTime.of(date, time), written)
                .withZoneSameInstant(required(LocalDateTime.of(date, time) + " " + written))
                .toLocalDate();
    }

    private ZoneId required(String text) throws Untold {
        if (zone == null) {
            throw new Untold(
                    null,
                    "must be told in a zone, as it is a point in time: " + text
                            + ". Perhaps HistoryReader.zone(ZoneId.of(\"Europe/Berlin\")) was meant.");
        }
        return zone;
    }
}
