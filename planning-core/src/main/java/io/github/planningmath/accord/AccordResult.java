package io.github.planningmath.accord;

import io.github.planningmath.quantity.RefusedException;
import java.util.function.Function;

/** What two departments with plans of their own come to: an accord, or the constants on which they do not agree. */
@AccordResultJson
public sealed interface AccordResult permits Accord, NoAccord {

    /**
     * The accord.
     *
     * @return the accord
     * @throws RefusedException if the plans do not stand on the same constants; it carries what differs
     */
    Accord orThrow();

    /**
     * One answer for both cases.
     *
     * @param onAccord what becomes of the accord
     * @param otherwise what becomes of the differences
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(Function<? super Accord, ? extends R> onAccord, Function<? super NoAccord, ? extends R> otherwise);
}
