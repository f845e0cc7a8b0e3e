package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is asked of the leads of one product whose deals come over months: of {@code N} deals so many are ordered through each month
 * of leads, exactly.
 *
 * <pre>
 * f(j)      the season's share of month j; s(a) the share of deals at age a; S(x) of age x and later
 * G(i)      of a deal, what leads through month i are to make within the horizon: sum of s(a) * f(i' + a)
 * B         what was to be ordered of it before the first month: sum of f(j) * S(j + 1)
 * K, Q(i)   deals that the open pipeline makes within the horizon: of what was to be ordered before it, and through month i
 * spread    max(0, (N - K) * G(i) / G(last) - Q(i))
 * at once   max(0, N * (B + G(i)) - K - Q(i))
 * after     N * H(i), the same sum with the months after the horizon; or what is listed; less what else is open for them
 * ordered   the most of the former so far, and the latter
 * </pre>
 */
final class CycleOrders {

    private final CyclePath path;
    private final boolean spread;
    private final Fraction[] listed;
    private final Fraction ofPipeline;
    private final Fraction[] dated;
    private final Fraction[] datedAfter;

    /** What is ordered of each deal and in any case, within the horizon and after it, in parts of one denominator. */
    private final BigInteger denominator;

    private final BigInteger[] withinOfDeal;
    private final BigInteger[] within;
    private final BigInteger[] afterOfDeal;
    private final BigInteger[] after;

    /**
     * Of a product.
     *
     * @param path of its season and process
     * @param yields of its leads
     * @param pipeline what is open
     * @param ofCohorts by month, the deals of leads of months before the first
     * @param edges of the plan
     * @param due by month after the horizon what is listed
     * @param months of the horizon
     */
    CycleOrders(
            CyclePath path,
            LeadYields yields,
            Pipeline pipeline,
            Fraction[] ofCohorts,
            Edges edges,
            long[] due,
            int months) {
        this.path = path;
        spread = edges.catchUp() == CatchUp.SPREAD;
        listed = nothing(months);
        dated = nothing(months);
        datedAfter = nothing(months);
        Fraction made = LeftOver.fraction(pipeline.carried());
        for (int month = 0; month < months + yields.lastAge(); month++) {
            Fraction open = pipeline.datedIn(month, yields);
            if (month < months) {
                made = made.plus(ofCohorts[month]).plus(open.times(yields.from(month + 1)));
                addOrdered(dated, open, yields, month);
            } else {
                addOrdered(datedAfter, open, yields, month);
                addOrdered(listed, Fraction.of(due[month - months], 1), yields, month);
            }
        }
        ofPipeline = made;
        Fraction[] open = nothing(months);
        Fraction[] beyond = nothing(months);
        for (int i = 0; i < months; i++) {
            open[i] = Fraction.ZERO.minus(spread ? made.times(part(i)) : made).minus(dated[i]);
            beyond[i] = listed[i].minus(datedAfter[i]);
        }
        Fraction[] part = ofDeal(path::part, months);
        Fraction[] partAfter = ofDeal(path::partAfter, months);
        denominator = Stream.of(open, beyond, part, partAfter)
                .flatMap(Arrays::stream)
                .map(Fraction::denominator)
                .reduce(BigInteger.ONE, DealParts::leastCommonMultiple);
        withinOfDeal = inParts(part);
        within = inParts(open);
        afterOfDeal = inParts(partAfter);
        after = inParts(beyond);
    }

    private static Fraction[] ofDeal(IntFunction<Fraction> part, int months) {
        return IntStream.range(0, months).mapToObj(part).toArray(Fraction[]::new);
    }

    private BigInteger[] inParts(Fraction[] fractions) {
        return Arrays.stream(fractions)
                .map(each -> denominator.divide(each.denominator()).multiply(each.numerator()))
                .toArray(BigInteger[]::new);
    }

    private static Fraction[] nothing(int months) {
        Fraction[] sums = new Fraction[months];
        Arrays.fill(sums, Fraction.ZERO);
        return sums;
    }

    /** Adds what is ordered for the deals of a month through each other. */
    private static void addOrdered(Fraction[] ordered, Fraction deals, LeadYields yields, int month) {
        for (int i = 0; deals.signum() != 0 && i < ordered.length; i++) {
            ordered[i] = ordered[i].plus(deals.times(part(yields, month, i)));
        }
    }

    /** Of a deal of a month, what is ordered for it from the first month through another. */
    private static Fraction part(LeadYields yields, int month, int through) {
        return yields.from(month - through).minus(yields.from(month + 1));
    }

    /** Whether leads can make a deal within the horizon that the season asks for. */
    boolean reachesSeason() {
        return path.reachesSeason();
    }

    /** The deals that the open pipeline makes of what was to be ordered before the first month. */
    Fraction ofPipeline() {
        return ofPipeline;
    }

    /** What else of the pipeline counts for the orders through a month. */
    Fraction dated(int month) {
        return dated[month];
    }

    /** Of a deal of the plan, or where the lack of the pipeline is spread of one that it leaves, what is ordered through a month. */
    Fraction part(int month) {
        return path.part(month);
    }

    /** {@link #part(int)} as a statistic. */
    double roughPart(int month) {
        return path.roughPart(month);
    }

    /** {@link #partAfter(int)} as a statistic. */
    double roughPartAfter(int month) {
        return path.roughPartAfter(month);
    }

    boolean isSpread() {
        return spread;
    }

    /** Of a deal of the plan, what is ordered through a month for those that go on after the horizon. */
    Fraction partAfter(int month) {
        return path.partAfter(month);
    }

    /** What is ordered through a month for the deals that are listed after the horizon. */
    Fraction listed(int month) {
        return listed[month];
    }

    /** What else is open for the months after the horizon. */
    Fraction datedAfter(int month) {
        return datedAfter[month];
    }

    /** What is ordered through a month for the horizon, were nothing ordered before. */
    Fraction within(long deals, int month) {
        return new Fraction(withinInParts(deals, month), denominator);
    }

    /** What is ordered through a month for the months after the horizon. */
    Fraction after(long deals, int month) {
        return new Fraction(afterInParts(deals, month), denominator);
    }

    /** {@link #within(long, int)} in parts of {@link #denominator()}. */
    BigInteger withinInParts(long deals, int month) {
        return reachesSeason() ? atLeastNothing(deals, withinOfDeal[month], within[month]) : BigInteger.ZERO;
    }

    /** {@link #after(long, int)} in parts of {@link #denominator()}. */
    BigInteger afterInParts(long deals, int month) {
        return atLeastNothing(deals, afterOfDeal[month], after[month]);
    }

    private static BigInteger atLeastNothing(long deals, BigInteger ofDeal, BigInteger inAnyCase) {
        return ofDeal.multiply(BigInteger.valueOf(deals)).add(inAnyCase).max(BigInteger.ZERO);
    }

    /** How many parts a deal has. */
    BigInteger denominator() {
        return denominator;
    }

    /** The month through which the most is ordered for the horizon, of those until another. */
    int mostWithin(long deals, int month) {
        int most = 0;
        BigInteger ordered = withinInParts(deals, 0);
        for (int each = 1; each <= month; each++) {
            BigInteger further = withinInParts(deals, each);
            if (further.compareTo(ordered) > 0) {
                most = each;
                ordered = further;
            }
        }
        return most;
    }

    /** {@link #within(long, int)} over a span of deals, as a statistic. */
    Span within(Span deals, int month) {
        double part = roughPart(month);
        double made = ofPipeline.toDouble();
        Span ordered = deals.times(part).plus(-(spread ? made * part : made) - dated[month].toDouble());
        return reachesSeason() ? ordered.max(Span.ZERO) : Span.ZERO;
    }

    /** {@link #after(long, int)} over a span of deals, as a statistic. */
    Span after(Span deals, int month) {
        return deals.times(roughPartAfter(month))
                .plus(listed[month].toDouble() - datedAfter[month].toDouble())
                .max(Span.ZERO);
    }
}
