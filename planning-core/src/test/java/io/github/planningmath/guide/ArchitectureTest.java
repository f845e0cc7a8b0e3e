package io.github.planningmath.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map of the code names what is there: its classes by their names, its packages in their order. */
class ArchitectureTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w*)`");
    private static final Pattern ROW_OF_A_PACKAGE = Pattern.compile("(?m)^\\| `([a-z]+)` \\|");
    private static final Pattern EXPORT = Pattern.compile("exports io\\.github\\.planningmath\\.(\\w+);");

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file), UTF_8);
    }

    private static List<String> named(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(name -> name.group(1)).toList();
    }

    @Test
    void everyClassOfTheMapIsThere() throws IOException {
        try (Stream<Path> core = Files.walk(ROOT.resolve("planning-core/src"));
                Stream<Path> testkit = Files.walk(ROOT.resolve("planning-testkit/src"))) {
            Set<String> classes = Stream.concat(core, testkit)
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".java"))
                    .map(file -> file.substring(0, file.length() - ".java".length()))
                    .collect(Collectors.toSet());
            assertThat(named(CLASS, read("docs/architecture.md")))
                    .hasSizeGreaterThan(60)
                    .allSatisfy(name -> assertThat(classes).contains(name));
        }
    }

    @Test
    void everyPackageOfTheModuleIsOnItInOrder() throws IOException {
        assertThat(named(ROW_OF_A_PACKAGE, read("docs/architecture.md")))
                .isEqualTo(named(EXPORT, read("planning-core/src/main/java/module-info.java")));
    }
}
