package io.github.planningmath.plan;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesStage;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Goes through the constants of two plans component by component. */
final class ConstantsComparison {

    private final PlanningConstants first;
    private final PlanningConstants second;
    private final List<ChangedConstant> differences = new ArrayList<>();

    ConstantsComparison(PlanningConstants first, PlanningConstants second) {
        this.first = first;
        this.second = second;
    }

    List<ChangedConstant> differences() {
        compare("currency", PlanningConstants::currency);
        compare("horizon.first", constants -> constants.horizon().first());
        compare("horizon.months", constants -> constants.horizon().months());
        compareSeasons();
        compareProducts();
        compareEntries(
                "assortment.mix",
                constants -> constants.assortment().mix().shares(),
                product -> owner(Factor.PRODUCT_MIX));
        compareChannels();
        compareTiers();
        compare("fixedCosts", PlanningConstants::fixedCosts);
        compare("peopleCost", PlanningConstants::peopleCost);
        compareEntries("processByProduct", PlanningConstants::processByProduct, product -> Department.SHARED);
        compareEntries(
                "potentialByProduct", PlanningConstants::potentialByProduct, product -> owner(Factor.TRAFFIC_VOLUME));
        compareChanges();
        compareInitiatives();
        for (Factor factor : Factor.values()) {
            compareEntries(
                    "ownership[" + factor + "]",
                    constants -> constants.ownership().owners().getOrDefault(factor, Map.of()),
                    tier -> Department.SHARED);
        }
        return List.copyOf(differences);
    }

    private void compareSeasons() {
        if (first.season() instanceof Season.OfYear && second.season() instanceof Season.OfYear) {
            compareEntries(
                    "season", constants -> ((Season.OfYear) constants.season()).indices(), month -> Department.SHARED);
        } else {
            compare("season", PlanningConstants::season);
        }
        compareEntries("seasonByProduct", PlanningConstants::seasonByProduct, product -> Department.SHARED);
    }

    private void compareProducts() {
        both(constants -> byName(constants.assortment().products(), Product::name))
                .forEach((name, pair) -> {
                    String product = "products[" + name + "]";
                    if (isWhole(product, pair, Department.SHARED)) {
                        pair.compare(product + ".tier", Product::tier, Department.SHARED);
                        pair.compare(product + ".price", Product::price, owner(Factor.PRICE), Driver.price(name));
                        pair.compare(
                                product + ".unitCost",
                                Product::unitCost,
                                owner(Factor.UNIT_COST),
                                Driver.unitCost(name));
                        pair.compare(
                                product + ".commission",
                                Product::commission,
                                owner(Factor.UNIT_COST),
                                Driver.commission(name));
                        compareRenewal(product, name, pair);
                        pair.compare(
                                product + ".repeat",
                                Product::repeat,
                                oneOf(owner(Factor.RETENTION_RATE), owner(Factor.REPEAT_RATE)));
                        pair.compare(product + ".packaging", Product::packaging, owner(Factor.PRODUCT_MIX));
                        pair.compare(product + ".proposition", Product::proposition, owner(Factor.PRODUCT_MIX));
                    }
                });
    }

    private void compareRenewal(String product, String name, Pair<Product> pair) {
        pair.compare(
                product + ".renewal.price",
                each -> each.renewal() == null ? null : each.renewal().price(),
                owner(Factor.PRICE),
                Driver.renewalPrice(name));
        pair.compare(
                product + ".renewal.unitCost",
                each -> each.renewal() == null ? null : each.renewal().unitCost(),
                owner(Factor.UNIT_COST),
                Driver.renewalUnitCost(name));
        pair.compare(
                product + ".renewal.commission",
                each -> each.renewal() == null ? null : each.renewal().commission(),
                owner(Factor.UNIT_COST),
                Driver.renewalCommission(name));
    }

    private void compareChannels() {
        both(constants -> byName(constants.channels(), Channel::name)).forEach((name, pair) -> {
            String channel = "channels[" + name + "]";
            if (isWhole(channel, pair, owner(Factor.CHANNEL_MIX))) {
                pair.compare(channel + ".approach", Channel::approach, owner(Factor.CHANNEL_MIX));
                pair.compare(
                        channel + ".siteConversion",
                        Channel::siteConversion,
                        owner(Factor.SITE_CONVERSION),
                        Driver.siteConversion(name));
                pair.compare(
                        channel + ".warmUpRate",
                        Channel::warmUpRate,
                        owner(Factor.WARM_UP_RATE),
                        Driver.warmUpRate(name));
                pair.compare(channel + ".cost", Channel::cost, owner(Factor.COST_PER_VISIT), Driver.costPerVisit(name));
                pair.compare(channel + ".visitCeiling", Channel::visitCeiling, owner(Factor.TRAFFIC_VOLUME));
            }
        });
    }

    private void compareTiers() {
        both(PlanningConstants::tiers).forEach((tier, pair) -> {
            String process = "tiers[" + tier + "]";
            Department seller = first.ownership().owner(Factor.MANAGER_CONVERSION, tier);
            if (isWhole(process, pair, seller)) {
                compareStages(tier, process, pair, seller);
                pair.compare(
                        process + ".managerConversion",
                        SalesProcess::managerConversion,
                        seller,
                        Driver.managerConversion(tier));
                both(constants -> constants.tier(tier).conversionByChannel())
                        .forEach((channel, rates) -> rates.compare(
                                process + ".conversionByChannel[" + channel + "]",
                                rate -> rate,
                                seller,
                                Driver.managerConversion(tier, channel)));
                pair.compare(process + ".cycle", SalesProcess::cycle, seller);
                pair.compareEntries(
                        process + ".channels",
                        each -> each.channels().shares(),
                        first.ownership().owner(Factor.CHANNEL_MIX, tier));
            }
        });
    }

    /** What a tier's leads pass; the conversion and the cycle that follow from it are told besides. */
    private void compareStages(SalesTier tier, String process, Pair<SalesProcess> pair, Department seller) {
        if (pair.first == null || pair.second == null) {
            return;
        }
        pairs(stagesByName(pair.first), stagesByName(pair.second)).forEach((name, stages) -> {
            String stage = process + ".stages[" + name + "]";
            if (isWhole(stage, stages, seller)) {
                stages.compare(
                        stage + ".conversion", SalesStage::conversion, seller, Driver.stageConversion(tier, name));
                stages.compare(stage + ".waits", SalesStage::waits, seller);
            }
        });
        List<String> before = List.copyOf(stagesByName(pair.first).keySet());
        List<String> after = List.copyOf(stagesByName(pair.second).keySet());
        if (!before.equals(after) && Set.copyOf(before).equals(Set.copyOf(after))) {
            add(process + ".stages", before, after, seller);
        }
    }

    private static Map<String, SalesStage> stagesByName(SalesProcess process) {
        return byName(process.stages(), SalesStage::name);
    }

    private void compareChanges() {
        both(ConstantsComparison::rows).forEach((row, pair) -> {
            Driver<?> constant = (pair.first == null ? Objects.requireNonNull(pair.second) : pair.first).constant();
            Department owner = constant.owner(first.ownership(), first.tiers().keySet());
            if (isOfMixes(pair)) {
                pair.compareEntries("changes[" + row + "]", ConstantsComparison::shares, owner);
            } else {
                pair.compare("changes[" + row + "]", ConstantsComparison::shown, owner);
            }
        });
    }

    private static boolean isOfMixes(Pair<Change> pair) {
        return pair.first != null
                && pair.second != null
                && pair.first.value() instanceof ChannelMix
                && pair.second.value() instanceof ChannelMix;
    }

    private static Map<String, Rate> shares(Change change) {
        return ((ChannelMix) change.value()).shares();
    }

    private static Object shown(Change change) {
        return change.value() instanceof ChannelMix ? shares(change) : change.value();
    }

    private void compareInitiatives() {
        both(constants -> byName(constants.initiatives(), Initiative::name)).forEach((name, pair) -> {
            Initiative initiative = pair.first == null ? Objects.requireNonNull(pair.second) : pair.first;
            pair.compare("initiatives[" + name + "]", each -> each, initiative.department());
        });
    }

    private static Map<String, Change> rows(PlanningConstants constants) {
        Map<String, Change> rows = new LinkedHashMap<>();
        constants.changes().forEach(change -> rows.put(change.constant() + " from " + change.from(), change));
        return rows;
    }

    /** Whether both have it; where one does not, that alone is the difference. */
    private boolean isWhole(String constant, Pair<?> pair, Department owner) {
        if (pair.first != null && pair.second != null) {
            return true;
        }
        add(constant, pair.first == null ? null : "there", pair.second == null ? null : "there", owner);
        return false;
    }

    private Department owner(Factor factor) {
        Set<SalesTier> tiers = first.tiers().keySet();
        return first.ownership().owner(factor, tiers);
    }

    private static Department oneOf(Department one, Department other) {
        return one == other ? one : Department.SHARED;
    }

    private void compare(String constant, Function<PlanningConstants, ?> component) {
        new Pair<>(first, second).compare(constant, component, Department.SHARED);
    }

    private <K> void compareEntries(
            String constant,
            Function<PlanningConstants, ? extends Map<K, ?>> component,
            Function<K, Department> owner) {
        both(component)
                .forEach((key, pair) -> pair.compare(constant + "[" + key + "]", value -> value, owner.apply(key)));
    }

    private <K, V> Map<K, Pair<V>> both(Function<PlanningConstants, ? extends Map<K, ? extends V>> component) {
        return pairs(component.apply(first), component.apply(second));
    }

    private <K, V> Map<K, Pair<V>> pairs(Map<K, ? extends V> ofFirst, Map<K, ? extends V> ofSecond) {
        Set<K> keys = new LinkedHashSet<>(ofFirst.keySet());
        keys.addAll(ofSecond.keySet());
        Map<K, Pair<V>> pairs = new LinkedHashMap<>();
        keys.forEach(key -> pairs.put(key, new Pair<>(ofFirst.get(key), ofSecond.get(key))));
        return pairs;
    }

    private static <T> Map<String, T> byName(List<T> parts, Function<T, String> name) {
        return parts.stream().collect(Collectors.toMap(name, part -> part, (one, other) -> one, LinkedHashMap::new));
    }

    private void add(String constant, @Nullable Object before, @Nullable Object after, Department owner) {
        differences.add(new ChangedConstant(constant, text(before), text(after), owner));
    }

    /** A value with what it rests on, where somebody said so. */
    private static @Nullable String text(@Nullable Object value, @Nullable Basis basis, Driver<?> driver) {
        return value == null || basis == null ? text(value) : value + " (" + basis.words(driver.kind()) + ")";
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** The same part of both. */
    private final class Pair<T> {
        private final @Nullable T first;
        private final @Nullable T second;

        Pair(@Nullable T first, @Nullable T second) {
            this.first = first;
            this.second = second;
        }

        void compare(
                String constant,
                Function<T, ? extends @Nullable Object> component,
                Department owner,
                Driver<?> driver) {
            Object before = first == null ? null : component.apply(first);
            Object after = second == null ? null : component.apply(second);
            if (!Objects.equals(before, after)) {
                differences.add(new ChangedConstant(
                        constant,
                        text(before, ConstantsComparison.this.first.basis(driver), driver),
                        text(after, ConstantsComparison.this.second.basis(driver), driver),
                        owner));
            }
        }

        void compare(String constant, Function<T, ? extends @Nullable Object> component, Department owner) {
            Object before = first == null ? null : component.apply(first);
            Object after = second == null ? null : component.apply(second);
            if (!Objects.equals(before, after)) {
                add(constant, before, after, owner);
            }
        }

        <K> void compareEntries(String constant, Function<T, ? extends Map<K, ?>> component, Department owner) {
            if (first != null && second != null) {
                pairs(component.apply(first), component.apply(second))
                        .forEach((key, pair) -> pair.compare(constant + "[" + key + "]", value -> value, owner));
            }
        }
    }
}
