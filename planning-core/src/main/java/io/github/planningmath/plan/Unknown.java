package io.github.planningmath.plan;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Apportionment;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Traffic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * The one thing that a {@link Solver} may change, and the unit that its value is a whole number of.
 *
 * <p>Of conversions, price and traffic the least value is sought, of costs and of the goal itself the greatest. Of a constant that
 * changes in time one value for all months is sought.
 *
 * <p>As JSON it is a view, which is not read back: its label.
 */
public final class Unknown {

    private static final long NO_LIMIT = WholeUnit.NO_LIMIT;

    /** What is held while the unknown varies, and what varies with it. */
    record Held(PlanningConstants constants, Traffic traffic) {}

    /** The held things with another value of the unknown. */
    private interface Change {
        Held apply(Held held, long units);
    }

    private final String label;
    private final boolean moreIsBetter;
    private final boolean isMoney;
    private final long least;
    private final long most;
    private final Function<Held, BigDecimal> current;
    private final Change change;
    private final LongFunction<NormValue> value;
    private final LongFunction<String> text;

    private Unknown(
            String label,
            boolean moreIsBetter,
            boolean isMoney,
            long least,
            long most,
            Function<Held, BigDecimal> current,
            Change change,
            LongFunction<NormValue> value,
            LongFunction<String> text) {
        this.label = label;
        this.moreIsBetter = moreIsBetter;
        this.isMoney = isMoney;
        this.least = least;
        this.most = most;
        this.current = current;
        this.change = change;
        this.value = value;
        this.text = text;
    }

    /**
     * The least site conversion of a channel.
     *
     * @param channel the channel's name
     * @param unit what the conversion is a whole multiple of, such as 0.01%
     * @return the unknown
     */
    public static Unknown siteConversion(String channel, Rate unit) {
        Required.name(channel, "Unknown.channel");
        return of(Driver.siteConversion(channel), true, new WholeUnit.OfRate(unit, false));
    }

    /**
     * The least warm-up rate of a channel.
     *
     * @param channel the channel's name
     * @param unit what the rate is a whole multiple of
     * @return the unknown
     */
    public static Unknown warmUpRate(String channel, Rate unit) {
        Required.name(channel, "Unknown.channel");
        return of(Driver.warmUpRate(channel), true, new WholeUnit.OfRate(unit, false));
    }

    /**
     * The least manager conversion of a tier. Channels with a conversion of their own keep it.
     *
     * @param tier the tier
     * @param unit what the conversion is a whole multiple of
     * @return the unknown
     */
    public static Unknown managerConversion(SalesTier tier, Rate unit) {
        Required.present(tier, "Unknown.tier");
        return of(Driver.managerConversion(tier), true, new WholeUnit.OfRate(unit, false));
    }

    /**
     * The least manager conversion of a tier's leads from one channel, which must have one of its own.
     *
     * @param tier the tier
     * @param channel the channel's name
     * @param unit what the conversion is a whole multiple of
     * @return the unknown
     */
    public static Unknown managerConversion(SalesTier tier, String channel, Rate unit) {
        Required.present(tier, "Unknown.tier");
        Required.name(channel, "Unknown.channel");
        return of(Driver.managerConversion(tier, channel), true, new WholeUnit.OfRate(unit, false));
    }

    /**
     * The least conversion of a stage of a tier's process.
     *
     * @param tier the tier
     * @param stage the stage's name
     * @param unit what the conversion is a whole multiple of
     * @return the unknown
     */
    public static Unknown stageConversion(SalesTier tier, String stage, Rate unit) {
        Required.present(tier, "Unknown.tier");
        Required.name(stage, "Unknown.stage");
        return of(Driver.stageConversion(tier, stage), true, new WholeUnit.OfRate(unit, false));
    }

    /**
     * The least price of a product.
     *
     * @param product the product's name
     * @param unit what the price is a whole multiple of, above 0, such as 0.01
     * @return the unknown
     */
    public static Unknown price(String product, BigDecimal unit) {
        Required.name(product, "Unknown.product");
        return of(Driver.price(product), true, new WholeUnit.OfAmount(unit, 1));
    }

    /**
     * The greatest unit cost of a product.
     *
     * @param product the product's name
     * @param unit what the cost is a whole multiple of, above 0
     * @return the unknown
     */
    public static Unknown unitCost(String product, BigDecimal unit) {
        Required.name(product, "Unknown.product");
        return of(Driver.unitCost(product), false, new WholeUnit.OfAmount(unit, 0));
    }

    /**
     * The greatest commission of a product, which must have one.
     *
     * @param product the product's name
     * @param unit what the commission is a whole multiple of, such as 0.1%
     * @return the unknown
     */
    public static Unknown commission(String product, Rate unit) {
        Required.name(product, "Unknown.product");
        return of(Driver.commission(product), false, new WholeUnit.OfRate(unit, true));
    }

    /**
     * The least price of a product's repeat deals, which must have one of their own.
     *
     * @param product the product's name
     * @param unit what the price is a whole multiple of, above 0, such as 0.01
     * @return the unknown
     */
    public static Unknown renewalPrice(String product, BigDecimal unit) {
        Required.name(product, "Unknown.product");
        return of(Driver.renewalPrice(product), true, new WholeUnit.OfAmount(unit, 1));
    }

    /**
     * The greatest unit cost of a product's repeat deals, which must have one of their own.
     *
     * @param product the product's name
     * @param unit what the cost is a whole multiple of, above 0
     * @return the unknown
     */
    public static Unknown renewalUnitCost(String product, BigDecimal unit) {
        Required.name(product, "Unknown.product");
        return of(Driver.renewalUnitCost(product), false, new WholeUnit.OfAmount(unit, 0));
    }

    /**
     * How dear a visit over a channel may be, where every visit costs the same.
     *
     * @param channel the channel's name
     * @param unit what the cost is a whole multiple of, above 0, such as 0.01
     * @return the unknown
     */
    public static Unknown costPerVisit(String channel, BigDecimal unit) {
        Required.name(channel, "Unknown.channel");
        return of(Driver.costPerVisit(channel), false, new WholeUnit.OfAmount(unit, 0));
    }

    /**
     * The least retention of a product's customers, where it is the same at every age.
     *
     * @param product the product's name
     * @param unit what the retention is a whole multiple of, above 0, such as 0.1%
     * @return the unknown
     */
    public static Unknown retention(String product, Ratio unit) {
        Required.name(product, "Unknown.product");
        return of(Driver.retention(product), true, new WholeUnit.OfRatio(unit, true));
    }

    /**
     * The least repeat rate of a product's customers, where it is the same at every age.
     *
     * @param product the product's name
     * @param unit what the rate is a whole multiple of, above 0, such as 0.1%
     * @return the unknown
     */
    public static Unknown repeatRate(String product, Ratio unit) {
        Required.name(product, "Unknown.product");
        return of(Driver.repeatRate(product), true, new WholeUnit.OfRatio(unit, false));
    }

    /**
     * The greatest fixed costs, for the period that the constants give them for.
     *
     * @param unit what the costs are a whole multiple of, above 0
     * @return the unknown
     */
    public static Unknown fixedCosts(BigDecimal unit) {
        return ofConstants(
                "fixed costs",
                false,
                new WholeUnit.OfAmount(unit, 0),
                constants -> constants.fixedCosts().amount(),
                (constants, cost) -> constants.with(
                        Driver.fixedCosts(),
                        new FixedCosts(cost, constants.fixedCosts().per())));
    }

    /**
     * The least visits over a channel in the whole horizon. They keep the shape that the held traffic of the channel has
     * over months and products (Webster), and stay within the channel's ceiling in every month.
     *
     * @param channel the channel's name; the held traffic must have visits over it
     * @return the unknown
     */
    public static Unknown traffic(String channel) {
        Required.name(channel, "Unknown.channel");
        return new Unknown(
                "traffic over " + channel,
                true,
                false,
                0,
                NO_LIMIT,
                held -> BigDecimal.valueOf(visits(held, channel)),
                (held, units) -> new Held(held.constants(), scaled(held, channel, units)),
                NormValue.Count::new,
                units -> new NormValue.Count(units).toString());
    }

    private static <T> Unknown of(Driver<T> driver, boolean moreIsBetter, WholeUnit<T> unit) {
        return ofConstants(
                driver.label(),
                moreIsBetter,
                unit,
                constants -> given(driver, constants),
                (constants, value) -> constants.with(driver, value));
    }

    private static <T> T given(Driver<T> driver, PlanningConstants constants) {
        T value = driver.value(constants);
        if (value == null) {
            throw new IllegalArgumentException("Unknown must be a constant that is given, but " + driver
                    + " was absent. Perhaps give it a value to start from, or name the constant that holds instead.");
        }
        return value;
    }

    private static <T> Unknown ofConstants(
            String label,
            boolean moreIsBetter,
            WholeUnit<T> unit,
            Function<PlanningConstants, T> current,
            BiFunction<PlanningConstants, T, PlanningConstants> change) {
        RoundingMode better = moreIsBetter ? RoundingMode.CEILING : RoundingMode.FLOOR;
        return new Unknown(
                label,
                moreIsBetter,
                unit.isMoney(),
                unit.least(),
                unit.most(),
                held -> unit.units(current.apply(held.constants()), better),
                (held, units) -> new Held(change.apply(held.constants(), unit.times(units)), held.traffic()),
                units -> unit.value(unit.times(units)),
                unit::text);
    }

    private static long visits(Held held, String channel) {
        held.constants().channel(channel);
        long sum = 0;
        for (Traffic.Visits cell : held.traffic().cells()) {
            if (cell.channel().equals(channel)) {
                sum = PlanOverflow.sum(sum, cell.count(), "traffic");
            }
        }
        if (sum > 0) {
            return sum;
        }
        throw new IllegalArgumentException("Unknown.traffic must have the shape of visits that are held, but " + channel
                + " has none. Perhaps give the held traffic a visit over it where more are wanted.");
    }

    private static Traffic scaled(Held held, String channel, long visits) {
        List<Traffic.Visits> cells = new ArrayList<>();
        List<Traffic.Visits> shape = new ArrayList<>();
        for (Traffic.Visits cell : held.traffic().cells()) {
            (cell.channel().equals(channel) ? shape : cells).add(cell);
        }
        List<String> names =
                shape.stream().map(cell -> cell.month() + " " + cell.product()).toList();
        List<Ratio> weights = shape.stream().map(cell -> Ratio.of(cell.count())).toList();
        long[] counts = Apportionment.webster(names, weights).split(visits);
        for (int i = 0; i < counts.length; i++) {
            Traffic.Visits cell = shape.get(i);
            cells.add(new Traffic.Visits(cell.month(), cell.product(), channel, counts[i]));
        }
        return new Traffic(cells);
    }

    /**
     * What is unknown.
     *
     * @return a few words, such as "site conversion of site"
     */
    @DocumentForm.Written
    public String label() {
        return label;
    }

    /** Whether a better value brings no less, for it leaves all counts as they are. */
    boolean neverBringsLess() {
        return isMoney;
    }

    /** Places on the way from the worst admissible value to the best; the higher the better. */
    long worst() {
        return moreIsBetter ? least : -most;
    }

    long best() {
        return moreIsBetter ? most : -least;
    }

    /** The place of the held value, or of the next better whole number of units, within the admissible ones. */
    long place(Held held) {
        BigDecimal units = current.apply(held).max(BigDecimal.valueOf(least)).min(BigDecimal.valueOf(most));
        return moreIsBetter ? units.longValueExact() : -units.longValueExact();
    }

    Held at(Held held, long place) {
        return change.apply(held, Math.abs(place));
    }

    NormValue value(long place) {
        return value.apply(Math.abs(place));
    }

    String text(long place) {
        return text.apply(Math.abs(place));
    }

    boolean isUnlimited(long place) {
        return Math.abs(place) == NO_LIMIT;
    }

    @Override
    public String toString() {
        return label;
    }
}
