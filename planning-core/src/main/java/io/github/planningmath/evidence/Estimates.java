package io.github.planningmath.evidence;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.Basis;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The manager conversions of a plan, with its sales cycles and prices, estimated from leads: by tier, of the leads that ask for its products, and by channel where a channel
 * has a conversion of its own; a tier's conversion is then that of the leads of all other channels. With it comes when its deals are made,
 * the tier's sales cycle; and of products of which five deals or more have an amount, the average check.
 *
 * <p>What has no estimate keeps its value and is judged, not counted. Leads that do not say what they ask for are of the tier of all
 * products, where there is one alone; all others that are of no tier are counted in {@link #unplaced}.
 *
 * <p>As JSON it is a view, which is not read back: what was estimated or why not, by driver, and what is judged still.
 */
public final class Estimates {

    private static final double LEAST_RATE = 1e-9;
    private static final long PARTS_OF_A_CYCLE = 1_000;

    private final PlanningConstants given;
    private final Map<SalesTier, KnownLeads> leads;
    private final Map<Driver<Rate>, RateResult> rates;
    private final long unplaced;

    private Estimates(
            PlanningConstants given,
            Map<SalesTier, KnownLeads> leads,
            Map<Driver<Rate>, RateResult> rates,
            long unplaced) {
        this.given = given;
        this.leads = Collections.unmodifiableMap(leads);
        this.rates = rates;
        this.unplaced = unplaced;
    }

    /** As it is written. */
    private record View(Map<Driver<Rate>, RateResult> rates, List<Driver<?>> judged, long unplaced) {}

    @DocumentForm.Written
    View view() {
        return new View(rates, judged(), unplaced);
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
        Required.present(estimator, "Estimates.estimator");
        Map<String, SalesTier> tierByProduct = new HashMap<>();
        for (Product product :
                Required.present(constants, "Estimates.constants").assortment().products()) {
            tierByProduct.put(product.name(), product.tier());
        }
        Set<SalesTier> sold = new HashSet<>(tierByProduct.values());
        @Nullable SalesTier only = sold.size() == 1 ? sold.iterator().next() : null;
        Map<SalesTier, KnownLeads> byTier = new EnumMap<>(SalesTier.class);
        Map<Driver<Rate>, RateResult> rates = new LinkedHashMap<>();
        long placed = 0;
        for (Map.Entry<SalesTier, SalesProcess> entry : constants.tiers().entrySet()) {
            SalesTier tier = entry.getKey();
            KnownLeads leads = known.where(count -> {
                String product = count.product();
                return (product == null ? only : tierByProduct.get(product)) == tier;
            });
            byTier.put(tier, leads);
            placed += leads.leads();
            addRates(rates, tier, entry.getValue().conversionByChannel().keySet(), leads, estimator);
        }
        return new Estimates(constants, byTier, Collections.unmodifiableMap(rates), known.leads() - placed);
    }

    private static void addRates(
            Map<Driver<Rate>, RateResult> rates,
            SalesTier tier,
            Set<String> channels,
            KnownLeads leads,
            RateEstimator estimator) {
        KnownLeads others = leads.where(count -> count.channel() == null || !channels.contains(count.channel()));
        if (others.leads() > 0) {
            rates.put(Driver.managerConversion(tier), estimator.rate(others));
        }
        if (!channels.isEmpty()) {
            estimator
                    .byChannel(leads, channels)
                    .forEach((channel, rate) -> rates.put(Driver.managerConversion(tier, channel), rate));
        }
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
     * What was estimated, or why it was not.
     *
     * @return by driver; one of which there are no leads is absent
     */
    public Map<Driver<Rate>, RateResult> rates() {
        return rates;
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
     * How many leads are of no tier: what they ask for is no product of the plan, or is not said.
     *
     * @return their number
     */
    public long unplaced() {
        return unplaced;
    }

    /**
     * The constants with what was estimated in all months, and with what it rests on: conversions rounded down to nine decimals, or exact
     * where they were counted; sales cycles in tenths of a percent; prices rounded down to the currency's minor unit.
     *
     * @return the constants; what has no estimate keeps its value, and its basis
     */
    public PlanningConstants constants() {
        PlanningConstants grounded = given;
        for (Grounded<?> each : grounded()) {
            grounded = each.in(grounded);
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
        grounded().forEach(each -> bases.put(each.driver, each.basis));
        return Collections.unmodifiableMap(bases);
    }

    /**
     * The constants of the plan that kept their value: of none of them is there an estimate.
     *
     * @return their drivers, in the order of {@link Driver#all}
     */
    public List<Driver<?>> judged() {
        Set<Driver<?>> counted = bases().keySet();
        List<Driver<?>> judged = new ArrayList<>();
        for (Driver<?> driver : Driver.all(given)) {
            if (!counted.contains(driver)) {
                judged.add(driver);
            }
        }
        return Collections.unmodifiableList(judged);
    }

    /** A value with what it rests on. */
    private record Grounded<V>(Driver<V> driver, V value, Basis basis) {

        PlanningConstants in(PlanningConstants constants) {
            return constants.with(driver, value).withBasis(driver, basis);
        }
    }

    private List<Grounded<?>> grounded() {
        List<Grounded<?>> grounded = new ArrayList<>();
        rates.forEach((driver, rate) -> {
            // a rate of 0 is none that a plan can have
            if (rate instanceof RateEstimate estimate && estimate.value() >= LEAST_RATE) {
                grounded.add(new Grounded<>(driver, value(estimate), estimate.basis()));
                SalesTier tier = driver.tier();
                if (tier != null && driver.channel() == null) {
                    grounded.add(new Grounded<>(Driver.salesCycle(tier), cycle(estimate), basisOfCycle(estimate)));
                }
            }
        });
        leads.values().forEach(known -> addPrices(grounded, known));
        return grounded;
    }

    private static Rate value(RateEstimate estimate) {
        RateEvidence evidence = estimate.evidence();
        return estimate.method() == RateEstimate.Method.COUNTED
                ? Rate.of(evidence.won(), evidence.leads())
                : Rate.fromDouble(Math.min(1, estimate.value()));
    }

    /** Shares that sum to 1 exactly, each within a tenth of a percent of what was estimated. */
    private static SalesCycle cycle(RateEstimate estimate) {
        Map<Integer, Ratio> weights = new LinkedHashMap<>();
        for (int age = 0; age < estimate.cycle().size(); age++) {
            weights.put(age, Ratio.fromDouble(estimate.cycle().get(age)));
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
    private void addPrices(List<Grounded<?>> grounded, KnownLeads known) {
        if (!given.currency().equals(known.currency())) {
            return;
        }
        int digits = Math.max(0, given.currency().getDefaultFractionDigits());
        for (Product product : given.assortment().products()) {
            AverageCheck check = AverageCheck.of(known.product(product.name()));
            if (check.deals() >= RateRefusal.TooFew.LEAST_DEALS) {
                BigDecimal price = check.mean(digits);
                if (price.signum() > 0) {
                    LocalDate from = known.from() == null ? known.firstDay() : known.from();
                    grounded.add(new Grounded<>(
                            Driver.price(product.name()),
                            price,
                            new Basis.Measured(check.deals(), check.standardError(), from, known.through())));
                }
            }
        }
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        rates.forEach((driver, rate) -> lines.add(driver + ": " + rate));
        return String.join("\n", lines);
    }
}
