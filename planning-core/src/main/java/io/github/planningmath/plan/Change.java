package io.github.planningmath.plan;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Another value of one constant from a month on: a row of {@link PlanningConstants#changes()}. It is in force until the next row
 * of the same constant. In a document it is {@code {from: 2027-07, driver: price, product: crm, value: 1300}}.
 *
 * <p>Rows are made by {@link PlanningConstants#from(YearMonth, Driver, Object)}. There is a type for each kind of value and name,
 * so that amounts are read from documents exactly as they are written.
 */
@ChangeJson
public sealed interface Change {

    /**
     * The month from which on the value is in force.
     *
     * @return a month of the horizon after its first
     */
    YearMonth from();

    /**
     * What kind of constant changes.
     *
     * @return the kind
     */
    Driver.Kind driver();

    /**
     * Which constant changes.
     *
     * @return its driver
     */
    Driver<?> constant();

    /**
     * The value from then on.
     *
     * @return what values of the constant are
     */
    Object value();

    /**
     * An amount of a product: its price or its unit cost, of new deals or of repeat deals.
     *
     * @param from the month from which on it is in force
     * @param driver which amount
     * @param product the product's name
     * @param value the amount, in the plan's currency
     */
    record AmountOfProduct(YearMonth from, Driver.Kind driver, String product, BigDecimal value)
            implements Change, DocumentPart {

        public AmountOfProduct {
            Required.present(from, "Change.AmountOfProduct.from");
            requireKind(driver, "Change.AmountOfProduct.driver", ChangingKinds.AMOUNTS_OF_PRODUCT);
            Required.name(product, "Change.AmountOfProduct.product");
            value = Amounts.normalised(value, "Change.AmountOfProduct.value");
        }

        @Override
        public Driver<BigDecimal> constant() {
            return switch (driver) {
                case PRICE -> Driver.price(product);
                case UNIT_COST -> Driver.unitCost(product);
                case RENEWAL_PRICE -> Driver.renewalPrice(product);
                default -> Driver.renewalUnitCost(product);
            };
        }

        @Override
        public String toString() {
            return text(this, value.toPlainString());
        }
    }

    /**
     * The share of a product's price that goes to whoever closed the deal.
     *
     * @param from the month from which on it is in force
     * @param driver the commission
     * @param product the product's name
     * @param value the commission
     */
    record ShareOfProduct(YearMonth from, Driver.Kind driver, String product, Rate value)
            implements Change, DocumentPart {

        public ShareOfProduct {
            Required.present(from, "Change.ShareOfProduct.from");
            requireKind(driver, "Change.ShareOfProduct.driver", ChangingKinds.SHARES_OF_PRODUCT);
            Required.name(product, "Change.ShareOfProduct.product");
            Required.present(value, "Change.ShareOfProduct.value");
        }

        @Override
        public Driver<Rate> constant() {
            return Driver.commission(product);
        }

        @Override
        public String toString() {
            return text(this, value.toString());
        }
    }

    /**
     * How many of a product's customers stay for another month, or how often they buy again, the same at every age; or the share of
     * the price of these repeat deals that goes to whoever renews.
     *
     * @param from the month from which on it is in force
     * @param driver retention, repeat rate or renewal commission
     * @param product the product's name
     * @param value the rate; a retention and a commission are at most 1
     */
    record RateOfCustomers(YearMonth from, Driver.Kind driver, String product, Ratio value)
            implements Change, DocumentPart {

        public RateOfCustomers {
            Required.present(from, "Change.RateOfCustomers.from");
            requireKind(driver, "Change.RateOfCustomers.driver", ChangingKinds.RATES_OF_CUSTOMERS);
            Required.name(product, "Change.RateOfCustomers.product");
            Required.present(value, "Change.RateOfCustomers.value");
        }

        @Override
        public Driver<Ratio> constant() {
            return switch (driver) {
                case RETENTION -> Driver.retention(product);
                case REPEAT_RATE -> Driver.repeatRate(product);
                default -> Driver.renewalCommission(product);
            };
        }

        @Override
        public String toString() {
            return text(this, value.toString());
        }
    }

    /**
     * How long a product's customers stay and how often they buy again, held whole.
     *
     * @param from the month from which on it is in force, for customers of every age
     * @param driver the repeat behaviour
     * @param product the product's name
     * @param value the behaviour
     */
    record BehaviourOfCustomers(YearMonth from, Driver.Kind driver, String product, RepeatBehaviour value)
            implements Change, DocumentPart {

        public BehaviourOfCustomers {
            Required.present(from, "Change.BehaviourOfCustomers.from");
            requireKind(driver, "Change.BehaviourOfCustomers.driver", ChangingKinds.BEHAVIOURS_OF_CUSTOMERS);
            Required.name(product, "Change.BehaviourOfCustomers.product");
            Required.present(value, "Change.BehaviourOfCustomers.value");
        }

        @Override
        public Driver<RepeatBehaviour> constant() {
            return Driver.repeatBehaviour(product);
        }

        @Override
        public String toString() {
            return text(this, value.toString());
        }
    }

    /**
     * A conversion of a channel.
     *
     * @param from the month from which on it is in force
     * @param driver site conversion or warm-up rate
     * @param channel the channel's name
     * @param value the conversion
     */
    record ShareOfChannel(YearMonth from, Driver.Kind driver, String channel, Rate value)
            implements Change, DocumentPart {

        public ShareOfChannel {
            Required.present(from, "Change.ShareOfChannel.from");
            requireKind(driver, "Change.ShareOfChannel.driver", ChangingKinds.SHARES_OF_CHANNEL);
            Required.name(channel, "Change.ShareOfChannel.channel");
            Required.present(value, "Change.ShareOfChannel.value");
        }

        @Override
        public Driver<Rate> constant() {
            return driver == Driver.Kind.SITE_CONVERSION ? Driver.siteConversion(channel) : Driver.warmUpRate(channel);
        }

        @Override
        public String toString() {
            return text(this, value.toString());
        }
    }

    /**
     * The most visits over a channel in a month.
     *
     * @param from the month from which on it is in force
     * @param driver the visit ceiling
     * @param channel the channel's name
     * @param value how many
     */
    record CountOfChannel(YearMonth from, Driver.Kind driver, String channel, Long value)
            implements Change, DocumentPart {

        public CountOfChannel {
            Required.present(from, "Change.CountOfChannel.from");
            requireKind(driver, "Change.CountOfChannel.driver", ChangingKinds.COUNTS_OF_CHANNEL);
            Required.name(channel, "Change.CountOfChannel.channel");
            Required.count(value, "Change.CountOfChannel.value");
        }

        @Override
        public Driver<Long> constant() {
            return Driver.visitCeiling(channel);
        }

        @Override
        public String toString() {
            return text(this, value.toString());
        }
    }

    /**
     * What a visit over a channel costs.
     *
     * @param from the month from which on it is in force
     * @param driver the cost per visit
     * @param channel the channel's name
     * @param value the cost, in the plan's currency
     */
    record AmountOfChannel(YearMonth from, Driver.Kind driver, String channel, BigDecimal value)
            implements Change, DocumentPart {

        public AmountOfChannel {
            Required.present(from, "Change.AmountOfChannel.from");
            requireKind(driver, "Change.AmountOfChannel.driver", ChangingKinds.AMOUNTS_OF_CHANNEL);
            Required.name(channel, "Change.AmountOfChannel.channel");
            value = Amounts.normalised(value, "Change.AmountOfChannel.value");
        }

        @Override
        public Driver<BigDecimal> constant() {
            return Driver.costPerVisit(channel);
        }

        @Override
        public String toString() {
            return text(this, value.toPlainString());
        }
    }

    /**
     * A rate of a tier, or of one channel in it: the share of leads that become deals.
     *
     * @param from the month from which on it is in force
     * @param driver the manager conversion
     * @param tier the tier
     * @param channel the channel that has a rate of its own; absent where it is that of the tier
     * @param value the rate
     */
    record RateOfTier(
            YearMonth from,
            Driver.Kind driver,
            SalesTier tier,
            @Nullable String channel,
            Rate value) implements Change, DocumentPart {

        public RateOfTier {
            Required.present(from, "Change.RateOfTier.from");
            requireKind(driver, "Change.RateOfTier.driver", ChangingKinds.RATES_OF_TIER);
            Required.present(tier, "Change.RateOfTier.tier");
            Required.nameIfGiven(channel, "Change.RateOfTier.channel");
            Required.present(value, "Change.RateOfTier.value");
        }

        @Override
        public Driver<Rate> constant() {
            return channel == null ? Driver.managerConversion(tier) : Driver.managerConversion(tier, channel);
        }

        @Override
        public String toString() {
            return text(this, value.toString());
        }
    }

    /**
     * The share of leads that become deals, of a product that has a process of its own, or of one channel in that.
     *
     * @param from the month from which on it is in force
     * @param driver the product's conversion
     * @param product the product's name
     * @param channel the channel that has a rate of its own; absent where it is that of the process
     * @param value the rate
     */
    record RateOfProduct(
            YearMonth from,
            Driver.Kind driver,
            String product,
            @Nullable String channel,
            Rate value) implements Change, DocumentPart {

        public RateOfProduct {
            Required.present(from, "Change.RateOfProduct.from");
            requireKind(driver, "Change.RateOfProduct.driver", ChangingKinds.RATES_OF_PRODUCT);
            Required.name(product, "Change.RateOfProduct.product");
            Required.nameIfGiven(channel, "Change.RateOfProduct.channel");
            Required.present(value, "Change.RateOfProduct.value");
        }

        @Override
        public Driver<Rate> constant() {
            return channel == null ? Driver.managerConversion(product) : Driver.managerConversion(product, channel);
        }

        @Override
        public String toString() {
            return text(this, value.toString());
        }
    }

    /**
     * The share of those of the stage before, or of a tier's leads, who reach a stage.
     *
     * @param from the month from which on it is in force
     * @param driver the stage conversion
     * @param tier the tier
     * @param stage the stage's name
     * @param value the rate
     */
    record RateOfTierStage(YearMonth from, Driver.Kind driver, SalesTier tier, String stage, Rate value)
            implements Change, DocumentPart {

        public RateOfTierStage {
            Required.present(from, "Change.RateOfTierStage.from");
            requireKind(driver, "Change.RateOfTierStage.driver", ChangingKinds.STAGES_OF_TIER);
            Required.present(tier, "Change.RateOfTierStage.tier");
            Required.name(stage, "Change.RateOfTierStage.stage");
            Required.present(value, "Change.RateOfTierStage.value");
        }

        @Override
        public Driver<Rate> constant() {
            return Driver.stageConversion(tier, stage);
        }

        @Override
        public String toString() {
            return text(this, value.toString());
        }
    }

    /**
     * The share of those of the stage before, or of a product's leads, who reach a stage, where it has a process of its own.
     *
     * @param from the month from which on it is in force
     * @param driver the product's stage conversion
     * @param product the product's name
     * @param stage the stage's name
     * @param value the rate
     */
    record RateOfProductStage(YearMonth from, Driver.Kind driver, String product, String stage, Rate value)
            implements Change, DocumentPart {

        public RateOfProductStage {
            Required.present(from, "Change.RateOfProductStage.from");
            requireKind(driver, "Change.RateOfProductStage.driver", ChangingKinds.STAGES_OF_PRODUCT);
            Required.name(product, "Change.RateOfProductStage.product");
            Required.name(stage, "Change.RateOfProductStage.stage");
            Required.present(value, "Change.RateOfProductStage.value");
        }

        @Override
        public Driver<Rate> constant() {
            return Driver.stageConversion(product, stage);
        }

        @Override
        public String toString() {
            return text(this, value.toString());
        }
    }

    /**
     * The shares of a tier's leads by channel.
     *
     * @param from the month from which on they are in force
     * @param driver the channel mix
     * @param tier the tier
     * @param value the shares
     */
    record MixOfTier(YearMonth from, Driver.Kind driver, SalesTier tier, ChannelMix value)
            implements Change, DocumentPart {

        public MixOfTier {
            Required.present(from, "Change.MixOfTier.from");
            requireKind(driver, "Change.MixOfTier.driver", ChangingKinds.MIXES_OF_TIER);
            Required.present(tier, "Change.MixOfTier.tier");
            Required.present(value, "Change.MixOfTier.value");
        }

        @Override
        public Driver<ChannelMix> constant() {
            return Driver.channelMix(tier);
        }

        @Override
        public String toString() {
            return text(this, value.shares().toString());
        }
    }

    /**
     * The shares of leads by channel, of a product that has a process of its own.
     *
     * @param from the month from which on they are in force
     * @param driver the product's channel mix
     * @param product the product's name
     * @param value the shares
     */
    record MixOfProduct(YearMonth from, Driver.Kind driver, String product, ChannelMix value)
            implements Change, DocumentPart {

        public MixOfProduct {
            Required.present(from, "Change.MixOfProduct.from");
            requireKind(driver, "Change.MixOfProduct.driver", ChangingKinds.MIXES_OF_PRODUCT);
            Required.name(product, "Change.MixOfProduct.product");
            Required.present(value, "Change.MixOfProduct.value");
        }

        @Override
        public Driver<ChannelMix> constant() {
            return Driver.channelMix(product);
        }

        @Override
        public String toString() {
            return text(this, value.shares().toString());
        }
    }

    /**
     * What falls whether anything is sold or not.
     *
     * @param from the month from which on it is in force
     * @param driver the fixed costs
     * @param value the costs
     */
    record CostsOfTheHouse(YearMonth from, Driver.Kind driver, FixedCosts value) implements Change, DocumentPart {

        public CostsOfTheHouse {
            Required.present(from, "Change.CostsOfTheHouse.from");
            requireKind(driver, "Change.CostsOfTheHouse.driver", ChangingKinds.COSTS_OF_THE_HOUSE);
            Required.present(value, "Change.CostsOfTheHouse.value");
        }

        @Override
        public Driver<FixedCosts> constant() {
            return Driver.fixedCosts();
        }

        @Override
        public String toString() {
            return text(
                    this,
                    value.amount().toPlainString() + " a " + value.per().name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private static void requireKind(Driver.Kind driver, String component, Set<Driver.Kind> kinds) {
        if (!kinds.contains(Required.present(driver, component))) {
            String those = kinds.stream().map(Driver.Kind::key).collect(Collectors.joining(", "));
            throw new IllegalArgumentException(
                    component + " must be one of " + those + ", but was " + driver.key() + ".");
        }
    }

    private static String text(Change change, String value) {
        return change.constant() + " " + value + " from " + change.from();
    }
}
