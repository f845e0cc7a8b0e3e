package io.github.planningmath.examples.monthreview;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.NormValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Figures as a language writes them: digits grouped by no-break spaces, each rounded here and once.
 *
 * @param point what stands before decimals
 * @param percent what stands behind a number of hundredths
 */
record Figures(char point, String percent) {

    /** What stands where there is no figure. */
    static final String NONE = "–";

    private static final int EXACT_DIGITS = 6;
    private static final char BETWEEN_GROUPS = '\u00a0';
    private static final Set<Kpi> RATES = EnumSet.of(
            Kpi.SITE_CONVERSION,
            Kpi.WARM_UP_RATE,
            Kpi.MANAGER_CONVERSION,
            Kpi.RETENTION_RATE,
            Kpi.REPEAT_RATE);

    static Figures of(Locale language) {
        return language.getLanguage().equals("ru") ? new Figures(',', BETWEEN_GROUPS + "%") : new Figures('.', "%");
    }

    /** A number of a KPI: conversions in percent, everything else in whole units. */
    String of(Kpi kpi, @Nullable Double number) {
        if (number == null) {
            return NONE;
        }
        return RATES.contains(kpi) ? share(number, 2) : whole(number);
    }

    String of(NormValue value) {
        return whole(number(value));
    }

    /** The number that a norm stands for. */
    static double number(NormValue value) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), MathContext.DECIMAL64)
                .doubleValue();
    }

    String share(@Nullable Double share, int digits) {
        return share == null ? NONE : grouped(number(100 * share), digits) + percent;
    }

    String share(@Nullable Double share) {
        return share(share, 1);
    }

    String whole(double number) {
        return grouped(number(number), 0);
    }

    String decimal(double number, int digits) {
        return grouped(number(number), digits);
    }

    /** A change, with its sign. */
    String change(BigDecimal amount, int digits) {
        String text = grouped(amount, digits);
        return (amount.signum() > 0 ? "+" : "") + text;
    }

    String change(double amount, int digits) {
        return change(number(amount).setScale(digits, RoundingMode.HALF_UP), digits);
    }

    /** Without the last bits of a double, which would turn a half down as well as up. */
    private static BigDecimal number(double number) {
        return BigDecimal.valueOf(number).setScale(EXACT_DIGITS, RoundingMode.HALF_UP);
    }

    private String grouped(BigDecimal number, int digits) {
        BigDecimal rounded = number.setScale(digits, RoundingMode.HALF_UP);
        return String.format(Locale.ROOT, "%,." + digits + "f", rounded)
                .replace('.', point == '.' ? '.' : '\u0001')
                .replace(',', BETWEEN_GROUPS)
                .replace('\u0001', point);
    }
}
