package io.github.planningmath.accord;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.plan.Basis;
import io.github.planningmath.plan.Change;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.Initiative;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Season;
import io.github.planningmath.product.Product;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
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

/**
 * Goes through the constants of two plans component by component.
 *
 * @param <D> what a difference is
 */
final class ConstantsComparison<D> {

    private final PlanningConstants marketing;
    private final PlanningConstants sales;
    private final Finding<D> finding;
    private final List<D> differences = new ArrayList<>();

    /** Makes a difference of the way to a constant and what it is on both sides. */
    interface Finding<D> {
        D of(String constant, @Nullable String marketing, @Nullable String sales, Department owner);
    }

    ConstantsComparison(PlanningConstants marketing, PlanningConstants sales, Finding<D> finding) {
        this.marketing = marketing;
        this.sales = sales;
        this.finding = finding;
    }

    List<D> differences() {
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
        if (marketing.season() instanceof Season.OfYear && sales.season() instanceof Season.OfYear) {
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
                        pair.compare(
                                product + ".repeat",
                                Product::repeat,
                                oneOf(owner(Factor.RETENTION_RATE), owner(Factor.REPEAT_RATE)));
                        pair.compare(product + ".packaging", Product::packaging, owner(Factor.PRODUCT_MIX));
                        pair.compare(product + ".proposition", Product::proposition, owner(Factor.PRODUCT_MIX));
                    }
                });
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
            Department seller = marketing.ownership().owner(Factor.MANAGER_CONVERSION, tier);
            if (isWhole(process, pair, seller)) {
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
                        marketing.ownership().owner(Factor.CHANNEL_MIX, tier));
            }
        });
    }

    private void compareChanges() {
        both(ConstantsComparison::rows).forEach((row, pair) -> {
            Driver<?> constant =
                    (pair.marketing == null ? Objects.requireNonNull(pair.sales) : pair.marketing).constant();
            pair.compare(
                    "changes[" + row + "]",
                    Change::value,
                    constant.owner(marketing.ownership(), marketing.tiers().keySet()));
        });
    }

    private void compareInitiatives() {
        both(constants -> byName(constants.initiatives(), Initiative::name)).forEach((name, pair) -> {
            Initiative initiative = pair.marketing == null ? Objects.requireNonNull(pair.sales) : pair.marketing;
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
        if (pair.marketing != null && pair.sales != null) {
            return true;
        }
        add(constant, pair.marketing == null ? null : "there", pair.sales == null ? null : "there", owner);
        return false;
    }

    private Department owner(Factor factor) {
        Set<SalesTier> tiers = marketing.tiers().keySet();
        return marketing.ownership().owner(factor, tiers);
    }

    private static Department oneOf(Department first, Department second) {
        return first == second ? first : Department.SHARED;
    }

    private void compare(String constant, Function<PlanningConstants, ?> component) {
        new Pair<>(marketing, sales).compare(constant, component, Department.SHARED);
    }

    private <K> void compareEntries(
            String constant,
            Function<PlanningConstants, ? extends Map<K, ?>> component,
            Function<K, Department> owner) {
        both(component)
                .forEach((key, pair) -> pair.compare(constant + "[" + key + "]", value -> value, owner.apply(key)));
    }

    private <K, V> Map<K, Pair<V>> both(Function<PlanningConstants, ? extends Map<K, ? extends V>> component) {
        return pairs(component.apply(marketing), component.apply(sales));
    }

    private <K, V> Map<K, Pair<V>> pairs(Map<K, ? extends V> first, Map<K, ? extends V> second) {
        Set<K> keys = new LinkedHashSet<>(first.keySet());
        keys.addAll(second.keySet());
        Map<K, Pair<V>> pairs = new LinkedHashMap<>();
        keys.forEach(key -> pairs.put(key, new Pair<>(first.get(key), second.get(key))));
        return pairs;
    }

    private static <T> Map<String, T> byName(List<T> parts, Function<T, String> name) {
        return parts.stream().collect(Collectors.toMap(name, part -> part, (one, other) -> one, LinkedHashMap::new));
    }

    private void add(String constant, @Nullable Object first, @Nullable Object second, Department owner) {
        differences.add(finding.of(constant, text(first), text(second), owner));
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
        private final @Nullable T marketing;
        private final @Nullable T sales;

        Pair(@Nullable T marketing, @Nullable T sales) {
            this.marketing = marketing;
            this.sales = sales;
        }

        void compare(
                String constant,
                Function<T, ? extends @Nullable Object> component,
                Department owner,
                Driver<?> driver) {
            Object first = marketing == null ? null : component.apply(marketing);
            Object second = sales == null ? null : component.apply(sales);
            if (!Objects.equals(first, second)) {
                differences.add(finding.of(
                        constant,
                        text(first, ConstantsComparison.this.marketing.basis(driver), driver),
                        text(second, ConstantsComparison.this.sales.basis(driver), driver),
                        owner));
            }
        }

        void compare(String constant, Function<T, ? extends @Nullable Object> component, Department owner) {
            Object first = marketing == null ? null : component.apply(marketing);
            Object second = sales == null ? null : component.apply(sales);
            if (!Objects.equals(first, second)) {
                add(constant, first, second, owner);
            }
        }

        <K> void compareEntries(String constant, Function<T, ? extends Map<K, ?>> component, Department owner) {
            if (marketing != null && sales != null) {
                pairs(component.apply(marketing), component.apply(sales))
                        .forEach((key, pair) -> pair.compare(constant + "[" + key + "]", value -> value, owner));
            }
        }
    }
}
