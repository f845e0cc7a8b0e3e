package io.github.planningmath.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.lifetime.MarketPotential;
import io.github.planningmath.product.Product;
import io.github.planningmath.product.Renewal;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesStage;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.sales.Subscription;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The address of one constant: which one it is, and whose. FP&amp;A calls an input of a plan a driver.
 *
 * <p>{@code constants.value(driver)} reads it and {@code constants.with(driver, value)} replaces it;
 * {@link #all(PlanningConstants)} is the one walk over the constants of a plan. A mix, a season, a cost by a curve and a repeat
 * behaviour by age are one constant each, held whole; retention and repeat rate are constants of their own where they are the
 * same at every age. The conversion that a channel has of its own in a tier is another constant than the tier's, absent until
 * it is given; so is a commission, a renewal's own terms or a ceiling.
 *
 * <p>Two drivers are equal if their kind and names are. As text, and so as a JSON value and as a key of a JSON object, a driver
 * is its kind with its names in brackets, in which a closing bracket is doubled: {@code price[crm]},
 * {@code managerConversion[CONSULTATIVE][site]}, {@code fixedCosts}.
 *
 * @param <V> what its values are
 */
public final class Driver<V> {

    /** What a constant says, and which factors of a result it stands for. */
    public enum Kind {
        /** How new deals spread over the months. */
        SEASON("season", "season", Of.ALL),
        /** How new deals of one product spread over the months, where it has a season of its own. */
        PRODUCT_SEASON("productSeason", "season", Of.PRODUCT),
        /** Shares of new deals by product. */
        PRODUCT_MIX("productMix", "product mix", Of.ALL, Factor.PRODUCT_MIX),
        /** What a deal brings. */
        PRICE("price", "price", Of.PRODUCT, Factor.PRICE),
        /** What a deal costs to deliver. */
        UNIT_COST("unitCost", "unit cost", Of.PRODUCT, Factor.UNIT_COST),
        /** The share of the price that goes to whoever closed the deal. */
        COMMISSION("commission", "commission", Of.PRODUCT, Factor.UNIT_COST),
        /** What a repeat deal brings, where that is another than of a new one. */
        RENEWAL_PRICE("renewalPrice", "renewal price", Of.PRODUCT, Factor.PRICE),
        /** What a repeat deal costs to deliver, likewise. */
        RENEWAL_UNIT_COST("renewalUnitCost", "renewal unit cost", Of.PRODUCT, Factor.UNIT_COST),
        /** The share of a repeat deal's price that goes to whoever renews, likewise. */
        RENEWAL_COMMISSION("renewalCommission", "renewal commission", Of.PRODUCT, Factor.UNIT_COST),
        /** The share of customers who stay for another month, the same at every age. */
        RETENTION("retention", "retention", Of.PRODUCT, Factor.RETENTION_RATE),
        /** Further deals per customer and month, the same at every age. */
        REPEAT_RATE("repeatRate", "repeat rate", Of.PRODUCT, Factor.REPEAT_RATE),
        /** Retention and repeat rate by age, held whole. */
        REPEAT_BEHAVIOUR("repeatBehaviour", "repeat behaviour", Of.PRODUCT, Factor.RETENTION_RATE, Factor.REPEAT_RATE),
        /** The share by which a subscription of those who stay grows in a month. */
        EXPANSION("expansion", "expansion", Of.PRODUCT, Factor.REPEAT_RATE),
        /** The share by which a subscription of those who stay shrinks in a month. */
        CONTRACTION("contraction", "contraction", Of.PRODUCT, Factor.REPEAT_RATE),
        /** The share of visits that become contacts. */
        SITE_CONVERSION("siteConversion", "site conversion", Of.CHANNEL, Factor.SITE_CONVERSION),
        /** The share of contacts that become leads. */
        WARM_UP_RATE("warmUpRate", "warm-up rate", Of.CHANNEL, Factor.WARM_UP_RATE),
        /** What a visit costs, however many there are. */
        COST_PER_VISIT("costPerVisit", "cost per visit", Of.CHANNEL, Factor.COST_PER_VISIT),
        /** What a month's visits cost as a whole, such as by a response curve. */
        TRAFFIC_COST("trafficCost", "traffic cost", Of.CHANNEL, Factor.COST_PER_VISIT),
        /** The most visits of a month. */
        VISIT_CEILING("visitCeiling", "visit ceiling", Of.CHANNEL, Factor.TRAFFIC_VOLUME),
        /** The share of leads that become deals: of a tier, or of one channel in it. */
        MANAGER_CONVERSION("managerConversion", "manager conversion", Of.TIER, Factor.MANAGER_CONVERSION),
        /** Months from lead to deal. */
        SALES_CYCLE("salesCycle", "sales cycle", Of.TIER, Factor.MANAGER_CONVERSION),
        /** Shares of a tier's leads by channel. */
        CHANNEL_MIX("channelMix", "channel mix", Of.TIER, Factor.CHANNEL_MIX),
        /** The manager conversion of a product that has a process of its own, of all channels or of one. */
        PRODUCT_CONVERSION("productConversion", "manager conversion", Of.PRODUCT, Factor.MANAGER_CONVERSION),

        /** The sales cycle of a product that has a process of its own. */
        PRODUCT_CYCLE("productCycle", "sales cycle", Of.PRODUCT, Factor.MANAGER_CONVERSION),

        /** The channel mix of a product that has a process of its own. */
        PRODUCT_CHANNEL_MIX("productChannelMix", "channel mix", Of.PRODUCT, Factor.CHANNEL_MIX),

        /** The share of a tier's leads, or of those of the stage before, who reach a stage. */
        STAGE_CONVERSION("stageConversion", "stage conversion", Of.TIER, Factor.MANAGER_CONVERSION),

        /** When those of a tier reach a stage, in months since the one before. */
        STAGE_WAITS("stageWaits", "stage waits", Of.TIER, Factor.MANAGER_CONVERSION),

        /** The conversion of a stage of a product that has a process of its own. */
        PRODUCT_STAGE_CONVERSION("productStageConversion", "stage conversion", Of.PRODUCT, Factor.MANAGER_CONVERSION),

        /** The waits before a stage of a product that has a process of its own. */
        PRODUCT_STAGE_WAITS("productStageWaits", "stage waits", Of.PRODUCT, Factor.MANAGER_CONVERSION),

        /** How many customers of a product there could be. */
        MARKET_POTENTIAL("marketPotential", "market potential", Of.PRODUCT, Factor.TRAFFIC_VOLUME),
        /** What falls whether anything is sold or not. */
        FIXED_COSTS("fixedCosts", "fixed costs", Of.ALL),
        /** What the people of both departments cost. */
        PEOPLE_COST("peopleCost", "people cost", Of.ALL);

        private enum Of {
            ALL,
            PRODUCT,
            CHANNEL,
            TIER
        }

        private final String key;
        private final String label;
        private final Of of;

        @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
        private final List<Factor> factors;

        Kind(String key, String label, Of of, Factor... factors) {
            this.key = key;
            this.label = label;
            this.of = of;
            this.factors = List.of(factors);
        }

        /**
         * The kind as documents write it.
         *
         * @return one word, such as {@code siteConversion}
         */
        @JsonValue
        public String key() {
            return key;
        }

        /**
         * The kind in words.
         *
         * @return such as "site conversion"
         */
        public String label() {
            return label;
        }

        /**
         * The factors of a result that such a constant stands for: who owns them answers for it.
         *
         * @return none for what is nobody's factor, such as fixed costs; two for a repeat behaviour
         */
        public List<Factor> factors() {
            return factors;
        }

        /** What is counted or measured to know such a constant. */
        String trials() {
            return switch (this) {
                case SEASON,
                        PRODUCT_SEASON,
                        PRODUCT_MIX,
                        PRICE,
                        UNIT_COST,
                        COMMISSION,
                        RENEWAL_PRICE,
                        RENEWAL_UNIT_COST,
                        RENEWAL_COMMISSION,
                        SALES_CYCLE,
                        PRODUCT_CYCLE -> "deals";
                case RETENTION, REPEAT_RATE, REPEAT_BEHAVIOUR, EXPANSION, CONTRACTION, MARKET_POTENTIAL -> "customers";
                case SITE_CONVERSION, COST_PER_VISIT -> "visits";
                case WARM_UP_RATE -> "contacts";
                case MANAGER_CONVERSION,
                        CHANNEL_MIX,
                        PRODUCT_CONVERSION,
                        PRODUCT_CHANNEL_MIX,
                        STAGE_CONVERSION,
                        PRODUCT_STAGE_CONVERSION,
                        STAGE_WAITS,
                        PRODUCT_STAGE_WAITS -> "leads";
                case TRAFFIC_COST, VISIT_CEILING, FIXED_COSTS, PEOPLE_COST -> "months";
            };
        }

        /** Whether it is an amount, which is another one in another currency. */
        boolean isMoney() {
            return switch (this) {
                case PRICE,
                        UNIT_COST,
                        RENEWAL_PRICE,
                        RENEWAL_UNIT_COST,
                        COST_PER_VISIT,
                        TRAFFIC_COST,
                        FIXED_COSTS,
                        PEOPLE_COST -> true;
                default -> false;
            };
        }

        private boolean mayBeOverOneChannel() {
            return this == MANAGER_CONVERSION || this == PRODUCT_CONVERSION;
        }

        private boolean isOfStage() {
            return this == STAGE_CONVERSION
                    || this == STAGE_WAITS
                    || this == PRODUCT_STAGE_CONVERSION
                    || this == PRODUCT_STAGE_WAITS;
        }

        private static Kind parse(String key, String text) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key.equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Driver must be one of "
                            + Arrays.stream(values()).map(Kind::key).collect(Collectors.joining(", "))
                            + ", with the names it is of in brackets, but was " + text + "."
                            + " Perhaps " + PRICE.key + "[crm] was meant."));
        }
    }

    /** Reads a constant; null where it is not given. */
    private interface Reading<V> {
        @Nullable
        V of(PlanningConstants constants);
    }

    /** Replaces a constant. */
    private interface Replacing<V> {
        PlanningConstants in(PlanningConstants constants, V value);
    }

    private final Kind kind;
    private final List<String> names;
    private final Reading<V> reading;
    private final Replacing<V> replacing;

    private Driver(Kind kind, List<String> names, Reading<V> reading, Replacing<V> replacing) {
        this.kind = kind;
        this.names = names;
        this.reading = reading;
        this.replacing = replacing;
    }

    /**
     * How new deals spread over the months.
     *
     * @return the driver
     */
    public static Driver<Season> season() {
        return new Driver<>(Kind.SEASON, List.of(), PlanningConstants::season, PlanningConstants::withSeason);
    }

    /**
     * How new deals of one product spread over the months; absent until given, the season of all holds then.
     *
     * @param product the product's name
     * @return the driver
     */
    public static Driver<Season> season(String product) {
        Required.name(product, "Driver.product");
        return new Driver<>(
                Kind.PRODUCT_SEASON,
                List.of(product),
                constants -> constants.seasonByProduct().get(product),
                (constants, season) -> constants.withSeason(product, season));
    }

    /**
     * Shares of new deals by product.
     *
     * @return the driver
     */
    public static Driver<Mix<String>> productMix() {
        return new Driver<>(
                Kind.PRODUCT_MIX,
                List.of(),
                constants -> constants.assortment().mix(),
                (constants, mix) ->
                        constants.withAssortment(constants.assortment().withMix(mix)));
    }

    /**
     * What a deal of a product brings.
     *
     * @param product the product's name
     * @return the driver
     */
    public static Driver<BigDecimal> price(String product) {
        return ofProduct(Kind.PRICE, product, Product::price, Product::withPrice);
    }

    /**
     * What a deal of a product costs to deliver.
     *
     * @param product the product's name
     * @return the driver
     */
    public static Driver<BigDecimal> unitCost(String product) {
        return ofProduct(Kind.UNIT_COST, product, Product::unitCost, Product::withUnitCost);
    }

    /**
     * The share of a product's price that goes to whoever closed the deal; absent until given.
     *
     * @param product the product's name
     * @return the driver
     */
    public static Driver<Rate> commission(String product) {
        return ofProduct(Kind.COMMISSION, product, Product::commission, Product::withCommission);
    }

    /**
     * What a repeat deal of a product brings; absent until given, the price of a new deal holds then.
     *
     * @param product the product's name
     * @return the driver
     */
    public static Driver<BigDecimal> renewalPrice(String product) {
        return ofRenewal(
                Kind.RENEWAL_PRICE,
                product,
                Renewal::price,
                Renewal::withPrice,
                price -> new Renewal(price, null, null));
    }

    /**
     * What a repeat deal of a product costs to deliver; absent until given, the unit cost of a new deal holds then.
     *
     * @param product the product's name
     * @return the driver
     */
    public static Driver<BigDecimal> renewalUnitCost(String product) {
        return ofRenewal(
                Kind.RENEWAL_UNIT_COST,
                product,
                Renewal::unitCost,
                Renewal::withUnitCost,
                cost -> new Renewal(null, cost, null));
    }

    /**
     * The share of a repeat deal's price that goes to whoever renews; absent until given, the commission of a new deal holds then.
     *
     * @param product the product's name
     * @return the driver
     */
    public static Driver<Ratio> renewalCommission(String product) {
        return ofRenewal(
                Kind.RENEWAL_COMMISSION,
                product,
                Renewal::commission,
                Renewal::withCommission,
                commission -> new Renewal(null, null, commission));
    }

    /**
     * The share of a product's customers who stay for another month; absent where it depends on their age.
     *
     * @param product the product's name
     * @return the driver
     */
    public static Driver<Ratio> retention(String product) {
        return ofProduct(
                Kind.RETENTION,
                product,
                each -> retention(each.repeat()),
                (each, retention) -> each.withRepeat(
                        each.repeat() instanceof Subscription subscription
                                ? new Subscription(retention, subscription.expansion(), subscription.contraction())
                                : new ConstantRepeat(
                                        retention,
                                        constant(each, Kind.RETENTION).repeat())));
    }

    private static @Nullable Ratio retention(RepeatBehaviour behaviour) {
        if (behaviour instanceof Subscription subscription) {
            return subscription.retention();
        }
        return behaviour instanceof ConstantRepeat same ? same.retention() : null;
    }

    /**
     * Further deals of a product per customer and month; absent where they depend on the customers' age.
     *
     * @param product the product's name
     * @return the driver
     */
    public static Driver<Ratio> repeatRate(String product) {
        return ofProduct(
                Kind.REPEAT_RATE,
                product,
                each -> each.repeat() instanceof ConstantRepeat same ? same.repeat() : null,
                (each, repeat) -> each.withRepeat(
                        new ConstantRepeat(constant(each, Kind.REPEAT_RATE).retention(), repeat)));
    }

    /**
     * How long a product's customers stay and how often they buy again, held whole.
     *
     * @param product the product's name
     * @return the driver
     */
    public static Driver<RepeatBehaviour> repeatBehaviour(String product) {
        return ofProduct(Kind.REPEAT_BEHAVIOUR, product, Product::repeat, Product::withRepeat);
    }

    /**
     * The share by which the subscriptions of a product's customers grow in a month; absent where it is not sold as one.
     *
     * @param product the product's name
     * @return the driver
     */
    public static Driver<Ratio> expansion(String product) {
        return ofProduct(
                Kind.EXPANSION,
                product,
                each -> each.repeat() instanceof Subscription subscription ? subscription.expansion() : null,
                (each, expansion) -> {
                    Subscription subscription = subscription(each, Kind.EXPANSION);
                    return each.withRepeat(
                            new Subscription(subscription.retention(), expansion, subscription.contraction()));
                });
    }

    /**
     * The share by which the subscriptions of a product's customers shrink in a month; absent where it is not sold as one.
     *
     * @param product the product's name
     * @return the driver
     */
    public static Driver<Ratio> contraction(String product) {
        return ofProduct(
                Kind.CONTRACTION,
                product,
                each -> each.repeat() instanceof Subscription subscription ? subscription.contraction() : null,
                (each, contraction) -> {
                    Subscription subscription = subscription(each, Kind.CONTRACTION);
                    return each.withRepeat(
                            new Subscription(subscription.retention(), subscription.expansion(), contraction));
                });
    }

    private static Subscription subscription(Product product, Kind kind) {
        if (product.repeat() instanceof Subscription subscription) {
            return subscription;
        }
        throw new IllegalArgumentException(
                "Driver." + kind.key + " must be of a product that is sold as a subscription, but " + product.name()
                        + " is not. Perhaps Driver.repeatBehaviour was meant.");
    }

    /**
     * The share of a channel's visits that become contacts.
     *
     * @param channel the channel's name
     * @return the driver
     */
    public static Driver<Rate> siteConversion(String channel) {
        return ofChannel(Kind.SITE_CONVERSION, channel, Channel::siteConversion, Channel::withSiteConversion);
    }

    /**
     * The share of a channel's contacts that become leads.
     *
     * @param channel the channel's name
     * @return the driver
     */
    public static Driver<Rate> warmUpRate(String channel) {
        return ofChannel(Kind.WARM_UP_RATE, channel, Channel::warmUpRate, Channel::withWarmUpRate);
    }

    /**
     * What a visit over a channel costs; absent where that depends on how many there are.
     *
     * @param channel the channel's name
     * @return the driver
     */
    public static Driver<BigDecimal> costPerVisit(String channel) {
        return ofChannel(
                Kind.COST_PER_VISIT,
                channel,
                each -> each.cost().perVisit(),
                (each, amount) -> each.withCost(new CostPerVisit(amount)));
    }

    /**
     * What a month's visits over a channel cost as a whole.
     *
     * @param channel the channel's name
     * @return the driver
     */
    public static Driver<TrafficCost> trafficCost(String channel) {
        return ofChannel(Kind.TRAFFIC_COST, channel, Channel::cost, Channel::withCost);
    }

    /**
     * The most visits over a channel in a month; absent until given.
     *
     * @param channel the channel's name
     * @return the driver
     */
    public static Driver<Long> visitCeiling(String channel) {
        return ofChannel(Kind.VISIT_CEILING, channel, Channel::visitCeiling, Channel::withVisitCeiling);
    }

    /**
     * The share of a tier's leads that become deals. Channels that have one of their own keep it.
     *
     * @param tier the tier
     * @return the driver
     */
    public static Driver<Rate> managerConversion(SalesTier tier) {
        return ofTier(
                Kind.MANAGER_CONVERSION, tier, SalesProcess::managerConversion, SalesProcess::withManagerConversion);
    }

    /**
     * The share of a tier's leads from one channel that become deals; absent until given, the tier's holds there then.
     *
     * @param tier the tier
     * @param channel the channel's name
     * @return the driver
     */
    public static Driver<Rate> managerConversion(SalesTier tier, String channel) {
        Required.present(tier, "Driver.tier");
        return new Driver<>(
                Kind.MANAGER_CONVERSION,
                List.of(tier.name(), Required.name(channel, "Driver.channel")),
                constants -> constants.tier(tier).conversionByChannel().get(channel),
                (constants, rate) -> constants.withTier(tier, process -> process.withConversion(channel, rate)));
    }

    /**
     * Months from lead to deal in a tier.
     *
     * @param tier the tier
     * @return the driver
     */
    public static Driver<SalesCycle> salesCycle(SalesTier tier) {
        return ofTier(Kind.SALES_CYCLE, tier, SalesProcess::cycle, SalesProcess::withCycle);
    }

    /**
     * Shares of a tier's leads by channel.
     *
     * @param tier the tier
     * @return the driver
     */
    public static Driver<ChannelMix> channelMix(SalesTier tier) {
        return ofTier(Kind.CHANNEL_MIX, tier, SalesProcess::channels, SalesProcess::withChannels);
    }

    /**
     * The share of a product's leads that become deals, of all channels that have none of their own.
     *
     * @param product the name of a product that has a process of its own
     * @return the driver
     */
    public static Driver<Rate> managerConversion(String product) {
        return ofProcess(
                Kind.PRODUCT_CONVERSION, product, SalesProcess::managerConversion, SalesProcess::withManagerConversion);
    }

    /**
     * The share of a product's leads over one channel that become deals; absent where it is that of all.
     *
     * @param product the name of a product that has a process of its own
     * @param channel the channel's name
     * @return the driver
     */
    public static Driver<Rate> managerConversion(String product, String channel) {
        return ofProcess(
                Kind.PRODUCT_CONVERSION,
                List.of(Required.name(product, "Driver.product"), Required.name(channel, "Driver.channel")),
                own -> own.conversionByChannel().get(channel),
                (own, rate) -> own.withConversion(channel, rate));
    }

    /**
     * How long a lead of a product takes to become a deal.
     *
     * @param product the name of a product that has a process of its own
     * @return the driver
     */
    public static Driver<SalesCycle> salesCycle(String product) {
        return ofProcess(Kind.PRODUCT_CYCLE, product, SalesProcess::cycle, SalesProcess::withCycle);
    }

    /**
     * Which channels the leads of a product come from.
     *
     * @param product the name of a product that has a process of its own
     * @return the driver
     */
    public static Driver<ChannelMix> channelMix(String product) {
        return ofProcess(Kind.PRODUCT_CHANNEL_MIX, product, SalesProcess::channels, SalesProcess::withChannels);
    }

    /**
     * The share of those of the stage before, or of a tier's leads, who reach a stage; absent where the tier has no such stage.
     *
     * @param tier the tier
     * @param stage the stage's name
     * @return the driver
     */
    public static Driver<Rate> stageConversion(SalesTier tier, String stage) {
        return ofStage(Kind.STAGE_CONVERSION, tier, stage, SalesStage::conversion, SalesStage::withConversion);
    }

    /**
     * When those of the stage before, or a tier's leads, reach a stage; absent where the tier has no such stage.
     *
     * @param tier the tier
     * @param stage the stage's name
     * @return the driver
     */
    public static Driver<SalesCycle> stageWaits(SalesTier tier, String stage) {
        return ofStage(Kind.STAGE_WAITS, tier, stage, SalesStage::waits, Driver::withWaits);
    }

    /**
     * The share of those of the stage before, or of a product's leads, who reach a stage; absent where its process has no such stage.
     *
     * @param product the name of a product that has a process of its own
     * @param stage the stage's name
     * @return the driver
     */
    public static Driver<Rate> stageConversion(String product, String stage) {
        return ofStage(
                Kind.PRODUCT_STAGE_CONVERSION, product, stage, SalesStage::conversion, SalesStage::withConversion);
    }

    /**
     * When those of the stage before, or a product's leads, reach a stage; absent where its process has no such stage.
     *
     * @param product the name of a product that has a process of its own
     * @param stage the stage's name
     * @return the driver
     */
    public static Driver<SalesCycle> stageWaits(String product, String stage) {
        return ofStage(Kind.PRODUCT_STAGE_WAITS, product, stage, SalesStage::waits, Driver::withWaits);
    }

    private static SalesStage withWaits(SalesStage stage, SalesCycle waits) {
        return new SalesStage(stage.name(), stage.conversion(), waits);
    }

    private static <V> Driver<V> ofStage(
            Kind kind, SalesTier tier, String stage, Function<SalesStage, V> value, Change<SalesStage, V> change) {
        Required.present(tier, "Driver.tier");
        return new Driver<>(
                kind,
                List.of(tier.name(), Required.name(stage, "Driver.stage")),
                constants -> ofStage(constants.tier(tier), stage, value),
                (constants, next) ->
                        constants.withTier(tier, process -> process.withStage(change.of(process.stage(stage), next))));
    }

    private static <V> Driver<V> ofStage(
            Kind kind, String product, String stage, Function<SalesStage, V> value, Change<SalesStage, V> change) {
        return ofProcess(
                kind,
                List.of(Required.name(product, "Driver.product"), Required.name(stage, "Driver.stage")),
                process -> ofStage(process, stage, value),
                (process, next) -> process.withStage(change.of(process.stage(stage), next)));
    }

    private static <V> @Nullable V ofStage(SalesProcess process, String stage, Function<SalesStage, V> value) {
        return process.stages().stream()
                .filter(each -> each.name().equals(stage))
                .findFirst()
                .map(value)
                .orElse(null);
    }

    /**
     * How many customers of a product there could be; absent until given, nothing limits how many are won then.
     *
     * @param product the product's name
     * @return the driver
     */
    public static Driver<MarketPotential> marketPotential(String product) {
        return new Driver<>(
                Kind.MARKET_POTENTIAL,
                List.of(Required.name(product, "Driver.product")),
                constants -> constants.potentialByProduct().get(product),
                (constants, potential) -> constants.withPotential(product, potential));
    }

    /**
     * What falls whether anything is sold or not.
     *
     * @return the driver
     */
    public static Driver<FixedCosts> fixedCosts() {
        return new Driver<>(
                Kind.FIXED_COSTS, List.of(), PlanningConstants::fixedCosts, PlanningConstants::withFixedCosts);
    }

    /**
     * What the people of both departments cost.
     *
     * @return the driver
     */
    public static Driver<PeopleCost> peopleCost() {
        return new Driver<>(
                Kind.PEOPLE_COST, List.of(), PlanningConstants::peopleCost, PlanningConstants::withPeopleCost);
    }

    private interface Change<T, V> {
        T of(T before, V value);
    }

    private static <V> Driver<V> ofProduct(
            Kind kind, String product, Function<Product, @Nullable V> value, Change<Product, V> change) {
        Required.name(product, "Driver.product");
        return new Driver<>(
                kind,
                List.of(product),
                constants -> value.apply(constants.assortment().product(product)),
                (constants, next) -> constants.withProduct(product, each -> change.of(each, next)));
    }

    private static <V> Driver<V> ofRenewal(
            Kind kind,
            String product,
            Function<Renewal, @Nullable V> value,
            Change<Renewal, V> change,
            Function<V, Renewal> first) {
        return ofProduct(
                kind,
                product,
                each -> each.renewal() == null ? null : value.apply(each.renewal()),
                (each, next) ->
                        each.withRenewal(each.renewal() == null ? first.apply(next) : change.of(each.renewal(), next)));
    }

    private static <V> Driver<V> ofChannel(
            Kind kind, String channel, Function<Channel, @Nullable V> value, Change<Channel, V> change) {
        Required.name(channel, "Driver.channel");
        return new Driver<>(
                kind,
                List.of(channel),
                constants -> value.apply(constants.channel(channel)),
                (constants, next) -> constants.withChannel(channel, each -> change.of(each, next)));
    }

    private static <V> Driver<V> ofTier(
            Kind kind, SalesTier tier, Function<SalesProcess, @Nullable V> value, Change<SalesProcess, V> change) {
        Required.present(tier, "Driver.tier");
        return new Driver<>(
                kind,
                List.of(tier.name()),
                constants -> value.apply(constants.tier(tier)),
                (constants, next) -> constants.withTier(tier, each -> change.of(each, next)));
    }

    private static <V> Driver<V> ofProcess(
            Kind kind, String product, Function<SalesProcess, @Nullable V> value, Change<SalesProcess, V> change) {
        return ofProcess(kind, List.of(Required.name(product, "Driver.product")), value, change);
    }

    private static <V> Driver<V> ofProcess(
            Kind kind, List<String> names, Function<SalesProcess, @Nullable V> value, Change<SalesProcess, V> change) {
        String product = names.get(0);
        return new Driver<>(
                kind,
                names,
                constants -> {
                    SalesProcess own = constants.processByProduct().get(product);
                    return own == null ? null : value.apply(own);
                },
                (constants, next) -> constants.withProcess(product, change.of(own(constants, product, kind), next)));
    }

    private static SalesProcess own(PlanningConstants constants, String product, Kind kind) {
        SalesProcess own = constants.processByProduct().get(product);
        if (own != null) {
            return own;
        }
        throw new IllegalArgumentException(
                "Driver." + kind.key + " must be of a product that has a process of its own, but " + product
                        + " has that of its tier. Perhaps PlanningConstants.withProcess was meant first.");
    }

    private static ConstantRepeat constant(Product product, Kind kind) {
        if (product.repeat() instanceof ConstantRepeat same) {
            return same;
        }
        throw new IllegalArgumentException("Driver." + kind.key
                + " must be of a product whose customers behave alike at every age, but those of " + product.name()
                + " do not. Perhaps Driver.repeatBehaviour was meant.");
    }

    /**
     * The one walk over the constants of a plan: every constant that is given, in the order of {@link Kind} and, within a kind,
     * of products, channels and tiers.
     *
     * @param constants the constants
     * @return their drivers, each once: retention and repeat rate where they are the same at every age and do not change as a
     *     whole, else the repeat behaviour; the cost per visit where there is one, else the traffic cost
     */
    public static List<Driver<?>> all(PlanningConstants constants) {
        Required.present(constants, "Driver.constants");
        List<String> products =
                constants.assortment().products().stream().map(Product::name).toList();
        List<String> channels = constants.channels().stream().map(Channel::name).toList();
        List<Driver<?>> drivers = new ArrayList<>(List.of(season(), productMix()));
        addAll(drivers, constants, products, Driver::season);
        addAll(drivers, constants, products, Driver::price);
        addAll(drivers, constants, products, Driver::unitCost);
        addAll(drivers, constants, products, Driver::commission);
        addAll(drivers, constants, products, Driver::renewalPrice);
        addAll(drivers, constants, products, Driver::renewalUnitCost);
        addAll(drivers, constants, products, Driver::renewalCommission);
        List<String> held = products.stream()
                .filter(product -> isHeldWhole(product, constants))
                .toList();
        List<String> rated = new ArrayList<>(products);
        rated.removeAll(held);
        addAll(drivers, constants, rated, Driver::retention);
        addAll(drivers, constants, rated, Driver::repeatRate);
        addAll(drivers, constants, held, Driver::repeatBehaviour);
        addAll(drivers, constants, rated, Driver::expansion);
        addAll(drivers, constants, rated, Driver::contraction);
        addAll(drivers, constants, channels, Driver::siteConversion);
        addAll(drivers, constants, channels, Driver::warmUpRate);
        addAll(drivers, constants, channels, Driver::costPerVisit);
        for (String channel : channels) {
            if (costPerVisit(channel).value(constants) == null) {
                drivers.add(trafficCost(channel));
            }
        }
        addAll(drivers, constants, channels, Driver::visitCeiling);
        constants.tiers().forEach((tier, process) -> {
            drivers.add(managerConversion(tier));
            process.conversionByChannel().keySet().forEach(channel -> drivers.add(managerConversion(tier, channel)));
        });
        constants.tiers().keySet().forEach(tier -> drivers.add(salesCycle(tier)));
        constants.tiers().keySet().forEach(tier -> drivers.add(channelMix(tier)));
        constants.processByProduct().forEach((product, process) -> {
            drivers.add(managerConversion(product));
            process.conversionByChannel().keySet().forEach(channel -> drivers.add(managerConversion(product, channel)));
            drivers.add(salesCycle(product));
            drivers.add(channelMix(product));
        });
        drivers.removeIf(driver -> driver.isDerived(constants));
        addStages(drivers, constants);
        addAll(drivers, constants, products, Driver::marketPotential);
        drivers.add(fixedCosts());
        drivers.add(peopleCost());
        return drivers;
    }

    private static void addStages(List<Driver<?>> drivers, PlanningConstants constants) {
        constants
                .tiers()
                .forEach((tier, process) -> process.stages().forEach(stage -> {
                    drivers.add(stageConversion(tier, stage.name()));
                    drivers.add(stageWaits(tier, stage.name()));
                }));
        constants
                .processByProduct()
                .forEach((product, process) -> process.stages().forEach(stage -> {
                    drivers.add(stageConversion(product, stage.name()));
                    drivers.add(stageWaits(product, stage.name()));
                }));
    }

    /** Whether it follows from the stages of a process, and is none of the constants that are given. */
    private boolean isDerived(PlanningConstants constants) {
        return switch (kind) {
            case MANAGER_CONVERSION, SALES_CYCLE ->
                !constants.tier(SalesTier.valueOf(names.get(0))).stages().isEmpty();
            case PRODUCT_CONVERSION, PRODUCT_CYCLE ->
                !constants.process(names.get(0)).stages().isEmpty();
            default -> false;
        };
    }

    /** Whether retention and repeat rate of a product depend on its customers' age, or change as a whole. */
    private static boolean isHeldWhole(String product, PlanningConstants constants) {
        return retention(product).value(constants) == null || constants.isChanging(repeatBehaviour(product));
    }

    private static void addAll(
            List<Driver<?>> drivers,
            PlanningConstants constants,
            List<String> names,
            Function<String, Driver<?>> driver) {
        names.stream().map(driver).filter(each -> each.value(constants) != null).forEach(drivers::add);
    }

    /**
     * What kind of constant it is.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The product it is of.
     *
     * @return the product's name; null where it is of none
     */
    public @Nullable String product() {
        return kind.of == Kind.Of.PRODUCT ? names.get(0) : null;
    }

    /**
     * The channel it is of.
     *
     * @return the channel's name; null where it is of none
     */
    public @Nullable String channel() {
        if (kind.of == Kind.Of.CHANNEL) {
            return names.get(0);
        }
        return names.size() > 1 && !kind.isOfStage() ? names.get(1) : null;
    }

    /**
     * The stage it is of.
     *
     * @return the stage's name; null where it is of none
     */
    public @Nullable String stage() {
        return kind.isOfStage() ? names.get(1) : null;
    }

    /**
     * The tier it is of.
     *
     * @return the tier; null where it is of none
     */
    public @Nullable SalesTier tier() {
        return kind.of == Kind.Of.TIER ? SalesTier.valueOf(names.get(0)) : null;
    }

    /**
     * Who answers for this constant.
     *
     * @param ownership which department answers for which factor
     * @param tiers the tiers that are sold in, for a constant that is of no tier of its own
     * @return the department that owns all its factors in all these tiers; both where they differ or it has no factor
     */
    public Department owner(Ownership ownership, Collection<SalesTier> tiers) {
        SalesTier own = tier();
        Collection<SalesTier> concerned = own == null ? tiers : List.of(own);
        List<Department> owners = kind.factors.stream()
                .map(factor -> ownership.owner(factor, concerned))
                .distinct()
                .toList();
        return owners.size() == 1 ? owners.get(0) : Department.SHARED;
    }

    /** Whether the constants have the product, the channel or the tier that it is of. */
    boolean isOf(PlanningConstants constants) {
        return switch (kind.of) {
            case ALL -> true;
            case PRODUCT ->
                constants.assortment().products().stream()
                        .anyMatch(product -> product.name().equals(names.get(0)));
            case CHANNEL ->
                constants.channels().stream().anyMatch(channel -> channel.name().equals(names.get(0)));
            case TIER -> constants.tiers().containsKey(SalesTier.valueOf(names.get(0)));
        };
    }

    /** The value; null where it is not given. */
    @Nullable
    V value(PlanningConstants constants) {
        return reading.of(constants);
    }

    /** The constants with another value. */
    PlanningConstants with(PlanningConstants constants, V value) {
        return replacing.in(constants, Required.present(value, "Driver." + kind.key));
    }

    /**
     * The constant in words.
     *
     * @return such as "price of crm", "manager conversion of the consultative tier"
     */
    public String label() {
        SalesTier tier = tier();
        String channel = channel();
        if (names.isEmpty()) {
            return kind.label;
        }
        String of = tier == null ? names.get(0) : "the " + tier.name().toLowerCase(Locale.ROOT) + " tier";
        if (kind.isOfStage()) {
            return kind.label + " of " + names.get(1) + " in " + of;
        }
        return kind.label + " of " + of + (kind.of == Kind.Of.CHANNEL || channel == null ? "" : " over " + channel);
    }

    /**
     * Reads a driver from its text.
     *
     * @param text such as {@code price[crm]}
     * @return the driver
     * @throws IllegalArgumentException if the text names no kind, or not the names that the kind is of
     */
    @JsonCreator
    public static Driver<?> parse(String text) {
        int bracket = Required.present(text, "Driver").indexOf('[');
        Kind kind = Kind.parse(bracket < 0 ? text : text.substring(0, bracket), text);
        List<String> names = bracket < 0 ? List.of() : names(text, bracket);
        boolean fits = switch (kind.of) {
            case ALL -> names.isEmpty();
            case PRODUCT, TIER ->
                kind.isOfStage()
                        ? names.size() == 2
                        : names.size() == 1 || (names.size() == 2 && kind.mayBeOverOneChannel());
            case CHANNEL -> names.size() == 1;
        };
        if (!fits) {
            throw new IllegalArgumentException("Driver must be " + form(kind) + ", but was " + text + ".");
        }
        return of(kind, names, text);
    }

    private static String form(Kind kind) {
        if (kind.isOfStage()) {
            return kind.key + " with a " + (kind.of == Kind.Of.TIER ? "tier" : "product")
                    + " in brackets, and a stage in further ones";
        }
        return switch (kind.of) {
            case ALL -> kind.key + " alone";
            case PRODUCT ->
                kind.key + " with a product in brackets"
                        + (kind.mayBeOverOneChannel() ? ", and perhaps a channel in further ones" : "");
            case CHANNEL -> kind.key + " with a channel in brackets";
            case TIER ->
                kind.key + " with a tier in brackets"
                        + (kind.mayBeOverOneChannel() ? ", and perhaps a channel in further ones" : "");
        };
    }

    private static Driver<?> of(Kind kind, List<String> names, String text) {
        return switch (kind) {
            case SEASON -> season();
            case PRODUCT_SEASON -> season(names.get(0));
            case PRODUCT_MIX -> productMix();
            case PRICE -> price(names.get(0));
            case UNIT_COST -> unitCost(names.get(0));
            case COMMISSION -> commission(names.get(0));
            case RENEWAL_PRICE -> renewalPrice(names.get(0));
            case RENEWAL_UNIT_COST -> renewalUnitCost(names.get(0));
            case RENEWAL_COMMISSION -> renewalCommission(names.get(0));
            case RETENTION -> retention(names.get(0));
            case REPEAT_RATE -> repeatRate(names.get(0));
            case REPEAT_BEHAVIOUR -> repeatBehaviour(names.get(0));
            case EXPANSION -> expansion(names.get(0));
            case CONTRACTION -> contraction(names.get(0));
            case SITE_CONVERSION -> siteConversion(names.get(0));
            case WARM_UP_RATE -> warmUpRate(names.get(0));
            case COST_PER_VISIT -> costPerVisit(names.get(0));
            case TRAFFIC_COST -> trafficCost(names.get(0));
            case VISIT_CEILING -> visitCeiling(names.get(0));
            case MANAGER_CONVERSION ->
                names.size() == 1
                        ? managerConversion(tier(names.get(0), text))
                        : managerConversion(tier(names.get(0), text), names.get(1));
            case SALES_CYCLE -> salesCycle(tier(names.get(0), text));
            case CHANNEL_MIX -> channelMix(tier(names.get(0), text));
            case PRODUCT_CONVERSION ->
                names.size() == 1 ? managerConversion(names.get(0)) : managerConversion(names.get(0), names.get(1));
            case PRODUCT_CYCLE -> salesCycle(names.get(0));
            case PRODUCT_CHANNEL_MIX -> channelMix(names.get(0));
            case STAGE_CONVERSION -> stageConversion(tier(names.get(0), text), names.get(1));
            case STAGE_WAITS -> stageWaits(tier(names.get(0), text), names.get(1));
            case PRODUCT_STAGE_CONVERSION -> stageConversion(names.get(0), names.get(1));
            case PRODUCT_STAGE_WAITS -> stageWaits(names.get(0), names.get(1));
            case MARKET_POTENTIAL -> marketPotential(names.get(0));
            case FIXED_COSTS -> fixedCosts();
            case PEOPLE_COST -> peopleCost();
        };
    }

    private static SalesTier tier(String name, String text) {
        for (SalesTier tier : SalesTier.values()) {
            if (tier.name().equals(name)) {
                return tier;
            }
        }
        throw new IllegalArgumentException(
                "Driver.tier must be one of " + Arrays.toString(SalesTier.values()) + ", but was " + text + ".");
    }

    /** What stands in brackets, in which a doubled closing bracket is one of the name. */
    private static List<String> names(String text, int from) {
        List<String> names = new ArrayList<>();
        int at = from;
        while (at < text.length() && text.charAt(at) == '[') {
            StringBuilder name = new StringBuilder();
            at++;
            while (at < text.length() && (text.charAt(at) != ']' || text.startsWith("]]", at))) {
                name.append(text.charAt(at));
                at += text.charAt(at) == ']' ? 2 : 1;
            }
            names.add(name.toString());
            if (at == text.length()) {
                throw unclosed(text);
            }
            at++;
        }
        if (at < text.length()) {
            throw unclosed(text);
        }
        return names;
    }

    private static IllegalArgumentException unclosed(String text) {
        return new IllegalArgumentException("Driver must have each name in brackets of its own, but was " + text
                + ". Perhaps a closing bracket in a name is to be doubled.");
    }

    /** The driver as text: its kind with its names in brackets. */
    @Override
    @JsonValue
    public String toString() {
        return kind.key
                + names.stream()
                        .map(name -> "[" + name.replace("]", "]]") + "]")
                        .collect(Collectors.joining());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Driver<?> driver && kind == driver.kind && names.equals(driver.names);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, names);
    }
}
