package io.github.planningmath.examples.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of the budget at which the last unit of money still brings enough. */
class LeastReturnTest {

    @TempDir
    private Path folder;

    /** The floors of a year are 12 times 2,000 and 5,000. */
    @Test
    void aReturnThatNoMoneyBeyondTheFloorsBringsIsNoBudget() throws IOException {
        assertThat(outOf("leastReturn: 1.25", "leastReturn: 50"))
                .contains("No budget within the limits has its last unit bring 50.00: beyond the floors of 84\u00a0000"
                        + " a further unit brings ")
                .doesNotContain("at a budget of 84\u00a0000");
    }

    @Test
    void aReturnThatAnyMoneyBringsNeedsNoLimit() throws IOException {
        assertThat(outOf("leastReturn: 1.25", "leastReturn: 0.000000000000000001"))
                .contains("The last unit brings 0.00 whatever the budget.");
    }

    private String outOf(String right, String wrong) throws IOException {
        try (InputStream file = LeastReturnTest.class.getResourceAsStream("resources.yaml")) {
            String document = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(document).contains(right);
            Path changed = folder.resolve("there.yaml");
            Files.writeString(changed, document.replace(right, wrong));
            Run run = Run.of("--resources", changed.toString());
            assertThat(run.err()).isEmpty();
            return run.out();
        }
    }
}
