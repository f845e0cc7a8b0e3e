package io.github.planningmath.product;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Ratio;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * The products that are sold, and how new deals spread over them.
 *
 * <p>The order of the products is kept and means nothing.
 *
 * @param products at least one, each name once
 * @param mix the share of new deals by product; its parts are exactly the products' names
 */
@Value.Builder
public record Assortment(List<Product> products, Mix<String> mix) implements WithAssortment, DocumentPart {

    public Assortment {
        products = Required.list(products, "Assortment.products");
        Required.present(mix, "Assortment.mix");
        if (products.isEmpty()) {
            throw new IllegalArgumentException("Assortment.products must have at least one product, but was [].");
        }
        List<String> names = names(products);
        Required.distinct(names, "Assortment.products");
        if (!new HashSet<>(names).equals(mix.shares().keySet())) {
            throw new IllegalArgumentException("Assortment.mix must have a share for each product ("
                    + String.join(", ", names) + ") and for nothing else, but was for "
                    + String.join(", ", mix.parts()) + ".");
        }
    }

    /**
     * The assortment of one product, which all new deals are of.
     *
     * @param product the product
     * @return the assortment
     */
    public static Assortment only(Product product) {
        Required.present(product, "Assortment.product");
        return new Assortment(List.of(product), new Mix<>(Map.of(product.name(), Ratio.ONE)));
    }

    /**
     * The product of a name.
     *
     * @param name a product's name
     * @return the product
     * @throws IllegalArgumentException if no product has that name
     */
    public Product product(String name) {
        for (Product product : products) {
            if (product.name().equals(name)) {
                return product;
            }
        }
        throw new IllegalArgumentException("Assortment.product must be given the name of a product ("
                + String.join(", ", names(products)) + "), but was given " + name + ".");
    }

    /**
     * This assortment with one product changed.
     *
     * @param name the product's name
     * @param change what becomes of it; the name stays
     * @return the changed assortment
     * @throws IllegalArgumentException if no product has that name, or the change gives it another name
     */
    public Assortment withProduct(String name, UnaryOperator<Product> change) {
        Product before = product(name);
        Product after = Required.present(change.apply(before), "Assortment.withProduct");
        if (!after.name().equals(name)) {
            throw new IllegalArgumentException(
                    "Assortment.withProduct must keep the name " + name + ", but was given " + after.name() + ".");
        }
        List<Product> changed = products.stream()
                .map(product -> product.name().equals(name) ? after : product)
                .toList();
        return new Assortment(changed, mix);
    }

    private static List<String> names(List<Product> products) {
        return products.stream().map(Product::name).toList();
    }
}
