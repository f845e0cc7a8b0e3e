package io.github.planningmath.testkit;

import io.github.planningmath.accord.ContactAttempts;
import io.github.planningmath.accord.FirstResponse;
import io.github.planningmath.accord.LeadDelivery;
import io.github.planningmath.accord.LeadFeedback;
import io.github.planningmath.accord.Obligation;
import io.github.planningmath.accord.ObligationFact;
import io.github.planningmath.accord.ServiceFact;
import io.github.planningmath.accord.ServiceLevel;
import io.github.planningmath.quantity.Ratio;
import java.time.YearMonth;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Arbitraries for plans with facts and for what departments agree on, and those of {@link PlanningDomain}:
 * {@code @Domain(ReviewDomain.class)} on a property or its class brings them in.
 */
@Domain(DomainContext.Global.class)
@Domain(PlanningDomain.class)
public class ReviewDomain extends DomainContextBase {

    private static final long MOST_LEADS = 1_000_000;
    private static final int MOST_ATTEMPTS = 20;
    private static final int MOST_QUARTERS = 300;

    /** A domain of realistic values and their edge cases. */
    public ReviewDomain() {}

    /**
     * Generates plans with facts that fit them: rough, partly known, zeros among them; now and then just as planned.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<ReviewedPlan> reviewedPlans() {
        return Combinators.combine(
                        new PlanningDomain().plans(),
                        Arbitraries.randoms(),
                        Arbitraries.integers().between(0, 9))
                .as((plan, random, kind) ->
                        new ReviewedPlan(plan, kind == 0 ? PlanFacts.asPlanned(plan) : PlanFacts.rough(plan, random)));
    }

    /**
     * Generates obligations: the standard ones.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Obligation> obligations() {
        return Arbitraries.of(Obligation.standard());
    }

    /**
     * Generates what is known of the standard obligations.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<ObligationFact> obligationFacts() {
        return Combinators.combine(obligations(), months(), parts())
                .as((obligation, month, part) -> new ObligationFact(obligation.name(), month, part.all(), part.some()));
    }

    /**
     * Generates service levels of every kind.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<ServiceLevel> serviceLevels() {
        return Combinators.combine(
                        QuantityArbitraries.name(),
                        QuantityArbitraries.rates(),
                        Arbitraries.longs().between(1, MOST_LEADS),
                        Arbitraries.integers().between(1, MOST_ATTEMPTS),
                        Arbitraries.integers().between(1, MOST_QUARTERS),
                        Arbitraries.integers().between(0, 3))
                .as((name, share, leads, attempts, quarters, kind) -> switch (kind) {
                    case 0 -> new LeadDelivery(name, leads, share);
                    case 1 -> new FirstResponse(name, Ratio.of(quarters, 4), share);
                    case 2 -> new ContactAttempts(name, attempts, share);
                    default -> new LeadFeedback(name, share);
                });
    }

    /**
     * Generates what is known of a service level, months without a lead among them.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<ServiceFact> serviceFacts() {
        return Combinators.combine(QuantityArbitraries.name(), months(), parts())
                .as((name, month, part) -> new ServiceFact(name, month, part.all(), part.some()));
    }

    /** Some of all. */
    private record SomeOfAll(long some, long all) {}

    private static Arbitrary<SomeOfAll> parts() {
        return Arbitraries.longs()
                .between(0, MOST_LEADS)
                .flatMap(all -> Arbitraries.longs().between(0, all).map(some -> new SomeOfAll(some, all)));
    }

    private static Arbitrary<YearMonth> months() {
        return QuantityArbitraries.months();
    }
}
