package io.github.planningmath.evidence;

import io.github.planningmath.plan.Basis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.jspecify.annotations.Nullable;

/** Successes of trials by cell, such as contacts of visits by month, and how much more the cells scatter than luck allows. */
final class CountedShare {

    private record Cell(int group, long successes, long trials) {}

    private final List<Cell> cells = new ArrayList<>();
    private long successes;
    private long trials;
    private LocalDate from = LocalDate.MAX;
    private LocalDate through = LocalDate.MIN;

    void add(long won, long tried, LocalDate first, LocalDate last) {
        add(0, won, tried, first, last);
    }

    /** Of a group that may have a share of its own, such as an age. */
    void add(int group, long won, long tried, LocalDate first, LocalDate last) {
        successes = Math.addExact(successes, won);
        trials = Math.addExact(trials, tried);
        if (tried > 0) {
            cells.add(new Cell(group, won, tried));
        }
        from = first.isBefore(from) ? first : from;
        through = last.isAfter(through) ? last : through;
    }

    boolean isEmpty() {
        return through.isBefore(from);
    }

    long successes() {
        return successes;
    }

    long trials() {
        return trials;
    }

    LocalDate from() {
        return from;
    }

    LocalDate through() {
        return through;
    }

    /** Why no share can be said; null where it can. */
    @Nullable
    ConstantRefusal refusal(String counted) {
        if (successes > trials) {
            return new ConstantRefusal.MoreThanTried(successes, trials, counted);
        }
        return successes < ConstantRefusal.TooFew.LEAST_SUCCESSES || trials < ConstantRefusal.TooFew.LEAST_TRIALS
                ? new ConstantRefusal.TooFew(successes, trials, counted)
                : null;
    }

    /** Pearson's statistic over its degrees of freedom, at least 1: {@code sum of (k - p n)^2/(n p (1 - p))}, with {@code p} of its group. */
    double dispersion() {
        int groups = groups();
        return cells.size() <= groups ? 1 : Math.max(1, pearson(true) / (cells.size() - groups));
    }

    private int groups() {
        return (int) cells.stream().mapToInt(Cell::group).distinct().count();
    }

    private double pearson(boolean byGroup) {
        double statistic = 0;
        for (Cell cell : cells) {
            double share = byGroup ? share(cell.group) : (double) successes / trials;
            double variance = cell.trials * share * (1 - share);
            if (variance > 0) {
                double off = cell.successes - share * cell.trials;
                statistic += off * off / variance;
            }
        }
        return statistic;
    }

    private double share(int group) {
        long won = 0;
        long tried = 0;
        for (Cell cell : cells) {
            if (cell.group == group) {
                won += cell.successes;
                tried += cell.trials;
            }
        }
        return (double) won / tried;
    }

    /** How often luck alone, as wide as cells of one group scatter, makes the groups' shares differ so: of a chi-squared law. */
    double chanceOfGroups() {
        int groups = groups();
        double share = (double) successes / trials;
        double statistic = 0;
        for (int group : cells.stream().mapToInt(Cell::group).distinct().toArray()) {
            long tried = cells.stream()
                    .filter(cell -> cell.group == group)
                    .mapToLong(Cell::trials)
                    .sum();
            double off = share(group) - share;
            statistic += off * off * tried / (share * (1 - share));
        }
        return groups < 2 || share == 1 || share == 0
                ? 1
                : RegularizedGamma.Q.value((groups - 1) / 2.0, statistic / dispersion() / 2);
    }

    Basis.Counted basis() {
        double dispersion = dispersion();
        return new Basis.Counted(successes, trials, successes / dispersion, trials / dispersion, from, through);
    }
}
