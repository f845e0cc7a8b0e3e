package io.github.planningmath.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's example is {@link Main}, compiled and run here, and the program of the user's project outside the build. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static String read(Path file) throws IOException {
        return Files.readString(file).replace("\r\n", "\n");
    }

    private static String block(String language) throws IOException {
        Matcher block =
                Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(read(ROOT.resolve("README.md")));
        assertThat(block.find()).as("README has a block of %s", language).isTrue();
        return block.group(1);
    }

    private static String withoutPackage(String source) {
        return source.replaceFirst("^package .*;\n\n", "");
    }

    @Test
    void theExampleIsTheOneThatIsCompiledHere() throws IOException {
        assertThat(block("java"))
                .isEqualTo(withoutPackage(read(Path.of("src/test/java/io/github/planningmath/guide/Main.java"))));
    }

    @Test
    void theExampleIsTheOneThatAUserOutsideTheBuildRuns() throws IOException {
        assertThat(block("java"))
                .isEqualTo(withoutPackage(read(ROOT.resolve(".ci/consumer/src/main/java/consumer/Main.java"))));
    }

    @Test
    void theExamplePrintsWhatTheReadmeShows() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream console = System.out;
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            Main.main(new String[0]);
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)
                        .replace("\r\n", "\n")
                        .strip())
                .isEqualTo(block("text").strip());
    }
}
