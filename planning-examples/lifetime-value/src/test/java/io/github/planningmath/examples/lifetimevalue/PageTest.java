package io.github.planningmath.examples.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.examples.terminal.Progress;
import io.github.planningmath.lifetime.BgBb;
import io.github.planningmath.lifetime.BuyerSimulator;
import io.github.planningmath.lifetime.GammaGamma;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {

    @TempDir
    private static Path folder;

    private static String html = "";
    private static String printed = "";

    @BeforeAll
    static void write() throws IOException {
        Path file = folder.resolve("page.html");
        Run run = Run.of("--html", file.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).endsWith("\nThe page with the charts is " + file + ".\n");
        printed = run.out();
        html = Files.readString(file);
    }

    @Test
    void needsNoOtherFile() {
        assertThat(html).doesNotContain("<script", "@import", "http", "src=", "<!ENTITY", "xlink");
    }

    /** Three, each for a desk and for a phone; none takes what another one defines. */
    @Test
    void holdsThreeDrawings() {
        assertThat(Pattern.compile("<svg ").matcher(html).results()).hasSize(6);
        List<String> ids = groups(" id=\"([^\"]*)\"");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(new HashSet<>(ids)).containsAll(groups("(?:url\\(|href=\")#([^)\"]*)"));
    }

    private static List<String> groups(String pattern) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void namesTheDrawings() {
        assertThat(html)
                .contains(
                        "<h2>Who is still a customer</h2>",
                        "<h2>What came, and what Pareto/NBD expected</h2>",
                        "<h2>Who has become quiet</h2>");
    }

    /** Every figure of the terminal is on the page. */
    @Test
    void showsTheTablesOfTheTerminal() {
        List<String> worthKeeping = printed.substring(printed.indexOf("CUSTOMERS WORTH KEEPING"))
                .lines()
                .filter(line -> line.startsWith("customer-"))
                .toList();
        assertThat(worthKeeping).hasSize(10);
        for (String line : worthKeeping) {
            for (String cell : line.strip().split("  +", -1)) {
                assertThat(html).contains(">" + cell + "</td>");
            }
        }
    }

    /** In 90 days nobody buys 20 times in the first few: the map has no such customer, where times are opportunities. */
    @Test
    void drawsShortTimesInDays() throws IOException {
        LocalDate first = LocalDate.of(2026, 1, 1);
        StringBuilder csv = new StringBuilder("customer,date,amount\n");
        new BuyerSimulator(new BgBb(0.8, 3, 0.6, 20), 4L)
                .orders(800, new GammaGamma(6.25, 3.74, 15.44), 2, ChronoUnit.DAYS, first, first, first.plusDays(90))
                .forEach(order -> csv.append(order.customer() + "," + order.date() + "," + order.amount() + "\n"));
        Path orders = Files.writeString(folder.resolve("short.csv"), csv);
        Path file = folder.resolve("short.html");
        Run run = Run.of("--orders", orders.toString(), "--unit", "days", "--html", file.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("The best by AIC is BG/BB.");
        assertThat(Files.readString(file)).contains("<h2>Who has become quiet</h2>");
    }

    @Test
    void showsNamesAsTheyAre() throws IOException {
        Path orders = folder.resolve("orders & <more>.csv");
        StringBuilder csv = new StringBuilder("customer,date,amount\n");
        new SimulatedShop(3)
                .read(Progress.silent())
                .orders()
                .forEach(order -> csv.append(order.customer().replace("customer", "<b>&C"))
                        .append(',')
                        .append(order.date())
                        .append(',')
                        .append(order.amount())
                        .append('\n'));
        Files.writeString(orders, csv);
        Path file = folder.resolve("names.html");
        assertThat(Run.of("--orders", orders.toString(), "--html", file.toString())
                        .exitCode())
                .isZero();
        assertThat(Files.readString(file))
                .contains("orders &amp; &lt;more&gt;.csv", ">&lt;b&gt;&amp;C")
                .doesNotContain("<b>");
    }
}
