package io.github.planningmath.evidence;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts in the making: addition only, so that the order in which leads come means nothing. */
final class CountTable {

    private final Map<LeadCount.Key, Tally> tallies = new HashMap<>();

    void add(LeadCount.Key key, long leads, long withAmount, BigDecimal amount) {
        Tally tally = tallies.computeIfAbsent(key, any -> new Tally());
        tally.leads = Math.addExact(tally.leads, leads);
        tally.withAmount += withAmount;
        if (withAmount > 0) {
            tally.amount = tally.amount.add(amount);
        }
    }

    void add(LeadCount.Key key, @Nullable BigDecimal amount) {
        add(key, 1, amount == null ? 0 : 1, amount == null ? BigDecimal.ZERO : amount);
    }

    void add(LeadCount count) {
        add(LeadCount.Key.of(count), count.leads(), count.withAmount(), count.amount());
    }

    /** What was counted, in canonical order. */
    List<LeadCount> counts() {
        return tallies.entrySet().stream()
                .map(entry -> entry.getValue().of(entry.getKey()))
                .sorted(LeadCount.CANONICAL)
                .toList();
    }

    private static final class Tally {

        private long leads;
        private long withAmount;
        private BigDecimal amount = BigDecimal.ZERO;

        LeadCount of(LeadCount.Key key) {
            return new LeadCount(
                    key.product(),
                    key.channel(),
                    key.owner(),
                    key.entered(),
                    key.outcome(),
                    key.age(),
                    key.observedFromAge(),
                    leads,
                    withAmount,
                    amount);
        }
    }
}
