package io.github.planningmath.plan;

import static io.github.planningmath.plan.Derivation.Kind.EXACT;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.plan.Derivation.Calculated;
import io.github.planningmath.plan.Derivation.Given;
import io.github.planningmath.plan.Derivation.Operator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The manager conversions in the derivations of a product, and since when each holds where they change. */
record ConversionExplanation(
        ProductLine line,
        CellLabels labels,
        LeadsThrough leadsThrough,
        @Nullable StageExplanation ofStages) {

    static ConversionExplanation of(ProductLine line, CellLabels labels, LeadsThrough leadsThrough) {
        OpenStages stages = line.stages();
        return new ConversionExplanation(
                line, labels, leadsThrough, stages == null ? null : new StageExplanation(stages, labels));
    }

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

    /** The deals of a lead of a month that are made through another: at one conversion, or each age's share at that of its month. */
    Derivation made(int channel, int brought, int through) {
        LeadYields yields = line.yields();
        if (ofStages != null) {
            return ofStages.made(brought, through);
        }
        if (yields == null || !yields.spreads()) {
            return of(channel, brought + line.cycle());
        }
        List<Derivation> terms = new ArrayList<>();
        Fraction share = Fraction.ZERO;
        for (int age = 0; age <= yields.lastAge() && brought + age <= through; age++) {
            share = share.plus(yields.share(age));
            boolean isLast = age == yields.lastAge() || brought + age + 1 > through;
            boolean changes = !isLast
                    && !line.conversion(channel, brought + age).equals(line.conversion(channel, brought + age + 1));
            if ((isLast || changes) && share.signum() > 0) {
                Derivation conversion = of(channel, brought + age);
                terms.add(
                        share.equals(Fraction.ONE)
                                ? conversion
                                : Calculated.of(
                                        "deals of a lead" + labels.through(brought + age),
                                        EXACT,
                                        Operator.TIMES,
                                        List.of(Given.of("of its deals", NormValue.Exact.of(share)), conversion)));
                share = Fraction.ZERO;
            }
        }
        return terms.size() == 1
                ? terms.get(0)
                : Calculated.of(
                        "deals of a lead" + labels.since(brought) + labels.through(through),
                        EXACT,
                        Operator.SUM,
                        terms);
    }

    /** All deals of a lead of a month. */
    Derivation worth(int channel, int brought) {
        return made(channel, brought, brought + line.cycle());
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
     * What the leads before a month bring beyond what they would if each were worth what those of the month are: the leads until a
     * month, times what they are worth beyond those of the next. Nothing where all before were alike.
     */
    @Nullable
    Derivation beyond(int month) {
        List<Derivation> terms = new ArrayList<>();
        for (int before = 0; before < month; before++) {
            for (int c = 0; c < line.channels(); c++) {
                if (!line.funnel(before).worth(c).equals(line.funnel(before + 1).worth(c))) {
                    terms.add(beyond(c, before));
                }
            }
        }
        return terms.isEmpty()
                ? null
                : Calculated.of("deals of leads beyond the worth of later ones", EXACT, Operator.SUM, terms);
    }

    private Derivation beyond(int channel, int month) {
        Derivation difference = Calculated.of(
                "deals of a lead beyond a later one",
                EXACT,
                Operator.DIFFERENCE,
                List.of(worth(channel, month), worth(channel, month + 1)));
        return Calculated.of(
                "deals" + labels.ofCell(channel) + labels.through(month),
                EXACT,
                Operator.TIMES,
                List.of(leadsThrough.of(channel, month), difference));
    }
}
