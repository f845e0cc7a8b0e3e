package io.github.planningmath.examples.howsure;

import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.risk.Chance;
import io.github.planningmath.risk.Doubt;
import io.github.planningmath.risk.UncertaintyShares.Share;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How chances, constants and doubts are written. */
record Wording(Words words) {

    private static final double SMALLEST_SHOWN = 0.001;
    private static final double NEGLIGIBLE = 1e-6;

    String chance(Chance chance) {
        if (chance.value() + chance.error() < SMALLEST_SHOWN) {
            return words.text("below", words.figures().share(SMALLEST_SHOWN));
        }
        if (chance.value() - chance.error() > 1 - SMALLEST_SHOWN) {
            return words.text("above", words.figures().share(1 - SMALLEST_SHOWN));
        }
        String share = words.figures().share(chance.value());
        double points = Math.ceil(1000 * chance.error()) / 10;
        return chance.error() < NEGLIGIBLE
                ? share
                : share + " ± " + words.figures().decimal(points, 1);
    }

    /** A share that may be negligible. */
    String share(double share) {
        return Math.abs(share) < SMALLEST_SHOWN * 5
                ? words.text("below", words.figures().share(SMALLEST_SHOWN * 5))
                : words.figures().share(share);
    }

    /** A constant, or several that have something in common, those of a kind together. */
    String of(Share share) {
        Map<Driver.Kind, List<String>> names = new LinkedHashMap<>();
        for (Driver<?> driver : share.drivers()) {
            names.computeIfAbsent(driver.kind(), any -> new ArrayList<>()).add(name(driver));
        }
        return names.entrySet().stream()
                .map(each -> whole(each.getKey(), String.join(", ", each.getValue())))
                .collect(Collectors.joining("; "));
    }

    private String whole(Driver.Kind kind, String name) {
        String constant = words.text("driver." + kind.key());
        return name.isEmpty() ? constant : constant + ": " + name;
    }

    private String name(Driver<?> driver) {
        SalesTier tier = driver.tier();
        return Stream.of(tier == null ? driver.product() : words.labels().of(tier), driver.channel())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** What a constant is known from. */
    String of(@Nullable Doubt doubt) {
        if (doubt instanceof Doubt.Observed observed) {
            return words.text(
                    "doubt.observed",
                    words.figures().whole(observed.successes()),
                    words.figures().whole(observed.trials()));
        }
        if (doubt instanceof Doubt.Between between) {
            return words.text(
                    "doubt.between",
                    plain(between.low()),
                    plain(between.high()),
                    words.figures().ofRate(between.within()));
        }
        if (doubt instanceof Doubt.Spread spread) {
            return words.text(
                    "doubt.spread", words.figures().share(spread.deviation().toDouble()));
        }
        return "";
    }

    private String plain(BigDecimal amount) {
        return words.figures().decimal(amount, Math.max(0, amount.scale()));
    }

    String confidence(Rate confidence) {
        return words.figures().ofRate(confidence);
    }
}
