package io.github.planningmath.evidence;

import io.github.planningmath.evidence.LeadCount.Outcome;
import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.sales.SalesCycle;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a log says of months that are over: facts for a review, and the leads that a plan opens with. */
final class FactsOfLog {

    private FactsOfLog() {}

    /** Where leads stand in a plan. */
    private record Place(String product, String channel) implements Comparable<Place> {

        static Place of(LeadCount count, String what) {
            return new Place(
                    said(count.product(), count, what, "what they ask for"),
                    said(count.channel(), count, what, "over which channel they came"));
        }

        private static String said(@Nullable String name, LeadCount count, String what, String missing) {
            if (name == null) {
                throw new IllegalArgumentException("FunnelHistory." + what + " must be of leads that say " + missing
                        + ", but " + count.leads() + " of " + count.entered()
                        + " do not. Perhaps FunnelHistory.where was meant, which leaves them out.");
            }
            return name;
        }

        @Override
        public int compareTo(Place other) {
            int byProduct = product.compareTo(other.product);
            return byProduct == 0 ? channel.compareTo(other.channel) : byProduct;
        }
    }

    /** Facts of one place by month, in the making. */
    private static final class Cells {

        private final long[] leads;
        private final long[] deals;

        /** By month of the deals, and within it by that of their leads. */
        private final List<TreeMap<YearMonth, Long>> dealsByLeads = new ArrayList<>();

        private final long[] withAmount;
        private final BigDecimal[] amounts;

        Cells(int months) {
            leads = new long[months];
            deals = new long[months];
            withAmount = new long[months];
            amounts = new BigDecimal[months];
            Arrays.fill(amounts, BigDecimal.ZERO);
            for (int month = 0; month < months; month++) {
                dealsByLeads.add(new TreeMap<>());
            }
        }

        void addDeals(int month, LeadCount count) {
            deals[month] = Math.addExact(deals[month], count.leads());
            dealsByLeads.get(month).merge(YearMonth.from(count.entered()), count.leads(), Math::addExact);
            withAmount[month] += count.withAmount();
            amounts[month] = amounts[month].add(count.amount());
        }

        Actuals.Cell cell(YearMonth month, int index, Place place, boolean hasAmounts) {
            Actuals.Cell cell = Actuals.Cell.of(month, place.product, place.channel)
                    .withLeads(leads[index])
                    .withNewDeals(deals[index]);
            return hasAmounts && withAmount[index] == deals[index] ? cell.withRevenue(amounts[index]) : cell;
        }

        /** The same, with the deals of each month of leads in a cell of their own. */
        List<Actuals.Cell> byLeads(Actuals.Cell cell, int index, Place place) {
            List<Actuals.Cell> cells = new ArrayList<>();
            cells.add(deals[index] == 0 ? cell : cell.withNewDeals(null));
            dealsByLeads
                    .get(index)
                    .forEach((brought, count) -> cells.add(Actuals.Cell.of(cell.month(), place.product, place.channel)
                            .withBrought(brought)
                            .withNewDeals(count)));
            return cells;
        }
    }

    static Actuals actuals(FunnelHistory history, YearMonth first, YearMonth last, boolean isByLeads) {
        if (Required.present(last, "FunnelHistory.last").isBefore(Required.present(first, "FunnelHistory.first"))) {
            throw new IllegalArgumentException(
                    "FunnelHistory.last must not be before first, " + first + ", but was " + last + ".");
        }
        int months = (int) ChronoUnit.MONTHS.between(first, last) + 1;
        Map<Place, Cells> cells = new TreeMap<>();
        for (LeadCount count : history.counts()) {
            YearMonth brought = YearMonth.from(count.entered());
            if (!brought.isAfter(last)) {
                Cells of = cells.computeIfAbsent(Place.of(count, "actuals"), any -> new Cells(months));
                if (!brought.isBefore(first)) {
                    int index = (int) ChronoUnit.MONTHS.between(first, brought);
                    of.leads[index] = Math.addExact(of.leads[index], count.leads());
                }
                addDeals(of, count, first, months);
            }
        }
        Currency currency = history.currency();
        List<Actuals.Cell> all = new ArrayList<>();
        cells.forEach((place, of) -> {
            for (int month = 0; month < months; month++) {
                Actuals.Cell cell = of.cell(first.plusMonths(month), month, place, currency != null);
                all.addAll(isByLeads ? of.byLeads(cell, month, place) : List.of(cell));
            }
        });
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    "FunnelHistory.actuals must be of a log that has leads until " + last + ", but it had none.");
        }
        Actuals actuals = Actuals.from(all).through(last);
        return currency == null ? actuals : actuals.in(currency);
    }

    private static void addDeals(Cells of, LeadCount count, YearMonth first, int months) {
        if (count.outcome() == Outcome.WON) {
            YearMonth won = YearMonth.from(count.entered().plusDays(Objects.requireNonNull(count.age())));
            long index = ChronoUnit.MONTHS.between(first, won);
            if (index >= 0 && index < months) {
                of.addDeals((int) index, count);
            }
        }
    }

    static Position position(FunnelHistory history, YearMonth opens, PlanningConstants constants) {
        Required.present(opens, "FunnelHistory.opens");
        Required.present(constants, "FunnelHistory.constants");
        Map<Place, TreeMap<YearMonth, Long>> brought = new TreeMap<>();
        for (LeadCount count : history.counts()) {
            YearMonth month = YearMonth.from(count.entered());
            if (month.isBefore(opens)) {
                Place place = Place.of(count, "position");
                constants.channel(place.channel);
                SalesCycle cycle = constants.process(place.product).cycle();
                if (!cycle.from(ChronoUnit.MONTHS.between(month, opens)).equals(Ratio.ZERO)) {
                    brought.computeIfAbsent(place, any -> new TreeMap<>()).merge(month, count.leads(), Math::addExact);
                }
            }
        }
        List<Position.Cohort> cohorts = new ArrayList<>();
        brought.forEach((place, months) -> months.forEach(
                (month, leads) -> cohorts.add(Position.Cohort.of(place.product, place.channel, month, leads))));
        return new Position(opens, List.of(), cohorts, List.of(), List.of());
    }
}
