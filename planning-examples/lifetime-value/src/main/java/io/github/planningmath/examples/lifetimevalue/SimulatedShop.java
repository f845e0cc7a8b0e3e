package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Progress;
import io.github.planningmath.lifetime.BuyerSimulator;
import io.github.planningmath.lifetime.GammaGamma;
import io.github.planningmath.lifetime.Order;
import io.github.planningmath.lifetime.ParetoNbd;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A shop whose customers buy at a pace of their own until they leave unseen, and whose purchases differ in amount about a
 * mean of their own. The same seed gives the same orders.
 *
 * @param seed of the random numbers
 */
record SimulatedShop(long seed) implements OrderSource {

    private static final int CUSTOMERS = 2_000;
    private static final LocalDate OPENED = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST_WON = LocalDate.of(2026, 8, 31);
    private static final LocalDate UNTIL = LocalDate.of(2026, 12, 31);

    /** In weeks: on average a purchase in five, and a customer of a few months, with great differences in both. */
    private static final ParetoNbd BUYING = new ParetoNbd(0.9, 4.5, 1.1, 45);

    /** On average 42 a purchase. */
    private static final GammaGamma SPEND = new GammaGamma(5, 4, 25.2);

    private static final int CENTS = 2;

    @Override
    public OrdersFound read(Progress progress) {
        List<Order> orders = new ArrayList<>();
        try (Progress.Steps steps = progress.steps("Simulating", -1);
                Stream<Order> shop = new BuyerSimulator(BUYING, seed)
                        .orders(CUSTOMERS, SPEND, CENTS, ChronoUnit.WEEKS, OPENED, LAST_WON, UNTIL)) {
            shop.forEach(order -> {
                orders.add(order);
                steps.done("orders");
            });
        }
        return new OrdersFound(
                "a simulated shop of " + Figures.of(Locale.ENGLISH).whole(CUSTOMERS) + " customers, seed " + seed,
                orders,
                0);
    }
}
