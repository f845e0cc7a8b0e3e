package io.github.planningmath.examples.annualplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.planningmath.examples.planfile.PlanFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One line that names file, path and rule; exit code 2; nothing on the standard output. */
class WrongInputTest {

    private static final String UNKNOWN_CHANNEL =
            "Scope.channel must be a channel of the plan (site, calls, e-mail, social, webinars, events, partners,"
                    + " key accounts), but was phone.";

    private static final String UNKNOWN_PRODUCT =
            "Scope.product must be a product of the plan (Tracking numbers, Missed-call text, Call source whisper,"
                    + " Call recording, End-to-end analytics, Contact centre turnkey), but was CRM.";

    @TempDir
    private Path folder;

    private Path document(String yaml) throws IOException {
        return Files.writeString(folder.resolve("plan.yaml"), yaml);
    }

    private Path changed(String from, String to) throws IOException {
        String yaml = bundled();
        assertThat(yaml).contains(from);
        int at = yaml.indexOf(from);
        return document(yaml.substring(0, at) + to + yaml.substring(at + from.length()));
    }

    private static String bundled() throws IOException {
        return new String(PlanFile.CALL_TRACKING.bytes(), StandardCharsets.UTF_8);
    }

    private static void assertRefused(Path file, String rule) {
        Run run = Run.of("--file", file.toString());
        assertThat(run.err()).isEqualTo("annual-plan: " + file + ": " + rule + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    static Stream<Arguments> wrongDocuments() {
        return Stream.of(
                arguments(
                        "a missing number",
                        "        price: 190\n",
                        "",
                        "constants.assortment.products[0]: Product.price must be given, but was null."),
                arguments(
                        "a number left out",
                        "price: 190",
                        "price:",
                        "constants.assortment.products[0]: Product.price must be given, but was null."),
                arguments(
                        "a missing count",
                        "age: 0, count: 240",
                        "age: 0",
                        "opening.customers[0]: Customers.count must be given, but was null."),
                arguments(
                        "a word for a number",
                        "price: 190",
                        "price: many",
                        "constants.assortment.products[0].price: must be a number"),
                arguments(
                        "a number out of range",
                        "price: 190",
                        "price: -190",
                        "constants.assortment.products[0]: Product.price must be above 0, but was -190."),
                arguments(
                        "a part of a customer",
                        "age: 0, count: 240",
                        "age: 0, count: 1.5",
                        "opening.customers[0].count: must be a whole number, but was 1.5"),
                arguments(
                        "an unknown key",
                        "price: 190",
                        "price: 190\n        discount: 5",
                        "constants.assortment.products[0]: Product must have no keys but name, tier, price, unitCost, commission, repeat, renewal, packaging, proposition, but had discount."),
                arguments(
                        "a mistyped key",
                        "price: 190",
                        "price: 190\n        comission: 5%",
                        "constants.assortment.products[0]: Product must have no keys but name, tier, price, unitCost, commission, repeat, renewal, packaging, proposition, but had comission. Perhaps commission was meant."),
                arguments(
                        "no version of the format",
                        "planning: 1\n",
                        "",
                        "PlanDocument.planning must be 1, the version of the format, but was missing. Perhaps planning: 1 is to stand on the first line."),
                arguments(
                        "a goal without an amount",
                        "{profit: 2400000}",
                        "{afterHorizon: {type: stops}}",
                        "goal: FinancialGoal must name one of profit, contribution, revenue, deals and customers, but named none."),
                arguments(
                        "a rate above one",
                        "siteConversion: 3.5%",
                        "siteConversion: \"35\"",
                        "constants.channels[0].siteConversion: Rate must be above 0 and at most 1, but was 35. Perhaps Rate.percent(35) was meant."),
                arguments(
                        "a rate without percent",
                        "siteConversion: 3.5%",
                        "siteConversion: 3.5",
                        "constants.channels[0].siteConversion: must be a share such as 2.5%, or \"1/40\" in quotes"),
                arguments(
                        "an unknown channel in a mix",
                        "{site: 55%",
                        "{web: 55%",
                        "constants: PlanningConstants.tiers.TRANSACTIONAL.channels must name a known channel (site, calls, e-mail, social, webinars, events, partners, key accounts), but was web."),
                arguments(
                        "a mix that is not whole",
                        "{site: 55%",
                        "{site: 54%",
                        "constants.tiers.TRANSACTIONAL.channels: ChannelMix.shares must sum to 1, but was 99%. Perhaps ChannelMix.ofWeights was meant."),
                arguments(
                        "a channel given twice",
                        "name: calls",
                        "name: site",
                        "constants: PlanningConstants.channels must be given once each, but was given twice: site."),
                arguments(
                        "an unknown tier",
                        "tier: TRANSACTIONAL",
                        "tier: RETAIL",
                        "constants.assortment.products[0].tier: must be one of CONSULTATIVE, STRATEGIC, TRANSACTIONAL, but was RETAIL"),
                arguments(
                        "a number for a word",
                        "per: YEAR",
                        "per: 1",
                        "constants.fixedCosts.per: must be one of MONTH, YEAR, but was 1"),
                arguments(
                        "an unknown type",
                        "type: by-age",
                        "type: by-year",
                        "constants.assortment.products[0].repeat: unknown type by-year"),
                arguments(
                        "an unknown currency",
                        "currency: EUR",
                        "currency: EURO",
                        "constants.currency: must be a currency such as EUR, but was EURO"),
                arguments(
                        "a key given twice",
                        "currency: EUR",
                        "currency: EUR\n  currency: USD",
                        "constants: Duplicate field 'currency'"),
                arguments(
                        "a month in words",
                        "opens: 2027-01",
                        "opens: January",
                        "opening.opens: must be a month such as 2027-03, but was January"),
                arguments(
                        "a missing month",
                        "      DECEMBER: 100%\n",
                        "",
                        "constants.season: Season.OfYear.indices must give all twelve months, but DECEMBER was missing. Perhaps 0% was meant: nothing is sold in that month."),
                arguments(
                        "a plan without months",
                        "months: 12",
                        "months: 0",
                        "constants.horizon: Horizon.months must be from 1 to 600, but was 0."),
                arguments(
                        "customers of an unknown product",
                        "{product: Tracking numbers, age: 0",
                        "{product: Tracking, age: 0",
                        "opening.customers[0].product: Assortment.product must be given the name of a product (Tracking numbers, Missed-call text, Call source whisper, Call recording, End-to-end analytics, Contact centre turnkey), but was given Tracking."),
                arguments(
                        "leads of an unknown channel",
                        "channel: calls, due",
                        "channel: phone, due",
                        "opening.openLeads[1].channel: PlanningConstants.channel must name a known channel (site, calls, e-mail, social, webinars, events, partners, key accounts), but was phone."),
                arguments(
                        "a position of another month",
                        "opens: 2027-01",
                        "opens: 2026-12",
                        "opening: Position.opens must be the first month of the horizon, 2027-01, but was 2026-12."),
                arguments(
                        "a goal too far ahead",
                        "{profit: 2400000}",
                        "{profit: 2400000, afterHorizon: {type: listed, deals: [{product: Contact centre turnkey, month: 2029-03, deals: 3}]}}",
                        "goal: Listed.deals must be due after 2027-12 and within the sales cycle of Contact centre turnkey (4 months), but was due in 2029-03."),
                arguments(
                        "a pin of an unknown product",
                        "\nopening:",
                        "\npins: [{type: deals, product: Recorder, month: 2027-03, count: 5}]\n\nopening:",
                        "pins[0].product: Assortment.product must be given the name of a product (Tracking numbers, Missed-call text, Call source whisper, Call recording, End-to-end analytics, Contact centre turnkey), but was given Recorder."),
                arguments(
                        "broken YAML",
                        "goal: {profit: 2400000}",
                        "goal:\n  profit: 5: 6",
                        "line 9, column 12: mapping values are not allowed here"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongDocuments")
    void aWrongDocumentIsRefused(String what, String from, String to, String rule) throws IOException {
        assertRefused(changed(from, to), rule);
    }

    @Test
    void aMissingFileIsNamed() {
        assertRefused(folder.resolve("nowhere.yaml"), "no such file");
    }

    @Test
    void aFolderIsNoFile() {
        Run run = Run.of("--file", folder.toString());
        assertThat(run.err())
                .startsWith("annual-plan: " + folder + ": cannot be read: ")
                .hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void anEmptyDocumentIsRefused() throws IOException {
        assertRefused(document(""), "must be a group of keys");
    }

    static Stream<Arguments> wrongArguments() {
        return Stream.of(
                arguments("--month 2028-01", "--month must be from 2027-01 to 2027-12, but was 2028-01"),
                arguments(
                        "--month March",
                        "Invalid value for option '--month': must be a month such as 2027-03, but was March"),
                arguments(
                        "--department board",
                        "Invalid value for option '--department': must be one of marketing, sales, but was board"),
                arguments(
                        "--explain calls",
                        "Invalid value for option '--explain': must be one of revenue, average-check, deals, new-deals,"
                                + " repeat-deals, leads, stage-entries, open-leads, current-base, customers-kept, customers-lost,"
                                + " market-penetration,"
                                + " new-contacts, traffic, site-conversion, warm-up-rate, manager-conversion,"
                                + " retention-rate, repeat-rate, recurring-revenue, net-revenue-retention,"
                                + " gross-revenue-retention, traffic-cost, variable-cost, contribution, profit, but"
                                + " was calls"),
                arguments(
                        "--explain repeat-deals --channel site",
                        "Plan.scope must not narrow repeat deals by channel, but was site."),
                arguments("--json --channel phone", UNKNOWN_CHANNEL),
                arguments("--explain leads --channel phone", UNKNOWN_CHANNEL),
                arguments("--json --product CRM", UNKNOWN_PRODUCT),
                arguments("--explain leads --product CRM", UNKNOWN_PRODUCT),
                arguments("--product CRM", "--product, --channel and --tier need --explain or --json"),
                arguments(
                        "--explain leads --json",
                        "Error: --explain=KPI, --json are mutually exclusive (specify only one)"),
                arguments("--year 2027", "Unknown options: '--year', '2027'"));
    }

    @ParameterizedTest
    @MethodSource("wrongArguments")
    void wrongArgumentsAreRefused(String args, String rule) {
        Run run = Run.of(args.split(" ", -1));
        assertThat(run).isEqualTo(new Run(2, "", "annual-plan: " + rule + "\n"));
    }

    @Test
    void aDocumentThatHoldsNothingIsRefused() throws IOException {
        assertRefused(document("~\n"), "must be a group of keys, but was null");
    }

    @Test
    void aGoalOutOfReachIsExplained() throws IOException {
        Run run = Run.of("--file", changed("amount: 0.55", "amount: 55").toString());
        assertThat(run)
                .isEqualTo(
                        new Run(
                                1,
                                "",
                                "annual-plan: Goal profit 2\u00a0400\u00a0000 was not reached: a new deal contributes 775.44, but"
                                        + " its leads cost 6\u00a0321.97; most is lost on Tracking numbers, whose dearest leads come from site; the search ended after 3\u00a0208 numbers. Nearest: profit \u2212461\u00a0678.\n"));
    }
}
