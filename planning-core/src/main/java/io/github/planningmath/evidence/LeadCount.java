package io.github.planningmath.evidence;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How many leads are alike: of the same product, channel and owner, come on the same day, ended in the same way at the same age.
 * A database counts them in one pass:
 *
 * <pre>{@code
 * SELECT channel, lead AS entered,
 *        CASE WHEN won <= known THEN 'WON' WHEN lost <= known THEN 'LOST' ELSE 'OPEN' END AS outcome,
 *        date_diff('day', lead, least(coalesce(won, known), coalesce(lost, known), known)) AS age,
 *        count(*) AS leads
 * FROM leads WHERE lead <= known GROUP BY ALL
 * }</pre>
 *
 * @param product what they ask for; null where the log does not say
 * @param channel over which channel they came; null where the log does not say
 * @param owner who works on them; null where the log does not say
 * @param entered the day on which they came, or the first of the month where days were folded to months
 * @param outcome what became of them
 * @param age whole days from the lead to its end, or to the last day known where it is open, from 0 to 18,628; null for open leads
 *     of a log that ends on no day in particular
 * @param observedFromAge the age from which on a deal would have been seen, because the log of deals was opened later; 0 where
 *     it was open from the first day
 * @param leads how many, at least 1
 * @param withAmount of how many of them an amount is known
 * @param amount the sum of these, exactly: what deals brought, or what open leads are expected to bring
 */
@Value.Builder
public record LeadCount(
        @Nullable String product,
        @Nullable String channel,
        @Nullable String owner,
        LocalDate entered,
        Outcome outcome,
        @Nullable Integer age,
        Integer observedFromAge,
        Long leads,
        Long withAmount,
        BigDecimal amount)
        implements WithLeadCount {

    /** What became of leads. */
    public enum Outcome {
        /** Neither won nor lost so far. */
        OPEN,
        /** A deal. */
        WON,
        /** Lost, on a known day. */
        LOST
    }

    /** 51 years and a day: no age that is accepted of a lead is longer, in whatever month it begins. */
    static final int LONGEST_AGE = 18_628;

    static final Comparator<LeadCount> CANONICAL = Comparator.comparing(LeadCount::product, names())
            .thenComparing(LeadCount::channel, names())
            .thenComparing(LeadCount::owner, names())
            .thenComparing(LeadCount::entered)
            .thenComparing(LeadCount::outcome)
            .thenComparing(LeadCount::age, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(LeadCount::observedFromAge);

    public LeadCount {
        Required.nameIfGiven(product, "LeadCount.product");
        Required.nameIfGiven(channel, "LeadCount.channel");
        Required.nameIfGiven(owner, "LeadCount.owner");
        Required.present(entered, "LeadCount.entered");
        if (Required.present(outcome, "LeadCount.outcome") != Outcome.OPEN || age != null) {
            Required.between(age, 0, LONGEST_AGE, "LeadCount.age");
        }
        Required.between(observedFromAge, 0, Integer.MAX_VALUE, "LeadCount.observedFromAge");
        if (Required.count(leads, "LeadCount.leads") == 0) {
            throw new IllegalArgumentException("LeadCount.leads must be at least 1, but was 0.");
        }
        if (Required.count(withAmount, "LeadCount.withAmount") > leads) {
            throw new IllegalArgumentException(
                    "LeadCount.withAmount must be at most leads, " + leads + ", but was " + withAmount + ".");
        }
        amount = Amounts.notNegative(amount, "LeadCount.amount");
        if (withAmount == 0 && amount.signum() > 0) {
            throw new IllegalArgumentException(
                    "LeadCount.amount must be 0 where it is known of none, but was " + amount.toPlainString() + ".");
        }
    }

    private static Comparator<@Nullable String> names() {
        return Comparator.nullsFirst(Comparator.naturalOrder());
    }

    /**
     * Leads of no product, channel or owner in particular, their amounts unknown.
     *
     * @param entered the day on which they came
     * @param outcome what became of them
     * @param age whole days to their end, or to the last day known
     * @param leads how many, at least 1
     * @return the count
     */
    public static LeadCount of(LocalDate entered, Outcome outcome, int age, long leads) {
        return new LeadCount(null, null, null, entered, outcome, age, 0, leads, 0L, BigDecimal.ZERO);
    }

    /** The same leads without how many they are: what is equal of those that are counted together. */
    record Key(
            @Nullable String product,
            @Nullable String channel,
            @Nullable String owner,
            LocalDate entered,
            Outcome outcome,
            @Nullable Integer age,
            Integer observedFromAge) {

        static Key of(LeadCount count) {
            return new Key(
                    count.product,
                    count.channel,
                    count.owner,
                    count.entered,
                    count.outcome,
                    count.age,
                    count.observedFromAge);
        }
    }
}
