package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which family of buyer models was taken for a customer base, why, and how all of them did.
 *
 * <p>The family with the least BIC is taken. Differences of at most 2 are not worth more than a bare mention; where purchases
 * were held out, they decide between such families: the least root mean square error of a customer's purchases is taken.
 *
 * <p>Source of the scale: R. E. Kass, A. E. Raftery, Bayes Factors, Journal of the American Statistical Association 90(430), 1995,
 * 773-795, doi:10.1080/01621459.1995.10476572.
 *
 * @param family the one that was taken
 * @param reason why, in one line, with the figures
 * @param candidates all families that were tried, the simplest first, with their fits or refusals
 */
public record ModelChoice(BuyerModelFamily family, String reason, List<Candidate> candidates) {

    private static final double BARE_MENTION = 2;

    public ModelChoice {
        Required.present(family, "ModelChoice.family");
        Required.present(reason, "ModelChoice.reason");
        candidates = Required.list(candidates, "ModelChoice.candidates");
    }

    /**
     * A family that was tried.
     *
     * @param family which
     * @param fit the model, its log-likelihood and BIC, or why there is none; of what was before the holdout, if there is one
     * @param holdout how it did on what came after; absent without holdout or without model
     */
    public record Candidate(
            BuyerModelFamily family,
            Fit<BuyerModel> fit,
            @Nullable Holdout holdout) {

        public Candidate {
            Required.present(family, "Candidate.family");
            Required.present(fit, "Candidate.fit");
        }

        @Nullable
        Fitted<BuyerModel> fitted() {
            return fit.<@Nullable Fitted<BuyerModel>>fold(fitted -> fitted, refusal -> null);
        }
    }

    /**
     * What a model expected of a time that it was not fitted on, and what came.
     *
     * @param expected purchases of all customers
     * @param actual purchases of all customers
     * @param rootMeanSquareError of a customer's purchases
     */
    public record Holdout(Double expected, Long actual, Double rootMeanSquareError) {

        public Holdout {
            Doubles.notNegative(expected, "Holdout.expected");
            Required.count(actual, "Holdout.actual");
            Doubles.notNegative(rootMeanSquareError, "Holdout.rootMeanSquareError");
        }

        static Holdout of(BuyerModel model, HoldoutSplit split) {
            CustomerColumns customers = split.calibration().columns();
            Scores scores = Scoring.of(model).onAllCores().scores(customers, split.holdoutDuration());
            List<Long> came = split.holdoutPurchases();
            double expected = 0;
            long actual = 0;
            double squares = 0;
            for (int row = 0; row < customers.size(); row++) {
                double error = scores.expectedPurchases(row) - came.get(row);
                expected += scores.expectedPurchases(row);
                actual += came.get(row);
                squares += error * error;
            }
            return new Holdout(expected, actual, Math.sqrt(squares / customers.size()));
        }
    }

    /** The choice among candidates, or why there is none: no family could be fitted. */
    static <M, R> R among(
            List<Candidate> candidates, Function<ModelChoice, R> onChoice, Function<NotFitted<M>, R> otherwise) {
        List<Candidate> fitted = candidates.stream()
                .filter(candidate -> candidate.fitted() != null)
                .sorted(Comparator.comparingDouble(ModelChoice::bic))
                .toList();
        if (fitted.isEmpty()) {
            return otherwise.apply(refusal(candidates));
        }
        Candidate best = best(fitted);
        return onChoice.apply(new ModelChoice(best.family(), reason(best, fitted, candidates), candidates));
    }

    private static Candidate best(List<Candidate> byBic) {
        Candidate least = byBic.get(0);
        return least.holdout() == null
                ? least
                : close(byBic).stream()
                        .min(Comparator.comparingDouble(ModelChoice::error))
                        .orElse(least);
    }

    private static List<Candidate> close(List<Candidate> byBic) {
        double least = bic(byBic.get(0));
        return byBic.stream()
                .filter(candidate -> bic(candidate) <= least + BARE_MENTION)
                .toList();
    }

    private static double bic(Candidate candidate) {
        return Objects.requireNonNull(candidate.fitted()).bic();
    }

    private static double error(Candidate candidate) {
        return Objects.requireNonNull(candidate.holdout()).rootMeanSquareError();
    }

    private static String reason(Candidate best, List<Candidate> byBic, List<Candidate> candidates) {
        StringBuilder reason = new StringBuilder();
        Candidate least = byBic.get(0);
        if (best.equals(least)) {
            reason.append(String.format(Locale.ROOT, "%s has the least BIC, %.1f", best.family(), bic(best)));
        } else {
            reason.append(String.format(
                    Locale.ROOT,
                    "%s foresaw the holdout best of those within %.0f of the least BIC; its own is %.1f",
                    best.family(),
                    BARE_MENTION,
                    bic(best)));
        }
        String others = byBic.stream()
                .filter(candidate -> !candidate.equals(best))
                .map(candidate ->
                        String.format(Locale.ROOT, "%s %+.1f", candidate.family(), bic(candidate) - bic(best)))
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            reason.append(" (").append(others).append(')');
        }
        String refused = candidates.stream()
                .filter(candidate -> candidate.fitted() == null)
                .map(candidate -> candidate.family() + " " + refusal(candidate).reason())
                .collect(Collectors.joining(", "));
        if (!refused.isEmpty()) {
            reason.append("; no fit: ").append(refused);
        }
        Holdout holdout = best.holdout();
        if (holdout != null) {
            reason.append(String.format(
                    Locale.ROOT,
                    "; of the holdout's %d purchases it expected %.1f",
                    holdout.actual(),
                    holdout.expected()));
        }
        String weak = Objects.requireNonNull(best.fitted()).weaklyKnown().stream()
                .map(Fitted.ParameterEstimate::toString)
                .collect(Collectors.joining(", "));
        if (!weak.isEmpty()) {
            reason.append("; weakly known: ").append(weak);
        }
        return reason.append('.').toString();
    }

    private static <M> NotFitted<M> refusal(List<Candidate> candidates) {
        NotFitted<BuyerModel> simplest = refusal(candidates.get(0));
        return candidates.size() == 1
                ? simplest.withoutBest()
                : NotFitted.unsearched(
                        simplest.reason(),
                        candidates.stream()
                                .map(candidate -> candidate.family() + ": "
                                        + refusal(candidate).detail())
                                .collect(Collectors.joining(" ", "no family fits. ", "")));
    }

    private static NotFitted<BuyerModel> refusal(Candidate candidate) {
        return candidate
                .fit()
                .fold(
                        fitted -> {
                            throw new IllegalStateException(candidate.family() + " is fitted.");
                        },
                        refusal -> refusal);
    }

    @Override
    public String toString() {
        return reason;
    }
}
