package io.github.planningmath.plan;

import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What no number of new deals between two others can exceed, of what a goal measures: a proof without trying them.
 *
 * <p>Deals, and leads at constant prices, lie within a few of the unrounded course ({@link UnroundedRun}), which is piecewise
 * linear in the number; where it bends, its slopes still hold it. Months that are priced as a whole, and people, cost no less
 * than at the least number, whose every month no greater number undercuts but for rounding. Where pins or ceilings keep
 * channels from their shares, the cheapest channels count.
 */
final class MeasureBound {

    /** From so many deals on, no count fits. */
    static final long MOST_DEALS = 1L << 61;

    /** Relative to the amounts added up, more than their sum in doubles can be off. */
    private static final double DOUBLE_ROUNDING = 1e-11;

    private final ResolvedBusiness business;
    private final FinancialGoal.Measure measure;
    private final MarginalDeal further;
    private final List<BoundedProduct> products = new ArrayList<>();
    private final VisitCapacity capacity;
    private final boolean monthlyPrices;
    private final double house;
    private final double step;

    MeasureBound(MarginalDeal further) {
        this.further = further;
        business = further.business();
        measure = further.measure();
        VisitWorth worth = further.worth();
        int asked = business.askedLines().size();
        for (ProductLine line : business.lines()) {
            products.add(new BoundedProduct(line, worth, business, measure, asked));
        }
        capacity = new VisitCapacity(
                business, worth, products.stream().map(BoundedProduct::run).toList());
        boolean profit = measure == FinancialGoal.Measure.PROFIT;
        monthlyPrices = profit && !business.hasConstantPrices();
        house = profit && !business.peopleFollowWork()
                ? business.costsOfTheHouse().doubleValue()
                : 0;
        boolean fine = business.hasConstantPrices() && !business.peopleCount(measure);
        int scale = Math.max(
                business.prices().scale(), profit ? business.costsOfTheHouse().scale() : 0);
        step = fine ? Math.pow(10, -scale) : 0;
    }

    /** What two different values differ by at least; 0 where that is not known. */
    double step() {
        return step;
    }

    /** Whether more deals bring more, beyond all that bends the course, at constant prices. */
    MarginalDeal further() {
        return further;
    }

    /**
     * The most that any number in a range can come to.
     *
     * @param from the least number
     * @param to the greatest; from {@link #MOST_DEALS} on there is none
     * @return an amount; negative infinity where none of them can be made, positive infinity where nothing is known
     */
    double most(long from, long to) {
        if (from >= MOST_DEALS) {
            return Double.NEGATIVE_INFINITY;
        }
        long[] split = business.productMix().split(from);
        if (business.isBeyondPotential(split)
                || products.stream().anyMatch(product -> product.cannotBeMade(split[product.line.index()]))) {
            return Double.NEGATIVE_INFINITY;
        }
        if (business.isBounded() && products.stream().anyMatch(product -> product.dependsOnChannel())) {
            return Double.POSITIVE_INFINITY;
        }
        if (business.isStraight(measure)) {
            return line(from, to, Costing.BY_MIX) - house;
        }
        List<UnroundedRun.Course> courses = courses(split);
        if ((business.isBounded() && isBeyondCapacity(courses)) || cannotBeCounted(courses)) {
            return Double.NEGATIVE_INFINITY;
        }
        boolean free = !business.isBounded() || (to < MOST_DEALS && capacity.isAmpleFor(to));
        double most = line(from, to, free ? Costing.BY_MIX : Costing.BY_CHEAPEST);
        if (!free && measure == FinancialGoal.Measure.PROFIT) {
            most = Math.min(most, line(from, to, Costing.NONE) - capacity.leastCost(brought(courses)));
        }
        double monthly = monthlyPrices && !business.isBounded() ? leastMonthlyCost(courses) : 0;
        double costs = monthly + leastHouse(courses);
        // what cannot be paid for cannot be made
        return costs < Double.POSITIVE_INFINITY ? most - house - costs : Double.NEGATIVE_INFINITY;
    }

    /** How the traffic at constant prices is costed. */
    enum Costing {
        /** Channels have their shares. */
        BY_MIX,
        /** Some channels may have less than their share. */
        BY_CHEAPEST,
        /** Not at all. */
        NONE
    }

    private double line(long from, long to, Costing costing) {
        Span sum = Span.ZERO;
        double rounding = 0;
        double atStart = 0;
        double atEnd = 0;
        double steepness = 0;
        for (BoundedProduct product : products) {
            Span deals = Span.line(product.share, (double) from, (double) to);
            Span value = product.value(deals, costing);
            sum = sum.plus(value);
            rounding += product.rounding(costing);
            steepness += product.share * product.steepness(costing);
            atStart += product.magnitude(deals.atStart());
            atEnd += product.magnitude(deals.atEnd());
        }
        double slackAtStart = DOUBLE_ROUNDING * (atStart + rounding);
        if (isSureToFall(sum, steepness) || (to >= MOST_DEALS && sum.isStraight() && endsFlatOrFalling(costing))) {
            return sum.atStart() + rounding + slackAtStart;
        }
        return to >= MOST_DEALS
                ? Double.POSITIVE_INFINITY
                : sum.most((double) (to - from)) + rounding + DOUBLE_ROUNDING * (Math.max(atStart, atEnd) + rounding);
    }

    private static boolean isSureToFall(Span sum, double steepness) {
        return sum.greatestSlope() < -1e-9 * steepness;
    }

    /** Where the course has bent for the last time, its slope is that of a further deal, which is known exactly. */
    private boolean endsFlatOrFalling(Costing costing) {
        return costing == Costing.BY_MIX && business.hasConstantPrices() && !further.gains();
    }

    /** Whether so many deals, and therefore any more, are beyond what channels or open months can bring. */
    private boolean isBeyondCapacity(List<UnroundedRun.Course> courses) {
        return capacity.isTooSmallFor(courses)
                || products.stream().anyMatch(product -> product.isMissingDeals(courses.get(product.line.index())));
    }

    /** Whether so many deals, and therefore any more, bring more customers in a month than nine decimals hold. */
    private boolean cannotBeCounted(List<UnroundedRun.Course> courses) {
        return products.stream().anyMatch(product -> product.cannotBeCounted(courses.get(product.line.index())));
    }

    private List<UnroundedRun.Course> courses(long[] split) {
        return products.stream()
                .map(product -> product.run.course(Span.constant((double) split[product.line.index()])))
                .toList();
    }

    /** The deals that the leads for so many bring at least, but for rounding. */
    private double brought(List<UnroundedRun.Course> courses) {
        double sum = 0;
        for (BoundedProduct product : products) {
            Span[] brought = courses.get(product.line.index()).brought();
            sum += Math.max(0, brought[brought.length - 1].atStart() - product.run.broughtBelow());
        }
        return sum;
    }

    private double leastMonthlyCost(List<UnroundedRun.Course> courses) {
        int channels = business.constants().channels().size();
        double[] visits = new double[business.months() * channels];
        for (BoundedProduct product : products) {
            product.addLeastVisits(courses.get(product.line.index()), visits, channels);
        }
        double sum = 0;
        for (int channel = 0; channel < channels; channel++) {
            TrafficCost cost = business.constants().channels().get(channel).cost();
            for (int month = 0; cost.perVisit() == null && month < business.months(); month++) {
                sum += cost(cost, visits[month * channels + channel]);
            }
        }
        return sum;
    }

    /** More visits than can be paid for cost without limit. */
    private static double cost(TrafficCost cost, double visits) {
        if (visits >= 0x1p63) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            return visits >= 1 ? cost.cost((long) visits).doubleValue() * (1 - DOUBLE_ROUNDING) : 0;
        } catch (ArithmeticException beyondPrice) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** What the house costs at least where people follow the work of at least so many deals. */
    private double leastHouse(List<UnroundedRun.Course> courses) {
        if (!business.peopleCount(measure)) {
            return 0;
        }
        Map<SalesTier, List<LeastWork>> tiers = new EnumMap<>(SalesTier.class);
        try {
            for (BoundedProduct product : products) {
                tiers.computeIfAbsent(product.line.product().tier(), tier -> new ArrayList<>())
                        .add(product.leastWork(courses.get(product.line.index()), business.isBounded()));
            }
            List<Workload.Work> work = new ArrayList<>();
            for (int month = 0; month < business.months(); month++) {
                for (Map.Entry<SalesTier, List<LeastWork>> tier : tiers.entrySet()) {
                    work.add(LeastWork.of(business.horizon().month(month), month, tier.getKey(), tier.getValue()));
                }
            }
            Workload least = new Workload(business.horizon(), work);
            if (business.obstacleOfPeople(least) != null) {
                return Double.POSITIVE_INFINITY;
            }
            BigDecimal costs = business.costsOfTheHouse(least);
            return costs.doubleValue() - DOUBLE_ROUNDING * Math.abs(costs.doubleValue());
        } catch (ArithmeticException tooMuchWork) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** One product's part in the bound. */
    private static final class BoundedProduct {

        private final ProductLine line;
        private final UnroundedRun run;
        private final VisitWorth worth;
        private final double share;
        private final LeadPrice price;
        private final List<PlanStretch> stretches;
        private final List<PlanStretch> stretchesOfLeads;

        /** The most that the repeat deals of the opening customers come to, or how many of these are left at the end. */
        private final double ofOpening;

        /** How large the part of the opening is where customers are measured, or 0. */
        private final double ofCustomers;

        /** What a unit more or less of the product's deals may lie off its share of all. */
        private final double split;

        BoundedProduct(
                ProductLine line,
                VisitWorth worth,
                ResolvedBusiness business,
                FinancialGoal.Measure measure,
                int asked) {
            this.line = line;
            this.worth = worth;
            share = business.share(line).toDouble();
            stretches = business.stretches();
            stretchesOfLeads = business.stretchesOfLeads(line);
            run = new UnroundedRun(line);
            price = new LeadPrice(line, worth, stretchesOfLeads, run);
            ofOpening = measure == FinancialGoal.Measure.CUSTOMERS
                    ? line.customers().openingLeft()
                    : ofOpening();
            ofCustomers = measure == FinancialGoal.Measure.CUSTOMERS ? ofOpening : 0;
            split = share > 0 && asked > 1 ? (1 + asked * share) / 2 : 0;
        }

        UnroundedRun run() {
            return run;
        }

        /** How the months' cumulative deals add up to their worth. */
        private double weight(int month) {
            double later = month + 1 < line.months() ? worth.ofDeal(line, month + 1) : 0;
            return worth.ofDeal(line, month) - later;
        }

        Span value(Span deals, Costing costing) {
            UnroundedRun.Course course = run.course(deals);
            Span sum = Span.constant(ofOpening);
            for (int month = 0; month < line.months(); month++) {
                sum = sum.plus(course.made()[month].times(weight(month)));
            }
            for (int i = 0; i < stretchesOfLeads.size(); i++) {
                Span brought = course.brought()[stretchesOfLeads.get(i).to()];
                sum = sum.plus(brought.times(-price.fall(costing, i)));
            }
            return sum;
        }

        /** Repeat deals are whole on their cumulative count, so those of a stretch are known to one. */
        private double ofOpening() {
            if (stretches.size() == 1) {
                return line.customers().openingRepeats() * worth.perRepeat(line, 0);
            }
            CumulativeCounts repeats =
                    line.customers().course(new long[line.months()]).repeats();
            double sum = 0;
            for (PlanStretch stretch : stretches) {
                double perRepeat = worth.perRepeat(line, stretch.from());
                sum += repeats.in(stretch.from(), stretch.to(), 0) * perRepeat + Math.abs(perRepeat);
            }
            return sum;
        }

        /** How fast the value can change with the product's deals. */
        double steepness(Costing costing) {
            double greatest = 0;
            for (int month = 0; month < line.months(); month++) {
                greatest = Math.max(greatest, Math.abs(worth.ofDeal(line, month)));
                greatest = Math.max(greatest, Math.abs(worth.perRepeat(line, month)));
            }
            return greatest + price.greatest(costing);
        }

        double magnitude(double deals) {
            double pipeline = line.customers().openingRepeats() + line.pins().totalDeals() + 1;
            UnroundedRun.Course course = run.course(Span.constant(deals));
            return (pipeline
                                    + course.made()[line.months() - 1].atStart()
                                    + course.brought()[line.months() - 1].atStart())
                            * steepness(Costing.BY_MIX)
                    + ofCustomers;
        }

        /** The most that rounding adds. */
        double rounding(Costing costing) {
            double sum = split * steepness(costing) + price.rounding(costing);
            for (int i = 0; i < stretchesOfLeads.size(); i++) {
                double fall = price.fall(costing, i);
                sum += fall > 0 ? fall * run.broughtBelow() : -fall * run.broughtAbove();
            }
            for (int i = 0; i < stretches.size(); i++) {
                sum += Math.max(0, rise(i)) * line.customers().lostRepeats();
            }
            for (int month = 0; month < line.months(); month++) {
                double weight = weight(month);
                sum += weight > 0 ? weight * run.dealsAbove(month) : -weight * run.dealsBelow(month);
            }
            return sum;
        }

        /** What a repeat deal of the next stretch adds by itself beyond one of this; after the last, nothing is added. */
        private double rise(int stretch) {
            double next = stretch + 1 < stretches.size()
                    ? worth.perRepeat(line, stretches.get(stretch + 1).from())
                    : 0;
            return next - worth.perRepeat(line, stretches.get(stretch).from());
        }

        /** Whether the months in which deals come hang on channels that ceilings and pins keep from their shares. */
        boolean dependsOnChannel() {
            LeadYields yields = line.yields();
            return yields != null && yields.dependOnChannel();
        }

        /** Whether so many deals of the product, and therefore any more, are beyond what pipeline and pins allow. */
        boolean cannotBeMade(long deals) {
            int last = line.months() - 1;
            long asked = Math.max(deals, line.pins().totalDeals());
            if (line.hasPipelineOnly() && line.isBeyondHorizon() && asked > line.pipelineDeals(last)) {
                return true;
            }
            for (int month = 0; line.pins().hasDeals() && month <= last; month++) {
                if (isBeyondPin(month)) {
                    return true;
                }
            }
            return !line.pipelineMeetsDues();
        }

        boolean isMissingDeals(UnroundedRun.Course course) {
            return course.missing().atStart() > 2 * run.dealsOff();
        }

        boolean cannotBeCounted(UnroundedRun.Course course) {
            for (int month = 0; month < line.months(); month++) {
                double off = run.dealsOff();
                if (UnroundedRun.inMonth(course.made(), month) - off
                        > CustomerBase.MOST_CUSTOMERS * (1 + DOUBLE_ROUNDING)) {
                    return true;
                }
            }
            return false;
        }

        /** Whether open leads alone make more in a month than is pinned there, or no lead can make what is. */
        private boolean isBeyondPin(int month) {
            long pinned = line.pins().deals(month);
            if (pinned == ProductPins.FREE) {
                return false;
            }
            if (month < line.cycle()) {
                return pinned != line.pipelineDeals(month) - (month == 0 ? 0 : line.pipelineDeals(month - 1));
            }
            return pinned < line.pipeline().wholesIn(month);
        }

        /** Adds the visits that every month takes at least, over channels that are priced by the month. */
        void addLeastVisits(UnroundedRun.Course course, double[] visits, int channels) {
            for (int c = 0; c < line.channels(); c++) {
                for (int month = 0; month < line.months() && line.takesShare(c); month++) {
                    double least = UnroundedRun.inMonth(course.brought(), month) * price.visitsPerDeal(c, month)
                            - 2 * price.visitsOff(c, month, run);
                    visits[month * channels + line.channelIndex()[c]] += Math.max(0, least);
                }
            }
        }

        /** The work that every month gives at least. */
        LeastWork leastWork(UnroundedRun.Course course, boolean bounded) {
            double[] leads = new double[line.months()];
            long[] deals = new long[line.months()];
            long sum = 0;
            for (int month = 0; month < leads.length; month++) {
                double off = 2 * price.leadsOff(run, bounded, month);
                double least = UnroundedRun.inMonth(course.brought(), month) * price.leadsPerDeal(bounded, month);
                leads[month] = Math.max(0, least - off);
                double made = UnroundedRun.inMonth(course.made(), month) - run.dealsOff() - 1;
                sum = PlanOverflow.sum(sum, (long) Math.max(0, Math.floor(Math.min(made, 0x1p61))), "deals");
                deals[month] = sum;
            }
            return new LeastWork(leads, deals, line.customers().course(deals));
        }
    }

    /** What the leads for a deal take and cost, over the channel mix. */
    private static final class LeadPrice {

        private final ProductLine line;
        private final VisitWorth worth;

        /** Stretch by stretch, as all arrays. */
        private final double[] meanConversion;

        private final double[] greatestConversion;
        private final double[] conversionOff;
        private final double[] byMix;

        private final double[] byCheapest;
        private final double rounding;
        private final double carried;
        private final int shares;
        private final double[] leadsOffShares;

        LeadPrice(ProductLine line, VisitWorth worth, List<PlanStretch> stretches, UnroundedRun run) {
            this.line = line;
            this.worth = worth;
            int count = 0;
            leadsOffShares = new double[line.channels()];
            for (int c = 0; c < line.channels(); c++) {
                count += line.takesShare(c) ? 1 : 0;
                leadsOffShares[c] = line.leadsOffShare(c);
            }
            shares = count;
            meanConversion = new double[stretches.size()];
            greatestConversion = new double[stretches.size()];
            conversionOff = new double[stretches.size()];
            byMix = new double[stretches.size()];
            byCheapest = new double[stretches.size()];
            for (int i = 0; i < byMix.length; i++) {
                int month = stretches.get(i).from();
                meanConversion[i] = line.funnel(month).meanConversion();
                for (int c = 0; c < line.channels(); c++) {
                    greatestConversion[i] = Math.max(greatestConversion[i], conversion(c, month));
                    conversionOff[i] += line.takesShare(c) && shares > 1
                            ? Math.abs(conversion(c, month) - meanConversion[i]) * leadsOffShare(c)
                            : 0;
                }
                byMix[i] = worth.costOfLeads(line, month);
                byCheapest[i] = cheapest(byMix[i], month);
            }
            int last = line.months() - 1;
            double dear = 0;
            double free = 0;
            for (int c = 0; c < line.channels(); c++) {
                if (line.takesShare(c) && shares > 1) {
                    dear += Math.abs(dearness(c, last)) * leadsOffShare(c);
                }
                free += line.leadRates()[c].carried() == null ? 0 : greatestCostOfLead(c, stretches);
            }
            carried = free;
            rounding = dear + free + roundingOfStretches(stretches, run);
        }

        /** How many leads a channel may have beyond its share, where all bring the same in every month by a tighter argument. */
        private double leadsOffShare(int channel) {
            return line.hasAlikeLeads() ? 0.5 : leadsOffShares[channel];
        }

        /** What a lead over a channel costs in a month beyond its part in what the deals that it brings cost over the mix. */
        private double dearness(int channel, int month) {
            int stretch = line.hasAlikeLeads() ? byMix.length - 1 : month;
            return worth.costOfLead(line, channel, month) - byMix[stretch] * conversion(channel, month);
        }

        private double greatestCostOfLead(int channel, List<PlanStretch> stretches) {
            return stretches.stream()
                    .mapToDouble(stretch -> worth.costOfLead(line, channel, stretch.from()))
                    .max()
                    .orElseThrow();
        }

        /** Leads may come before or after their cost changes that unrounded ones would not. */
        private double roundingOfStretches(List<PlanStretch> stretches, UnroundedRun run) {
            double sum = 0;
            for (int i = 1; i < stretches.size(); i++) {
                for (int c = 0; c < line.channels(); c++) {
                    double before =
                            worth.costOfLead(line, c, stretches.get(i - 1).from());
                    double after = worth.costOfLead(line, c, stretches.get(i).from());
                    sum += Math.abs(after - before) * (line.hasAlikeLeads() ? leadsOff(c, 0, run) + 1 : 1);
                    sum += line.hasAlikeLeads() || shares == 1 || !line.takesShare(c)
                            ? 0
                            : Math.abs(dearness(c, i) - dearness(c, i - 1)) * leadsOffShare(c);
                }
            }
            return sum;
        }

        private double share(int channel, int month) {
            return line.funnel(month).share(channel).toDouble();
        }

        private double conversion(int channel, int month) {
            return line.funnel(month).worthOf(channel);
        }

        private double cheapest(double ofMix, int month) {
            double least = ofMix;
            for (int c = 0; c < line.channels(); c++) {
                least = Math.min(least, worth.costOfLead(line, c, month) / conversion(c, month));
            }
            return least;
        }

        private double perDeal(Costing costing, int stretch) {
            return costing == Costing.NONE ? 0 : (costing == Costing.BY_MIX ? byMix : byCheapest)[stretch];
        }

        double greatest(Costing costing) {
            double greatest = 0;
            for (int stretch = 0; stretch < byMix.length; stretch++) {
                greatest = Math.max(greatest, perDeal(costing, stretch));
            }
            return greatest;
        }

        /** What the leads for a deal of a stretch cost beyond those of the next; after the last, none are brought. */
        double fall(Costing costing, int stretch) {
            double next = stretch + 1 < byMix.length ? perDeal(costing, stretch + 1) : 0;
            return perDeal(costing, stretch) - next;
        }

        /** What whole leads and visits may cost less than unrounded ones: fractions that were carried are paid for already. */
        double rounding(Costing costing) {
            return costing == Costing.NONE ? carried : rounding;
        }

        /** Where leads bring the same in every month, one stretch tells of all. */
        private int stretch(int month) {
            return line.hasAlikeLeads() ? 0 : month;
        }

        double leadsPerDeal(boolean bounded, int month) {
            return 1 / (bounded ? greatestConversion : meanConversion)[stretch(month)];
        }

        double visitsPerDeal(int channel, int month) {
            return share(channel, month)
                    / meanConversion[stretch(month)]
                    / line.leadRate(channel, month).toDouble();
        }

        /** How far cumulative leads may lie off, those of a month by twice as much. */
        double leadsOff(UnroundedRun run, boolean bounded, int month) {
            return (run.broughtAbove() + run.broughtBelow() + conversionOff[stretch(month)])
                            * leadsPerDeal(bounded, month)
                    + 1;
        }

        /** How far cumulative leads over a channel may lie off. */
        private double leadsOff(int channel, int month, UnroundedRun run) {
            return share(channel, month) * leadsOff(run, false, month) + leadsOffShares[channel];
        }

        /** How far visits over a channel from the first month on may lie off in terms of a month. */
        double visitsOff(int channel, int month, UnroundedRun run) {
            return (leadsOff(channel, month, run) + 1)
                            / line.leadRate(channel, month).toDouble()
                    + 1;
        }
    }

    /** The work of a product that every number of deals from some on gives at least. */
    @SuppressWarnings("ArrayRecordComponent") // an inner carrier, never compared
    private record LeastWork(double[] leads, long[] deals, CustomerBase.Course customers) {

        static Workload.Work of(YearMonth name, int month, SalesTier tier, List<LeastWork> products) {
            double leads = 0;
            long deals = 0;
            long repeats = 0;
            long base = 0;
            for (LeastWork product : products) {
                leads += product.leads[month];
                long before = month == 0 ? 0 : product.deals[month - 1];
                deals = PlanOverflow.sum(deals, product.deals[month] - before, "deals");
                long repeated = product.customers.repeats().in(month);
                repeats = PlanOverflow.sum(repeats, Math.max(0, repeated - 1), "repeatDeals");
                base = PlanOverflow.sum(base, product.customers.base()[month], "base");
            }
            return new Workload.Work(name, tier, (long) Math.min(leads, 0x1p61), deals, repeats, base);
        }
    }
}
