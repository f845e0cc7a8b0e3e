package io.github.planningmath.plan;

import io.github.planningmath.quantity.Apportionment;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.traffic.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The plan's need, top-down: a number of new deals split over the products, each product's need by month, the leads that
 * meet it a cycle later, their split over the channels, and the contacts and visits for them. Where ceilings bind, a
 * full channel is shared by the products in proportion to the visits they want of it, and the rest goes to the other
 * channels of each tier.
 */
final class Cascade {

    private final ResolvedBusiness business;
    private final long deals;
    private final long[] dealsByProduct;
    private final List<ProductRun> runs = new ArrayList<>();
    private final CumulativeCounts[] visits;
    private final List<Obstacle.Ceiling> fullChannels = new ArrayList<>();
    private @Nullable Obstacle obstacle;
    private @Nullable Projection projection;

    Cascade(ResolvedBusiness business, long deals) {
        this.business = business;
        this.deals = deals;
        dealsByProduct = business.productMix().split(deals);
        for (ProductLine line : business.lines()) {
            runs.add(new ProductRun(line, dealsByProduct[line.index()]));
        }
        obstacle = business.obstacleOfPotential(dealsByProduct);
        visits = new CumulativeCounts[runs.size()];
        if (business.isBounded()) {
            bringWithinBounds();
        } else {
            runs.forEach(Cascade::bringFreely);
        }
        for (ProductRun run : runs) {
            visits[run.line().index()] = CarriedRate.needs(run.line().leadRates(), run.leads());
            if (obstacle == null) {
                obstacle = endOfPlan(run);
            }
        }
    }

    /** New deals asked for, before anything that pins and pipeline add. */
    long deals() {
        return deals;
    }

    long[] dealsByProduct() {
        return dealsByProduct;
    }

    ProductRun run(int product) {
        return runs.get(product);
    }

    /** Cumulative visits by product, month and channel: the least that bring the leads. */
    CumulativeCounts[] visits() {
        return visits;
    }

    /** The projection of these visits. */
    Projection projection() {
        Projection known = projection;
        if (known == null) {
            CumulativeCounts[] leads = new CumulativeCounts[runs.size()];
            runs.forEach(run -> leads[run.line().index()] = run.leads());
            known = Projection.of(business, visits, leads);
            projection = known;
        }
        return known;
    }

    /** Cumulative contacts by product, month and channel: the least that bring the leads. */
    CumulativeCounts[] contacts() {
        CumulativeCounts[] contacts = new CumulativeCounts[runs.size()];
        for (ProductRun run : runs) {
            ProductLine line = run.line();
            contacts[line.index()] = CarriedRate.needs(line.warmUpRates(), run.leads());
        }
        return contacts;
    }

    /** What keeps this many deals from being made, if anything does. */
    @Nullable
    Obstacle obstacle() {
        return obstacle == null && business.peopleFollowWork() ? obstacleOfPeople() : obstacle;
    }

    private @Nullable Obstacle obstacleOfPeople() {
        try {
            return projection().obstacleOfPeople();
        } catch (ArithmeticException tooLarge) {
            // a count that no long can hold is no obstacle of people: whoever counts it comes upon it
            return null;
        }
    }

    /** The ceilings that keep a channel from bringing all that the mix wants of it, months first. */
    List<Obstacle.Ceiling> fullChannels() {
        return fullChannels;
    }

    private static void bringFreely(ProductRun run) {
        for (int month = 0; month < run.line().months(); month++) {
            run.bring(month);
        }
    }

    private void noteObstacle(@Nullable Obstacle found) {
        if (obstacle == null) {
            obstacle = found;
        }
    }

    private @Nullable Obstacle endOfPlan(ProductRun run) {
        ProductLine line = run.line();
        if (!line.isInSeason() && dealsByProduct[line.index()] > 0) {
            return new Obstacle.OutOfSeason(
                    line.product().name(),
                    business.horizon().first(),
                    business.horizon().last());
        }
        for (int month = 0; month < line.months(); month++) {
            if (line.pins().deals(month) != ProductPins.FREE) {
                long made = month == 0 ? run.deals(0) : run.deals(month) - run.deals(month - 1);
                if (made != line.pins().deals(month)) {
                    return new Obstacle.PinConflict(
                            line.pins().deals(month) + " deals of "
                                    + line.product().name() + " in "
                                    + business.horizon().month(month),
                            made);
                }
            }
        }
        int shortMonth = run.firstMonthShortAfterHorizon();
        if (run.missingDeals() == 0 && shortMonth < 0) {
            return null;
        }
        if (line.isBeyondReach()) {
            int last = Math.max(shortMonth, line.months() - 1);
            return new Obstacle.BeyondHorizon(line.product().name(), line.cycle(), run.deals(last));
        }
        return new Obstacle.PinConflict("leads of " + line.product().name(), null);
    }

    private void bringWithinBounds() {
        for (int month = 0; month < business.months() && obstacle == null; month++) {
            MonthWithinBounds within = new MonthWithinBounds(month);
            within.bring();
            fullChannels.addAll(within.full());
        }
    }

    /** One month in which channels may be full. */
    private final class MonthWithinBounds {

        private final int month;
        private final List<Channel> channels;
        private final boolean[] full;
        private final long[][] most = new long[runs.size()][];
        private final boolean[] brought = new boolean[runs.size()];

        MonthWithinBounds(int month) {
            this.month = month;
            channels = business.in(month).channels();
            full = new boolean[channels.size()];
            for (ProductRun run : runs) {
                most[run.line().index()] = ProductRun.unbounded(run.line().channels());
            }
        }

        void bring() {
            boolean settled;
            do {
                for (ProductRun run : runs) {
                    if (brought[run.line().index()]) {
                        continue;
                    }
                    brought[run.line().index()] = true;
                    if (run.bring(month, most[run.line().index()]) == ProductRun.MonthOutcome.FULL) {
                        noteObstacle(
                                new Obstacle.CeilingsBind(run.line().product().name(), ceilings(run)));
                        return;
                    }
                }
                settled = true;
                for (int channel = 0; channel < full.length; channel++) {
                    if (!full[channel] && isOverfull(channel)) {
                        full[channel] = true;
                        share(channel);
                        settled = false;
                    }
                }
            } while (!settled && obstacle == null);
        }

        private boolean isOverfull(int channel) {
            Long ceiling = channels.get(channel).visitCeiling();
            if (ceiling == null) {
                return false;
            }
            long wanted = 0;
            for (ProductRun run : runs) {
                wanted = PlanOverflow.sum(wanted, wantedVisits(run, channel), "traffic");
            }
            return wanted > ceiling;
        }

        private int place(ProductRun run, int channel) {
            return run.line().place(channel);
        }

        private long wantedVisits(ProductRun run, int channel) {
            int c = place(run, channel);
            return c < 0 ? 0 : run.line().leadRates()[c].needIn(month, run.leads(), c);
        }

        /** What pinned cells leave of a full channel goes to the other products in proportion to what they want. */
        private void share(int channel) {
            Long ceiling = channels.get(channel).visitCeiling();
            long left = ceiling == null ? 0 : ceiling;
            List<ProductRun> asking = new ArrayList<>();
            for (ProductRun run : runs) {
                int c = place(run, channel);
                if (c < 0) {
                    continue;
                }
                if (run.line().pins().leads(month, c) != ProductPins.FREE) {
                    left -= wantedVisits(run, channel);
                } else if (wantedVisits(run, channel) == 0) {
                    // brings none of it as it is
                    most[run.line().index()][c] = 0;
                } else {
                    asking.add(run);
                }
            }
            if (left < 0) {
                noteObstacle(new Obstacle.PinConflict(
                        "leads from " + channels.get(channel).name() + ", whose ceiling of " + ceiling
                                + " visits a month they exceed",
                        null));
                return;
            }
            long[] granted = granted(channel, left, asking);
            for (int i = 0; i < granted.length; i++) {
                ProductRun run = asking.get(i);
                int c = place(run, channel);
                most[run.line().index()][c] = run.line().leadRates()[c].yieldIn(month, granted[i], run.leads(), c);
                brought[run.line().index()] = false;
            }
        }

        private long[] granted(int channel, long visitsLeft, List<ProductRun> asking) {
            if (asking.isEmpty()) {
                return new long[0];
            }
            List<String> names =
                    asking.stream().map(run -> run.line().product().name()).toList();
            List<Ratio> wanted = asking.stream()
                    .map(run -> Ratio.of(wantedVisits(run, channel)))
                    .toList();
            return Apportionment.webster(names, wanted).split(visitsLeft);
        }

        private List<Obstacle.Ceiling> ceilings(ProductRun run) {
            return full(channel -> place(run, channel) >= 0);
        }

        List<Obstacle.Ceiling> full() {
            return full(channel -> true);
        }

        private List<Obstacle.Ceiling> full(IntPredicate which) {
            List<Obstacle.Ceiling> binding = new ArrayList<>();
            for (int channel = 0; channel < full.length; channel++) {
                Long ceiling = channels.get(channel).visitCeiling();
                if (full[channel] && ceiling != null && which.test(channel)) {
                    binding.add(new Obstacle.Ceiling(
                            channels.get(channel).name(), business.horizon().month(month), ceiling));
                }
            }
            return binding;
        }
    }
}
