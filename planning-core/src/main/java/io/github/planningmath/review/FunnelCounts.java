package io.github.planningmath.review;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Position;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Visits, contacts and leads of one side, complete, and the rates between them month by month ({@link CountedRate}). A cell
 * of which nothing is known is as planned; where it is partly known the rest is as planned, moved by what the constants make
 * of the difference.
 *
 * <p>All arrays but {@link #open} are by month, product and channel.
 */
final class FunnelCounts {

    private final ReviewCells cells;
    private final Position opening;
    private final double[] knownVisits;
    private final double[] knownContacts;
    private final double[] knownLeads;

    final double[] visits;
    final double[] contacts;
    final double[] leads;

    /** Leads open when the plan began, in the month in which they fall due: the same on both sides. */
    final double[] waiting;

    /** By product and channel: leads brought whose deals have not fallen due, and those that were open and have not. */
    final double[] open;

    /** {@code contacts / visits}. */
    final double[] site;

    /** {@code leads / contacts}. */
    final double[] warmUp;

    /** Contacts beyond the visits of their month. */
    final double[] contactsOfNoVisit;

    /** Leads beyond the contacts of their month. */
    final double[] leadsOfNoContact;

    /** Leads that the rates make. */
    final double[] made;

    /** Through a month, of a plan: contacts less what the rates make of the visits, which whole numbers differ by. */
    private final double[] strayContacts;

    /** Likewise leads less what the rates make of the contacts. */
    private final double[] strayLeads;

    FunnelCounts(Plan plan, KnownNumbers numbers, @Nullable FunnelCounts planned) {
        cells = numbers.cells;
        opening = plan.opening();
        knownVisits = numbers.values(Measure.VISITS);
        knownContacts = numbers.values(Measure.CONTACTS);
        knownLeads = numbers.values(Measure.LEADS);
        visits = new double[cells.size()];
        contacts = new double[cells.size()];
        leads = new double[cells.size()];
        site = new double[cells.size()];
        warmUp = new double[cells.size()];
        contactsOfNoVisit = new double[cells.size()];
        leadsOfNoContact = new double[cells.size()];
        made = new double[cells.size()];
        strayContacts = new double[cells.size()];
        strayLeads = new double[cells.size()];
        PlannedRange[] unvisited =
                Stream.generate(PlannedRange::new).limit(cells.width()).toArray(PlannedRange[]::new);
        CountedRate[] contacting = countedRates();
        CountedRate[] warmingUp = countedRates();
        for (int month = 0; month < cells.months; month++) {
            for (int p = 0; p < cells.products; p++) {
                for (int c = 0; c < cells.channels; c++) {
                    int cell = cells.cell(p, c);
                    int place = cells.cell(month, p, c);
                    complete(place, cells.channelRates(month, c), unvisited[cell], planned);
                    if (planned == null) {
                        keepRates(place, cells.channelRates(month, c));
                    } else {
                        follow(place, cells.channelRates(month, c), contacting[cell], warmingUp[cell], planned);
                    }
                }
            }
        }
        open = new double[cells.width()];
        waiting = waiting(plan, cells);
        sumOpenLeads(plan);
    }

    private void complete(
            int place, ReviewCells.ChannelRates rates, PlannedRange unvisited, @Nullable FunnelCounts planned) {
        double visited = knownVisits[place];
        double contacted = knownContacts[place];
        double led = knownLeads[place];
        double plannedVisits = planned == null ? 0 : planned.visits[place];
        double plannedContacts = planned == null ? 0 : planned.contacts[place];
        double plannedLeads = planned == null ? 0 : planned.leads[place];
        if (!Double.isNaN(visited)) {
            unvisited.beginAnew();
        } else if (!Double.isNaN(contacted)) {
            double beyond = unvisited.beyond(contacted, plannedContacts, plannedVisits * rates.site());
            visited = Math.max(contacted, plannedVisits + beyond / rates.site());
        } else {
            double rate = rates.site() * rates.warmUp();
            double beyond = Double.isNaN(led) ? 0 : unvisited.beyond(led, plannedLeads, plannedVisits * rate);
            visited = Math.max(Double.isNaN(led) ? 0 : led, plannedVisits + beyond / rate);
        }
        if (Double.isNaN(contacted)) {
            double atRate = plannedContacts + rates.site() * (visited - plannedVisits);
            contacted = Math.max(Double.isNaN(led) ? 0 : led, Math.min(atRate, visited));
        }
        if (Double.isNaN(led)) {
            led = Math.max(0, Math.min(plannedLeads + rates.warmUp() * (contacted - plannedContacts), contacted));
        }
        visits[place] = visited;
        contacts[place] = contacted;
        leads[place] = led;
    }

    private CountedRate[] countedRates() {
        return Stream.generate(CountedRate::new).limit(cells.width()).toArray(CountedRate[]::new);
    }

    /** The rates of a plan are the constants', however its counts are rounded. */
    private void keepRates(int place, ReviewCells.ChannelRates rates) {
        site[place] = rates.site();
        warmUp[place] = rates.warmUp();
        made[place] = visits[place] * rates.site() * rates.warmUp();
        strayContacts[place] = stray(strayContacts, place) + contacts[place] - visits[place] * rates.site();
        strayLeads[place] = stray(strayLeads, place) + leads[place] - contacts[place] * rates.warmUp();
    }

    private double stray(double[] byCell, int place) {
        return place < cells.width() ? 0 : byCell[place - cells.width()];
    }

    /** Takes the counts of a cell for what its rates make, as long as these explain them. */
    private void follow(
            int place,
            ReviewCells.ChannelRates rates,
            CountedRate contacting,
            CountedRate warmingUp,
            FunnelCounts planned) {
        boolean isVisited = !Double.isNaN(knownVisits[place]);
        boolean isContacted = !Double.isNaN(knownContacts[place]);
        double atRate = visits[place] * rates.site();
        double contacted = follow(
                contacting, isVisited && isContacted, contacts[place], atRate, atRate, planned.strayContacts[place]);
        double ofVisits = Math.min(contacted, visits[place]);
        site[place] = rate(rates.site(), contacted == atRate, ofVisits, visits[place]);
        contactsOfNoVisit[place] = contacted == atRate ? 0 : contacted - ofVisits;
        double warm = contacted * rates.warmUp();
        double led = follow(
                warmingUp,
                !Double.isNaN(knownLeads[place]) && (isVisited || isContacted),
                leads[place],
                contacts[place] * rates.warmUp(),
                warm,
                planned.strayLeads[place]);
        double ofContacts = Math.min(led, contacted);
        warmUp[place] = rate(rates.warmUp(), led == warm, ofContacts, contacted);
        leadsOfNoContact[place] = led == warm ? 0 : led - ofContacts;
        made[place] = led;
    }

    /** A rate, at most 1: what is more is made of nothing. The constants' where it is theirs, or there is nothing to tell it of. */
    private static double rate(double ofConstants, boolean isKept, double part, double whole) {
        return isKept || !(whole > 0) ? ofConstants : part / whole;
    }

    private static double follow(
            CountedRate rate, boolean isKnown, double counted, double expected, double made, double planned) {
        if (isKnown) {
            return rate.of(counted, expected, made, planned);
        }
        rate.beginAnew();
        return made;
    }

    /** Leads open when the plan began, by the month in which they fall due, product and channel. */
    static double[] waiting(Plan plan, ReviewCells cells) {
        double[] byDueMonth = new double[cells.size()];
        for (Position.OpenLeads waiting : plan.opening().openLeads()) {
            long month = cells.monthsUntil(waiting.due());
            if (month < cells.months) {
                int product = cells.productIndex(waiting.product());
                int channel = cells.channelIndex(waiting.channel());
                byDueMonth[cells.cell((int) month, product, channel)] += waiting.count();
            }
        }
        for (int month = 0; month < cells.months; month++) {
            for (int p = 0; p < cells.products; p++) {
                for (int c = 0; c < cells.channels; c++) {
                    byDueMonth[cells.cell(month, p, c)] += cells.dueOfCohorts(p, c, month);
                }
            }
        }
        return byDueMonth;
    }

    private void sumOpenLeads(Plan plan) {
        for (Position.OpenLeads waiting : plan.opening().openLeads()) {
            if (cells.monthsUntil(waiting.due()) >= cells.months) {
                open[cells.cell(cells.productIndex(waiting.product()), cells.channelIndex(waiting.channel()))] +=
                        waiting.count();
            }
        }
        for (int p = 0; p < cells.products; p++) {
            for (int c = 0; c < cells.channels; c++) {
                open[cells.cell(p, c)] += cells.stillToComeOfCohorts(p, c);
            }
            for (int month = Math.max(0, cells.months - cells.cycles[p]); month < cells.months; month++) {
                for (int c = 0; c < cells.channels; c++) {
                    open[cells.cell(p, c)] +=
                            leads[cells.cell(month, p, c)] * cells.shareFrom(p, month, cells.months - month);
                }
            }
        }
    }

    /**
     * Leads of a source ({@link DealsOfLeads}) that fall due in a month.
     *
     * @param brought leads by month, product and channel, as counted or as the rates make them
     */
    double due(double[] brought, int source, int month, int product, int channel) {
        return source == DealsOfLeads.BEFORE
                ? waiting[cells.cell(month, product, channel)]
                : cells.share(product, source, month - source) * brought[cells.cell(source, product, channel)];
    }

    /** Leads of a source. */
    double leads(int source, int product, int channel) {
        if (source != DealsOfLeads.BEFORE) {
            return leads[cells.cell(source, product, channel)];
        }
        double sum = 0;
        for (Position.OpenLeads open : opening.openLeads()) {
            sum += isOf(product, channel, open.product(), open.channel()) ? open.count() : 0;
        }
        for (Position.Cohort cohort : opening.cohorts()) {
            sum += isOf(product, channel, cohort.product(), cohort.channel()) ? cohort.leads() : 0;
        }
        return sum;
    }

    /** Deals that the constants make of the leads of a source after the months of the review. */
    double dealsToCome(int source, int product, int channel) {
        double deals = 0;
        if (source != DealsOfLeads.BEFORE) {
            for (long month = cells.months; month <= source + cells.cycles[product]; month++) {
                deals += cells.share(product, source, month - source) * cells.conversionOfAny(month, product, channel);
            }
            return deals * leads[cells.cell(source, product, channel)];
        }
        for (Position.OpenLeads open : opening.openLeads()) {
            long month = cells.monthsUntil(open.due());
            if (month >= cells.months && isOf(product, channel, open.product(), open.channel())) {
                deals += open.count() * cells.conversionOfAny(month, product, channel);
            }
        }
        for (long month = cells.months; month < cells.months + cells.cycles[product]; month++) {
            deals += cells.dueOfCohorts(product, channel, month) * cells.conversionOfAny(month, product, channel);
        }
        return deals;
    }

    private boolean isOf(int product, int channel, String productName, String channelName) {
        return cells.product(product).name().equals(productName)
                && cells.channel(channel).name().equals(channelName);
    }

    /** Leads of a cell that fall due in a month, as counted. */
    double due(int month, int product, int channel) {
        return due(leads, month, product, channel);
    }

    /** Leads of a cell that fall due in a month, as the rates make them. */
    double madeDue(int month, int product, int channel) {
        return due(made, month, product, channel);
    }

    private double due(double[] brought, int month, int product, int channel) {
        double ofPlan = 0;
        for (int ofMonth = Math.max(0, month - cells.cycles[product]); ofMonth <= month; ofMonth++) {
            double share = cells.share(product, ofMonth, month - ofMonth);
            ofPlan += share == 0 ? 0 : share * brought[cells.cell(ofMonth, product, channel)];
        }
        return ofPlan + waiting[cells.cell(month, product, channel)];
    }

    /** The deals that the constants make of the leads of a cell that fall due in a month. */
    double expectedDeals(int month, int product, int channel) {
        return due(month, product, channel) * cells.conversion(month, product, channel);
    }
}
