package io.github.planningmath.testkit;

import io.github.planningmath.plan.AfterHorizon;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Brings everything whose order means nothing into another one. */
final class Shuffling {

    private final Random random;

    Shuffling(Random random) {
        this.random = random;
    }

    PlanDocument document(PlanDocument document) {
        return new PlanDocument(
                goal(document.goal()),
                constants(document.constants()),
                position(document.opening()),
                list(document.pins()),
                list(document.targets()));
    }

    private FinancialGoal goal(FinancialGoal goal) {
        return goal.afterHorizon() instanceof AfterHorizon.Listed listed
                ? goal.withAfterHorizon(new AfterHorizon.Listed(list(listed.deals())))
                : goal;
    }

    private PlanningConstants constants(PlanningConstants constants) {
        Map<SalesTier, SalesProcess> tiers = map(constants.tiers());
        tiers.replaceAll((tier, process) -> process(process));
        Map<String, SalesProcess> own = map(constants.processByProduct());
        own.replaceAll((product, process) -> process(process));
        return constants
                .withAssortment(assortment(constants.assortment()))
                .withChannels(list(constants.channels()))
                .withTiers(tiers)
                .withProcessByProduct(own)
                .withSeasonByProduct(map(constants.seasonByProduct()))
                .withPotentialByProduct(map(constants.potentialByProduct()))
                .withChanges(list(constants.changes()))
                .withInitiatives(list(constants.initiatives()));
    }

    private Assortment assortment(Assortment assortment) {
        return new Assortment(
                list(assortment.products()), new Mix<>(map(assortment.mix().shares())));
    }

    private SalesProcess process(SalesProcess process) {
        return process.withConversionByChannel(map(process.conversionByChannel()))
                .withChannels(new ChannelMix(map(process.channels().shares())));
    }

    private Position position(Position position) {
        return new Position(
                position.opens(),
                list(position.customers()),
                list(position.cohorts()),
                list(position.stages()),
                list(position.openLeads()),
                list(position.remainders()));
    }

    private <T> List<T> list(List<T> list) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private <K, V> Map<K, V> map(Map<K, V> map) {
        Map<K, V> shuffled = new LinkedHashMap<>();
        list(List.copyOf(map.keySet())).forEach(key -> shuffled.put(key, map.get(key)));
        return shuffled;
    }
}
