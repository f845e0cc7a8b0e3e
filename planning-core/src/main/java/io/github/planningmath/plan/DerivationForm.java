package io.github.planningmath.plan;

import io.github.planningmath.internal.DocumentForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A derivation as it is written.
 *
 * @param type what kind of step it is
 * @param label what the number is
 * @param value the number
 * @param formula the step in one line
 * @param inputs what it follows from; absent where none is written
 * @param more how many inputs are not; absent where all are
 */
@DocumentForm.GivenOnly
record DerivationForm(
        String type,
        String label,
        Object value,
        String formula,
        @Nullable List<DerivationForm> inputs,
        @Nullable Integer more) {}
