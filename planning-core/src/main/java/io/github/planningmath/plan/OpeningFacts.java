package io.github.planningmath.plan;

import io.github.planningmath.quantity.Ratio;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An opening position looked up by product. */
final class OpeningFacts {

    private final Map<String, List<Position.Customers>> customers = new HashMap<>();
    private final Map<String, List<Position.OpenLeads>> openLeads = new HashMap<>();
    private final Map<String, List<Position.Cohort>> cohorts = new HashMap<>();
    private final Map<String, List<Position.StageEntries>> stages = new HashMap<>();
    private final Map<Cell, Ratio> remainders = new HashMap<>();
    private final Map<String, Set<String>> remainderChannels = new HashMap<>();

    /** Where a remainder stands. */
    private record Cell(
            Position.Rounded counted,
            String product,
            @Nullable String channel,
            @Nullable String stage) {}

    private OpeningFacts() {}

    /** No facts. */
    static OpeningFacts none() {
        return new OpeningFacts();
    }

    OpeningFacts(Position position) {
        for (Position.Customers cohort : position.customers()) {
            customers
                    .computeIfAbsent(cohort.product(), product -> new ArrayList<>())
                    .add(cohort);
        }
        for (Position.Cohort cohort : position.cohorts()) {
            cohorts.computeIfAbsent(cohort.product(), product -> new ArrayList<>())
                    .add(cohort);
        }
        for (Position.StageEntries entries : position.stages()) {
            stages.computeIfAbsent(entries.product(), product -> new ArrayList<>())
                    .add(entries);
        }
        for (Position.OpenLeads leads : position.openLeads()) {
            openLeads
                    .computeIfAbsent(leads.product(), product -> new ArrayList<>())
                    .add(leads);
        }
        for (Position.Remainder remainder : position.remainders()) {
            Cell cell = new Cell(remainder.counted(), remainder.product(), remainder.channel(), remainder.stage());
            remainders.put(cell, remainder.fraction());
            Set<String> channels = remainderChannels.computeIfAbsent(remainder.product(), p -> new LinkedHashSet<>());
            if (remainder.channel() != null) {
                channels.add(remainder.channel());
            }
        }
    }

    List<Position.Customers> customers(String product) {
        return customers.getOrDefault(product, List.of());
    }

    List<Position.Cohort> cohorts(String product) {
        return cohorts.getOrDefault(product, List.of());
    }

    /** Who had reached a stage. */
    List<Position.StageEntries> stages(String product) {
        return stages.getOrDefault(product, List.of());
    }

    List<Position.OpenLeads> openLeads(String product) {
        return openLeads.getOrDefault(product, List.of());
    }

    /** Channels that have open leads or fractions of the product, whether they still bring it new leads or not. */
    Set<String> channels(String product) {
        if (!openLeads.containsKey(product) && !cohorts.containsKey(product) && !stages.containsKey(product)) {
            return remainderChannels.getOrDefault(product, Set.of());
        }
        Set<String> channels = new LinkedHashSet<>(remainderChannels.getOrDefault(product, Set.of()));
        openLeads(product).forEach(leads -> channels.add(leads.channel()));
        cohorts(product).forEach(cohort -> channels.add(cohort.channel()));
        stages(product).forEach(entries -> channels.add(entries.channel()));
        return channels;
    }

    boolean hasRemainders(String product) {
        return remainderChannels.containsKey(product);
    }

    @Nullable
    Ratio remainder(Position.Rounded counted, String product, @Nullable String channel) {
        return remainders.isEmpty() ? null : remainders.get(new Cell(counted, product, channel, null));
    }

    /** What the count of those who reached a stage left over. */
    @Nullable
    Ratio remainder(String product, String stage) {
        return remainders.isEmpty()
                ? null
                : remainders.get(new Cell(Position.Rounded.STAGE_ENTRIES, product, null, stage));
    }

    /** The cohorts of a product in billionths of a customer, by age. */
    long[] customersByAge(String product) {
        List<Position.Customers> cohorts = customers(product);
        int ages = cohorts.stream().mapToInt(cohort -> cohort.age() + 1).max().orElse(0);
        long[] byAge = new long[ages];
        cohorts.forEach(cohort -> byAge[cohort.age()] = Position.nanoCustomers(cohort));
        return byAge;
    }
}
