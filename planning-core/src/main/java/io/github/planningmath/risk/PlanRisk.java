package io.github.planningmath.risk;

import io.github.planningmath.accord.LeadDelivery;
import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.review.Elapsed;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How sure a plan is: the chance of its goal or of any norm, and the range in which a key figure will lie.
 *
 * <p>What is decided stays decided: visits, their cost, people and fixed costs are those of the plan however its deals turn out. What is
 * random is what comes of the visits, of the open leads and of the customers that the plan opens with. Deals after the plan's end
 * do not count.
 *
 * <p>Luck, given the constants, is a closed form: a visit comes to a deal or not, its customer buys again (Poisson, at the repeat
 * rate) and stays or leaves, all independent of each other. Its law is taken by four cumulants and two terms of Edgeworth; where five
 * comparisons with the exact law differ by 0.0005 or more (few deals, few products), by the exact law. Doubted constants are drawn by scrambled
 * Sobol sequences, one draw for the whole plan; their first coordinate runs along the direction in which the profit moves most.
 * The same plan, uncertainty, points and seed give the same bits, whatever the order of products, channels and doubts.
 *
 * <p>The mean of a counted rate is not just the rate of the plan ({@link Doubt.Observed}), so that to doubt it moves the expected profit
 * a little.
 *
 * <p>As JSON it is a view, which is not read back: the chance of the plan's goal, where its profit will lie in eight cases of ten, and what
 * the doubts are.
 */
public final class PlanRisk {

    private static final int LEAST_POINTS = 64;

    private static final int MOST_POINTS = 1 << 20;

    private static final int MOST_SCRAMBLINGS = 64;

    private static final int LEAST_EFFECTIVE = 50;

    /** Lines along which it is sought where a result turns. */
    private static final int LINES = 256;

    private static final int MOST_FOR_SHARES = 512;

    /** Shares of the bands of a fan, in order: the middle, and 50, 80 and 95 % around it. */
    private static final List<Double> FAN = List.of(0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975);

    private static final Rate EIGHT_OF_TEN = Rate.percent(80);

    private final Plan plan;
    private final Uncertainty uncertainty;
    private final LuckModels models;
    private final Draws draws;

    /** The risk when nothing was over, where something is. */
    private final @Nullable PlanRisk before;

    private record Options(int points, int scramblings, long seed) {}

    /** The constants as they are drawn, made when they are first asked for. */
    private static final class Draws {

        private final Knowledge knowledge;
        private final double[] direction;
        private final Options options;
        private final Likelihood likelihood;
        private LuckOfDraws.@Nullable Sampling sampling;

        Draws(Knowledge knowledge, double[] direction, Options options, Likelihood likelihood) {
            this.knowledge = knowledge;
            this.direction = direction;
            this.options = options;
            this.likelihood = likelihood;
        }

        synchronized LuckOfDraws.Sampling sampling() {
            LuckOfDraws.Sampling known = sampling;
            if (known == null) {
                known = LuckOfDraws.Sampling.of(
                        knowledge, options.scramblings, options.points, options.seed, direction, likelihood);
                requireEnough(known);
                sampling = known;
            }
            return known;
        }

        private void requireEnough(LuckOfDraws.Sampling made) {
            double effective = likelihood.isEmpty() ? LEAST_EFFECTIVE : Likelihood.effective(made.weights());
            if (effective < LEAST_EFFECTIVE) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "PlanRisk.given must leave at least %d effective points, but left %.1f of %d: what was counted is far"
                                + " from what was thought of constants that have something in common or change."
                                + " Perhaps withPoints(%d) before it, or doubt them more.",
                        LEAST_EFFECTIVE,
                        effective,
                        made.draws().length,
                        Math.min(MOST_POINTS, 16 * made.draws().length)));
            }
        }
    }

    private PlanRisk(Plan plan, Uncertainty uncertainty, LuckModels models, Draws draws, @Nullable PlanRisk before) {
        this.before = before;
        this.plan = plan;
        this.uncertainty = uncertainty;
        this.models = models;
        this.draws = draws;
    }

    /** The expected profit of a plan by a draw, without what is decided. */
    private static ToDoubleFunction<double[]> expectedProfit(LuckModels models) {
        LuckModel profit = models.of(Kpi.PROFIT, Scope.all());
        LuckModel.Worksheet worksheet = profit.new Worksheet();
        double[] cumulants = new double[RawMoments.ORDER];
        return draws -> {
            worksheet.cumulants(draws, cumulants);
            return cumulants[0] + profit.decidedByDraw(draws);
        };
    }

    /**
     * The expected value of a sum and what makes it uncertain.
     *
     * @param mean what is expected
     * @param varianceOfLuck what chance adds on constants that are known
     * @param varianceOfKnowledge what not knowing them adds
     */
    public record Moments(Double mean, Double varianceOfLuck, Double varianceOfKnowledge) {

        public Moments {
            Required.present(mean, "Moments.mean");
            Required.present(varianceOfLuck, "Moments.varianceOfLuck");
            Required.present(varianceOfKnowledge, "Moments.varianceOfKnowledge");
        }

        /**
         * Both together.
         *
         * @return the root of the sum of both variances
         */
        public double standardDeviation() {
            return Math.sqrt(varianceOfLuck + varianceOfKnowledge);
        }
    }

    /**
     * Where a key figure will lie.
     *
     * @param low as much lies below it as above {@code high}
     * @param middle the median
     * @param high the upper end
     * @param within the chance to lie between both ends
     */
    public record Range(Double low, Double middle, Double high, Rate within) {

        public Range {
            Required.present(low, "Range.low");
            Required.present(middle, "Range.middle");
            Required.present(high, "Range.high");
            Required.present(within, "Range.within");
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f to %.0f in %s of all cases, about %.0f", low, high, within, middle);
        }
    }

    /**
     * What a key figure will have come to from the plan's start through a month.
     *
     * @param month the month
     * @param quantiles the amounts below which 2.5, 10, 25, 50, 75, 90 and 97.5 % lie
     */
    public record Band(YearMonth month, List<Double> quantiles) {

        public Band {
            Required.present(month, "Band.month");
            quantiles = Required.list(quantiles, "Band.quantiles");
        }
    }

    /**
     * A point of the curve of chances.
     *
     * @param amount of the key figure
     * @param chance of at least that
     */
    public record CurvePoint(Double amount, Double chance) {

        public CurvePoint {
            Required.present(amount, "CurvePoint.amount");
            Required.present(chance, "CurvePoint.chance");
        }
    }

    /**
     * The risk of a plan.
     *
     * @param plan the plan
     * @param uncertainty how well its constants are known
     * @return its risk, by 1,024 points in 16 scramblings
     * @throws IllegalArgumentException if a doubt is of a constant that the plan does not have, or that is known by its kind, or
     *     is none of a constant of its kind
     */
    public static PlanRisk of(Plan plan, Uncertainty uncertainty) {
        Required.present(plan, "PlanRisk.plan");
        Required.present(uncertainty, "PlanRisk.uncertainty");
        Knowledge knowledge = new Knowledge(plan.constants(), uncertainty);
        LuckModels models = new LuckModels(new Exposure(plan, knowledge.places()));
        double[] direction = knowledge.direction(expectedProfit(models));
        Draws draws = new Draws(knowledge, direction, new Options(1024, 16, 1), new Likelihood());
        return new PlanRisk(plan, uncertainty, models, draws, null);
    }

    private PlanRisk with(Options options) {
        Draws changed = new Draws(draws.knowledge, draws.direction, options, draws.likelihood);
        return new PlanRisk(plan, uncertainty, models, changed, before == null ? null : before.with(options));
    }

    /**
     * This risk with another number of points: the error falls by somewhat more than their root.
     *
     * @param points a power of two from 64 to 1,048,576, and at least twice the scramblings
     * @return the risk
     * @throws IllegalArgumentException if it is no such number
     */
    public PlanRisk withPoints(int points) {
        int least = Math.max(LEAST_POINTS, 2 * draws.options.scramblings);
        return with(new Options(
                powerOfTwo(points, least, MOST_POINTS, "points"), draws.options.scramblings, draws.options.seed));
    }

    /**
     * This risk with another number of independent scramblings, from whose spread the sampling error is taken.
     *
     * @param scramblings a power of two from 4 to 64, and at most half the points
     * @return the risk
     * @throws IllegalArgumentException if it is no such number
     */
    public PlanRisk withScramblings(int scramblings) {
        int most = Math.min(MOST_SCRAMBLINGS, draws.options.points / 2);
        return with(
                new Options(draws.options.points, powerOfTwo(scramblings, 4, most, "scramblings"), draws.options.seed));
    }

    /**
     * This risk with other draws.
     *
     * @param seed any number
     * @return the risk
     */
    public PlanRisk withSeed(long seed) {
        return with(new Options(draws.options.points, draws.options.scramblings, seed));
    }

    private static int powerOfTwo(int number, int least, int most, String name) {
        if (Integer.bitCount(number) == 1 && number >= least && number <= most) {
            return number;
        }
        throw new IllegalArgumentException("PlanRisk." + name + " must be a power of two from " + least + " to " + most
                + ", but was " + number + ".");
    }

    /** The risk of another plan on the same constants, at the same draws: what differs is the plan alone. */
    PlanRisk of(Plan other) {
        return new PlanRisk(other, uncertainty, new LuckModels(new Exposure(other, models.exposure())), draws, null);
    }

    /**
     * The risk when months are over. What came in them is fixed, with the customers and open leads that they leave; the visits of the
     * months left are those of the plan. Doubts of site conversions, warm-up rates and manager conversions learn from
     * what was counted and is decided ({@link Elapsed#counted()}): leads that are not due are no failures, and of leads whose deals come
     * over months the part that fell due is as many trials. What is left of these are the leads that have made no deal
     * ({@link Elapsed#underway()}), each the likelier to be undecided still. A rate by itself stays a beta
     * law, with its successes and failures added; constants that have something in common, and rates that changed within the
     * months that are over, weigh the draws by how likely the counts are. All other doubts are left as they are.
     *
     * <p>Each call begins with what was thought before anything was over: later actuals hold the earlier ones.
     *
     * @param actuals what happened
     * @return the risk of the same plan, knowing that
     * @throws IllegalArgumentException if the actuals do not fit the plan, or fewer than 50 effective points are left
     */
    public PlanRisk given(Actuals actuals) {
        return before == null ? given(Elapsed.of(plan, actuals)) : before.given(actuals);
    }

    private PlanRisk given(Elapsed elapsed) {
        Learning learning = new Learning(models.exposure(), uncertainty);
        elapsed.counted().forEach(learning::add);
        Uncertainty learned = learning.uncertainty(plan.constants());
        Knowledge knowledge = new Knowledge(plan.constants(), learned);
        LuckModels left = new LuckModels(new Exposure(models.exposure(), elapsed));
        double[] direction = knowledge.direction(expectedProfit(left));
        Draws changed = new Draws(knowledge, direction, draws.options, learning.likelihood());
        changed.sampling();
        return new PlanRisk(plan, learned, left, changed, this);
    }

    /**
     * The plan.
     *
     * @return it
     */
    public Plan plan() {
        return plan;
    }

    /**
     * How well its constants are known.
     *
     * @return the uncertainty
     */
    public Uncertainty uncertainty() {
        return uncertainty;
    }

    /**
     * The chance of a goal.
     *
     * @param goal what is to be reached; its edges do not count, for the plan is made
     * @return the chance to reach it
     */
    public Chance chance(FinancialGoal goal) {
        Required.present(goal, "PlanRisk.goal");
        return luck(goal).atLeast(goal.amount());
    }

    LuckOfDraws luck(FinancialGoal goal) {
        return new LuckOfDraws(model(goal), draws.sampling());
    }

    LuckModel model(FinancialGoal goal) {
        return model(goal.measure().kpi(), Scope.all());
    }

    /** The chance that what depends on the constants is above 0. */
    double chanceThatPositive(ToDoubleFunction<double[]> result) {
        return draws.knowledge.chanceThatPositive(result, LINES, draws.options.seed, draws.direction);
    }

    /**
     * What the uncertainty of the profit is made of, by constant; those that have something in common are one. Splitting what constants do
     * together is exact where the expected profit is linear in each of them, as it is but for retention, and for rates and
     * amounts that change in time by their odds.
     *
     * @return the shares of the constants and of luck
     * @throws IllegalArgumentException if neither a constant is doubted nor anything left to luck
     */
    public UncertaintyShares shares() {
        ToDoubleFunction<double[]> profit = expectedProfit(models);
        if (!draws.likelihood.isEmpty()) {
            throw new IllegalArgumentException("PlanRisk.shares must be of draws that weigh alike, but what was counted"
                    + " weighs them. Perhaps ask for the shares before the months were over.");
        }
        Knowledge knowledge = draws.knowledge;
        double luck = moments(Kpi.PROFIT, Scope.all()).varianceOfLuck();
        double[][] all = draws.sampling().draws();
        double[][] some = Arrays.copyOf(all, Math.min(all.length, MOST_FOR_SHARES));
        List<int[]> units = knowledge.units(uncertainty);
        List<ShapleyEffects.Effect> effects =
                knowledge.size() == 0 ? List.of() : new ShapleyEffects(profit, knowledge.means(), some).of(units);
        double variance = luck;
        for (ShapleyEffects.Effect effect : effects) {
            variance += effect.shapley();
        }
        if (!(variance > 0)) {
            throw new IllegalArgumentException(
                    "PlanRisk.shares must be of a profit that is uncertain, but nothing makes it so.");
        }
        List<UncertaintyShares.Share> shares = new ArrayList<>();
        for (int i = 0; i < effects.size(); i++) {
            shares.add(share(units.get(i), effects.get(i), variance));
        }
        return new UncertaintyShares(shares, luck / variance);
    }

    private UncertaintyShares.Share share(int[] unit, ShapleyEffects.Effect effect, double all) {
        List<Driver<?>> drivers = new ArrayList<>();
        Arrays.stream(unit)
                .forEach(place -> drivers.add(draws.knowledge.drivers().get(place)));
        List<Department> owners = drivers.stream()
                .map(driver -> driver.owner(
                        plan.constants().ownership(), plan.constants().tiers().keySet()))
                .distinct()
                .toList();
        return new UncertaintyShares.Share(
                drivers,
                owners.size() == 1 ? owners.get(0) : Department.SHARED,
                effect.shapley() / all,
                effect.first() / all,
                effect.total() / all);
    }

    /**
     * The chance of at least an amount.
     *
     * @param kpi a count or a sum of money
     * @param scope over what
     * @param amount how much of it
     * @return the chance that it comes to that or more
     * @throws IllegalArgumentException if the key figure means nothing at that scope, or is neither a count nor a sum of money, or the
     *     scope names something that the plan does not know
     */
    public Chance chance(Kpi kpi, Scope scope, BigDecimal amount) {
        Required.present(amount, "PlanRisk.amount");
        return luck(kpi, scope).atLeast(amount);
    }

    /**
     * The chance of at least a count.
     *
     * @param kpi a count or a sum of money
     * @param scope over what
     * @param count how many
     * @return the chance that it comes to that or more
     * @throws IllegalArgumentException as above
     */
    public Chance chance(Kpi kpi, Scope scope, long count) {
        return chance(kpi, scope, BigDecimal.valueOf(count));
    }

    /**
     * What is expected, and what makes it uncertain.
     *
     * @param kpi a count or a sum of money
     * @param scope over what
     * @return mean and variances
     * @throws IllegalArgumentException as for a chance
     */
    public Moments moments(Kpi kpi, Scope scope) {
        LuckOfDraws luck = luck(kpi, scope);
        return new Moments(luck.mean(), luck.varianceOfLuck(), luck.varianceOfKnowledge());
    }

    /**
     * The amount that a share of all cases stays at or below: the least x with {@code P(X <= x) >= share}, by two terms of Edgeworth, or,
     * where these differ from the exact law by 0.005 or more at any quantile of the fan, or at one beyond them, by the exact law.
     *
     * @param kpi a count or a sum of money
     * @param scope over what
     * @param share below 1
     * @return the amount
     * @throws IllegalArgumentException as for a chance, or if the share is 1
     */
    public double quantile(Kpi kpi, Scope scope, Rate share) {
        if (Required.present(share, "PlanRisk.share").equals(Rate.ONE)) {
            throw new IllegalArgumentException("PlanRisk.share must be below 100%, but was 100%.");
        }
        return luck(kpi, scope).quantile(share.toDouble());
    }

    /**
     * Where a key figure will lie.
     *
     * @param kpi a count or a sum of money
     * @param scope over what
     * @param within the chance to lie between both ends, below 1
     * @return both ends and the middle
     * @throws IllegalArgumentException as for a chance, or if all of 100 % is to lie within
     */
    public Range range(Kpi kpi, Scope scope, Rate within) {
        if (Required.present(within, "PlanRisk.within").equals(Rate.ONE)) {
            throw new IllegalArgumentException(
                    "PlanRisk.within must be below 100%, but was 100%. Perhaps 80% was meant.");
        }
        double half = within.toDouble() / 2;
        LuckOfDraws luck = luck(kpi, scope);
        return new Range(luck.quantile(0.5 - half), luck.quantile(0.5), luck.quantile(0.5 + half), within);
    }

    /**
     * What a key figure of the whole plan will have come to by the end of each month; of a stock, what it will be then.
     *
     * @param kpi a count or a sum of money
     * @return a band a month, months in order
     * @throws IllegalArgumentException if it is neither
     */
    public List<Band> fan(Kpi kpi) {
        Exposure exposure = models.exposure();
        Measurement all = Measurement.of(exposure, kpi, Scope.all());
        List<Band> bands = new ArrayList<>();
        for (int month = 0; month < exposure.months(); month++) {
            LuckOfDraws luck = new LuckOfDraws(models.of(all.through(month)), draws.sampling());
            bands.add(new Band(
                    exposure.month(month), FAN.stream().map(luck::quantile).toList()));
        }
        return bands;
    }

    /**
     * The chance of at least each of a hundred amounts, from that which is next to certain to that which is next to impossible.
     *
     * @param kpi a count or a sum of money
     * @return the curve over the whole plan; amounts rise and chances fall
     * @throws IllegalArgumentException if it is neither
     */
    public List<CurvePoint> curve(Kpi kpi) {
        LuckOfDraws luck = luck(kpi, Scope.all());
        double low = luck.quantile(0.001);
        double high = luck.quantile(0.999);
        DoubleUnaryOperator chance = luck.about(luck.quantile(0.5));
        List<CurvePoint> points = new ArrayList<>();
        double before = 1;
        for (int i = 0; i < 100; i++) {
            double amount = low + (high - low) * i / 99;
            before = Math.min(before, chance.applyAsDouble(amount));
            points.add(new CurvePoint(amount, before));
        }
        return points;
    }

    /**
     * How often a number of leads that is promised will be there: "200 leads in nine months of ten". Given the constants, months are
     * independent of each other, so that the law of the months in which it is kept is a closed form at each draw. Of the quality that
     * is promised with it a plan knows nothing.
     *
     * @param promise so many leads a month, or the norm of each month; a month whose norm is none is left out
     * @return the chance of each month, and of any number of them
     * @throws IllegalArgumentException if the plan has no month with leads to promise
     */
    public MonthsKept kept(LeadDelivery promise) {
        return kept(Required.present(promise, "PlanRisk.promise"), new HashMap<>());
    }

    /** The same with what was looked at before. */
    private MonthsKept kept(LeadDelivery promise, Map<YearMonth, LuckOfDraws> leads) {
        Map<YearMonth, Long> amounts = new LinkedHashMap<>();
        for (YearMonth month : plan.constants().horizon().all()) {
            Long agreed = promise.in(plan.leads(Scope.month(month))).leadsPerMonth();
            if (agreed != null) {
                amounts.put(month, agreed);
            }
        }
        if (amounts.isEmpty()) {
            throw new IllegalArgumentException(
                    "PlanRisk.promise must be of months with leads, but the plan has none in any month.");
        }
        return MonthsKept.of(
                amounts,
                (month, agreed) -> leads.computeIfAbsent(month, any -> luck(Kpi.LEADS, Scope.month(month)))
                        .tails(BigDecimal.valueOf(agreed)),
                draws.sampling());
    }

    /**
     * The most leads a month that can be promised.
     *
     * @param ofMonths in which share of the months they are to be there, such as nine of ten; in the next whole number of months
     * @param confidence with what chance, above 0 % and below 100 %
     * @return the greatest number, alike in all months, that is kept in so many of them with at least that chance; 0 where one is too many
     * @throws IllegalArgumentException if the confidence is 100 %
     */
    public long mostLeads(Rate ofMonths, Rate confidence) {
        Required.present(ofMonths, "PlanRisk.ofMonths");
        double wanted = Confidence.of(confidence, "PlanRisk.confidence");
        Map<YearMonth, LuckOfDraws> leads = new HashMap<>();
        long low = 0;
        long high = 1;
        while (isKept(high, ofMonths, wanted, leads)) {
            low = high;
            high = Math.multiplyExact(2, high);
        }
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (isKept(middle, ofMonths, wanted, leads)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isKept(long promised, Rate ofMonths, double wanted, Map<YearMonth, LuckOfDraws> leads) {
        MonthsKept kept = kept(new LeadDelivery("leads", promised, Rate.ONE), leads);
        return kept.in(ofMonths).value() >= wanted;
    }

    private LuckOfDraws luck(Kpi kpi, Scope scope) {
        return new LuckOfDraws(model(kpi, scope), draws.sampling());
    }

    private LuckModel model(Kpi kpi, Scope scope) {
        return models.of(kpi, scope);
    }

    /** As it is written. */
    private record View(FinancialGoal goal, Chance chance, Range profit, Uncertainty uncertainty) {}

    @DocumentForm.Written
    View view() {
        return new View(plan.goal(), chance(plan.goal()), range(Kpi.PROFIT, Scope.all(), EIGHT_OF_TEN), uncertainty);
    }

    @Override
    public String toString() {
        return "risk of a plan for " + plan.goal() + " with "
                + uncertainty.doubts().size() + " doubts";
    }

    /** Whole counts of what is left, for tests of both engines. */
    Simulation simulation() {
        return Simulation.of(models.exposure(), draws.knowledge);
    }

    /** For tests that compare bits: the draws. */
    double[][] draws() {
        return draws.sampling().draws().clone();
    }
}
