package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Draws customers from a model: for trying out what a fit can find, and for shops to show things on.
 *
 * <p>Each customer has a source of random numbers of its own, made of the seed and the customer's number. So the same seed
 * gives the same customers, the first thousand are the same however many follow, and streams may run in parallel.
 *
 * @param model what customers do
 * @param seed any number
 */
public record BuyerSimulator(BuyerModel model, Long seed) {

    public BuyerSimulator {
        Required.present(model, "BuyerSimulator.model");
        Required.present(seed, "BuyerSimulator.seed");
    }

    /**
     * Draws histories in continuous time.
     *
     * @param customers how many, at least 0
     * @param leastAge the age of the youngest, at least 0
     * @param greatestAge the age of the oldest, at least that; ages are uniform in between
     * @return one row a customer
     * @throws IllegalArgumentException if an argument is not accepted
     */
    public CustomerColumns histories(int customers, double leastAge, double greatestAge) {
        Doubles.notNegative(leastAge, "BuyerSimulator.histories.leastAge");
        requireSpan(leastAge, greatestAge, "BuyerSimulator.histories.greatestAge");
        return columns(customers, random -> {
            double age = leastAge + (greatestAge - leastAge) * random.nextDouble();
            return new Life(age, model.purchaseTimes(age, random));
        });
    }

    /**
     * Draws histories whose times are whole, as those counted in days are: a purchase is at the end of the unit in which it
     * falls, and several in one unit are one.
     *
     * @param customers how many, at least 0
     * @param leastAge the age of the youngest, at least 0
     * @param greatestAge the age of the oldest, at least that; ages are uniform among the whole numbers
     * @return one row a customer
     * @throws IllegalArgumentException if an argument is not accepted
     */
    public CustomerColumns wholeHistories(int customers, int leastAge, int greatestAge) {
        Required.between(leastAge, 0, Integer.MAX_VALUE - 1, "BuyerSimulator.wholeHistories.leastAge");
        requireSpan(leastAge, greatestAge, "BuyerSimulator.wholeHistories.greatestAge");
        return columns(customers, random -> {
            int age = random.nextInt(leastAge, greatestAge + 1);
            double[] times = model.purchaseTimes(age, random);
            return new Life(age, Arrays.stream(times).map(Math::ceil).distinct().toArray());
        });
    }

    /**
     * Draws the orders of a shop, each customer's in order of date. A day has at most one order of a customer.
     *
     * @param customers how many, at least 0
     * @param spend what a purchase is worth
     * @param decimals of the amounts, which are rounded up so that none is 0; from 0 to 6
     * @param unit the unit of the model's times: days, weeks, months or years
     * @param firstFrom the earliest day of a first purchase
     * @param firstUntil the latest day of a first purchase
     * @param until the last day of orders, not before that
     * @return the orders, customer by customer
     * @throws IllegalArgumentException if an argument is not accepted
     */
    public Stream<Order> orders(
            int customers,
            GammaGamma spend,
            int decimals,
            ChronoUnit unit,
            LocalDate firstFrom,
            LocalDate firstUntil,
            LocalDate until) {
        Required.present(spend, "BuyerSimulator.orders.spend");
        Required.between(decimals, 0, 6, "BuyerSimulator.orders.decimals");
        FixedLength.require(unit, "BuyerSimulator.orders.unit");
        requireInOrder(firstFrom, firstUntil, "BuyerSimulator.orders.firstUntil");
        requireInOrder(firstUntil, until, "BuyerSimulator.orders.until");
        BuyerModel byDay = unit == ChronoUnit.DAYS ? model : model.scaled(FixedLength.days(unit));
        return numbers(customers).boxed().flatMap(customer -> {
            RandomGenerator random = random(customer);
            LocalDate first = firstFrom.plusDays(random.nextLong(ChronoUnit.DAYS.between(firstFrom, firstUntil) + 1));
            double[] days = byDay.purchaseTimes((double) ChronoUnit.DAYS.between(first, until), random);
            double rate = Draws.gamma(spend.q(), spend.v(), random);
            String name = String.format(Locale.ROOT, "customer-%07d", customer + 1);
            return Stream.concat(
                            Stream.of(0.0),
                            Arrays.stream(days).map(Math::ceil).distinct().boxed())
                    .map(day ->
                            new Order(name, first.plusDays(day.longValue()), amount(spend, rate, decimals, random)));
        });
    }

    private static BigDecimal amount(GammaGamma spend, double rate, int decimals, RandomGenerator random) {
        return BigDecimal.valueOf(Draws.gamma(spend.p(), rate, random)).setScale(decimals, RoundingMode.UP);
    }

    private CustomerColumns columns(int customers, Drawing drawing) {
        int[] frequency = new int[Required.between(customers, 0, Integer.MAX_VALUE, "BuyerSimulator.customers")];
        double[] recency = new double[customers];
        double[] age = new double[customers];
        numbers(customers).forEach(customer -> {
            Life life = drawing.life(random(customer));
            frequency[customer] = life.times().length;
            recency[customer] = frequency[customer] == 0 ? 0 : life.times()[frequency[customer] - 1];
            age[customer] = life.age();
        });
        return CustomerColumns.of(frequency, recency, age);
    }

    private static IntStream numbers(int customers) {
        return IntStream.range(0, Required.between(customers, 0, Integer.MAX_VALUE, "BuyerSimulator.customers"));
    }

    /** A source of its own for each customer. */
    private RandomGenerator random(int customer) {
        return RandomSource.of(seed * 0x9E3779B97F4A7C15L + customer);
    }

    private static void requireSpan(double least, double greatest, String component) {
        if (!(greatest >= least && greatest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    component + " must be at least the least age, " + least + ", but was " + greatest + ".");
        }
    }

    private static void requireInOrder(LocalDate before, LocalDate day, String component) {
        Required.present(before, component);
        if (Required.present(day, component).isBefore(before)) {
            throw new IllegalArgumentException(component + " must not be before " + before + ", but was " + day + ".");
        }
    }

    /** How one customer is drawn. */
    @FunctionalInterface
    private interface Drawing {

        Life life(RandomGenerator random);
    }

    /** A customer's age and the times of repeat purchases. */
    @SuppressWarnings("ArrayRecordComponent") // used up at once
    private record Life(double age, double[] times) {}
}
