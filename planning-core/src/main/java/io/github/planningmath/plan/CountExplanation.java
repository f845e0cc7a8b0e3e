package io.github.planningmath.plan;

import static io.github.planningmath.plan.Derivation.Kind.COUNT;
import static io.github.planningmath.plan.Derivation.Kind.EXACT;
import static io.github.planningmath.plan.Derivation.Kind.RATIO;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.plan.Derivation.Calculated;
import io.github.planningmath.plan.Derivation.Given;
import io.github.planningmath.plan.Derivation.Operator;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Derives the cumulative counts of one product: visits, contacts and leads by channel, and new deals. From the need down
 * where the plan was solved for, from the traffic up where that was held.
 *
 * <p>Every number is read off the plan's cells, every derivation of a cell is made once, and its inputs when they are looked
 * into. What two threads derive at once is the same, so it does not matter whose derivation is kept.
 */
final class CountExplanation {

    private final ProductLine line;
    private final Cells cells;
    private final CumulativeCounts contacts;
    private final CellLabels labels;
    private final PipelineExplanation pipeline;
    private final ConversionExplanation conversions;

    /** Where the plan was solved for. */
    private final @Nullable NeedExplanation need;

    /** Channels in the order of the funnel; months in theirs. */
    private final @Nullable Derivation[][] visitsThrough;

    private final @Nullable Derivation[][] contactsThrough;
    private final @Nullable Derivation[][] leadsThrough;
    private final @Nullable Derivation[] dealsThrough;

    CountExplanation(
            ProductLine line,
            Projection projection,
            @Nullable Cascade cascade,
            Derivation.@Nullable Split products,
            CumulativeCounts[] contacts) {
        this.line = line;
        this.cells = projection.cells();
        this.contacts = contacts[line.index()];
        labels = new CellLabels(line, projection.business().constants());
        pipeline = new PipelineExplanation(line, labels, leads());
        conversions = ConversionExplanation.of(line, labels, this::leadsThrough);
        need = cascade == null || products == null
                ? null
                : new NeedExplanation(
                        line, labels, projection, cascade, products, pipeline, this::dealsThrough, conversions);
        visitsThrough = new Derivation[line.channels()][];
        contactsThrough = new Derivation[line.channels()][];
        leadsThrough = new Derivation[line.channels()][];
        dealsThrough = new Derivation[line.months()];
    }

    CellLabels labels() {
        return labels;
    }

    private CumulativeCounts visits() {
        return cells.visits()[line.index()];
    }

    private CumulativeCounts leads() {
        return cells.leads()[line.index()];
    }

    private CumulativeCounts deals() {
        return cells.deals()[line.index()];
    }

    private Derivation once(@Nullable Derivation[][] known, int channel, int month, Supplier<Derivation> maker) {
        @Nullable Derivation[] ofChannel = known[channel];
        if (ofChannel == null) {
            ofChannel = new Derivation[line.months()];
            known[channel] = ofChannel;
        }
        return once(ofChannel, month, maker);
    }

    private static Derivation once(@Nullable Derivation[] known, int month, Supplier<Derivation> maker) {
        Derivation derivation = known[month];
        if (derivation == null) {
            derivation = maker.get();
            known[month] = derivation;
        }
        return derivation;
    }

    private static NormValue count(long count) {
        return new NormValue.Count(count);
    }

    private static NormValue exact(Fraction fraction) {
        return NormValue.Exact.of(fraction);
    }

    /** What a cumulative count comes to in the months of a scope. */
    static Derivation inMonths(String label, Selection months, long count, IntFunction<Derivation> through) {
        if (months.isWholePlan() || months.from() == 0) {
            return through.apply(months.to());
        }
        return difference(label + " in " + months.scope().period(), count, months.from() - 1, months.to(), through);
    }

    private static Derivation difference(
            String label, long count, int before, int to, IntFunction<Derivation> through) {
        return Calculated.known(
                label,
                COUNT,
                Operator.DIFFERENCE,
                count(count),
                () -> List.of(through.apply(to), through.apply(before)));
    }

    Derivation visitsThrough(int channel, int month) {
        return once(visitsThrough, channel, month, () -> {
            String name = "visits" + labels.ofCell(channel);
            if (need == null) {
                return Given.count(name + labels.through(month), visits().through(month, channel));
            }
            CarriedRate rate = line.leadRates()[channel];
            return sinceChange(
                    rate,
                    month,
                    name,
                    visits(),
                    channel,
                    before -> visitsThrough(channel, before),
                    (label, since) -> need(
                            label,
                            visits().in(since, month, channel),
                            leadsSince(channel, since, month),
                            () -> rate.carriedInto(month, visits(), channel),
                            () -> Calculated.of(
                                    "site conversion × warm-up rate",
                                    EXACT,
                                    Operator.TIMES,
                                    List.of(siteConversion(channel, month), warmUpRate(channel, month)))));
        });
    }

    Derivation contactsThrough(int channel, int month) {
        return once(contactsThrough, channel, month, () -> {
            String name = "new contacts" + labels.ofCell(channel);
            CarriedRate rate = (need == null ? line.contactRates() : line.warmUpRates())[channel];
            return sinceChange(
                    rate,
                    month,
                    name,
                    contacts,
                    channel,
                    before -> contactsThrough(channel, before),
                    (label, since) -> need == null
                            ? yielded(
                                    label,
                                    contacts.in(since, month, channel),
                                    visitsSince(channel, since, month),
                                    () -> rate.carriedInto(month, visits(), channel),
                                    List.of(siteConversion(channel, month)))
                            : need(
                                    label,
                                    contacts.in(since, month, channel),
                                    leadsSince(channel, since, month),
                                    () -> rate.carriedInto(month, contacts, channel),
                                    () -> warmUpRate(channel, month)));
        });
    }

    Derivation leadsThrough(int channel, int month) {
        return once(leadsThrough, channel, month, () -> {
            String name = "leads" + labels.ofCell(channel);
            if (need != null) {
                return need.leadsThrough(name + labels.through(month), channel, month);
            }
            CarriedRate rate = line.leadRates()[channel];
            return sinceChange(
                    rate,
                    month,
                    name,
                    leads(),
                    channel,
                    before -> leadsThrough(channel, before),
                    (label, since) -> yielded(
                            label,
                            leads().in(since, month, channel),
                            visitsSince(channel, since, month),
                            () -> rate.carriedInto(month, visits(), channel),
                            List.of(siteConversion(channel, month), warmUpRate(channel, month))));
        });
    }

    /** Derives the count of the months through one, from the first in which its rate held. */
    private interface SinceChange {
        Derivation of(String label, int since);
    }

    /** A cumulative count: what there was when its rate changed for the last time, and what came of it since. */
    private Derivation sinceChange(
            CarriedRate rate,
            int month,
            String name,
            CumulativeCounts counts,
            int channel,
            IntFunction<Derivation> before,
            SinceChange derived) {
        int since = rate.since(month);
        String label = name + labels.through(month);
        return since == 0
                ? derived.of(label, 0)
                : Calculated.known(
                        label,
                        COUNT,
                        Operator.SUM,
                        count(counts.through(month, channel)),
                        () -> List.of(
                                before.apply(since - 1),
                                derived.of(name + labels.since(since) + labels.through(month), since)));
    }

    private Derivation leadsSince(int channel, int since, int month) {
        return since(
                "leads" + labels.ofCell(channel), leads(), channel, since, month, each -> leadsThrough(channel, each));
    }

    private Derivation visitsSince(int channel, int since, int month) {
        return since(
                "visits" + labels.ofCell(channel),
                visits(),
                channel,
                since,
                month,
                each -> visitsThrough(channel, each));
    }

    private Derivation since(
            String name, CumulativeCounts counts, int channel, int since, int month, IntFunction<Derivation> through) {
        return since == 0
                ? through.apply(month)
                : difference(
                        name + labels.since(since) + labels.through(month),
                        counts.in(since, month, channel),
                        since - 1,
                        month,
                        through);
    }

    private Derivation siteConversion(int channel, int month) {
        return rate("site conversion", line.contactRates()[channel], month)
                .on(labels.basis(Driver.siteConversion(name(channel)), month));
    }

    private Derivation warmUpRate(int channel, int month) {
        return rate("warm-up rate", line.warmUpRates()[channel], month)
                .on(labels.basis(Driver.warmUpRate(name(channel)), month));
    }

    private String name(int channel) {
        return line.funnel().channels().get(channel);
    }

    private Given rate(String name, CarriedRate rate, int month) {
        return Given.rate(rate.isSteady() ? name : name + labels.since(rate.since(month)), rate.in(month));
    }

    private static Derivation need(
            String label, long need, Derivation result, Supplier<Fraction> carried, Supplier<Derivation> rate) {
        if (result.value().numerator().signum() == 0) {
            return Given.count(label, 0);
        }
        return Calculated.known(label, COUNT, Operator.DIVIDE_UP, count(need), () -> {
            Fraction before = carried.get();
            Derivation dividend = before.signum() == 0
                    ? result
                    : Calculated.of("yet to come", EXACT, Operator.DIFFERENCE, List.of(result, carried(before)));
            return List.of(dividend, rate.get());
        });
    }

    private static Derivation carried(Fraction fraction) {
        return Given.of("carried fraction", exact(fraction));
    }

    private static Derivation yielded(
            String label, long count, Derivation input, Supplier<Fraction> carried, List<Derivation> rates) {
        return Calculated.known(label, COUNT, Operator.MULTIPLY_DOWN, count(count), () -> {
            List<Derivation> all = new ArrayList<>();
            all.add(input);
            all.addAll(rates);
            Fraction before = carried.get();
            if (before.signum() == 0) {
                return all;
            }
            Derivation expected = Calculated.of("expected", EXACT, Operator.TIMES, all);
            return List.of(Calculated.of("exact " + label, EXACT, Operator.SUM, List.of(expected, carried(before))));
        });
    }

    /** Who reached a stage in some months. */
    Derivation stageEntries(StageCounts counts, Selection selection) {
        int from = selection.from();
        int to = selection.to();
        return from == 0
                ? stageEntriesThrough(counts, to)
                : Calculated.known(
                        stageLabel(counts) + labels.since(from) + labels.through(to),
                        COUNT,
                        Operator.DIFFERENCE,
                        count(counts.in(from, to)),
                        () -> List.of(stageEntriesThrough(counts, to), stageEntriesThrough(counts, from - 1)));
    }

    private String stageLabel(StageCounts counts) {
        return "at " + Objects.requireNonNull(line.stages()).names().get(counts.stage()) + labels.ofProduct();
    }

    private Derivation stageEntriesThrough(StageCounts counts, int month) {
        String label = stageLabel(counts) + labels.through(month);
        return Calculated.known(
                label,
                COUNT,
                Operator.MULTIPLY_DOWN,
                count(counts.in(0, month)),
                () -> List.of(Calculated.known(
                        "exact " + label,
                        EXACT,
                        Operator.SUM,
                        exact(counts.exactlyThrough(month)),
                        () -> expectedAtStage(counts, month))));
    }

    /** Of the leads of each month those who reached a stage through another, and of those of before the plan. */
    private List<Derivation> expectedAtStage(StageCounts counts, int month) {
        StageExplanation explanation = Objects.requireNonNull(conversions.ofStages());
        List<Derivation> terms = new ArrayList<>();
        Fraction ofPlan = Fraction.ZERO;
        for (int brought = 0; brought <= month; brought++) {
            Fraction ofLead = explanation.share(counts.stage(), brought, month);
            for (int c = 0; ofLead.signum() > 0 && c < line.channels(); c++) {
                long leads = leads().in(brought, c);
                if (leads > 0) {
                    Fraction expected = Fraction.of(leads, 1).times(ofLead);
                    ofPlan = ofPlan.plus(expected);
                    int of = brought;
                    int channel = c;
                    terms.add(Calculated.known(
                            "expected at " + explanation.name(counts.stage()) + labels.ofCell(c)
                                    + labels.since(brought),
                            EXACT,
                            Operator.TIMES,
                            exact(expected),
                            () -> List.of(
                                    leadsIn(of, channel, leads), explanation.reached(counts.stage(), of, month))));
                }
            }
        }
        terms.add(Given.of(
                "expected of before the plan" + labels.through(month),
                exact(counts.exactlyThrough(month).minus(ofPlan))));
        return terms;
    }

    /** The manager conversion of a process in stages: the product of theirs. */
    Derivation conversionInStages(String label, OpenStages stages) {
        StageExplanation explanation = Objects.requireNonNull(conversions.ofStages());
        List<Derivation> ofStages = IntStream.rangeClosed(0, stages.names().size())
                .mapToObj(stage -> explanation.conversion(stage, 0))
                .toList();
        return Calculated.of(label, RATIO, Operator.TIMES, ofStages);
    }

    /** By the season where the plan keeps to it; by what the leads yield where pipeline, pins or arrears decide. */
    Derivation dealsThrough(int month) {
        return once(dealsThrough, month, () -> {
            long made = deals().through(month);
            Derivation seasonal = need == null ? null : need.dealsBySeason(month, made);
            return seasonal == null ? dealsFromLeads(month, made) : seasonal;
        });
    }

    private Derivation dealsFromLeads(int month, long made) {
        String label = "new deals" + labels.ofProduct() + labels.through(month);
        return Calculated.known(label, COUNT, Operator.MULTIPLY_DOWN, count(made), () -> {
            if (month < line.firstDue()) {
                return List.of(pipeline.through(month));
            }
            NormValue exactly = exact(DealCourse.of(line, leads()).exactly(month));
            return List.of(
                    Calculated.known("exact " + label, EXACT, Operator.SUM, exactly, () -> expectedDeals(month)));
        });
    }

    private List<Derivation> expectedDeals(int month) {
        List<Derivation> terms = new ArrayList<>();
        terms.add(pipeline.through(month));
        LeadYields yields = line.yields();
        if (yields != null && (line.orders() != null || line.stages() != null)) {
            for (int brought = 0; brought <= month; brought++) {
                for (int c = 0; c < line.channels(); c++) {
                    addDealsOfMonth(brought, month, c, yields, terms);
                }
            }
            return terms;
        }
        for (ConversionExplanation.Run run : conversions.runs(line.cycle(), month)) {
            for (int c = 0; c < line.channels(); c++) {
                int channel = c;
                long brought = leads().in(run.from() - line.cycle(), run.to() - line.cycle(), c);
                Fraction expected = Fraction.of(BigInteger.valueOf(brought))
                        .times(LeftOver.fraction(line.conversion(c, run.to()).toRatio()));
                terms.add(Calculated.known(
                        "deals expected" + labels.ofCell(c) + labels.through(run.to()),
                        EXACT,
                        Operator.TIMES,
                        exact(expected),
                        () -> List.of(leadsDueIn(run, channel, brought), conversions.of(channel, run.to()))));
            }
        }
        return terms;
    }

    /** The deals of a month's leads through another. */
    private void addDealsOfMonth(int brought, int month, int channel, LeadYields yields, List<Derivation> terms) {
        long count = leads().in(brought, channel);
        Fraction yield = yields.made(channel, brought, month);
        if (count == 0 || yield.signum() == 0) {
            return;
        }
        terms.add(Calculated.known(
                "deals expected" + labels.ofCell(channel) + labels.since(brought) + labels.through(month),
                EXACT,
                Operator.TIMES,
                exact(Fraction.of(count, 1).times(yield)),
                () -> List.of(leadsIn(brought, channel, count), conversions.made(channel, brought, month))));
    }

    private Derivation leadsIn(int month, int channel, long count) {
        return month == 0
                ? leadsThrough(channel, 0)
                : difference(
                        "leads" + labels.ofCell(channel) + labels.since(month),
                        count,
                        month - 1,
                        month,
                        through -> leadsThrough(channel, through));
    }

    /** Leads that fall due in months of the same conversion. */
    private Derivation leadsDueIn(ConversionExplanation.Run run, int channel, long count) {
        int last = run.to() - line.cycle();
        int before = run.from() - line.cycle() - 1;
        return before < 0
                ? leadsThrough(channel, last)
                : difference(
                        "leads due" + labels.ofCell(channel) + labels.through(run.to()),
                        count,
                        before,
                        last,
                        through -> leadsThrough(channel, through));
    }

    /** Leads open at a month's end: what is left of the opening pipeline, and what the plan's own leads are waiting for. */
    List<Derivation> openLeads(int channel, int month, long open) {
        int processed = month - line.cycle();
        long waiting = leads().through(month, channel) - leads().through(processed, channel);
        Derivation notYetDue = processed < 0
                ? leadsThrough(channel, month)
                : difference(
                        "leads not yet due" + labels.ofCell(channel),
                        waiting,
                        processed,
                        month,
                        through -> leadsThrough(channel, through));
        return List.of(Given.count("left of the opening pipeline" + labels.ofCell(channel), open - waiting), notYetDue);
    }

    /** Of leads whose deals come over months, those whose deals are due in a stretch of them. */
    private Derivation leadsDueOverMonths(String label, int channel, int from, int to, LeadYields yields) {
        Fraction open = Fraction.ZERO;
        for (int month = from; month <= to; month++) {
            open = open.plus(Projection.openLeadsDue(line, month, channel));
        }
        List<Derivation> terms = new ArrayList<>();
        terms.add(Given.of("open leads due" + labels.ofCell(channel), exact(open)));
        for (int brought = Math.max(0, from - line.cycle()); brought <= to; brought++) {
            Fraction share = Fraction.ZERO;
            for (int month = Math.max(from, brought); month <= to; month++) {
                share = share.plus(yields.share(month - brought));
            }
            long count = leads().in(brought, channel);
            if (count > 0 && share.signum() > 0) {
                terms.add(Calculated.of(
                        label + labels.since(brought),
                        EXACT,
                        Operator.TIMES,
                        List.of(leadsIn(brought, channel, count), Given.of("of their deals", exact(share)))));
            }
        }
        return Calculated.of(label, EXACT, Operator.SUM, terms);
    }

    /** Leads that fall due in a stretch of months. */
    Derivation leadsDue(int channel, int from, int to) {
        String label = "leads due" + labels.ofCell(channel);
        LeadYields yields = line.yields();
        if (yields != null
                && (line.orders() != null
                        || line.stages() != null
                        || !line.cohorts().isEmpty())) {
            return leadsDueOverMonths(label, channel, from, to, yields);
        }
        long waiting = line.pipeline().leads().in(from, to, channel);
        Derivation pipeline = Given.count("open leads due" + labels.ofCell(channel), waiting);
        int last = to - line.cycle();
        if (last < 0) {
            return pipeline;
        }
        int before = from - line.cycle() - 1;
        long brought = leads().through(last, channel) - leads().through(before, channel);
        return Calculated.known(
                label,
                COUNT,
                Operator.SUM,
                count(PlanOverflow.sum(waiting, brought, "leads")),
                () -> List.of(
                        pipeline,
                        before < 0
                                ? leadsThrough(channel, last)
                                : difference(label, brought, before, last, through -> leadsThrough(channel, through))));
    }
}
