package io.github.planningmath.accord;

import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.review.Attainment;
import io.github.planningmath.review.Fulfilment;
import java.time.YearMonth;
import java.util.List;

/**
 * How both departments kept to their accord, from the plan's first month to the last that the actuals count.
 *
 * @param through the last month
 * @param marketing marketing's side
 * @param sales sales' side
 * @param together how far the norms were met that both answer for
 * @param imbalances where one side is well and the other, or the whole, is not; empty where both stand alike
 */
public record Scorecard(
        YearMonth through,
        DepartmentScore marketing,
        DepartmentScore sales,
        List<Fulfilment> together,
        List<Imbalance> imbalances) {

    public Scorecard {
        Required.present(through, "Scorecard.through");
        Required.present(marketing, "Scorecard.marketing");
        Required.present(sales, "Scorecard.sales");
        together = Required.list(together, "Scorecard.together");
        imbalances = Required.list(imbalances, "Scorecard.imbalances");
    }

    /**
     * How both departments kept to their accord.
     *
     * @param accord what they agreed on
     * @param actuals what happened
     * @param facts what is known of obligations and service levels
     * @return the scorecard
     * @throws IllegalArgumentException if the actuals do not fit the plan, or a fact is of no obligation or service level of
     *     the accord, or of a month that the plan does not have
     */
    public static Scorecard of(Accord accord, Actuals actuals, AccordFacts facts) {
        Required.present(accord, "Scorecard.accord");
        Required.present(facts, "Scorecard.facts");
        Attainment attainment = Attainment.of(accord.plan(), actuals);
        FactsReading reading = new FactsReading(accord, facts, attainment.through());
        DepartmentScore marketing = score(Department.MARKETING, attainment, reading);
        DepartmentScore sales = score(Department.SALES, attainment, reading);
        List<Fulfilment> together = attainment.of(Department.SHARED);
        return new Scorecard(
                attainment.through(), marketing, sales, together, Balance.imbalances(marketing, sales, together));
    }

    /** Costs are flexed to the volume that came: who brings more than planned is not charged with what it costs. */
    private static List<Fulfilment> norms(Department department, Attainment attainment) {
        return attainment.of(department).stream()
                .map(norm -> norm.kpi() == Kpi.TRAFFIC_COST || norm.kpi() == Kpi.VARIABLE_COST
                        ? attainment.flexed(norm.kpi(), norm.scope())
                        : norm)
                .toList();
    }

    private static DepartmentScore score(Department department, Attainment attainment, FactsReading reading) {
        return new DepartmentScore(
                department,
                norms(department, attainment),
                reading.obligations(department),
                reading.serviceLevels(department));
    }

    /**
     * The side of a department.
     *
     * @param department marketing or sales
     * @return its score
     */
    public DepartmentScore of(Department department) {
        return Parties.requireOne(department, "Scorecard.department") == Department.MARKETING ? marketing : sales;
    }
}
