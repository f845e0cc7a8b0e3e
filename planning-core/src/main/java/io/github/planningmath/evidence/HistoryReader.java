package io.github.planningmath.evidence;

import io.github.planningmath.evidence.FunnelHistory.Exclusion;
import io.github.planningmath.evidence.Headers.Column;
import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import io.github.planningmath.review.Row;
import io.github.planningmath.review.RowException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRulesException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads leads from the rows of any reader of CSV files.
 *
 * <p>What cannot be read is refused with its line and column. What can be read and cannot be (a deal before its lead, an id twice with
 * different facts) is left out, named and counted, unless {@link #refusingWhatCannotBe} is asked for.
 *
 * <p>Days are those of the stated zone. Dates may be written 2018-01-03, 2018-01-03 12:33:00, with or without an offset, 3.1.2018, 20180103
 * or as seconds since 1970; any other format must be stated.
 */
public final class HistoryReader {

    private final Headers headers;
    private final String source;
    private final @Nullable ZoneId zone;
    private final @Nullable DateTimeFormatter format;
    private final @Nullable Currency currency;
    private final boolean refusing;
    private final boolean eachIdOnce;

    private HistoryReader(
            Headers headers,
            String source,
            @Nullable ZoneId zone,
            @Nullable DateTimeFormatter format,
            @Nullable Currency currency,
            boolean refusing,
            boolean eachIdOnce) {
        this.headers = headers;
        this.source = source;
        this.zone = zone;
        this.format = format;
        this.currency = currency;
        this.refusing = refusing;
        this.eachIdOnce = eachIdOnce;
    }

    static HistoryReader of(Headers headers) {
        Headers given = Required.present(headers, "HistoryReader.headers");
        return new HistoryReader(given, given.system(), null, null, null, false, false);
    }

    /**
     * Names what is read, for messages.
     *
     * @param name such as a file's name
     * @return the changed reader
     */
    public HistoryReader source(String name) {
        return new HistoryReader(
                headers, Required.name(name, "HistoryReader.source"), zone, format, currency, refusing, eachIdOnce);
    }

    /**
     * States the zone in which a point in time has its day.
     *
     * @param of the business's zone
     * @return the changed reader
     */
    public HistoryReader zone(ZoneId of) {
        return new HistoryReader(
                headers, source, Required.present(of, "HistoryReader.zone"), format, currency, refusing, eachIdOnce);
    }

    /**
     * States the zone by its name.
     *
     * @param name such as Europe/Berlin
     * @return the changed reader
     * @throws IllegalArgumentException if there is no such zone
     */
    public HistoryReader zone(String name) {
        try {
            return zone(ZoneId.of(Required.present(name, "HistoryReader.zone")));
        } catch (java.time.DateTimeException unknown) {
            String text = unknown instanceof ZoneRulesException ? "a zone that is known" : "the name of a zone";
            throw new IllegalArgumentException(
                    "HistoryReader.zone must be " + text + ", such as Europe/Berlin, but was \"" + name + "\".",
                    unknown);
        }
    }

    /**
     * States the only format of all dates.
     *
     * @param pattern as {@link DateTimeFormatter#ofPattern(String)} has it, such as {@code dd-MM-yy} or {@code M/d/yyyy H:mm}
     * @return the changed reader
     * @throws IllegalArgumentException if it is no pattern
     */
    public HistoryReader dates(String pattern) {
        return new HistoryReader(
                headers,
                source,
                zone,
                DateTimeFormatter.ofPattern(Required.present(pattern, "HistoryReader.dates"), Locale.ROOT),
                currency,
                refusing,
                eachIdOnce);
    }

    /**
     * States the currency: of amounts without one, and the only one that counts.
     *
     * @param code such as EUR
     * @return the changed reader
     * @throws IllegalArgumentException if it is no code of a currency
     */
    public HistoryReader currency(String code) {
        return new HistoryReader(headers, source, zone, format, Currency.getInstance(code), refusing, eachIdOnce);
    }

    /**
     * Refuses the first row that cannot be, instead of leaving it out.
     *
     * @return the changed reader
     */
    public HistoryReader refusingWhatCannotBe() {
        return new HistoryReader(headers, source, zone, format, currency, true, eachIdOnce);
    }

    /**
     * Takes each id to be there once, as that of a table's key is, so that none is held: memory then grows with the counts.
     *
     * @return the changed reader
     */
    public HistoryReader eachIdOnce() {
        return new HistoryReader(headers, source, zone, format, currency, refusing, true);
    }

    /**
     * Reads rows.
     *
     * @param rows each is read once
     * @return the history
     * @throws RowException if a row cannot be read
     */
    public FunnelHistory read(Iterable<Row> rows) {
        return read(rows.iterator());
    }

    /**
     * Reads a stream of rows.
     *
     * @param rows read sequentially; not closed
     * @return the history
     * @throws RowException if a row cannot be read
     */
    public FunnelHistory read(Stream<Row> rows) {
        return read(rows.iterator());
    }

    /**
     * Leads as they were known at the end of a day, by the month in which they came, and what was not counted.
     *
     * <p>As JSON it is a view, which is not read back, as its leads are.
     *
     * @param known the leads
     * @param excluded what was not counted, by reason
     */
    public record MonthsRead(KnownLeads known, Map<Exclusion, FunnelHistory.Excluded> excluded) {

        public MonthsRead {
            Required.present(known, "HistoryReader.MonthsRead.known");
            excluded = Collections.unmodifiableMap(Required.present(excluded, "HistoryReader.MonthsRead.excluded"));
        }
    }

    /**
     * Reads a stream of rows for one day known, folding the days on which leads came to months while it reads: a tenth of the memory of
     * {@link #read(Stream)} and less, where there are millions of leads.
     *
     * @param rows read sequentially; not closed
     * @param through the last day that counts; leads that came later are left out, and what happened later has not
     * @return what {@code read(rows).knownThrough(through).byMonth()} is, and what was not counted
     * @throws RowException if a row cannot be read
     */
    public MonthsRead readMonths(Stream<Row> rows, LocalDate through) {
        Reading reading = new Reading(Required.present(through, "HistoryReader.through"));
        rows.iterator().forEachRemaining(row -> reading.read(Required.present(row, "HistoryReader.rows")));
        reading.finish();
        return reading.counting.months(through);
    }

    private FunnelHistory read(Iterator<Row> rows) {
        Reading reading = new Reading(null);
        while (rows.hasNext()) {
            reading.read(Required.present(rows.next(), "HistoryReader.rows"));
        }
        return reading.history();
    }

    /** A row that can be read and cannot be. */
    private static final class CannotBe extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Exclusion reason;
        private final transient RowException wrong;

        CannotBe(Exclusion reason, RowException wrong) {
            super(wrong.getMessage(), null, false, false);
            this.reason = reason;
            this.wrong = wrong;
        }
    }

    /** A table being read. */
    private final class Reading {

        private final FunnelHistory.Counting counting;
        private final Map<String, Lead> byId = new HashMap<>();
        private final Map<String, StageChanges> changes = new LinkedHashMap<>();
        private final ExportedDate dates = new ExportedDate(zone, headers.writtenIn(), format);
        private Set<String> named = Set.of();
        private Map<Column, String> written = Map.of();

        Reading(@Nullable LocalDate through) {
            counting = new FunnelHistory.Counting(through);
        }

        void read(Row row) {
            if (!row.fields().keySet().equals(named)) {
                written = written(row.fields().keySet());
                named = row.fields().keySet();
            }
            try {
                if (headers.stageChanges()) {
                    addChange(row);
                } else {
                    add(row, lead(row));
                }
            } catch (CannotBe impossible) {
                leaveOut(impossible);
            }
        }

        private void leaveOut(CannotBe impossible) {
            if (refusing) {
                throw impossible.wrong;
            }
            counting.exclude(impossible.reason, String.valueOf(impossible.wrong.getMessage()));
        }

        FunnelHistory history() {
            finish();
            return counting.history();
        }

        void finish() {
            for (StageChanges each : changes.values()) {
                try {
                    counting.add(each.lead());
                } catch (CannotBe impossible) {
                    leaveOut(impossible);
                }
            }
        }

        private void add(Row row, Lead lead) {
            if (!eachIdOnce) {
                Lead before = byId.putIfAbsent(lead.id(), lead);
                if (before != null && !before.equals(lead)) {
                    throw cannotBe(
                            Exclusion.DIFFERENT_FACTS,
                            row,
                            Column.ID,
                            "must be given once, or with equal facts, but " + lead.id() + " was there before.");
                }
                if (before != null) {
                    return;
                }
            }
            counting.add(lead);
        }

        /** The names of the columns as this table writes them. */
        private Map<Column, String> written(Set<String> names) {
            Map<String, String> byLowerCase = new HashMap<>();
            names.forEach(name -> byLowerCase.put(name.strip().toLowerCase(Locale.ROOT), name));
            Map<Column, String> found = new EnumMap<>(Column.class);
            headers.columns().forEach((column, name) -> {
                String its = byLowerCase.get(name.toLowerCase(Locale.ROOT));
                if (its != null) {
                    found.put(column, its);
                }
            });
            List<String> missing = new ArrayList<>();
            require(found, missing, Column.ID);
            require(found, missing, Column.ENTERED);
            if (headers.stageChanges()) {
                require(found, missing, Column.STAGE);
            } else if (!found.containsKey(Column.OUTCOME)
                    && (headers.columns().containsKey(Column.OUTCOME) || !found.containsKey(Column.WON_ON))) {
                require(found, missing, headers.columns().containsKey(Column.OUTCOME) ? Column.OUTCOME : Column.WON_ON);
            }
            if (missing.isEmpty()) {
                return found;
            }
            String only = names.size() == 1 ? names.iterator().next() : "";
            throw new RowException(
                    source,
                    1,
                    null,
                    "the columns must be those of " + headers.system() + ", with " + String.join(", ", missing)
                            + ", but were " + String.join(", ", names) + "."
                            + (only.indexOf(';') >= 0 ? " Perhaps fields are separated by semicolons." : ""),
                    null);
        }

        private void require(Map<Column, String> found, List<String> missing, Column column) {
            if (!found.containsKey(column)) {
                missing.add(headers.columns().getOrDefault(column, column.name()));
            }
        }

        private Lead lead(Row row) {
            LocalDate entered = date(row, Column.ENTERED);
            if (entered == null) {
                throw wrong(row, Column.ENTERED, "must be given, but was empty.", null);
            }
            return made(row, id(row), entered, end(row), stages(row, entered));
        }

        private Lead made(Row row, String id, LocalDate entered, LeadEnd end, List<Lead.StageEntry> stages) {
            LocalDate ended = end.date();
            if (ended != null && ended.isAfter(entered.plusMonths(Lead.LONGEST_AGE_MONTHS))) {
                throw cannotBe(
                        Exclusion.TOO_OLD,
                        row,
                        null,
                        "a lead must end at most " + Lead.LONGEST_AGE_MONTHS + " months after it came, on " + entered
                                + ", but ended on " + ended + ".");
            }
            if (ended != null && ended.isBefore(entered)) {
                throw before(row, entered, ended);
            }
            return new Lead(
                    id,
                    entered,
                    name(row, Column.PRODUCT),
                    name(row, Column.CHANNEL),
                    name(row, Column.OWNER),
                    name(row, Column.CUSTOMER),
                    stages,
                    end);
        }

        private CannotBe before(Row row, LocalDate entered, LocalDate ended) {
            return cannotBe(
                    Exclusion.ENDED_BEFORE_IT_CAME,
                    row,
                    null,
                    "a lead must not end before it came, on " + entered + ", but ended on " + ended + ".");
        }

        private String id(Row row) {
            String id = name(row, Column.ID);
            if (id == null) {
                throw wrong(row, Column.ID, "must be given, but was empty.", null);
            }
            return id;
        }

        private List<Lead.StageEntry> stages(Row row, LocalDate entered) {
            String stage = name(row, Column.STAGE);
            LocalDate on = stage == null ? null : date(row, Column.STAGE_ON);
            if (stage == null || on == null) {
                return List.of();
            }
            if (on.isBefore(entered)) {
                throw before(row, entered, on);
            }
            return List.of(new Lead.StageEntry(stage, on));
        }

        /** The column of the outcome decides; a date of closing alone is one that is expected. */
        private LeadEnd end(Row row) {
            boolean told = written.containsKey(Column.OUTCOME);
            String word = lowerCase(row, Column.OUTCOME);
            if (told ? headers.won().contains(word) : text(row, Column.WON_ON) != null) {
                LocalDate on = ended(row, Column.WON_ON);
                if (on == null) {
                    throw cannotBe(Exclusion.NO_DATE, row, null, "a lead that is won must have a date, but had none.");
                }
                return won(row, on);
            }
            boolean closed = written.containsKey(Column.CLOSED)
                    && List.of("true", "1", "yes").contains(lowerCase(row, Column.CLOSED));
            if (told ? closed || headers.lost().contains(word) : text(row, Column.LOST_ON) != null) {
                return new LeadEnd.Lost(ended(row, Column.LOST_ON), name(row, Column.REASON));
            }
            BigDecimal expected = amount(row);
            return new LeadEnd.Open(expected, expected == null ? null : currencyOf(row));
        }

        private LeadEnd won(Row row, LocalDate on) {
            BigDecimal amount = amount(row);
            return new LeadEnd.Won(on, amount, amount == null ? null : currencyOf(row));
        }

        private @Nullable LocalDate ended(Row row, Column own) {
            LocalDate on = date(row, own);
            return on == null ? date(row, Column.ENDED_ON) : on;
        }

        private void addChange(Row row) {
            LocalDate on = date(row, Column.ENTERED);
            String stage = name(row, Column.STAGE);
            if (on == null || stage == null) {
                throw wrong(row, on == null ? Column.ENTERED : Column.STAGE, "must be given, but was empty.", null);
            }
            changes.computeIfAbsent(id(row), id -> new StageChanges(id, row)).add(row, new Lead.StageEntry(stage, on));
        }

        /** The changes of one lead; the last that is named won or lost is its end. */
        private final class StageChanges {

            private final String id;
            private final Row first;
            private final List<Lead.StageEntry> entries = new ArrayList<>();
            private LocalDate entered = LocalDate.MAX;
            private LocalDate last = LocalDate.MIN;
            private LeadEnd end = new LeadEnd.Open(null, null);

            StageChanges(String id, Row first) {
                this.id = id;
                this.first = first;
            }

            void add(Row row, Lead.StageEntry entry) {
                String word = entry.stage().toLowerCase(Locale.ROOT);
                boolean isWon = headers.won().contains(word);
                boolean isLost = headers.lost().contains(word);
                if (entry.date().isBefore(entered)) {
                    entered = entry.date();
                }
                if (!isWon && !isLost) {
                    entries.add(entry);
                } else if (!entry.date().isBefore(last)) {
                    last = entry.date();
                    end = isWon ? won(row, last) : new LeadEnd.Lost(last, name(row, Column.REASON));
                }
            }

            Lead lead() {
                return made(first, id, entered, end, entries);
            }
        }

        private @Nullable BigDecimal amount(Row row) {
            String text = text(row, Column.AMOUNT);
            if (text == null) {
                return null;
            }
            try {
                return Amounts.notNegative(Amounts.parse(text, "amount"), "amount");
            } catch (IllegalArgumentException notAnAmount) {
                throw wrong(row, Column.AMOUNT, Amounts.fieldRule(text), notAnAmount);
            }
        }

        private Currency currencyOf(Row row) {
            String code = text(row, Column.CURRENCY);
            Currency its = code == null ? currency : parsed(row, code);
            if (its == null) {
                throw wrong(
                        row,
                        Column.AMOUNT,
                        "must have a currency, but had none. Perhaps HistoryReader.currency(\"EUR\") was meant.",
                        null);
            }
            if (currency != null && !its.equals(currency)) {
                throw cannotBe(
                        Exclusion.OTHER_CURRENCY,
                        row,
                        Column.CURRENCY,
                        "must be " + currency + ", as all amounts are, but was " + its + ".");
            }
            return its;
        }

        private Currency parsed(Row row, String code) {
            try {
                return Currency.getInstance(code.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw wrong(
                        row,
                        Column.CURRENCY,
                        "must be the code of a currency such as EUR, but was \"" + code + "\".",
                        unknown);
            }
        }

        private @Nullable LocalDate date(Row row, Column column) {
            String text = text(row, column);
            if (text == null) {
                return null;
            }
            try {
                return dates.of(text);
            } catch (ExportedDate.Untold untold) {
                Exclusion reason = untold.reason();
                RowException wrong = wrong(row, column, untold.rule(), untold);
                throw reason == null ? wrong : new CannotBe(reason, wrong);
            }
        }

        private @Nullable String name(Row row, Column column) {
            String text = text(row, column);
            if (text == null) {
                return null;
            }
            try {
                return Required.name(text, "it");
            } catch (IllegalArgumentException notAName) {
                throw wrong(row, column, "must be one line of text, but was \"" + text + "\".", notAName);
            }
        }

        private String lowerCase(Row row, Column column) {
            String text = text(row, column);
            return text == null ? "" : text.toLowerCase(Locale.ROOT);
        }

        private @Nullable String text(Row row, Column column) {
            String name = written.get(column);
            String text = name == null ? null : row.fields().get(name);
            return text == null || text.isBlank() ? null : text.strip();
        }

        private CannotBe cannotBe(Exclusion reason, Row row, @Nullable Column column, String rule) {
            return new CannotBe(reason, wrong(row, column, rule, null));
        }

        private RowException wrong(Row row, @Nullable Column column, String rule, @Nullable Throwable cause) {
            return new RowException(source, row.line(), column == null ? null : written.get(column), rule, cause);
        }
    }
}
