package io.github.planningmath.risk;

import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.traffic.Channel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same plan with everything in the other order. */
final class Turned {

    private Turned() {}

    static Plan of(Plan plan) {
        PlanningConstants constants = plan.constants();
        List<Product> products = turned(constants.assortment().products());
        List<Channel> channels = turned(constants.channels());
        PlanningConstants other = constants
                .withAssortment(new Assortment(products, constants.assortment().mix()))
                .withChannels(channels);
        Position opening = plan.opening();
        Position turned = new Position(
                opening.opens(),
                turned(opening.customers()),
                turned(opening.cohorts()),
                turned(opening.openLeads()),
                turned(opening.remainders()));
        return Planner.withDefaults().plan(plan.goal(), other, turned).orThrow();
    }

    static Uncertainty of(Uncertainty uncertainty) {
        List<Map.Entry<Driver<?>, Doubt>> doubts =
                turned(List.copyOf(uncertainty.doubts().entrySet()));
        Map<Driver<?>, Doubt> map = new LinkedHashMap<>();
        doubts.forEach(each -> map.put(each.getKey(), each.getValue()));
        return new Uncertainty(map, turned(uncertainty.common()));
    }

    private static <T> List<T> turned(List<T> list) {
        List<T> other = new ArrayList<>(list);
        Collections.reverse(other);
        return other;
    }
}
