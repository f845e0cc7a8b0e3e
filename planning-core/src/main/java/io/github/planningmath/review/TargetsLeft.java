package io.github.planningmath.review;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Target;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** What is left to be met of a plan's targets after some of its months: less what these brought, where months are on both sides. */
final class TargetsLeft {

    private final Plan plan;
    private final Actuals actuals;
    private final Side fact;

    TargetsLeft(Plan plan, Actuals actuals, Side fact) {
        this.plan = plan;
        this.actuals = actuals;
        this.fact = fact;
    }

    List<Target> from(YearMonth first) {
        return plan.targets().stream().flatMap(target -> from(first, target)).toList();
    }

    private Stream<Target> from(YearMonth first, Target target) {
        Scope scope = target.scope();
        YearMonth begin = scope.month() == null ? plan.constants().horizon().first() : scope.month();
        YearMonth end = scope.month() == null
                ? plan.constants().horizon().last()
                : scope.through() == null ? begin : scope.through();
        if (end.isBefore(first)) {
            return Stream.empty();
        }
        if (!begin.isBefore(first)) {
            return Stream.of(target);
        }
        Scope rest = scope.month() == null
                ? scope
                : new Scope(first, end.equals(first) ? null : end, scope.product(), scope.channel(), scope.tier());
        if (target.kpi() == Kpi.BASE) {
            return Stream.of(new Target(target.kpi(), rest, target.atLeast()));
        }
        if (scope.product() != null || scope.tier() != null) {
            throw new IllegalArgumentException(
                    "Replan.plan must have targets of a product or tier only in months that are past"
                            + " or left, but had " + target + ".");
        }
        BigDecimal left = target.atLeast().subtract(reachedSince(begin, target.kpi()));
        return Stream.of(new Target(target.kpi(), rest, left));
    }

    private BigDecimal reachedSince(YearMonth begin, Kpi kpi) {
        BigDecimal through = Verdict.total(fact, kpi);
        return begin.equals(plan.constants().horizon().first())
                ? through
                : through.subtract(Verdict.total(before(begin), kpi));
    }

    private Side before(YearMonth month) {
        KnownNumbers known = ActualsReading.of(plan, actuals.through(month.minusMonths(1)));
        return Side.ofFact(plan, known, Side.ofPlan(plan, known.cells));
    }
}
