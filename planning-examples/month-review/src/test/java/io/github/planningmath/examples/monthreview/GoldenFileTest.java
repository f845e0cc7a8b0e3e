package io.github.planningmath.examples.monthreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is printed is compared to files that were read and found right. What a run prints is left in {@code target/golden},
 * to be compared and copied where a change is meant.
 */
class GoldenFileTest {

    private static final Path PRINTED = Path.of("target", "golden");

    static Stream<Arguments> runs() {
        return Stream.of(
                arguments("review.txt", List.of()),
                arguments("review-ru.txt", List.of("--lang", "ru")),
                arguments(
                        "march.txt",
                        List.of(
                                "--through",
                                "2027-03",
                                "--month",
                                "2027-02",
                                "--date",
                                "2027-04-05",
                                "--depth",
                                "effect")),
                arguments("versions.txt", List.of("--versions")),
                arguments("versions-ru.txt", List.of("--versions", "--lang", "ru")),
                arguments("help.txt", List.of("--help")));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void printsWhatTheFileHolds(String golden, List<String> args) throws IOException {
        Run run = Run.of(args.toArray(String[]::new));
        Files.createDirectories(PRINTED);
        Files.writeString(PRINTED.resolve(golden), run.out());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(held(golden));
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 140);
    }

    @Test
    void printsTheSameWhateverTheDefaultLocale() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Run.of("--lang", "ru").out()).isEqualTo(held("review-ru.txt"));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String held(String golden) throws IOException {
        try (InputStream file = GoldenFileTest.class.getResourceAsStream(golden)) {
            return new String(Objects.requireNonNull(file, golden).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
