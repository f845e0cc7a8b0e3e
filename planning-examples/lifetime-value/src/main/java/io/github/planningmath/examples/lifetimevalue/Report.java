package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.lifetimevalue.ModelComparison.Contestant;
import io.github.planningmath.examples.lifetimevalue.ModelComparison.Forecast;
import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Sheet;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.lifetime.CustomerHistories.OrdersRead;
import io.github.planningmath.lifetime.Fitted;
import io.github.planningmath.lifetime.Fitted.ParameterEstimate;
import io.github.planningmath.lifetime.FittedModel.CustomerValue;
import io.github.planningmath.lifetime.HistoryCounts;
import io.github.planningmath.lifetime.PurchaseHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a study shows, in words and figures.
 *
 * @param sections its parts
 */
record Report(List<Section> sections) {

    private static final int BANDS = 5;
    private static final int DIGITS = 4;

    static Report of(Study study, int top, Words words) {
        return new Report(List.of(
                orders(study, words),
                models(study, words),
                parameters(study, words),
                base(study, words),
                worthKeeping(study, top, words)));
    }

    String text() {
        return sections.stream().map(Section::sheet).map(Sheet::text).collect(Collectors.joining("\n\n"));
    }

    private static Section orders(Study study, Words words) {
        OrdersRead read = Objects.requireNonNull(study.histories().read());
        LocalDate until = study.histories().observedUntil();
        Table orders = new Table(List.of(words.text("orders")), List.of(words.text("number")))
                .row(
                        words.text("read"),
                        words.figures().whole(read.orders() + study.orders().withoutCustomer()))
                .row(words.text("no-customer"), dropped(words, study.orders().withoutCustomer()))
                .row(words.text("after", until), dropped(words, read.afterEnd()))
                .row(words.text("merged"), dropped(words, read.merged()))
                .row(words.text("refunds"), dropped(words, read.notPositive()))
                .row(words.text("purchases"), words.figures().whole(read.purchases()));
        HistoryCounts counts = study.histories().counts();
        Table customers = new Table(List.of(words.text("customers")), List.of(words.text("number")))
                .row(words.text("read"), words.figures().whole(read.customers()))
                .row(words.text("no-purchase"), dropped(words, read.customersWithoutPurchase()))
                .row(
                        words.text("with-purchase"),
                        words.figures().whole(study.histories().size()))
                .row(words.text("repeat-buyers"), words.figures().whole((long) counts.repeatBuyers()))
                .row(words.text("histories"), words.figures().whole(counts.size()));
        return new Section(
                words.text("orders.title"),
                List.of(words.text(
                        "orders.lead", study.orders().source(), study.orders().first(), until)),
                List.of(orders, customers),
                List.of());
    }

    private static String dropped(Words words, long count) {
        return count == 0 ? Figures.NONE : words.figures().whole(-count);
    }

    private static Section models(Study study, Words words) {
        ModelComparison comparison = study.comparison();
        Table table = new Table(
                List.of(words.text("model")),
                List.of(
                        words.text("log-likelihood"),
                        "AIC",
                        words.text("expected"),
                        words.text("actual"),
                        words.text("error"),
                        words.text("error-each")));
        List<String> notes = new ArrayList<>();
        for (Contestant contestant : comparison.contestants()) {
            contestant.fit().fold(fitted -> table.row(row(words, contestant, fitted)), refusal -> {
                notes.add(words.text("not-fitted", contestant.family(), refusal.detail()));
                return table.row(unfitted(contestant));
            });
        }
        table.row(row(words, words.text("same-pace"), Figures.NONE, Figures.NONE, comparison.samePace()));
        notes.add(words.text("best", study.buying().model().family()));
        return new Section(
                words.text("models.title"),
                List.of(words.text(
                        "models.lead",
                        words.figures().whole(comparison.split().calibration().size()),
                        comparison.split().calibration().observedUntil(),
                        words.figures().decimal(comparison.split().holdoutDuration(), 1),
                        unit(study, words))),
                List.of(table),
                notes);
    }

    private static String[] row(Words words, Contestant contestant, Fitted<?> fitted) {
        return row(
                words,
                contestant.family().toString(),
                words.figures().decimal(fitted.logLikelihood(), 1),
                words.figures().decimal(fitted.aic(), 1),
                contestant.forecastOrThrow());
    }

    private static String[] row(Words words, String name, String logLikelihood, String aic, Forecast forecast) {
        return new String[] {
            name,
            logLikelihood,
            aic,
            words.figures().decimal(forecast.expected(), 1),
            words.figures().whole(forecast.actual()),
            forecast.actual() == 0 ? Figures.NONE : words.figures().changeOfShare(forecast.error()),
            words.figures().decimal(forecast.meanAbsoluteError(), 3)
        };
    }

    private static String[] unfitted(Contestant contestant) {
        return new String[] {
            contestant.family().toString(),
            Figures.NONE,
            Figures.NONE,
            Figures.NONE,
            Figures.NONE,
            Figures.NONE,
            Figures.NONE
        };
    }

    private static Section parameters(Study study, Words words) {
        Table table = new Table(
                List.of(words.text("model"), words.text("parameter")),
                List.of(words.text("estimate"), words.text("standard-error")));
        addEstimates(words, table, study.buying().model().family().toString(), study.buying());
        addEstimates(words, table, "Gamma-Gamma", study.spend());
        return new Section(
                words.text("fit.title"),
                List.of(words.text("fit.lead", study.histories().observedUntil(), unit(study, words))),
                List.of(table),
                List.of());
    }

    private static void addEstimates(Words words, Table table, String model, Fitted<?> fitted) {
        for (ParameterEstimate estimate : fitted.estimates()) {
            table.row(
                    model,
                    estimate.name(),
                    words.figures().decimal(estimate.value(), DIGITS),
                    words.figures().decimal(estimate.standardError(), DIGITS));
        }
    }

    private static Section base(Study study, Words words) {
        Table table = new Table(
                List.of(words.text("probability")),
                List.of(
                        words.text("customers"),
                        words.text("next-year"),
                        words.text("value"),
                        words.text("of-it-at-risk")));
        for (int band = 0; band < BANDS; band++) {
            int number = band;
            addBand(words, table, label(band, words), study, bandOf(study, number));
        }
        addBand(words, table, words.text("all-customers"), study, study.values());
        return new Section(
                words.text("base.title"),
                List.of(words.text(
                        "base.lead",
                        study.assumptions().margin(),
                        study.assumptions().discount())),
                List.of(table),
                List.of(words.text("base.note", words.figures().decimal(study.newCustomerValue(), 2))));
    }

    private static String label(int band, Words words) {
        return words.text(
                "band",
                words.figures().share((double) band / BANDS, 0),
                words.figures().share((band + 1.0) / BANDS, 0));
    }

    private static List<CustomerValue> bandOf(Study study, int band) {
        return study.values().stream()
                .filter(value -> Math.min((int) (value.probabilityAlive() * BANDS), BANDS - 1) == band)
                .toList();
    }

    private static void addBand(Words words, Table table, String name, Study study, List<CustomerValue> values) {
        table.row(
                name,
                words.figures().whole(values.size()),
                words.figures()
                        .whole(values.stream()
                                .mapToDouble(value -> nextYear(study, value.history()))
                                .sum()),
                words.figures()
                        .whole(values.stream()
                                .mapToDouble(CustomerValue::lifetimeValue)
                                .sum()),
                words.figures().whole(values.stream().mapToDouble(Study::atRisk).sum()));
    }

    private static double nextYear(Study study, PurchaseHistory history) {
        return study.model().buying().expectedPurchases(history, study.year());
    }

    private static Section worthKeeping(Study study, int top, Words words) {
        Table table = new Table(
                List.of(words.text("customer"), words.text("last-purchase")),
                List.of(
                        words.text("purchases"),
                        words.text("expected-spend"),
                        words.text("active"),
                        words.text("year"),
                        words.text("value"),
                        words.text("at-risk")));
        study.values().stream()
                .sorted(Comparator.comparingDouble(Study::atRisk).reversed().thenComparing(CustomerValue::customer))
                .limit(top)
                .forEach(value -> table.row(
                        value.customer(),
                        lastPurchase(study, value.history()).toString(),
                        words.figures().whole(value.history().frequency() + 1),
                        words.figures().decimal(value.expectedSpend(), 2),
                        words.figures().share(value.probabilityAlive()),
                        words.figures().decimal(nextYear(study, value.history()), 1),
                        words.figures().decimal(value.lifetimeValue(), 2),
                        words.figures().decimal(Study.atRisk(value), 2)));
        return new Section(
                words.text("keeping.title"),
                List.of(words.text("keeping.lead"), words.text("keeping.how")),
                List.of(table),
                List.of());
    }

    private static LocalDate lastPurchase(Study study, PurchaseHistory history) {
        double days = (history.age() - history.recency()) * study.assumptions().daysAUnit();
        return study.histories().observedUntil().minusDays(Math.round(days));
    }

    static String unit(Study study, Words words) {
        return words.text("unit." + study.histories().unit().name());
    }
}
