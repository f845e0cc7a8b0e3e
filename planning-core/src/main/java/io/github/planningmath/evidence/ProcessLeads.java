package io.github.planningmath.evidence;

import io.github.planningmath.plan.Driver;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import org.jspecify.annotations.Nullable;

/**
 * A sales process of a plan, of a tier or of one product, with the leads that go through it.
 *
 * @param tier whose process it is; null where it is a product's own
 * @param product whose own process it is; null where it is a tier's
 */
record ProcessLeads(@Nullable SalesTier tier, @Nullable String product, SalesProcess process, KnownLeads leads) {

    /** The leads of channels that have no conversion of their own. */
    KnownLeads others() {
        return leads.where(count ->
                count.channel() == null || !process.conversionByChannel().containsKey(count.channel()));
    }

    Driver<Rate> conversion() {
        return tier == null ? Driver.managerConversion(ofProduct()) : Driver.managerConversion(tier);
    }

    Driver<Rate> conversion(@Nullable String channel) {
        if (channel == null || !process.conversionByChannel().containsKey(channel)) {
            return conversion();
        }
        return tier == null ? Driver.managerConversion(ofProduct(), channel) : Driver.managerConversion(tier, channel);
    }

    Driver<SalesCycle> cycle() {
        return tier == null ? Driver.salesCycle(ofProduct()) : Driver.salesCycle(tier);
    }

    Driver<ChannelMix> mix() {
        return tier == null ? Driver.channelMix(ofProduct()) : Driver.channelMix(tier);
    }

    private String ofProduct() {
        if (product == null) {
            throw new IllegalStateException("A process is a tier's or a product's.");
        }
        return product;
    }
}
