package io.github.planningmath.examples.monthreview;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.examples.pages.Chart;
import java.awt.Color;
import java.awt.image.BufferedImage;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        "en, 95.4%, \u2212141 755.00, Whose side the gap lies on, From planned revenue to what it came to",
        "ru, '95,4 %', '\u2212141 755,00', На чьей стороне отклонение, От плановой выручки к фактической"
    })
    void theNumbersAreOnThePage(String language, String attained, String gap, String verdict, String drawing)
            throws Exception {
        String dom = browse(page(language), "--dump-dom");
        assertThat(text(dom))
                .contains(attained.replace(' ', '\u00a0'), gap.replace(' ', '\u00a0'), verdict, drawing)
                .contains(
                        "\u221247\u00a0264",
                        "\u221290\u00a0270",
                        "+224\u00a0316",
                        "10\u00a0260\u00a0067",
                        "1\u00a0117\u00a0485");
        assertThat(Pattern.compile("<svg ").matcher(dom).results()).hasSize(4);
    }

    /** The drawings are drawn, on a desk and on a phone: bars and steps are seen in their colours. */
    @ParameterizedTest
    @CsvSource({"en, 1050", "ru, 1050", "en, 500", "ru, 500"})
    void theDrawingsAreSeen(String language, int width) throws Exception {
        BufferedImage image = picture(language, width);
        for (Color color : List.of(Chart.BLUE, Chart.GREEN, Chart.RED, Chart.GREY)) {
            assertThat(pixels(image, color.getRGB())).isGreaterThan(500);
        }
    }

    /** On dark ground nothing is drawn in the colours of the day. */
    @Test
    void theDrawingsAreDarkInTheDark() throws Exception {
        BufferedImage image = picture("en", WIDTH, "--blink-settings=preferredColorScheme=0");
        assertThat(image.getRGB(2, 2)).isEqualTo(0xFF12171D);
        assertThat(pixels(image, Color.WHITE.getRGB()) + pixels(image, Chart.BLUE.getRGB()))
                .isZero();
        assertThat(pixels(image, 0xFF6BA4E7)).isGreaterThan(1000);
    }

    private BufferedImage picture(String language, int width, String... options) throws Exception {
        Path picture = Path.of("target", "page-" + language + "-" + width + "-" + options.length + ".png")
                .toAbsolutePath();
        List<String> all = new ArrayList<>(
                List.of("--hide-scrollbars", "--window-size=" + width + "," + HEIGHT, "--screenshot=" + picture));
        all.addAll(List.of(options));
        browse(page(language), all.toArray(String[]::new));
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).isEqualTo(width);
        return image;
    }

    private static long pixels(BufferedImage image, int colour) {
        long seen = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                seen += (image.getRGB(x, y) | 0xFF000000) == colour ? 1 : 0;
            }
        }
        return seen;
    }
}
