package io.github.planningmath.accord;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.review.Fulfilment;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Whether the norms of one side are met while the other's fail. */
final class Balance {

    private Balance() {}

    static List<Imbalance> imbalances(DepartmentScore marketing, DepartmentScore sales, List<Fulfilment> together) {
        List<Kpi> failing = together.stream()
                .filter(norm -> Objects.equals(norm.met(), false))
                .map(Fulfilment::kpi)
                .distinct()
                .toList();
        return Stream.concat(imbalance(marketing, sales, failing), imbalance(sales, marketing, failing))
                .toList();
    }

    private static Stream<Imbalance> imbalance(DepartmentScore one, DepartmentScore other, List<Kpi> failing) {
        boolean isWell = !one.met().isEmpty() && one.missed().isEmpty();
        boolean elseWell = other.missed().isEmpty() && failing.isEmpty();
        return isWell && !elseWell
                ? Stream.of(new Imbalance(one.department(), one.met(), other.missed(), failing))
                : Stream.empty();
    }
}
