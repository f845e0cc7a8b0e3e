package io.github.planningmath.plan;

/**
 * The search for the least number of leads that suffice: from a guess, by the slope between the last two numbers looked at,
 * between one that is too few and one that is enough; by halves where slopes do not lead on.
 */
final class LeadSearch {

    /** As many numbers may be looked at before those in question have to be half as many. */
    private static final int PATIENCE = 3;

    private final Bounds bounds;

    /** What a further lead brings, in leads of the channel that brings the most. */
    private double slope;

    private long tooFew;
    private long enough;
    private boolean anyEnough;
    private long leads;
    private boolean found;
    private long lastLeads = -1;
    private long lastMissing;
    private int looks;
    private long widthBefore = Long.MAX_VALUE;

    /**
     * Where to look for the least leads.
     *
     * @param least no fewer
     * @param guess where to begin
     * @param most no more
     */
    record Bounds(long least, long guess, long most) {}

    /**
     * A search.
     *
     * @param bounds where to look
     * @param slope what a further lead brings on average, in leads of the channel that brings the most
     */
    LeadSearch(Bounds bounds, double slope) {
        this.bounds = bounds;
        this.slope = slope;
        tooFew = bounds.least() - 1;
        enough = bounds.most();
        leads = Math.max(bounds.least(), Math.min(bounds.guess(), bounds.most()));
    }

    /** The number to look at next, or the one that was found. */
    long leads() {
        return leads;
    }

    boolean isFound() {
        return found;
    }

    /**
     * Takes note of what was seen at {@link #leads()} and moves on.
     *
     * @param missing above 0 where the leads are too few: so many are missing at least
     * @param orFewer whether one lead less could do as well
     */
    void note(long missing, boolean orFewer) {
        if (missing > 0) {
            tooFew = leads;
            found = leads == bounds.most();
        } else {
            enough = leads;
            anyEnough = true;
            found = leads == bounds.least() || !orFewer;
        }
        found |= anyEnough && enough - tooFew == 1;
        if (found) {
            leads = anyEnough ? enough : leads;
            return;
        }
        noteSlope(missing);
        looks++;
        leads = next(missing);
    }

    private void noteSlope(long missing) {
        if (lastLeads >= 0) {
            double seen = ((double) lastMissing - missing) / ((double) leads - lastLeads);
            if (seen > 0) {
                slope = Math.min(1, seen);
            }
        }
        lastLeads = leads;
        lastMissing = missing;
    }

    private long next(long missing) {
        long least = tooFew + 1;
        long most = anyEnough ? enough - 1 : bounds.most();
        if (looks % PATIENCE == 0) {
            boolean slow = anyEnough && enough - tooFew > widthBefore / 2;
            widthBefore = enough - tooFew;
            if (slow) {
                return least + (most - least) / 2;
            }
        }
        // rounded up where leads are missing, and towards them where some can be spared
        long step = (long) Math.ceil(missing > 0 ? missing / slope : Math.min(-1, missing / slope));
        return step >= most - leads ? most : Math.max(least, leads + step);
    }
}
