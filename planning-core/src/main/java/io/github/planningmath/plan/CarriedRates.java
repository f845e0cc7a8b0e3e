package io.github.planningmath.plan;

import io.github.planningmath.quantity.Ratio;
import java.util.List;

/**
 * The rates of a funnel by channel, with what a product carries over of each.
 *
 * @param leads visit → lead
 * @param warmUps contact → lead
 * @param contacts visit → contact
 */
@SuppressWarnings("ArrayRecordComponent") // an inner carrier on the hot path, never compared
record CarriedRates(CarriedRate[] leads, CarriedRate[] warmUps, CarriedRate[] contacts) {

    /** The rates of channels where nothing is carried. */
    static CarriedRates none(List<String> channels, List<ChannelRates> ofChannels) {
        return of(channels, ofChannels, "", OpeningFacts.none());
    }

    static CarriedRates of(List<String> channels, List<ChannelRates> ofChannels, String product, OpeningFacts facts) {
        int size = channels.size();
        CarriedRates rates = new CarriedRates(new CarriedRate[size], new CarriedRate[size], new CarriedRate[size]);
        for (int c = 0; c < size; c++) {
            ChannelRates ofChannel = ofChannels.get(c);
            Ratio carriedLeads = facts.remainder(Position.Rounded.LEADS, product, channels.get(c));
            Ratio carriedContacts = facts.remainder(Position.Rounded.CONTACTS, product, channels.get(c));
            rates.leads[c] = CarriedRate.of(ofChannel.lead(), carriedLeads);
            rates.warmUps[c] = CarriedRate.cumulative(ofChannel.warmUp(), carriedLeads);
            rates.contacts[c] = CarriedRate.of(ofChannel.site(), carriedContacts);
        }
        return rates;
    }
}
