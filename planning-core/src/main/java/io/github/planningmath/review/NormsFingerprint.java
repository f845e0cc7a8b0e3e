package io.github.planningmath.review;

import io.github.planningmath.internal.LibraryVersion;
import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Norm;
import io.github.planningmath.plan.NormValue;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.DocumentPart;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What a plan's norms were when it was made, in a few letters for each KPI, and which version of the library made them. A
 * stored plan keeps its inputs and not its norms: with this it shows whether another version still makes the same of them.
 *
 * <p>The letters are the first {@value #LETTERS} hexadecimal digits of the SHA-256 over all norms of the KPI, each as its
 * scope and exact value.
 *
 * @param library the version of the library, such as {@code 0.1.0}
 * @param norms the letters, by KPI
 */
public record NormsFingerprint(String library, Map<Kpi, String> norms) implements DocumentPart {

    private static final int LETTERS = 16;

    public NormsFingerprint {
        Required.name(library, "NormsFingerprint.library");
        Map<Kpi, String> copy = new EnumMap<>(Kpi.class);
        copy.putAll(Required.present(norms, "NormsFingerprint.norms"));
        norms = Collections.unmodifiableMap(copy);
        norms.forEach((kpi, letters) -> {
            if (letters == null || !letters.matches("[0-9a-f]{" + LETTERS + "}")) {
                throw new IllegalArgumentException("NormsFingerprint.norms must be " + LETTERS
                        + " hexadecimal digits, but was " + letters + " for " + kpi.label() + ".");
            }
        });
    }

    /**
     * The fingerprint of a plan's norms.
     *
     * @param plan a plan, made by this version of the library
     * @return its fingerprint
     */
    public static NormsFingerprint of(Plan plan) {
        Map<Kpi, MessageDigest> digests = new EnumMap<>(Kpi.class);
        for (Norm norm : Required.present(plan, "NormsFingerprint.plan").norms()) {
            digests.computeIfAbsent(norm.kpi(), kpi -> digest())
                    .update(line(norm.scope(), norm.value()).getBytes(StandardCharsets.UTF_8));
        }
        Map<Kpi, String> letters = new EnumMap<>(Kpi.class);
        digests.forEach((kpi, digest) ->
                letters.put(kpi, HexFormat.of().formatHex(digest.digest()).substring(0, LETTERS)));
        return new NormsFingerprint(LibraryVersion.text(), letters);
    }

    /** No word of it may ever change: a stored fingerprint would then differ from the plan that it was taken of. */
    private static String line(Scope scope, NormValue value) {
        return scope.month() + "|" + scope.product() + "|" + scope.channel() + "|"
                + (scope.tier() == null ? null : scope.tier().name())
                + (scope.stage() == null ? "" : "|" + scope.stage()) + "=" + value.numerator() + "/"
                + value.denominator()
                + "\n";
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256.", absent);
        }
    }

    /**
     * The KPIs whose norms another plan has otherwise.
     *
     * @param other the fingerprint of the other plan
     * @return those of which either has other norms than the other, or none; empty where both have the same
     */
    public List<Kpi> differing(NormsFingerprint other) {
        List<Kpi> differing = new ArrayList<>();
        for (Kpi kpi : Kpi.values()) {
            String letters = norms.get(kpi);
            String others = other.norms.get(kpi);
            if (letters == null ? others != null : !letters.equals(others)) {
                differing.add(kpi);
            }
        }
        return differing;
    }
}
