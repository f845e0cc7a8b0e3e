package io.github.planningmath.risk;

import java.util.List;

/**
 * How much likelier a lead that is not sold is still to be decided, for what is known of it: {@code 1 / (1 - s)}, with s the chance that
 * it would have been sold by now, {@code s = sum of due(month) * conversion(month)} over the months that are over.
 *
 * @param conversions of these months
 * @param due the share of the leads that fell due in each
 */
@SuppressWarnings("ArrayRecordComponent") // an inner carrier, never compared
record StillOpen(List<Term> conversions, double[] due) implements ByDraw {

    @Override
    public double at(int month, double[] draws) {
        double unsold = 1;
        for (int i = 0; i < due.length; i++) {
            unsold -= due[i] == 0 ? 0 : due[i] * conversions.get(i).at(i, draws);
        }
        return 1 / unsold;
    }

    @Override
    public boolean isDrawn() {
        return conversions.stream().anyMatch(Term::isDrawn);
    }

    @Override
    public boolean isSteady() {
        return true;
    }
}
