package io.github.planningmath.review;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Position;
import java.time.temporal.ChronoUnit;

/**
 * Visits, contacts and leads of one side, complete: of a cell that is partly known the rest follows at the plan's rates; one
 * of which nothing is known is as planned.
 */
final class FunnelFigures {

    /** Month by month. */
    final double[] visits;

    final double[] contacts;
    final double[] leads;

    /** Leads open when the plan began, in the month in which they fall due: the same on both sides. */
    final double[] waiting;

    /** By product and channel: leads that have fallen due. */
    final double[] due;

    /** By product and channel: leads brought that have not fallen due, and those that were open and have not. */
    final double[] open;

    /** The stages over all months. */
    final Flow all;

    /** The stages over the months whose leads have fallen due. */
    final Flow matured;

    FunnelFigures(Plan plan, Sheet sheet, Rates rates) {
        Grid grid = sheet.grid;
        visits = sheet.values(Measure.VISITS).clone();
        contacts = sheet.values(Measure.CONTACTS).clone();
        leads = sheet.values(Measure.LEADS).clone();
        for (int month = 0; month < grid.months; month++) {
            for (int p = 0; p < grid.products; p++) {
                for (int c = 0; c <= grid.channels; c++) {
                    complete(grid.cell(month, p, c), grid.cell(p, c), c == grid.channels, rates);
                }
            }
        }
        all = Flow.of(grid, visits, contacts, leads, false);
        matured = Flow.of(grid, visits, contacts, leads, true);
        due = new double[grid.width()];
        open = new double[grid.width()];
        waiting = waiting(grid, plan);
        sumLeads(grid);
    }

    private void complete(int place, int cell, boolean isNoChannel, Rates rates) {
        boolean isUnknown = Double.isNaN(visits[place]) && Double.isNaN(contacts[place]) && Double.isNaN(leads[place]);
        if (isNoChannel || isUnknown) {
            visits[place] = isNoChannel ? 0 : rates.visits[place];
            contacts[place] = isNoChannel ? 0 : rates.contacts[place];
            leads[place] = isNoChannel ? 0 : rates.leads[place];
            return;
        }
        double site = rates.site[cell];
        double warmUp = rates.warmUp[cell];
        if (Double.isNaN(visits[place])) {
            visits[place] = (Double.isNaN(contacts[place]) ? leads[place] / warmUp : contacts[place]) / site;
        }
        if (Double.isNaN(contacts[place])) {
            contacts[place] = visits[place] * site;
        }
        if (Double.isNaN(leads[place])) {
            leads[place] = contacts[place] * warmUp;
        }
    }

    private double[] waiting(Grid grid, Plan plan) {
        double[] byDueMonth = new double[grid.size()];
        for (Position.OpenLeads leadsOfOpening : plan.opening().openLeads()) {
            int product = grid.productIndex(leadsOfOpening.product());
            int channel = grid.channelIndex(leadsOfOpening.channel());
            long month = grid.constants().horizon().first().until(leadsOfOpening.due(), ChronoUnit.MONTHS);
            if (month < grid.months) {
                byDueMonth[grid.cell((int) month, product, channel)] += leadsOfOpening.count();
            } else {
                open[grid.cell(product, channel)] += leadsOfOpening.count();
            }
        }
        return byDueMonth;
    }

    private void sumLeads(Grid grid) {
        for (int p = 0; p < grid.products; p++) {
            for (int c = 0; c < grid.channels; c++) {
                int cell = grid.cell(p, c);
                for (int month = 0; month < grid.months; month++) {
                    int place = grid.cell(month, p, c);
                    due[cell] += waiting[place];
                    double[] stage = month + grid.cycles[p] < grid.months ? due : open;
                    stage[cell] += leads[place];
                }
            }
        }
    }

    /** Leads of a cell that fall due in a month. */
    double dueIn(Grid grid, int month, int product, int channel) {
        int brought = month - grid.cycles[product];
        double ofPlan = brought < 0 ? 0 : leads[grid.cell(brought, product, channel)];
        return ofPlan + waiting[grid.cell(month, product, channel)];
    }
}
