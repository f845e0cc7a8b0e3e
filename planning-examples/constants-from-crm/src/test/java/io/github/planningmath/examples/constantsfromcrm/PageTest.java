package io.github.planningmath.examples.constantsfromcrm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.examples.planfile.PlanFile;
import io.github.planningmath.plan.Basis;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.sales.SalesTier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run writes both a page and a plan. */
class PageTest {

    @TempDir
    private static Path folder;

    private static Path plan = Path.of("");
    private static String html = "";

    @BeforeAll
    static void write() throws IOException {
        Path file = folder.resolve("page.html");
        plan = folder.resolve("plan.yaml");
        Run run = Run.of("--html", file.toString(), "--write", plan.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .endsWith("\nThe plan with these constants is " + plan + ".\n\nThe page with the charts is " + file
                        + ".\n");
        html = Files.readString(file);
    }

    @Test
    void needsNoOtherFile() {
        assertThat(html).doesNotContain("<script", "@import", "http", "src=", "<!ENTITY", "xlink");
    }

    /** Five, each for a desk and for a phone; none takes what another one defines. */
    @Test
    void holdsFiveDrawings() {
        assertThat(Pattern.compile("<svg ").matcher(html).results()).hasSize(10);
        List<String> ids = groups(" id=\"([^\"]*)\"");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(new HashSet<>(ids)).containsAll(groups("(?:url\\(|href=\")#([^)\"]*)"));
    }

    private static List<String> groups(String pattern) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** What stands in the file is read as every plan document is, and planned from. */
    @Test
    void writesAPlanThatIsPlannedFrom() {
        PlanFile file = PlanFile.of(plan);
        PlanDocument before = PlanFile.of(null).document();
        assertThat(file.document().withConstants(before.constants())).isEqualTo(before);
        Driver<?> sold = Driver.managerConversion(SalesTier.CONSULTATIVE);
        assertThat(file.document().constants().basis(sold)).isInstanceOf(Basis.Counted.class);
        assertThat(file.document().constants().value(sold))
                .isNotEqualTo(before.constants().value(sold));
        Plan made = file.plan().orThrow();
        assertThat(made.requiredDeals()).isPositive();
    }
}
