package io.github.planningmath.plan;

import static io.github.planningmath.plan.Derivation.Kind.COUNT;
import static io.github.planningmath.plan.Derivation.Kind.EXACT;

import io.github.planningmath.plan.Derivation.Calculated;
import io.github.planningmath.plan.Derivation.Given;
import io.github.planningmath.plan.Derivation.Operator;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Derives the cumulative counts of one product: visits, contacts and leads by channel, and new deals. From the need down
 * where the plan was solved for, from the traffic up where that was held.
 */
final class CountExplanation {

    private final Projection projection;
    private final Business business;
    private final @Nullable Cascade cascade;

    /** Leads of all channels by product and month, derived once for all that ask. */
    private final @Nullable Derivation[][] leads;

    private final Map<Funnel, Mix<String>> channelMixes = new HashMap<>();

    CountExplanation(Projection projection, @Nullable Cascade cascade) {
        this.projection = projection;
        this.business = projection.business();
        this.cascade = cascade;
        leads = new Derivation[business.lines().size()][business.months()];
    }

    /** What a cumulative count comes to in a month, or in the whole plan where no month is given. */
    Derivation inMonth(String label, @Nullable YearMonth month, IntFunction<Derivation> through) {
        int index = month == null ? business.months() - 1 : business.horizon().indexOf(month);
        if (month == null || index == 0) {
            return through.apply(index);
        }
        return Calculated.of(
                label + " in " + month,
                COUNT,
                Operator.DIFFERENCE,
                List.of(through.apply(index), through.apply(index - 1)));
    }

    String through(int month) {
        return " through " + business.horizon().first().plusMonths(month);
    }

    static String cell(ProductLine line, int channel) {
        return " of " + line.product().name() + " from "
                + line.funnel().channels().get(channel);
    }

    Derivation visitsThrough(ProductLine line, int channel, int month) {
        String label = "visits" + cell(line, channel) + through(month);
        if (cascade == null) {
            return Given.count(label, projection.cells().visits()[line.index()][month * line.channels() + channel]);
        }
        return need(
                label,
                leadsThrough(line, channel, month),
                line.leadRates()[channel],
                List.of(
                        Given.rate("site conversion", line.funnel().siteConversion(channel)),
                        Given.rate("warm-up rate", line.funnel().warmUp(channel))));
    }

    Derivation contactsThrough(ProductLine line, int channel, int month) {
        String label = "new contacts" + cell(line, channel) + through(month);
        if (cascade == null) {
            return yielded(
                    label,
                    visitsThrough(line, channel, month),
                    line.contactRates()[channel],
                    List.of(Given.rate("site conversion", line.funnel().siteConversion(channel))));
        }
        return need(
                label,
                leadsThrough(line, channel, month),
                line.warmUpRates()[channel],
                List.of(Given.rate("warm-up rate", line.funnel().warmUp(channel))));
    }

    Derivation leadsThrough(ProductLine line, int channel, int month) {
        String label = "leads" + cell(line, channel) + through(month);
        if (cascade != null) {
            return neededLeads(label, cascade.run(line.index()), channel, month);
        }
        return yielded(
                label,
                visitsThrough(line, channel, month),
                line.leadRates()[channel],
                List.of(
                        Given.rate("site conversion", line.funnel().siteConversion(channel)),
                        Given.rate("warm-up rate", line.funnel().warmUp(channel))));
    }

    private static Derivation need(String label, Derivation result, CarriedRate rate, List<Derivation> factors) {
        if (result.value().numerator().signum() == 0) {
            return Given.count(label, 0);
        }
        Derivation divisor = factors.size() == 1
                ? factors.get(0)
                : Calculated.of("site conversion × warm-up rate", EXACT, Operator.TIMES, factors);
        Ratio carried = rate.carried();
        Derivation dividend = carried == null
                ? result
                : Calculated.of(
                        "yet to come",
                        EXACT,
                        Operator.DIFFERENCE,
                        List.of(result, Given.ratio("carried fraction", carried)));
        return Calculated.of(label, COUNT, Operator.DIVIDE_UP, List.of(dividend, divisor));
    }

    private static Derivation yielded(String label, Derivation input, CarriedRate rate, List<Derivation> factors) {
        List<Derivation> all = new ArrayList<>();
        all.add(input);
        all.addAll(factors);
        Ratio carried = rate.carried();
        if (carried == null) {
            return Calculated.of(label, COUNT, Operator.MULTIPLY_DOWN, all);
        }
        Derivation exact = Calculated.of("expected", EXACT, Operator.TIMES, all);
        return Calculated.wholes(label, List.of(exact, Given.ratio("carried fraction", carried)));
    }

    private Derivation neededLeads(String label, ProductRun run, int channel, int month) {
        ProductLine line = run.line();
        long total = run.totals()[month];
        if (total == 0) {
            return Given.count(label, 0);
        }
        Derivation all = allNeededLeads(run, month);
        Mix<String> mix = channelMix(line);
        if (mix.parts().size() == 1) {
            return all;
        }
        Derivation part =
                new Derivation.Part(label, all, mix, line.funnel().channels().get(channel), Map.of());
        NormValue leads = new NormValue.Count(run.leads()[month * line.channels() + channel]);
        return part.value().equals(leads) ? part : partWithinBounds(label, all, run, channel, month);
    }

    private Derivation allNeededLeads(ProductRun run, int month) {
        Derivation[] ofProduct = leads[run.line().index()];
        Derivation known = ofProduct[month];
        if (known == null) {
            known = neededOrSetLeads(run, month);
            ofProduct[month] = known;
        }
        return known;
    }

    /** All channels together; where pins or ceilings set the number, it is given. */
    private Derivation neededOrSetLeads(ProductRun run, int month) {
        Derivation needed = neededLeads(run, lastGrowth(run, month));
        NormValue total = new NormValue.Count(run.totals()[month]);
        return needed.value().equals(total)
                ? needed
                : new Given(
                        "leads of " + run.line().product().name() + through(month) + ", set by pins and ceilings",
                        total);
    }

    /** A channel's part where others are pinned or full: what these bring is their bound, nothing is taken back. */
    private Derivation partWithinBounds(String label, Derivation all, ProductRun run, int channel, int month) {
        ProductLine line = run.line();
        List<String> names = line.funnel().channels();
        int size = line.channels();
        long[] plain = new long[size];
        line.funnel().split(run.totals()[month], plain, 0);
        Map<String, Derivation.Part.Bounds> bounds = new LinkedHashMap<>();
        for (int c = 0; c < size; c++) {
            long through = run.leads()[month * size + c];
            long before = month == 0 ? 0 : run.leads()[(month - 1) * size + c];
            boolean pinned = line.pins().leads(month, c) != ProductPins.FREE;
            long most = pinned || through < plain[c] ? through : Long.MAX_VALUE;
            bounds.put(names.get(c), new Derivation.Part.Bounds(pinned ? through : before, most));
        }
        Derivation part = new Derivation.Part(label, all, channelMix(line), names.get(channel), bounds);
        NormValue leads = new NormValue.Count(run.leads()[month * size + channel]);
        return part.value().equals(leads) ? part : new Given(label + ", set by pins and ceilings", leads);
    }

    private Mix<String> channelMix(ProductLine line) {
        return channelMixes.computeIfAbsent(line.funnel(), CountExplanation::mix);
    }

    private static Mix<String> mix(Funnel funnel) {
        Map<String, Ratio> shares = new LinkedHashMap<>();
        for (int c = 0; c < funnel.size(); c++) {
            shares.put(funnel.channels().get(c), funnel.share(c));
        }
        return new Mix<>(shares);
    }

    /** The month whose need the leads through a month were brought for. */
    private static int lastGrowth(ProductRun run, int month) {
        int growth = month;
        while (growth > 0 && run.totals()[growth - 1] == run.totals()[month]) {
            growth--;
        }
        return growth;
    }

    private Derivation neededLeads(ProductRun run, int month) {
        ProductLine line = run.line();
        int due = month + line.cycle();
        Derivation need = needThrough(run, due);
        Derivation expected = pipeline(line, due);
        String label = "leads of " + line.product().name() + through(month);
        if (!line.funnel().isUniform()) {
            Map<String, Rate> conversions = new LinkedHashMap<>();
            for (int c = 0; c < line.channels(); c++) {
                conversions.put(line.funnel().channels().get(c), line.funnel().conversion(c));
            }
            return new Derivation.LeastLeads(label, need, expected, channelMix(line), conversions);
        }
        Derivation dividend = expected.value().numerator().signum() == 0
                ? need
                : Calculated.of("deals from new leads", EXACT, Operator.DIFFERENCE, List.of(need, expected));
        Derivation conversion = Given.rate("manager conversion", line.funnel().conversion(0));
        return Calculated.of(label, COUNT, Operator.DIVIDE_UP, List.of(dividend, conversion));
    }

    private Derivation pipeline(ProductLine line, int due) {
        return new Given(
                "deals expected of the open pipeline" + through(due),
                new NormValue.Exact(
                        BigInteger.valueOf(line.pipeline().units()[due]),
                        BigInteger.valueOf(line.funnel().denominator())));
    }

    private Derivation needThrough(ProductRun run, int due) {
        ProductLine line = run.line();
        if (due >= line.months()) {
            return Calculated.of(
                    "deals of " + line.product().name() + through(due),
                    COUNT,
                    Operator.SUM,
                    List.of(
                            dealsThrough(line, line.months() - 1),
                            Given.count("deals due after the horizon", line.dueAfter()[due - line.months()])));
        }
        if (line.pins().hasDeals()) {
            return Given.count(
                    "deals needed of " + line.product().name() + through(due) + ", with pins", run.needs()[due]);
        }
        return seasonalNeed(line, due);
    }

    private Derivation seasonalNeed(ProductLine line, int month) {
        Derivation total = dealsOfProduct(line);
        Ratio share = line.restOfSeason()[month].complement();
        if (share.equals(Ratio.ONE)) {
            return total;
        }
        return Calculated.of(
                "deals needed of " + line.product().name() + through(month),
                COUNT,
                Operator.MULTIPLY_UP,
                List.of(total, Given.ratio("of the season", share)));
    }

    private Derivation dealsOfProduct(ProductLine line) {
        Derivation all = Given.count(
                "new deals, the number that reaches the goal",
                cascade == null ? projection.newDeals() : cascade.deals());
        if (business.lines().size() == 1) {
            return all;
        }
        return new Derivation.Part(
                "new deals of " + line.product().name(),
                all,
                business.constants().assortment().mix(),
                line.product().name(),
                Map.of());
    }

    /** By the season where the plan keeps to it; by what the leads yield where pipeline, pins or arrears decide. */
    Derivation dealsThrough(ProductLine line, int month) {
        long deals = projection.cells().deals()[line.index()][month];
        if (cascade != null && !line.pins().hasDeals()) {
            Derivation seasonal = seasonalNeed(line, month);
            if (seasonal.value().equals(new NormValue.Count(deals))) {
                return seasonal;
            }
        }
        return dealsFromLeads(line, month);
    }

    private Derivation dealsFromLeads(ProductLine line, int month) {
        List<Derivation> terms = new ArrayList<>();
        terms.add(pipeline(line, month));
        int brought = month - line.cycle();
        for (int c = 0; brought >= 0 && c < line.channels(); c++) {
            terms.add(Calculated.of(
                    "deals expected" + cell(line, c) + through(month),
                    EXACT,
                    Operator.TIMES,
                    List.of(
                            leadsThrough(line, c, brought),
                            Given.rate("manager conversion", line.funnel().conversion(c)))));
        }
        return Calculated.wholes("new deals of " + line.product().name() + through(month), terms);
    }

    /** Leads open at a month's end: what is left of the opening pipeline, and what the plan's own leads are waiting for. */
    List<Derivation> openLeads(ProductLine line, int channel, int month) {
        long waiting = projection.openLeads(line, month, channel);
        int processed = month - line.cycle();
        long brought = projection.cells().leads()[line.index()][month * line.channels() + channel];
        long done = processed < 0 ? 0 : projection.cells().leads()[line.index()][processed * line.channels() + channel];
        Derivation through = leadsThrough(line, channel, month);
        Derivation notYetDue = processed < 0
                ? through
                : Calculated.of(
                        "leads not yet due" + cell(line, channel),
                        COUNT,
                        Operator.DIFFERENCE,
                        List.of(through, leadsThrough(line, channel, processed)));
        return List.of(
                Given.count("left of the opening pipeline" + cell(line, channel), waiting - (brought - done)),
                notYetDue);
    }

    /** Leads that fall due in a month, or in the whole plan where no month is given. */
    Derivation leadsDue(ProductLine line, int channel, @Nullable YearMonth month) {
        int from = month == null ? 0 : business.horizon().indexOf(month);
        int to = month == null ? business.months() - 1 : from;
        long waiting = 0;
        for (int due = from; due <= to; due++) {
            waiting = PlanOverflow.sum(waiting, line.pipeline().leads()[due * line.channels() + channel], "leads");
        }
        Derivation pipeline = Given.count("open leads due" + cell(line, channel), waiting);
        int last = to - line.cycle();
        if (last < 0) {
            return pipeline;
        }
        Derivation through = leadsThrough(line, channel, last);
        int before = from - line.cycle() - 1;
        Derivation brought = before < 0
                ? through
                : Calculated.of(
                        "leads due" + cell(line, channel),
                        COUNT,
                        Operator.DIFFERENCE,
                        List.of(through, leadsThrough(line, channel, before)));
        return Calculated.of("leads due" + cell(line, channel), COUNT, Operator.SUM, List.of(pipeline, brought));
    }
}
