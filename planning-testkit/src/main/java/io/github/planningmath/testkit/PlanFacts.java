package io.github.planningmath.testkit;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanVisitor;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.review.Actuals;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes facts of what was planned. */
final class PlanFacts implements PlanVisitor {

    private static final int KINDS = 6;
    private static final double LEAST = 0.5;

    private final PlanningConstants constants;
    private final @Nullable Random random;
    private final List<Actuals.Cell> cells = new ArrayList<>();

    private PlanFacts(PlanningConstants constants, @Nullable Random random) {
        this.constants = constants;
        this.random = random;
    }

    /** All happened as planned. */
    static Actuals asPlanned(Plan plan) {
        return of(plan, null);
    }

    /**
     * It went otherwise, and is partly known: a count in six is not, one in six is 0, the others are from half to one and a half
     * times what was planned, and no contact comes without a visit and no lead without a contact. Products that nobody buys
     * again go as planned: they may not have more deals than leads.
     */
    static Actuals rough(Plan plan, Random random) {
        return of(plan, random);
    }

    private static Actuals of(Plan plan, @Nullable Random random) {
        PlanFacts facts = new PlanFacts(plan.constants(), random);
        plan.visit(facts);
        return Actuals.from(facts.cells);
    }

    @Override
    public void cell(int month, int product, int channel, long visits, long contacts, long leads) {
        @Nullable Long came = fact(product, visits);
        @Nullable Long left = atMost(fact(product, contacts), came);
        cells.add(Actuals.Cell.of(
                        constants.horizon().month(month),
                        constants.assortment().products().get(product).name(),
                        constants.channels().get(channel).name())
                .withVisits(came)
                .withContacts(left)
                .withLeads(atMost(fact(product, leads), left == null ? came : left)));
    }

    @Override
    public void product(int month, int product, long newDeals, long repeatDeals, long base) {
        cells.add(Actuals.Cell.of(
                        constants.horizon().month(month),
                        constants.assortment().products().get(product).name())
                .withNewDeals(fact(product, newDeals))
                .withRepeatDeals(fact(product, repeatDeals))
                .withBase(fact(product, base)));
    }

    private @Nullable Long fact(int product, long count) {
        if (random == null || !buysAgain(product)) {
            return count;
        }
        return switch (random.nextInt(KINDS)) {
            case 0 -> null;
            case 1 -> 0L;
            default -> Math.round(count * (LEAST + random.nextDouble()));
        };
    }

    /** Nobody leaves a contact who did not come, or becomes a lead who left none. */
    private @Nullable Long atMost(@Nullable Long count, @Nullable Long before) {
        return random == null || count == null || before == null ? count : (Long) Math.min(count, before);
    }

    private boolean buysAgain(int product) {
        return !constants
                .assortment()
                .products()
                .get(product)
                .repeat()
                .repeat(0)
                .equals(Ratio.ZERO);
    }
}
