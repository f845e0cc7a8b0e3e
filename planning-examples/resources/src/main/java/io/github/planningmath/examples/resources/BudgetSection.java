package io.github.planningmath.examples.resources;

import io.github.planningmath.allocation.Allocation;
import io.github.planningmath.allocation.AllocationConflict;
import io.github.planningmath.allocation.Concavity;
import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The budget by channel and month. */
final class BudgetSection {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private BudgetSection() {}

    static Section of(Study study, Words words) {
        BudgetSplit split = study.split();
        return new Section(
                words.text("split.title"),
                List.of(
                        words.text(
                                "split.lead", words.figures().whole(split.best().budget())),
                        words.text("split.what")),
                List.of(channels(study, words), months(split, words)),
                notes(study, words));
    }

    private static Table channels(Study study, Words words) {
        BudgetSplit split = study.split();
        String currency = study.currency();
        Table table = new Table(
                List.of(words.text("channel"), words.text("curve")),
                List.of(
                        words.text("plan-spends", currency),
                        words.text("brings"),
                        words.text("best-spend"),
                        words.text("brings"),
                        words.text("change-of-spend"),
                        words.text("return")));
        for (String channel : split.channels()) {
            table.row(
                    channel,
                    shape(study, channel, words),
                    words.figures().whole(split.planned(channel)),
                    words.figures().whole(split.broughtByPlan(channel)),
                    words.figures().whole(split.spend(channel)),
                    words.figures().whole(split.brings(channel)),
                    words.figures().change(split.spend(channel).subtract(split.planned(channel)), 0),
                    split.spend(channel).signum() == 0
                            ? Figures.NONE
                            : words.figures()
                                    .decimal(
                                            split.brings(channel)
                                                    / split.spend(channel).doubleValue(),
                                            2));
        }
        BigDecimal planned = sum(split, split::planned);
        BigDecimal best = sum(split, split::spend);
        return table.row(
                words.text("all-channels"),
                "",
                words.figures().whole(planned),
                words.figures().whole(brought(split, split::broughtByPlan)),
                words.figures().whole(best),
                words.figures().whole(brought(split, split::brings)),
                words.figures().change(best.subtract(planned), 0),
                words.figures().decimal(brought(split, split::brings) / Math.max(1, best.doubleValue()), 2));
    }

    private static String shape(Study study, String channel, Words words) {
        return Objects.requireNonNull(study.there().money().curves().get(channel))
                                .concavity()
                        == Concavity.S_SHAPED
                ? words.text("s-shaped")
                : words.text("concave");
    }

    private static BigDecimal sum(BudgetSplit split, Function<String, BigDecimal> each) {
        return split.channels().stream().map(each).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static double brought(BudgetSplit split, Function<String, Double> each) {
        return split.channels().stream().mapToDouble(each::apply).sum();
    }

    private static Table months(BudgetSplit split, Words words) {
        List<String> heads =
                new ArrayList<>(split.months().stream().map(YearMonth::toString).toList());
        heads.add(words.text("all-months"));
        Table table = new Table(List.of(words.text("thousands")), heads);
        for (String channel : split.channels()) {
            addRow(words, table, channel, split, month -> split.spend(channel, month));
        }
        addRow(
                words,
                table,
                words.text("all-channels"),
                split,
                month -> split.channels().stream()
                        .map(channel -> split.spend(channel, month))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        return table;
    }

    private static void addRow(
            Words words, Table table, String name, BudgetSplit split, Function<YearMonth, BigDecimal> spend) {
        List<String> row = new ArrayList<>(List.of(name));
        BigDecimal sum = BigDecimal.ZERO;
        for (YearMonth month : split.months()) {
            sum = sum.add(spend.apply(month));
            row.add(thousands(words, spend.apply(month)));
        }
        row.add(thousands(words, sum));
        table.row(row.toArray(String[]::new));
    }

    private static String thousands(Words words, BigDecimal amount) {
        return words.figures().whole(amount.divide(THOUSAND));
    }

    private static List<String> notes(Study study, Words words) {
        BudgetSplit split = study.split();
        Allocation best = split.best();
        List<String> notes = new ArrayList<>();
        notes.add(words.text("split.marginal", words.figures().decimal(best.marginalReturn(), 2)));
        notes.add(words.text(
                "split.bound",
                words.figures().whole(best.continuous().upperBound()),
                words.figures().whole(study.there().money().step()),
                words.figures().whole(best.outcome())));
        if (!best.provedBest()) {
            notes.add(words.text("split.proved", words.figures().whole(best.upperBound())));
        }
        Allocation enough = split.enough();
        notes.add(
                enough == null
                        ? words.text("split.not-enough")
                        : words.text("split.enough", words.figures().whole(enough.budget())));
        notes.add(split.worthwhile()
                .fold(
                        found -> words.text(
                                "split.worthwhile",
                                least(study, words),
                                words.figures().whole(found.budget())),
                        none -> noneWorthwhile(study, none.conflict(), words)));
        return notes;
    }

    private static String least(Study study, Words words) {
        return words.figures().decimal(study.there().money().leastReturn(), 2);
    }

    private static String noneWorthwhile(Study study, AllocationConflict conflict, Words words) {
        String least = least(study, words);
        if (conflict instanceof AllocationConflict.MarginalReturnOutOfReach floors) {
            return words.text(
                    "split.floors",
                    least,
                    words.figures().whole(floors.budget()),
                    words.figures().decimal(floors.reached(), 2));
        }
        return conflict instanceof AllocationConflict.Unlimited
                ? words.text("split.always", least)
                : words.text("split.never", least, conflict);
    }
}
