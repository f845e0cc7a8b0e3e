package io.github.planningmath.plan;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two plans norm by norm, and constant by constant.
 *
 * <p>As JSON it is a view, which is not read back: values stand there as those of a {@link Norm} do.
 *
 * @param differences every norm that differs, in the order of {@link Plan#norms()}
 * @param constants every constant that differs, in the order of {@link PlanningConstants}
 * @param pinsBefore the pins that only the first plan has
 * @param pinsAfter the pins that only the second has
 * @param basisBefore what values of constants rest on that only the first plan has, or has another basis of
 * @param basisAfter what values of constants rest on that only the second has, or has another basis of
 * @param targetsBefore the targets that only the first plan was made for
 * @param targetsAfter the targets that only the second was made for
 */
public record PlanComparison(
        List<Difference> differences,
        List<ChangedConstant> constants,
        List<Pin> pinsBefore,
        List<Pin> pinsAfter,
        List<Basis.Row> basisBefore,
        List<Basis.Row> basisAfter,
        List<Target> targetsBefore,
        List<Target> targetsAfter) {

    /**
     * A norm that differs.
     *
     * @param kpi which KPI
     * @param scope over what
     * @param before its value in the first plan; absent where it has none there
     * @param after its value in the second; absent where it has none there
     */
    public record Difference(
            Kpi kpi,
            Scope scope,
            @Nullable NormValue before,
            @Nullable NormValue after) {

        public Difference {
            Required.present(kpi, "Difference.kpi");
            Required.present(scope, "Difference.scope");
        }

        /** As it is written: what its scope leaves open is left out, and a value that there is not. */
        @DocumentForm.GivenOnly
        private record View(
                Kpi kpi,
                @Nullable YearMonth month,
                @Nullable YearMonth through,
                @Nullable String product,
                @Nullable String channel,
                @Nullable SalesTier tier,
                @Nullable String stage,
                @Nullable Object before,
                @Nullable Object after) {}

        @DocumentForm.Written
        View view() {
            return new View(
                    kpi,
                    scope.month(),
                    scope.through(),
                    scope.product(),
                    scope.channel(),
                    scope.tier(),
                    scope.stage(),
                    before == null ? null : PlainValue.of(before),
                    after == null ? null : PlainValue.of(after));
        }
    }

    /** What a norm is found by. */
    private record Key(Kpi kpi, Scope scope) {}

    public PlanComparison {
        differences = Required.list(differences, "PlanComparison.differences");
        constants = Required.list(constants, "PlanComparison.constants");
        pinsBefore = Required.list(pinsBefore, "PlanComparison.pinsBefore");
        pinsAfter = Required.list(pinsAfter, "PlanComparison.pinsAfter");
        basisBefore = Required.list(basisBefore, "PlanComparison.basisBefore");
        basisAfter = Required.list(basisAfter, "PlanComparison.basisAfter");
        targetsBefore = Required.list(targetsBefore, "PlanComparison.targetsBefore");
        targetsAfter = Required.list(targetsAfter, "PlanComparison.targetsAfter");
    }

    static PlanComparison of(Plan first, Plan second) {
        Required.present(second, "Plan.compare");
        if (!first.constants().currency().equals(second.constants().currency())) {
            throw new IllegalArgumentException("Plan.compare must be given a plan in "
                    + first.constants().currency() + ", but was in "
                    + second.constants().currency()
                    + ". Perhaps convert its constants first.");
        }
        Map<Key, NormValue> others = new LinkedHashMap<>();
        second.norms().forEach(norm -> others.put(new Key(norm.kpi(), norm.scope()), norm.value()));
        List<Difference> differences = new ArrayList<>();
        for (Norm norm : first.norms()) {
            NormValue other = others.remove(new Key(norm.kpi(), norm.scope()));
            if (other == null || !norm.value().isSameNumberAs(other)) {
                differences.add(new Difference(norm.kpi(), norm.scope(), norm.value(), other));
            }
        }
        others.forEach((key, value) -> differences.add(new Difference(key.kpi(), key.scope(), null, value)));
        List<Basis.Row> ofFirst = first.constants().basis();
        List<Basis.Row> ofSecond = second.constants().basis();
        return new PlanComparison(
                differences,
                constants(first.constants(), second.constants()),
                without(first.pins(), second.pins()),
                without(second.pins(), first.pins()),
                without(ofFirst, ofSecond),
                without(ofSecond, ofFirst),
                without(first.targets(), second.targets()),
                without(second.targets(), first.targets()));
    }

    /**
     * The constants in which two plans differ: values, mixes, seasons, changes in time, initiatives and who answers for them.
     *
     * @param first the constants of the first plan
     * @param second the constants of the second
     * @return one entry a constant, in the order of {@link PlanningConstants}; empty where both are the same
     */
    public static List<ChangedConstant> constants(PlanningConstants first, PlanningConstants second) {
        return new ConstantsComparison(
                        Required.present(first, "PlanComparison.first"),
                        Required.present(second, "PlanComparison.second"))
                .differences();
    }

    private static <T> List<T> without(List<T> all, List<T> others) {
        return all.stream().filter(each -> !others.contains(each)).toList();
    }

    /**
     * The differences of one KPI.
     *
     * @param kpi the KPI
     * @return those of its norms that differ
     */
    public List<Difference> of(Kpi kpi) {
        return differences.stream()
                .filter(difference -> difference.kpi() == kpi)
                .toList();
    }

    /** The differences over the whole plan as a table, with how many more there are below it. */
    @Override
    public String toString() {
        return norms()
                + list("Constants that differ", constants)
                + list("Pinned in the first only", pinsBefore)
                + list("Pinned in the second only", pinsAfter)
                + list("The first rests on", basisBefore)
                + list("The second rests on", basisAfter)
                + list("Targets of the first only", targetsBefore)
                + list("Targets of the second only", targetsAfter);
    }

    private static String list(String which, List<?> each) {
        return each.isEmpty()
                ? ""
                : each.stream().map(Object::toString).collect(Collectors.joining(", ", which + ": ", ".\n"));
    }

    private String norms() {
        if (differences.isEmpty()) {
            return "The plans have the same norms.\n";
        }
        List<Difference> totals = differences.stream()
                .filter(difference -> difference.scope().month() == null)
                .toList();
        StringBuilder text = new StringBuilder();
        int widest = totals.stream().mapToInt(each -> name(each).length()).max().orElse(0);
        String line = "%-" + widest + "s  %20s  %20s  %9s\n";
        for (Difference each : totals) {
            text.append(String.format(
                    java.util.Locale.ROOT, line, name(each), text(each.before()), text(each.after()), change(each)));
        }
        int more = differences.size() - totals.size();
        text.append(totals.size())
                .append(" norms of the whole plan differ, and ")
                .append(more);
        return text.append(" of single months.\n").toString();
    }

    private static String name(Difference difference) {
        return difference.kpi().label() + " · " + difference.scope();
    }

    private static String text(@Nullable NormValue value) {
        if (value instanceof NormValue.Proportion proportion) {
            return percent(new BigDecimal(proportion.numerator()), new BigDecimal(proportion.denominator()));
        }
        return value == null ? "none" : value.toString();
    }

    private static String percent(BigDecimal part, BigDecimal whole) {
        return part.movePointRight(2).divide(whole, 2, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    /** By how many percent the second is above the first. */
    private static String change(Difference difference) {
        NormValue before = difference.before();
        NormValue after = difference.after();
        if (before == null || after == null || before.numerator().signum() <= 0) {
            return "";
        }
        BigDecimal was = new BigDecimal(before.numerator().multiply(after.denominator()));
        BigDecimal is = new BigDecimal(after.numerator().multiply(before.denominator()));
        String percent = percent(is.subtract(was), was);
        return percent.startsWith("-") ? percent : "+" + percent;
    }
}
