package io.github.planningmath.examples.resources;

import io.github.planningmath.allocation.Allocation;
import io.github.planningmath.allocation.AllocationConflict;
import io.github.planningmath.allocation.Concavity;
import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
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

    static Section of(Study study) {
        BudgetSplit split = study.split();
        return new Section(
                "The budget by channel and month",
                List.of(
                        "By the response curves, season laid over them, the best split of "
                                + Figures.amount(split.best().budget()) + " over all months of all channels.",
                        "Contribution is that of the deals which the traffic brings, before it is paid."),
                List.of(channels(study), months(split)),
                notes(study));
    }

    private static Table channels(Study study) {
        BudgetSplit split = study.split();
        String currency = study.currency();
        Table table = new Table(
                List.of("channel", "curve"),
                List.of(
                        "plan spends, " + currency,
                        "brings",
                        "best spend",
                        "brings",
                        "change of spend",
                        "return on it"));
        for (String channel : split.channels()) {
            table.row(
                    channel,
                    shape(study, channel),
                    Figures.amount(split.planned(channel)),
                    Figures.amount(split.broughtByPlan(channel)),
                    Figures.amount(split.spend(channel)),
                    Figures.amount(split.brings(channel)),
                    Figures.change(split.spend(channel).subtract(split.planned(channel))),
                    split.spend(channel).signum() == 0
                            ? Figures.NONE
                            : Figures.decimal(
                                    split.brings(channel) / split.spend(channel).doubleValue(), 2));
        }
        BigDecimal planned = sum(split, split::planned);
        BigDecimal best = sum(split, split::spend);
        return table.row(
                "all channels",
                "",
                Figures.amount(planned),
                Figures.amount(brought(split, split::broughtByPlan)),
                Figures.amount(best),
                Figures.amount(brought(split, split::brings)),
                Figures.change(best.subtract(planned)),
                Figures.decimal(brought(split, split::brings) / Math.max(1, best.doubleValue()), 2));
    }

    private static String shape(Study study, String channel) {
        return Objects.requireNonNull(study.there().money().curves().get(channel))
                                .concavity()
                        == Concavity.S_SHAPED
                ? "S-shaped"
                : "concave";
    }

    private static BigDecimal sum(BudgetSplit split, Function<String, BigDecimal> each) {
        return split.channels().stream().map(each).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static double brought(BudgetSplit split, Function<String, Double> each) {
        return split.channels().stream().mapToDouble(each::apply).sum();
    }

    private static Table months(BudgetSplit split) {
        List<String> heads =
                new ArrayList<>(split.months().stream().map(YearMonth::toString).toList());
        heads.add("all months");
        Table table = new Table(List.of("thousands"), heads);
        for (String channel : split.channels()) {
            addRow(table, channel, split, month -> split.spend(channel, month));
        }
        addRow(
                table,
                "all channels",
                split,
                month -> split.channels().stream()
                        .map(channel -> split.spend(channel, month))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        return table;
    }

    private static void addRow(Table table, String name, BudgetSplit split, Function<YearMonth, BigDecimal> spend) {
        List<String> row = new ArrayList<>(List.of(name));
        BigDecimal sum = BigDecimal.ZERO;
        for (YearMonth month : split.months()) {
            sum = sum.add(spend.apply(month));
            row.add(thousands(spend.apply(month)));
        }
        row.add(thousands(sum));
        table.row(row.toArray(String[]::new));
    }

    private static String thousands(BigDecimal amount) {
        return Figures.amount(amount.divide(THOUSAND));
    }

    private static List<String> notes(Study study) {
        BudgetSplit split = study.split();
        Allocation best = split.best();
        List<String> notes = new ArrayList<>();
        notes.add("The last unit of money brings " + Figures.decimal(best.marginalReturn(), 2) + ".");
        notes.add("No split of this budget brings more than "
                + Figures.amount(best.continuous().upperBound()) + ", of which booking in steps of "
                + Figures.amount(study.there().money().step()) + " leaves " + Figures.amount(best.outcome()) + ".");
        if (!best.provedBest()) {
            notes.add("In such steps nothing better was found, and nothing brings more than "
                    + Figures.amount(best.upperBound()) + ": that is what is proved.");
        }
        Allocation enough = split.enough();
        notes.add(
                enough == null
                        ? "Within the limits no budget brings what the plan's own spends bring."
                        : "What the plan's own spends bring, the best split brings for "
                                + Figures.amount(enough.budget()) + ".");
        notes.add(split.worthwhile()
                .fold(
                        found -> "The last unit brings "
                                + Figures.decimal(study.there().money().leastReturn(), 2) + " at a budget of "
                                + Figures.amount(found.budget()) + ".",
                        none -> noneWorthwhile(study, none.conflict())));
        return notes;
    }

    private static String noneWorthwhile(Study study, AllocationConflict conflict) {
        String least = Figures.decimal(study.there().money().leastReturn(), 2);
        return conflict instanceof AllocationConflict.MarginalReturnOutOfReach floors
                ? "No budget within the limits has its last unit bring " + least + ": beyond the floors of "
                        + Figures.amount(floors.budget()) + " a further unit brings "
                        + Figures.decimal(floors.reached(), 2) + "."
                : conflict instanceof AllocationConflict.Unlimited
                        ? "The last unit brings " + least + " whatever the budget."
                        : "No budget has its last unit bring " + least + ": " + conflict + ".";
    }
}
