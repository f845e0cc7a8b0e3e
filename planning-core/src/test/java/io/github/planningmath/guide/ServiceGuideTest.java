package io.github.planningmath.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lines of docs/service.md stand in the service that a release builds and calls, on both of Spring Boot's generations. */
class ServiceGuideTest {

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }

    private static String sources(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../.ci/service/src", folder))) {
            List<Path> sources = files.filter(Files::isRegularFile).sorted().toList();
            StringBuilder all = new StringBuilder();
            for (Path source : sources) {
                all.append(Files.readString(source, UTF_8));
            }
            return withoutSpace(all.toString());
        }
    }

    @Test
    void everySnippetIsBuilt() throws IOException {
        List<String> snippets = Pattern.compile("(?s)```(?:java|properties)\n(.*?)```")
                .matcher(Files.readString(Path.of("../docs/service.md"), UTF_8))
                .results()
                .flatMap(block -> Stream.of(block.group(1).split("\n\n")))
                .map(ServiceGuideTest::withoutSpace)
                .collect(Collectors.toList());
        String service = sources("main") + sources("boot3");

        assertThat(snippets)
                .hasSizeGreaterThan(4)
                .allSatisfy(snippet -> assertThat(service).contains(snippet));
        assertThat(sources("boot4")).contains("returnmapper.readValue(json,PlanningConstants.class);");
    }
}
