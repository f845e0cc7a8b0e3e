package io.github.planningmath.plan;

import static io.github.planningmath.plan.Derivation.Kind.EXACT;

import io.github.planningmath.plan.Derivation.Calculated;
import io.github.planningmath.plan.Derivation.Given;
import io.github.planningmath.plan.Derivation.Operator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The manager conversions in the derivations of a product, and since when each holds where they change. */
record ConversionExplanation(ProductLine line, CellLabels labels, LeadsThrough leadsThrough) {

    /** Leads over a channel through a month. */
    interface LeadsThrough {
        Derivation of(int channel, int month);
    }

    /** Months of deals in a row, at the same conversions. */
    record Run(int from, int to) {}

    /** The conversion of a channel's leads in a month of deals. */
    Derivation of(int channel, int month) {
        LeadYields yields = line.yields();
        return Given.rate(
                        yields == null
                                ? "manager conversion"
                                : "manager conversion" + labels.since(since(yields, month)),
                        line.conversion(channel, month))
                .on(labels.basisOfConversion(channel, month));
    }

    private static int since(LeadYields yields, int month) {
        int since = month;
        while (since > 0 && yields.isAsBefore(since)) {
            since--;
        }
        return since;
    }

    /** The runs of some months. */
    List<Run> runs(int from, int to) {
        List<Run> runs = new ArrayList<>();
        for (int month = from; month <= to; month++) {
            LeadYields yields = line.yields();
            boolean goesOn = !runs.isEmpty() && (yields == null || yields.isAsBefore(month));
            int begins = goesOn ? runs.remove(runs.size() - 1).from() : month;
            runs.add(new Run(begins, month));
        }
        return runs;
    }

    /**
     * What the leads before a month bring beyond what they would at its conversion: by run of months and channel, the leads until
     * its end times the difference to the next. Nothing where all before were alike.
     */
    @Nullable
    Derivation beyond(int month) {
        List<Run> runs = runs(line.cycle(), month + line.cycle());
        List<Derivation> terms = new ArrayList<>();
        for (int i = 0; i + 1 < runs.size(); i++) {
            int due = runs.get(i).to();
            int next = runs.get(i + 1).from();
            for (int c = 0; c < line.channels(); c++) {
                if (!line.conversion(c, due).equals(line.conversion(c, next))) {
                    terms.add(beyond(c, due, next));
                }
            }
        }
        return terms.isEmpty()
                ? null
                : Calculated.of("deals of leads at the conversions before", EXACT, Operator.SUM, terms);
    }

    private Derivation beyond(int channel, int due, int next) {
        Derivation leads = leadsThrough.of(channel, due - line.cycle());
        Derivation difference = Calculated.of(
                "fall of the conversion", EXACT, Operator.DIFFERENCE, List.of(of(channel, due), of(channel, next)));
        return Calculated.of(
                "deals" + labels.ofCell(channel) + labels.through(due),
                EXACT,
                Operator.TIMES,
                List.of(leads, difference));
    }
}
