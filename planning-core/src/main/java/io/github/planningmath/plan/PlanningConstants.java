package io.github.planningmath.plan;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Fraction;
import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.lifetime.MarketPotential;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The common constants that marketing and sales both plan on: what is sold, over which surfaces, at which conversions,
 * and what it costs. A what-if is one line: {@code constants.withChannel("site", c -> c.withSiteConversion(rate))}.
 *
 * <p>Products and channels are referred to by name, so changing one orphans nothing.
 *
 * @param currency the one currency of every amount
 * @param horizon the months of the plan
 * @param season how new deals spread over the months
 * @param assortment the products and their shares of new deals
 * @param channels the communication surfaces, each name once, at least one
 * @param tiers the sales process of every tier that a product of the assortment is in; its mix names known channels
 * @param fixedCosts costs that fall whether anything is sold or not
 * @param peopleCost what the people of both departments cost
 * @param ownership which department answers for which factor
 * @param seasonByProduct the seasons of products that have one of their own, such as a launch
 * @param changes other values of constants from a month on, in order. Made by {@link #from}
 * @param initiatives work that no visit, lead or deal counts, each name once; what it costs falls in months of the horizon
 * @param potentialByProduct how many customers of a product there could be, where that is known: no plan wins more than can be won
 * @param basis what values of constants rest on, in the order of their drivers; each is of the value that the constant has, and
 *     goes with it. Made by {@link #withBasis(Driver, Basis)}
 * @param processByProduct the sales processes of products for which that of their tier will not do; their mixes name known channels
 */
@SuppressWarnings("immutables:incompat") // the builder that users see is written by hand
@Value.Builder
public record PlanningConstants(
        Currency currency,
        Horizon horizon,
        Season season,
        Assortment assortment,
        List<Channel> channels,
        Map<SalesTier, SalesProcess> tiers,
        FixedCosts fixedCosts,
        PeopleCost peopleCost,
        Ownership ownership,
        Map<String, Season> seasonByProduct,
        List<Change> changes,
        List<Initiative> initiatives,
        Map<String, MarketPotential> potentialByProduct,
        List<Basis.Row> basis,
        Map<String, SalesProcess> processByProduct)
        implements WithPlanningConstants {

    private static final Comparator<Basis.Row> BY_DRIVER = Comparator.comparing(
                    (Basis.Row row) -> row.constant().toString())
            .thenComparing(Basis.Row::from, Comparator.nullsFirst(Comparator.naturalOrder()));

    /**
     * A product whose leads come, by a great share, over channels of another approach than its tier wants: everyday goods are found
     * by mass marketing, what is weighed up by an industry's, partnerships by targeted marketing.
     *
     * @param product the product's name
     * @param tier the tier it is sold in
     * @param share the share of its leads that come over these channels
     * @param channels the channels of another approach that feed it
     */
    public record ApproachMismatch(String product, SalesTier tier, Ratio share, List<String> channels) {

        public ApproachMismatch {
            Required.name(product, "ApproachMismatch.product");
            Required.present(tier, "ApproachMismatch.tier");
            Required.present(share, "ApproachMismatch.share");
            channels = Required.list(channels, "ApproachMismatch.channels");
        }

        @Override
        public String toString() {
            return product + " is sold in the " + tier.name().toLowerCase(java.util.Locale.ROOT)
                    + " tier, which wants " + tier.approach().name().toLowerCase(java.util.Locale.ROOT)
                    + " marketing, but " + share + " of its leads come over channels of another approach: "
                    + String.join(", ", channels);
        }
    }

    public PlanningConstants {
        Required.present(currency, "PlanningConstants.currency");
        Required.present(horizon, "PlanningConstants.horizon");
        Required.present(season, "PlanningConstants.season");
        Required.present(assortment, "PlanningConstants.assortment");
        channels = Required.list(channels, "PlanningConstants.channels");
        tiers = copyOf(tiers);
        Required.present(fixedCosts, "PlanningConstants.fixedCosts");
        Required.present(peopleCost, "PlanningConstants.peopleCost");
        Required.present(ownership, "PlanningConstants.ownership");
        requireDistinctChannels(channels);
        requireTiers(assortment, tiers);
        processByProduct = Required.byName(processByProduct, "PlanningConstants.processByProduct");
        processByProduct.keySet().forEach(assortment::product);
        requireKnownChannels(channels, "tiers", tiers);
        requireKnownChannels(channels, "processByProduct", processByProduct);
        if (season.sellsIn(horizon)) {
            season.shares(horizon);
        }
        seasonByProduct = Required.byName(seasonByProduct, "PlanningConstants.seasonByProduct");
        requireSeasons(seasonByProduct, assortment, horizon);
        changes = Changes.inOrder(Required.list(changes, "PlanningConstants.changes"));
        initiatives = Required.list(initiatives, "PlanningConstants.initiatives");
        requireInitiatives(initiatives, horizon);
        potentialByProduct = Required.byName(potentialByProduct, "PlanningConstants.potentialByProduct");
        potentialByProduct.keySet().forEach(assortment::product);
        List<Change> inForce = Changes.withEffects(changes, initiatives);
        if (!inForce.isEmpty()) {
            Changes.require(
                    inForce,
                    new PlanningConstants(
                            currency,
                            horizon,
                            season,
                            assortment,
                            channels,
                            tiers,
                            fixedCosts,
                            peopleCost,
                            ownership,
                            seasonByProduct,
                            List.of(),
                            List.of(),
                            Map.of(),
                            List.of(),
                            processByProduct));
        }
        basis = Required.list(basis, "PlanningConstants.basis");
        if (!basis.isEmpty()) {
            PlanningConstants plain = new PlanningConstants(
                    currency,
                    horizon,
                    season,
                    assortment,
                    channels,
                    tiers,
                    fixedCosts,
                    peopleCost,
                    ownership,
                    seasonByProduct,
                    changes,
                    initiatives,
                    potentialByProduct,
                    List.of(),
                    processByProduct);
            requireOneBasis(basis);
            basis = basis.stream()
                    .map(row -> row.accepted(plain))
                    .sorted(BY_DRIVER)
                    .toList();
        }
    }

    private static void requireOneBasis(List<Basis.Row> basis) {
        Set<String> seen = new HashSet<>();
        for (Basis.Row row : basis) {
            String value = row.constant() + (row.from() == null ? "" : " from " + row.from());
            if (!seen.add(value)) {
                throw new IllegalArgumentException(
                        "PlanningConstants.basis must hold one row of " + value + ", but held two.");
            }
        }
    }

    /** As a document gives them: what it leaves out is as of {@link #builder()}. */
    private record Document(
            Currency currency,
            Horizon horizon,
            @Nullable Season season,
            Assortment assortment,
            List<Channel> channels,
            Map<SalesTier, SalesProcess> tiers,
            @Nullable FixedCosts fixedCosts,
            @Nullable PeopleCost peopleCost,
            @Nullable Ownership ownership,
            @Nullable Map<String, Season> seasonByProduct,
            @Nullable List<Change> changes,
            @Nullable List<Initiative> initiatives,
            @Nullable Map<String, MarketPotential> potentialByProduct,
            @Nullable List<Basis.Row> basis,
            @Nullable Map<String, SalesProcess> processByProduct)
            implements DocumentPart {}

    @DocumentForm.Read
    static PlanningConstants of(Document given) {
        return new PlanningConstants(
                given.currency,
                given.horizon,
                given.season == null ? Season.even() : given.season,
                given.assortment,
                given.channels,
                given.tiers,
                given.fixedCosts == null ? FixedCosts.none() : given.fixedCosts,
                given.peopleCost == null ? Payroll.none() : given.peopleCost,
                given.ownership == null ? Ownership.withDefaults() : given.ownership,
                given.seasonByProduct == null ? Map.of() : given.seasonByProduct,
                given.changes == null ? List.of() : given.changes,
                given.initiatives == null ? List.of() : given.initiatives,
                given.potentialByProduct == null ? Map.of() : given.potentialByProduct,
                given.basis == null ? List.of() : given.basis,
                given.processByProduct == null ? Map.of() : given.processByProduct);
    }

    /**
     * Constants to begin with: every month alike, no fixed costs, nobody paid from the plan, and the default ownership.
     *
     * @param currency the currency's ISO 4217 code, such as EUR
     * @param horizon the months of the plan
     * @param assortment the products and their shares of new deals
     * @param channels the communication surfaces
     * @param tiers the sales process of every tier that is sold in
     * @return the constants; withers change the rest
     * @throws IllegalArgumentException if the parts do not fit each other, or the code is of no currency
     */
    public static PlanningConstants of(
            String currency,
            Horizon horizon,
            Assortment assortment,
            List<Channel> channels,
            Map<SalesTier, SalesProcess> tiers) {
        return new PlanningConstants(
                currency(currency),
                horizon,
                Season.even(),
                assortment,
                channels,
                tiers,
                FixedCosts.none(),
                Payroll.none(),
                Ownership.withDefaults(),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                Map.of());
    }

    /**
     * The channel of a name.
     *
     * @param name a channel's name
     * @return the channel
     * @throws IllegalArgumentException if no channel has that name
     */
    public Channel channel(String name) {
        for (Channel channel : channels) {
            if (channel.name().equals(name)) {
                return channel;
            }
        }
        throw unknownChannel("PlanningConstants.channel", name, channels);
    }

    /**
     * How new deals of a product spread over the months.
     *
     * @param product the product's name
     * @return its own season, or that of all
     * @throws IllegalArgumentException if no product has that name
     */
    public Season season(String product) {
        assortment.product(product);
        return seasonByProduct.getOrDefault(product, season);
    }

    /**
     * These constants with a season of a product's own, such as {@code Season.launch(july, "20%", "60%", "100%")}.
     *
     * @param product the product's name
     * @param own its season
     * @return the changed constants
     * @throws IllegalArgumentException if no product has that name
     */
    public PlanningConstants withSeason(String product, Season own) {
        Map<String, Season> seasons = new LinkedHashMap<>(seasonByProduct);
        seasons.put(
                Required.name(product, "PlanningConstants.product"), Required.present(own, "PlanningConstants.season"));
        return withSeasonByProduct(seasons);
    }

    /**
     * The sales process of a tier.
     *
     * @param tier a tier
     * @return its process
     * @throws IllegalArgumentException if the constants have none for it
     */
    public SalesProcess tier(SalesTier tier) {
        SalesProcess process = tiers.get(tier);
        if (process != null) {
            return process;
        }
        throw new IllegalArgumentException(
                "PlanningConstants.tier must be one of " + tiers.keySet() + ", but was " + tier + ".");
    }

    /**
     * How leads of a product become deals.
     *
     * @param product the product's name
     * @return its own process, or that of its tier
     * @throws IllegalArgumentException if no product has that name
     */
    public SalesProcess process(String product) {
        SalesTier tier = assortment.product(product).tier();
        SalesProcess own = processByProduct.get(product);
        return own == null ? tier(tier) : own;
    }

    /**
     * These constants with a process of a product's own, because that of its tier will not do: its conversion, its cycle, the
     * channels that its leads come from.
     *
     * @param product the product's name
     * @param own its process
     * @return the changed constants
     * @throws IllegalArgumentException if no product has that name, or a channel of its mix is not known
     */
    public PlanningConstants withProcess(String product, SalesProcess own) {
        Map<String, SalesProcess> processes = new LinkedHashMap<>(processByProduct);
        processes.put(
                Required.name(product, "PlanningConstants.product"),
                Required.present(own, "PlanningConstants.process"));
        return withProcessByProduct(processes);
    }

    /**
     * Begins constants, part by part. Currency, horizon, products, channels and the tiers that are sold in must be given; without
     * more, every month is alike, there are no fixed costs, nobody is paid from the plan, and the ownership is the usual one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The value of one constant in the first month. {@code in(month).value(driver)} is its value in another.
     *
     * @param driver which one
     * @param <V> what its values are
     * @return its value; null where it is not given, such as a ceiling that there is not
     * @throws IllegalArgumentException if the driver names a product, channel or tier that these constants do not know
     */
    public <V> @Nullable V value(Driver<V> driver) {
        return Required.present(driver, "PlanningConstants.driver").value(this);
    }

    /**
     * These constants with another value of one of them, in all months: {@code constants.with(Driver.price("crm"), amount)}.
     *
     * @param driver which one
     * @param value its value; its changes in time go
     * @param <V> what its values are
     * @return the changed constants
     * @throws IllegalArgumentException if the driver names something that these constants do not know, or the value is outside
     *     of its set
     */
    public <V> PlanningConstants with(Driver<V> driver, V value) {
        Required.present(driver, "PlanningConstants.driver");
        requireNoEffect(driver, horizon.first(), "with");
        PlanningConstants steady = withChanges(Changes.without(changes, driver, horizon.first()));
        return driver.with(steady, value);
    }

    /**
     * These constants with another value of one of them from a month on: a price rise in July is
     * {@code constants.from(YearMonth.of(2027, 7), Driver.price("crm"), amount)}. A constant acts in the month in which its event
     * happens: a price and a manager conversion in the month of the deal, another conversion or a cost in that of the visit, a
     * channel mix in that of the lead. Prices, unit costs, commissions, retention and repeat rates or the whole repeat behaviour, site
     * conversions, warm-up rates, costs per visit, visit ceilings, channel mixes, manager conversions and fixed costs may change;
     * manager conversions also in the months after the horizon in which deals of its leads are made.
     *
     * <p>After a change of a mix every channel is still due its shares of the leads before: what whole leads left it short of, or
     * gave it beyond, is made good. So no channel is starved by mixes that change often.
     *
     * @param month the month from which on the value is in force
     * @param driver which one
     * @param value its value in that month and all later ones: later changes of it go
     * @param <V> what its values are
     * @return the changed constants
     * @throws IllegalArgumentException if the month is not of the horizon, the constant is none that may change, these constants
     *     do not know what the driver names, or the value is outside of its set
     */
    public <V> PlanningConstants from(YearMonth month, Driver<V> driver, V value) {
        Required.present(month, "PlanningConstants.month");
        Required.present(driver, "PlanningConstants.driver");
        Change change = Changes.of(month, driver, Required.present(value, "PlanningConstants.value"));
        if (month.equals(horizon.first())) {
            return with(driver, value);
        }
        requireNoEffect(driver, month, "from");
        List<Change> changed = Changes.without(changes, driver, month);
        changed.add(change);
        return withChanges(changed);
    }

    /**
     * These constants with one of them changed in every month:
     * {@code constants.changing(Driver.price("crm"), price -> price.add(TEN))}.
     *
     * @param driver which one
     * @param change what becomes of its value, and of each that it has later
     * @param <V> what its values are
     * @return the changed constants
     * @throws IllegalArgumentException if there is no value to be changed, or what becomes of it is outside of its set
     */
    public <V> PlanningConstants changing(Driver<V> driver, UnaryOperator<V> change) {
        V before = value(driver);
        if (before == null) {
            throw new IllegalArgumentException(
                    "PlanningConstants.changing must be of a constant that is given, but was of " + driver
                            + ". Perhaps PlanningConstants.with was meant.");
        }
        return regrounded(constants -> Objects.requireNonNull(Changes.changed(
                constants,
                driver,
                before,
                value -> Required.present(
                        change.apply(value), "Driver." + driver.kind().key()))));
    }

    /**
     * The constants as they are in one month: of none of them a change is ahead.
     *
     * @param month a month of the horizon
     * @return these constants with the values that are in force then, without initiatives: what they change is in the values
     * @throws IllegalArgumentException if the month is outside of the horizon
     */
    public PlanningConstants in(YearMonth month) {
        Required.monthBetween(month, horizon.first(), horizon.last(), "PlanningConstants.month");
        if (changes.isEmpty() && initiatives.isEmpty()) {
            return this;
        }
        PlanningConstants then = Changes.in(month, inForce(), steady());
        return basis.isEmpty() ? then : then.withBasis(basisFrom(month));
    }

    /**
     * All rows that give constants other values from a month on: the changes, and what initiatives bring about.
     *
     * @return the rows in order
     */
    public List<Change> inForce() {
        return Changes.withEffects(changes, initiatives);
    }

    /** Whether one of them has another value from some month on. */
    boolean isChanging(Driver<?> constant) {
        return inForce().stream().anyMatch(change -> change.constant().equals(constant));
    }

    /** The constants of the first month, for good. */
    private PlanningConstants steady() {
        return new PlanningConstants(
                currency,
                horizon,
                season,
                assortment,
                channels,
                tiers,
                fixedCosts,
                peopleCost,
                ownership,
                seasonByProduct,
                List.of(),
                List.of(),
                potentialByProduct,
                List.of(),
                processByProduct);
    }

    /**
     * These constants with the market of a product.
     *
     * @param product the product's name
     * @param potential how many customers there could be, and how many of them can be won
     * @return the changed constants
     * @throws IllegalArgumentException if no product has that name
     */
    public PlanningConstants withPotential(String product, MarketPotential potential) {
        Map<String, MarketPotential> potentials = new LinkedHashMap<>(potentialByProduct);
        potentials.put(
                Required.name(product, "PlanningConstants.product"),
                Required.present(potential, "PlanningConstants.potential"));
        return withPotentialByProduct(potentials);
    }

    /**
     * These constants with an initiative more.
     *
     * @param initiative work for a direction
     * @return the changed constants
     * @throws IllegalArgumentException if there is one of that name, it costs outside of the horizon, or what it changes cannot
     *     change or does already
     */
    public PlanningConstants plus(Initiative initiative) {
        List<Initiative> more = new ArrayList<>(initiatives);
        more.add(Required.present(initiative, "PlanningConstants.initiative"));
        return withInitiatives(more);
    }

    /**
     * What all initiatives cost in a month.
     *
     * @param month a month
     * @return the sum of their costs
     */
    public BigDecimal initiativeCost(YearMonth month) {
        return initiatives.stream().map(each -> each.cost(month)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void requireInitiatives(List<Initiative> initiatives, Horizon horizon) {
        Required.distinct(initiatives.stream().map(Initiative::name).toList(), "PlanningConstants.initiatives");
        for (Initiative initiative : initiatives) {
            for (Initiative.Cost cost : initiative.cost()) {
                Required.monthBetween(cost.month(), horizon.first(), horizon.last(), "Initiative.Cost.month");
            }
        }
    }

    /** An initiative's value would outlive another one that is given for the same months. */
    private void requireNoEffect(Driver<?> driver, YearMonth from, String call) {
        for (Initiative initiative : initiatives) {
            for (Change effect : initiative.effects()) {
                if (effect.constant().equals(driver) && !effect.from().isBefore(from)) {
                    throw new IllegalArgumentException("PlanningConstants." + call + " must leave " + driver
                            + " to the initiative " + initiative.name() + ", which changes it from " + effect.from()
                            + " on. Perhaps changing, for each of its values, was meant.");
                }
            }
        }
    }

    /**
     * These constants over other months. What has changed before the first of them is the value that they begin with; what would
     * change after the last of them acts in none and goes.
     *
     * @param value the months
     * @return the constants over them
     */
    @Override
    public PlanningConstants withHorizon(Horizon value) {
        List<Change> ahead = changes.stream()
                .filter(change -> Changes.isAhead(change, value, this))
                .toList();
        PlanningConstants first = Changes.in(value.first(), inForce(), steady());
        PlanningConstants over = new PlanningConstants(
                currency,
                value,
                season,
                first.assortment,
                first.channels,
                first.tiers,
                first.fixedCosts,
                peopleCost,
                ownership,
                seasonByProduct,
                ahead,
                initiatives.stream().map(each -> each.over(value, this)).toList(),
                potentialByProduct,
                List.of(),
                first.processByProduct);
        if (basis.isEmpty()) {
            return over;
        }
        List<Basis.Row> kept = new ArrayList<>(basisFrom(value.first()));
        for (Basis.Row row : basis) {
            if (row.from() != null && row.from().isAfter(value.first()) && row.isOfBoth(this, over)) {
                kept.add(row);
            }
        }
        return over.withBasis(kept);
    }

    /** What the values rest on that are in force in a month, as of its own. */
    private List<Basis.Row> basisFrom(YearMonth month) {
        List<Basis.Row> rows = new ArrayList<>();
        for (Basis.Row row : basis) {
            if (row.equals(row(month, row.constant()))) {
                rows.add(new Basis.Row(row.constant(), null, row.value(), row.basis()));
            }
        }
        return rows;
    }

    /** What the value of a constant rests on that is in force in a month; null where nobody said so. */
    Basis.@Nullable Row row(YearMonth month, Driver<?> driver) {
        if (basis.isEmpty()) {
            return null;
        }
        YearMonth since = null;
        for (Change change : inForce()) {
            since = change.constant().equals(driver) && !change.from().isAfter(month) ? change.from() : since;
        }
        for (Basis.Row row : basis) {
            if (row.constant().equals(driver) && Objects.equals(row.from(), since)) {
                return row;
            }
        }
        return null;
    }

    /** What the share of a channel's leads rests on that become deals in a month: of its own, or else of the tier's. */
    Basis.@Nullable Row rowOfConversion(YearMonth month, Product product, String channel) {
        if (basis.isEmpty()) {
            return null;
        }
        return row(month, conversion(product, channel, Changes.process(month, product, this)));
    }

    /**
     * Which constant says in the first month what share of a product's leads over a channel become deals: that of the product's own
     * process or of its tier's, the channel's own where it has one. {@code in(month)} knows that of another month.
     *
     * @param product the product's name
     * @param channel the channel's name
     * @return the driver of a manager conversion
     * @throws IllegalArgumentException if no product has that name
     */
    public Driver<Rate> conversion(String product, String channel) {
        return conversion(assortment.product(product), channel, process(product));
    }

    /**
     * The deals that are expected of one lead, by months after it: {@code share(age) * conversion in the month of the deal}, or where
     * leads pass stages the sum over all paths through them. A statistic.
     *
     * @param product the product's name
     * @param channel the name of the channel that brought the lead
     * @param brought the month in which it did
     * @return from age 0 to the last of the sales cycle
     * @throws IllegalArgumentException if no product has that name
     */
    public List<Double> dealsByAge(String product, String channel, YearMonth brought) {
        int ages = process(product).cycleMonths() + 1;
        List<SalesProcess> processes = Changes.processes(brought, ages, assortment.product(product), this);
        if (StageYields.isStaged(processes.get(0))) {
            int deal = processes.get(0).stages().size() - 1;
            return Arrays.stream(StageYields.reached(processes, 0, deal))
                    .map(Fraction::toDouble)
                    .toList();
        }
        return IntStream.range(0, ages)
                .mapToObj(age -> processes.get(age).cycle().share(age).toDouble()
                        * processes.get(age).conversion(channel).toDouble())
                .toList();
    }

    private Driver<Rate> conversion(Product product, String channel, SalesProcess process) {
        boolean isOfChannel = process.conversionByChannel().containsKey(channel);
        if (processByProduct.containsKey(product.name())) {
            return isOfChannel
                    ? Driver.managerConversion(product.name(), channel)
                    : Driver.managerConversion(product.name());
        }
        return isOfChannel
                ? Driver.managerConversion(product.tier(), channel)
                : Driver.managerConversion(product.tier());
    }

    /**
     * What the value of one constant in the first month rests on. {@code in(month).basis(driver)} is that of another month.
     *
     * @param driver which one
     * @return its basis; null where nobody said so
     */
    public @Nullable Basis basis(Driver<?> driver) {
        Basis.Row row = row(horizon.first(), Required.present(driver, "PlanningConstants.driver"));
        return row == null ? null : row.basis();
    }

    /**
     * These constants with what the value of one of them in the first month rests on, as long as it keeps it:
     * {@code constants.with(driver, value).withBasis(driver, basis)}.
     *
     * @param driver which one
     * @param rests what its value rests on
     * @return the changed constants
     * @throws IllegalArgumentException if there is no such constant, or it is not given
     */
    public PlanningConstants withBasis(Driver<?> driver, Basis rests) {
        return withRow(Basis.Row.of(
                Required.present(driver, "PlanningConstants.driver"),
                null,
                Required.present(rests, "PlanningConstants.basis"),
                this));
    }

    /**
     * These constants with what a later value of one of them rests on.
     *
     * @param month the month from which on the value is in force
     * @param driver which one
     * @param rests what its value from then on rests on
     * @return the changed constants
     * @throws IllegalArgumentException if the constant has no other value from the month on
     */
    public PlanningConstants withBasis(YearMonth month, Driver<?> driver, Basis rests) {
        return withRow(Basis.Row.of(
                Required.present(driver, "PlanningConstants.driver"),
                Required.present(month, "PlanningConstants.month"),
                Required.present(rests, "PlanningConstants.basis"),
                this));
    }

    private PlanningConstants withRow(Basis.Row added) {
        List<Basis.Row> rows = new ArrayList<>(basis);
        rows.removeIf(row -> row.constant().equals(added.constant()) && Objects.equals(row.from(), added.from()));
        rows.add(added);
        return withBasis(rows);
    }

    /** What becomes of these constants, with what the values rest on that are the same afterwards. */
    private PlanningConstants regrounded(UnaryOperator<PlanningConstants> change) {
        if (basis.isEmpty()) {
            return change.apply(this);
        }
        PlanningConstants after = change.apply(withBasis(List.of()));
        return after.withBasis(
                basis.stream().filter(row -> row.isOfBoth(this, after)).toList());
    }

    /**
     * These constants with another assortment.
     *
     * @param value the products and their shares of new deals
     * @return the changed constants
     * @throws IllegalArgumentException if it has another value of what changes in time
     */
    @Override
    public PlanningConstants withAssortment(Assortment value) {
        return basis.isEmpty()
                ? kept(WithPlanningConstants.super.withAssortment(value), "withProduct")
                : regrounded(constants -> constants.withAssortment(value));
    }

    /**
     * These constants with other channels.
     *
     * @param value the communication surfaces
     * @return the changed constants
     * @throws IllegalArgumentException if they have another value of what changes in time
     */
    @Override
    public PlanningConstants withChannels(List<Channel> value) {
        return basis.isEmpty()
                ? kept(WithPlanningConstants.super.withChannels(value), "withChannel")
                : regrounded(constants -> constants.withChannels(value));
    }

    /**
     * These constants with other processes.
     *
     * @param value the sales process of every tier that a product of the assortment is in
     * @return the changed constants
     * @throws IllegalArgumentException if they have another value of what changes in time
     */
    @Override
    public PlanningConstants withTiers(Map<SalesTier, SalesProcess> value) {
        return basis.isEmpty()
                ? kept(WithPlanningConstants.super.withTiers(value), "withTier")
                : regrounded(constants -> constants.withTiers(value));
    }

    /**
     * These constants with other processes of products.
     *
     * @param value by product that has one of its own
     * @return the changed constants
     * @throws IllegalArgumentException if they have another value of what changes in time
     */
    @Override
    public PlanningConstants withProcessByProduct(Map<String, SalesProcess> value) {
        return basis.isEmpty()
                ? kept(WithPlanningConstants.super.withProcessByProduct(value), "withProcess")
                : regrounded(constants -> constants.withProcessByProduct(value));
    }

    /**
     * These constants with other fixed costs.
     *
     * @param value costs that fall whether anything is sold or not
     * @return the changed constants
     * @throws IllegalArgumentException if the fixed costs change in time
     */
    @Override
    public PlanningConstants withFixedCosts(FixedCosts value) {
        return basis.isEmpty()
                ? kept(WithPlanningConstants.super.withFixedCosts(value), "withFixedCosts")
                : regrounded(constants -> constants.withFixedCosts(value));
    }

    /**
     * These constants with their numbers in another currency. What another value than before rested on goes.
     *
     * @param value the one currency of every amount
     * @return the changed constants
     */
    @Override
    public PlanningConstants withCurrency(Currency value) {
        return basis.isEmpty()
                ? WithPlanningConstants.super.withCurrency(value)
                : regrounded(constants -> constants.withCurrency(value));
    }

    /**
     * These constants with another season. What another value than before rested on goes.
     *
     * @param value how new deals spread over the months
     * @return the changed constants
     */
    @Override
    public PlanningConstants withSeason(Season value) {
        return basis.isEmpty()
                ? WithPlanningConstants.super.withSeason(value)
                : regrounded(constants -> constants.withSeason(value));
    }

    /**
     * These constants with other people. What another value than before rested on goes.
     *
     * @param value what the people of both departments cost
     * @return the changed constants
     */
    @Override
    public PlanningConstants withPeopleCost(PeopleCost value) {
        return basis.isEmpty()
                ? WithPlanningConstants.super.withPeopleCost(value)
                : regrounded(constants -> constants.withPeopleCost(value));
    }

    /**
     * These constants with other seasons of products. What another value than before rested on goes.
     *
     * @param value by product that has one of its own
     * @return the changed constants
     */
    @Override
    public PlanningConstants withSeasonByProduct(Map<String, Season> value) {
        return basis.isEmpty()
                ? WithPlanningConstants.super.withSeasonByProduct(value)
                : regrounded(constants -> constants.withSeasonByProduct(value));
    }

    /**
     * These constants with other changes in time. What another value than before rested on goes.
     *
     * @param value other values of constants from a month on
     * @return the changed constants
     */
    @Override
    public PlanningConstants withChanges(List<Change> value) {
        return basis.isEmpty()
                ? WithPlanningConstants.super.withChanges(value)
                : regrounded(constants -> constants.withChanges(value));
    }

    /**
     * These constants with other initiatives. What another value than before rested on goes.
     *
     * @param value work that no visit, lead or deal counts
     * @return the changed constants
     */
    @Override
    public PlanningConstants withInitiatives(List<Initiative> value) {
        return basis.isEmpty()
                ? WithPlanningConstants.super.withInitiatives(value)
                : regrounded(constants -> constants.withInitiatives(value));
    }

    /**
     * These constants with other markets. What another value than before rested on goes.
     *
     * @param value by product, where that is known
     * @return the changed constants
     */
    @Override
    public PlanningConstants withPotentialByProduct(Map<String, MarketPotential> value) {
        return basis.isEmpty()
                ? WithPlanningConstants.super.withPotentialByProduct(value)
                : regrounded(constants -> constants.withPotentialByProduct(value));
    }

    private PlanningConstants kept(PlanningConstants after, String call) {
        Changes.requireKept(inForce(), this, after, call);
        return after;
    }

    /**
     * These constants with one channel changed; whatever refers to it by name still does.
     *
     * @param name the channel's name
     * @param change what becomes of it; the name stays
     * @return the changed constants
     * @throws IllegalArgumentException if no channel has that name
     */
    public PlanningConstants withChannel(String name, UnaryOperator<Channel> change) {
        Channel before = channel(name);
        Channel after = Required.present(change.apply(before), "PlanningConstants.withChannel");
        if (!after.name().equals(name)) {
            throw new IllegalArgumentException("PlanningConstants.withChannel must keep the name " + name + ", but was "
                    + after.name() + ". Perhaps PlanningConstants.withChannels was meant.");
        }
        List<Channel> changed = new ArrayList<>(channels);
        changed.set(channels.indexOf(before), after);
        return withChannels(changed);
    }

    /**
     * These constants with one product changed.
     *
     * @param name the product's name
     * @param change what becomes of it; the name stays
     * @return the changed constants
     * @throws IllegalArgumentException if no product has that name
     */
    public PlanningConstants withProduct(String name, UnaryOperator<Product> change) {
        return withAssortment(assortment.withProduct(name, change));
    }

    /**
     * These constants with one tier's sales process changed.
     *
     * @param tier the tier
     * @param change what becomes of its process
     * @return the changed constants
     * @throws IllegalArgumentException if the constants have no process for the tier
     */
    public PlanningConstants withTier(SalesTier tier, UnaryOperator<SalesProcess> change) {
        Map<SalesTier, SalesProcess> changed = new EnumMap<>(tiers);
        changed.put(tier, change.apply(tier(tier)));
        return withTiers(changed);
    }

    /**
     * Products of which half the leads or more come over channels of another approach than their tier wants: the plan adds up, the
     * money is likely wasted. By the mixes of the first month: {@code in(month)} has those of another.
     *
     * @return the mismatches in the assortment's order; empty if there are none
     */
    public List<ApproachMismatch> approachMismatches() {
        return approachMismatches(Rate.of(1, 2));
    }

    /**
     * Products of which so great a share of leads or a greater one comes over channels of another approach than their tier wants
     * ({@link SalesTier#approach()}).
     *
     * @param atLeast the share from which on a product is named
     * @return the mismatches in the assortment's order; empty if there are none
     */
    public List<ApproachMismatch> approachMismatches(Rate atLeast) {
        Required.present(atLeast, "PlanningConstants.atLeast");
        List<ApproachMismatch> mismatches = new ArrayList<>();
        for (Product product : assortment.products()) {
            Map<String, Rate> shares = process(product.name()).channels().shares();
            List<String> others = shares.keySet().stream()
                    .filter(name -> channel(name).approach() != product.tier().approach())
                    .toList();
            Ratio share = others.stream()
                    .map(name -> Required.present(shares.get(name), "ChannelMix.shares")
                            .toRatio())
                    .reduce(Ratio.ZERO, Ratio::plus);
            if (share.compareTo(atLeast.toRatio()) >= 0) {
                mismatches.add(new ApproachMismatch(product.name(), product.tier(), share, others));
            }
        }
        return mismatches;
    }

    /**
     * Products that people sell, but that are not packaged: nobody has written down what a customer gets out of them. Materials,
     * scripts and training rest on that.
     *
     * @return their names in the assortment's order; empty if there are none
     */
    public List<String> unpackagedProducts() {
        return soldInPerson(product -> product.packaging().isEmpty());
    }

    /**
     * Products that people sell without a formulated offer ({@link Product#proposition()}).
     *
     * @return their names in the assortment's order; empty if there are none
     */
    public List<String> productsWithoutProposition() {
        return soldInPerson(product -> product.proposition() == null);
    }

    private List<String> soldInPerson(Predicate<Product> lacking) {
        return assortment.products().stream()
                .filter(product -> product.tier().needsManagers())
                .filter(lacking)
                .map(Product::name)
                .toList();
    }

    private static Currency currency(String code) {
        Required.present(code, "PlanningConstants.currency");
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "PlanningConstants.currency must be an ISO 4217 code such as EUR, but was " + code + "."));
    }

    private static Map<SalesTier, SalesProcess> copyOf(Map<SalesTier, SalesProcess> tiers) {
        Required.present(tiers, "PlanningConstants.tiers");
        Map<SalesTier, SalesProcess> copy = new LinkedHashMap<>();
        for (SalesTier tier : SalesTier.values()) {
            if (tiers.containsKey(tier)) {
                copy.put(tier, Required.present(tiers.get(tier), "PlanningConstants.tiers." + tier));
            }
        }
        return Collections.unmodifiableMap(copy);
    }

    private static void requireDistinctChannels(List<Channel> channels) {
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("PlanningConstants.channels must hold at least one, but was empty.");
        }
        Required.distinct(channels.stream().map(Channel::name).toList(), "PlanningConstants.channels");
    }

    private static void requireTiers(Assortment assortment, Map<SalesTier, SalesProcess> tiers) {
        for (Product product : assortment.products()) {
            if (!tiers.containsKey(product.tier())) {
                throw new IllegalArgumentException("PlanningConstants.tiers must give the sales process of every tier"
                        + " that is sold in, but " + product.tier() + " of product " + product.name()
                        + " was missing.");
            }
        }
    }

    private static void requireSeasons(Map<String, Season> seasons, Assortment assortment, Horizon horizon) {
        seasons.forEach((product, season) -> {
            assortment.product(product);
            if (season.sellsIn(horizon)) {
                season.shares(horizon);
            }
        });
    }

    private static void requireKnownChannels(List<Channel> channels, String component, Map<?, SalesProcess> processes) {
        List<String> known = channels.stream().map(Channel::name).toList();
        processes.forEach((of, process) -> {
            String named = "PlanningConstants." + component + "." + of;
            requireKnown(process.channels().shares().keySet(), known, named + ".channels", channels);
            requireKnown(process.conversionByChannel().keySet(), known, named + ".conversionByChannel", channels);
        });
    }

    private static void requireKnown(Set<String> names, List<String> known, String component, List<Channel> channels) {
        for (String name : names) {
            if (!known.contains(name)) {
                throw unknownChannel(component, name, channels);
            }
        }
    }

    private static IllegalArgumentException unknownChannel(String component, String name, List<Channel> channels) {
        return new IllegalArgumentException(component + " must name a known channel ("
                + String.join(", ", channels.stream().map(Channel::name).toList()) + "), but was " + name + ".");
    }

    /** Constants in the making, each part under its name. */
    public static final class Builder {

        private final List<Product> products = new ArrayList<>();
        private final Map<String, Ratio> mix = new LinkedHashMap<>();
        private final List<Channel> channels = new ArrayList<>();
        private final Map<SalesTier, SalesProcess> tiers = new EnumMap<>(SalesTier.class);
        private @Nullable Currency currency;
        private @Nullable Horizon horizon;
        private Season season = Season.even();
        private final Map<String, Season> seasons = new LinkedHashMap<>();
        private final Map<String, SalesProcess> processes = new LinkedHashMap<>();
        private FixedCosts fixedCosts = FixedCosts.none();
        private PeopleCost peopleCost = Payroll.none();
        private Ownership ownership = Ownership.withDefaults();
        private final List<Initiative> initiatives = new ArrayList<>();
        private final Map<String, MarketPotential> potentials = new LinkedHashMap<>();

        private Builder() {}

        /**
         * The one currency of every amount.
         *
         * @param code the currency's ISO 4217 code, such as EUR
         * @return this builder
         */
        public Builder currency(String code) {
            currency = PlanningConstants.currency(code);
            return this;
        }

        /**
         * The months of the plan.
         *
         * @param horizon such as {@code Horizon.year(2027)}
         * @return this builder
         */
        public Builder horizon(Horizon horizon) {
            this.horizon = horizon;
            return this;
        }

        /**
         * How new deals spread over the months.
         *
         * @param season an index for each month
         * @return this builder
         */
        public Builder season(Season season) {
            this.season = season;
            return this;
        }

        /**
         * How new deals of one product spread over the months, where that is another way than all do.
         *
         * @param product the product's name
         * @param own its season, such as a launch
         * @return this builder
         */
        public Builder season(String product, Season own) {
            seasons.put(Required.name(product, "PlanningConstants.product"), own);
            return this;
        }

        /**
         * The only product.
         *
         * @param product the product
         * @return this builder
         */
        public Builder product(Product product) {
            return product(product, "100%");
        }

        /**
         * A product, beside those that were added before.
         *
         * @param product the product
         * @param share its share of new deals, such as {@code "60%"}
         * @return this builder
         */
        public Builder product(Product product, String share) {
            products.add(product);
            mix.put(product.name(), Ratio.parse(share));
            return this;
        }

        /**
         * A communication surface, beside those that were added before.
         *
         * @param channel the channel
         * @return this builder
         */
        public Builder channel(Channel channel) {
            channels.add(channel);
            return this;
        }

        /**
         * How a tier sells.
         *
         * @param tier the tier
         * @param process its process
         * @return this builder
         */
        public Builder tier(SalesTier tier, SalesProcess process) {
            if (tiers.putIfAbsent(Required.present(tier, "PlanningConstants.tier"), process) != null) {
                throw new IllegalArgumentException(
                        "PlanningConstants.tiers must name a tier once, but was given " + tier + " twice.");
            }
            return this;
        }

        /**
         * The process of a product for which that of its tier will not do.
         *
         * @param product the product's name
         * @param own its process
         * @return this builder
         */
        public Builder process(String product, SalesProcess own) {
            processes.put(Required.name(product, "PlanningConstants.product"), own);
            return this;
        }

        /**
         * What falls whether anything is sold or not.
         *
         * @param fixedCosts by month or year
         * @return this builder
         */
        public Builder fixedCosts(FixedCosts fixedCosts) {
            this.fixedCosts = fixedCosts;
            return this;
        }

        /**
         * What the people of both departments cost.
         *
         * @param peopleCost a payroll, a team, or several
         * @return this builder
         */
        public Builder peopleCost(PeopleCost peopleCost) {
            this.peopleCost = peopleCost;
            return this;
        }

        /**
         * Which department answers for which factor.
         *
         * @param ownership complete
         * @return this builder
         */
        public Builder ownership(Ownership ownership) {
            this.ownership = ownership;
            return this;
        }

        /**
         * How many customers of a product there could be.
         *
         * @param product the product's name
         * @param potential the market, and what of it can be won
         * @return this builder
         */
        public Builder potential(String product, MarketPotential potential) {
            potentials.put(Required.name(product, "PlanningConstants.product"), potential);
            return this;
        }

        /**
         * Work for a direction, beside what was added before.
         *
         * @param initiative the work, with its cost
         * @return this builder
         */
        public Builder initiative(Initiative initiative) {
            initiatives.add(initiative);
            return this;
        }

        /**
         * The constants.
         *
         * @return them
         * @throws NullPointerException if a part is missing
         * @throws IllegalArgumentException if the parts do not fit each other
         */
        public PlanningConstants build() {
            return new PlanningConstants(
                    Required.present(currency, "PlanningConstants.currency"),
                    Required.present(horizon, "PlanningConstants.horizon"),
                    season,
                    new Assortment(products, new Mix<>(mix)),
                    channels,
                    tiers,
                    fixedCosts,
                    peopleCost,
                    ownership,
                    seasons,
                    List.of(),
                    initiatives,
                    potentials,
                    List.of(),
                    processes);
        }
    }
}
