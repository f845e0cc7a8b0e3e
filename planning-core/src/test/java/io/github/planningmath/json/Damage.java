package io.github.planningmath.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What can happen to a document on its way: bytes lost, doubled, swapped or changed, numbers beyond all bounds, keys given
 * twice, other encodings and line ends, and what is written to harm its reader. A seed always does the same.
 */
final class Damage {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?%?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z-]+");

    private static final List<String> NUMBERS = List.of(
            "-1",
            "-0",
            "0",
            "0.0000000000000000000000000000000000001",
            "1e999999999",
            "1e-999999999",
            "1E+2147483647",
            "9".repeat(1100),
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "1/0",
            "0/0",
            "1/9223372036854775808",
            "NaN",
            ".inf",
            "0x7fffffffffffffff",
            "1_000",
            "1,5",
            "190:20:30",
            "2027-13",
            "+999999999-12",
            "-999999999-01",
            "PT9223372036854775807S",
            "\u0661");

    private static final List<String> WORDS = List.of(
            "null",
            "~",
            "true",
            "{}",
            "[]",
            "\"\"",
            "&a [*a, *a]",
            "*a",
            "!!java.util.Date 2027-01-01",
            "!!binary aGk=",
            "<<: *a",
            "--- ",
            "...",
            "? x",
            "\u0000",
            "\ufeff",
            "\u2028",
            "\ud83d",
            "\\ud800",
            "\\u0000",
            "@type",
            "a".repeat(5_000),
            "[".repeat(3_000),
            "{\"a\":".repeat(3_000),
            "- ".repeat(3_000));

    private static final String BOMB = """
            a: &a [x, x, x, x, x, x, x, x, x]
            b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
            c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
            d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
            e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
            f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]
            g: [*f, *f, *f, *f, *f, *f, *f, *f, *f]
            """;

    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            StandardCharsets.ISO_8859_1,
            StandardCharsets.US_ASCII,
            Charset.forName("UTF-32"));

    private static final List<String> LINE_ENDS = List.of("\r", "\r\n", "\n\n", "\u0085", "\u2028", "\n\t", " ");

    private final SplittableRandom random;

    private Damage(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The document after one to four accidents. */
    static byte[] of(byte[] document, long seed) {
        Damage damage = new Damage(seed);
        byte[] damaged = document;
        for (int accident = damage.random.nextInt(1, 5); accident > 0; accident--) {
            damaged = damage.accident(damaged);
        }
        return damaged;
    }

    private byte[] accident(byte[] document) {
        return switch (random.nextInt(14)) {
            case 0 -> Arrays.copyOf(document, random.nextInt(document.length + 1));
            case 1 -> withoutSome(document);
            case 2 -> someTwice(document);
            case 3 -> otherByte(document);
            case 4, 5, 6 -> replaced(document, NUMBER, NUMBERS);
            case 7, 8 -> replaced(document, WORD, WORDS);
            case 9 -> replaced(document, WORD, words(text(document)));
            case 10 -> lineTwice(document);
            case 11 -> linesSwapped(document);
            case 12 -> bytes(text(document).replace("\n", pick(LINE_ENDS)));
            default ->
                random.nextInt(4) == 0
                        ? bytes(BOMB + text(document))
                        : text(document).getBytes(pick(ENCODINGS));
        };
    }

    private byte[] withoutSome(byte[] document) {
        int from = random.nextInt(document.length + 1);
        int to = Math.min(document.length, from + random.nextInt(40));
        return joined(document, 0, from, document, to, document.length);
    }

    private byte[] someTwice(byte[] document) {
        int from = random.nextInt(document.length + 1);
        int to = Math.min(document.length, from + random.nextInt(200));
        return joined(document, 0, to, document, from, document.length);
    }

    private static byte[] joined(byte[] one, int from, int to, byte[] other, int otherFrom, int otherTo) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(one, from, to - from);
        joined.write(other, otherFrom, otherTo - otherFrom);
        return joined.toByteArray();
    }

    private byte[] otherByte(byte[] document) {
        byte[] other = document.clone();
        if (other.length > 0) {
            other[random.nextInt(other.length)] = (byte) random.nextInt(256);
        }
        return other;
    }

    /** One place that matches, replaced by one of the texts. */
    private byte[] replaced(byte[] document, Pattern pattern, List<String> texts) {
        String text = text(document);
        List<MatchResult> places = pattern.matcher(text).results().toList();
        if (places.isEmpty() || texts.isEmpty()) {
            return document;
        }
        MatchResult place = pick(places);
        return bytes(text.substring(0, place.start()) + pick(texts) + text.substring(place.end()));
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private byte[] lineTwice(byte[] document) {
        List<String> lines = lines(document);
        lines.add(random.nextInt(lines.size()), pick(lines));
        return bytes(String.join("\n", lines));
    }

    private byte[] linesSwapped(byte[] document) {
        List<String> lines = lines(document);
        Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        return bytes(String.join("\n", lines));
    }

    private static List<String> lines(byte[] document) {
        return new ArrayList<>(Arrays.asList(text(document).split("\n", -1)));
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
