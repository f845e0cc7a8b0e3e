package io.github.planningmath.evidence;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What became of a lead, as far as its log knows. A lead that was opened again has the last of its ends. */
@LeadEndJson
public sealed interface LeadEnd {

    /**
     * The day on which it ended.
     *
     * @return the day; null where it is open, or where nobody wrote down when it was lost
     */
    @Nullable
    LocalDate date();

    /**
     * Neither won nor lost. What it may bring is not a price and never counted as one.
     *
     * @param expected what it may bring, at least 0; null where nobody said so
     * @param currency the currency of that; there if and only if an amount is
     */
    record Open(@Nullable BigDecimal expected, @Nullable Currency currency) implements LeadEnd {

        public Open {
            expected = accepted(expected, currency, "LeadEnd.Open.expected");
        }

        @Override
        public @Nullable LocalDate date() {
            return null;
        }
    }

    /**
     * A deal.
     *
     * @param date the day of the deal
     * @param amount what it brought, at least 0; null where that is not known
     * @param currency the currency of that; there if and only if an amount is
     */
    record Won(
            LocalDate date,
            @Nullable BigDecimal amount,
            @Nullable Currency currency) implements LeadEnd {

        public Won {
            Required.present(date, "LeadEnd.Won.date");
            amount = accepted(amount, currency, "LeadEnd.Won.amount");
        }
    }

    /**
     * No deal, and none expected any more.
     *
     * @param date the day on which it was lost; null where nobody wrote it down: it then counts as open, since it is known only
     *     that no deal came of it so far
     * @param reason why, in one line; null where that is not known
     */
    record Lost(@Nullable LocalDate date, @Nullable String reason) implements LeadEnd {

        public Lost {
            Required.nameIfGiven(reason, "LeadEnd.Lost.reason");
        }
    }

    private static @Nullable BigDecimal accepted(
            @Nullable BigDecimal amount, @Nullable Currency currency, String component) {
        if ((amount == null) == (currency == null)) {
            return amount == null ? null : Amounts.notNegative(amount, component);
        }
        throw new IllegalArgumentException(component + " must have a currency, and a currency an amount, but was given "
                + (amount == null ? currency + " alone." : amount.toPlainString() + " alone."));
    }
}
