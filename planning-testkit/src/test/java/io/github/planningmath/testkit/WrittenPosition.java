package io.github.planningmath.testkit;

import io.github.planningmath.plan.Position;
import io.github.planningmath.quantity.Ratio;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A position as rows of text, in any order. */
record WrittenPosition(String opens, List<List<@Nullable String>> rows) {

    static WrittenPosition of(Position position, Random random) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        position.customers()
                .forEach(each ->
                        rows.add(row("customers", each.product(), each.age(), each.count(), each.billionths())));
        position.cohorts()
                .forEach(each -> rows.add(
                        row("cohort", each.product(), each.channel(), each.brought(), each.leads(), each.matured())));
        position.stages()
                .forEach(each -> rows.add(row(
                        "stage",
                        each.product(),
                        each.channel(),
                        each.stage(),
                        each.since(),
                        each.count(),
                        each.fraction())));
        position.openLeads()
                .forEach(each -> rows.add(row("open", each.product(), each.channel(), each.due(), each.count())));
        position.remainders()
                .forEach(each -> rows.add(
                        row("left", each.counted(), each.product(), each.channel(), each.stage(), each.fraction())));
        Collections.shuffle(rows, random);
        return new WrittenPosition(position.opens().toString(), rows);
    }

    private static List<@Nullable String> row(@Nullable Object... cells) {
        List<@Nullable String> row = new ArrayList<>();
        Stream.of(cells).forEach(cell -> row.add(cell == null ? null : text(cell)));
        return row;
    }

    private static String text(Object cell) {
        return cell instanceof Ratio ratio ? ratio.numerator() + "/" + ratio.denominator() : cell.toString();
    }

    Position read() {
        List<Position.Customers> customers = new ArrayList<>();
        List<Position.Cohort> cohorts = new ArrayList<>();
        List<Position.StageEntries> stages = new ArrayList<>();
        List<Position.OpenLeads> open = new ArrayList<>();
        List<Position.Remainder> left = new ArrayList<>();
        for (List<@Nullable String> row : rows) {
            switch (given(row, 0)) {
                case "customers" ->
                    customers.add(new Position.Customers(
                            given(row, 1),
                            Integer.valueOf(given(row, 2)),
                            Long.valueOf(given(row, 3)),
                            Integer.valueOf(given(row, 4))));
                case "cohort" ->
                    cohorts.add(new Position.Cohort(
                            given(row, 1),
                            given(row, 2),
                            YearMonth.parse(given(row, 3)),
                            Long.valueOf(given(row, 4)),
                            row.get(5) == null ? null : Ratio.parse(given(row, 5))));
                case "stage" ->
                    stages.add(new Position.StageEntries(
                            given(row, 1),
                            given(row, 2),
                            given(row, 3),
                            YearMonth.parse(given(row, 4)),
                            Long.valueOf(given(row, 5)),
                            row.get(6) == null ? null : Ratio.parse(given(row, 6))));
                case "open" ->
                    open.add(new Position.OpenLeads(
                            given(row, 1), given(row, 2), YearMonth.parse(given(row, 3)), Long.valueOf(given(row, 4))));
                default ->
                    left.add(new Position.Remainder(
                            Position.Rounded.valueOf(given(row, 1)),
                            given(row, 2),
                            row.get(3),
                            row.get(4),
                            Ratio.parse(given(row, 5))));
            }
        }
        return new Position(YearMonth.parse(opens), customers, cohorts, stages, open, left);
    }

    private static String given(List<@Nullable String> row, int cell) {
        return Objects.requireNonNull(row.get(cell));
    }
}
