package io.github.planningmath.plan;

import static io.github.planningmath.plan.Derivation.Kind.AMOUNT;
import static io.github.planningmath.plan.Derivation.Kind.COUNT;
import static io.github.planningmath.plan.Derivation.Kind.EXACT;
import static io.github.planningmath.plan.Derivation.Kind.RATIO;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Derivation.Calculated;
import io.github.planningmath.plan.Derivation.Given;
import io.github.planningmath.plan.Derivation.Kind;
import io.github.planningmath.plan.Derivation.Operator;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.traffic.Channel;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Makes the derivations of a plan's norms: the same steps as the plan's, with the numbers in them. */
final class Explanation {

    private final Projection projection;
    private final Business business;
    private final @Nullable Cascade cascade;
    private final long[][] contacts;

    Explanation(Projection projection, @Nullable Cascade cascade, long[][] contacts) {
        this.projection = projection;
        this.business = projection.business();
        this.cascade = cascade;
        this.contacts = contacts;
    }

    Derivation of(Kpi kpi, Scope scope) {
        return switch (kpi) {
            case TRAFFIC -> overCells(kpi, scope, this::visitsThrough);
            case CONTACTS -> overCells(kpi, scope, this::contactsThrough);
            case LEADS -> overCells(kpi, scope, this::leadsThrough);
            case OPEN_LEADS -> openLeads(scope);
            case NEW_DEALS -> overProducts(kpi, scope, this::dealsThrough);
            case REPEAT_DEALS -> overProducts(kpi, scope, this::repeatsThrough);
            case DEALS -> deals(scope);
            case BASE -> base(scope);
            case REVENUE -> money(kpi, scope, line -> line.product().price(), "price");
            case CONTRIBUTION -> money(kpi, scope, line -> line.product().contribution(), "contribution per deal");
            case VARIABLE_COST ->
                money(
                        kpi,
                        scope,
                        line -> line.product().price().subtract(line.product().contribution()),
                        "cost per deal");
            case AVERAGE_CHECK -> averageCheck(scope);
            case TRAFFIC_COST -> trafficCost(scope);
            case PROFIT -> profit(scope);
            case SITE_CONVERSION -> conversion(kpi, scope, Kpi.CONTACTS, Kpi.TRAFFIC);
            case WARM_UP_RATE -> conversion(kpi, scope, Kpi.LEADS, Kpi.CONTACTS);
            case MANAGER_CONVERSION -> managerConversion(scope);
        };
    }

    // --- counts by cell -------------------------------------------------------------------------------------------

    /** A cumulative count of one product and channel through a month. */
    private interface CellThrough {
        Derivation of(ProductLine line, int channel, int month);
    }

    /** A cumulative count of one product through a month. */
    private interface ProductThrough {
        Derivation of(ProductLine line, int month);
    }

    private Derivation overCells(Kpi kpi, Scope scope, CellThrough through) {
        List<Derivation> terms = new ArrayList<>();
        for (ProductLine line : Ledger.selectedLines(business, scope)) {
            for (int c = 0; c < line.channels(); c++) {
                if (takes(scope, line, c)) {
                    int channel = c;
                    String label = kpi.label() + " of " + line.product().name() + " from "
                            + line.funnel().channels().get(c);
                    terms.add(inMonths(label, scope, month -> through.of(line, channel, month)));
                }
            }
        }
        return sum(kpi.label() + " · " + scope, COUNT, terms);
    }

    private Derivation overProducts(Kpi kpi, Scope scope, ProductThrough through) {
        List<Derivation> terms = new ArrayList<>();
        for (ProductLine line : Ledger.selectedLines(business, scope)) {
            String label = kpi.label() + " of " + line.product().name();
            terms.add(inMonths(label, scope, month -> through.of(line, month)));
        }
        return sum(kpi.label() + " · " + scope, COUNT, terms);
    }

    private Derivation inMonths(String label, Scope scope, IntFunction<Derivation> through) {
        YearMonth month = scope.month();
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

    private boolean takes(Scope scope, ProductLine line, int c) {
        String channel = scope.channel();
        return channel == null || line.funnel().channels().get(c).equals(channel);
    }

    private static Derivation sum(String label, Kind kind, List<Derivation> terms) {
        if (terms.size() == 1) {
            return terms.get(0);
        }
        return Calculated.of(label, kind, Operator.SUM, terms);
    }

    private static Given count(String label, long value) {
        return new Given(label, new NormValue.Count(value));
    }

    private static Given rate(String label, Rate value) {
        return new Given(label, new NormValue.Conversion(value));
    }

    private static Given ratio(String label, Ratio value) {
        return new Given(label, new NormValue.Proportion(value));
    }

    private static Given amount(String label, BigDecimal value) {
        return new Given(label, new NormValue.Amount(value));
    }

    private String through(int month) {
        return " through " + business.horizon().first().plusMonths(month);
    }

    private static String cell(ProductLine line, int channel) {
        return " of " + line.product().name() + " from "
                + line.funnel().channels().get(channel);
    }

    // --- traffic, contacts, leads ---------------------------------------------------------------------------------

    private Derivation visitsThrough(ProductLine line, int channel, int month) {
        String label = "visits" + cell(line, channel) + through(month);
        if (cascade == null) {
            return count(label, projection.cells().visits()[line.index()][month * line.channels() + channel]);
        }
        return need(
                label,
                leadsThrough(line, channel, month),
                line.leadRates()[channel],
                List.of(
                        rate("site conversion", line.funnel().siteConversion(channel)),
                        rate("warm-up rate", line.funnel().warmUp(channel))));
    }

    private Derivation contactsThrough(ProductLine line, int channel, int month) {
        String label = "new contacts" + cell(line, channel) + through(month);
        if (cascade == null) {
            return yielded(
                    label,
                    visitsThrough(line, channel, month),
                    line.contactRates()[channel],
                    List.of(rate("site conversion", line.funnel().siteConversion(channel))));
        }
        return need(
                label,
                leadsThrough(line, channel, month),
                line.warmUpRates()[channel],
                List.of(rate("warm-up rate", line.funnel().warmUp(channel))));
    }

    private Derivation leadsThrough(ProductLine line, int channel, int month) {
        String label = "leads" + cell(line, channel) + through(month);
        if (cascade != null) {
            return neededLeads(label, cascade.run(line.index()), channel, month);
        }
        return yielded(
                label,
                visitsThrough(line, channel, month),
                line.leadRates()[channel],
                List.of(
                        rate("site conversion", line.funnel().siteConversion(channel)),
                        rate("warm-up rate", line.funnel().warmUp(channel))));
    }

    private static Derivation need(String label, Derivation result, CarriedRate rate, List<Derivation> factors) {
        if (result.value().numerator().signum() == 0) {
            return count(label, 0);
        }
        Derivation divisor = factors.size() == 1
                ? factors.get(0)
                : Calculated.of("site conversion × warm-up rate", EXACT, Operator.TIMES, factors);
        Ratio carried = rate.carried();
        Derivation dividend = carried == null
                ? result
                : Calculated.of(
                        "yet to come", EXACT, Operator.DIFFERENCE, List.of(result, ratio("carried fraction", carried)));
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
        return wholes(label, List.of(exact, ratio("carried fraction", carried)));
    }

    private static Derivation wholes(String label, List<Derivation> terms) {
        Derivation exact = sum("exact " + label, EXACT, terms);
        return Calculated.of(label, COUNT, Operator.MULTIPLY_DOWN, List.of(exact));
    }

    private Derivation neededLeads(String label, ProductRun run, int channel, int month) {
        ProductLine line = run.line();
        long total = run.totals()[month];
        if (total == 0) {
            return count(label, 0);
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

    /** All channels together; where pins or ceilings set the number, it is given. */
    private Derivation allNeededLeads(ProductRun run, int month) {
        Derivation needed = neededLeads(run, lastGrowth(run, month));
        NormValue total = new NormValue.Count(run.totals()[month]);
        return needed.value().equals(total)
                ? needed
                : new Given(
                        "leads of " + run.line().product().name() + through(month) + ", set by pins and ceilings",
                        total);
    }

    /** A channel's part where others are pinned or full: what these bring is their bound, nothing is taken back. */
    private static Derivation partWithinBounds(String label, Derivation all, ProductRun run, int channel, int month) {
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

    private static Mix<String> channelMix(ProductLine line) {
        Map<String, Ratio> shares = new LinkedHashMap<>();
        for (int c = 0; c < line.channels(); c++) {
            shares.put(line.funnel().channels().get(c), line.funnel().share(c));
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
        Derivation conversion = rate("manager conversion", line.funnel().conversion(0));
        return Calculated.of(label, COUNT, Operator.DIVIDE_UP, List.of(dividend, conversion));
    }

    private Derivation pipeline(ProductLine line, int due) {
        return new Given(
                "deals expected of the open pipeline" + through(due),
                new NormValue.Exact(
                        java.math.BigInteger.valueOf(line.pipeline().units()[due]),
                        java.math.BigInteger.valueOf(line.funnel().denominator())));
    }

    // --- deals ----------------------------------------------------------------------------------------------------

    private Derivation needThrough(ProductRun run, int due) {
        ProductLine line = run.line();
        if (due >= line.months()) {
            return Calculated.of(
                    "deals of " + line.product().name() + through(due),
                    COUNT,
                    Operator.SUM,
                    List.of(
                            dealsThrough(line, line.months() - 1),
                            count("deals due after the horizon", line.dueAfter()[due - line.months()])));
        }
        if (line.pins().hasDeals()) {
            return count("deals needed of " + line.product().name() + through(due) + ", with pins", run.needs()[due]);
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
                List.of(total, ratio("of the season", share)));
    }

    private Derivation dealsOfProduct(ProductLine line) {
        Derivation all = count(
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
    private Derivation dealsThrough(ProductLine line, int month) {
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
                            rate("manager conversion", line.funnel().conversion(c)))));
        }
        return wholes("new deals of " + line.product().name() + through(month), terms);
    }

    private Derivation deals(Scope scope) {
        return Calculated.of(
                Kpi.DEALS.label() + " · " + scope,
                COUNT,
                Operator.SUM,
                List.of(of(Kpi.NEW_DEALS, scope), of(Kpi.REPEAT_DEALS, scope)));
    }

    private Derivation openLeads(Scope scope) {
        List<Derivation> terms = new ArrayList<>();
        YearMonth month = scope.month();
        int index = month == null ? business.months() - 1 : business.horizon().indexOf(month);
        for (ProductLine line : Ledger.selectedLines(business, scope)) {
            for (int c = 0; c < line.channels(); c++) {
                if (takes(scope, line, c)) {
                    openLeads(line, c, index, terms);
                }
            }
        }
        return Calculated.of(Kpi.OPEN_LEADS.label() + " · " + scope, COUNT, Operator.SUM, terms);
    }

    private void openLeads(ProductLine line, int channel, int month, List<Derivation> terms) {
        long waiting = projection.openLeads(line, month, channel);
        int processed = month - line.cycle();
        long brought = projection.cells().leads()[line.index()][month * line.channels() + channel];
        long done = processed < 0 ? 0 : projection.cells().leads()[line.index()][processed * line.channels() + channel];
        terms.add(count("left of the opening pipeline" + cell(line, channel), waiting - (brought - done)));
        Derivation through = leadsThrough(line, channel, month);
        terms.add(
                processed < 0
                        ? through
                        : Calculated.of(
                                "leads not yet due" + cell(line, channel),
                                COUNT,
                                Operator.DIFFERENCE,
                                List.of(through, leadsThrough(line, channel, processed))));
    }

    // --- customers ------------------------------------------------------------------------------------------------

    private Derivation repeatsThrough(ProductLine line, int month) {
        Cohorts cohorts = new Cohorts(line);
        List<Derivation> repeats = cohorts.repeatsThrough(month);
        return wholes("repeat deals of " + line.product().name() + through(month), repeats);
    }

    private Derivation base(Scope scope) {
        YearMonth month = scope.month();
        int index = month == null ? business.months() - 1 : business.horizon().indexOf(month);
        List<Derivation> terms = new ArrayList<>();
        for (ProductLine line : Ledger.selectedLines(business, scope)) {
            terms.add(wholes(
                    "current base of " + line.product().name() + " at the end of "
                            + business.horizon().month(index),
                    new Cohorts(line).atEndOf(index)));
        }
        return sum(Kpi.BASE.label() + " · " + scope, COUNT, terms);
    }

    /** The cohorts of one product's customers, month by month. */
    private final class Cohorts {

        private final ProductLine line;
        private final List<Derivation> repeats = new ArrayList<>();
        private Map<Integer, Derivation> byAge = new LinkedHashMap<>();

        Cohorts(ProductLine line) {
            this.line = line;
            for (Position.Customers cohort : business.opening().customers()) {
                if (cohort.product().equals(line.product().name())) {
                    byAge.put(
                            cohort.age(),
                            ratio(
                                    "customers of age " + cohort.age() + " at the start",
                                    Ratio.of(Position.nanoCustomers(cohort), Position.NANO)));
                }
            }
            long carried = line.customers().carriedNano();
            if (carried > 0) {
                repeats.add(ratio("carried fraction of repeat deals", Ratio.of(carried, Position.NANO)));
            }
        }

        List<Derivation> repeatsThrough(int month) {
            runThrough(month);
            return repeats.isEmpty() ? List.of(count("customers who could buy again", 0)) : repeats;
        }

        List<Derivation> atEndOf(int month) {
            runThrough(month);
            return new ArrayList<>(byAge.values());
        }

        private void runThrough(int last) {
            for (int month = 0; month <= last; month++) {
                Map<Integer, Derivation> older = new LinkedHashMap<>();
                int current = month;
                byAge.forEach((age, customers) -> {
                    repeats.add(share(
                            "repeat deals",
                            customers,
                            "repeat rate",
                            line.product().repeat().repeat(age),
                            current));
                    older.put(
                            age + 1,
                            share(
                                    "customers",
                                    customers,
                                    "retention rate",
                                    line.product().repeat().retention(age),
                                    current));
                });
                older.put(0, newCustomers(month));
                byAge = older;
            }
        }

        private Derivation share(String what, Derivation customers, String factor, Ratio rate, int month) {
            return Calculated.of(
                    what + " after " + business.horizon().month(month),
                    EXACT,
                    Operator.MULTIPLY_DOWN_TO_BILLIONTHS,
                    List.of(customers, ratio(factor, rate)));
        }

        private Derivation newCustomers(int month) {
            Scope scope = Scope.month(business.horizon().month(month))
                    .product(line.product().name());
            return of(Kpi.NEW_DEALS, scope);
        }
    }

    // --- money and ratios -----------------------------------------------------------------------------------------

    private Derivation money(
            Kpi kpi, Scope scope, java.util.function.Function<ProductLine, BigDecimal> perDeal, String label) {
        List<Derivation> terms = new ArrayList<>();
        for (ProductLine line : Ledger.selectedLines(business, scope)) {
            Scope ofProduct = scope.product(line.product().name());
            terms.add(Calculated.of(
                    kpi.label() + " · " + ofProduct,
                    AMOUNT,
                    Operator.TIMES,
                    List.of(deals(ofProduct), amount(label, perDeal.apply(line)))));
        }
        return terms.isEmpty() ? amount(kpi.label(), BigDecimal.ZERO) : sum(kpi.label() + " · " + scope, AMOUNT, terms);
    }

    private Derivation averageCheck(Scope scope) {
        return Calculated.of(
                Kpi.AVERAGE_CHECK.label() + " · " + scope,
                EXACT,
                Operator.OVER,
                List.of(of(Kpi.REVENUE, scope), deals(scope)));
    }

    private Derivation trafficCost(Scope scope) {
        List<Derivation> terms = new ArrayList<>();
        for (int c = 0; c < business.constants().channels().size(); c++) {
            Channel channel = business.constants().channels().get(c);
            if (scope.channel() == null || channel.name().equals(scope.channel())) {
                terms.add(trafficCost(scope, channel, c));
            }
        }
        return sum(Kpi.TRAFFIC_COST.label() + " · " + scope, AMOUNT, terms);
    }

    private Derivation trafficCost(Scope scope, Channel channel, int index) {
        BigDecimal perVisit = channel.cost().perVisit();
        if (perVisit == null) {
            return amount("cost of the traffic from " + channel.name(), pricedAsAWhole(scope, index));
        }
        return Calculated.of(
                "cost of the traffic from " + channel.name(),
                AMOUNT,
                Operator.TIMES,
                List.of(of(Kpi.TRAFFIC, scope.channel(channel.name())), amount("per visit", perVisit)));
    }

    private BigDecimal pricedAsAWhole(Scope scope, int channel) {
        YearMonth month = scope.month();
        if (month != null) {
            return projection.trafficCost(channel, business.horizon().indexOf(month));
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int each = 0; each < business.months(); each++) {
            sum = sum.add(projection.trafficCost(channel, each));
        }
        return sum;
    }

    private Derivation profit(Scope scope) {
        List<YearMonth> months = scope.month() == null ? business.horizon().all() : List.of(scope.month());
        BigDecimal fixed = BigDecimal.ZERO;
        BigDecimal people = BigDecimal.ZERO;
        for (YearMonth month : months) {
            fixed = fixed.add(business.fixedCost(month));
            people = people.add(business.peopleCost(month));
        }
        Derivation costs = Calculated.of(
                "traffic, people and fixed costs",
                AMOUNT,
                Operator.SUM,
                List.of(of(Kpi.TRAFFIC_COST, scope), amount("people", people), amount("fixed costs", fixed)));
        return Calculated.of(
                Kpi.PROFIT.label() + " · " + scope,
                AMOUNT,
                Operator.DIFFERENCE,
                List.of(of(Kpi.CONTRIBUTION, scope), costs));
    }

    private Derivation conversion(Kpi kpi, Scope scope, Kpi part, Kpi whole) {
        String channel = scope.channel();
        if (channel != null) {
            Channel constant = business.constants().channel(channel);
            return rate(
                    kpi.label() + " of " + channel,
                    kpi == Kpi.SITE_CONVERSION ? constant.siteConversion() : constant.warmUpRate());
        }
        return Calculated.of(
                kpi.label() + " · " + scope, RATIO, Operator.OVER, List.of(of(part, scope), of(whole, scope)));
    }

    private Derivation managerConversion(Scope scope) {
        NormValue value = new Ledger(projection, contacts).value(Kpi.MANAGER_CONVERSION, scope);
        if (value instanceof NormValue.Conversion constant) {
            return rate(Kpi.MANAGER_CONVERSION.label() + " · " + scope, constant.rate());
        }
        List<Derivation> due = new ArrayList<>();
        for (ProductLine line : Ledger.selectedLines(business, scope)) {
            for (int c = 0; c < line.channels(); c++) {
                due.add(leadsDue(scope, line, c));
            }
        }
        return Calculated.of(
                Kpi.MANAGER_CONVERSION.label() + " · " + scope,
                RATIO,
                Operator.OVER,
                List.of(of(Kpi.NEW_DEALS, scope), sum("leads due", COUNT, due)));
    }

    private Derivation leadsDue(Scope scope, ProductLine line, int channel) {
        YearMonth month = scope.month();
        int from = month == null ? 0 : business.horizon().indexOf(month);
        int to = month == null ? business.months() - 1 : from;
        long waiting = 0;
        for (int due = from; due <= to; due++) {
            waiting = PlanOverflow.sum(waiting, line.pipeline().leads()[due * line.channels() + channel], "leads");
        }
        Derivation pipeline = count("open leads due" + cell(line, channel), waiting);
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
