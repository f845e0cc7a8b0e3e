package io.github.planningmath;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order of the packages, and that nothing departs from it. */
class PackageOrderTest {

    /** In dependency order: each package uses only those before it. */
    private static final List<String> ORDER = List.of(
            "quantity",
            "traffic",
            "sales",
            "product",
            "kpi",
            "allocation",
            "lifetime",
            "plan",
            "staffing",
            "resource",
            "review",
            "evidence",
            "accord",
            "risk");

    /** Below all of them, exported to none. */
    private static final String HELPERS = "internal";

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path ROOT = SOURCES.resolve("io/github/planningmath");
    private static final Pattern EXPORT = Pattern.compile("exports io\\.github\\.planningmath\\.(\\w+);");
    private static final Pattern MENTION = Pattern.compile("io\\.github\\.planningmath\\.([a-z]\\w*)");
    private static final Pattern PLACE = Pattern.compile("Place in the package order: (\\d+)");

    @Test
    void aPackageUsesOnlyThoseBeforeIt() {
        List<String> upward = new ArrayList<>();
        List<String> allowed = new ArrayList<>();
        for (String name : all()) {
            allowed.add(name);
            for (Path source : sourcesOf(name)) {
                // Any mention counts: an import, a static import, a full name in the code or in a comment.
                MENTION.matcher(read(source))
                        .results()
                        .map(mention -> mention.group(1))
                        .filter(used -> !allowed.contains(used))
                        .distinct()
                        .forEach(used -> upward.add(SOURCES.relativize(source) + " uses " + used));
            }
        }
        assertThat(upward).isEmpty();
    }

    @Test
    void everyPackageHasItsPlace() throws IOException {
        try (Stream<Path> children = Files.list(ROOT)) {
            assertThat(children.filter(Files::isDirectory)
                            .map(child -> child.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(all());
        }
    }

    @Test
    void theModuleExportsThemInThisOrder() {
        assertThat(EXPORT.matcher(read(SOURCES.resolve("module-info.java"))).results())
                .extracting(export -> export.group(1))
                .containsExactlyElementsOf(ORDER);
    }

    @Test
    void everyPackageStatesItsPlace() {
        for (int i = 0; i < ORDER.size(); i++) {
            assertThat(PLACE.matcher(read(ROOT.resolve(ORDER.get(i)).resolve("package-info.java")))
                            .results()
                            .map(MatchResult::group))
                    .as("package-info.java of %s", ORDER.get(i))
                    .containsExactly("Place in the package order: " + (i + 1));
        }
    }

    private static List<String> all() {
        return Stream.concat(Stream.of(HELPERS), ORDER.stream()).toList();
    }

    private static List<Path> sourcesOf(String name) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(name))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
