package io.github.planningmath.examples.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A file of text in UTF-8.
 *
 * @param path where it stands
 */
public record TextFile(Path path) {

    /** What some programs begin a file with. */
    public static final String BYTE_ORDER_MARK = "\ufeff";

    /**
     * The text of bytes.
     *
     * @param bytes in UTF-8
     * @return throws a {@link java.nio.charset.CharacterCodingException} where they are not
     */
    public static Reader reader(InputStream bytes) {
        return new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /**
     * The first line that is not UTF-8; a decoder reads ahead, so it is looked up.
     *
     * @return its number, from 1
     */
    public long firstLineInOtherBytes() {
        try (Stream<String> lines = Files.lines(path, StandardCharsets.ISO_8859_1)) {
            return 1
                    + lines.takeWhile(line -> isUtf8(line.getBytes(StandardCharsets.ISO_8859_1)))
                            .count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isUtf8(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), line);
    }
}
