package io.github.planningmath.plan;

import io.github.planningmath.internal.CsvField;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.quantity.CsvTable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Norms as tables. */
final class NormTables {

    private static final String WHOLE_PLAN = "whole plan";

    private NormTables() {}

    /** Of what a row of the wide table stands, its months open. */
    private record Line(Kpi kpi, Scope scope, Department owner) {

        static Line of(Norm norm) {
            return new Line(norm.kpi(), inAllMonths(norm.scope()), norm.owner());
        }

        private static Scope inAllMonths(Scope scope) {
            return new Scope(null, null, scope.product(), scope.channel(), scope.tier(), scope.stage());
        }
    }

    static CsvTable byMonth(Iterable<Norm> norms) {
        Map<Line, Map<String, String>> lines = new LinkedHashMap<>();
        TreeSet<YearMonth> months = new TreeSet<>();
        boolean hasTotals = false;
        for (Norm norm : norms) {
            YearMonth month = norm.scope().month();
            hasTotals |= month == null;
            if (month != null) {
                months.add(month);
            }
            lines.computeIfAbsent(Line.of(norm), line -> new LinkedHashMap<>()).put(heading(month), value(norm));
        }
        List<String> figures =
                new ArrayList<>(months.stream().map(YearMonth::toString).toList());
        if (hasTotals) {
            figures.add(WHOLE_PLAN);
        }
        boolean inStages = lines.keySet().stream().anyMatch(line -> line.scope().stage() != null);
        List<String> columns = new ArrayList<>(List.of("kpi", "product", "channel", "tier"));
        columns.addAll(inStages ? List.of("stage", "owner") : List.of("owner"));
        columns.addAll(figures);
        List<List<String>> rows = new ArrayList<>();
        lines.forEach((line, values) -> {
            Scope scope = line.scope();
            List<String> row = fields(line.kpi().label(), scope.product(), scope.channel(), scope.tier());
            row.addAll(inStages ? fields(scope.stage(), line.owner()) : fields(line.owner()));
            figures.forEach(figure -> row.add(values.getOrDefault(figure, "")));
            rows.add(row);
        });
        return new CsvTable(columns, rows);
    }

    static CsvTable byCell(List<Norm> norms) {
        Map<Kpi, Integer> finest = new EnumMap<>(Kpi.class);
        norms.forEach(norm -> finest.merge(norm.kpi(), depth(norm.scope()), Math::max));
        boolean inStages = norms.stream().anyMatch(norm -> norm.scope().stage() != null);
        List<String> columns = new ArrayList<>(List.of("kpi", "month", "product", "channel", "tier"));
        columns.addAll(inStages ? List.of("stage", "value", "owner") : List.of("value", "owner"));
        return new CsvTable(
                columns,
                norms.stream()
                        .filter(norm -> norm.scope().month() != null)
                        .filter(norm -> Objects.equals(finest.get(norm.kpi()), depth(norm.scope())))
                        .map(norm -> cell(norm, inStages))
                        .toList());
    }

    private static List<String> cell(Norm norm, boolean inStages) {
        Scope scope = norm.scope();
        List<String> cell = fields(norm.kpi().label(), scope.month(), scope.product(), scope.channel(), scope.tier());
        cell.addAll(inStages ? fields(scope.stage()) : List.of());
        cell.addAll(fields(value(norm), norm.owner()));
        return cell;
    }

    /** How finely a scope is told, but for its month: a product over a channel most of all, a tier least. */
    private static int depth(Scope scope) {
        return (scope.product() == null ? 0 : 4) + (scope.channel() == null ? 0 : 2) + (scope.tier() == null ? 0 : 1);
    }

    private static String heading(@Nullable YearMonth month) {
        return month == null ? WHOLE_PLAN : month.toString();
    }

    private static String value(Norm norm) {
        return CsvField.of(norm.value().numerator(), norm.value().denominator());
    }

    private static List<String> fields(@Nullable Object... values) {
        List<String> fields = new ArrayList<>();
        for (Object value : values) {
            fields.add(CsvField.of(value));
        }
        return fields;
    }
}
