package io.github.planningmath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.quantity.Horizon;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * No circle of classes: none comes back to itself by way of those it uses, but for sealed families and the uses named here. What
 * counts as a use and as a class is said at {@link ClassUses}.
 */
class ClassCircleTest {

    /** The uses that close a circle, each with the reason why it is there. Without them there is none. */
    private static final Map<String, String> CLOSING = Map.ofEntries(
            Map.entry("sales.RepeatBehaviour -> sales.ConstantRepeat", "RepeatBehaviour.none() is one, of nothing"),
            Map.entry("allocation.ResponseCurve -> allocation.ResponseColumns", "a curve writes itself into columns"),
            Map.entry(
                    "lifetime.BuyerModel -> lifetime.BuyerModelFamily", "a model says which of the sealed ones it is"),
            Map.entry("lifetime.BuyerModel -> lifetime.BuyerModelFitter", "BuyerModel.fit is the door of the package"),
            Map.entry("lifetime.BuyerModel -> lifetime.FittedModel", "what BuyerModel.fit returns"),
            Map.entry("lifetime.CustomerHistories -> lifetime.OrderReading", "CustomerHistories.from reads orders"),
            Map.entry("plan.Plan -> plan.PlanComparison", "Plan.compare sets it beside another"),
            Map.entry("plan.Plan -> plan.PlanDocument", "Plan.document is what it was made from, and makes it again"),
            Map.entry("plan.PlanningConstants -> plan.Basis", "constants hold what their values rest on"),
            Map.entry("plan.PlanningConstants -> plan.Change", "constants hold the rows by which they change"),
            Map.entry("plan.PlanningConstants -> plan.Changes", "constants check their rows and lay them over"),
            Map.entry("plan.PlanningConstants -> plan.Initiative", "constants hold the work that is done for them"),
            Map.entry("plan.Changes -> plan.Initiative", "what initiatives bring about are rows too"),
            Map.entry("plan.PlanningConstants -> plan.Driver", "constants.with(driver, value) reads as one says it"),
            Map.entry("staffing.QueueResult -> staffing.InboundLoad", "a queue says of which load it is"),
            Map.entry(
                    "staffing.InboundDesk -> staffing.PreparedDesk", "a desk that remembers asks the desk that it is"),
            Map.entry(
                    "evidence.FunnelHistory -> evidence.HistoryReader",
                    "FunnelHistory.reader reads the rows of a table"),
            Map.entry(
                    "evidence.FunnelHistory -> evidence.FactsOfLog",
                    "FunnelHistory.actuals and position are facts of a log"),
            Map.entry("review.Actuals -> review.ActualsReading", "Actuals.requireFits reads them as a review does"),
            Map.entry(
                    "review.Actuals -> review.CellTable", "Actuals.table and Actuals.template write cells as a table"),
            Map.entry("review.Actuals -> review.RowReader", "Actuals.fromRows reads the rows of a table"),
            Map.entry("review.Row -> review.TableRows", "Row.all makes rows of the fields of a table"));

    private static final Map<String, Set<String>> USES = ClassUses.of(Horizon.class);

    @Test
    void noClassComesBackToItself() {
        Map<String, Set<String>> uses = new TreeMap<>();
        USES.forEach((name, used) -> {
            Set<String> others = new TreeSet<>(used);
            others.removeIf(other -> CLOSING.containsKey(use(name, other)));
            uses.put(name, others);
        });
        assertThat(circles(uses)).isEmpty();
    }

    @Test
    void everyUseNamedHereClosesACircle() {
        List<String> closing = new ArrayList<>();
        USES.forEach((name, used) -> used.stream()
                .filter(other -> reachedFrom(other, USES).contains(name))
                .map(other -> use(name, other))
                .forEach(closing::add));
        assertThat(closing).containsAll(CLOSING.keySet());
    }

    @Test
    void circlesAreFound() {
        assertThat(circles(Map.of(
                        "a", Set.of("b"), "b", Set.of("c"), "c", Set.of("a", "d"), "d", Set.of("e"), "e", Set.of())))
                .containsExactly(Set.of("a", "b", "c"));
    }

    @Test
    void usesAreFound() {
        // a constant that the compiler copied, a call, a nested type for the one around it, a family by its sealed type
        assertThat(USES.get("staffing.ResponseTarget")).contains("staffing.ErlangQueue");
        assertThat(USES.get("resource.Bottleneck")).contains("plan.Planner", "resource.FeasibilityResult");
        assertThat(USES).doesNotContainKeys("lifetime.BgBb", "review.WithCell", "traffic.TrafficCostJson");
    }

    private static String use(String user, String used) {
        return user + " -> " + used;
    }

    /** Each set of two or more that all come back to each other. */
    private static Set<Set<String>> circles(Map<String, Set<String>> uses) {
        Map<String, Set<String>> reached = new TreeMap<>();
        uses.keySet().forEach(name -> reached.put(name, reachedFrom(name, uses)));
        Set<Set<String>> circles = new HashSet<>();
        reached.forEach((name, all) -> {
            Set<String> circle = new TreeSet<>(all);
            circle.removeIf(other -> !reached.getOrDefault(other, Set.of()).contains(name));
            if (!circle.isEmpty()) {
                circles.add(circle);
            }
        });
        return circles;
    }

    private static Set<String> reachedFrom(String name, Map<String, Set<String>> uses) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(uses.get(name));
        while (!next.isEmpty()) {
            String used = next.pop();
            if (reached.add(used)) {
                next.addAll(uses.get(used));
            }
        }
        return reached;
    }
}
