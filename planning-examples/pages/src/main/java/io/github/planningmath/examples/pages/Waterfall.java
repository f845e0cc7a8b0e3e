package io.github.planningmath.examples.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Steps from one amount to another: a bar for each, below the one before it, with its amount. */
public final class Waterfall {

    private static final double ROOM_BELOW = 0.25;
    private static final double ALL = 100;

    private final List<Bar> bars = new ArrayList<>();
    private double reached;

    /** Nothing yet. */
    public Waterfall() {}

    private record Bar(String name, double from, double to, String amount, String kind) {

        double least() {
            return from == 0 ? to : Math.min(from, to);
        }

        double most() {
            return Math.max(from, to);
        }
    }

    /**
     * A bar as it stands in the page.
     *
     * @param name what it is of
     * @param amount its amount as it is shown
     * @param kind which colour it has
     * @param left where it begins, in percent
     * @param width how wide it is, in percent
     */
    record Step(String name, String amount, String kind, String left, String width) {}

    /**
     * Adds a whole amount.
     *
     * @param name what it is of
     * @param amount the amount
     * @param shown the amount as it is shown
     * @return these steps
     */
    public Waterfall total(String name, double amount, String shown) {
        bars.add(new Bar(name, 0, amount, shown, "total"));
        reached = amount;
        return this;
    }

    /**
     * Adds a step from what is reached.
     *
     * @param name what it is of
     * @param change how much is added
     * @param shown the change as it is shown
     * @return these steps
     */
    public Waterfall step(String name, double change, String shown) {
        bars.add(new Bar(name, reached, reached + change, shown, change < 0 ? "down" : "up"));
        reached += change;
        return this;
    }

    /**
     * What is reached.
     *
     * @return the amount after all steps so far
     */
    public double reached() {
        return reached;
    }

    /** The bars, from somewhat below the least of them to the most. */
    List<Step> steps() {
        double most = bars.stream().mapToDouble(Bar::most).max().orElse(1);
        double least = bars.stream().mapToDouble(Bar::least).min().orElse(0);
        double begin = Math.max(0, least - ROOM_BELOW * (most - least));
        double span = most > begin ? most - begin : 1;
        return bars.stream().map(bar -> step(bar, begin, span)).toList();
    }

    private static Step step(Bar bar, double begin, double span) {
        double left = Math.max(begin, Math.min(bar.from(), bar.to()));
        return new Step(
                bar.name(),
                bar.amount(),
                bar.kind(),
                percent((left - begin) / span),
                percent((bar.most() - left) / span));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.3f", ALL * share);
    }
}
