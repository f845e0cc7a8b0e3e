package io.github.planningmath.product;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A product: what a deal in it brings, how it is sold, and what its customers do afterwards.
 *
 * <p>Amounts are in the plan's currency, per deal, kept without trailing zeros.
 *
 * @param name what mixes and cells refer to it by: one line of text without blanks at its ends
 * @param tier how it is sold
 * @param price the revenue of a deal, above 0
 * @param unitCost what a deal costs to deliver, at least 0; neither commission nor marketing
 * @param commission the share of the price that goes to whoever closed the deal, above 0 and at most 1, a finite decimal
 *     so that amounts stay exact; null if there is none
 * @param repeat how long its customers stay and how often they buy again
 * @param renewal what a repeat deal brings and costs, where that is another than of a new one; null if it is the same
 * @param packaging what a seller says about it, line by line; may be empty
 * @param proposition the formulated offer (USP): why to buy it, and here, in one line of text; null if it is not formulated yet
 */
@SuppressWarnings("immutables:incompat") // the builder that users see is written by hand
@Value.Builder
public record Product(
        String name,
        SalesTier tier,
        BigDecimal price,
        BigDecimal unitCost,
        @Nullable Rate commission,
        RepeatBehaviour repeat,
        @Nullable Renewal renewal,
        List<Packaging> packaging,
        @Nullable String proposition)
        implements WithProduct {

    public Product {
        Required.name(name, "Product.name");
        Required.present(tier, "Product.tier");
        price = Amounts.positive(price, "Product.price");
        unitCost = Amounts.notNegative(unitCost, "Product.unitCost");
        if (commission != null) {
            Commission.requireFiniteDecimal(commission.toRatio(), "Product.commission");
        }
        Required.present(repeat, "Product.repeat");
        packaging = Required.list(packaging, "Product.packaging");
        Required.nameIfGiven(proposition, "Product.proposition");
    }

    /** As a document gives it: without commission, repeat sales, packaging or offer where it names none. */
    private record Document(
            String name,
            SalesTier tier,
            BigDecimal price,
            BigDecimal unitCost,
            @Nullable Rate commission,
            @Nullable RepeatBehaviour repeat,
            @Nullable Renewal renewal,
            @Nullable List<Packaging> packaging,
            @Nullable String proposition)
            implements DocumentPart {}

    @DocumentForm.Read
    static Product of(Document given) {
        return new Product(
                given.name,
                given.tier,
                given.price,
                given.unitCost,
                given.commission,
                given.repeat == null ? RepeatBehaviour.none() : given.repeat,
                given.renewal,
                given.packaging == null ? List.of() : given.packaging,
                given.proposition);
    }

    /**
     * A product to begin with: no commission, no repeat sales, no packaging, no offer formulated.
     *
     * @param name what mixes and cells refer to it by
     * @param tier the tier it is sold in
     * @param price a plain number above 0
     * @param unitCost a plain number, at least 0
     * @return the product; withers change the rest
     * @throws IllegalArgumentException if an amount is no number or outside of its set
     */
    public static Product of(String name, SalesTier tier, String price, String unitCost) {
        return new Product(
                name,
                tier,
                Amounts.parse(price, "Product.price"),
                Amounts.parse(unitCost, "Product.unitCost"),
                null,
                RepeatBehaviour.none(),
                null,
                List.of(),
                null);
    }

    /**
     * Begins a product, part by part. Tier, price and unit cost must be given; without more it has no commission, no repeat sales
     * and no packaging.
     *
     * @param name what mixes and cells refer to it by
     * @return a builder
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * What a deal leaves for marketing, fixed costs and profit,
     * {@code price - unitCost - price * commission}, exactly.
     *
     * @return the contribution of a deal; below 0 if it costs more than it brings
     */
    public BigDecimal contribution() {
        return Commission.contribution(price, unitCost, commissionShare());
    }

    /**
     * What a repeat deal brings: the renewal's price, or that of a new deal where it has none.
     *
     * @return the price of a repeat deal, above 0
     */
    public BigDecimal renewalPrice() {
        return renewal == null || renewal.price() == null ? price : renewal.price();
    }

    /**
     * What a repeat deal leaves for marketing, fixed costs and profit: {@link #contribution()} by the renewal's price, unit cost and
     * commission, each that of a new deal where the renewal has none.
     *
     * @return the contribution of a repeat deal; below 0 if it costs more than it brings
     */
    public BigDecimal renewalContribution() {
        if (renewal == null) {
            return contribution();
        }
        return Commission.contribution(
                renewalPrice(),
                renewal.unitCost() == null ? unitCost : renewal.unitCost(),
                renewal.commission() == null ? commissionShare() : renewal.commission());
    }

    /**
     * The table that a seller reads from: feature, benefit and result in aligned columns.
     *
     * @return a heading and one line for each packaging, without a line break at the end; empty if there is no packaging
     */
    public String packagingTable() {
        return PackagingTable.of(packaging);
    }

    private Ratio commissionShare() {
        return commission == null ? Ratio.ZERO : commission.toRatio();
    }

    /** A product in the making: {@code Product.builder("crm").tier(CONSULTATIVE).price("1200").unitCost("300").build()}. */
    public static final class Builder {

        private final String name;
        private final List<Packaging> packaging = new ArrayList<>();
        private @Nullable SalesTier tier;
        private @Nullable BigDecimal price;
        private @Nullable BigDecimal unitCost;
        private @Nullable Rate commission;
        private RepeatBehaviour repeat = RepeatBehaviour.none();
        private @Nullable Renewal renewal;
        private @Nullable String proposition;

        private Builder(String name) {
            this.name = name;
        }

        /**
         * How it is sold.
         *
         * @param tier the tier
         * @return this builder
         */
        public Builder tier(SalesTier tier) {
            this.tier = tier;
            return this;
        }

        /**
         * The revenue of a deal.
         *
         * @param price above 0
         * @return this builder
         */
        public Builder price(BigDecimal price) {
            this.price = price;
            return this;
        }

        /**
         * The revenue of a deal.
         *
         * @param price a plain number above 0
         * @return this builder
         */
        public Builder price(String price) {
            return price(Amounts.parse(price, "Product.price"));
        }

        /**
         * What a deal costs to deliver; neither commission nor marketing.
         *
         * @param unitCost at least 0
         * @return this builder
         */
        public Builder unitCost(BigDecimal unitCost) {
            this.unitCost = unitCost;
            return this;
        }

        /**
         * What a deal costs to deliver; neither commission nor marketing.
         *
         * @param unitCost a plain number, at least 0
         * @return this builder
         */
        public Builder unitCost(String unitCost) {
            return unitCost(Amounts.parse(unitCost, "Product.unitCost"));
        }

        /**
         * The share of the price that goes to whoever closed the deal.
         *
         * @param commission above 0 and at most 1, a finite decimal
         * @return this builder
         */
        public Builder commission(Rate commission) {
            this.commission = commission;
            return this;
        }

        /**
         * The share of the price that goes to whoever closed the deal.
         *
         * @param commission such as {@code "10%"}
         * @return this builder
         */
        public Builder commission(String commission) {
            return commission(Rate.parse(commission));
        }

        /**
         * How long its customers stay and how often they buy again.
         *
         * @param repeat constant, by age, or of a model
         * @return this builder
         */
        public Builder repeat(RepeatBehaviour repeat) {
            this.repeat = repeat;
            return this;
        }

        /**
         * How long its customers stay and how often they buy again, the same at every age.
         *
         * @param retention the share of customers who are still customers a month later, such as {@code "95%"}
         * @param rate further deals per customer and month, such as {@code "10%"}
         * @return this builder
         */
        public Builder repeat(String retention, String rate) {
            return repeat(new ConstantRepeat(Ratio.parse(retention), Ratio.parse(rate)));
        }

        /**
         * What a repeat deal brings and costs, where that is another than of a new one.
         *
         * @param renewal its price, unit cost or commission
         * @return this builder
         */
        public Builder renewal(Renewal renewal) {
            this.renewal = renewal;
            return this;
        }

        /**
         * A further line of what a seller says about it.
         *
         * @param feature what the product has or does
         * @param benefit what that gives to the one who uses it
         * @param result what it brings to the customer's business
         * @return this builder
         */
        public Builder packaging(String feature, String benefit, String result) {
            packaging.add(new Packaging(feature, benefit, result));
            return this;
        }

        /**
         * The formulated offer (USP).
         *
         * @param proposition why to buy it, and here, in one line of text
         * @return this builder
         */
        public Builder proposition(String proposition) {
            this.proposition = proposition;
            return this;
        }

        /**
         * The product.
         *
         * @return it
         * @throws NullPointerException if a part is missing
         * @throws IllegalArgumentException if a part is outside of its set
         */
        public Product build() {
            return new Product(
                    name,
                    Required.present(tier, "Product.tier"),
                    Required.present(price, "Product.price"),
                    Required.present(unitCost, "Product.unitCost"),
                    commission,
                    repeat,
                    renewal,
                    packaging,
                    proposition);
        }
    }
}
