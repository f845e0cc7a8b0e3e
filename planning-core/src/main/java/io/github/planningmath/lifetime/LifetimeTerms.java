package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.immutables.value.Value;

/**
 * What a customer of a contract pays, and how far ahead that counts: with a {@link RetentionCurve}, a lifetime value.
 *
 * <p>{@code value = margin * sum over t of survival(t) * (1 + d)^-t}, where {@code d} is the discount of one period and
 * {@code t} begins at 0 or 1 with the first margin and counts as many margins as the horizon has. With constant retention r
 * and without end this is {@code margin * (1 + d) / (1 + d - r)}, or {@code margin * r / (1 + d - r)} where the first margin
 * comes after one period. Values are statistics.
 *
 * <p>Source: S. Gupta, D. R. Lehmann, Customers as Assets, Journal of Interactive Marketing 17(1), 2003, 9-24,
 * doi:10.1002/dir.10045.
 *
 * @param margin the contribution margin of a customer in one period: price less all that a period of service costs, without
 *     what it costs to win the customer; below 0 where serving costs more than it brings
 * @param period the unit of the margin and of the retention curve: days, weeks, months or years
 * @param discount what money later is worth; converted to the period
 * @param firstMargin whether the first margin is earned now or after one period
 * @param horizon how many margins count
 */
@Value.Builder
public record LifetimeTerms(
        BigDecimal margin,
        @UnitJson ChronoUnit period,
        DiscountRate discount,
        FirstMargin firstMargin,
        LifetimeHorizon horizon)
        implements WithLifetimeTerms {

    public LifetimeTerms {
        margin = Amounts.normalised(margin, "LifetimeTerms.margin");
        FixedLength.require(period, "LifetimeTerms.period");
        Required.present(discount, "LifetimeTerms.discount");
        Required.present(firstMargin, "LifetimeTerms.firstMargin");
        Required.present(horizon, "LifetimeTerms.horizon");
    }

    /** As they are written. */
    private record Document(
            BigDecimal margin,
            String period,
            DiscountRate discount,
            FirstMargin firstMargin,
            LifetimeHorizon horizon) {}

    @DocumentForm.Written
    Document document() {
        return new Document(margin, period.name(), discount, firstMargin, horizon);
    }

    /**
     * What a new customer is worth, the cost of winning one not deducted.
     *
     * @param curve how customers stay, by this period
     * @return the value
     * @throws IllegalArgumentException if it is infinite, or the curve does not know enough periods
     */
    public double lifetimeValue(RetentionCurve curve) {
        return residualValue(curve, 0);
    }

    /**
     * What a customer who is there at an age is still worth. Where the first margin is earned now, the present period's is
     * included; where it comes after one period, the present one has been paid.
     *
     * @param curve how customers stay, by this period
     * @param age periods since the customer was won, at least 0
     * @return the value, over the whole horizon from now on
     * @throws IllegalArgumentException if the age is below 0, the value is infinite, or the curve does not know enough
     *     periods
     */
    public double residualValue(RetentionCurve curve, int age) {
        return margin.doubleValue() * finite(discountedMargins(curve, age, discountPerPeriod()), curve);
    }

    /**
     * What a customer whose contract is about to be renewed, or not, is still worth: the margin times the discounted
     * expected residual lifetime. The margin of the renewal is earned now, whenever the first one was.
     *
     * @param curve how customers stay, by this period
     * @param renewal the number of the renewal that is due now, at least 1
     * @return the value, over the whole horizon from now on
     * @throws IllegalArgumentException if the renewal is below 1, the value is infinite, or the curve does not know enough
     *     periods
     */
    public double renewalValue(RetentionCurve curve, int renewal) {
        return margin.doubleValue() * finite(renewals(curve, renewal, discountPerPeriod()), curve);
    }

    /**
     * The working of {@link #lifetimeValue}.
     *
     * @param curve how customers stay, by this period
     * @return such as {@code 400.00 = 100 margin * 4.0000 discounted margins (all periods, first margin NOW, 1% per month)}
     * @throws IllegalArgumentException if the value is infinite, or the curve does not know enough periods
     */
    public String explainLifetimeValue(RetentionCurve curve) {
        return String.format(
                Locale.ROOT,
                "%.2f = %s margin * %.4f discounted margins (%s, first margin %s, %s)",
                lifetimeValue(curve),
                margin.toPlainString(),
                discountedMargins(curve, 0, discountPerPeriod()),
                horizon,
                firstMargin,
                discount);
    }

    /**
     * The discount of one period.
     *
     * @return the effective rate, at least 0
     */
    public double discountPerPeriod() {
        return discount.effectivePer(period);
    }

    /** The margins to expect, each worth {@code (1 + rate)^-t}. */
    double discountedMargins(RetentionCurve curve, int age, double rate) {
        Required.present(curve, "LifetimeTerms.curve");
        return firstMargin == FirstMargin.NOW
                ? horizon.discountedLifetime(curve, age, rate)
                : renewals(curve, RetentionPeriods.requireAge(age, "LifetimeTerms.residualValue") + 1, rate)
                        / (1 + rate);
    }

    private double renewals(RetentionCurve curve, int renewal, double rate) {
        double retention = Required.present(curve, "LifetimeTerms.curve").retention(renewal);
        return retention == 0 ? 0 : retention * horizon.discountedLifetime(curve, renewal, rate);
    }

    private double finite(double margins, RetentionCurve curve) {
        if (margins < Double.POSITIVE_INFINITY) {
            return margins;
        }
        throw new IllegalArgumentException("LifetimeTerms.horizon must be a number of periods for a "
                + curve.getClass().getSimpleName() + " at " + discount + ", where the value of all periods is infinite,"
                + " but was " + horizon + ". Perhaps LifetimeHorizon.periods(60) was meant.");
    }
}
