package io.github.planningmath.evidence;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.plan.Basis;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.review.PlanHistory;
import io.github.planningmath.review.PlanVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How good the constants of a plan would have been, driver by driver: what was said of each at the end of past months with only what was
 * known then, or in the versions of a plan, beside what the facts say. Constants that are one number are compared: conversions, retention,
 * repeat rates, prices and costs.
 *
 * @param checks in the order of their days
 */
public record DriverBacktest(List<Check> checks) {

    /** Two-sided 90 % of a normal law. */
    private static final double NINETY_PERCENT = 1.6448536269514722;

    public DriverBacktest {
        checks = Required.list(checks, "DriverBacktest.checks");
    }

    /**
     * What was said of a constant, and what came.
     *
     * @param on the last day that was known, or the day of the plan's version
     * @param driver which constant
     * @param owner who answers for it
     * @param said its value then
     * @param error by how much that may be off, as a standard error; null where nobody said so
     * @param came its value by what came
     * @param errorOfCame by how much that may be off; null where it cannot be told
     */
    public record Check(
            LocalDate on,
            Driver<?> driver,
            Department owner,
            Double said,
            @Nullable Double error,
            Double came,
            @Nullable Double errorOfCame) {

        public Check {
            Required.present(on, "DriverBacktest.Check.on");
            Required.present(driver, "DriverBacktest.Check.driver");
            Required.present(owner, "DriverBacktest.Check.owner");
            said = Doubles.notNegative(said, "DriverBacktest.Check.said");
            came = Doubles.notNegative(came, "DriverBacktest.Check.came");
            requireIfGiven(error, "DriverBacktest.Check.error");
            requireIfGiven(errorOfCame, "DriverBacktest.Check.errorOfCame");
        }

        private static void requireIfGiven(@Nullable Double error, String component) {
            if (error != null) {
                Doubles.notNegative(error, component);
            }
        }

        /**
         * By how many standard errors of both what was said lay above what came.
         *
         * @return below 0 where too little was said; NaN where no error is known, or it is 0
         */
        public double errors() {
            double one = error == null ? 0 : error;
            double other = errorOfCame == null ? 0 : errorOfCame;
            double both = Math.hypot(one, other);
            return both == 0 ? Double.NaN : (said - came) / both;
        }

        /**
         * Whether both agree as nine of ten do where luck is all that parts them.
         *
         * @return false where no error is known
         */
        public boolean covered() {
            return Math.abs(errors()) <= NINETY_PERCENT;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s, %s: %.4g said, %.4g came, %+.1f standard errors",
                    on,
                    driver,
                    said,
                    came,
                    errors());
        }
    }

    /**
     * Stands at the ends of past months, and compares what is said there with what the facts of all later months say.
     *
     * @param history the log
     * @param constants the plan's constants, which say what is estimated
     * @param from the first of these months
     * @param to the last of them
     * @param through the last day through which the log is complete, after the last month
     * @param estimator how rates are estimated
     * @return a check for each month and driver of which both can be told
     * @throws IllegalArgumentException if the log is not longer than the months
     */
    public static DriverBacktest of(
            FunnelHistory history,
            PlanningConstants constants,
            YearMonth from,
            YearMonth to,
            LocalDate through,
            RateEstimator estimator) {
        Required.present(from, "DriverBacktest.from");
        if (!Required.present(to, "DriverBacktest.to")
                .atEndOfMonth()
                .isBefore(Required.present(through, "DriverBacktest.through"))) {
            throw new IllegalArgumentException(
                    "DriverBacktest.through must be after the last month, " + to + ", but was " + through + ".");
        }
        KnownLeads inTheEnd = history.knownThrough(through);
        List<Check> checks = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            Estimates said = Estimates.of(history.knownThrough(month.atEndOfMonth()), constants, estimator);
            Estimates came = Estimates.of(inTheEnd.since(month.plusMonths(1)), constants, estimator);
            addChecks(checks, month.atEndOfMonth(), said.constants(), said.bases(), came, said.bases()::containsKey);
        }
        return new DriverBacktest(checks);
    }

    /**
     * The versions of a plan beside the facts: whose constants were off by how much. What a version says is as certain as what it
     * rests on.
     *
     * @param versions of a plan
     * @param facts what the facts say
     * @return a check for each version and driver of which there is an estimate
     */
    public static DriverBacktest of(PlanHistory versions, Estimates facts) {
        List<Check> checks = new ArrayList<>();
        for (PlanVersion version :
                Required.present(versions, "DriverBacktest.versions").versions()) {
            PlanningConstants planned = version.document().constants();
            Map<Driver<?>, Basis> bases = planned.basis().stream()
                    .filter(row -> row.from() == null)
                    .collect(Collectors.toMap(Basis.Row::constant, Basis.Row::basis));
            addChecks(checks, version.date(), planned, bases, facts, Driver.all(planned)::contains);
        }
        return new DriverBacktest(checks);
    }

    private static void addChecks(
            List<Check> checks,
            LocalDate on,
            PlanningConstants said,
            Map<Driver<?>, Basis> bases,
            Estimates facts,
            Predicate<Driver<?>> isSaid) {
        PlanningConstants came = facts.constants();
        facts.bases().forEach((driver, basis) -> {
            Double one = isSaid.test(driver) ? number(said.value(driver)) : null;
            Double other = number(came.value(driver));
            if (one != null && other != null) {
                checks.add(new Check(
                        on,
                        driver,
                        driver.owner(said.ownership(), said.tiers().keySet()),
                        one,
                        error(bases.get(driver)),
                        other,
                        error(basis)));
            }
        });
    }

    private static @Nullable Double number(@Nullable Object value) {
        if (value instanceof Rate rate) {
            return rate.toDouble();
        }
        if (value instanceof Ratio ratio) {
            return ratio.toDouble();
        }
        return value instanceof BigDecimal amount ? (Double) amount.doubleValue() : null;
    }

    private static @Nullable Double error(@Nullable Basis basis) {
        if (basis instanceof Basis.Counted counted && counted.effectiveTrials() > 0) {
            double share = counted.effectiveSuccesses() / counted.effectiveTrials();
            return Math.sqrt(share * (1 - share) / counted.effectiveTrials());
        }
        return basis instanceof Basis.Measured measured ? measured.standardError() : null;
    }

    /**
     * The checks of one constant.
     *
     * @param driver which one
     * @return these alone
     */
    public DriverBacktest of(Driver<?> driver) {
        return new DriverBacktest(
                checks.stream().filter(check -> check.driver().equals(driver)).toList());
    }

    /**
     * By how much more was said than came, on average, as a share of what came.
     *
     * @return below 0 where too little was said; NaN without a check of which something came
     */
    public double bias() {
        return mean(check -> (check.said() - check.came()) / check.came());
    }

    /**
     * How far what was said lay from what came, on average, as a share of what came.
     *
     * @return at least 0; NaN without a check of which something came
     */
    public double error() {
        return mean(check -> Math.abs(check.said() - check.came()) / check.came());
    }

    /**
     * How often both agree as luck allows: of true ranges it is nine of ten.
     *
     * @return from 0 to 1; NaN without a check of which something came
     */
    public double coverage() {
        return mean(check -> check.covered() ? 1 : 0);
    }

    private double mean(ToDoubleFunction<Check> of) {
        return checks.stream()
                .filter(check -> check.came() > 0)
                .mapToDouble(of)
                .average()
                .orElse(Double.NaN);
    }

    @Override
    public String toString() {
        return checks.stream().map(Check::toString).collect(Collectors.joining("\n"));
    }
}
