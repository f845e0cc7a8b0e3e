package io.github.planningmath.review;

import io.github.planningmath.kpi.Factor;

/**
 * Products of factors being split, one after the other, and the sums of their parts by factor, product and channel. Factors
 * are set in the order of the chain; the product of all that are set is split and booked.
 */
final class FactorChain {

    private static final int COUNT = Factor.values().length;

    private final Decomposition way;
    private final double[][] parts;
    private final double[] notYetDue;
    private final double[] booked;
    private final double[] planned = new double[COUNT];
    private final double[] happened = new double[COUNT];
    private final double[] logs = new double[COUNT];
    private final double[] split = new double[COUNT];
    private final int[] factors = new int[COUNT];
    private int length;

    FactorChain(Decomposition way, ReviewCells cells) {
        this.way = way;
        parts = new double[COUNT][cells.width()];
        notYetDue = new double[cells.width()];
        booked = new double[cells.products];
    }

    @SuppressWarnings("EnumOrdinal") // the order of the chain is that of the enum
    private static int place(Factor factor) {
        return factor.ordinal();
    }

    /** Adds a factor; a rate that one side has none of, NaN, is the other's. */
    FactorChain with(Factor factor, double before, double after) {
        boolean noneBefore = Double.isNaN(before);
        boolean noneAfter = Double.isNaN(after);
        double plannedFactor = noneBefore ? (noneAfter ? 1 : after) : before;
        double happenedFactor = noneAfter ? plannedFactor : after;
        // products that follow each other have their first factors in common
        if (planned[length] != plannedFactor || happened[length] != happenedFactor) {
            set(plannedFactor, happenedFactor);
        }
        factors[length] = place(factor);
        length++;
        return this;
    }

    private void set(double plannedFactor, double happenedFactor) {
        planned[length] = plannedFactor;
        happened[length] = happenedFactor;
        logs[length] = plannedFactor > 0 && happenedFactor > 0 ? way.log(plannedFactor, happenedFactor) : 0;
    }

    /** Splits the product and forgets its factors. */
    void book(int cell, int product, double sign) {
        double before = Decomposition.product(planned, length);
        double after = Decomposition.product(happened, length);
        way.split(planned, happened, logs, length, before, after, split);
        bookFactors(cell, sign);
        booked[product] += sign * (after - before);
        clear();
    }

    /** Splits the product times a last factor, whose own part is not booked but left to be split further; the factors stay. */
    void bookTimes(double plannedLast, double happenedLast, int cell, int product, double sign) {
        set(plannedLast, happenedLast);
        double before = before();
        double after = after();
        way.split(planned, happened, logs, length + 1, before, after, split);
        bookFactors(cell, sign);
        booked[product] += sign * (after - before);
    }

    /** What a change of one in the last factor of {@link #bookTimes} came to. */
    double unitOfLast() {
        return way.unit(planned, happened, length + 1, length, before(), after(), split);
    }

    private double before() {
        return Decomposition.product(planned, length) * planned[length];
    }

    private double after() {
        return Decomposition.product(happened, length) * happened[length];
    }

    private void bookFactors(int cell, double sign) {
        for (int k = 0; k < length; k++) {
            parts[factors[k]][cell] += sign * split[k];
        }
    }

    void clear() {
        length = 0;
    }

    /** Books a part that is not one of a product of factors. */
    void add(Factor factor, int cell, int product, double part) {
        parts[place(factor)][cell] += part;
        booked[product] += part;
    }

    /** Books a part that nobody answers for yet. */
    void addNotYetDue(int cell, int product, double part) {
        notYetDue[cell] += part;
        booked[product] += part;
    }

    /** Books a part of what a customer comes to; the whole of it is booked with its product. */
    void addPartOfWorth(Factor factor, int cell, double part) {
        parts[place(factor)][cell] += part;
    }

    /** What has been booked of a product by now. */
    double booked(int product) {
        return booked[product];
    }

    /** What is not yet due in a place. */
    double notYetDue(int cell) {
        return notYetDue[cell];
    }

    /** The part of a factor in a place. */
    double part(Factor factor, int cell) {
        return parts[place(factor)][cell];
    }
}
