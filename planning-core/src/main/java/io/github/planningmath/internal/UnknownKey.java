package io.github.planningmath.internal;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A key that a part of a document does not know.
 *
 * @param part the part's name in messages
 * @param known the keys that it knows
 * @param key the other one
 */
public record UnknownKey(String part, List<String> known, String key) {

    /**
     * Of what a mapper met.
     *
     * @param form the record that is read
     * @param key what it does not know
     * @return the key
     */
    public static UnknownKey of(Class<?> form, String key) {
        List<String> known = Arrays.stream(form.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        return new UnknownKey(name(form), known, key);
    }

    /** What a record is read from stands within it. */
    private static String name(Class<?> form) {
        return (form.getSimpleName().equals("Document") ? form.getEnclosingClass() : form).getSimpleName();
    }

    /**
     * What is wrong, with the nearest known key.
     *
     * @return two sentences
     */
    public String message() {
        return part + " must have " + (known.isEmpty() ? "no keys" : "no keys but " + String.join(", ", known))
                + ", but had " + key + "." + hint();
    }

    private String hint() {
        return known.stream()
                .filter(each -> distance(each) <= Math.max(1, Math.max(each.length(), key.length()) / 3))
                .min(Comparator.comparingInt(this::distance))
                .map(nearest -> " Perhaps " + nearest + " was meant.")
                .orElse("");
    }

    /**
     * How many letters are to be put in, left out, changed for others or swapped with their neighbours, whatever their case:
     * the optimal string alignment. Source: G. Navarro, ACM Computing Surveys 33(1), 2001, 31-88, doi:10.1145/375360.375365.
     */
    private int distance(String other) {
        String from = key.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[][] steps = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, from, to, i, j);
            }
        }
        return steps[from.length()][to.length()];
    }

    private static int step(int[][] steps, String from, String to, int i, int j) {
        int changed = steps[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int step = Math.min(changed, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(step, steps[i - 2][j - 2] + 1) : step;
    }
}
