package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.lifetimevalue.ModelComparison.Contestant;
import io.github.planningmath.examples.lifetimevalue.ModelComparison.Forecast;
import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Sheet;
import io.github.planningmath.examples.terminal.Table;
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
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a study shows, in words and figures.
 *
 * @param sections its parts
 */
record Report(List<Section> sections) {

    private static final int BANDS = 5;
    private static final double PERCENT_A_BAND = 20;
    private static final int DIGITS = 4;

    static Report of(Study study, int top) {
        return new Report(
                List.of(orders(study), models(study), parameters(study), base(study), worthKeeping(study, top)));
    }

    String text() {
        return sections.stream().map(Section::sheet).map(Sheet::text).collect(Collectors.joining("\n\n"));
    }

    private static Section orders(Study study) {
        OrdersRead read = Objects.requireNonNull(study.histories().read());
        LocalDate until = study.histories().observedUntil();
        Table orders = new Table(List.of("orders"), List.of("number"))
                .row("read", Figures.count(read.orders() + study.orders().withoutCustomer()))
                .row("left out: without a customer", dropped(study.orders().withoutCustomer()))
                .row("left out: after " + until, dropped(read.afterEnd()))
                .row("added to another order of the same customer and day", dropped(read.merged()))
                .row("left out: days whose orders sum to 0 or less, as refunds do", dropped(read.notPositive()))
                .row("purchases", Figures.count(read.purchases()));
        HistoryCounts counts = study.histories().counts();
        Table customers = new Table(List.of("customers"), List.of("number"))
                .row("read", Figures.count(read.customers()))
                .row("left out: without a purchase", dropped(read.customersWithoutPurchase()))
                .row("with a purchase", Figures.count(study.histories().size()))
                .row("of them with a repeat purchase", Figures.count((long) counts.repeatBuyers()))
                .row("different histories among them", Figures.count(counts.size()));
        return new Section(
                "What was read",
                List.of("Orders of " + study.orders().source() + ", from "
                        + study.orders().first() + " to " + until + "."),
                List.of(orders, customers),
                List.of());
    }

    private static String dropped(long count) {
        return count == 0 ? Figures.NONE : Figures.count(-count);
    }

    private static Section models(Study study) {
        ModelComparison comparison = study.comparison();
        Table table = new Table(
                List.of("model"),
                List.of("log-likelihood", "AIC", "expected in holdout", "actual", "error", "error a customer"));
        List<String> notes = new ArrayList<>();
        for (Contestant contestant : comparison.contestants()) {
            contestant.fit().fold(fitted -> table.row(row(contestant, fitted)), refusal -> {
                notes.add(contestant.family() + " was not fitted: " + refusal.detail());
                return table.row(unfitted(contestant));
            });
        }
        table.row(row("as often as so far", Figures.NONE, Figures.NONE, comparison.samePace()));
        notes.add("The best by AIC is " + study.buying().model().family()
                + ". An error a customer is the mean distance between expected and actual purchases.");
        return new Section(
                "Which model",
                List.of("Fitted on what "
                        + Figures.count(comparison.split().calibration().size()) + " customers bought until "
                        + comparison.split().calibration().observedUntil()
                        + ", judged on what they bought in the "
                        + Figures.decimal(comparison.split().holdoutDuration(), 1) + " "
                        + unit(study) + " after it."),
                List.of(table),
                notes);
    }

    private static String[] row(Contestant contestant, Fitted<?> fitted) {
        return row(
                contestant.family().toString(),
                Figures.decimal(fitted.logLikelihood(), 1),
                Figures.decimal(fitted.aic(), 1),
                contestant.forecastOrThrow());
    }

    private static String[] row(String name, String logLikelihood, String aic, Forecast forecast) {
        return new String[] {
            name,
            logLikelihood,
            aic,
            Figures.decimal(forecast.expected(), 1),
            Figures.count(forecast.actual()),
            forecast.actual() == 0 ? Figures.NONE : Figures.change(forecast.error()),
            Figures.decimal(forecast.meanAbsoluteError(), 3)
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

    private static Section parameters(Study study) {
        Table table = new Table(List.of("model", "parameter"), List.of("estimate", "standard error"));
        addEstimates(table, study.buying().model().family().toString(), study.buying());
        addEstimates(table, "Gamma-Gamma", study.spend());
        return new Section(
                "The fit",
                List.of("Fitted on all purchases until " + study.histories().observedUntil() + ", time in "
                        + unit(study) + "."),
                List.of(table),
                List.of());
    }

    private static void addEstimates(Table table, String model, Fitted<?> fitted) {
        for (ParameterEstimate estimate : fitted.estimates()) {
            table.row(
                    model,
                    estimate.name(),
                    Figures.decimal(estimate.value(), DIGITS),
                    Figures.decimal(estimate.standardError(), DIGITS));
        }
    }

    private static Section base(Study study) {
        Table table = new Table(
                List.of("probability to be active"),
                List.of("customers", "purchases next year", "value", "of it at risk"));
        for (int band = 0; band < BANDS; band++) {
            int number = band;
            addBand(table, label(band), study, bandOf(study, number));
        }
        addBand(table, "all customers", study, study.values());
        return new Section(
                "What the base is worth",
                List.of("Contribution of future purchases at a margin of "
                        + study.assumptions().margin() + ", discounted at "
                        + study.assumptions().discount() + "."),
                List.of(table),
                List.of("A new customer is worth "
                        + Figures.decimal(study.newCustomerValue(), 2)
                        + ", the first purchase included: winning one should cost less."));
    }

    private static String label(int band) {
        return String.format(Locale.ROOT, "%.0f%% to %.0f%%", band * PERCENT_A_BAND, (band + 1) * PERCENT_A_BAND);
    }

    private static List<CustomerValue> bandOf(Study study, int band) {
        return study.values().stream()
                .filter(value -> Math.min((int) (value.probabilityAlive() * BANDS), BANDS - 1) == band)
                .toList();
    }

    private static void addBand(Table table, String name, Study study, List<CustomerValue> values) {
        table.row(
                name,
                Figures.count(values.size()),
                Figures.amount(values.stream()
                        .mapToDouble(value -> nextYear(study, value.history()))
                        .sum()),
                Figures.amount(values.stream()
                        .mapToDouble(CustomerValue::lifetimeValue)
                        .sum()),
                Figures.amount(values.stream().mapToDouble(Study::atRisk).sum()));
    }

    private static double nextYear(Study study, PurchaseHistory history) {
        return study.model().buying().expectedPurchases(history, study.year());
    }

    private static Section worthKeeping(Study study, int top) {
        Table table = new Table(
                List.of("customer", "last purchase"),
                List.of("purchases", "expected spend", "active", "next year", "value", "at risk"));
        study.values().stream()
                .sorted(Comparator.comparingDouble(Study::atRisk).reversed().thenComparing(CustomerValue::customer))
                .limit(top)
                .forEach(value -> table.row(
                        value.customer(),
                        lastPurchase(study, value.history()).toString(),
                        Figures.count(value.history().frequency() + 1),
                        Figures.decimal(value.expectedSpend(), 2),
                        Figures.percent(value.probabilityAlive()),
                        Figures.decimal(nextYear(study, value.history()), 1),
                        Figures.decimal(value.lifetimeValue(), 2),
                        Figures.decimal(Study.atRisk(value), 2)));
        return new Section(
                "Customers worth keeping",
                List.of(
                        "Much to expect of them, and no longer sure: first those with the most value at risk,",
                        "which is value × the probability to have left."),
                List.of(table),
                List.of());
    }

    private static LocalDate lastPurchase(Study study, PurchaseHistory history) {
        double days = (history.age() - history.recency()) * study.assumptions().daysAUnit();
        return study.histories().observedUntil().minusDays(Math.round(days));
    }

    static String unit(Study study) {
        return study.histories().unit().toString().toLowerCase(Locale.ROOT);
    }
}
