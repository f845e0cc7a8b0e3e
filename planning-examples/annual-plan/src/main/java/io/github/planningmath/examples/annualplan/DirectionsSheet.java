package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.Sheet;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.traffic.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The five directions of a customer's life, each with its norms. */
final class DirectionsSheet {

    private DirectionsSheet() {}

    static Sheet of(Plan plan, Columns columns) {
        NormTable table = new NormTable(plan, columns);
        for (Direction direction : Direction.values()) {
            String name = direction.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            Arrays.stream(Kpi.values())
                    .filter(kpi -> kpi.direction() == direction)
                    .forEach(kpi -> table.row(name + " · " + kpi.label(), kpi));
        }
        return new Sheet("Five directions", List.of(table.text()));
    }
}
