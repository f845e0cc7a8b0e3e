package io.github.planningmath.quantity;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.UnknownKey;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document that Jackson reads, as a record whose components are its keys. Another key is refused whatever the mapper's
 * settings are, and the nearest known one named: a lenient mapper would drop a mistyped key that may be left out, and nobody would
 * know. All records of this library that stand in documents are such parts; those of a document that holds one may be as well.
 */
public interface DocumentPart {

    @SuppressWarnings("unused") // Jackson calls it
    @DocumentForm.OtherKeys
    private void refuse(String key, @Nullable Object value) {
        throw new IllegalArgumentException(UnknownKey.of(getClass(), key).message());
    }
}
