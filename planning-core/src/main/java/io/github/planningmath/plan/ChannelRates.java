package io.github.planningmath.plan;

import io.github.planningmath.quantity.Rate;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of the visits over a channel, by month.
 *
 * @param site visit → contact
 * @param warmUp contact → lead
 * @param lead visit → lead
 */
record ChannelRates(ByMonth<Rate> site, ByMonth<Rate> warmUp, ByMonth<Rate> lead) {

    /** Those of every channel of the constants, in their order. */
    static List<ChannelRates> of(List<PlanStretch> stretches) {
        List<ChannelRates> rates = new ArrayList<>();
        int channels = stretches.get(0).constants().channels().size();
        for (int channel = 0; channel < channels; channel++) {
            int each = channel;
            ByMonth<Rate> site = ByMonth.of(
                    stretches, constants -> constants.channels().get(each).siteConversion());
            ByMonth<Rate> warmUp = ByMonth.of(
                    stretches, constants -> constants.channels().get(each).warmUpRate());
            rates.add(new ChannelRates(site, warmUp, site.with(warmUp, Rate::times)));
        }
        return rates;
    }
}
