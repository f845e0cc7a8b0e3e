package io.github.planningmath.risk;

import io.github.planningmath.plan.Position;
import java.util.List;

/**
 * The logarithm of {@code E exp(z X)} at complex z, X being what a product comes to by one draw of the constants, in steps of a lattice.
 * An amount between two steps counts as one of them or the other, so that its mean is kept.
 */
final class ProductTransform {

    private static final double LEAST = 1e-3;

    private final List<LuckModel.Stream> streams;
    private final List<Exposure.Customers> customers;
    private final double repeatLeftOver;
    private final Exposure.RepeatTerms repeats;
    private final DealWorth worth;
    private final double[] draws;
    private final double[] chances;
    private final boolean deals;
    private final int months;
    private final int start;

    // E exp(z F) of customers from a month on, and of deals by month
    private final double[] futureRe;
    private final double[] futureIm;
    private final double[] dealRe;
    private final double[] dealIm;
    private double re;
    private double im;
    private double nearest;
    private double zRe;
    private double zIm;

    // what was worked out last at the same z: months are often alike
    private double lastPower;
    private double lastPowerRe;
    private double lastPowerIm;
    private double lastRepeat;
    private double lastRepeatWorth;
    private double lastRepeatRe;
    private double lastRepeatIm;

    /**
     * The transform of one product.
     *
     * @param worth what its deals are worth, in steps
     */
    ProductTransform(LuckModel model, int product, DealWorth worth, double[] draws, double[] chances) {
        this.worth = worth;
        this.draws = draws;
        this.chances = chances;
        streams = model.streams(product);
        Exposure exposure = model.exposure();
        Exposure.ProductTerms terms = exposure.products().get(product);
        repeats = terms.repeats();
        months = exposure.months();
        start = exposure.start();
        deals = model.measurement().stage() == Measurement.Stage.DEAL;
        boolean counts = deals && model.measurement().has(terms);
        customers = counts
                ? exposure.customers().stream()
                        .filter(each -> each.product() == product)
                        .toList()
                : List.of();
        repeatLeftOver = counts
                ? exposure.leftOver().stream()
                        .filter(each -> each.product() == product && each.counted() == Position.Rounded.REPEAT_DEALS)
                        .mapToDouble(Exposure.LeftOver::chance)
                        .sum()
                : 0;
        futureRe = new double[months + 1];
        futureIm = new double[months + 1];
        dealRe = new double[months];
        dealIm = new double[months];
    }

    /** How much there is to do for one z. */
    long work() {
        return streams.size() + customers.size() + 4L * months;
    }

    /** Takes the logarithm at z; it is in {@link #re()} and {@link #im()} then. */
    void at(double realPart, double imaginaryPart) {
        zRe = realPart;
        zIm = imaginaryPart;
        nearest = 1;
        lastPower = Double.NaN;
        lastRepeat = Double.NaN;
        double sumRe = 0;
        double sumIm = 0;
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        double logRe = 0;
        double logIm = 0;
        if (deals) {
            ofDeals();
        } else {
            power(1);
        }
        double oneRe = re;
        double oneIm = im;
        for (LuckModel.Stream stream : streams) {
            double x = 0;
            double y = 0;
            List<LuckModel.Way> ways = stream.ways();
            for (int i = 0; i < ways.size(); i++) {
                LuckModel.Way way = ways.get(i);
                double q = stream.chance() * way.share() * chances[way.path()];
                x += q * ((deals ? dealRe[way.month()] : oneRe) - 1);
                y += q * (deals ? dealIm[way.month()] : oneIm);
            }
            if (x != lastX || y != lastY) {
                lastX = x;
                lastY = y;
                logRe = logOfOnePlus(x, y);
                logIm = StrictMath.atan2(y, 1 + x);
            }
            sumRe += stream.count() * logRe;
            sumIm += stream.count() * logIm;
        }
        for (Exposure.Customers cohort : customers) {
            ofCustomer(start, cohort.age());
            double x = cohort.chance() * (re - 1);
            double y = cohort.chance() * im;
            sumRe += cohort.count() * logOfOnePlus(x, y);
            sumIm += cohort.count() * StrictMath.atan2(y, 1 + x);
        }
        if (repeatLeftOver > 0) {
            power(worth.repeat()[0]);
            double x = repeatLeftOver * (re - 1);
            double y = repeatLeftOver * im;
            sumRe += logOfOnePlus(x, y);
            sumIm += StrictMath.atan2(y, 1 + x);
        }
        re = sumRe;
        im = sumIm;
    }

    double re() {
        return re;
    }

    double im() {
        return im;
    }

    /**
     * Whether the logarithm is one of numbers that doubles tell from 0: at a real z far below, what is certain comes to next to nothing,
     * and its last bits would count as many times as there are customers.
     */
    boolean isSharp() {
        return nearest >= LEAST;
    }

    private double logOfOnePlus(double x, double y) {
        nearest = Math.min(nearest, 1 + x);
        return 0.5 * StrictMath.log1p(x * (2 + x) + y * y);
    }

    private void ofDeals() {
        boolean ageless = repeats.isAgeless();
        futureRe[months] = 1;
        futureIm[months] = 0;
        for (int month = months - 1; month >= 0; month--) {
            re = futureRe[month + 1];
            im = futureIm[month + 1];
            if (ageless) {
                step(month, 0);
                futureRe[month] = re;
                futureIm[month] = im;
            } else {
                chain(month, 0);
                futureRe[month] = re;
                futureIm[month] = im;
            }
            double nextRe = futureRe[month + 1];
            double nextIm = futureIm[month + 1];
            power(worth.own()[month]);
            dealRe[month] = re * nextRe - im * nextIm;
            dealIm[month] = re * nextIm + im * nextRe;
        }
    }

    private void ofCustomer(int month, int age) {
        if (repeats.isAgeless()) {
            re = futureRe[month];
            im = futureIm[month];
        } else {
            chain(month, age);
        }
    }

    private void chain(int month, int age) {
        re = 1;
        im = 0;
        for (int later = months - 1; later >= month; later--) {
            step(later, age + later - month);
        }
    }

    /** From the months after one to those from it on. */
    private void step(int month, int age) {
        double nextRe = re;
        double nextIm = im;
        if (worth.staying()[month] != 0) {
            power(worth.staying()[month]);
            double x = re * nextRe - im * nextIm;
            nextIm = re * nextIm + im * nextRe;
            nextRe = x;
        }
        double retention = repeats.retention(month, age, draws);
        double stayRe = 1 + retention * (nextRe - 1);
        double stayIm = retention * nextIm;
        if (worth.leaving()[month] != 0) {
            power(worth.leaving()[month]);
            stayRe += (1 - retention) * (re - 1);
            stayIm += (1 - retention) * im;
        }
        double repeat = repeats.repeat(month, age, draws);
        double repeatWorth = worth.repeat()[month];
        if (repeat > 0 && repeatWorth != 0) {
            if (repeat != lastRepeat || repeatWorth != lastRepeatWorth) {
                power(repeatWorth);
                double size = StrictMath.exp(repeat * (re - 1));
                double angle = repeat * im;
                lastRepeat = repeat;
                lastRepeatWorth = repeatWorth;
                lastRepeatRe = size * StrictMath.cos(angle);
                lastRepeatIm = size * StrictMath.sin(angle);
            }
            re = lastRepeatRe * stayRe - lastRepeatIm * stayIm;
            im = lastRepeatRe * stayIm + lastRepeatIm * stayRe;
        } else {
            re = stayRe;
            im = stayIm;
        }
    }

    /** {@code E exp(z u)} of an amount of u steps. */
    private void power(double u) {
        if (u == lastPower) {
            re = lastPowerRe;
            im = lastPowerIm;
            return;
        }
        anyPower(u);
        lastPower = u;
        lastPowerRe = re;
        lastPowerIm = im;
    }

    private void anyPower(double u) {
        double whole = Math.rint(u);
        if (Math.abs(u - whole) < DealWorth.WHOLE) {
            wholePower(whole);
            return;
        }
        double down = Math.floor(u);
        double part = u - down;
        wholePower(down + 1);
        double upRe = re;
        double upIm = im;
        wholePower(down);
        re += part * (upRe - re);
        im += part * (upIm - im);
    }

    private void wholePower(double u) {
        double size = zRe == 0 ? 1 : StrictMath.exp(zRe * u);
        double angle = zIm * u;
        re = size * StrictMath.cos(angle);
        im = zIm == 0 ? 0 : size * StrictMath.sin(angle);
    }
}
