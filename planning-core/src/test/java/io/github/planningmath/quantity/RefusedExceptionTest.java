package io.github.planningmath.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class RefusedExceptionTest {

    /** A refusal as the results have them: a record with a text of its own, which is not serialisable. */
    private record Refusal(int missing) {

        @Override
        public String toString() {
            return missing + " are missing.";
        }
    }

    @Test
    void carriesTheRefusalAndSaysIt() {
        Refusal refusal = new Refusal(3);
        RefusedException thrown = new RefusedException(refusal);
        assertThat(thrown).hasMessage("3 are missing.");
        assertThat(thrown.refusal()).isSameAs(refusal);
    }

    @Test
    void keepsItsMessageWhereTheRefusalCannotFollow() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new RefusedException(new Refusal(3)));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            RefusedException read = (RefusedException) in.readObject();
            assertThat(read).hasMessage("3 are missing.");
            assertThat(read.refusal()).isNull();
        }
    }

    @Test
    @SuppressWarnings("NullAway") // null on purpose
    void hasARefusal() {
        assertThatNullPointerException()
                .isThrownBy(() -> new RefusedException(null))
                .withMessage("RefusedException.refusal must be given, but was null.");
    }
}
