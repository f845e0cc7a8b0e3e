package io.github.planningmath.staffing;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * What it takes to have one more person: how long until there is one, how long until the person can do all of the job,
 * how many leave again, and what each costs.
 *
 * @param salaryPerMonth what a person costs the house in a month, at least 0
 * @param costPerHire what hiring one costs, in the month in which the person starts, at least 0
 * @param rampUp productivity in the first, second, … month on the job, each from 0 to 1; it is 1 afterwards. Empty: able at
 *     once
 * @param attritionPerMonth the share of the people who leave at a month's end, at least 0 and below 1
 * @param leadMonths whole months from the decision to hire to the first day on the job, from 0 to 60
 */
public record HiringTerms(
        BigDecimal salaryPerMonth,
        BigDecimal costPerHire,
        List<Ratio> rampUp,
        Ratio attritionPerMonth,
        Integer leadMonths)
        implements DocumentPart {

    private static final int MOST_MONTHS = 60;

    public HiringTerms {
        salaryPerMonth = Amounts.notNegative(salaryPerMonth, "HiringTerms.salaryPerMonth");
        costPerHire = Amounts.notNegative(costPerHire, "HiringTerms.costPerHire");
        rampUp = Required.list(rampUp, "HiringTerms.rampUp");
        if (rampUp.size() > MOST_MONTHS) {
            throw new IllegalArgumentException(
                    "HiringTerms.rampUp must have at most 60 months, but was " + rampUp.size() + ".");
        }
        for (int month = 0; month < rampUp.size(); month++) {
            requireShare(rampUp.get(month), month);
        }
        Required.present(attritionPerMonth, "HiringTerms.attritionPerMonth");
        if (!(attritionPerMonth.compareTo(Ratio.ONE) < 0)) {
            throw new IllegalArgumentException(
                    "HiringTerms.attritionPerMonth must be at least 0% and below 100%, but was " + attritionPerMonth
                            + ".");
        }
        Required.between(leadMonths, 0, MOST_MONTHS, "HiringTerms.leadMonths");
    }

    /**
     * People who can be had at once, are able at once and stay.
     *
     * @param salaryPerMonth what a person costs in a month
     * @return the terms
     */
    public static HiringTerms of(String salaryPerMonth) {
        return new HiringTerms(
                Amounts.parse(salaryPerMonth, "HiringTerms.salaryPerMonth"), BigDecimal.ZERO, List.of(), Ratio.ZERO, 0);
    }

    /**
     * These terms with a ramp-up.
     *
     * @param rampUp productivity by month on the job, such as {@code "25%", "50%", "75%"}
     * @return the changed terms
     */
    public HiringTerms withRampUp(String... rampUp) {
        List<Ratio> shares = Arrays.stream(rampUp).map(Ratio::of).toList();
        return new HiringTerms(salaryPerMonth, costPerHire, shares, attritionPerMonth, leadMonths);
    }

    /**
     * These terms with people who leave.
     *
     * @param perMonth the share of the people who leave at a month's end, such as {@code "2%"}
     * @return the changed terms
     */
    public HiringTerms withAttrition(String perMonth) {
        return new HiringTerms(salaryPerMonth, costPerHire, rampUp, Ratio.of(perMonth), leadMonths);
    }

    /**
     * These terms with a hiring lead time.
     *
     * @param months whole months from the decision to the first day
     * @return the changed terms
     */
    public HiringTerms withLeadMonths(int months) {
        return new HiringTerms(salaryPerMonth, costPerHire, rampUp, attritionPerMonth, months);
    }

    /**
     * These terms with a cost of hiring.
     *
     * @param cost what hiring one person costs, as a plain number
     * @return the changed terms
     */
    public HiringTerms withCostPerHire(String cost) {
        return new HiringTerms(
                salaryPerMonth, Amounts.parse(cost, "HiringTerms.costPerHire"), rampUp, attritionPerMonth, leadMonths);
    }

    /** Months until a person is fully productive for good. */
    int monthsToRampUp() {
        int months = rampUp.size();
        while (months > 0 && rampUp.get(months - 1).equals(Ratio.ONE)) {
            months--;
        }
        return months;
    }

    private static void requireShare(Ratio share, int month) {
        if (!(share.compareTo(Ratio.ONE) <= 0)) {
            throw new IllegalArgumentException(
                    "HiringTerms.rampUp[" + month + "] must be from 0% to 100%, but was " + share
                            + (share.compareTo(Ratio.percent(10_000)) <= 0 && share.denominator() == 1
                                    ? ". Perhaps " + share + "% was meant."
                                    : "."));
        }
    }
}
