package io.github.planningmath.examples.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One line that names file, place and rule; exit code 2, or 1 where it cannot be had; nothing on the standard output. */
class WrongInputTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> wrongDocuments() {
        return Stream.of(
                arguments(
                        "an unknown channel with a curve",
                        "    calls: {type",
                        "    phone: {type",
                        ": PlanningConstants.channel must name a known channel (site, calls, e-mail, social, webinars, events,"
                                + " partners, key accounts), but was phone."),
                arguments(
                        "a limit of a channel without a curve",
                        "e-mail: {floor: 2000, ceiling: 4000}",
                        "letters: {floor: 2000, ceiling: 4000}",
                        ": money.curves must hold every channel that has limits (site, calls, e-mail, social, webinars,"
                                + " events, partners, key accounts), but letters was missing"),
                arguments(
                        "a floor above its ceiling",
                        "floor: 2000, ceiling: 4000",
                        "floor: 5000, ceiling: 4000",
                        ": money.limits.e-mail: SpendLimits.ceiling must be at least the floor of 5000, but was 4000."),
                arguments(
                        "a slope below 0",
                        "slope: 2.2",
                        "slope: -2.2",
                        ": money.curves.events: Hill.slope must be above 0 and finite, but was -2.2."),
                arguments(
                        "a tier without effort",
                        "      STRATEGIC: {minutesPerLead",
                        "      TRANSACTIONAL: {minutesPerLead",
                        ": people.managers: SalesTeam.effort must be of tiers that managers sell in, but was of TRANSACTIONAL."
                                + " Perhaps an InboundDesk was meant."),
                arguments(
                        "work of a tier without effort",
                        "CONSULTATIVE: {minutes",
                        "# {minutes",
                        ": SalesTeam.effort must be given for every tier that managers sell in, but was not for CONSULTATIVE."),
                arguments(
                        "a promise that no desk can keep",
                        "share: 80%, within",
                        "share: 100%, within",
                        ": people.desk.target: ResponseTarget.share must be below 100%, but was 100%. Perhaps 99.9% was meant: no"
                                + " number of agents answers every call in time."),
                arguments(
                        "quotas of an unknown product",
                        "product: End-to-end analytics",
                        "product: Telex",
                        ": Scope.product must be a product of the plan (Tracking numbers, Missed-call text, Call"
                                + " source whisper, Call recording, End-to-end analytics, Contact centre turnkey), but was"
                                + " Telex."),
                arguments(
                        "somebody who joins after the plan",
                        "starts: 2027-02-01",
                        "starts: 2029-02-01",
                        ": SalesTeam.agreed must start on the first day of a month from 2027-01 to 2027-12, but was 1 person from"
                                + " 2029-02-01, to be decided by 2026-12-01."),
                arguments(
                        "a ramp-up above 1",
                        "rampUp: [25%, 60%, 85%]",
                        "rampUp: [25%, 160%]",
                        ": people.managers.terms: HiringTerms.rampUp[1] must be from 0% to 100%, but was 1.6."),
                arguments(
                        "a utilisation above 1",
                        "utilisation: 80%",
                        "utilisation: 180%",
                        ": people.managers.workingTime.utilisation: Rate must be above 0 and at most 1, but was 180%."),
                arguments(
                        "no patience",
                        "patience: PT4M",
                        "patience: PT0S",
                        ": people.desk.week: WeeklyLoad.patience must be above 0, but was PT0S. Perhaps null was meant: callers who wait as long"
                                + " as it takes."),
                arguments(
                        "a patience that is no duration",
                        "patience: PT4M",
                        "patience: 4 minutes",
                        ": people.desk.week.patience: must be a duration such as PT20S, PT4M or PT1H30M, but was 4 minutes"),
                arguments(
                        "a share that is none",
                        "utilisation: 80%",
                        "utilisation: most",
                        ": people.managers.workingTime.utilisation: Rate must be written like 2.5%, 0.025 or 1/40, but was \"most\"."),
                arguments(
                        "a share as a bare number",
                        "utilisation: 80%",
                        "utilisation: 0.8",
                        ": people.managers.workingTime.utilisation: must be a share such as 2.5%, or \"1/40\" in quotes"),
                arguments(
                        "shares for a share",
                        "utilisation: 80%",
                        "utilisation: [80%]",
                        ": people.managers.workingTime.utilisation: must be a share such as 2.5%, or \"1/40\" in quotes"),
                arguments(
                        "a share that is none among several",
                        "rampUp: [25%, 60%, 85%]",
                        "rampUp: [25%, some]",
                        ": people.managers.terms.rampUp[1]: Ratio must be written like 2.5%, 0.025 or 1/40, but was \"some\"."),
                arguments(
                        "a weight that is none",
                        "Anna: \"4\"",
                        "Anna: four",
                        ": people.quotas.weights.Anna: Ratio must be written like 2.5%, 0.025 or 1/40, but was \"four\"."),
                arguments(
                        "a return that is no number",
                        "leastReturn: 1.25",
                        "leastReturn: high",
                        ": money.leastReturn: must be a number"),
                arguments(
                        "a day that is none",
                        "starts: 2027-02-01",
                        "starts: February",
                        ": people.hires[0].starts: must be a day such as 2027-03-31, but was February"),
                arguments(
                        "a budget between two steps",
                        "budget: 1230000",
                        "budget: 1230500",
                        ": BudgetAllocation.budget must be a multiple of the step 1000, but was 1230500."),
                arguments(
                        "an unknown key",
                        "  step: 1000",
                        "  step: 1000\n  stride: 1000",
                        ": money.stride: unknown key; known are budget,"
                                + " budgetByMonth, curves, groups, leastReturn, limits, step"),
                arguments("a missing number", "  step: 1000", "", ": money: step must be given."),
                arguments(
                        "an unknown type of curve",
                        "type: power",
                        "type: powerful",
                        ": money.curves.e-mail: unknown type powerful"),
                arguments(
                        "a month with two groups",
                        "budgetByMonth: {}",
                        "budgetByMonth: {2027-01: 90000}",
                        ": money.groups must be empty where money.budgetByMonth is given: a month of a channel has one group"),
                arguments(
                        "an unknown channel with a ceiling",
                        "  site: 80000",
                        "  phone: 80000",
                        ": Resources.visitCeilings must name known channels (site, calls, e-mail, social, webinars, events,"
                                + " partners, key accounts), but named phone."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongDocuments")
    void ofADocumentIsRefused(String what, String right, String wrong, String line) throws IOException {
        assertRefused(right, wrong, line, 2);
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                arguments(
                        "a budget below the floors",
                        "budget: 1230000",
                        "budget: 12000",
                        "The budget cannot be split: the floors add up to 84\u00a0000, above the budget of 12\u00a0000"),
                arguments(
                        "floors above the budget of the split",
                        "partners: {floor: 5000}",
                        "partners: {floor: 105000}",
                        "The budget cannot be split: the floors add up to 1\u00a0284\u00a0000, above the"
                                + " budget of 1\u00a0230\u00a0000"),
                arguments(
                        "nobody to do the work of the pipeline",
                        "openingStaff: 11",
                        "openingStaff: 4",
                        "No plan fits what there is: managers in 2027-01: about 4.92 would be needed, but there are 4."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("impossible")
    void whatCannotBeHadIsSaid(String what, String right, String wrong, String line) throws IOException {
        assertRefused(right, wrong, line, 1);
    }

    private void assertRefused(String right, String wrong, String line, int exitCode) throws IOException {
        String document = bundled();
        assertThat(document).contains(right);
        Path file = folder.resolve("there.yaml");
        Files.writeString(file, document.replace(right, wrong));
        Run run = Run.of("--resources", file.toString());
        assertThat(run.err()).isEqualTo("resources: " + (exitCode == 2 ? file.toString() : "") + line + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }

    /** A goal out of reach is no wrong input: what can be had is shown, and why it is not more. */
    @Test
    void aGoalOutOfReachIsSaid() throws IOException {
        Path file = folder.resolve("there.yaml");
        Files.writeString(file, bundled().replace("salaryPerMonth: 5200", "salaryPerMonth: 260000"));
        Run run = Run.of(
                "--resources",
                file.toString(),
                "--html",
                folder.resolve("page.html").toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "\nIt cannot be reached: beyond 4\u00a0669 new deals the people and the traffic for more cost more than they"
                                + " contribute.\n",
                        "\nThe most that what there is can reach: \u221233\u00a0678\u00a0195, with 4\u00a0900 new deals.");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void brokenYamlIsRefusedWithLineAndColumn() throws IOException {
        Path file = folder.resolve("there.yaml");
        Files.writeString(file, "money:\n\tbudget: 1\n");
        Run run = Run.of("--resources", file.toString());
        assertThat(run.err())
                .isEqualTo("resources: " + file
                        + ": line 2, column 1: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for"
                        + " indentation)\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aFileThatHoldsNothingIsRefused() throws IOException {
        Path file = folder.resolve("there.yaml");
        for (String nothing : new String[] {"~\n", "---\n", "null\n"}) {
            Files.writeString(file, nothing);
            Run run = Run.of("--resources", file.toString());
            assertThat(run.err()).isEqualTo("resources: " + file + ": must be a group of keys, but was null\n");
            assertThat(run.exitCode()).isEqualTo(2);
        }
    }

    /** Columns of what there is not are left out. */
    @Test
    void withoutADeskNothingIsSaidOfIt() throws IOException {
        String document = bundled();
        int desk = document.indexOf("  desk:");
        int next = document.indexOf("  payrollPerMonth:");
        Path file = folder.resolve("there.yaml");
        Files.writeString(file, document.substring(0, desk) + document.substring(next));
        Run run = Run.of("--resources", file.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("managers needed").doesNotContain("at the desk", "lost calls");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        Run run = Run.of("--resources", "nowhere.yaml");
        assertThat(run.err()).isEqualTo("resources: nowhere.yaml: no such file\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void anUnknownOptionIsRefused() {
        Run run = Run.of("--resource", "there.yaml");
        assertThat(run.err()).isEqualTo("resources: Unknown options: '--resource', 'there.yaml'\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    private static String bundled() throws IOException {
        try (InputStream file = WrongInputTest.class.getResourceAsStream("resources.yaml")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
