package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A position as a document gives it: a list that it leaves out is empty. */
record PositionDocument(
        @Nullable YearMonth opens,
        @Nullable List<Position.Customers> customers,
        @Nullable List<Position.OpenLeads> openLeads,
        @Nullable List<Position.Remainder> remainders)
        implements DocumentPart {

    Position position() {
        return new Position(
                Required.present(opens, "Position.opens"),
                customers == null ? List.of() : customers,
                openLeads == null ? List.of() : openLeads,
                remainders == null ? List.of() : remainders);
    }
}
