package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One product of a plan with everything that planning it takes, looked up once: its funnel, the open leads of the
 * position, the fractions carried, its customer base and its season.
 *
 * @param index the product's place in the assortment
 * @param product the product itself
 * @param funnel the funnel of its tier, at the conversions of the first month
 * @param yields the deals that a lead brings by its month, where they change; absent where they are the same in every month
 * @param mixes the channel mix of its leads by month, where it changes; absent where it is the same in every month
 * @param channelIndex for each channel of the funnel its place in the constants
 * @param places for each channel of the constants its place in the funnel, -1 where it does not feed it
 * @param cycle months from lead to deal
 * @param pipeline open leads of the position, and the deals expected of them
 * @param cohorts leads of months before the first, of which deals are still to come
 * @param ofCohorts by month, their deals
 * @param stages what its leads pass on the way to a deal; absent where nothing is told of it
 * @param orders what is asked of its leads where their deals come over months; absent where they come at one age
 * @param leadRates visit → lead by channel, with what is carried
 * @param warmUpRates contact → lead by channel, with what is carried
 * @param contactRates visit → contact by channel, with what is carried
 * @param customers the customer base
 * @param restOfSeason the share of new deals that comes after each month's end
 * @param edges what is asked of its leads at both edges of the plan
 * @param pins what the caller fixed of this product
 */
@SuppressWarnings("ArrayRecordComponent") // an inner carrier on the hot path, never compared
record ProductLine(
        int index,
        Product product,
        Funnel funnel,
        @Nullable LeadYields yields,
        @Nullable ChannelMixes mixes,
        int[] channelIndex,
        int[] places,
        int cycle,
        Pipeline pipeline,
        List<OpenCohort> cohorts,
        Fraction[] ofCohorts,
        @Nullable OpenStages stages,
        @Nullable CycleOrders orders,
        CarriedRate[] leadRates,
        CarriedRate[] warmUpRates,
        CarriedRate[] contactRates,
        CustomerBase customers,
        Ratio[] restOfSeason,
        ProductEdges edges,
        ProductPins pins) {

    int channels() {
        return channelIndex.length;
    }

    /** The funnel of the leads of a month, which says what each of them is worth. */
    Funnel funnel(int month) {
        return yields == null ? waysOfMix(month) : yields.funnel(month);
    }

    private Funnel waysOfMix(int month) {
        return mixes == null ? funnel : mixes.funnel(month);
    }

    /** Whether the leads of all months come by the same mix and are worth the same. */
    boolean hasAlikeLeads() {
        return yields == null && mixes == null;
    }

    /** Whether the mix of any month gives a channel new leads. */
    boolean takesShare(int channel) {
        return mixes == null ? funnel.takesShare(channel) : mixes.takesShare(channel);
    }

    /** The greatest share that the mix of any month gives a channel, as a statistic. */
    double greatestShare(int channel) {
        return mixes == null ? funnel.share(channel).toDouble() : mixes.greatestShare(channel);
    }

    /**
     * The most by which the whole cumulative leads of a channel may lie off its shares of all, where nothing keeps it from them.
     * Webster rounds a share by at most one half, and what all halves come to moves the total by half their number.
     */
    double leadsOffShare(int channel) {
        if (mixes != null) {
            return mixes.off(channel);
        }
        int shares = 0;
        for (int c = 0; c < channels(); c++) {
            shares += funnel.takesShare(c) ? 1 : 0;
        }
        return (1 + shares * funnel.share(channel).toDouble()) / 2;
    }

    private double overMonths(IntToDoubleFunction ofMonth, DoubleBinaryOperator of) {
        return IntStream.range(0, months()).mapToDouble(ofMonth).reduce(of).orElseThrow();
    }

    /** The conversion of a channel's leads in a month of deals. */
    Rate conversion(int channel, int month) {
        return yields == null ? funnel.conversion(channel) : yields.rate(channel, month);
    }

    /** The most that a lead over a channel is worth in any month, as a statistic. */
    double greatestWorth(int channel) {
        return yields == null ? funnel.worthOf(channel) : yields.greatestWorth(channel);
    }

    /** The least that a lead is worth on average over the channel mix in any month, as a statistic. */
    double leastMeanWorth() {
        return hasAlikeLeads()
                ? funnel.meanConversion()
                : overMonths(month -> funnel(month).meanConversion(), Math::min);
    }

    /** The most by which what a lead over a channel is worth differs from the mean of the mix, as a statistic. */
    double worthOff(int channel) {
        return hasAlikeLeads()
                ? Math.abs(funnel.worthOf(channel) - funnel.meanConversion())
                : overMonths(
                        month -> Math.abs(
                                funnel(month).worthOf(channel) - funnel(month).meanConversion()),
                        Math::max);
    }

    /** The place in the funnel of a channel of the constants; -1 where it does not feed it. */
    int place(int channel) {
        return places[channel];
    }

    /** What a visit over a channel of the funnel becomes in a month: the share of it that is a lead. */
    Rate leadRate(int channel, int month) {
        return leadRates[channel].in(month);
    }

    int months() {
        return restOfSeason.length;
    }

    /** Of a deal of a month, what was to be ordered before the first month of the plan. */
    Fraction orderedBefore(int month) {
        return orders == null || yields == null ? Fraction.ONE : yields.from(month + 1);
    }

    /** The deals through a month that open leads make of what was to be ordered before the first, where deals come over months. */
    Fraction pipelineBeforeStart(int through) {
        Fraction made = LeftOver.fraction(pipeline.carried());
        for (int month = 0; yields != null && month <= through; month++) {
            made = made.plus(ofCohorts[month])
                    .plus(pipeline.datedIn(month, yields).times(orderedBefore(month)));
        }
        return made;
    }

    /** The stages that its leads pass before the deal. */
    List<String> stageNames() {
        return stages == null ? List.of() : stages.names();
    }

    /** The deals of leads of months before the first over a channel, by month. */
    Fraction[] dealsOfCohorts(int channel) {
        StageFlow flow = stages == null ? null : stages.flow(cohorts, channels(), null);
        return IntStream.range(0, pipeline.months())
                .mapToObj(month ->
                        flow == null ? dealsOfCohorts(channel, month) : flow.reached(flow.stages() - 1, channel, month))
                .toArray(Fraction[]::new);
    }

    private Fraction dealsOfCohorts(int channel, int month) {
        Fraction sum = Fraction.ZERO;
        for (OpenCohort cohort : cohorts) {
            sum = cohort.channel() == channel
                    ? sum.plus(cohort.due(month).times(LeftOver.fraction(conversion(channel, month))))
                    : sum;
        }
        return sum;
    }

    /** The first month in which a lead of the plan can make a deal. */
    int firstDue() {
        return yields == null ? cycle : yields.firstAge();
    }

    /** Whether the season has a month in the horizon: deals can be asked of no other. */
    boolean isInSeason() {
        return restOfSeason[restOfSeason.length - 1].numerator() == 0;
    }

    /** Whether deals are asked of the plan's last months that no lead can reach: the open pipeline alone makes them. */
    boolean isBeyondHorizon() {
        return isBeyondReach() && pins.lastFreeMonth() == months() - 1;
    }

    /** Whether the open pipeline makes all the deals that there are, however many are asked for. */
    boolean hasPipelineOnly() {
        return (orders == null && cycle >= months()) || (isBeyondReach() && !pins.hasLeads());
    }

    /** Whether leads can make none of what is asked of the plan. With pinned deals the last free month takes what is left. */
    boolean isBeyondReach() {
        if (orders != null) {
            return isInSeason() && !orders.reachesSeason();
        }
        return cycle >= months() || (edges.spread() && isInSeason() && !edges.reachesSeason() && !pins.hasDeals());
    }

    /** Whether the open pipeline alone makes what is due after the horizon before the plan's first leads can become deals. */
    boolean pipelineMeetsDues() {
        for (int after = 0; orders == null && edges.listsDeals() && months() + after < cycle; after++) {
            if (pipelineDeals(months() + after) < pipelineDeals(months() - 1) + edges.listed()[after]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the state after a month follows from totals, without the months before it. */
    boolean staysExact() {
        return yields == null && pipeline.staysExact() && visitsStayExact();
    }

    /** Whether deals come over months, at conversions that do not change. */
    boolean ordersSteadily() {
        return orders != null && yields != null && yields.isSteady() && visitsStayExact();
    }

    private boolean visitsStayExact() {
        for (CarriedRate rate : leadRates) {
            if (!rate.staysExact()) {
                return false;
            }
        }
        return true;
    }

    /** Deals that the open pipeline alone makes through a month. */
    long pipelineDeals(int month) {
        return pipeline.wholes(month);
    }

    /** The share of what is asked of the product that comes after a month, as its leads have to make it. */
    Ratio stillToCome(int month) {
        return edges.spread() ? edges.open()[month] : restOfSeason[month];
    }

    /** The need through a month's end where nothing is pinned: {@code ceil(deals * cumulative season)}. */
    long seasonalNeed(long deals, int month) {
        return deals - restOfSeason[month].yieldOf(deals);
    }
}
