package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.channel;
import static io.github.planningmath.plan.SmallBusiness.constants;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.plan.PlanningConstants.ApproachMismatch;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.MarketingApproach;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everyday goods are found by mass marketing, what is weighed up by an industry's, partnerships by targeted marketing. */
class ApproachMismatchTest {

    private static final List<Integer> SHARES = List.of(0, 1, 50, 99, 100);

    /** A product of a tier of whose leads so many percent come over "other", of an approach, and the rest over one that fits. */
    private static PlanningConstants business(
            SalesTier tier, MarketingApproach fitting, MarketingApproach other, int share) {
        Map<String, Rate> mix = new LinkedHashMap<>();
        if (share < 100) {
            mix.put("fitting", Rate.percent(100 - share));
        }
        if (share > 0) {
            mix.put("other", Rate.percent(share));
        }
        PlanningConstants start = constants();
        return PlanningConstants.of(
                "EUR",
                start.horizon(),
                start.assortment().withProduct("crm", crm -> crm.withTier(tier)),
                List.of(
                        channel("fitting", "5%", "40%", "0").withApproach(fitting),
                        channel("other", "5%", "40%", "0").withApproach(other)),
                Map.of(tier, SalesProcess.of(Rate.percent(20), 0, new ChannelMix(mix))));
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSACTIONAL, MASS, MASS, true",
        "TRANSACTIONAL, MASS, INDUSTRY, false",
        "TRANSACTIONAL, MASS, TARGETED, false",
        "CONSULTATIVE, INDUSTRY, MASS, false",
        "CONSULTATIVE, INDUSTRY, INDUSTRY, true",
        "CONSULTATIVE, INDUSTRY, TARGETED, false",
        "STRATEGIC, TARGETED, MASS, false",
        "STRATEGIC, TARGETED, INDUSTRY, false",
        "STRATEGIC, TARGETED, TARGETED, true"
    })
    void aTierIsFedByItsOwnApproach(SalesTier tier, MarketingApproach fitting, MarketingApproach other, boolean fits) {
        for (int share : SHARES) {
            PlanningConstants business = business(tier, fitting, other, share);
            for (int atLeast : SHARES.subList(1, SHARES.size())) {
                List<ApproachMismatch> expected = fits || share < atLeast
                        ? List.of()
                        : List.of(new ApproachMismatch("crm", tier, Ratio.percent(share), List.of("other")));
                assertThat(business.approachMismatches(Rate.percent(atLeast)))
                        .as("%d of 100 leads, named from %d on", share, atLeast)
                        .isEqualTo(expected);
            }
            assertThat(business.approachMismatches()).isEqualTo(business.approachMismatches(Rate.percent(50)));
        }
    }

    @Test
    void theShareAndTheChannelsAreNamed() {
        assertThat(business(SalesTier.STRATEGIC, MarketingApproach.TARGETED, MarketingApproach.MASS, 99)
                        .approachMismatches()
                        .get(0))
                .hasToString(
                        "crm is sold in the strategic tier, which wants targeted marketing, but 99% of its leads come"
                                + " over channels of another approach: other");
    }
}
