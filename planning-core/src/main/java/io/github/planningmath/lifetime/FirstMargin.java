package io.github.planningmath.lifetime;

/** When the first margin of a lifetime is earned. */
public enum FirstMargin {
    /** Now, of everybody; the next one after a period, of those who stay. */
    NOW(0),
    /** After one period, of those who have stayed until then. */
    AFTER_ONE_PERIOD(1);

    private final int periods;

    FirstMargin(int periods) {
        this.periods = periods;
    }

    /** After how many periods it is earned. */
    int periods() {
        return periods;
    }
}
