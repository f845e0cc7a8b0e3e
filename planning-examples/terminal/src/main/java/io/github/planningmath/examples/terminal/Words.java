package io.github.planningmath.examples.terminal;

import io.github.planningmath.accord.Labels;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.sales.SalesTier;
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
 * What a report is written with: the library's labels, the words of its own, and how figures are written.
 *
 * @param labels the library's labels
 * @param own the headings and sentences of the report
 * @param figures how figures are written
 */
public record Words(Labels labels, ResourceBundle own, Figures figures) {

    /**
     * The words of a language.
     *
     * @param beside a class in whose package they stand, as "words_en.properties" and "words_ru.properties"
     * @param language English or Russian
     * @return the words
     */
    public static Words of(Class<?> beside, Locale language) {
        return new Words(Labels.of(language), read(beside, language), Figures.of(language));
    }

    // The look-up of ResourceBundle would fall back to the language of the machine.
    private static ResourceBundle read(Class<?> beside, Locale language) {
        String name = "words_" + language.getLanguage() + ".properties";
        try (InputStream stream = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return new PropertyResourceBundle(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * The language.
     *
     * @return as a page names it
     */
    public String language() {
        return labels.locale().getLanguage();
    }

    /**
     * A heading or a sentence.
     *
     * @param key its key
     * @param values what stands in it
     * @return the text
     */
    public String text(String key, Object... values) {
        return values.length == 0 ? own.getString(key) : String.format(Locale.ROOT, own.getString(key), values);
    }

    /**
     * A KPI, with the currency where it is money.
     *
     * @param kpi the KPI
     * @param currency the currency
     * @return its label
     */
    public String of(Kpi kpi, Object currency) {
        return labels.of(kpi) + (kpi.isMoney() ? ", " + currency : "");
    }

    /**
     * The tier of a norm, to be written behind its key figure.
     *
     * @param scope where the norm is
     * @return a comma and the tier; empty where it is not a tier's
     */
    public String tier(Scope scope) {
        SalesTier tier = scope.tier();
        return tier == null ? "" : ", " + labels.of(tier);
    }

    /**
     * A text as a sentence: it begins with a capital letter.
     *
     * @param text the text
     * @return the sentence
     */
    public String sentence(String text) {
        return text.substring(0, 1).toUpperCase(labels.locale()) + text.substring(1);
    }
}
