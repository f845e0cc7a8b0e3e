package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.quantity.Horizon;
import java.util.List;

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

    private final boolean spread;
    private final Fraction[] within;
    private final Fraction[] after;
    private final Fraction[] listed;
    private final Fraction before;
    private final Fraction ofPipeline;
    private final Fraction[] dated;
    private final Fraction[] datedAfter;

    /**
     * Of a product.
     *
     * @param horizon the months
     * @param season its season
     * @param yields of its leads
     * @param pipeline what is open
     * @param cohorts leads of months before the first
     * @param edges of the plan
     * @param due by month after the horizon what is listed
     */
    CycleOrders(
            Horizon horizon,
            Season season,
            LeadYields yields,
            Pipeline pipeline,
            List<OpenCohort> cohorts,
            Edges edges,
            long[] due) {
        int months = horizon.months();
        spread = edges.catchUp() == CatchUp.SPREAD;
        within = new Fraction[months];
        after = new Fraction[months];
        listed = new Fraction[months];
        dated = new Fraction[months];
        datedAfter = new Fraction[months];
        boolean inSeason = season.sellsIn(horizon);
        Fraction[] shares = new Fraction[months + yields.lastAge()];
        for (int month = 0; month < shares.length; month++) {
            shares[month] = inSeason
                    ? LeftOver.fraction(season.share(horizon, horizon.first().plusMonths(month)))
                    : Fraction.ZERO;
        }
        Fraction growth = edges.afterHorizon() instanceof AfterHorizon.GoesOn goesOn
                ? Fraction.ONE.plus(LeftOver.fraction(goesOn.growth()))
                : Fraction.ZERO;
        Fraction ordered = Fraction.ZERO;
        Fraction made = LeftOver.fraction(pipeline.carried());
        for (int month = 0; month < months; month++) {
            Fraction later = yields.from(month + 1);
            ordered = ordered.plus(shares[month].times(later));
            made = made.plus(Pipeline.ofCohorts(month, yields, cohorts))
                    .plus(pipeline.datedIn(month, yields).times(later));
        }
        before = ordered;
        ofPipeline = made;
        for (int i = 0; i < months; i++) {
            Fraction within = Fraction.ZERO;
            Fraction beyond = Fraction.ZERO;
            for (int age = 0; age <= yields.lastAge(); age++) {
                Fraction of = yields.share(age).times(shares[i + age]);
                within = i + age < months ? within.plus(of) : within;
                beyond = i + age < months ? beyond : beyond.plus(of.times(growth));
            }
            this.within[i] = i == 0 ? within : this.within[i - 1].plus(within);
            after[i] = i == 0 ? beyond : after[i - 1].plus(beyond);
            dated[i] = Fraction.ZERO;
            for (int month = 0; month < months; month++) {
                dated[i] = dated[i].plus(pipeline.datedIn(month, yields).times(part(yields, month, i)));
            }
            listed[i] = Fraction.ZERO;
            datedAfter[i] = Fraction.ZERO;
            for (int month = months; month < shares.length; month++) {
                Fraction part = part(yields, month, i);
                listed[i] = listed[i].plus(Fraction.of(due[month - months], 1).times(part));
                datedAfter[i] =
                        datedAfter[i].plus(pipeline.datedIn(month, yields).times(part));
            }
        }
    }

    /** Of a deal of a month, what is ordered for it from the first month through another. */
    private static Fraction part(LeadYields yields, int month, int through) {
        return yields.from(month - through).minus(yields.from(month + 1));
    }

    /** Whether leads can make a deal within the horizon that the season asks for. */
    boolean reachesSeason() {
        return last(within).signum() > 0;
    }

    private static Fraction last(Fraction[] fractions) {
        return fractions[fractions.length - 1];
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
        if (!reachesSeason()) {
            return Fraction.ZERO;
        }
        return spread ? within[month].dividedBy(last(within)) : before.plus(within[month]);
    }

    boolean isSpread() {
        return spread;
    }

    /** Of a deal of the plan, what is ordered through a month for those that go on after the horizon. */
    Fraction partAfter(int month) {
        return after[month];
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
        Fraction all = Fraction.of(deals, 1);
        Fraction ordered = spread
                ? all.minus(ofPipeline).times(part(month))
                : all.times(part(month)).minus(ofPipeline);
        return reachesSeason() ? atLeastNothing(ordered.minus(dated[month])) : Fraction.ZERO;
    }

    /** What is ordered through a month for the months after the horizon. */
    Fraction after(long deals, int month) {
        Fraction due = Fraction.of(deals, 1).times(after[month]).plus(listed[month]);
        return atLeastNothing(due.minus(datedAfter[month]));
    }

    private static Fraction atLeastNothing(Fraction fraction) {
        return fraction.signum() < 0 ? Fraction.ZERO : fraction;
    }

    /** The month through which the most is ordered for the horizon, of those until another. */
    int mostWithin(long deals, int month) {
        int most = 0;
        Fraction ordered = within(deals, 0);
        for (int each = 1; each <= month; each++) {
            Fraction further = within(deals, each);
            if (further.compareTo(ordered) > 0) {
                most = each;
                ordered = further;
            }
        }
        return most;
    }

    /** {@link #within(long, int)} over a span of deals, as a statistic. */
    Span within(Span deals, int month) {
        double part = part(month).toDouble();
        double made = ofPipeline.toDouble();
        Span ordered = deals.times(part).plus(-(spread ? made * part : made) - dated[month].toDouble());
        return reachesSeason() ? ordered.max(Span.ZERO) : Span.ZERO;
    }

    /** {@link #after(long, int)} over a span of deals, as a statistic. */
    Span after(Span deals, int month) {
        return deals.times(after[month].toDouble())
                .plus(listed[month].toDouble() - datedAfter[month].toDouble())
                .max(Span.ZERO);
    }
}
