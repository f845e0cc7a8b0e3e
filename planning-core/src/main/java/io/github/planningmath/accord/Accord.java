package io.github.planningmath.accord;

import io.github.planningmath.evidence.Estimates;
import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import java.time.YearMonth;
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
     * same constants, the same opening position, pins and targets; all norms are the same then.
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
        return between(
                marketing,
                sales,
                obligations,
                serviceLevels,
                ConstantsDifference.between(marketing.constants(), sales.constants()));
    }

    /**
     * The accord of two departments that come with plans of their own, or what differs, and of manager conversions which of both the
     * facts support.
     *
     * @param marketing marketing's plan
     * @param sales sales' plan
     * @param obligations what they owe each other
     * @param serviceLevels what they promise about leads
     * @param facts what the log knows of conversions
     * @return the accord, or what differs, by name
     */
    public static AccordResult between(
            Plan marketing,
            Plan sales,
            List<Obligation> obligations,
            List<ServiceLevel> serviceLevels,
            Estimates facts) {
        Required.present(marketing, "Accord.marketing");
        Required.present(sales, "Accord.sales");
        return between(
                marketing,
                sales,
                obligations,
                serviceLevels,
                ConstantsDifference.between(marketing.constants(), sales.constants(), facts));
    }

    private static AccordResult between(
            Plan marketing,
            Plan sales,
            List<Obligation> obligations,
            List<ServiceLevel> serviceLevels,
            List<ConstantsDifference> ofConstants) {
        List<ConstantsDifference> differences = new ArrayList<>();
        compare("goal", marketing.goal(), sales.goal(), differences);
        differences.addAll(ofConstants);
        compare("opening", marketing.opening(), sales.opening(), differences);
        compare("pins", marketing.pins(), sales.pins(), differences);
        compare("targets", marketing.targets(), sales.targets(), differences);
        return differences.isEmpty() ? new Accord(marketing, obligations, serviceLevels) : new NoAccord(differences);
    }

    private static void compare(String what, Object marketing, Object sales, List<ConstantsDifference> differences) {
        if (!Objects.equals(marketing, sales)) {
            differences.add(
                    new ConstantsDifference(what, marketing.toString(), sales.toString(), Department.SHARED, null));
        }
    }

    /** Their order means nothing. */
    private static void compare(String what, List<?> marketing, List<?> sales, List<ConstantsDifference> differences) {
        String ofMarketing = onlyIn(marketing, sales);
        String ofSales = onlyIn(sales, marketing);
        if (!ofMarketing.isEmpty() || !ofSales.isEmpty()) {
            differences.add(new ConstantsDifference(
                    what,
                    ofMarketing.isEmpty() ? null : ofMarketing,
                    ofSales.isEmpty() ? null : ofSales,
                    Department.SHARED,
                    null));
        }
    }

    private static String onlyIn(List<?> one, List<?> other) {
        Set<?> others = new HashSet<>(other);
        return one.stream()
                .filter(each -> !others.contains(each))
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /**
     * An obligation that cannot be kept for some products, because what it rests on is missing.
     *
     * @param obligation the obligation
     * @param products the products that people sell without it, at least one
     */
    public record Ungrounded(Obligation obligation, List<String> products) {

        public Ungrounded {
            Required.present(obligation, "Ungrounded.obligation");
            products = Required.list(products, "Ungrounded.products");
            if (products.isEmpty()) {
                throw new IllegalArgumentException("Ungrounded.products must hold at least one, but was empty.");
            }
        }

        @Override
        public String toString() {
            return obligation.name() + " cannot be kept for " + String.join(", ", products) + ": there is no "
                    + (obligation.ground() == Obligation.Ground.PROPOSITION ? "formulated offer" : "packaging");
        }
    }

    /**
     * The obligations that cannot be kept as things are: materials, scripts and training rest on a product's packaging, and feedback
     * on price against value on its formulated offer.
     *
     * @return each with the products that lack what it rests on, in the accord's order; empty where all can be kept
     */
    public List<Ungrounded> ungrounded() {
        List<Ungrounded> ungrounded = new ArrayList<>();
        for (Obligation obligation : obligations) {
            Obligation.Ground ground = obligation.ground();
            List<String> products = ground == null ? List.of() : ground.lacking(plan.constants());
            if (!products.isEmpty()) {
                ungrounded.add(new Ungrounded(obligation, products));
            }
        }
        return ungrounded;
    }

    /**
     * A promise that falls short of the plan: whoever keeps it has not done what the plan rests on.
     *
     * @param level the promise
     * @param month the month
     * @param promised how many leads it promises
     * @param norm the plan's norm of leads in the month
     */
    public record ShortLevel(LeadDelivery level, YearMonth month, Long promised, Long norm) {

        public ShortLevel {
            Required.present(level, "ShortLevel.level");
            Required.present(month, "ShortLevel.month");
            Required.count(promised, "ShortLevel.promised");
            Required.count(norm, "ShortLevel.norm");
        }

        @Override
        public String toString() {
            return level.name() + " promises " + promised + " leads in " + month + ", and the norm is " + norm;
        }
    }

    /**
     * The promises of leads held against the norms of the months: those that fall short of them.
     *
     * @return each promise and month that falls short, in the order of the promises; empty where none does
     */
    public List<ShortLevel> shortLevels() {
        List<ShortLevel> levels = new ArrayList<>();
        for (ServiceLevel level : serviceLevels) {
            for (YearMonth month : plan.constants().horizon().all()) {
                long norm = plan.leads(Scope.month(month));
                if (level instanceof LeadDelivery delivery
                        && delivery.leadsPerMonth() != null
                        && delivery.leadsPerMonth() < norm) {
                    levels.add(new ShortLevel(delivery, month, delivery.leadsPerMonth(), norm));
                }
            }
        }
        return levels;
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
