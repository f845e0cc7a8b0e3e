package io.github.planningmath.accord;

import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.review.Fulfilment;
import java.util.List;
import java.util.Objects;

/**
 * One department's side of the scorecard.
 *
 * @param department marketing or sales
 * @param norms how far it met each norm that it answers for
 * @param obligations how far it kept what it owes the other
 * @param serviceLevels how far it kept what it promises about leads
 */
public record DepartmentScore(
        Department department,
        List<Fulfilment> norms,
        List<ObligationScore> obligations,
        List<ServiceScore> serviceLevels) {

    public DepartmentScore {
        Parties.requireOne(department, "DepartmentScore.department");
        norms = Required.list(norms, "DepartmentScore.norms");
        obligations = Required.list(obligations, "DepartmentScore.obligations");
        serviceLevels = Required.list(serviceLevels, "DepartmentScore.serviceLevels");
    }

    /**
     * The norms that were met, as far as known.
     *
     * @return their KPIs
     */
    public List<Kpi> met() {
        return withResult(true);
    }

    /**
     * The norms that were not met, as far as known.
     *
     * @return their KPIs
     */
    public List<Kpi> missed() {
        return withResult(false);
    }

    private List<Kpi> withResult(boolean met) {
        return norms.stream()
                .filter(norm -> Objects.equals(norm.met(), met))
                .map(Fulfilment::kpi)
                .toList();
    }
}
