package io.github.planningmath.evidence;

import io.github.planningmath.plan.Basis;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.traffic.ChannelMix;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A plan's mixes: of channels, as leads came, and of products, as what leads are worth in orders, {@code leads * conversion} of their
 * process and channel. Deals made would favour the products that are sold faster.
 */
final class MixConstants {

    private static final String LEADS = "leads";

    /** Shares are said in thousandths where they are no counts. */
    private static final long PARTS = 1_000;

    private final PlanningConstants constants;
    private final List<ProcessLeads> processes;
    private final Map<Driver<Rate>, RateResult> rates;

    MixConstants(PlanningConstants constants, List<ProcessLeads> processes, Map<Driver<Rate>, RateResult> rates) {
        this.constants = constants;
        this.processes = processes;
        this.rates = rates;
    }

    void addTo(Map<Driver<?>, ConstantResult> results) {
        long leads = 0;
        for (ProcessLeads process : processes) {
            if (process.leads().leads() > 0) {
                results.put(process.mix(), channels(process));
            }
            leads += process.leads().leads();
        }
        if (leads > 0 && constants.assortment().products().size() > 1) {
            results.put(Driver.productMix(), products());
        }
    }

    private static ConstantResult channels(ProcessLeads process) {
        Map<String, Ratio> weights = new LinkedHashMap<>();
        long said = 0;
        Set<String> unseen = new TreeSet<>();
        for (String channel : process.process().channels().shares().keySet()) {
            long leads = process.leads().channel(channel).leads();
            said += leads;
            weights.put(channel, Ratio.of(leads));
            if (leads == 0) {
                unseen.add(channel);
            }
        }
        if (said < ConstantRefusal.TooFew.LEAST_TRIALS) {
            return new ConstantRefusal.TooFew(said, process.leads().leads(), LEADS);
        }
        return unseen.isEmpty()
                ? new ConstantEstimate<>(process.mix(), ChannelMix.ofWeights(weights), basis(said, process.leads()))
                : new ConstantRefusal.NothingOf(List.copyOf(unseen), LEADS);
    }

    private static Basis.Measured basis(long observations, KnownLeads known) {
        LocalDate from = known.from() == null ? known.firstDay() : known.from();
        return new Basis.Measured(observations, null, from, known.through());
    }

    private ConstantResult products() {
        Map<String, Ratio> weights = new LinkedHashMap<>();
        List<String> unseen = new ArrayList<>();
        long leads = 0;
        @Nullable KnownLeads all = null;
        for (Product product : constants.assortment().products()) {
            double orders = 0;
            for (ProcessLeads process : processes) {
                KnownLeads own = process.leads().product(product.name());
                for (LeadCount count : own.counts()) {
                    Driver<Rate> driver = process.conversion(count.channel());
                    if (!(rates.get(driver) instanceof RateEstimate estimate)) {
                        return new ConstantRefusal.WithoutRate(driver);
                    }
                    orders += count.leads() * estimate.value();
                    leads += count.leads();
                }
                all = own.leads() == 0 || (all != null && !own.firstDay().isBefore(all.firstDay())) ? all : own;
            }
            weights.put(product.name(), Ratio.fromDouble(orders));
            if (orders == 0) {
                unseen.add(product.name());
            }
        }
        if (leads < ConstantRefusal.TooFew.LEAST_TRIALS || all == null) {
            return new ConstantRefusal.TooFew(leads, leads, LEADS);
        }
        if (!unseen.isEmpty()) {
            return new ConstantRefusal.NothingOf(unseen, LEADS);
        }
        Map<String, Ratio> shares = new LinkedHashMap<>();
        Mix.ofWeights(weights).apportion(PARTS).forEach((product, part) -> shares.put(product, Ratio.of(part, PARTS)));
        return new ConstantEstimate<>(Driver.productMix(), new Mix<>(shares), basis(leads, all));
    }
}
