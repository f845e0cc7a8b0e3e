package io.github.planningmath.review;

/**
 * Which deals an amount that is known stands for. An amount of a cell is what the deals given in that cell brought or cost; of
 * cells that give no deals, it is that of the deals that are given without a channel, or not at all, in the share that is
 * expected of their channels. An amount without a channel is that of all deals that have no other.
 */
final class DealsWithAmount {

    /** What is expected of a channel. */
    @FunctionalInterface
    interface Expected {
        double deals(int month, int product, int channel);
    }

    private interface Which {
        boolean is(int place);
    }

    private final KnownNumbers numbers;
    private final ReviewCells cells;
    private final Expected expected;

    DealsWithAmount(KnownNumbers numbers, Expected expected) {
        this.numbers = numbers;
        cells = numbers.cells;
        this.expected = expected;
    }

    /** The share of the new deals that are not known by channel. */
    double ofSharedNewDeals(Measure amount, int month, int p) {
        return share(
                month, p, place -> !numbers.isKnown(Measure.NEW_DEALS, place), place -> numbers.isKnown(amount, place));
    }

    /** The share of the repeat deals that are not known by channel. */
    double ofSharedRepeatDeals(Measure amount, int month, int p) {
        return share(
                month,
                p,
                place -> !numbers.isKnown(Measure.NEW_DEALS, place) && !numbers.isKnown(Measure.REPEAT_DEALS, place),
                place -> numbers.isKnown(amount, place));
    }

    /** The share of all deals of a kind that a number is known of: 1 where it is known without a channel. */
    double ofAll(Measure number, int month, int p) {
        return numbers.isKnown(number, cells.alone(month, p))
                ? 1
                : share(month, p, place -> true, place -> numbers.isKnown(number, place));
    }

    /** The share of all repeat deals that an amount stands for. */
    double ofAllRepeatDeals(Measure amount, int month, int p) {
        return numbers.isKnown(amount, cells.alone(month, p))
                ? 1
                : share(
                        month,
                        p,
                        place -> true,
                        place -> numbers.isKnown(amount, place)
                                && (numbers.isKnown(Measure.REPEAT_DEALS, place)
                                        || !numbers.isKnown(Measure.NEW_DEALS, place)));
    }

    /** What is expected of the channels that are meant among those that count; all, where nothing is. */
    private double share(int month, int p, Which counts, Which isMeant) {
        double meant = 0;
        double all = 0;
        boolean isAny = false;
        for (int c = 0; c < cells.channels; c++) {
            int place = cells.cell(month, p, c);
            if (counts.is(place)) {
                double deals = expected.deals(month, p, c);
                all += deals;
                if (isMeant.is(place)) {
                    meant += deals;
                    isAny = true;
                }
            }
        }
        return !isAny ? 0 : all > 0 ? meant / all : 1;
    }
}
