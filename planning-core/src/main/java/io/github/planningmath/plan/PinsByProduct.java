package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Apportionment;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The caller's pins, checked against the constants and brought down to product, month and channel. */
final class PinsByProduct {

    private final PlanningConstants constants;
    private final List<Pin.Deals> deals = new ArrayList<>();
    private final List<Pin.Leads> leads = new ArrayList<>();

    PinsByProduct(PlanningConstants constants, List<Pin> pins) {
        this.constants = constants;
        Set<String> seen = new HashSet<>();
        for (Pin pin : pins) {
            if (pin instanceof Pin.Deals fixed) {
                requireMonth(pin, "Pin.Deals.month");
                constants.assortment().product(fixed.product());
                deals.add(fixed);
                requireOnce(seen, "deals of " + fixed.product() + " in " + fixed.month());
            } else if (pin instanceof Pin.Leads fixed) {
                requireMonth(pin, "Pin.Leads.month");
                constants.channel(fixed.channel());
                if (fixed.product() != null) {
                    constants.assortment().product(fixed.product());
                }
                for (Pin.Leads cell : byProduct(fixed)) {
                    leads.add(cell);
                    requireOnce(seen, "leads of " + cell.product() + " from " + cell.channel() + " in " + cell.month());
                }
            }
        }
    }

    private void requireMonth(Pin pin, String component) {
        Required.monthBetween(
                pin.month(), constants.horizon().first(), constants.horizon().last(), component);
    }

    boolean anyLeads() {
        return !leads.isEmpty();
    }

    ProductPins of(String product, Funnel funnel) {
        ProductPins pins = new ProductPins(constants.horizon().months(), funnel.size());
        for (Pin.Deals pin : deals) {
            if (pin.product().equals(product)) {
                pins.pinDeals(constants.horizon().indexOf(pin.month()), pin.count());
            }
        }
        for (Pin.Leads pin : leads) {
            if (product.equals(pin.product())) {
                int channel = funnel.channels().indexOf(pin.channel());
                pins.pinLeads(constants.horizon().indexOf(pin.month()), channel, pin.count());
            }
        }
        return pins;
    }

    private List<Pin.Leads> byProduct(Pin.Leads pin) {
        List<Product> fed = constants.assortment().products().stream()
                .filter(product -> pin.product() == null || pin.product().equals(product.name()))
                .filter(product -> share(product, pin).numerator() > 0)
                .toList();
        if (fed.isEmpty()) {
            throw new IllegalArgumentException("Pin.Leads.channel must feed "
                    + (pin.product() == null ? "a product of the assortment" : pin.product()) + ", but "
                    + pin.channel() + " is not in the channel mix of its tier" + inMonth(pin) + ".");
        }
        if (pin.product() != null) {
            return List.of(pin);
        }
        List<String> names = fed.stream().map(Product::name).toList();
        List<Ratio> weights = fed.stream()
                .map(product ->
                        share(product, pin).times(constants.assortment().mix().share(product.name())))
                .toList();
        if (weights.stream().allMatch(Ratio.ZERO::equals)) {
            throw new IllegalArgumentException("Pin.Leads.channel must feed a product with a share in new deals, but "
                    + pin.channel() + " feeds " + String.join(", ", names)
                    + ", whose shares are 0. Perhaps name the product of the leads.");
        }
        long[] counts = Apportionment.webster(names, weights).split(pin.count());
        List<Pin.Leads> cells = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            cells.add(new Pin.Leads(pin.channel(), names.get(i), pin.month(), counts[i]));
        }
        return cells;
    }

    /** By the mix of the pin's month. */
    private Ratio share(Product product, Pin.Leads pin) {
        int month = constants.horizon().indexOf(pin.month());
        Rate share = Changes.mixes(product, constants).get(month).shares().get(pin.channel());
        return share == null ? Ratio.ZERO : share.toRatio();
    }

    /** Where it is in that of another month. */
    private String inMonth(Pin.Leads pin) {
        boolean isInAnother = constants.assortment().products().stream()
                .filter(product -> pin.product() == null || pin.product().equals(product.name()))
                .anyMatch(product -> Changes.channels(product, constants).contains(pin.channel()));
        return isInAnother ? " in " + pin.month() : "";
    }

    private static void requireOnce(Set<String> seen, String cell) {
        if (!seen.add(cell)) {
            throw new IllegalArgumentException("Planner.pins must fix a cell once, but fixed twice: " + cell + ".");
        }
    }
}
