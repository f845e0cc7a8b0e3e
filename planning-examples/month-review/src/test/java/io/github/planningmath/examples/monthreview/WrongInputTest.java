package io.github.planningmath.examples.monthreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.planningmath.examples.planfile.PlanFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One line that names file, line, column and rule; exit code 2; nothing on the standard output. */
class WrongInputTest {

    private static final String HEAD = "month,product,channel,visits,contacts,leads,new deals\n";
    private static final String RIGHT = "2027-01,Call recording,site,1000,40,18,4\n";

    @TempDir
    private Path folder;

    private static void assertRefused(String line, String... args) {
        Run run = Run.of(args);
        assertThat(run.err()).isEqualTo("month-review: " + line + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    static Stream<Arguments> wrongActuals() {
        return Stream.of(
                arguments(
                        "an unknown channel",
                        HEAD + RIGHT + "2027-01,Call recording,phone,1,1,1,\n",
                        ", line 3, column channel: Actuals.Cell.channel must name a known channel (site, calls, e-mail, social,"
                                + " webinars, events, partners, key accounts), but was phone."),
                arguments(
                        "an unknown product",
                        HEAD + "2027-01,CRM,site,1,1,1,\n",
                        ", line 2, column product: Actuals.Cell.product must name a known product (Tracking numbers, Missed-call"
                                + " text, Call source whisper, Call recording, End-to-end analytics, Contact centre turnkey),"
                                + " but was CRM."),
                arguments(
                        "a negative count",
                        HEAD + "2027-01,Call recording,site,1000,-40,18,4\n",
                        ", line 2, column contacts: must be a whole number of at least 0, but was \"-40\"."),
                arguments(
                        "a month outside the plan",
                        HEAD + RIGHT + "2028-01,Call recording,site,1,1,1,\n",
                        ", line 3, column month: must be a month of the plan, from 2027-01 to 2027-12, but was 2028-01."),
                arguments(
                        "another currency",
                        "month,product,currency,revenue\n2027-01,Call recording,USD,100\n",
                        ", line 2, column currency: must be that of the plan, EUR, but was USD."),
                arguments(
                        "a field too few",
                        HEAD + RIGHT + "2027-02,Call recording,site\n",
                        ", line 3: there must be 7 fields, as many as columns, but there were 3."),
                arguments(
                        "a field that spans lines",
                        HEAD + "2027-01,\"Call\nrecording\",site,1,1,1,\n",
                        ", line 2, column product: Actuals.Cell.product must name a known product (Tracking numbers, Missed-call"
                                + " text, Call source whisper, Call recording, End-to-end analytics, Contact centre turnkey),"
                                + " but was Call"),
                arguments(
                        "the same cell twice",
                        HEAD + RIGHT + RIGHT,
                        ", line 3: month, product and channel must be given once each, but were given on line 2 before."),
                arguments(
                        "an unknown column",
                        "month,product,visitors\n2027-01,Call recording,5\n",
                        ", line 1: the columns must be month, product and any of channel, brought, currency, visits, contacts,"
                                + " leads, lost leads, new deals, repeat deals, base, revenue, variable cost, traffic cost, but"
                                + " visitors is unknown."),
                arguments(
                        "several unknown columns and a missing one",
                        "Monat,product,visitors\n2027-01,Call recording,5\n",
                        ", line 1: the columns must be month, product and any of channel, brought, currency, visits, contacts,"
                                + " leads, lost leads, new deals, repeat deals, base, revenue, variable cost, traffic cost, but"
                                + " month is missing, and Monat, visitors are unknown."),
                arguments(
                        "semicolons",
                        "month;product;revenue\n2027-01;Call recording;12,50\n",
                        ", line 1: the columns must be named with commas between them, but were month;product;revenue. Perhaps"
                                + " they are parted by semicolons: save the file with commas, and amounts with a decimal"
                                + " point, such as 12.50."),
                arguments(
                        "a decimal comma",
                        "month,product,revenue\n2027-01,Call recording,\"12,50\"\n",
                        ", line 2, column revenue: must be an amount of at least 0 such as 12.50, but was \"12,50\"."
                                + " Perhaps 12.50 was meant: decimals stand after a point."),
                arguments(
                        "a decimal comma without quotes",
                        "month,product,revenue\n2027-01,Call recording,12,50\n",
                        ", line 2: there must be 3 fields, as many as columns, but there were 4. Perhaps an amount has a"
                                + " decimal comma: write it with a point, such as 12.50."),
                arguments(
                        "a traffic cost of thirty digits",
                        "month,product,channel,traffic cost\n2027-01,Call recording,site,123456789012345678901234567890\n",
                        ", line 2: Actuals.Cell.trafficCost must have at most 18 digits before the decimal point, but was"
                                + " 123456789012345678901234567890."),
                arguments(
                        "a base that no plan holds",
                        "month,product,base\n2027-01,Call recording,9223372036854775807\n",
                        ", line 2: Actuals.Cell.base must be at most 9223372036, but was 9223372036854775807."),
                arguments(
                        "a column twice",
                        "month,product,Product\n2027-01,Call recording,Call recording\n",
                        ", line 1: the columns must be named once each, but Product is there twice."),
                arguments(
                        "no row", HEAD, ", line 1: there must be at least one row with a number, but there was none."),
                arguments("nothing", "", ", line 1: the columns must be named, but there was no line."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongActuals")
    void namesFileLineAndColumn(String what, String csv, String rule) throws IOException {
        Path file = Files.writeString(folder.resolve("actuals.csv"), csv);
        assertRefused(file + rule, "--actuals", file.toString());
    }

    @Test
    void namesTheLineOfABrokenQuote() throws IOException {
        Path file = Files.writeString(folder.resolve("actuals.csv"), HEAD + RIGHT + "2027-02,\"Call recording,site\n");
        Run run = Run.of("--actuals", file.toString());
        assertThat(run.err())
                .startsWith("month-review: " + file + ": ")
                .contains("line 3")
                .hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void namesTheLineOfOtherBytes() throws IOException {
        Path file = folder.resolve("actuals.csv");
        Files.write(file, (HEAD + "2027-01,Аналитика,site,1,1,1,\n").getBytes("windows-1251"));
        assertRefused(file + ", line 2: must be UTF-8", "--actuals", file.toString());
    }

    @Test
    void readsAFileWithAByteOrderMark() throws IOException {
        Path file = Files.writeString(folder.resolve("actuals.csv"), "\ufeff" + HEAD + RIGHT, StandardCharsets.UTF_8);
        assertThat(Run.of("--actuals", file.toString()).exitCode()).isZero();
    }

    @Test
    void readsColumnsInAnyCase() throws IOException {
        String head = "Month,PRODUCT,Channel,Visits,contacts,Leads,New Deals\n";
        Path file = Files.writeString(folder.resolve("actuals.csv"), head + RIGHT);
        assertThat(Run.of("--actuals", file.toString()).exitCode()).isZero();
    }

    /** Ever more leads are no fault of a row; what is left of the plan cannot hold the customers whom they bring. */
    @Test
    void refusesWhatNoPlanHolds() throws IOException {
        Path file = Files.writeString(
                folder.resolve("actuals.csv"),
                "month,product,channel,leads\n2027-01,End-to-end analytics,partners,1000000000000000\n");
        assertRefused(
                file
                        + ": Plan.base must be at most 9223372036 customers of a product, the most that nine decimals hold,"
                        + " but was larger.",
                "--actuals",
                file.toString());
    }

    @Test
    void refusesAPlanThatHoldsNothing() throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.yaml"), "~\n");
        Path file = Files.writeString(folder.resolve("actuals.csv"), HEAD + RIGHT);
        assertRefused(
                plan + ": must be a group of keys, but was null",
                "--file",
                plan.toString(),
                "--actuals",
                file.toString());
    }

    @Test
    void refusesMoreDealsThanLeads() throws IOException {
        Path plan =
                plan("{type: constant, retention: 98%, repeat: 5%}", "{type: constant, retention: 98%, repeat: 0%}");
        Path file =
                Files.writeString(folder.resolve("actuals.csv"), HEAD + "2027-01,Call recording,site,1000,40,18,400\n");
        Run run = Run.of("--file", plan.toString(), "--actuals", file.toString());
        assertThat(run.err())
                .startsWith("month-review: " + file + ": ")
                .contains("Call recording", "leads")
                .hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void namesAFileThatIsNotThere() {
        for (String option : List.of("--actuals", "--accord")) {
            Path file = folder.resolve("none");
            assertRefused(file + ": no such file", option, file.toString());
        }
        assertRefused("none.yaml: no such file", "--file", "none.yaml", "--actuals", "none.csv");
    }

    @Test
    void namesWhatIsWrongInAnAccord() throws IOException {
        Path file = Files.writeString(folder.resolve("accord.yaml"), "serviceLevels: []\n");
        assertRefused(file + ": facts must be given, but was null.", "--accord", file.toString());
    }

    static Stream<Arguments> wrongOptions() {
        return Stream.of(
                arguments(List.of("--file", "plan.yaml"), "--file needs --actuals"),
                arguments(
                        List.of("--versions", "--file", "plan.yaml", "--actuals", "facts.csv"),
                        "--versions tells of the bundled plan, but --file was given"),
                arguments(
                        List.of("--through", "2026-12"), "--through must be from 2027-01 to 2027-12, but was 2026-12"),
                arguments(
                        List.of("--through", "2027-02", "--month", "2027-03"),
                        "--month must be from 2027-01 to 2027-02, but was 2027-03"),
                arguments(
                        List.of("--month", "March"),
                        "Invalid value for option '--month': must be a month such as 2027-03, but was March"),
                arguments(
                        List.of("--date", "tomorrow"),
                        "Invalid value for option '--date': must be a day such as 2027-03-31, but was tomorrow"),
                arguments(
                        List.of("--lang", "de"),
                        "Invalid value for option '--lang': must be one of en, ru, but was de"),
                arguments(
                        List.of("--depth", "visit"),
                        "Invalid value for option '--depth': must be one of effect, product, channel, but was visit"));
    }

    @ParameterizedTest
    @MethodSource("wrongOptions")
    void namesTheOption(List<String> args, String line) {
        assertRefused(line, args.toArray(String[]::new));
    }

    private Path plan(String from, String to) throws IOException {
        String yaml = new String(PlanFile.CALL_TRACKING.bytes(), StandardCharsets.UTF_8);
        assertThat(yaml).contains(from);
        return Files.writeString(folder.resolve("plan.yaml"), yaml.replace(from, to));
    }

    /** Nothing is known of an accord that is not given: the obligations stand there as not known, and no service level. */
    @Test
    void reviewsAPlanOfOnesOwnWithoutAnAccord() throws IOException {
        Path file = plan("profit: 2400000", "profit: 2300000");
        Path actuals = Files.writeString(folder.resolve("actuals.csv"), HEAD + RIGHT);
        Run run = Run.of("--file", file.toString(), "--actuals", actuals.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("SCORECARD OF BOTH DEPARTMENTS").doesNotContain("service level  ");
    }

    @Test
    void saysThatThePlanItselfIsOutOfReach() throws IOException {
        Path file = plan("type: per-visit, amount: 0.55", "type: per-visit, amount: 999");
        Path actuals = Files.writeString(folder.resolve("actuals.csv"), HEAD + RIGHT);
        Run run = Run.of("--file", file.toString(), "--actuals", actuals.toString());
        assertThat(run.err()).startsWith("month-review: Goal ").hasLineCount(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void saysThatAPageCannotBeWritten() {
        Path file = folder.resolve("none").resolve("page.html");
        Run run = Run.of("--html", file.toString());
        assertThat(run.err()).startsWith("month-review: --html " + file + " cannot be written: ");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
