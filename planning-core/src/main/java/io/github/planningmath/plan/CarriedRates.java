package io.github.planningmath.plan;

import io.github.planningmath.quantity.Ratio;

/**
 * The rates of a funnel by channel, with what a product carries over of each.
 *
 * @param leads visit → lead
 * @param warmUps contact → lead
 * @param contacts visit → contact
 */
@SuppressWarnings("ArrayRecordComponent") // an inner carrier on the hot path, never compared
record CarriedRates(CarriedRate[] leads, CarriedRate[] warmUps, CarriedRate[] contacts) {

    /** The rates where nothing is carried. */
    static CarriedRates none(Funnel funnel) {
        return of(funnel, "", OpeningFacts.none());
    }

    static CarriedRates of(Funnel funnel, String product, OpeningFacts facts) {
        int size = funnel.size();
        CarriedRates rates = new CarriedRates(new CarriedRate[size], new CarriedRate[size], new CarriedRate[size]);
        for (int c = 0; c < size; c++) {
            String channel = funnel.channels().get(c);
            Ratio carriedLeads = facts.remainder(Position.Rounded.LEADS, product, channel);
            Ratio carriedContacts = facts.remainder(Position.Rounded.CONTACTS, product, channel);
            rates.leads[c] = CarriedRate.of(funnel.leadRate(c), carriedLeads);
            rates.warmUps[c] = CarriedRate.cumulative(funnel.warmUp(c), carriedLeads);
            rates.contacts[c] = CarriedRate.of(funnel.siteConversion(c), carriedContacts);
        }
        return rates;
    }
}
