package io.github.planningmath.plan;

import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Rate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** The words by which derivations call the cells of a product, and what its constants rest on. */
record CellLabels(ProductLine line, PlanningConstants constants) {

    private YearMonth month(int month) {
        return constants.horizon().first().plusMonths(month);
    }

    /** What the value of a constant in a month rests on. */
    Basis.@Nullable Row basis(Driver<?> driver, int month) {
        return constants.row(month(month), driver);
    }

    /** What the conversion of a channel's leads in a month of deals rests on. */
    Basis.@Nullable Row basisOfConversion(int channel, int month) {
        return constants.rowOfConversion(
                month(month), line.product(), line.funnel().channels().get(channel));
    }

    /** What the conversion of a stage in a month rests on. */
    Basis.@Nullable Row basisOfStage(String stage, int month) {
        Product product = line.product();
        Driver<Rate> driver = constants.processByProduct().containsKey(product.name())
                ? Driver.stageConversion(product.name(), stage)
                : Driver.stageConversion(product.tier(), stage);
        return basis(driver, month);
    }

    String through(int month) {
        return " through " + month(month);
    }

    String in(int month) {
        return " " + month(month);
    }

    /** Since when what changes in time is in force. */
    String since(int month) {
        return " from " + month(month);
    }

    String ofProduct() {
        return " of " + line.product().name();
    }

    String ofCell(int channel) {
        return ofProduct() + " from " + line.funnel().channels().get(channel);
    }
}
