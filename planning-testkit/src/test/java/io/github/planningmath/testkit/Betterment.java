package io.github.planningmath.testkit;

import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesStage;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Constants with one better conversion. */
final class Betterment {

    private Betterment() {}

    /** One conversion, chosen by number, is raised to a rate if it is below it. */
    static PlanningConstants of(PlanningConstants constants, Rate rate, int choice) {
        List<Function<PlanningConstants, PlanningConstants>> changes = new ArrayList<>();
        for (SalesTier tier : constants.tiers().keySet()) {
            changes.add(each -> each.withTier(tier, process -> better(process, rate)));
            for (String channel : constants.tier(tier).conversionByChannel().keySet()) {
                changes.add(each -> each.withTier(
                        tier, process -> process.withConversion(channel, greater(process.conversion(channel), rate))));
            }
        }
        for (Channel channel : constants.channels()) {
            changes.add(each -> each.withChannel(
                    channel.name(), old -> old.withSiteConversion(greater(old.siteConversion(), rate))));
            changes.add(each ->
                    each.withChannel(channel.name(), old -> old.withWarmUpRate(greater(old.warmUpRate(), rate))));
        }
        return changes.get(choice % changes.size()).apply(constants);
    }

    /** Of a process in stages the last of them. */
    private static SalesProcess better(SalesProcess process, Rate rate) {
        if (process.stages().isEmpty()) {
            return process.withManagerConversion(greater(process.managerConversion(), rate));
        }
        SalesStage last = process.stages().get(process.stages().size() - 1);
        return process.withStage(last.withConversion(greater(last.conversion(), rate)));
    }

    private static Rate greater(Rate first, Rate second) {
        return first.compareTo(second) >= 0 ? first : second;
    }
}
