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

    private final KnownNumbers known;
    private final ReviewCells cells;
    private final Expected expected;

    DealsWithAmount(KnownNumbers known, Expected expected) {
        this.known = known;
        cells = known.cells;
        this.expected = expected;
    }

    private boolean has(Measure measure, int place) {
        return !Double.isNaN(known.values(measure)[place]);
    }

    /** The share of the new deals that are not known by channel. */
    double ofSharedNewDeals(Measure amount, int month, int p) {
        return share(month, p, place -> !has(Measure.NEW_DEALS, place), place -> has(amount, place));
    }

    /** The share of the repeat deals that are not known by channel. */
    double ofSharedRepeatDeals(Measure amount, int month, int p) {
        return share(
                month,
                p,
                place -> !has(Measure.NEW_DEALS, place) && !has(Measure.REPEAT_DEALS, place),
                place -> has(amount, place));
    }

    /** The share of all deals of a kind that a number is known of: 1 where it is known without a channel. */
    double ofAll(Measure number, int month, int p) {
        return has(number, cells.alone(month, p)) ? 1 : share(month, p, place -> true, place -> has(number, place));
    }

    /** The share of all repeat deals that an amount stands for. */
    double ofAllRepeatDeals(Measure amount, int month, int p) {
        return has(amount, cells.alone(month, p))
                ? 1
                : share(
                        month,
                        p,
                        place -> true,
                        place -> has(amount, place)
                                && (has(Measure.REPEAT_DEALS, place) || !has(Measure.NEW_DEALS, place)));
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
