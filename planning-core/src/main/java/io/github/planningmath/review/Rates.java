package io.github.planningmath.review;

import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The plan's rates, at which what is not known follows from what is: those of its cells, or of the constants where a cell is
 * empty.
 */
final class Rates {

    /** By product and channel. */
    final double[] site;

    final double[] warmUp;
    final double[] manager;
    final double[] costPerVisit;

    /** By month, product and channel: the plan's own counts. */
    final double[] visits;

    final double[] contacts;
    final double[] leads;

    /** By product and month: how many times the constants' retention. */
    final double[][] retained;

    /** By product: how many times the constants' repeat rate. */
    final double[] repeat;

    /** The rates of the constants alone. */
    Rates(Grid grid) {
        site = new double[grid.width()];
        warmUp = new double[grid.width()];
        manager = new double[grid.width()];
        costPerVisit = new double[grid.width()];
        visits = new double[grid.size()];
        contacts = new double[grid.size()];
        leads = new double[grid.size()];
        retained = new double[grid.products][grid.months];
        repeat = new double[grid.products];
        for (int p = 0; p < grid.products; p++) {
            for (int c = 0; c < grid.channels; c++) {
                int cell = grid.cell(p, c);
                site[cell] = grid.channel(c).siteConversion().toDouble();
                warmUp[cell] = grid.channel(c).warmUpRate().toDouble();
                manager[cell] = grid.conversion(p, c);
                costPerVisit[cell] = costPerVisit(grid.channel(c).cost());
            }
            Arrays.fill(retained[p], 1);
            repeat[p] = 1;
        }
    }

    /** The rates of a plan's own cells. */
    Rates(Figures plan) {
        this(plan.grid);
        FunnelFigures funnel = plan.funnel;
        System.arraycopy(funnel.visits, 0, visits, 0, visits.length);
        System.arraycopy(funnel.contacts, 0, contacts, 0, contacts.length);
        System.arraycopy(funnel.leads, 0, leads, 0, leads.length);
        for (int cell = 0; cell < site.length; cell++) {
            site[cell] = above0(ratio(funnel.all.contacts[cell], funnel.all.visits[cell], site[cell]), site[cell]);
            warmUp[cell] = above0(ratio(funnel.all.leads[cell], funnel.all.contacts[cell], warmUp[cell]), warmUp[cell]);
            manager[cell] = ratio(plan.deals.ofDueLeads[cell], funnel.due[cell], manager[cell]);
            costPerVisit[cell] = ratio(plan.money.trafficCost[cell], funnel.all.visits[cell], costPerVisit[cell]);
        }
        for (int p = 0; p < plan.grid.products; p++) {
            System.arraycopy(plan.customers[p].retained, 0, retained[p], 0, retained[p].length);
            repeat[p] = Double.isNaN(plan.repeatRate[p]) ? 1 : plan.repeatRate[p];
        }
    }

    private static double costPerVisit(TrafficCost cost) {
        BigDecimal constant = cost.perVisit();
        return (constant == null ? cost.cost(1) : constant).doubleValue();
    }

    /** A rate of a cell, or another where there is nothing to take it of. */
    private static double ratio(double part, double whole, double otherwise) {
        return whole > 0 ? part / whole : otherwise;
    }

    /** A rate that a stage can be told by from the next one, too. */
    private static double above0(double rate, double otherwise) {
        return rate > 0 ? rate : otherwise;
    }
}
