package io.github.planningmath.examples.constantsfromcrm;

import io.github.planningmath.accord.Arbitration;
import io.github.planningmath.evidence.Estimates;
import io.github.planningmath.evidence.FunnelHistory;
import io.github.planningmath.evidence.KnownLeads;
import io.github.planningmath.evidence.LeadCount.Outcome;
import io.github.planningmath.evidence.RateDrift;
import io.github.planningmath.evidence.RateEstimate;
import io.github.planningmath.evidence.RateEstimator;
import io.github.planningmath.evidence.RateRefusal;
import io.github.planningmath.evidence.RateResult;
import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesTier;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the leads of a log say of the constants of a plan.
 *
 * @param source where the leads are from
 * @param history all of them
 * @param window which of them are looked at
 * @param known the leads as known
 * @param given the plan document
 * @param estimates its constants by the leads
 * @param quarrels what is claimed, against the plan
 */
record Study(
        String source,
        FunnelHistory history,
        Window window,
        KnownLeads known,
        PlanDocument given,
        Estimates estimates,
        List<Quarrel> quarrels) {

    /** Months are compared at this age. */
    static final int COMMON_DAYS = 30;

    /**
     * Which leads are looked at.
     *
     * @param until the last day known
     * @param since the first month; absent for all
     * @param observedFrom the first day whose deals are in the log; absent where it is open from the first lead on
     * @param within the age of the rates, in days
     */
    record Window(
            LocalDate until,
            @Nullable YearMonth since,
            @Nullable LocalDate observedFrom,
            int within) {

        KnownLeads of(FunnelHistory history) {
            KnownLeads known = history.knownThrough(until);
            known = observedFrom == null ? known : known.observedFrom(observedFrom);
            return since == null ? known : known.since(since);
        }

        RateEstimator estimator() {
            return RateEstimator.withDefaults().within(within);
        }
    }

    /**
     * Two claims of a conversion, and what the leads say; absent where they say nothing.
     *
     * @param claim what is claimed against the plan
     * @param arbitration which of both the leads favour
     */
    record Quarrel(Claim claim, @Nullable Arbitration arbitration) {}

    static Study of(String source, FunnelHistory history, Window window, PlanDocument given, List<Claim> claims) {
        KnownLeads known = window.of(history);
        if (known.leads() == 0) {
            throw new WrongInputException(source + ": there is no lead in it through " + window.until());
        }
        Estimates estimates = Estimates.of(known, given.constants(), window.estimator());
        List<Quarrel> quarrels = claims.stream()
                .map(claim -> new Quarrel(claim, arbitration(claim, given, estimates)))
                .toList();
        return new Study(source, history, window, known, given, estimates, quarrels);
    }

    private static @Nullable Arbitration arbitration(Claim claim, PlanDocument given, Estimates estimates) {
        Rate planned = given.constants().value(claim.conversion());
        if (planned == null) {
            throw new WrongInputException("--claim " + claim.conversion() + ": the plan has no such conversion");
        }
        RateEstimate estimate = estimate(estimates.rates().get(claim.conversion()));
        return estimate == null ? null : new Arbitration(planned, claim.rate(), estimate.evidence());
    }

    /** What is said, or would be said; absent where nothing is. */
    static @Nullable RateEstimate estimate(@Nullable RateResult result) {
        if (result instanceof RateEstimate estimate) {
            return estimate;
        }
        if (result instanceof RateRefusal.NoPlateau young) {
            return young.estimate();
        }
        return result instanceof RateRefusal.TooFew few ? few.estimate() : null;
    }

    /** The plan with the new constants. */
    PlanDocument document() {
        return given.withConstants(estimates.constants());
    }

    /** Refusals by conversion. */
    Map<Driver<Rate>, RateRefusal> refusals() {
        Map<Driver<Rate>, RateRefusal> refusals = new LinkedHashMap<>();
        estimates.rates().forEach((driver, result) -> {
            if (result instanceof RateRefusal refusal) {
                refusals.put(driver, refusal);
            }
        });
        return refusals;
    }

    /** The rates by month of the tiers of which anything was won at the common age. */
    Map<SalesTier, RateDrift> drifts() {
        Map<SalesTier, RateDrift> drifts = new LinkedHashMap<>();
        estimates.leads().forEach((tier, leads) -> {
            RateDrift drift = RateDrift.of(leads, COMMON_DAYS);
            if (drift != null && drift.months().stream().anyMatch(month -> month.won() > 0)) {
                drifts.put(tier, drift);
            }
        });
        return drifts;
    }

    /** The tier whose leads are drawn: the one with most deals of those with an estimate, or of all. */
    SalesTier drawn() {
        List<SalesTier> tiers = new ArrayList<>(estimates.leads().keySet());
        tiers.removeIf(tier -> !(estimates.rates().get(Driver.managerConversion(tier)) instanceof RateEstimate));
        return (tiers.isEmpty() ? new ArrayList<>(estimates.leads().keySet()) : tiers)
                .stream()
                        .max((one, other) -> Long.compare(won(one), won(other)))
                        .orElseThrow();
    }

    KnownLeads leads(SalesTier tier) {
        return Objects.requireNonNull(estimates.leads().get(tier));
    }

    private long won(SalesTier tier) {
        return leads(tier).leads(Outcome.WON);
    }
}
