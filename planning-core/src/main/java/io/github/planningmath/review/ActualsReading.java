package io.github.planningmath.review;

import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Brings actuals into the places of a plan; refuses what the plan does not know or cannot be. */
final class ActualsReading {

    private static final List<Measure> MEASURES = List.of(Measure.values());

    private final Plan plan;
    private final Actuals actuals;
    private final ReviewCells cells;
    private final KnownNumbers numbers;

    private ActualsReading(Plan plan, Actuals actuals, ReviewCells cells) {
        this.plan = plan;
        this.actuals = actuals;
        this.cells = cells;
        numbers = KnownNumbers.unknown(cells);
    }

    /** The numbers of what is known through the last month that counts. */
    static KnownNumbers of(Plan plan, Actuals actuals) {
        Required.present(actuals, "Actuals");
        PlanningConstants constants = Required.present(plan, "Plan").constants();
        requireCurrency(constants, actuals);
        ReviewCells.requireMonth(constants, actuals.lastMonth(), "Actuals.last");
        return new ActualsReading(plan, actuals, new ReviewCells(plan, actuals.lastMonth())).read();
    }

    private static void requireCurrency(PlanningConstants constants, Actuals actuals) {
        if (actuals.currency() != null && !actuals.currency().equals(constants.currency())) {
            throw new IllegalArgumentException("Actuals.currency must be that of the plan, " + constants.currency()
                    + ", but was " + actuals.currency() + ". Perhaps convert the amounts first.");
        }
    }

    private KnownNumbers read() {
        actuals.cells().forEach(this::read);
        for (Actuals.HouseCosts costs : actuals.houseCosts()) {
            int month = cells.monthIndex(costs.month(), "HouseCosts.month");
            if (month < cells.months) {
                numbers.setHouse(month, costs.amount());
            }
        }
        requireAtMost(Measure.CONTACTS, Measure.VISITS);
        requireAtMost(Measure.LEADS, Measure.CONTACTS);
        for (int p = 0; p < cells.products; p++) {
            if (!buysAgain(p)) {
                requireLeadsForDeals(p);
                requireLeadsOfTheirMonth(p);
            }
        }
        return numbers;
    }

    private void read(Actuals.Cell cell) {
        int month = cells.monthIndex(cell.month(), "Actuals.Cell.month");
        int product = cells.productIndex(cell.product());
        String channel = cell.channel();
        int place = channel == null ? cells.channels : cells.channelIndex(channel);
        if (month >= cells.months) {
            return;
        }
        if (cell.brought() != null && cell.lostLeads() != null) {
            numbers.ofLeads.addLost(cells.cell(product, place), cell.brought(), cell.lostLeads());
        }
        for (Measure measure : MEASURES) {
            Number number = cell.number(measure);
            if (number instanceof BigDecimal amount) {
                numbers.set(measure, cells.cell(month, product, place), amount);
            } else if (number != null && cell.brought() != null) {
                numbers.addDeals(month, product, place, cell.brought(), number.longValue());
            } else if (number != null) {
                numbers.set(measure, cells.cell(month, product, place), number.longValue());
            }
        }
    }

    /**
     * A contact is a visit and a lead is a contact: through no month can there be more, as far as all of them are known, but for the one
     * that the fraction from before the plan makes whole.
     */
    private void requireAtMost(Measure part, Measure whole) {
        double[] some = numbers.values(part);
        double[] all = numbers.values(whole);
        double[] parts = new double[cells.width()];
        double[] wholes = new double[cells.width()];
        double[] begun = begun(part);
        for (int month = 0; month < cells.months; month++) {
            for (int p = 0; p < cells.products; p++) {
                for (int c = 0; c < cells.channels; c++) {
                    int cell = cells.cell(p, c);
                    int place = cells.cell(month, p, c);
                    parts[cell] += Double.isNaN(some[place]) ? 0 : some[place];
                    wholes[cell] += all[place];
                    if (parts[cell] > wholes[cell] + begun[cell]) {
                        throw impossible(part, whole, month, p, c, parts[cell], wholes[cell]);
                    }
                }
            }
        }
    }

    /** By product and channel: 1 where the plan opens with a fraction of one. */
    private double[] begun(Measure counted) {
        double[] begun = new double[cells.width()];
        for (Position.Remainder remainder : plan.opening().remainders()) {
            String channel = remainder.channel();
            if (channel != null && (remainder.counted() == Position.Rounded.LEADS) == (counted == Measure.LEADS)) {
                begun[cells.cell(cells.productIndex(remainder.product()), cells.channelIndex(channel))] = 1;
            }
        }
        return begun;
    }

    private IllegalArgumentException impossible(
            Measure part, Measure whole, int month, int product, int channel, double parts, double wholes) {
        return new IllegalArgumentException(String.format(
                Locale.ROOT,
                "Actuals %s of %s from %s must be at most the %s there were through %s, %.0f, but were %.0f."
                        + " Perhaps not all %s are counted: leave out what is not known.",
                part.column(),
                cells.product(product).name(),
                cells.channel(channel).name(),
                whole.column(),
                numbers.month(month),
                wholes,
                parts,
                whole.column()));
    }

    /** Where the constants say that customers buy once, each deal takes a lead of its own. */
    private void requireLeadsForDeals(int product) {
        double[] leads = openingLeads(product);
        double[] deals = new double[cells.channels + 1];
        for (int month = 0; month < cells.months; month++) {
            for (int c = 0; c <= cells.channels; c++) {
                int place = cells.cell(month, product, c);
                deals[c] += numbers.orNone(Measure.NEW_DEALS, place) + numbers.orNone(Measure.REPEAT_DEALS, place);
                leads[c] += c == cells.channels ? 0 : leads(month, product, c);
                if (c < cells.channels) {
                    requireAtMost(
                            deals[c],
                            leads[c],
                            month,
                            product,
                            " from " + cells.channel(c).name());
                }
            }
            requireAtMost(Arrays.stream(deals).sum(), Arrays.stream(leads).sum(), month, product, "");
        }
    }

    /** Deals that are known by the month of their leads take leads of that month. */
    private void requireLeadsOfTheirMonth(int product) {
        for (int brought = 0; brought < cells.months; brought++) {
            double leads = 0;
            double deals = numbers.ofLeads.of(cells.cell(product, cells.channels), brought);
            double lost = numbers.ofLeads.lost(cells.cell(product, cells.channels), brought);
            for (int c = 0; c < cells.channels; c++) {
                double ofChannel = numbers.ofLeads.of(cells.cell(product, c), brought);
                double leadsOfChannel = leads(brought, product, c);
                double lostOfChannel = numbers.ofLeads.lost(cells.cell(product, c), brought);
                String from = " from " + cells.channel(c).name();
                requireLeadsOfTheirMonth(ofChannel, lostOfChannel, leadsOfChannel, brought, product, from);
                deals += ofChannel;
                lost += lostOfChannel;
                leads += leadsOfChannel;
            }
            requireLeadsOfTheirMonth(deals, lost, leads, brought, product, "");
        }
    }

    private void requireLeadsOfTheirMonth(
            double deals, double lost, double leads, int brought, int product, String from) {
        String these = "these leads";
        if (deals > leads) {
            throw tooMany("deals", deals, these, leads, brought, product, from);
        }
        if (deals + lost > leads) {
            throw tooMany("lost leads", lost, these + " less their deals", leads - deals, brought, product, from);
        }
    }

    private IllegalArgumentException tooMany(
            String what, double count, String ofWhat, double most, int brought, int product, String from) {
        return new IllegalArgumentException(String.format(
                Locale.ROOT,
                "Actuals %s of %s%s of leads of %s must be at most %s, %.0f, but were %.0f.",
                what,
                cells.product(product).name(),
                from,
                numbers.month(brought),
                ofWhat,
                most,
                count));
    }

    private boolean buysAgain(int product) {
        int oldest = plan.opening().customers().stream()
                .filter(customers ->
                        customers.product().equals(cells.product(product).name()))
                .mapToInt(Position.Customers::age)
                .max()
                .orElse(0);
        int oldestAtEnd = oldest + cells.constants().horizon().months();
        return IntStream.range(0, cells.months)
                .mapToObj(month -> cells.repeat(month, product))
                .distinct()
                .anyMatch(behaviour -> IntStream.rangeClosed(0, oldestAtEnd)
                        .anyMatch(age -> !behaviour.repeat(age).equals(Ratio.ZERO)));
    }

    /** Leads that a deal may come of when the plan begins: those that wait, and those of months of which deals are still to come. */
    private double[] openingLeads(int product) {
        double[] leads = new double[cells.channels + 1];
        for (Position.Cohort cohort : plan.opening().cohorts()) {
            if (cohort.product().equals(cells.product(product).name())) {
                leads[cells.channelIndex(cohort.channel())] += cohort.leads();
            }
        }
        for (Position.StageEntries entries : plan.opening().stages()) {
            if (entries.product().equals(cells.product(product).name())) {
                leads[cells.channelIndex(entries.channel())] += entries.count() + (entries.fraction() == null ? 0 : 1);
            }
        }
        for (Position.OpenLeads open : plan.opening().openLeads()) {
            if (open.product().equals(cells.product(product).name())) {
                leads[cells.channelIndex(open.channel())] += open.count();
            }
        }
        return leads;
    }

    /** Leads of a month; as many as one likes where they are not known of a channel that feeds the product. */
    private double leads(int month, int product, int channel) {
        double leads = numbers.values(Measure.LEADS)[cells.cell(month, product, channel)];
        if (Double.isNaN(leads)) {
            return cells.constants(month)
                            .process(cells.product(product).name())
                            .channels()
                            .shares()
                            .containsKey(cells.channel(channel).name())
                    ? Double.POSITIVE_INFINITY
                    : 0;
        }
        return leads;
    }

    private void requireAtMost(double deals, double leads, int month, int product, String from) {
        if (deals > leads) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "Actuals deals of %s%s must be at most the leads there were for them through %s, %.0f, but were %.0f."
                            + " Perhaps its customers buy again: Product.repeat says that they do not.",
                    cells.product(product).name(),
                    from,
                    numbers.month(month),
                    leads,
                    deals));
        }
    }
}
