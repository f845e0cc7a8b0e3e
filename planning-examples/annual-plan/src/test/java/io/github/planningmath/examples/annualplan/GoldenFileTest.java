package io.github.planningmath.examples.annualplan;

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
                arguments("year.txt", List.of()),
                arguments("year-ru.txt", List.of("--lang", "ru")),
                arguments("march.txt", List.of("--month", "2027-03")),
                arguments("marketing.txt", List.of("--department", "marketing")),
                arguments("sales-march.txt", List.of("--department", "sales", "--month", "2027-03")),
                arguments("explain-leads.txt", List.of("--explain", "leads")),
                arguments("explain-profit-march.txt", List.of("--explain", "profit", "--month", "2027-03")),
                arguments(
                        "explain-leads-march-cell.txt",
                        List.of(
                                "--explain",
                                "leads",
                                "--month",
                                "2027-03",
                                "--product",
                                "Call recording",
                                "--channel",
                                "site")),
                arguments(
                        "explain-new-deals-may-strategic.txt",
                        List.of("--explain", "new-deals", "--month", "2027-05", "--tier", "strategic")),
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
    }

    /** A terminal that shows the README shows the year. */
    @Test
    void noLineIsWiderThanAPage() {
        assertThat(Run.of().out().lines()).allMatch(line -> line.length() <= 180);
    }

    @Test
    void printsTheSameWhateverTheDefaultLocale() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Run.of().out()).isEqualTo(held("year.txt"));
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
