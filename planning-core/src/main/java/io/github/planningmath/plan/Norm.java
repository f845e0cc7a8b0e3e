package io.github.planningmath.plan;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Fraction;
import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.sales.SalesTier;
import java.time.YearMonth;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One number of the plan: what of, over what, how much, whose, and why.
 *
 * <p>As JSON it is a view, which is not read back: {@code {"kpi": "leads", "month": "2027-03", "channel": "site",
 * "value": 955, "owner": "MARKETING"}}. A constant is written as documents have it, {@code "2.5%"}; a ratio of counts
 * exactly and rounded, {@code {"rate": "37/1200", "share": 0.03083}}; a mean with its total and count.
 */
public final class Norm {

    private final Kpi kpi;
    private final Scope scope;
    private final NormValue value;
    private final Department owner;
    private final Supplier<Derivation> derivation;

    Norm(Kpi kpi, Scope scope, NormValue value, Department owner, Supplier<Derivation> derivation) {
        this.kpi = Required.present(kpi, "Norm.kpi");
        this.scope = Required.present(scope, "Norm.scope");
        this.value = Required.present(value, "Norm.value");
        this.owner = Required.present(owner, "Norm.owner");
        this.derivation = derivation;
    }

    /**
     * Which KPI it is a norm of.
     *
     * @return the KPI
     */
    public Kpi kpi() {
        return kpi;
    }

    /**
     * What it stands over.
     *
     * @return the scope
     */
    public Scope scope() {
        return scope;
    }

    /**
     * The number.
     *
     * @return the value
     */
    public NormValue value() {
        return value;
    }

    /**
     * Who answers for it.
     *
     * @return a department, or {@link Department#SHARED} where both do
     */
    public Department owner() {
        return owner;
    }

    /**
     * How it came about, made when asked for.
     *
     * @return the formula down to the constants
     */
    public Derivation derivation() {
        return derivation.get();
    }

    /** As it is written: what its scope leaves open is left out. */
    @DocumentForm.GivenOnly
    private record View(
            Kpi kpi,
            @Nullable YearMonth month,
            @Nullable YearMonth through,
            @Nullable String product,
            @Nullable String channel,
            @Nullable SalesTier tier,
            @Nullable String stage,
            Object value,
            Department owner) {}

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
                PlainValue.of(value),
                owner);
    }

    @Override
    public String toString() {
        boolean isQuotient = value instanceof NormValue.Proportion;
        String shown =
                isQuotient ? new Fraction(value.numerator(), value.denominator()).roundedText() : value.toString();
        return kpi.label() + " · " + scope + ": " + shown;
    }
}
