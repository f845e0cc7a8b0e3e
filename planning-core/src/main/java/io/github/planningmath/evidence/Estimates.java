package io.github.planningmath.evidence;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.lifetime.BuyerModelFitter;
import io.github.planningmath.lifetime.CustomerHistories;
import io.github.planningmath.lifetime.ModelRepeat;
import io.github.planningmath.lifetime.PurchaseHistory;
import io.github.planningmath.plan.Basis;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The constants of a plan as a log has them, each with what it rests on. Of leads: manager conversions, by tier, of the leads that ask
 * for its products, or by product where a product has a process of its own, and by channel where a channel has a conversion of its own,
 * the process's being that of the leads of all other channels; with it when deals are made, the sales cycle; the mixes of channels and of
 * products; where two years and more are there, the season; and of products of which five deals or more have an amount, the average check. Of visits, contacts and spend: site conversion,
 * warm-up rate and cost per visit by channel. Of customers: retention and repeat rate by product, or by age where the plan holds them so.
 *
 * <p>What has no estimate keeps its value and is judged, not counted. Leads that do not say what they ask for are of the process of all
 * products, where there is one alone; all others that are of none are counted in {@link #unplaced}.
 *
 * <p>As JSON it is a view, which is not read back: what was estimated or why not, by driver, and what is judged still.
 */
public final class Estimates {

    private static final double LEAST_RATE = 1e-9;
    private static final long PARTS_OF_A_CYCLE = 1_000;

    private final PlanningConstants given;
    private final KnownLeads known;
    private final List<ProcessLeads> processes;
    private final Map<SalesTier, KnownLeads> leads;
    private final Map<Driver<Rate>, RateResult> rates;
    private final Map<Driver<?>, ConstantResult> others;

    private Estimates(
            PlanningConstants given,
            KnownLeads known,
            List<ProcessLeads> processes,
            Map<SalesTier, KnownLeads> leads,
            Map<Driver<Rate>, RateResult> rates,
            Map<Driver<?>, ConstantResult> others) {
        this.given = given;
        this.known = known;
        this.processes = processes;
        this.leads = Collections.unmodifiableMap(leads);
        this.rates = Collections.unmodifiableMap(rates);
        this.others = Collections.unmodifiableMap(others);
    }

    /** As it is written. */
    private record View(
            Map<Driver<Rate>, RateResult> rates,
            Map<Driver<?>, ConstantResult> others,
            List<Driver<?>> judged,
            long unplaced) {}

    @DocumentForm.Written
    View view() {
        return new View(rates, others, judged(), unplaced());
    }

    /**
     * Estimates with rates within 300 days of the lead.
     *
     * @param known the leads
     * @param constants the plan's constants, which say what tiers and channels there are
     * @return the estimates
     */
    public static Estimates of(KnownLeads known, PlanningConstants constants) {
        return of(known, constants, RateEstimator.withDefaults());
    }

    /**
     * Estimates as an estimator makes them.
     *
     * @param known the leads
     * @param constants the plan's constants, which say what tiers and channels there are
     * @param estimator how rates are estimated
     * @return the estimates
     */
    public static Estimates of(KnownLeads known, PlanningConstants constants, RateEstimator estimator) {
        Required.present(known, "Estimates.known");
        Required.present(constants, "Estimates.constants");
        Required.present(estimator, "Estimates.estimator");
        Map<String, SalesTier> tierByProduct = new HashMap<>();
        constants.assortment().products().forEach(product -> tierByProduct.put(product.name(), product.tier()));
        Set<SalesTier> sold = new HashSet<>(tierByProduct.values());
        SalesTier only = sold.size() == 1 ? sold.iterator().next() : null;
        Map<SalesTier, KnownLeads> byTier = new EnumMap<>(SalesTier.class);
        List<ProcessLeads> processes = new ArrayList<>();
        Set<String> own = constants.processByProduct().keySet();
        constants.tiers().forEach((tier, process) -> {
            byTier.put(tier, known.where(count -> tier.equals(tier(count.product(), tierByProduct, only))));
            KnownLeads ofTier = known.where(
                    count -> tier.equals(tier(count.product(), tierByProduct, only)) && !isOf(count.product(), own));
            processes.add(new ProcessLeads(tier, null, process, ofTier));
        });
        constants
                .processByProduct()
                .forEach((product, process) -> processes.add(new ProcessLeads(
                        null, product, process, known.where(count -> product.equals(count.product())))));
        Map<Driver<Rate>, RateResult> rates = new LinkedHashMap<>();
        processes.forEach(each -> addRates(rates, each, estimator));
        Map<Driver<?>, ConstantResult> others = new LinkedHashMap<>();
        new MixConstants(constants, processes, rates).addTo(others);
        new SeasonConstants(known, constants).addTo(others);
        new TrafficConstants(known, constants).addTo(others);
        new CustomerConstants(known, constants).addTo(others);
        return new Estimates(constants, known, processes, byTier, rates, others);
    }

    private static @Nullable SalesTier tier(
            @Nullable String product, Map<String, SalesTier> tierByProduct, @Nullable SalesTier only) {
        return product == null ? only : tierByProduct.get(product);
    }

    private static boolean isOf(@Nullable String product, Set<String> names) {
        return product != null && names.contains(product);
    }

    private static void addRates(Map<Driver<Rate>, RateResult> rates, ProcessLeads process, RateEstimator estimator) {
        Set<String> channels = process.process().conversionByChannel().keySet();
        KnownLeads others = process.others();
        if (others.leads() > 0) {
            rates.put(process.conversion(), estimator.rate(others));
        }
        if (!channels.isEmpty()) {
            estimator
                    .byChannel(process.leads(), channels)
                    .forEach((channel, rate) -> rates.put(process.conversion(channel), rate));
        }
    }

    /**
     * These estimates with those of customers whose leaving nobody sees: a model of when they buy and when they leave is fitted to their
     * histories, and is what the product's customers do.
     *
     * @param product what they buy
     * @param buyers their purchases
     * @return the estimates, with one of the product's repeat behaviour
     * @throws IllegalArgumentException if the plan has no such product
     */
    public Estimates withBuyers(String product, CustomerHistories buyers) {
        Driver<RepeatBehaviour> driver = Driver.repeatBehaviour(product);
        given.value(driver);
        Required.present(buyers, "Estimates.buyers");
        ConstantResult result = BuyerModelFitter.withDefaults()
                .fit(buyers)
                .<ConstantResult>fold(
                        fitted -> new ConstantEstimate<>(
                                driver,
                                new ModelRepeat(fitted.model().buying(), buyers.unit()),
                                new Basis.Measured(
                                        (long) buyers.size(), null, firstDay(buyers), buyers.observedUntil())),
                        why -> new ConstantRefusal.NoModel(why.reason(), why.detail()));
        Map<Driver<?>, ConstantResult> all = new LinkedHashMap<>(others);
        all.remove(Driver.retention(product));
        all.remove(Driver.repeatRate(product));
        all.put(driver, result);
        return new Estimates(given, known, processes, leads, rates, all);
    }

    /** The day of the oldest first purchase, or the day before it. */
    private static LocalDate firstDay(CustomerHistories buyers) {
        double oldest = buyers.histories().stream()
                .mapToDouble(PurchaseHistory::age)
                .max()
                .orElse(0);
        double days = oldest
                * buyers.unit().getDuration().toSeconds()
                / ChronoUnit.DAYS.getDuration().toSeconds();
        return buyers.observedUntil().minusDays((long) Math.ceil(days));
    }

    /**
     * The leads that the estimates are made of.
     *
     * @return by tier of the plan
     */
    public Map<SalesTier, KnownLeads> leads() {
        return leads;
    }

    /**
     * What was estimated of conversions, or why it was not.
     *
     * @return by driver; one of which there are no leads is absent
     */
    public Map<Driver<Rate>, RateResult> rates() {
        return rates;
    }

    /**
     * What was counted or measured of other constants, or why it was not: mixes, site conversions, warm-up rates, costs per visit,
     * retention and repeat sales.
     *
     * @return by driver; one of which the log has nothing is absent
     */
    public Map<Driver<?>, ConstantResult> others() {
        return others;
    }

    /**
     * What was estimated of one constant, or why it was not.
     *
     * @param driver a manager conversion
     * @return the result
     * @throws IllegalArgumentException if there are no leads of it
     */
    public RateResult rate(Driver<Rate> driver) {
        RateResult rate = rates.get(Required.present(driver, "Estimates.driver"));
        if (rate == null) {
            throw new IllegalArgumentException("Estimates.driver must be one of which there are leads, "
                    + rates.keySet() + ", but was " + driver + ".");
        }
        return rate;
    }

    /**
     * What is known of conversions, for whoever weighs claims: also of those that are refused because it is little.
     *
     * @return by driver; one of which nothing at all would be said is absent
     */
    public Map<Driver<Rate>, RateEvidence> evidence() {
        Map<Driver<Rate>, RateEvidence> evidence = new LinkedHashMap<>();
        rates.forEach((driver, rate) -> {
            RateEstimate estimate = Backtest.said(rate);
            if (estimate != null) {
                evidence.put(driver, estimate.evidence());
            }
        });
        return Collections.unmodifiableMap(evidence);
    }

    /**
     * How many leads are of no tier: what they ask for is no product of the plan, or is not said.
     *
     * @return their number
     */
    public long unplaced() {
        return known.leads()
                - processes.stream().mapToLong(each -> each.leads().leads()).sum();
    }

    /**
     * The channels whose visits, contacts or spend are in the log, and the products whose customers are, that the plan does not know.
     *
     * @return their names by code point
     */
    public List<String> unknown() {
        Set<String> names = new TreeSet<>();
        known.traffic().forEach(count -> names.add(count.channel()));
        known.customers().forEach(count -> names.add(count.product()));
        given.channels().forEach(channel -> names.remove(channel.name()));
        given.assortment().products().forEach(product -> names.remove(product.name()));
        return List.copyOf(names);
    }

    /**
     * The constants that were given with what was estimated in all months, and with what it rests on.
     *
     * @return the constants; what has no estimate keeps its value, and its basis
     */
    public PlanningConstants constants() {
        return on(given);
    }

    /**
     * Constants with what was estimated in all months, and with what it rests on: conversions rounded down to nine decimals, or exact
     * where they were counted; sales cycles and the product mix in tenths of a percent; prices rounded down to the currency's minor unit,
     * costs per visit rounded up to nine decimals.
     *
     * @param constants those of a plan with the same products, channels and tiers
     * @return the constants; what has no estimate keeps its value, and its basis
     */
    public PlanningConstants on(PlanningConstants constants) {
        PlanningConstants grounded = Required.present(constants, "Estimates.constants");
        for (ConstantEstimate<?> each : grounded()) {
            grounded = each.on(grounded);
        }
        return grounded;
    }

    /**
     * What the estimated constants rest on.
     *
     * @return by driver
     */
    public Map<Driver<?>, Basis> bases() {
        Map<Driver<?>, Basis> bases = new LinkedHashMap<>();
        grounded().forEach(each -> bases.put(each.driver(), each.basis()));
        return Collections.unmodifiableMap(bases);
    }

    /**
     * The constants of the plan that kept their value: of none of them is there an estimate.
     *
     * @return their drivers, in the order of {@link Driver#all}
     */
    public List<Driver<?>> judged() {
        PlanningConstants grounded = constants();
        Set<Driver<?>> counted = bases().keySet();
        List<Driver<?>> judged = new ArrayList<>();
        for (Driver<?> driver : Driver.all(grounded)) {
            if (!counted.contains(driver)) {
                judged.add(driver);
            }
        }
        return Collections.unmodifiableList(judged);
    }

    private List<ConstantEstimate<?>> grounded() {
        List<ConstantEstimate<?>> grounded = new ArrayList<>();
        for (ProcessLeads process : processes) {
            if (!process.process().stages().isEmpty()) {
                // what stages multiply to is derived from them
                continue;
            }
            addRate(grounded, process.conversion(), process);
            for (String channel : process.process().conversionByChannel().keySet()) {
                addRate(grounded, process.conversion(channel), null);
            }
        }
        addPrices(grounded);
        others.values().forEach(result -> {
            if (result instanceof ConstantEstimate<?> estimate) {
                grounded.add(estimate);
            }
        });
        return grounded;
    }

    private void addRate(List<ConstantEstimate<?>> grounded, Driver<Rate> driver, @Nullable ProcessLeads process) {
        // a rate of 0 is none that a plan can have
        if (rates.get(driver) instanceof RateEstimate estimate && estimate.value() >= LEAST_RATE) {
            grounded.add(new ConstantEstimate<>(driver, value(estimate), estimate.basis()));
            if (process != null) {
                grounded.add(new ConstantEstimate<>(
                        process.cycle(), cycle(weights(process.others(), estimate)), basisOfCycle(estimate)));
            }
        }
    }

    private static Rate value(RateEstimate estimate) {
        RateEvidence evidence = estimate.evidence();
        return estimate.method() == RateEstimate.Method.COUNTED
                ? Rate.of(evidence.won(), evidence.leads())
                : Rate.fromDouble(Math.min(1, estimate.value()));
    }

    /** As months were seen, where the rate is as it was seen; else by the curve, as if deals fell on any day of a month. */
    private static List<Double> weights(KnownLeads leads, RateEstimate estimate) {
        if (estimate.method() == RateEstimate.Method.FITTED_CURVE || leads.foldedToMonths()) {
            return estimate.cycle();
        }
        List<Double> seen = new CalendarCycle(leads, estimate.cycle().size()).weights();
        return seen.stream().anyMatch(weight -> weight > 0) ? seen : estimate.cycle();
    }

    /** Shares that sum to 1 exactly, each within a tenth of a percent of what was estimated. */
    private static SalesCycle cycle(List<Double> seen) {
        Map<Integer, Ratio> weights = new LinkedHashMap<>();
        for (int age = 0; age < seen.size(); age++) {
            weights.put(age, Ratio.fromDouble(seen.get(age)));
        }
        Map<Integer, Long> parts = Mix.ofWeights(weights).apportion(PARTS_OF_A_CYCLE);
        List<Ratio> shares = new ArrayList<>();
        for (int age = 0; age < weights.size(); age++) {
            shares.add(Ratio.of(parts.getOrDefault(age, 0L), PARTS_OF_A_CYCLE));
        }
        while (shares.get(shares.size() - 1).equals(Ratio.ZERO)) {
            shares.remove(shares.size() - 1);
        }
        return new SalesCycle(shares);
    }

    private static Basis basisOfCycle(RateEstimate estimate) {
        Basis.Counted basis = estimate.basis();
        return new Basis.Measured(Math.max(1, basis.successes()), null, basis.from(), basis.through());
    }

    /** Average checks by product, where deals enough have an amount in the plan's currency. */
    private void addPrices(List<ConstantEstimate<?>> grounded) {
        if (!given.currency().equals(known.currency())) {
            return;
        }
        int digits = Math.max(0, given.currency().getDefaultFractionDigits());
        for (Product product : given.assortment().products()) {
            AverageCheck check = AverageCheck.of(sold(product.name()));
            if (check.deals() >= RateRefusal.TooFew.LEAST_DEALS) {
                BigDecimal price = check.mean(digits);
                if (price.signum() > 0) {
                    LocalDate from = known.from() == null ? known.firstDay() : known.from();
                    grounded.add(new ConstantEstimate<>(
                            Driver.price(product.name()),
                            price,
                            new Basis.Measured(check.deals(), check.standardError(), from, known.through())));
                }
            }
        }
    }

    private KnownLeads sold(String product) {
        return known.where(count -> product.equals(count.product()));
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        rates.forEach((driver, rate) -> lines.add(driver + ": " + rate));
        others.forEach((driver, result) ->
                lines.add(result instanceof ConstantEstimate<?> ? result.toString() : driver + ": " + result));
        return String.join("\n", lines);
    }
}
