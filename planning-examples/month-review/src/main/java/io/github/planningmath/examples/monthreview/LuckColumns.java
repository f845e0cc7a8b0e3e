package io.github.planningmath.examples.monthreview;

import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.review.Part;
import io.github.planningmath.risk.Signal;
import io.github.planningmath.risk.Signals;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What stands beside a part of a verdict: its rate, and whether it is luck.
 *
 * @param luck of the review
 * @param signals those of the part
 * @param isTold whether the part is that of a factor, or a part of that
 */
record LuckColumns(Luck luck, Signals signals, boolean isTold) {

    private static final List<String> HEADINGS = List.of(
            "luck.plan", "luck.fact", "luck.trials", "luck.chance", "luck.changed", "luck.evidence", "luck.judged");
    private static final double RARE = 0.05;
    private static final double RAREST_SHOWN = 0.001;
    private static final double SUREST_SHOWN = 0.995;
    private static final double ENOUGH = 20;
    private static final double MOST_SHOWN = 1000;

    static LuckColumns of(Luck luck) {
        return new LuckColumns(luck, luck.signals(), false);
    }

    static List<String> headings(Words words) {
        return HEADINGS.stream().map(words::text).toList();
    }

    /** What stands beside a part of this part. */
    LuckColumns of(Part part) {
        return switch (part.level()) {
            case OWNER -> with(signals.of(Department.valueOf(part.name().toUpperCase(Locale.ROOT))), false);
            case EFFECT ->
                part.name().equals(Part.COSTS_OF_THE_HOUSE)
                        ? with(new Signals(List.of()), false)
                        : with(signals.of(Factor.labelled(part.name())), true);
            case NOT_YET_DUE -> with(new Signals(List.of()), false);
            case PRODUCT -> with(signals.ofProduct(part.name()), isTold);
            case CHANNEL -> with(signals.over(part.name()), isTold);
            default -> this;
        };
    }

    private LuckColumns with(Signals narrowed, boolean isNowTold) {
        return new LuckColumns(luck, narrowed, isNowTold);
    }

    List<String> cells(Words words) {
        Signal signal = isTold ? signals.together() : null;
        if (signal == null) {
            return Collections.nCopies(HEADINGS.size(), "");
        }
        Figures figures = words.figures();
        double fact = (double) signal.successes() / signal.trials();
        boolean isFew = fact < signal.planned().toDouble();
        double chance = isFew ? signal.chanceOfSoFew() : signal.chanceOfSoMany();
        double changed = isFew ? signal.chanceThatLower() : 1 - signal.chanceThatLower();
        return List.of(
                figures.share(signal.planned().toDouble(), 2),
                figures.share(fact, 2),
                figures.whole(signal.trials()),
                chance(chance, words),
                changed > SUREST_SHOWN
                        ? words.text("luck.above", figures.share(1 - 2 * (1 - SUREST_SHOWN), 0))
                        : figures.share(changed, 0),
                evidence(signal.evidenceOfChange(), words),
                words.text(judged(signal, chance)));
    }

    private static String chance(double chance, Words words) {
        return chance < RAREST_SHOWN
                ? words.text("luck.below", words.figures().whole(1 / RAREST_SHOWN))
                : words.text("luck.in", words.figures().whole(1 / chance));
    }

    private static String evidence(double evidence, Words words) {
        return evidence > MOST_SHOWN
                ? words.text("luck.above", words.figures().whole(MOST_SHOWN))
                : words.figures().decimal(evidence, 1);
    }

    /** Of one leaf among all leaves, of several by their evidence together. */
    private String judged(Signal signal, double chance) {
        boolean isReal = signals.leaves().size() == 1
                ? luck.real().contains(signals.leaves().get(0))
                : signal.evidenceOfChange() >= ENOUGH;
        if (isReal) {
            return "luck.real";
        }
        return chance <= RARE ? "luck.watch" : "luck.luck";
    }

    /** What the columns mean. */
    static List<String> notes(Luck luck, Words words) {
        return List.of(
                words.text("luck.note.chance"),
                words.text("luck.note.evidence"),
                words.text("luck.note.real", luck.signals().leaves().size()),
                words.text("luck.note.rest"));
    }
}
