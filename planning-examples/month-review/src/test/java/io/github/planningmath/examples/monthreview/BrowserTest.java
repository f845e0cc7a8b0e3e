package io.github.planningmath.examples.monthreview;

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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    private Path page(String language) {
        Path page = folder.resolve("page.html");
        assertThat(Run.of("--lang", language, "--html", page.toString()).exitCode())
                .isZero();
        return page;
    }

    private static String text(String dom) {
        return dom.replaceAll("(?s)<(style|svg).*?</\\1>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&nbsp;", "\u00a0");
    }

    /** Plan and fact, the gap, whose it is, the credit, the forecast, the re-plan. */
    @ParameterizedTest
    @CsvSource({
        "en, 95.4%, -141 755.00, Whose side the gap lies on, From planned revenue to what it came to",
        "ru, '95,4 %', '-141 755,00', На чьей стороне отклонение, От плановой выручки к фактической"
    })
    void theNumbersAreOnThePage(String language, String attained, String gap, String verdict, String drawing)
            throws Exception {
        String dom = browse(page(language), "--dump-dom");
        assertThat(text(dom))
                .contains(attained.replace(' ', '\u00a0'), gap.replace(' ', '\u00a0'), verdict, drawing)
                .contains(
                        "-47\u00a0238", "-92\u00a0634", "+224\u00a0316", "10\u00a0260\u00a0067", "1\u00a0117\u00a0485");
        assertThat(Pattern.compile("<svg ").matcher(dom).results()).hasSize(3);
    }

    /** The drawings are drawn: the bars of the waterfall and of the funnel are seen in their colours. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void theDrawingsAreSeen(String language) throws Exception {
        Path picture = Path.of("target", "page-" + language + ".png").toAbsolutePath();
        browse(page(language), "--window-size=" + WIDTH + "," + HEIGHT, "--screenshot=" + picture);
        var image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).isEqualTo(WIDTH);
        long[] seen = new long[4];
        List<Integer> colours =
                List.of(Chart.BLUE.getRGB(), Waterfall.GREEN.getRGB(), Waterfall.RED.getRGB(), Chart.GREY.getRGB());
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
