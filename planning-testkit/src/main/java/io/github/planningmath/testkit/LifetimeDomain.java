package io.github.planningmath.testkit;

import io.github.planningmath.lifetime.BassDiffusion;
import io.github.planningmath.lifetime.BgBb;
import io.github.planningmath.lifetime.BgNbd;
import io.github.planningmath.lifetime.BuyerModel;
import io.github.planningmath.lifetime.BuyerModelFitter;
import io.github.planningmath.lifetime.BuyerSimulator;
import io.github.planningmath.lifetime.CohortRetention;
import io.github.planningmath.lifetime.CohortTable;
import io.github.planningmath.lifetime.ConstantRetention;
import io.github.planningmath.lifetime.CurveRepeat;
import io.github.planningmath.lifetime.CustomerAcquisition;
import io.github.planningmath.lifetime.CustomerEquity;
import io.github.planningmath.lifetime.CustomerHistories;
import io.github.planningmath.lifetime.CustomerHistories.OrdersRead;
import io.github.planningmath.lifetime.CustomerHistory;
import io.github.planningmath.lifetime.DiscountRate;
import io.github.planningmath.lifetime.Fitted;
import io.github.planningmath.lifetime.Fitted.FittedOn;
import io.github.planningmath.lifetime.Fitted.ParameterEstimate;
import io.github.planningmath.lifetime.FittedModel;
import io.github.planningmath.lifetime.FittedModel.CustomerValue;
import io.github.planningmath.lifetime.GammaGamma;
import io.github.planningmath.lifetime.GivenRetention;
import io.github.planningmath.lifetime.LifetimeHorizon;
import io.github.planningmath.lifetime.LifetimeTerms;
import io.github.planningmath.lifetime.MarketPotential;
import io.github.planningmath.lifetime.MbgNbd;
import io.github.planningmath.lifetime.ModelChoice;
import io.github.planningmath.lifetime.ModelRepeat;
import io.github.planningmath.lifetime.Nbd;
import io.github.planningmath.lifetime.NotFitted;
import io.github.planningmath.lifetime.Order;
import io.github.planningmath.lifetime.ParetoNbd;
import io.github.planningmath.lifetime.Payback;
import io.github.planningmath.lifetime.PurchaseHistory;
import io.github.planningmath.lifetime.RetentionCurve;
import io.github.planningmath.lifetime.ShiftedBetaGeometric;
import io.github.planningmath.lifetime.SpendModel;
import io.github.planningmath.lifetime.ValueToCost;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Arbitraries for the records of lifetime value, and those of {@link PlanningDomain}: {@code @Domain(LifetimeDomain.class)} on
 * a property or its class brings them in.
 *
 * <p>Ranges are realistic and hold what other libraries fail on: no repeat purchase, recency at the age, thousands of
 * purchases, ages of 10,000 days, refunds, shapes below 1 and far above it. Curves are known for ever, discounts are above 0,
 * and spend has a mean, so that every value is finite.
 */
@Domain(DomainContext.Global.class)
@Domain(PlanningDomain.class)
public class LifetimeDomain extends DomainContextBase {

    /** A domain of realistic values and their edge cases. */
    public LifetimeDomain() {}

    /**
     * Generates curves on which the same share stays at each renewal, nobody and everybody among them.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<ConstantRetention> constantRetentions() {
        return RetentionArbitraries.constant();
    }

    /**
     * Generates shifted-beta-geometric curves.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<ShiftedBetaGeometric> shiftedBetaGeometrics() {
        return RetentionArbitraries.shiftedBetaGeometric();
    }

    /**
     * Generates curves observed on cohorts, known for ever.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<CohortRetention> cohortRetentions() {
        return RetentionArbitraries.observed();
    }

    /**
     * Generates curves that a user gave, known for ever.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<GivenRetention> givenRetentions() {
        return RetentionArbitraries.given();
    }

    /**
     * Generates curves of every kind, known for ever.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<RetentionCurve> retentionCurves() {
        return RetentionArbitraries.curves();
    }

    /**
     * Generates cohorts, some of them not yet observed for a period.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<CohortTable.Cohort> cohorts() {
        return RetentionArbitraries.cohorts();
    }

    /**
     * Generates tables of up to four cohorts.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<CohortTable> cohortTables() {
        return RetentionArbitraries.cohortTables();
    }

    /**
     * Generates discount rates above 0.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<DiscountRate> discountRates() {
        return RetentionArbitraries.discounts();
    }

    /**
     * Generates horizons with and without end.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<LifetimeHorizon> lifetimeHorizons() {
        return RetentionArbitraries.horizons();
    }

    /**
     * Generates horizons that end.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<LifetimeHorizon.Periods> lifetimePeriods() {
        return RetentionArbitraries.periods();
    }

    /**
     * Generates terms of contracts with margins of at least 0, whose values are finite.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<LifetimeTerms> lifetimeTerms() {
        return RetentionArbitraries.terms();
    }

    /**
     * Generates BG/NBD models.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<BgNbd> bgNbds() {
        return BuyerArbitraries.bgNbds();
    }

    /**
     * Generates MBG/NBD models.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<MbgNbd> mbgNbds() {
        return BuyerArbitraries.mbgNbds();
    }

    /**
     * Generates Pareto/NBD models.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<ParetoNbd> paretoNbds() {
        return BuyerArbitraries.paretoNbds();
    }

    /**
     * Generates BG/BB models.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<BgBb> bgBbs() {
        return BuyerArbitraries.bgBbs();
    }

    /**
     * Generates buyer models of every family.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<BuyerModel> buyerModels() {
        return BuyerArbitraries.models();
    }

    /**
     * Generates NBD models, under which nobody leaves.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Nbd> nbds() {
        return BuyerArbitraries.nbds();
    }

    /**
     * Generates shops with one price.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<SpendModel.Constant> constantSpends() {
        return BuyerArbitraries.constantSpends();
    }

    /**
     * Generates what models expected of a holdout, and what came.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<ModelChoice.Holdout> holdouts() {
        return BuyerArbitraries.holdouts();
    }

    /**
     * Generates families that were tried, fitted or not.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<ModelChoice.Candidate> candidates() {
        return BuyerArbitraries.candidates();
    }

    /**
     * Generates choices among families.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<ModelChoice> modelChoices() {
        return BuyerArbitraries.choices();
    }

    /**
     * Generates models of spend that have a mean.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<GammaGamma> spends() {
        return BuyerArbitraries.spends();
    }

    /**
     * Generates fitters with and without a ridge.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<BuyerModelFitter> fitters() {
        return BuyerArbitraries.fitters();
    }

    /**
     * Generates simulators.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<BuyerSimulator> simulators() {
        return BuyerArbitraries.simulators();
    }

    /**
     * Generates histories in whole times, which every model accepts: up to 10,000 purchases, recency at the age.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<PurchaseHistory> purchaseHistories() {
        return BuyerArbitraries.histories();
    }

    /**
     * Generates histories of customers with names.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<CustomerHistory> customerHistories() {
        return BuyerArbitraries.customers();
    }

    /**
     * Generates orders, free ones and refunds among them.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Order> orders() {
        return BuyerArbitraries.orders();
    }

    /**
     * Generates bases read from orders, empty ones among them.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<CustomerHistories> customerBases() {
        return BuyerArbitraries.bases();
    }

    /**
     * Generates reports of what became of orders.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<OrdersRead> ordersRead() {
        return BuyerArbitraries.readings();
    }

    /**
     * Generates models of purchases and spend with a base.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<FittedModel> fittedModels() {
        return BuyerArbitraries.fittedModels();
    }

    /**
     * Generates values of customers.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<CustomerValue> customerValues() {
        return BuyerArbitraries.values();
    }

    /**
     * Generates what fits were made on.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<FittedOn> samples() {
        return BuyerArbitraries.samples();
    }

    /**
     * Generates estimates.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<ParameterEstimate> parameterEstimates() {
        return BuyerArbitraries.estimates();
    }

    /**
     * Generates fits, of made-up likelihoods.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Fitted<BuyerModel>> fits() {
        return BuyerArbitraries.fits();
    }

    /**
     * Generates refusals of every reason.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<NotFitted<BuyerModel>> refusals() {
        return BuyerArbitraries.refusals();
    }

    /**
     * Generates behaviours of plans that follow a curve.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<CurveRepeat> curveRepeats() {
        return MarketArbitraries.curveRepeats();
    }

    /**
     * Generates behaviours of plans that follow a model.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<ModelRepeat> modelRepeats() {
        return MarketArbitraries.modelRepeats();
    }

    /**
     * Generates costs of customers won, 0 among them.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<CustomerAcquisition> acquisitions() {
        return MarketArbitraries.acquisitions();
    }

    /**
     * Generates values against costs.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<ValueToCost> valuesToCost() {
        return MarketArbitraries.valuesToCost();
    }

    /**
     * Generates times after which a cost has come back.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Payback.PaidBack> paidBack() {
        return MarketArbitraries.paidBack();
    }

    /**
     * Generates costs that do not come back.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Payback.NotPaidBack> notPaidBack() {
        return MarketArbitraries.notPaidBack();
    }

    /**
     * Generates values of customer bases.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<CustomerEquity> customerEquities() {
        return MarketArbitraries.equities();
    }

    /**
     * Generates market potentials.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<MarketPotential> marketPotentials() {
        return MarketArbitraries.potentials();
    }

    /**
     * Generates diffusions.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<BassDiffusion> diffusions() {
        return MarketArbitraries.diffusions();
    }

    /**
     * Generates years of a diffusion.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<BassDiffusion.Year> diffusionYears() {
        return MarketArbitraries.years();
    }
}
