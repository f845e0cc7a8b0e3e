package io.github.planningmath.risk;

/**
 * The first four moments of what a customer is worth from a month to the end of the plan: in each month repeat deals come first
 * (Poisson, at the rate of the age), then the customer stays or leaves; who is won joins at the month's end at age 0.
 */
final class CustomerMoments {

    private final Exposure.ProductTerms terms;
    private final DealWorth worth;
    private final double[] draws;
    private final double[][] ofDeals;
    private final double[][] ageless;

    CustomerMoments(Exposure.ProductTerms terms, DealWorth worth, double[] draws) {
        this.terms = terms;
        this.worth = worth;
        this.draws = draws;
        int months = worth.own().length;
        ageless = new double[terms.repeats().isAgeless() ? months + 1 : 0][RawMoments.ORDER];
        for (int month = months - 1; month >= 0 && ageless.length > 0; month--) {
            System.arraycopy(ageless[month + 1], 0, ageless[month], 0, RawMoments.ORDER);
            step(month, 0, ageless[month]);
        }
        ofDeals = new double[months][];
    }

    /** A deal of a lead in a month; not to be changed. */
    double[] ofDeal(int month) {
        double[] known = ofDeals[month];
        if (known == null) {
            known = ofCustomer(month + 1, 0);
            RawMoments.shift(known, worth.own()[month]);
            ofDeals[month] = known;
        }
        return known;
    }

    /** A customer who is of an age at the start of a month. */
    double[] ofCustomer(int month, int age) {
        if (ageless.length > 0) {
            return ageless[month].clone();
        }
        double[] m = new double[RawMoments.ORDER];
        for (int later = worth.own().length - 1; later >= month; later--) {
            step(later, age + later - month, m);
        }
        return m;
    }

    /** One repeat deal of a month, and nothing after it. */
    double[] ofRepeatDeal(int month) {
        double[] m = new double[RawMoments.ORDER];
        RawMoments.shift(m, worth.repeat()[month]);
        return m;
    }

    /** Makes the moments from a month on of those from the next one on. */
    private void step(int month, int age, double[] m) {
        double retention = terms.repeats().retention(month, age, draws);
        RawMoments.shift(m, worth.staying()[month]);
        RawMoments.scale(m, retention);
        if (worth.leaving()[month] != 0) {
            RawMoments.add(m, 1 - retention, worth.leaving()[month]);
        }
        double repeat = terms.repeats().repeat(month, age, draws);
        if (repeat > 0 && worth.repeat()[month] != 0) {
            RawMoments.toCumulants(m);
            RawMoments.addPoisson(m, repeat, worth.repeat()[month]);
            RawMoments.fromCumulants(m);
        }
    }
}
