package io.github.planningmath.risk;

import io.github.planningmath.plan.DealVolumes;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Projection;
import io.github.planningmath.quantity.Rate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The search for the number of new deals that gives a confidence: its bit length first, then its bits, as {@code DealSearch} does. */
final class ConfidenceSearch {

    /** Numbers of deals up to two to this are tried. */
    private static final int LENGTHS = 31;

    /** Where the growth of the profit is looked at: the plans of so many and of twice as many deals. */
    private static final int FAR = 20;

    /** So many numbers beyond the first are looked at for one that does not suffice. */
    private static final long SAW = 4096;

    /** What comes nearer than this to the limit may be the draws'. */
    private static final double DRAWS_ALLOW = 0.001;

    private final FinancialGoal goal;
    private final DealVolumes<Projection> volumes;
    private final @Nullable Plan plain;
    private final Uncertainty uncertainty;
    private final boolean firm;
    private final PlanRisk base;
    private final Map<Long, Double> chances = new HashMap<>();
    private @Nullable Boolean exactly;

    ConfidenceSearch(
            FinancialGoal goal,
            DealVolumes<Projection> volumes,
            @Nullable Plan plain,
            Uncertainty uncertainty,
            boolean firm) {
        this.goal = goal;
        this.volumes = volumes;
        this.plain = plain;
        this.uncertainty = uncertainty;
        this.firm = firm;
        base = PlanRisk.of(plain == null ? anyPlan(volumes) : plain, uncertainty);
    }

    private static Plan anyPlan(DealVolumes<Projection> volumes) {
        for (long deals = 1L << FAR; deals > 0; deals /= 2) {
            if (volumes.footprint(deals) != null) {
                return volumes.plan(deals);
            }
        }
        return volumes.plan(0);
    }

    Assurance assurance(Rate confidence) {
        double wanted = Confidence.of(confidence, "ConfidencePlanner.confidence");
        if (chance(0) >= wanted) {
            return confident(0);
        }
        int length = shortest(wanted);
        if (length > LENGTHS) {
            length = anyLength(wanted);
        }
        return length > LENGTHS ? unsure(confidence) : confident(number(wanted, length));
    }

    private Assurance confident(long deals) {
        Plan plan = volumes.plan(deals);
        return new Assurance.Confident(plan, base.of(plan).chance(goal), plain);
    }

    /** The least length by halves; more than all of them where the greatest number does not suffice. */
    private int shortest(double wanted) {
        int least = 0;
        int most = LENGTHS + 1;
        while (least < most) {
            int middle = (least + most) / 2;
            if (middle > LENGTHS || suffices(wanted, 1L << middle)) {
                most = middle;
            } else {
                least = middle + 1;
            }
        }
        return least;
    }

    /** The chance may rise and fall again: every length is looked at before it is said that none suffices. */
    private int anyLength(double wanted) {
        for (int length = 0; length <= LENGTHS; length++) {
            if (suffices(wanted, 1L << length)) {
                return length;
            }
        }
        return LENGTHS + 1;
    }

    private long number(double wanted, int length) {
        long tooFew = length == 0 ? 0 : 1L << (length - 1);
        long enough = 1L << length;
        while (enough - tooFew > 1) {
            long middle = tooFew + (enough - tooFew) / 2;
            if (suffices(wanted, middle)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return firm ? firm(wanted, enough) : enough;
    }

    private long firm(double wanted, long first) {
        long last = first - 1;
        double step = 1 / Math.sqrt((double) Math.max(1, first));
        for (long deals = first; deals < last + SAW && chance(deals) < wanted + step; deals++) {
            last = suffices(wanted, deals) ? last : deals;
        }
        return last + 1;
    }

    private boolean suffices(double wanted, long deals) {
        return chance(deals) >= wanted;
    }

    /** The chance with so many deals; 0 where so many cannot be made. */
    private double chance(long deals) {
        Double known = chances.get(deals);
        if (known == null) {
            known = volumes.footprint(deals) == null ? (Double) 0.0 : chance(volumes.plan(deals));
            chances.put(deals, known);
        }
        return known;
    }

    private double chance(Plan plan) {
        LuckOfDraws luck = base.of(plan).luck(goal);
        Boolean known = exactly;
        if (known == null) {
            known = base.luck(goal).wantsExact(goal.amount());
            exactly = known;
        }
        return known
                ? luck.atLeast(goal.amount()).value()
                : luck.approximately(goal.amount().doubleValue());
    }

    private Assurance.Unsure unsure(Rate confidence) {
        double limit = limit(base);
        double most = limit;
        Long at = null;
        for (Map.Entry<Long, Double> each : chances.entrySet()) {
            if (each.getValue() > Math.max(most, limit + DRAWS_ALLOW)
                    || (at != null && each.getValue() == most && each.getKey() < at)) {
                most = each.getValue();
                at = each.getKey();
            }
        }
        return new Assurance.Unsure(goal, confidence, most, at, remedies());
    }

    private List<Assurance.Remedy> remedies() {
        List<Assurance.Remedy> remedies = new ArrayList<>();
        for (Map.Entry<Driver<?>, Doubt> each : uncertainty.doubts().entrySet()) {
            if (each.getValue() instanceof Doubt.Observed observed) {
                Doubt.Observed more =
                        new Doubt.Observed(10 * observed.successes(), 10 * observed.trials(), observed.prior());
                PlanRisk better = PlanRisk.of(base.plan(), uncertainty.with(each.getKey(), more));
                remedies.add(new Assurance.Remedy(each.getKey(), more, limit(better)));
            }
        }
        remedies.sort(Comparator.comparing(Assurance.Remedy::most)
                .reversed()
                .thenComparing(remedy -> remedy.driver().toString()));
        return remedies;
    }

    /** What the chance comes to with ever more deals: that of a profit which grows with them; 0 where there are no two such plans. */
    private double limit(PlanRisk risk) {
        int far = FAR;
        while (far > 0 && volumes.footprint(2L << far) == null) {
            far--;
        }
        if (volumes.footprint(2L << far) == null) {
            return 0;
        }
        LuckModel one = risk.of(volumes.plan(1L << far)).model(goal);
        LuckModel two = risk.of(volumes.plan(2L << far)).model(goal);
        double decided = two.decided().subtract(one.decided()).doubleValue();
        LuckModel.Worksheet first = one.new Worksheet();
        LuckModel.Worksheet second = two.new Worksheet();
        return risk.chanceThatPositive(draws -> {
            double[] k = new double[RawMoments.ORDER];
            first.cumulants(draws, k);
            double less = k[0] + one.decidedByDraw(draws);
            second.cumulants(draws, k);
            return k[0] + two.decidedByDraw(draws) - less + decided;
        });
    }
}
