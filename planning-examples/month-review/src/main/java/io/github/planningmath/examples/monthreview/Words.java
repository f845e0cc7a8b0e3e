package io.github.planningmath.examples.monthreview;

import io.github.planningmath.accord.Labels;
import io.github.planningmath.kpi.Kpi;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/**
 * What the review is written with: the library's labels, the words of its own, and how figures are written.
 *
 * @param labels the library's labels
 * @param own the headings and sentences of this review
 * @param figures how figures are written
 */
record Words(Labels labels, ResourceBundle own, Figures figures) {

    static Words of(Locale language) {
        return new Words(Labels.of(language), read(language), Figures.of(language));
    }

    private static ResourceBundle read(Locale language) {
        String name = "words_" + language.getLanguage() + ".properties";
        try (InputStream stream = Objects.requireNonNull(Words.class.getResourceAsStream(name), name)) {
            return new PropertyResourceBundle(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A heading or a sentence, with what stands in it. */
    String text(String key, Object... values) {
        return values.length == 0 ? own.getString(key) : String.format(Locale.ROOT, own.getString(key), values);
    }

    /** A KPI, with the currency where it is money. */
    String of(Kpi kpi, String currency) {
        return labels.of(kpi) + (kpi.isMoney() ? ", " + currency : "");
    }

    /** A sentence begins with a capital letter. */
    String sentence(String text) {
        return text.substring(0, 1).toUpperCase(labels.locale()) + text.substring(1);
    }
}
