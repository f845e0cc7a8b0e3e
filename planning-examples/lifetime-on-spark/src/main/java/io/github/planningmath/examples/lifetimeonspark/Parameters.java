package io.github.planningmath.examples.lifetimeonspark;

import io.github.planningmath.lifetime.BgBb;
import io.github.planningmath.lifetime.BgNbd;
import io.github.planningmath.lifetime.BuyerModel;
import io.github.planningmath.lifetime.BuyerModelFamily;
import io.github.planningmath.lifetime.MbgNbd;
import io.github.planningmath.lifetime.Nbd;
import io.github.planningmath.lifetime.ParetoNbd;
import java.io.Serializable;
import java.util.ArrayList;

/**
 * A model on its way to the machines that score by it.
 *
 * @param family which model
 * @param values its parameters in their usual order
 */
record Parameters(BuyerModelFamily family, ArrayList<Double> values) implements Serializable {

    static Parameters of(BuyerModel model) {
        return new Parameters(model.family(), new ArrayList<>(model.parameters().values()));
    }

    BuyerModel model() {
        double first = values.get(0);
        double second = values.get(1);
        return switch (family) {
            case NBD -> new Nbd(first, second);
            case BG_NBD -> new BgNbd(first, second, values.get(2), values.get(3));
            case MBG_NBD -> new MbgNbd(first, second, values.get(2), values.get(3));
            case PARETO_NBD -> new ParetoNbd(first, second, values.get(2), values.get(3));
            case BG_BB -> new BgBb(first, second, values.get(2), values.get(3));
        };
    }
}
