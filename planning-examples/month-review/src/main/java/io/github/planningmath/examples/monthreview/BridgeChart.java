package io.github.planningmath.examples.monthreview;

import io.github.planningmath.examples.pages.Chart;
import io.github.planningmath.examples.pages.Waterfall;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.review.Part;
import java.math.BigDecimal;

/** The verdict as steps from planned revenue to what it came to. */
final class BridgeChart {

    private final Words words;
    private final Waterfall steps = new Waterfall();

    private BridgeChart(Words words) {
        this.words = words;
    }

    static Chart of(Review review, Words words) {
        return new BridgeChart(words).draw(review);
    }

    private Chart draw(Review review) {
        total("plan", BigDecimal.valueOf(review.bridge().planned()));
        review.verdict()
                .tree()
                .parts()
                .forEach(owner -> add(owner, words.labels().of(owner)));
        total("fact", BigDecimal.valueOf(steps.reached()));
        return Chart.of(words.text("chart.bridge"), words.text("chart.bridge.caption", review.currency()), steps);
    }

    private void total(String name, BigDecimal amount) {
        steps.total(words.text(name), amount.doubleValue(), words.figures().whole(amount));
    }

    private void add(Part part, String owner) {
        boolean isOwned = part.level() == Part.Level.EFFECT;
        if (isOwned || part.level() == Part.Level.NOT_YET_DUE) {
            String effect = words.labels().of(part);
            steps.step(
                    isOwned ? owner + ": " + effect : effect,
                    part.amount().doubleValue(),
                    words.figures().change(part.amount(), 0));
        } else {
            part.parts().forEach(each -> add(each, owner));
        }
    }
}
