package io.github.planningmath.allocation;

import java.util.List;

/** The periods of one channel in a {@link Flighting}. */
final class FlightedChannel {

    private final ResponseCurve curve;
    private final double carryOver;
    private final double[] season;

    /** Blocks of periods that spend in their first one alone: where each begins, and the stock then. */
    private final int[] begins;

    private final double[] stocks;

    FlightedChannel(Adstock adstock, List<Double> season) {
        this.curve = adstock.curve();
        this.carryOver = adstock.carryOver();
        this.season = season.stream().mapToDouble(Double::doubleValue).toArray();
        this.begins = new int[this.season.length + 1];
        this.stocks = new double[this.season.length];
    }

    /** The best spends by period where a unit of money must bring a multiplier. */
    double[] spends(double multiplier) {
        int blocks = 0;
        for (int period = 0; period < season.length; period++) {
            begins[blocks] = period;
            begins[blocks + 1] = period + 1;
            stocks[blocks] = alone(period, multiplier);
            blocks++;
            while (blocks > 1 && stocks[blocks - 1] < leftOf(blocks - 2)) {
                blocks--;
                double least = stocks[blocks] / share(begins[blocks] - begins[blocks - 1]);
                begins[blocks] = period + 1;
                stocks[blocks - 1] = pooled(blocks - 1, least, stocks[blocks - 1], multiplier);
            }
        }
        double[] spends = new double[season.length];
        for (int block = 0; block < blocks; block++) {
            spends[begins[block]] = block == 0 ? stocks[0] : stocks[block] - leftOf(block - 1);
        }
        return spends;
    }

    /** What is left of a block's stock in the period after it. */
    private double leftOf(int block) {
        return stocks[block] * share(begins[block + 1] - begins[block]);
    }

    private double share(int periods) {
        return Math.pow(carryOver, periods);
    }

    /** What a unit of stock costs in a period: it saves what it leaves to the next one. */
    private double price(int period) {
        return period == season.length - 1 ? 1 : 1 - carryOver;
    }

    private double alone(int period, double multiplier) {
        return curve.inverseMarginal(multiplier * price(period) / season[period]);
    }

    /** The first stock of a block, between the two that its parts would have: where a further unit brings what it costs. */
    private double pooled(int block, double below, double above, double multiplier) {
        double low = below;
        double high = above;
        for (double middle = low + (high - low) / 2; low < middle && middle < high; middle = low + (high - low) / 2) {
            if (gain(block, middle, multiplier) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double gain(int block, double first, double multiplier) {
        double gain = 0;
        double share = 1;
        for (int period = begins[block]; period < begins[block + 1]; period++) {
            gain += share * (season[period] * curve.marginal(share * first) - multiplier * price(period));
            share *= carryOver;
        }
        return gain;
    }

    double outcome(double[] spends) {
        double outcome = 0;
        double stock = 0;
        for (int period = 0; period < season.length; period++) {
            stock = spends[period] + carryOver * stock;
            outcome += season[period] * curve.value(stock);
        }
        return outcome;
    }

    /** How far a further unit of money in any period is from bringing a multiplier, relatively. */
    double residual(double[] spends, double multiplier) {
        double[] stock = new double[season.length];
        for (int period = 0; period < season.length; period++) {
            stock[period] = spends[period] + (period == 0 ? 0 : carryOver * stock[period - 1]);
        }
        double residual = 0;
        double brings = 0;
        for (int period = season.length - 1; period >= 0; period--) {
            brings = season[period] * curve.marginal(stock[period]) + carryOver * brings;
            double excess = (brings - multiplier) / multiplier;
            residual = Math.max(residual, spends[period] > 0 ? Math.abs(excess) : excess);
        }
        return residual;
    }
}
