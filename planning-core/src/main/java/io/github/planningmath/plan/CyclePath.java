package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.quantity.Horizon;
import java.util.Arrays;

/**
 * What is ordered of one deal of a season, month by month of leads, where deals come over months; the same for all products of the
 * season and the process. The letters are those of {@link CycleOrders}.
 */
final class CyclePath {

    private final Fraction[] within;
    private final Fraction[] part;
    private final Fraction[] after;
    private final Fraction before;

    /** {@link #part} and {@link #after} as statistics. */
    private final double[] roughPart;

    private final double[] roughPartAfter;

    CyclePath(Horizon horizon, Season season, LeadYields yields, Edges edges) {
        int months = horizon.months();
        within = new Fraction[months];
        after = new Fraction[months];
        part = new Fraction[months];
        Fraction[] shares = shares(horizon, season, months + yields.lastAge());
        Fraction growth = edges.afterHorizon() instanceof AfterHorizon.GoesOn goesOn
                ? Fraction.ONE.plus(LeftOver.fraction(goesOn.growth()))
                : Fraction.ZERO;
        Fraction ordered = Fraction.ZERO;
        Fraction ofHorizon = Fraction.ZERO;
        Fraction onwards = Fraction.ZERO;
        for (int i = 0; i < months; i++) {
            ordered = ordered.plus(shares[i].times(yields.from(i + 1)));
            for (int age = 0; age <= yields.lastAge(); age++) {
                Fraction of = yields.share(age).times(shares[i + age]);
                if (i + age < months) {
                    ofHorizon = ofHorizon.plus(of);
                } else if (growth.signum() > 0) {
                    onwards = onwards.plus(of.times(growth));
                }
            }
            within[i] = ofHorizon;
            after[i] = onwards;
        }
        before = ordered;
        for (int i = 0; i < months; i++) {
            part[i] = reachesSeason() ? partOf(within[i], edges) : Fraction.ZERO;
        }
        roughPart = Arrays.stream(part).mapToDouble(Fraction::toDouble).toArray();
        roughPartAfter = Arrays.stream(after).mapToDouble(Fraction::toDouble).toArray();
    }

    private Fraction partOf(Fraction ordered, Edges edges) {
        return edges.catchUp() == CatchUp.SPREAD ? ordered.dividedBy(within[within.length - 1]) : before.plus(ordered);
    }

    private static Fraction[] shares(Horizon horizon, Season season, int months) {
        Fraction[] shares = new Fraction[months];
        boolean inSeason = season.sellsIn(horizon);
        for (int month = 0; month < months; month++) {
            shares[month] = inSeason
                    ? LeftOver.fraction(season.share(horizon, horizon.first().plusMonths(month)))
                    : Fraction.ZERO;
        }
        return shares;
    }

    /** Whether leads can make a deal within the horizon that the season asks for. */
    boolean reachesSeason() {
        return within[within.length - 1].signum() > 0;
    }

    /** Of a deal of the plan, or where the lack of the pipeline is spread of one that it leaves, what is ordered through a month. */
    Fraction part(int month) {
        return part[month];
    }

    /** Of a deal of the plan, what is ordered through a month for those that go on after the horizon. */
    Fraction partAfter(int month) {
        return after[month];
    }

    /** {@link #part(int)} as a statistic. */
    double roughPart(int month) {
        return roughPart[month];
    }

    /** {@link #partAfter(int)} as a statistic. */
    double roughPartAfter(int month) {
        return roughPartAfter[month];
    }
}
