package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.terminal.Progress;
import io.github.planningmath.lifetime.BuyerModel;
import io.github.planningmath.lifetime.BuyerModelFamily;
import io.github.planningmath.lifetime.BuyerModelFitter;
import io.github.planningmath.lifetime.CustomerHistories;
import io.github.planningmath.lifetime.Fit;
import io.github.planningmath.lifetime.Fitted;
import io.github.planningmath.lifetime.FittedModel;
import io.github.planningmath.lifetime.FittedModel.CustomerValue;
import io.github.planningmath.lifetime.GammaGamma;
import io.github.planningmath.lifetime.HoldoutSplit;
import java.time.LocalDate;
import java.util.List;

/**
 * All that is found out about a customer base.
 *
 * @param orders what was read
 * @param assumptions what it was valued with
 * @param comparison the models on the holdout
 * @param buying the best of them, fitted on all the time
 * @param spend what customers spend
 * @param model both
 * @param values what each customer is worth
 * @param tracking how the best of the models fared over time
 */
record Study(
        OrdersFound orders,
        Assumptions assumptions,
        ModelComparison comparison,
        Fitted<BuyerModel> buying,
        Fitted<GammaGamma> spend,
        FittedModel model,
        List<CustomerValue> values,
        Tracking tracking) {

    static Study of(OrdersFound orders, Assumptions assumptions, Progress progress) {
        LocalDate until = assumptions.until(orders);
        LocalDate calibrationUntil = assumptions.calibrationUntil(orders);
        ModelComparison comparison = ModelComparison.of(
                HoldoutSplit.fromUnsorted(orders.orders(), assumptions.unit(), calibrationUntil, until), progress);
        BuyerModel judged = comparison.best().model();
        CustomerHistories histories = CustomerHistories.fromUnsorted(orders.orders(), assumptions.unit(), until);
        try (Progress.Steps steps = progress.steps("Valuing", 4)) {
            BuyerModelFamily family = judged.family();
            Fitted<BuyerModel> buying =
                    fitted(family.toString(), BuyerModelFitter.withDefaults().fit(family, histories.counts()));
            steps.done(family.toString());
            Fitted<GammaGamma> spend = fitted("The spend model Gamma-Gamma", GammaGamma.fit(histories.spend()));
            steps.done("spend");
            FittedModel model = new FittedModel(histories, buying.model(), spend, null);
            List<CustomerValue> values = model.customerValues(assumptions.margin(), assumptions.discount());
            steps.done("values");
            Tracking tracking = Tracking.of(orders.orders(), judged, assumptions.daysAUnit(), calibrationUntil, until);
            steps.done("tracking");
            return new Study(orders, assumptions, comparison, buying, spend, model, values, tracking);
        }
    }

    private static <M> Fitted<M> fitted(String name, Fit<M> fit) {
        return fit.fold(fitted -> fitted, refusal -> {
            throw new NoModelException(name, refusal);
        });
    }

    /** A year, in the unit of the histories; a whole number of them where a model counts opportunities. */
    double year() {
        double year = assumptions.year();
        return buying.model().family() == BuyerModelFamily.BG_BB ? Math.rint(year) : year;
    }

    CustomerHistories histories() {
        return model.histories();
    }

    /** What the base is worth. */
    double equity() {
        return values.stream().mapToDouble(CustomerValue::lifetimeValue).sum();
    }

    /** How many customers are active, as far as one can tell. */
    double activeCustomers() {
        return values.stream().mapToDouble(CustomerValue::probabilityAlive).sum();
    }

    /** What a customer not yet won is worth, the first purchase included. */
    double newCustomerValue() {
        return model.newCustomerValue(assumptions.margin(), assumptions.discount());
    }

    /** What is lost of it if those customers who may have left have left. */
    static double atRisk(CustomerValue value) {
        return value.lifetimeValue() * (1 - value.probabilityAlive());
    }
}
