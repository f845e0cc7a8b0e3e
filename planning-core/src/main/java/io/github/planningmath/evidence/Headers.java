package io.github.planningmath.evidence;

import io.github.planningmath.internal.Required;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of an export say what, and by which words it says won and lost. Upper and lower case mean the same.
 *
 * <p>What became of a lead is said by the column of its outcome: the date of closing of an open lead is the day on which it is
 * expected to close. Where there is no such column, a lead is won if it has a day on which it was won, and lost if it has a day
 * on which it was lost.
 *
 * <p>A table has a row a lead, or a row a change of stage; the latter are folded by id: the lead came with the first of them, and the
 * last stage that is named won or lost is its end.
 *
 * @param system whose export it is, for messages
 * @param columns the names of the columns; id and day of entry must be among them, and what tells won from open
 * @param won the words that mean won, in the column of the outcome or of the stage
 * @param lost the words that mean lost
 * @param writtenIn the zone of points in time that are written without one; null where they are in the reader's
 * @param stageChanges whether a row is a change of stage
 */
public record Headers(
        String system,
        Map<Column, String> columns,
        List<String> won,
        List<String> lost,
        @Nullable ZoneId writtenIn,
        boolean stageChanges) {

    /** What a column says. */
    public enum Column {
        /** What tells a lead from all others. */
        ID,
        /** When it came; of a table of changes of stage, when it entered the stage. */
        ENTERED,
        /** What became of it. */
        OUTCOME,
        /** Whether it is closed: what is closed and not won is lost. */
        CLOSED,
        /** When it was won. */
        WON_ON,
        /** When it was lost. */
        LOST_ON,
        /** When it was closed, won or lost. */
        ENDED_ON,
        /** In which stage it is, or which it entered. */
        STAGE,
        /** When it entered that stage. */
        STAGE_ON,
        /** What the deal brought, or what is expected of an open lead. */
        AMOUNT,
        /** The currency of that. */
        CURRENCY,
        /** What it asks for. */
        PRODUCT,
        /** Over which channel it came. */
        CHANNEL,
        /** Who works on it. */
        OWNER,
        /** Whose lead it is. */
        CUSTOMER,
        /** Why it was lost. */
        REASON
    }

    private static final Map<String, Headers> KNOWN = known();

    public Headers {
        Required.name(system, "Headers.system");
        columns = Collections.unmodifiableMap(new EnumMap<>(named(columns)));
        won = lowerCase(won, "Headers.won");
        lost = lowerCase(lost, "Headers.lost");
        if (!columns.containsKey(Column.ID) || !columns.containsKey(Column.ENTERED)) {
            throw new IllegalArgumentException(
                    "Headers.columns must name those of ID and ENTERED, but named " + shown(columns) + ".");
        }
        if (stageChanges ? !columns.containsKey(Column.STAGE) : !tellsWon(columns)) {
            throw new IllegalArgumentException("Headers.columns must name that of "
                    + (stageChanges ? "STAGE" : "OUTCOME or WON_ON, as a date of closing is no outcome")
                    + ", but named "
                    + shown(columns) + ".");
        }
        if (won.isEmpty() && (stageChanges || columns.containsKey(Column.OUTCOME))) {
            throw new IllegalArgumentException("Headers.won must have at least one word, but was empty.");
        }
    }

    private static boolean tellsWon(Map<Column, String> columns) {
        return columns.containsKey(Column.OUTCOME) || columns.containsKey(Column.WON_ON);
    }

    private static Map<Column, String> named(@Nullable Map<Column, String> columns) {
        Map<Column, String> copy = new EnumMap<>(Column.class);
        copy.putAll(Required.present(columns, "Headers.columns"));
        copy.forEach((column, name) -> Required.name(name, "Headers.columns[" + column + "]"));
        return copy;
    }

    private static List<String> lowerCase(@Nullable List<String> words, String component) {
        return Required.list(words, component).stream()
                .map(word -> Required.name(word, component).toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String shown(Map<Column, String> columns) {
        return columns.isEmpty()
                ? "none"
                : columns.keySet().stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /**
     * The columns of a table with a row a lead, in which a lead is won or lost where it has a day on which it was.
     *
     * @param columns the names of the columns
     * @return the headers
     */
    public static Headers of(Map<Column, String> columns) {
        return new Headers("the table", columns, List.of("won"), List.of("lost"), null, false);
    }

    /**
     * The columns of a CRM's export of deals, as the system names them. Where an installation has others, {@link #with} says so.
     *
     * @param system pipedrive, salesforce (opportunities), salesforce stages (their history), hubspot, amocrm or bitrix24
     * @return the headers
     * @throws IllegalArgumentException if it is another
     */
    public static Headers known(String system) {
        Headers headers = KNOWN.get(Required.present(system, "Headers.system").toLowerCase(Locale.ROOT));
        if (headers != null) {
            return headers;
        }
        throw new IllegalArgumentException("Headers.system must be one of " + String.join(", ", KNOWN.keySet())
                + ", but was " + system + ". Perhaps Headers.of(columns) was meant.");
    }

    /**
     * The same with another column.
     *
     * @param column what it says
     * @param name its name
     * @return the changed headers
     */
    public Headers with(Column column, String name) {
        Map<Column, String> changed = new EnumMap<>(Column.class);
        changed.putAll(columns);
        changed.put(Required.present(column, "Headers.column"), name);
        return new Headers(system, changed, won, lost, writtenIn, stageChanges);
    }

    /**
     * The same with other words for won and lost.
     *
     * @param words that mean won
     * @param lostWords that mean lost
     * @return the changed headers
     */
    public Headers withOutcomes(List<String> words, List<String> lostWords) {
        return new Headers(system, columns, words, lostWords, writtenIn, stageChanges);
    }

    private static Map<String, Headers> known() {
        Map<String, Headers> known = new TreeMap<>();
        add(
                known,
                new Headers(
                        "pipedrive",
                        Map.ofEntries(
                                Map.entry(Column.ID, "id"),
                                Map.entry(Column.ENTERED, "add_time"),
                                Map.entry(Column.OUTCOME, "status"),
                                Map.entry(Column.WON_ON, "won_time"),
                                Map.entry(Column.LOST_ON, "lost_time"),
                                Map.entry(Column.REASON, "lost_reason"),
                                Map.entry(Column.STAGE, "stage_id"),
                                Map.entry(Column.STAGE_ON, "stage_change_time"),
                                Map.entry(Column.AMOUNT, "value"),
                                Map.entry(Column.CURRENCY, "currency"),
                                Map.entry(Column.CHANNEL, "channel"),
                                Map.entry(Column.OWNER, "owner_id"),
                                Map.entry(Column.CUSTOMER, "org_id")),
                        List.of("won"),
                        List.of("lost"),
                        ZoneOffset.UTC,
                        false));
        add(
                known,
                new Headers(
                        "salesforce",
                        Map.ofEntries(
                                Map.entry(Column.ID, "Id"),
                                Map.entry(Column.ENTERED, "CreatedDate"),
                                Map.entry(Column.OUTCOME, "IsWon"),
                                Map.entry(Column.CLOSED, "IsClosed"),
                                Map.entry(Column.ENDED_ON, "CloseDate"),
                                Map.entry(Column.AMOUNT, "Amount"),
                                Map.entry(Column.CURRENCY, "CurrencyIsoCode"),
                                Map.entry(Column.CHANNEL, "LeadSource"),
                                Map.entry(Column.OWNER, "OwnerId"),
                                Map.entry(Column.CUSTOMER, "AccountId")),
                        List.of("true", "1"),
                        List.of(),
                        null,
                        false));
        add(
                known,
                new Headers(
                        "salesforce stages",
                        Map.of(
                                Column.ID, "OpportunityId",
                                Column.ENTERED, "CreatedDate",
                                Column.STAGE, "StageName"),
                        List.of("Closed Won"),
                        List.of("Closed Lost"),
                        null,
                        true));
        add(
                known,
                new Headers(
                        "hubspot",
                        Map.of(
                                Column.ID, "Record ID",
                                Column.ENTERED, "Create Date",
                                Column.OUTCOME, "Deal Stage",
                                Column.ENDED_ON, "Close Date",
                                Column.REASON, "Closed Lost Reason",
                                Column.AMOUNT, "Amount",
                                Column.CURRENCY, "Currency",
                                Column.CHANNEL, "Original Source",
                                Column.OWNER, "Deal Owner"),
                        List.of("Closed Won", "closedwon"),
                        List.of("Closed Lost", "closedlost"),
                        null,
                        false));
        add(
                known,
                new Headers(
                        "amocrm",
                        Map.of(
                                Column.ID, "id",
                                Column.ENTERED, "created_at",
                                Column.OUTCOME, "status_id",
                                Column.ENDED_ON, "closed_at",
                                Column.AMOUNT, "price",
                                Column.CHANNEL, "source_id",
                                Column.OWNER, "responsible_user_id"),
                        List.of("142"),
                        List.of("143"),
                        null,
                        false));
        add(
                known,
                new Headers(
                        "bitrix24",
                        Map.of(
                                Column.ID, "ID",
                                Column.ENTERED, "DATE_CREATE",
                                Column.OUTCOME, "STAGE_SEMANTIC_ID",
                                Column.ENDED_ON, "CLOSEDATE",
                                Column.AMOUNT, "OPPORTUNITY",
                                Column.CURRENCY, "CURRENCY_ID",
                                Column.CHANNEL, "SOURCE_ID",
                                Column.OWNER, "ASSIGNED_BY"),
                        List.of("S"),
                        List.of("F"),
                        null,
                        false));
        return Collections.unmodifiableMap(known);
    }

    private static void add(Map<String, Headers> known, Headers headers) {
        known.put(headers.system, headers);
    }
}
