package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.RefusedException;
import java.util.function.Function;

/** When the cost of winning a customer has come back in contribution margin, or that it does not. */
@PaybackJson
public sealed interface Payback {

    /**
     * The cost comes back.
     *
     * @param basis what it comes back in
     * @param periods the first time, in periods since the customer was won, at which the margins earned so far cover the cost
     * @param interpolated the same in parts of a period, as if the last margin were earned evenly over the period before it
     */
    record PaidBack(ValueBasis basis, Integer periods, Double interpolated) implements Payback {

        public PaidBack {
            Required.present(basis, "PaidBack.basis");
            Required.between(periods, 0, LifetimeHorizon.LONGEST, "PaidBack.periods");
            Doubles.between(interpolated, 0, LifetimeHorizon.LONGEST, "PaidBack.interpolated");
        }

        @Override
        public PaidBack orThrow() {
            return this;
        }

        @Override
        public <R> R fold(
                Function<? super PaidBack, ? extends R> onPaidBack,
                Function<? super NotPaidBack, ? extends R> otherwise) {
            return onPaidBack.apply(this);
        }
    }

    /**
     * The cost does not come back.
     *
     * @param basis what it would have to come back in
     * @param cost of winning one customer
     * @param recovered the margins to expect of one customer; 0 where the margin of a period is not above 0
     * @param horizon within which periods
     */
    record NotPaidBack(ValueBasis basis, Double cost, Double recovered, LifetimeHorizon horizon) implements Payback {

        public NotPaidBack {
            Required.present(basis, "NotPaidBack.basis");
            Doubles.notNegative(cost, "NotPaidBack.cost");
            Doubles.between(recovered, -Double.MAX_VALUE, Double.MAX_VALUE, "NotPaidBack.recovered");
            Required.present(horizon, "NotPaidBack.horizon");
        }

        @Override
        public PaidBack orThrow() {
            throw new RefusedException(this);
        }

        @Override
        public <R> R fold(
                Function<? super PaidBack, ? extends R> onPaidBack,
                Function<? super NotPaidBack, ? extends R> otherwise) {
            return otherwise.apply(this);
        }

        @Override
        public String toString() {
            return "A customer costs " + cost + " and brings " + recovered + " of contribution margin in " + horizon
                    + ".";
        }
    }

    /**
     * When the cost has come back.
     *
     * @return the time
     * @throws RefusedException if it does not; it carries the refusal
     */
    PaidBack orThrow();

    /**
     * One answer for both cases.
     *
     * @param onPaidBack what becomes of the time
     * @param otherwise what becomes of the refusal
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(
            Function<? super PaidBack, ? extends R> onPaidBack, Function<? super NotPaidBack, ? extends R> otherwise);
}
