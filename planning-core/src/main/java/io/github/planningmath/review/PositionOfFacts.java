package io.github.planningmath.review;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Position;
import io.github.planningmath.quantity.Apportionment;
import io.github.planningmath.quantity.Ratio;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The state of the business after the months of a review: the customers there are, spread over ages as the cohorts are, and
 * the leads that are not due yet; in whole counts.
 */
final class PositionOfFacts {

    private final Plan plan;
    private final Figures fact;
    private final Grid grid;

    PositionOfFacts(Plan plan, Figures fact) {
        this.plan = plan;
        this.fact = fact;
        grid = fact.grid;
    }

    Position at(YearMonth opens) {
        List<Position.Customers> customers = new ArrayList<>();
        List<Position.OpenLeads> open = new ArrayList<>();
        for (int p = 0; p < grid.products; p++) {
            addCustomers(p, customers);
            for (int c = 0; c < grid.channels; c++) {
                addOpenLeads(p, c, opens, open);
            }
        }
        return Position.of(opens, customers, open);
    }

    private void addCustomers(int p, List<Position.Customers> customers) {
        double[] byAge = fact.customers[p].atEnd;
        double total = Arrays.stream(byAge).sum();
        if (total <= 0) {
            return;
        }
        List<String> ages = IntStream.range(0, byAge.length)
                .mapToObj(age -> String.format(Locale.ROOT, "%04d", age))
                .toList();
        List<Ratio> shares = Arrays.stream(byAge)
                .mapToObj(count -> Ratio.fromDouble(count / total))
                .toList();
        long[] counts = Apportionment.webster(ages, shares).split((long) Math.floor(fact.base[p] + 1e-6));
        for (int age = 0; age < counts.length; age++) {
            if (counts[age] > 0) {
                customers.add(Position.Customers.of(grid.product(p).name(), age, counts[age]));
            }
        }
    }

    /** Leads brought within the last sales cycle, and those of the opening that are due later still. */
    private void addOpenLeads(int p, int c, YearMonth opens, List<Position.OpenLeads> open) {
        String product = grid.product(p).name();
        String channel = grid.channel(c).name();
        for (int after = 0; after < grid.cycles[p]; after++) {
            int brought = grid.months + after - grid.cycles[p];
            double leads = brought < 0 ? 0 : fact.funnel.leads[grid.cell(brought, p, c)];
            add(open, product, channel, opens.plusMonths(after), Math.round(leads));
        }
        YearMonth last = opens.plusMonths(grid.cycles[p]);
        for (Position.OpenLeads waiting : plan.opening().openLeads()) {
            if (waiting.product().equals(product)
                    && waiting.channel().equals(channel)
                    && !waiting.due().isBefore(last)) {
                open.add(waiting);
            }
        }
    }

    private void add(List<Position.OpenLeads> open, String product, String channel, YearMonth due, long leads) {
        long all = leads;
        for (Position.OpenLeads waiting : plan.opening().openLeads()) {
            if (waiting.product().equals(product)
                    && waiting.channel().equals(channel)
                    && waiting.due().equals(due)) {
                all += waiting.count();
            }
        }
        if (all > 0) {
            open.add(Position.OpenLeads.of(product, channel, due, all));
        }
    }
}
