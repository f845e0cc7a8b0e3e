package io.github.planningmath.allocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Budget allocation problems whose optimum is known, from the tables beside this class. */
record ReferenceProblem(
        String name,
        double budget,
        double outcome,
        ResponseColumns columns,
        List<ResponseCurve> curves,
        List<Double> spends) {

    /** All problems of a kind, by name. */
    static Map<String, ReferenceProblem> all(String kind) {
        Map<String, ReferenceProblem> problems = new LinkedHashMap<>();
        for (String[] row : rows(kind + "-problems.csv")) {
            problems.put(
                    row[0],
                    new ReferenceProblem(
                            row[0],
                            Double.parseDouble(row[1]),
                            Double.parseDouble(row[2]),
                            new ResponseColumns(),
                            new ArrayList<>(),
                            new ArrayList<>()));
        }
        for (String[] row : rows(kind + "-channels.csv")) {
            ReferenceProblem problem = Objects.requireNonNull(problems.get(row[0]));
            ResponseCurve curve =
                    curve(row[1], Double.parseDouble(row[2]), Double.parseDouble(row[3]), Double.parseDouble(row[4]));
            problem.columns.add(curve, Double.parseDouble(row[5]), Double.parseDouble(row[6]));
            problem.curves.add(curve);
            problem.spends.add(Double.parseDouble(row[7]));
        }
        return problems;
    }

    /** The same problem in other units. */
    ResponseColumns scaled(double spend, double outcomeUnit) {
        ResponseColumns scaled = new ResponseColumns();
        for (int channel = 0; channel < columns.size(); channel++) {
            scaled.add(
                    columns.curve(channel).scaled(spend, outcomeUnit),
                    columns.floor(channel) * spend,
                    columns.ceiling(channel) * spend);
        }
        return scaled;
    }

    private static ResponseCurve curve(String family, double p1, double p2, double p3) {
        return switch (family) {
            case "power" -> new PowerResponse(p1, p2);
            case "logarithmic" -> new LogarithmicResponse(p1, p2);
            case "michaelis-menten" -> new MichaelisMenten(p1, p2);
            case "exponential" -> new ExponentialResponse(p1, p2);
            default -> new Hill(p1, p2, p3);
        };
    }

    /** The rows of a table, without its comments and its header. */
    private static List<String[]> rows(String table) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ReferenceProblem.class.getResourceAsStream(table)), UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
