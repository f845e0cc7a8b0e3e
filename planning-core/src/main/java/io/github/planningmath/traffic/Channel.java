package io.github.planningmath.traffic;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Rate;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A communication surface that visits come over: a site, calls, e-mail, social networks, events, partners.
 *
 * <p>{@code leads = floor(visits * siteConversion * warmUpRate)}, rounded once on the cumulative count.
 *
 * @param name what products, tiers and cells refer to it by: one line of text without blanks at its ends
 * @param approach whom it addresses
 * @param siteConversion the share of visits that become contacts, above 0 and at most 1
 * @param warmUpRate the share of contacts that become leads, above 0 and at most 1
 * @param cost what its visits cost in a month
 * @param visitCeiling the most visits it can bring in a month, at least 0; null if there is no such limit
 */
@Value.Builder
public record Channel(
        String name,
        MarketingApproach approach,
        Rate siteConversion,
        Rate warmUpRate,
        TrafficCost cost,
        @Nullable Long visitCeiling)
        implements WithChannel {

    public Channel {
        Required.name(name, "Channel.name");
        Required.present(approach, "Channel.approach");
        Required.present(siteConversion, "Channel.siteConversion");
        Required.present(warmUpRate, "Channel.warmUpRate");
        Required.present(cost, "Channel.cost");
        if (visitCeiling != null) {
            Required.count(visitCeiling, "Channel.visitCeiling");
        }
    }

    /**
     * Returns the share of visits that become leads, {@code siteConversion * warmUpRate}, exactly.
     *
     * @return the rate from visit to lead
     * @throws ArithmeticException if a term of the product in lowest terms does not fit in a long
     */
    public Rate leadRate() {
        return siteConversion.times(warmUpRate);
    }
}
