package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.RefusedException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** From orders to what each customer is worth. */
class FittedModelTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = LocalDate.of(2026, 9, 30);
    private static final Rate MARGIN = Rate.percent("40");
    private static final DiscountRate DISCOUNT = DiscountRate.annual("15%");

    /** The histories of small-base.csv as orders by day, with amounts that differ by customer and order. */
    private static List<Order> orders() {
        List<Order> orders = new ArrayList<>();
        List<PurchaseHistory> histories = SmallBase.histories();
        for (int customer = 0; customer < histories.size(); customer++) {
            PurchaseHistory history = histories.get(customer);
            LocalDate first = END.minusDays(Math.round(7 * history.age()));
            long lastDay = Math.round(7 * history.recency());
            for (long purchase = 0; purchase <= history.frequency(); purchase++) {
                long day = history.frequency() == 0 ? 0 : lastDay * purchase / history.frequency();
                long cents = 500 + 37L * (customer * 7919L % 211) + 13 * (purchase * 31 % 17);
                orders.add(new Order("c" + customer, first.plusDays(day), BigDecimal.valueOf(cents, 2)));
            }
        }
        return orders;
    }

    @Test
    void oneCallLeadsFromOrdersToAValuePerCustomer() {
        FittedModel model = BuyerModel.fit(CustomerHistories.from(orders(), ChronoUnit.WEEKS, END))
                .orThrow();
        Map<String, Double> values = model.lifetimeValues(MARGIN, DISCOUNT);
        assertThat(values).hasSize(277).containsKey("c0");
        assertThat(values.values()).allMatch(value -> value > 0 && value < 1e6);
        assertThat(model.value(MARGIN, DISCOUNT))
                .isCloseTo(
                        values.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum(),
                        withinPercentage(1e-9));
        FittedModel.CustomerValue last = model.customerValues(MARGIN, DISCOUNT).get(276);
        assertThat(last.lifetimeValue())
                .isCloseTo(
                        0.4
                                * model.spend()
                                        .orThrow()
                                        .expectedSpend(
                                                26,
                                                Objects.requireNonNull(model.histories()
                                                        .customers()
                                                        .get(276)
                                                        .averageSpend()))
                                * model.buying().discountedPurchases(last.history(), DISCOUNT, ChronoUnit.WEEKS),
                        withinPercentage(1e-9));
        assertThat(values.get("c276")).isEqualTo(last.lifetimeValue());
    }

    @Test
    void whoNeverBoughtAgainIsExpectedToSpendTheMean() {
        FittedModel model = BuyerModel.fit(CustomerHistories.from(orders(), ChronoUnit.WEEKS, END))
                .orThrow();
        assertThat(model.customerValues(MARGIN, DISCOUNT).get(0).expectedSpend())
                .isEqualTo(model.spend().orThrow().mean());
        assertThat(model.newCustomerValue(MARGIN, DISCOUNT))
                .isGreaterThan(0.4 * model.spend().orThrow().mean());
    }

    @Test
    void theUnitOfTimeDoesNotChangeAValue() {
        double inWeeks = BuyerModel.fit(CustomerHistories.from(orders(), ChronoUnit.WEEKS, END))
                .orThrow()
                .value(MARGIN, DISCOUNT);
        double inDays = BuyerModel.fit(CustomerHistories.from(orders(), ChronoUnit.DAYS, END))
                .orThrow()
                .value(MARGIN, DISCOUNT);
        assertThat(inDays).isCloseTo(inWeeks, withinPercentage(1e-5));
    }

    @Test
    void aMillionfoldChangeOfCurrencyScalesEveryValue() {
        List<Order> inMillionths = orders().stream()
                .map(order ->
                        new Order(order.customer(), order.date(), order.amount().movePointLeft(6)))
                .toList();
        double plain = BuyerModel.fit(CustomerHistories.from(orders(), ChronoUnit.WEEKS, END))
                .orThrow()
                .value(MARGIN, DISCOUNT);
        assertThat(BuyerModel.fit(CustomerHistories.from(inMillionths, ChronoUnit.WEEKS, END))
                        .orThrow()
                        .value(MARGIN, DISCOUNT))
                .isCloseTo(plain / 1e6, withinPercentage(1e-5));
    }

    @Test
    void whatCannotBeFittedIsARefusal() {
        List<Order> once = List.of(
                new Order("anna", START, BigDecimal.TEN), new Order("boris", START.plusDays(9), BigDecimal.ONE));
        assertThatThrownBy(() -> BuyerModel.fit(CustomerHistories.from(once, ChronoUnit.WEEKS, END))
                        .orThrow())
                .isInstanceOf(RefusedException.class)
                .hasMessage("No model could be fitted: no family fits."
                        + refused("NBD", 2) + refused("BG/NBD", 4) + refused("MBG/NBD", 4)
                        + refused("Pareto/NBD", 4));
    }

    private static String refused(String family, int parameters) {
        return " " + family + ": " + family + " has " + parameters
                + " parameters and needs at least as many customers who bought again, but 0.0 of 2.0 did.";
    }

    @Test
    void aDiscountOfNothingIsRefused() {
        FittedModel model = BuyerModel.fit(CustomerHistories.from(orders(), ChronoUnit.WEEKS, END))
                .orThrow();
        assertThatThrownBy(() -> model.lifetimeValues(MARGIN, DiscountRate.annual("0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("BuyerModel.discountedPurchases.discount must be above 0, but was 0% per year."
                        + " Perhaps a value within a time was meant, which needs none.");
    }

    /** Without a discount, within twelve months, it is spend times expected purchases of 365.2425 / 7 weeks. */
    @Test
    void aValueWithinATimeNeedsNoDiscount() {
        FittedModel model = BuyerModel.fit(CustomerHistories.from(orders(), ChronoUnit.WEEKS, END))
                .orThrow();
        DiscountRate none = DiscountRate.annual("0%");
        FittedModel.CustomerValue last =
                model.customerValues(MARGIN, none, 12, ChronoUnit.MONTHS).get(276);
        double expected = model.buying().expectedPurchases(last.history(), 365.2425 / 7);
        assertThat(last.discountedPurchases()).isCloseTo(expected, withinPercentage(1e-10));
        assertThat(last.lifetimeValue()).isCloseTo(0.4 * last.expectedSpend() * expected, withinPercentage(1e-10));
        assertThat(model.lifetimeValues(MARGIN, none, 12, ChronoUnit.MONTHS).get("c276"))
                .isEqualTo(last.lifetimeValue());
        assertThat(model.newCustomerValue(MARGIN, none, 1, ChronoUnit.YEARS))
                .isCloseTo(
                        0.4
                                * model.spend().orThrow().mean()
                                * (1 + model.buying().expectedPurchases(365.2425 / 7)),
                        withinPercentage(1e-10));
    }

    /** A longer time brings more, and a very long one, discounted, all of a lifetime. */
    @Test
    void aLongTimeIsALifetime() {
        FittedModel model = BuyerModel.fit(CustomerHistories.from(orders(), ChronoUnit.WEEKS, END))
                .orThrow();
        double lifetime = model.value(MARGIN, DISCOUNT);
        double before = 0;
        for (int years : new int[] {0, 1, 5, 20, 250}) {
            double within = model.value(MARGIN, DISCOUNT, years, ChronoUnit.YEARS);
            assertThat(within).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(lifetime * (1 + 1e-9));
            before = within;
        }
        assertThat(before).isCloseTo(lifetime, withinPercentage(1e-4));
    }

    @Test
    void aTimeBelowZeroIsRefused() {
        FittedModel model = BuyerModel.fit(CustomerHistories.from(orders(), ChronoUnit.WEEKS, END))
                .orThrow();
        assertThatThrownBy(() -> model.lifetimeValues(MARGIN, DISCOUNT, -1, ChronoUnit.MONTHS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FittedModel.time must be from 0 to 2147483647, but was -1.");
        assertThatThrownBy(() -> model.lifetimeValues(MARGIN, DISCOUNT, 1, ChronoUnit.DECADES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FittedModel.unit must be one of [Days, Weeks, Months, Years], but was Decades.");
    }

    /** A shop with one price: whatever the customer, a purchase is worth that. */
    @Test
    void aShopWithOnePriceHasValues() {
        List<Order> onePrice = orders().stream()
                .map(order -> new Order(order.customer(), order.date(), new BigDecimal("9.99")))
                .toList();
        FittedModel model = BuyerModel.fit(CustomerHistories.from(onePrice, ChronoUnit.WEEKS, END))
                .orThrow();
        assertThat(model.spend().orThrow()).isEqualTo(new SpendModel.Constant(9.99));
        assertThat(model.customerValues(MARGIN, DISCOUNT))
                .allSatisfy(value -> assertThat(value.lifetimeValue())
                        .isCloseTo(0.4 * 9.99 * value.discountedPurchases(), withinPercentage(1e-10)));
    }

    @Test
    void aConstantSpendIsAboveZeroAndOfAPurchase() {
        assertThatThrownBy(() -> new SpendModel.Constant(0))
                .hasMessage("SpendModel.Constant.mean must be above 0 and finite, but was 0.0.");
        assertThatThrownBy(() -> new SpendModel.Constant(9).expectedSpend(0, 9))
                .hasMessage("SpendModel.expectedSpend.purchases must be at least 1, but was 0."
                        + " Perhaps the mean of all customers was meant.");
        assertThatThrownBy(() -> new SpendModel.Constant(9).expectedSpend(1, -9))
                .hasMessage("SpendModel.expectedSpend.average must be above 0 and finite, but was -9.0.");
    }

    @Test
    void aValueThatIsNoNumberIsRefused() {
        PurchaseHistory history = PurchaseHistory.of(2, 3, 4);
        assertThatThrownBy(() -> new FittedModel.CustomerValue("anna", history, Double.NaN, 10.0, 1.0, 4.0))
                .hasMessage("CustomerValue.probabilityAlive must be from 0.0 to 1.0, but was NaN.");
        assertThatThrownBy(() -> new FittedModel.CustomerValue("anna", history, 0.5, 0.0, 1.0, 4.0))
                .hasMessage("CustomerValue.expectedSpend must be above 0 and finite, but was 0.0.");
        assertThatThrownBy(() -> new FittedModel.CustomerValue("anna", history, 0.5, 10.0, -1.0, 4.0))
                .hasMessage("CustomerValue.discountedPurchases must be at least 0 and finite, but was -1.0.");
        assertThatThrownBy(
                        () -> new FittedModel.CustomerValue("anna", history, 0.5, 10.0, 1.0, Double.POSITIVE_INFINITY))
                .hasMessage("CustomerValue.lifetimeValue must be at least 0 and finite, but was Infinity.");
    }

    @Test
    void bothFitsStandInOne() {
        Fitted<FittedModel> fitted = BuyerModelFitter.withDefaults()
                .fit(BuyerModelFamily.BG_NBD, CustomerHistories.from(orders(), ChronoUnit.WEEKS, END))
                .fold(each -> each, refusal -> {
                    throw new AssertionError(refusal.toString());
                });
        assertThat(fitted.estimates())
                .extracting(Fitted.ParameterEstimate::name)
                .containsExactly("r", "alpha", "a", "b", "p", "q", "v");
        assertThat(fitted.covariance()).hasSize(7).allMatch(row -> row.size() == 7);
        assertThat(fitted.covariance().get(0).get(4)).isZero();
        assertThat(Math.sqrt(fitted.covariance().get(5).get(5)))
                .isCloseTo(fitted.estimate("q").standardError(), withinPercentage(1e-9));
    }
}
