package io.github.planningmath.testkit;

import io.github.planningmath.plan.Change;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.risk.Doubt;
import io.github.planningmath.risk.Uncertainty;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.domains.DomainContextBase;
import org.jspecify.annotations.Nullable;

/**
 * Arbitraries for plans whose constants are doubted, and those of {@link PlanningDomain}: {@code @Domain(RiskDomain.class)} on a property
 * or its class brings them in.
 */
@Domain(DomainContext.Global.class)
@Domain(PlanningDomain.class)
public class RiskDomain extends DomainContextBase {

    private static final int MOST_TRIALS = 100_000;
    private static final int MOST_DEVIATION = 30;

    /** A domain of doubts of every kind. */
    public RiskDomain() {}

    /**
     * Generates doubts of rates: counted, from a single trial to many.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Doubt> doubts() {
        return Arbitraries.randoms().map(RiskDomain::ofRate);
    }

    /**
     * Generates plans with a doubt on some of their constants, on none now and then; some have something in common.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<DoubtedPlan> doubtedPlans() {
        return Combinators.combine(new PlanningDomain().plans().filter(RiskDomain::keepsStages), Arbitraries.randoms())
                .as((plan, random) -> new DoubtedPlan(plan, uncertainty(plan, random)));
    }

    /** The law of luck follows leads through stages whose conversions do not change. */
    private static boolean keepsStages(Plan plan) {
        return plan.constants().changes().stream().map(Change::constant).allMatch(driver -> driver.stage() == null);
    }

    private static Uncertainty uncertainty(Plan plan, Random random) {
        int oneOf = 1 + random.nextInt(6);
        Uncertainty uncertainty = Uncertainty.none();
        List<Driver<?>> rates = new ArrayList<>();
        for (Driver<?> driver : Driver.all(plan.constants())) {
            if (random.nextInt(oneOf) == 0) {
                Doubt doubt = doubt(plan.constants(), driver, random);
                uncertainty = doubt == null ? uncertainty : uncertainty.with(driver, doubt);
                if (doubt instanceof Doubt.Observed) {
                    rates.add(driver);
                }
            }
        }
        return rates.size() > 1 && random.nextInt(3) == 0 ? uncertainty.together(0.5, rates) : uncertainty;
    }

    /** A rate of 100 % and an amount of 0 cannot change by what they are doubted, so these are left known. */
    private static @Nullable Doubt doubt(PlanningConstants constants, Driver<?> driver, Random random) {
        return switch (driver.kind()) {
            case SITE_CONVERSION, WARM_UP_RATE, MANAGER_CONVERSION, PRODUCT_CONVERSION ->
                Rate.ONE.equals(constants.value(driver)) ? null : ofRate(random);
            case PRICE, UNIT_COST, COST_PER_VISIT ->
                constants.value(driver) instanceof BigDecimal amount && amount.signum() > 0
                        ? Doubt.spread((1 + random.nextInt(MOST_DEVIATION)) + "%")
                        : null;
            default -> null;
        };
    }

    private static Doubt ofRate(Random random) {
        int trials = 1 + random.nextInt(random.nextBoolean() ? 20 : MOST_TRIALS);
        return Doubt.observed(random.nextInt(trials + 1), trials);
    }
}
