package io.github.planningmath.examples.howsure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.examples.terminal.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * What is printed is compared to files that were read and found right. What a run prints is left in {@code target/golden},
 * to be compared and copied where a change is meant.
 */
class GoldenFileTest {

    private static final Path PRINTED = Path.of("target", "golden");

    @Test
    void english() throws IOException {
        holds("sure.txt", Studied.ENGLISH);
    }

    @Test
    void russian() throws IOException {
        holds("sure-ru.txt", Studied.RUSSIAN);
    }

    private static void holds(String golden, Words words) throws IOException {
        String text = Report.of(Studied.STUDY, words).text();
        printed(golden, text);
        assertThat(text).isEqualTo(held(golden));
        assertThat(text.lines()).allMatch(line -> line.length() <= 180);
    }

    @Test
    void help() throws IOException {
        Run run = Run.of("--help");
        printed("help.txt", run.out());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(held("help.txt"));
    }

    private static void printed(String golden, String text) throws IOException {
        Files.createDirectories(PRINTED);
        Files.writeString(PRINTED.resolve(golden), text);
    }

    private static String held(String golden) throws IOException {
        try (InputStream file = GoldenFileTest.class.getResourceAsStream(golden)) {
            return new String(Objects.requireNonNull(file, golden).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
