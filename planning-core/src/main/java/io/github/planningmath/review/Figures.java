package io.github.planningmath.review;

import io.github.planningmath.plan.Plan;
import java.util.Arrays;

/**
 * One side of a review, plan or fact, complete. What is not known follows from what is, at the plan's rates, so that a rate
 * that is not known keeps the plan's value.
 */
final class Figures {

    final Grid grid;
    final Sheet sheet;
    final FunnelFigures funnel;
    final DealFigures deals;

    /** By product. */
    final Customers[] customers;

    /** By product: customers at the end. */
    final double[] base;

    /** By product: repeat deals. */
    final double[] repeatDeals;

    /** By product: repeat deals to those expected at the constants' rates; NaN where none is expected. */
    final double[] repeatRate;

    /** By product: the base at the end to what the cohorts leave; NaN where they leave nothing. */
    final double[] baseRate;

    final MoneyFigures money;

    private Figures(Plan plan, Sheet sheet, Sheet planned, Rates rates) {
        this.sheet = sheet;
        grid = sheet.grid;
        funnel = new FunnelFigures(plan, sheet, rates);
        deals = new DealFigures(sheet, funnel, rates);
        customers = new Customers[grid.products];
        base = new double[grid.products];
        repeatDeals = new double[grid.products];
        repeatRate = new double[grid.products];
        baseRate = new double[grid.products];
        double[][] repeats = new double[grid.products][];
        for (int p = 0; p < grid.products; p++) {
            customers[p] = new Customers(plan, grid.product(p), baseByMonth(p), newDealsByMonth(p), rates.retained[p]);
            repeats[p] = repeatsByMonth(p, rates.repeat[p]);
            repeatDeals[p] = Arrays.stream(repeats[p]).sum();
            base[p] = baseAtEnd(p);
            repeatRate[p] = ratio(repeatDeals[p], ofCohorts(p, customers[p].repeats) + customers[p].openingRepeats);
            baseRate[p] = ratio(base[p], ofCohorts(p, customers[p].left) + customers[p].openingLeft);
        }
        money = new MoneyFigures(sheet, planned, funnel, deals, repeats, rates);
    }

    /** The plan's side. */
    static Figures ofPlan(Plan plan, Sheet planned) {
        return new Figures(plan, planned, planned, new Rates(planned.grid));
    }

    /** The fact's side of a plan. */
    static Figures ofFact(Plan plan, Sheet known, Figures ofPlan) {
        return new Figures(plan, known, ofPlan.sheet, new Rates(ofPlan));
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }

    private double[] baseByMonth(int p) {
        double[] base = new double[grid.months];
        for (int month = 0; month < grid.months; month++) {
            base[month] = sheet.values(Measure.BASE)[grid.alone(month, p)];
        }
        return base;
    }

    private double baseAtEnd(int p) {
        double known = sheet.values(Measure.BASE)[grid.alone(grid.months - 1, p)];
        return Double.isNaN(known) ? Arrays.stream(customers[p].atEnd).sum() : known;
    }

    private double[] newDealsByMonth(int p) {
        double[] won = new double[grid.months];
        for (int month = 0; month < grid.months; month++) {
            won[month] = deals.byMonth[month * grid.products + p];
        }
        return won;
    }

    private double[] repeatsByMonth(int p, double rate) {
        double[] repeats = new double[grid.months];
        for (int month = 0; month < grid.months; month++) {
            double known = Double.NaN;
            for (int c = 0; c <= grid.channels; c++) {
                double number = sheet.values(Measure.REPEAT_DEALS)[grid.cell(month, p, c)];
                known = Double.isNaN(number) ? known : Double.isNaN(known) ? number : known + number;
            }
            repeats[month] = Double.isNaN(known) ? customers[p].expectedRepeats[month] * rate : known;
        }
        return repeats;
    }

    /** What the cohorts won of due leads come to, each customer of a month at a weight. */
    private double ofCohorts(int p, double[] weights) {
        double sum = 0;
        for (int c = 0; c < grid.channels; c++) {
            double won = 0;
            for (int month = 0; month < grid.months; month++) {
                won += leadsDue(month, p, c) * weights[month];
            }
            double conversion = deals.conversion(grid.cell(p, c));
            sum += Double.isNaN(conversion) ? 0 : conversion * won;
        }
        return sum;
    }

    private double leadsDue(int month, int p, int c) {
        int place = grid.cell(month, p, c);
        return funnel.matured.visitsByMonth[place] * funnel.matured.leadsPerVisit(grid.cell(p, c))
                + funnel.waiting[place];
    }

    /** New and repeat deals of a product. */
    double dealsOfAnyKind(int p) {
        double sum = repeatDeals[p];
        for (int month = 0; month < grid.months; month++) {
            sum += deals.byMonth[month * grid.products + p];
        }
        return sum;
    }

    /** What a deal of a product brings or costs; NaN where there is none. */
    double perDeal(double[] money, int p) {
        return ratio(money[p], dealsOfAnyKind(p));
    }
}
