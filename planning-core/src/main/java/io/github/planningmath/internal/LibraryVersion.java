package io.github.planningmath.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which version of the library this is; the build writes it beside this class. */
public final class LibraryVersion {

    private static final String TEXT = read();

    private LibraryVersion() {}

    /** Such as {@code 0.1.0}. */
    public static String text() {
        return TEXT;
    }

    private static String read() {
        try (InputStream version = LibraryVersion.class.getResourceAsStream("version.txt")) {
            if (version == null) {
                throw new IllegalStateException("The library's version.txt must stand in its jar, but was not there.");
            }
            return new String(version.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
