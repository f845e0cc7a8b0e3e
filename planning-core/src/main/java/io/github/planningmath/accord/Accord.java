package io.github.planningmath.accord;

import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.plan.Pin;
import io.github.planningmath.plan.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What marketing and sales agree on: the norms of one plan, what they owe each other, and the service levels that they keep.
 *
 * <p>As JSON it is a view, which is not read back: its plan is one.
 *
 * @param plan the plan whose norms both stand on
 * @param obligations what they owe each other, each name once
 * @param serviceLevels what they promise about leads, each name once
 */
public record Accord(Plan plan, List<Obligation> obligations, List<ServiceLevel> serviceLevels)
        implements AccordResult {

    public Accord {
        Required.present(plan, "Accord.plan");
        obligations = Required.list(obligations, "Accord.obligations");
        serviceLevels = Required.list(serviceLevels, "Accord.serviceLevels");
        Required.distinct(obligations.stream().map(Obligation::name).toList(), "Accord.obligations");
        Required.distinct(serviceLevels.stream().map(ServiceLevel::name).toList(), "Accord.serviceLevels");
    }

    /**
     * The norms of a plan with the standard obligations.
     *
     * @param plan the plan
     * @param serviceLevels what they promise about leads
     * @return the accord
     */
    public static Accord of(Plan plan, ServiceLevel... serviceLevels) {
        return new Accord(plan, Obligation.standard(), List.of(serviceLevels));
    }

    /**
     * The accord of two departments that come with plans of their own. There is one only where both stand on the same goal, the
     * same constants, the same opening position and the same pins; all norms are the same then.
     *
     * @param marketing marketing's plan
     * @param sales sales' plan
     * @param obligations what they owe each other
     * @param serviceLevels what they promise about leads
     * @return the accord, or what differs, by name
     */
    public static AccordResult between(
            Plan marketing, Plan sales, List<Obligation> obligations, List<ServiceLevel> serviceLevels) {
        Required.present(marketing, "Accord.marketing");
        Required.present(sales, "Accord.sales");
        List<ConstantsDifference> differences = new ArrayList<>();
        compare("goal", marketing.goal(), sales.goal(), differences);
        differences.addAll(ConstantsDifference.between(marketing.constants(), sales.constants()));
        compare("opening", marketing.opening(), sales.opening(), differences);
        comparePins(marketing, sales, differences);
        return differences.isEmpty() ? new Accord(marketing, obligations, serviceLevels) : new NoAccord(differences);
    }

    private static void compare(String what, Object marketing, Object sales, List<ConstantsDifference> differences) {
        if (!Objects.equals(marketing, sales)) {
            differences.add(new ConstantsDifference(what, marketing.toString(), sales.toString(), Department.SHARED));
        }
    }

    /** The order in which cells are pinned means nothing. */
    private static void comparePins(Plan marketing, Plan sales, List<ConstantsDifference> differences) {
        String ofMarketing = pinsOnlyOf(marketing, sales);
        String ofSales = pinsOnlyOf(sales, marketing);
        if (!ofMarketing.isEmpty() || !ofSales.isEmpty()) {
            differences.add(new ConstantsDifference(
                    "pins",
                    ofMarketing.isEmpty() ? null : ofMarketing,
                    ofSales.isEmpty() ? null : ofSales,
                    Department.SHARED));
        }
    }

    private static String pinsOnlyOf(Plan one, Plan other) {
        Set<Pin> others = new HashSet<>(other.pins());
        return one.pins().stream()
                .filter(pin -> !others.contains(pin))
                .map(Pin::toString)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /**
     * What a department owes the other.
     *
     * @param department marketing or sales
     * @return its obligations, in the accord's order
     */
    public List<Obligation> obligations(Department department) {
        Parties.requireOne(department, "Accord.department");
        return obligations.stream()
                .filter(obligation -> obligation.owner() == department)
                .toList();
    }

    /**
     * What a department promises about leads.
     *
     * @param department marketing or sales
     * @return its service levels, in the accord's order
     */
    public List<ServiceLevel> serviceLevels(Department department) {
        Parties.requireOne(department, "Accord.department");
        return serviceLevels.stream()
                .filter(level -> level.owner() == department)
                .toList();
    }

    @Override
    public Accord orThrow() {
        return this;
    }

    @Override
    public <R> R fold(
            Function<? super Accord, ? extends R> onAccord, Function<? super NoAccord, ? extends R> otherwise) {
        return onAccord.apply(this);
    }
}
