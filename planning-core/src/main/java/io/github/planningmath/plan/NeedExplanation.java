package io.github.planningmath.plan;

import static io.github.planningmath.plan.Derivation.Kind.COUNT;
import static io.github.planningmath.plan.Derivation.Kind.EXACT;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.plan.Derivation.Calculated;
import io.github.planningmath.plan.Derivation.Given;
import io.github.planningmath.plan.Derivation.Operator;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Ratio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Derives the leads of one product from what they are needed for: from the number of deals that reaches the goal, by product
 * and season, to the leads a sales cycle before.
 */
final class NeedExplanation {

    private final ProductLine line;
    private final CellLabels labels;
    private final Cascade cascade;
    private final ProductRun run;
    private final Derivation.Split products;
    private final CumulativeCounts deals;
    private final PipelineExplanation pipeline;
    private final IntFunction<Derivation> dealsThrough;
    private final ConversionExplanation conversions;
    private final ConversionExplanation.LeadsThrough leadsThrough;
    private final @Nullable Month[] months;
    private final @Nullable Mix<String>[] channelMixes;
    private final Derivation.@Nullable Shortfalls[] shortfalls;

    NeedExplanation(
            ProductLine line,
            CellLabels labels,
            Projection projection,
            Cascade cascade,
            Derivation.Split products,
            PipelineExplanation pipeline,
            IntFunction<Derivation> dealsThrough,
            ConversionExplanation conversions) {
        this.line = line;
        this.labels = labels;
        this.cascade = cascade;
        this.run = cascade.run(line.index());
        this.products = products;
        this.deals = projection.cells().deals()[line.index()];
        this.pipeline = pipeline;
        this.dealsThrough = dealsThrough;
        this.conversions = conversions;
        this.leadsThrough = conversions.leadsThrough();
        months = new Month[line.months()];
        channelMixes = newMixes(line.months());
        shortfalls = new Derivation.Shortfalls[line.months()];
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    private static @Nullable Mix<String>[] newMixes(int months) {
        return new Mix[months];
    }

    Derivation leadsThrough(String label, int channel, int month) {
        if (run.totals()[month] == 0) {
            return Given.count(label, 0);
        }
        Month derived = month(month);
        if (line.channels() == 1) {
            return derived.leads;
        }
        int since = since(month);
        if (since > 0 && run.totals()[month] == run.totals()[since - 1]) {
            return leadsThrough(label, channel, since - 1);
        }
        long leads = run.leads().through(month, channel);
        if (derived.byMix[channel] == leads) {
            return part(label, derived.split, channel, month);
        }
        return derived.withinBounds[channel] == leads
                ? part(label, derived.splitWithinBounds, channel, month)
                : Given.of(label + ", set by pins and ceilings", count(leads));
    }

    /** The part of a channel in the leads that came by the mix of a month, on top of those by the mixes before. */
    private Derivation part(String label, Derivation.Split split, int channel, int month) {
        String name = line.funnel().channels().get(channel);
        int since = since(month);
        long before = run.leads().before(since, channel);
        long through = run.leads().through(month, channel);
        if (before == 0) {
            return new Derivation.Part(label, split, name, count(through));
        }
        Derivation part = new Derivation.Part(
                "leads" + labels.ofCell(channel) + labels.since(since) + labels.through(month),
                split,
                name,
                count(through - before));
        return Calculated.of(label, COUNT, Operator.SUM, List.of(leadsThrough.of(channel, since - 1), part));
    }

    /** The first month that has the channel mix of a month. */
    private int since(int month) {
        ChannelMixes mixes = line.mixes();
        return mixes == null ? 0 : mixes.since(month);
    }

    /** What the mixes before that of a month left channels short of; null where no leads came by them. */
    private Derivation.@Nullable Shortfalls shortfalls(int month) {
        if (totalBefore(month) == 0) {
            return null;
        }
        int since = since(month);
        Derivation.Shortfalls known = shortfalls[since];
        if (known == null) {
            Map<String, Derivation> byChannel = new LinkedHashMap<>();
            for (int c = 0; c < line.channels(); c++) {
                byChannel.put(line.funnel().channels().get(c), shortfall(c, since - 1));
            }
            known = new Derivation.Shortfalls(byChannel);
            shortfalls[since] = known;
        }
        return known;
    }

    private Derivation shortfall(int channel, int through) {
        List<Derivation> due = new ArrayList<>();
        for (int last = through; last >= 0; last = since(last) - 1) {
            Ratio share = line.funnel(last).share(channel);
            if (share.numerator() > 0 && run.totals()[last] > totalBefore(last)) {
                due.add(
                        0,
                        times(
                                "leads due" + labels.ofCell(channel) + labels.since(since(last)) + labels.through(last),
                                month(last).leadsOfMix,
                                Given.ratio("share" + labels.ofCell(channel) + labels.since(since(last)), share)));
            }
        }
        Derivation all = due.isEmpty()
                ? Given.of("no leads due", NormValue.Exact.of(Fraction.ZERO))
                : Calculated.sum("leads due" + labels.ofCell(channel) + labels.through(through), EXACT, due);
        return Calculated.of(
                "leads" + labels.ofCell(channel) + " short" + labels.through(through),
                EXACT,
                Operator.DIFFERENCE,
                List.of(all, leadsThrough.of(channel, through)));
    }

    /** All leads before the mix of a month. */
    private long totalBefore(int month) {
        return since(month) == 0 ? 0 : run.totals()[since(month) - 1];
    }

    private Month month(int month) {
        Month known = months[month];
        if (known == null) {
            known = new Month(month);
            months[month] = known;
        }
        return known;
    }

    private static NormValue count(long count) {
        return new NormValue.Count(count);
    }

    /** The leads of a month over all channels, and how they are split. */
    private final class Month {

        private final Derivation leads;

        /** Those that came by the mix of the month. */
        private final Derivation leadsOfMix;

        private final long[] byMix = new long[line.channels()];

        private final Derivation.Split split;

        /** Where others are pinned or full: what these bring is their bound, nothing is taken back. */
        private final long[] withinBounds = new long[line.channels()];

        private final Derivation.Split splitWithinBounds;

        Month(int month) {
            long total = run.totals()[month];
            Derivation least = leastLeadsOfMix(month, total);
            leads = least == null
                    ? allLeads(month, total)
                    : Calculated.of(
                            "leads" + labels.ofProduct() + labels.through(month),
                            COUNT,
                            Operator.SUM,
                            List.of(month(since(month) - 1).leads, least));
            leadsOfMix = least == null ? leadsOfMix(month, leads) : least;
            ChannelMixes mixes = line.mixes();
            if (mixes == null || !mixes.follows(month)) {
                line.funnel().split(total, byMix, 0);
            } else {
                run.splitByMix(mixes, month).of(total, byMix);
            }
            split = new Derivation.Split(leadsOfMix, channelMix(month), Map.of(), shortfalls(month));
            splitWithinBounds = isByMix(month) ? split : splitWithinBounds(month, total);
        }

        private boolean isByMix(int month) {
            for (int c = 0; c < byMix.length; c++) {
                if (byMix[c] != run.leads().through(month, c)) {
                    return false;
                }
            }
            return true;
        }

        private Derivation.Split splitWithinBounds(int month, long total) {
            Map<String, Derivation.Split.Bounds> bounds = new LinkedHashMap<>();
            long[] least = new long[line.channels()];
            long[] most = new long[line.channels()];
            for (int c = 0; c < line.channels(); c++) {
                long through = run.leads().through(month, c);
                boolean pinned = line.pins().leads(month, c) != ProductPins.FREE;
                least[c] = pinned ? through : run.leads().before(month, c);
                most[c] = pinned || through < byMix[c] ? through : Long.MAX_VALUE;
                long before = run.leads().before(since(month), c);
                bounds.put(
                        line.funnel().channels().get(c),
                        new Derivation.Split.Bounds(
                                least[c] - before, most[c] == Long.MAX_VALUE ? most[c] : most[c] - before));
            }
            ChannelMixes mixes = line.mixes();
            CarriedMix carried = mixes == null ? null : mixes.carried(month, run.totals());
            if (carried == null) {
                line.funnel().split(total, least, most, withinBounds);
            } else {
                carried.split(total, least, most, withinBounds);
            }
            return new Derivation.Split(leadsOfMix, channelMix(month), bounds, shortfalls(month));
        }
    }

    private Derivation leadsOfMix(int month, Derivation all) {
        return totalBefore(month) == 0
                ? all
                : Calculated.of(
                        "leads" + labels.ofProduct() + labels.since(since(month)) + labels.through(month),
                        COUNT,
                        Operator.DIFFERENCE,
                        List.of(all, month(since(month) - 1).leads));
    }

    /** Where leads that came by other mixes were before, and channels are not worth the same; null otherwise. */
    private @Nullable Derivation leastLeadsOfMix(int month, long total) {
        int growth = lastGrowth(month);
        long before = totalBefore(month);
        if (before == 0 || before == total || line.funnel(growth).isUniform() || !isNeeded(growth, total)) {
            return null;
        }
        String label = "leads" + labels.ofProduct() + labels.since(since(month)) + labels.through(growth);
        return leastLeads(label, growth, total - before);
    }

    /** All channels together; where pins or ceilings set the number, it is given. */
    private Derivation allLeads(int month, long total) {
        int growth = lastGrowth(month);
        return isNeeded(growth, total)
                ? neededLeads(growth, total)
                : Given.of(
                        "leads" + labels.ofProduct() + labels.through(month) + ", set by pins and ceilings",
                        count(total));
    }

    private boolean isNeeded(int growth, long total) {
        Funnel.Target target = run.targetOf(growth);
        return target != null && run.leastLeadsByMix(target, growth) == total;
    }

    private Mix<String> channelMix(int month) {
        int since = since(month);
        Mix<String> mix = channelMixes[since];
        if (mix == null) {
            Map<String, Ratio> shares = new LinkedHashMap<>();
            for (int c = 0; c < line.channels(); c++) {
                shares.put(line.funnel().channels().get(c), line.funnel(month).share(c));
            }
            mix = new Mix<>(shares);
            channelMixes[since] = mix;
        }
        return mix;
    }

    /** The month whose need the leads through a month were brought for. */
    private int lastGrowth(int month) {
        int growth = month;
        while (growth > 0 && run.totals()[growth - 1] == run.totals()[month]) {
            growth--;
        }
        return growth;
    }

    private long need(int due) {
        return due < line.months()
                ? run.needs()[due]
                : PlanOverflow.sum(deals.total(), line.edges().listed()[due - line.months()], "deals");
    }

    private Derivation neededLeads(int month, long leads) {
        int due = month + line.cycle();
        Fraction asked = run.askedExactly(month);
        String label = "leads" + labels.ofProduct() + labels.through(month);
        if (!line.funnel(month).isUniform()) {
            return leastLeads(label, month, leads);
        }
        return Calculated.known(
                label,
                COUNT,
                Operator.DIVIDE_UP,
                count(leads),
                () -> List.of(
                        asked == null ? beyondPipeline(needThrough(due), due) : askedOfLeads(month, due, asked),
                        conversions.worth(0, month)));
    }

    /** The least leads for what was asked of a month, those that came by mixes before left out. */
    private Derivation leastLeads(String label, int month, long leads) {
        int due = month + line.cycle();
        Fraction asked = run.askedExactly(month);
        Map<String, Derivation> ofChannels = new LinkedHashMap<>();
        for (int c = 0; c < line.channels(); c++) {
            ofChannels.put(line.funnel().channels().get(c), conversions.worth(c, month));
        }
        Derivation besides =
                asked == null ? pipeline.through(due) : Given.of("nothing besides", NormValue.Exact.of(Fraction.ZERO));
        return new Derivation.LeastLeads(
                label,
                asked == null ? needThrough(due) : askedOfLeads(month, due, asked),
                totalBefore(month) == 0 ? besides : withLeadsBefore(besides, month),
                channelMix(month),
                ofChannels,
                shortfalls(month),
                count(leads));
    }

    /** With the deals of leads that came by the mixes before, as if they were worth those of a month. */
    private Derivation withLeadsBefore(Derivation besides, int month) {
        List<Derivation> terms = new ArrayList<>();
        if (besides.value().numerator().signum() != 0) {
            terms.add(besides);
        }
        int last = since(month) - 1;
        for (int c = 0; c < line.channels(); c++) {
            if (run.leads().through(last, c) > 0) {
                terms.add(times(
                        "deals of leads" + labels.ofCell(c) + labels.through(last),
                        leadsThrough.of(c, last),
                        conversions.worth(c, month)));
            }
        }
        return Calculated.sum("deals besides" + labels.through(month), EXACT, terms);
    }

    /** What is asked of leads, if all of them were worth what those of the month are. */
    private Derivation askedOfLeads(int month, int due, Fraction asked) {
        CycleOrders orders = line.orders();
        Derivation all = orders == null ? asked(due, asked) : ordered(orders, month, asked);
        Derivation beyond = conversions.beyond(month);
        return beyond == null
                ? all
                : Calculated.of(
                        "deals from new leads, as if all were worth those" + labels.since(month),
                        EXACT,
                        Operator.DIFFERENCE,
                        List.of(all, beyond));
    }

    /** The deals ordered through a month of leads: for the horizon, and for the months after it. */
    private Derivation ordered(CycleOrders orders, int month, Fraction asked) {
        String label = "deals ordered" + labels.ofProduct() + labels.through(month);
        long deals = dealsWanted();
        int most = orders.mostWithin(deals, month);
        List<Derivation> terms = new ArrayList<>();
        if (orders.within(deals, most).signum() > 0) {
            terms.add(orderedWithin(orders, most));
        }
        if (orders.after(deals, month).signum() > 0) {
            terms.add(orderedAfter(orders, month));
        }
        return terms.isEmpty()
                ? Given.of(label, NormValue.Exact.of(asked))
                : Calculated.of(label, EXACT, Operator.SUM, terms);
    }

    private Derivation orderedWithin(CycleOrders orders, int month) {
        Derivation pipeline = Given.of(
                "deals of the open pipeline that were ordered before", NormValue.Exact.of(orders.ofPipeline()));
        Derivation part = Given.of("of the orders" + labels.through(month), NormValue.Exact.of(orders.part(month)));
        Derivation ordered = orders.isSpread()
                ? times(
                        "deals ordered" + labels.through(month),
                        minus("deals left to order", dealsOfProduct(), pipeline),
                        part)
                : minus(
                        "deals left to order" + labels.through(month),
                        times("deals ordered" + labels.through(month), dealsOfProduct(), part),
                        pipeline);
        Derivation dated = Given.of("deals of open leads that are due later", NormValue.Exact.of(orders.dated(month)));
        return minus("deals ordered for the plan" + labels.through(month), ordered, dated);
    }

    private Derivation orderedAfter(CycleOrders orders, int month) {
        Derivation goesOn = times(
                "deals ordered for the months after the horizon",
                dealsOfProduct(),
                Given.of("of the season, as it goes on", NormValue.Exact.of(orders.partAfter(month))));
        Derivation listed = Given.of("deals ordered that are listed", NormValue.Exact.of(orders.listed(month)));
        Derivation due = orders.listed(month).signum() == 0
                ? goesOn
                : Calculated.of("deals ordered after the horizon", EXACT, Operator.SUM, List.of(goesOn, listed));
        Derivation open = Given.of("deals of open leads due then", NormValue.Exact.of(orders.datedAfter(month)));
        return minus("deals ordered after the horizon from new leads", due, open);
    }

    private static Derivation times(String label, Derivation of, Derivation factor) {
        return Calculated.of(label, EXACT, Operator.TIMES, List.of(of, factor));
    }

    private static Derivation minus(String label, Derivation from, Derivation less) {
        return less.value().numerator().signum() == 0
                ? from
                : Calculated.of(label, EXACT, Operator.DIFFERENCE, List.of(from, less));
    }

    private Derivation beyondPipeline(Derivation need, int due) {
        Derivation expected = pipeline.through(due);
        return expected.value().numerator().signum() == 0
                ? need
                : Calculated.of("deals from new leads", EXACT, Operator.DIFFERENCE, List.of(need, expected));
    }

    /** What is asked of leads where it need not be whole deals: for a month of the horizon, or for one after it besides. */
    private Derivation asked(int due, Fraction asked) {
        if (due < line.months()) {
            return beyondPipeline(orderedThrough(due), due);
        }
        if (line.edges().listsDeals()) {
            return beyondPipeline(needThrough(due), due);
        }
        if (line.pins().hasDeals() || line.pins().hasLeads()) {
            return Given.of("deals from new leads" + labels.through(due) + ", with pins", NormValue.Exact.of(asked));
        }
        Derivation after = askedAfter(due);
        return run.mostAskedBy() < 0
                ? after
                : Calculated.of(
                        "deals from new leads" + labels.through(due),
                        EXACT,
                        Operator.SUM,
                        List.of(beyondPipeline(orderedThrough(run.mostAskedBy()), run.mostAskedBy()), after));
    }

    /** As the business goes on after the horizon, less what the pipeline makes of it. */
    private Derivation askedAfter(int due) {
        Derivation goesOn = Calculated.of(
                "deals due after the horizon" + labels.through(due),
                EXACT,
                Operator.TIMES,
                List.of(
                        dealsOfProduct(),
                        Given.ratio("of the season, as it goes on", line.edges().onwards()[due - line.months()])));
        Derivation ofPipeline = Calculated.of(
                "deals of the open pipeline after the horizon",
                EXACT,
                Operator.DIFFERENCE,
                List.of(pipeline.through(due), pipeline.through(line.months() - 1)));
        if (ofPipeline.value().numerator().signum() == 0) {
            return goesOn;
        }
        Derivation ofLeads = Calculated.of(
                "deals due after the horizon from new leads", EXACT, Operator.DIFFERENCE, List.of(goesOn, ofPipeline));
        return ofLeads.value().numerator().signum() < 0
                ? Given.of("deals due after the horizon from new leads", NormValue.Exact.of(Fraction.ZERO))
                : ofLeads;
    }

    /** The need of a month of the horizon: by the season, whole; or on its line over the months that leads reach. */
    private Derivation orderedThrough(int due) {
        if (!line.edges().spread()) {
            return needThrough(due);
        }
        Fraction need = run.spreadNeed(due);
        if (line.pins().hasDeals()) {
            return Given.of(
                    "deals needed" + labels.ofProduct() + labels.through(due) + ", with pins",
                    NormValue.Exact.of(need));
        }
        Ratio share = line.edges().open()[due].complement();
        if (share.equals(Ratio.ONE)) {
            return dealsOfProduct();
        }
        String label = "deals needed" + labels.ofProduct() + labels.through(due);
        Derivation before = Given.of("deals of the open pipeline before new leads can make any", exactlyBeforeReach());
        Given ofSeason = Given.ratio("of the season that leads reach", share);
        if (before.value().numerator().signum() == 0) {
            return Calculated.of(label, EXACT, Operator.TIMES, List.of(dealsOfProduct(), ofSeason));
        }
        Derivation left = Calculated.of(
                "deals left to new leads and what else is open",
                EXACT,
                Operator.DIFFERENCE,
                List.of(dealsOfProduct(), before));
        return Calculated.of(
                label,
                EXACT,
                Operator.SUM,
                List.of(before, Calculated.of("of these", EXACT, Operator.TIMES, List.of(left, ofSeason))));
    }

    private NormValue exactlyBeforeReach() {
        return NormValue.Exact.of(run.beforeReach());
    }

    private Derivation needThrough(int due) {
        if (due >= line.months()) {
            return Calculated.known(
                    "deals" + labels.ofProduct() + labels.through(due),
                    COUNT,
                    Operator.SUM,
                    count(need(due)),
                    () -> List.of(
                            dealsThrough.apply(line.months() - 1),
                            Given.count(
                                    "deals due after the horizon", line.edges().listed()[due - line.months()])));
        }
        if (line.pins().hasDeals()) {
            return Given.count(
                    "deals needed" + labels.ofProduct() + labels.through(due) + ", with pins", run.needs()[due]);
        }
        return seasonalNeed(due, run.needs()[due]);
    }

    /** The need by the season, where that is what is made. */
    @Nullable
    Derivation dealsBySeason(int month, long made) {
        boolean bySeason = line.orders() == null
                && !line.edges().spread()
                && !line.pins().hasDeals()
                && line.seasonalNeed(dealsWanted(), month) == made;
        return bySeason ? seasonalNeed(month, made) : null;
    }

    private Derivation seasonalNeed(int month, long need) {
        Ratio share = line.restOfSeason()[month].complement();
        if (share.equals(Ratio.ONE)) {
            return dealsOfProduct();
        }
        return Calculated.known(
                "deals needed" + labels.ofProduct() + labels.through(month),
                COUNT,
                Operator.MULTIPLY_UP,
                count(need),
                () -> List.of(dealsOfProduct(), Given.ratio("of the season", share)));
    }

    private Derivation dealsOfProduct() {
        return products.mix().shares().size() == 1
                ? products.total()
                : new Derivation.Part(
                        "new deals" + labels.ofProduct(),
                        products,
                        line.product().name(),
                        count(dealsWanted()));
    }

    private long dealsWanted() {
        return cascade.dealsByProduct()[line.index()];
    }
}
