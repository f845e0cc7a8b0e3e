package io.github.planningmath.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.evidence.FunnelHistory.Exclusion;
import io.github.planningmath.evidence.Headers.Column;
import io.github.planningmath.review.Row;
import io.github.planningmath.review.RowException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports as their systems write them, made by hand from what their documentation says of columns and values. */
class HistoryReaderTest {

    private static final Map<Column, String> PLAIN = Map.of(
            Column.ID,
            "id",
            Column.ENTERED,
            "lead",
            Column.WON_ON,
            "won",
            Column.AMOUNT,
            "amount",
            Column.CURRENCY,
            "currency");

    /** The same four leads, whatever the system: two won, one lost, one open. */
    private final FunnelHistory expected = FunnelHistory.from(List.of(
            Lead.builder("1", LocalDate.of(2018, 1, 3))
                    .channel("web")
                    .owner("7")
                    .won(LocalDate.of(2018, 1, 20), "1200", "EUR")
                    .build(),
            Lead.builder("2", LocalDate.of(2018, 1, 4))
                    .channel("web")
                    .owner("7")
                    .won(LocalDate.of(2018, 1, 4), "300.5", "EUR")
                    .build(),
            Lead.builder("3", LocalDate.of(2018, 1, 5))
                    .channel("mail")
                    .owner("8")
                    .lost(LocalDate.of(2018, 2, 1))
                    .build(),
            Lead.builder("4", LocalDate.of(2018, 1, 6))
                    .channel("mail")
                    .owner("8")
                    .build()));

    /** Beside the whole history folded afterwards, on days within it. */
    @Test
    void monthsMayBeFoldedWhileReading() {
        List<Row> rows = new ArrayList<>();
        Random random = new Random(3);
        for (long id = 1; id <= 400; id++) {
            LocalDate came = LocalDate.of(2018, 1, 1).plusDays(random.nextInt(120));
            LocalDate won = came.plusDays(random.nextInt(90) - 2L);
            boolean isWon = random.nextBoolean();
            rows.add(new Row(
                    id + 1,
                    Map.of(
                            "id", "" + id,
                            "lead", came.toString(),
                            "won", isWon ? won.toString() : "",
                            "amount", isWon ? "" + random.nextInt(900) : "",
                            "currency", isWon ? "EUR" : "")));
        }
        HistoryReader reader = FunnelHistory.reader(Headers.of(PLAIN));
        FunnelHistory history = reader.read(rows);
        for (LocalDate day : List.of(LocalDate.of(2018, 2, 14), LocalDate.of(2018, 3, 31), LocalDate.of(2019, 1, 1))) {
            HistoryReader.MonthsRead read = reader.readMonths(rows.stream(), day);
            KnownLeads folded = history.knownThrough(day).byMonth();
            assertThat(read.known().counts()).isEqualTo(folded.counts());
            assertThat(read.known().currency()).isEqualTo(folded.currency());
            assertThat(read.known().through()).isEqualTo(day);
            assertThat(read.excluded()).isEqualTo(history.excluded()).isNotEmpty();
        }
    }

    @Test
    void pipedrive() {
        assertThat(read(
                        "pipedrive",
                        "id,title,add_time,status,won_time,lost_time,lost_reason,value,currency,channel,owner_id",
                        "1,a,2018-01-03 10:00:00,won,2018-01-20 09:00:00,,,1200,EUR,web,7",
                        // an evening in Berlin is still the same day; half past eleven at night in UTC is the next
                        "2,b,2018-01-03 23:30:00,won,2018-01-04 08:00:00,,,300.50,EUR,web,7",
                        "3,c,2018-01-05 10:00:00,lost,,2018-02-01 10:00:00,price,,EUR,mail,8",
                        "4,d,2018-01-06 10:00:00,open,,,,,EUR,mail,8"))
                .isEqualTo(expected);
    }

    @Test
    void salesforce() {
        assertThat(read(
                        "salesforce",
                        "Id,CreatedDate,IsWon,IsClosed,CloseDate,Amount,CurrencyIsoCode,LeadSource,OwnerId",
                        "1,2018-01-03T10:00:00.000+0000,true,true,2018-01-20,1200,EUR,web,7",
                        "2,2018-01-03T23:30:00.000+0000,true,true,2018-01-04,300.50,EUR,web,7",
                        "3,2018-01-05T10:00:00.000+0000,false,true,2018-02-01,,EUR,mail,8",
                        // the date of closing of what is open is a hope
                        "4,2018-01-06T10:00:00.000Z,false,false,2017-01-31,,EUR,mail,8"))
                .isEqualTo(expected);
    }

    @Test
    void salesforceStages() {
        FunnelHistory history = read(
                "salesforce stages",
                "OpportunityId,StageName,CreatedDate",
                "1,Qualification,2018-01-03T10:00:00.000+0000",
                "2,Qualification,2018-01-04T10:00:00.000+0000",
                "1,Closed Lost,2018-01-10T10:00:00.000+0000",
                "1,Proposal,2018-01-15T10:00:00.000+0000",
                "1,Closed Won,2018-01-20T10:00:00.000+0000",
                "2,Closed Lost,2018-02-01T10:00:00.000+0000");
        assertThat(history)
                .isEqualTo(FunnelHistory.from(List.of(
                        Lead.builder("1", LocalDate.of(2018, 1, 3))
                                .won(LocalDate.of(2018, 1, 20))
                                .build(),
                        Lead.builder("2", LocalDate.of(2018, 1, 4))
                                .lost(LocalDate.of(2018, 2, 1))
                                .build())));
    }

    @Test
    void hubspot() {
        assertThat(read(
                        "hubspot",
                        "Record ID,Create Date,Deal Stage,Close Date,Closed Lost Reason,Amount,Currency,Original Source,Deal owner",
                        "1,2018-01-03 11:00,Closed Won,2018-01-20 10:00,,1200,EUR,web,7",
                        "2,2018-01-04 00:30,Closed Won,2018-01-04 10:00,,300.50,EUR,web,7",
                        "3,2018-01-05 11:00,Closed Lost,2018-02-01 10:00,price,,EUR,mail,8",
                        "4,2018-01-06 11:00,Contract Sent,2018-01-31 10:00,,,EUR,mail,8"))
                .isEqualTo(expected);
    }

    @Test
    void amoCrm() {
        assertThat(FunnelHistory.reader(Headers.known("amoCRM"))
                        .zone("Europe/Berlin")
                        .currency("EUR")
                        .read(rows(
                                "id,created_at,status_id,closed_at,price,source_id,responsible_user_id",
                                "1,1514973600,142,1516438800,1200,web,7",
                                "2,1515022200,142,1515052800,300.50,web,7",
                                "3,1515146400,143,1517479200,,mail,8",
                                "4,1515232800,30,,,mail,8")))
                .isEqualTo(expected);
    }

    @Test
    void bitrix24() {
        assertThat(read(
                        "bitrix24",
                        "ID,DATE_CREATE,STAGE_SEMANTIC_ID,CLOSEDATE,OPPORTUNITY,CURRENCY_ID,SOURCE_ID,ASSIGNED_BY",
                        "1,2018-01-03T13:00:00+03:00,S,2018-01-20T03:00:00+03:00,1200,EUR,web,7",
                        "2,2018-01-04T02:30:00+03:00,S,2018-01-04T03:00:00+03:00,300.50,EUR,web,7",
                        "3,2018-01-05T13:00:00+03:00,F,2018-02-01T03:00:00+03:00,,EUR,mail,8",
                        "4,06.01.2018 13:00:00,P,2018-01-13T03:00:00+03:00,,EUR,mail,8"))
                .isEqualTo(expected);
    }

    @Test
    void aTableOfItsOwn() {
        FunnelHistory history = FunnelHistory.reader(Headers.of(PLAIN).with(Column.CHANNEL, "origin"))
                .eachIdOnce()
                .read(rows("ID,Lead,Won,Origin", "1,20180103,20180120,web", "2,2018-01-04,,").stream());
        assertThat(history.knownThrough(LocalDate.of(2018, 1, 31)))
                .hasToString("2 leads known through 2018-01-31: 1 won, 0 lost, 1 open");
        assertThat(history.knownThrough(LocalDate.of(2018, 1, 31)).channels()).containsExactly("web");
    }

    @Test
    void whatCannotBeIsLeftOutNamedAndCounted() {
        FunnelHistory history = FunnelHistory.reader(Headers.of(PLAIN))
                .source("leads.csv")
                .zone("Europe/Berlin")
                .currency("EUR")
                .read(rows(
                        "id,lead,won,amount,currency",
                        "1,2018-01-03,2018-01-02,,",
                        "2,2018-01-03,,,",
                        "2,2018-01-04,,,",
                        "2,2018-01-03,,,",
                        "3,2018-01-03,2018-01-05,12,USD",
                        "4,03-04-18,,,",
                        "5,1515022200000,,,",
                        "6,1918-01-03,2018-01-02,,"));
        assertThat(history.leads()).isEqualTo(1);
        assertThat(history.excluded())
                .containsOnly(
                        excluded(
                                Exclusion.ENDED_BEFORE_IT_CAME,
                                "leads.csv, line 2: a lead must not end before it came, on 2018-01-03, but ended on 2018-01-02."),
                        excluded(
                                Exclusion.DIFFERENT_FACTS,
                                "leads.csv, line 4, column id: must be given once, or with equal facts, but 2 was there before."),
                        excluded(
                                Exclusion.OTHER_CURRENCY,
                                "leads.csv, line 6, column currency: must be EUR, as all amounts are, but was USD."),
                        excluded(
                                Exclusion.AMBIGUOUS_DATE,
                                "leads.csv, line 7, column lead: must be a date that parses in one way, but was \"03-04-18\"."
                                        + " Perhaps HistoryReader.dates(\"dd-MM-yy\") says which."),
                        excluded(
                                Exclusion.MILLISECONDS,
                                "leads.csv, line 8, column lead: must be in seconds since 1970, but was 1515022200000. Perhaps it"
                                        + " is in milliseconds: divide it by 1000."),
                        excluded(
                                Exclusion.TOO_OLD,
                                "leads.csv, line 9: a lead must end at most 600 months after it came, on 1918-01-03, but ended on"
                                        + " 2018-01-02."));
        FunnelHistory undated = FunnelHistory.reader(Headers.known("hubspot"))
                .read(rows("Record ID,Create Date,Deal Stage,Close Date", "1,2018-01-03,Closed Won,"));
        assertThat(undated.excluded())
                .containsOnly(excluded(
                        Exclusion.NO_DATE, "hubspot, line 2: a lead that is won must have a date, but had none."));
    }

    private static Map.Entry<Exclusion, FunnelHistory.Excluded> excluded(Exclusion reason, String example) {
        return Map.entry(reason, new FunnelHistory.Excluded(1L, example));
    }

    @Test
    void whatCannotBeIsRefusedWhereThatIsAskedFor() {
        assertThatExceptionOfType(RowException.class)
                .isThrownBy(() -> FunnelHistory.reader(Headers.of(PLAIN))
                        .refusingWhatCannotBe()
                        .read(rows("id,lead,won", "1,2018-01-03,2018-01-02")))
                .withMessage(
                        "the table, line 2: a lead must not end before it came, on 2018-01-03, but ended on 2018-01-02.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1,soon,, | column lead: must be a date such as 2027-03-31, but was "soon".
                    1,2018-02-30,, | column lead: must be a date such as 2027-03-31, but was "2018-02-30".
                    1,2018-02-30 10:00,, | column lead: must be a date such as 2027-03-31, but was "2018-02-30 10:00".
                    1,31.02.2018,, | column lead: must be a date such as 2027-03-31, but was "31.02.2018".
                    1,,, | column lead: must be given, but was empty.
                    ,2018-01-03,, | column id: must be given, but was empty.
                    1,1515022200,, | column lead: must be told in a zone, as it is a point in time: 1515022200. Perhaps HistoryReader.zone(ZoneId.of("Europe/Berlin")) was meant.
                    1,2018-01-03,2018-01-04,12 | column amount: must have a currency, but had none. Perhaps HistoryReader.currency("EUR") was meant.
                    1,2018-01-03,2018-01-04,a lot | column amount: must be an amount of at least 0 such as 12.50, but was "a lot".
                    """)
    void whatCannotBeReadIsRefused(String row, String message) {
        assertThatExceptionOfType(RowException.class)
                .isThrownBy(() -> FunnelHistory.reader(Headers.of(PLAIN)).read(rows("id,lead,won,amount", row)))
                .withMessage("the table, line 2, " + message);
    }

    @Test
    void aDecimalCommaIsTold() {
        Row row = new Row(2L, Map.of("id", "1", "lead", "2018-01-03", "won", "2018-01-04", "amount", "12,50"));
        assertThatExceptionOfType(RowException.class)
                .isThrownBy(() -> FunnelHistory.reader(Headers.of(PLAIN)).read(List.of(row)))
                .withMessage("the table, line 2, column amount: must be an amount of at least 0 such as 12.50, but was"
                        + " \"12,50\". Perhaps 12.50 was meant: decimals stand after a point.");
    }

    @Test
    void datesWithSlashesAreReadWhereTheyParseInOneWay() {
        FunnelHistory history = FunnelHistory.reader(Headers.of(PLAIN))
                .read(rows("id,lead,won", "1,1/25/2018,25/1/2018", "2,2/2/2018,"));
        assertThat(history.counts())
                .extracting(LeadCount::entered)
                .containsExactly(LocalDate.of(2018, 1, 25), LocalDate.of(2018, 2, 2));
        assertThat(FunnelHistory.reader(Headers.of(PLAIN))
                        .dates("dd-MM-uu")
                        .read(rows("id,lead,won", "1,03-04-18,"))
                        .counts())
                .extracting(LeadCount::entered)
                .containsExactly(LocalDate.of(2018, 4, 3));
    }

    @Test
    void headersThatSayTooLittleAreRefused() {
        assertThatExceptionOfType(RowException.class)
                .isThrownBy(() -> read("pipedrive", "id;add_time;status", "1;2;3"))
                .withMessage(
                        "pipedrive, line 1: the columns must be those of pipedrive, with id, add_time, status, but were"
                                + " id;add_time;status. Perhaps fields are separated by semicolons.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Headers.known("excel"))
                .withMessage(
                        "Headers.system must be one of amocrm, bitrix24, hubspot, pipedrive, salesforce, salesforce stages, but"
                                + " was excel. Perhaps Headers.of(columns) was meant.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Headers.of(Map.of(Column.ID, "id", Column.ENTERED, "lead", Column.ENDED_ON, "close")))
                .withMessage(
                        "Headers.columns must name that of OUTCOME or WON_ON, as a date of closing is no outcome, but named"
                                + " ID, ENTERED, ENDED_ON.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Headers.of(Map.of()))
                .withMessage("Headers.columns must name those of ID and ENTERED, but named none.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Headers.known("hubspot").withOutcomes(List.of(), List.of()))
                .withMessage("Headers.won must have at least one word, but was empty.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunnelHistory.reader(Headers.of(PLAIN)).zone("Mars/Olympus"))
                .withMessage(
                        "HistoryReader.zone must be a zone that is known, such as Europe/Berlin, but was \"Mars/Olympus\".");
    }

    private static FunnelHistory read(String system, String header, String... lines) {
        return FunnelHistory.reader(Headers.known(system)).zone("Europe/Berlin").read(rows(header, lines));
    }

    private static List<Row> rows(String header, String... lines) {
        String[] names = header.split(",", -1);
        List<Row> rows = new ArrayList<>();
        for (int line = 0; line < lines.length; line++) {
            String[] fields = lines[line].split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], i < fields.length ? fields[i] : "");
            }
            rows.add(new Row(line + 2L, row));
        }
        return rows;
    }
}
