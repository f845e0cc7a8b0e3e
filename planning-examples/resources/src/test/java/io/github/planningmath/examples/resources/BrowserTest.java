package io.github.planningmath.examples.resources;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.examples.pages.Chart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a browser shows it: headless Chromium, started as a plain process; the profile "browser" runs it. */
@Tag("browser")
class BrowserTest {

    private static final long MINUTES = 2;
    private static final int WIDTH = 1050;
    private static final int HEIGHT = 2600;

    @TempDir
    private Path folder;

    /** What Chromium prints after it has been given the page. */
    private String browse(Path page, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("browser.command", "chromium"),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(List.of(options));
        command.add(page.toUri().toString());
        Path printed = folder.resolve("printed");
        Process browser = new ProcessBuilder(command)
                .redirectOutput(printed.toFile())
                .redirectError(folder.resolve("complaints").toFile())
                .start();
        boolean hasEnded = browser.waitFor(MINUTES, TimeUnit.MINUTES);
        if (!hasEnded) {
            browser.destroyForcibly();
        }
        assertThat(hasEnded).as("Chromium has ended").isTrue();
        assertThat(browser.exitValue()).isZero();
        return Files.readString(printed, StandardCharsets.UTF_8);
    }

    private Path page() {
        Path page = folder.resolve("page.html");
        assertThat(Run.of("--html", page.toString()).exitCode()).isZero();
        return page;
    }

    private static String text(String dom) {
        return dom.replaceAll("(?s)<(style|svg).*?</\\1>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&nbsp;", "\u00a0");
    }

    /** What is wanted, what can be reached, what binds, and what a further manager is worth. */
    @Test
    void theNumbersAreOnThePage() throws Exception {
        String dom = browse(page(), "--dump-dom");
        assertThat(text(dom))
                .contains(
                        "2\u00a0400\u00a0000",
                        "1\u00a0993\u00a0805",
                        "managers – binds",
                        "+188\u00a0426",
                        "Money and people");
        assertThat(Pattern.compile("<svg ").matcher(dom).results()).hasSize(8);
    }

    /** The drawings are drawn: bars, lines and points are seen in their colours. */
    @Test
    void theDrawingsAreSeen() throws Exception {
        Path picture = Path.of("target", "page.png").toAbsolutePath();
        browse(page(), "--window-size=" + WIDTH + "," + HEIGHT, "--screenshot=" + picture);
        var image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).isEqualTo(WIDTH);
        List<Integer> colours = List.of(Chart.BLUE.getRGB(), Chart.ORANGE.getRGB(), Chart.GREY.getRGB());
        long[] seen = new long[colours.size()];
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                int colour = colours.indexOf(image.getRGB(x, y) | 0xFF000000);
                if (colour >= 0) {
                    seen[colour]++;
                }
            }
        }
        for (long pixels : seen) {
            assertThat(pixels).isGreaterThan(1000);
        }
    }
}
