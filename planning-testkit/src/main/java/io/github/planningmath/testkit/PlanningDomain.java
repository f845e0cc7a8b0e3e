package io.github.planningmath.testkit;

import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Payroll;
import io.github.planningmath.plan.PeopleCost;
import io.github.planningmath.plan.Pin;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Season;
import io.github.planningmath.plan.Target;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Packaging;
import io.github.planningmath.product.Product;
import io.github.planningmath.product.Renewal;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.Leads;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.RepeatByAge;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.Subscription;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.Traffic;
import io.github.planningmath.traffic.TrafficCost;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.SampleReportingFormat;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.domains.DomainContextBase;
import org.jspecify.annotations.Nullable;

/**
 * Arbitraries for the records of the core: {@code @Domain(PlanningDomain.class)} on a property or its class brings them
 * in, and jqwik's own stay.
 *
 * <p>Ranges are realistic and hold the edges of the domain: conversions of 100 %, volumes from a handful of deals to a
 * billion visits, one-month plans, sales cycles longer than the plan and deals that come over months, no customers, conversions of
 * a channel's own, products of one tier and with a process of their own, mixes, conversions and prices that change by month,
 * launches, months in which nothing is sold, known markets, terms of renewal, names whose order differs by code point, case and locale.
 * Denominators are those that people use (percent with up to four decimals, 37/1200), so that counts stay in longs.
 */
@Domain(DomainContext.Global.class)
public class PlanningDomain extends DomainContextBase {

    /** A domain of realistic values and their edge cases. */
    public PlanningDomain() {}

    /**
     * Generates conversions, 100 % among them.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Rate> rates() {
        return QuantityArbitraries.rates();
    }

    /**
     * Generates ratios from 0 to far above 1.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Ratio> ratios() {
        return QuantityArbitraries.ratios();
    }

    /**
     * Generates shares of up to eight parts, some of them 0.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Mix<String>> mixes() {
        return QuantityArbitraries.mixes();
    }

    /**
     * Generates stretches of one to 36 months.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Horizon> horizons() {
        return QuantityArbitraries.horizons();
    }

    /**
     * Generates costs of a visit, free ones among them.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<CostPerVisit> costsPerVisit() {
        return TrafficArbitraries.costs();
    }

    /**
     * Generates costs of traffic.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<TrafficCost> trafficCosts() {
        return TrafficArbitraries.costs().map(TrafficCost.class::cast);
    }

    /**
     * Generates channels with and without a ceiling.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Channel> channels() {
        return TrafficArbitraries.channels();
    }

    /**
     * Generates mixes of up to eight channels.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<ChannelMix> channelMixes() {
        return TrafficArbitraries.channelMixes();
    }

    /**
     * Generates visits of up to eight cells.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Traffic> traffic() {
        return TrafficArbitraries.traffic();
    }

    /**
     * Generates cycles, of one age and over months.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<SalesCycle> salesCycles() {
        return SalesArbitraries.cycles();
    }

    /**
     * Generates sales processes, some with a conversion of its own for a channel.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<SalesProcess> salesProcesses() {
        return SalesArbitraries.processes();
    }

    /**
     * Generates behaviours that are the same at every age.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<ConstantRepeat> constantRepeats() {
        return SalesArbitraries.constantRepeats();
    }

    /**
     * Generates behaviours that change with age.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<RepeatByAge> repeatsByAge() {
        return SalesArbitraries.repeatsByAge();
    }

    /**
     * Generates subscriptions, most of which grow and shrink.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Subscription> subscriptions() {
        return SalesArbitraries.subscriptions();
    }

    /**
     * Generates behaviours of customers, those who buy once among them.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<RepeatBehaviour> repeatBehaviours() {
        return SalesArbitraries.repeatBehaviours();
    }

    /**
     * Generates leads of up to eight cells.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Leads> leads() {
        return SalesArbitraries.leads();
    }

    /**
     * Generates lines of what a seller says.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Packaging> packagings() {
        return ProductArbitraries.packagings();
    }

    /**
     * Generates terms of repeat deals, some of which lose money.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Renewal> renewals() {
        return ProductArbitraries.renewals();
    }

    /**
     * Generates products, some of which lose money.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Product> products() {
        return ProductArbitraries.products();
    }

    /**
     * Generates up to six products, often several of one tier.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Assortment> assortments() {
        return ProductArbitraries.assortments();
    }

    /**
     * Generates the default division of labour and others.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Ownership> ownerships() {
        return PlanArbitraries.ownerships();
    }

    /**
     * Generates seasons, some with months in which nothing is sold.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Season> seasons() {
        return PlanArbitraries.seasons();
    }

    /**
     * Generates costs per month and per year.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<FixedCosts> fixedCosts() {
        return PlanArbitraries.fixedCosts();
    }

    /**
     * Generates payrolls.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Payroll> payrolls() {
        return PlanArbitraries.payrolls();
    }

    /**
     * Generates costs of people.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<PeopleCost> peopleCosts() {
        return PlanArbitraries.payrolls().map(PeopleCost.class::cast);
    }

    /**
     * Generates goals of any measure.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<FinancialGoal> financialGoals() {
        return PlanArbitraries.goals();
    }

    /**
     * Generates positions, empty ones among them.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Position> positions() {
        return PositionArbitraries.positions();
    }

    /**
     * Generates pinned deals.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Pin.Deals> dealsPins() {
        return PlanArbitraries.dealsPins();
    }

    /**
     * Generates pinned leads.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Pin.Leads> leadsPins() {
        return PlanArbitraries.leadsPins();
    }

    /**
     * Generates pins of either kind.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Pin> pins() {
        return Arbitraries.oneOf(dealsPins(), leadsPins());
    }

    /**
     * Generates targets over all products.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Target> targets() {
        return PlanArbitraries.targets();
    }

    /**
     * Generates scopes, any part of them open.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Scope> scopes() {
        return PlanArbitraries.scopes();
    }

    /**
     * Generates constants of mostly small businesses, and of a few with 20 products over 20 channels.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<PlanningConstants> constants() {
        return PlanArbitraries.constants().withoutEdgeCases();
    }

    /**
     * Generates goals, constants and openings that fit each other: volumes from no deal to a million, empty bases,
     * cycles longer than the plan, ceilings. Nothing is pinned.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<PlanDocument> documents() {
        return DocumentArbitraries.documents().withoutEdgeCases();
    }

    /**
     * Generates plans: of documents whose goal is out of reach, the plan for the nearest goal, and for it alone.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Plan> plans() {
        return documents().map(PlanningDomain::plan).filter(Objects::nonNull).withoutEdgeCases();
    }

    /** A plan whose counts do not fit in longs is none. */
    private static @Nullable Plan plan(PlanDocument document) {
        try {
            return document.outcome()
                    .<@Nullable Plan>fold(plan -> plan, refusal -> nearest(document, refusal.nearest()));
        } catch (ArithmeticException tooLarge) {
            return null;
        }
    }

    private static @Nullable Plan nearest(PlanDocument document, @Nullable FinancialGoal nearest) {
        return nearest == null
                ? null
                : document.withGoal(nearest).withTargets(List.of()).outcome().orThrow();
    }

    /** Reports a plan in a failed sample by what it was made of. */
    public static class PlanReport implements SampleReportingFormat {

        /** The format. */
        public PlanReport() {}

        @Override
        public boolean appliesTo(Object value) {
            return value instanceof Plan;
        }

        @Override
        public Object report(Object value) {
            Plan plan = (Plan) value;
            Map<String, Object> parts = new LinkedHashMap<>();
            parts.put("goal", plan.goal().toString());
            parts.put("afterHorizon", plan.goal().afterHorizon().toString());
            parts.put("catchUp", plan.goal().catchUp().toString());
            parts.put("constants", plan.constants().toString());
            parts.put("opening", plan.opening().toString());
            parts.put("targets", plan.targets().toString());
            return parts;
        }
    }
}
