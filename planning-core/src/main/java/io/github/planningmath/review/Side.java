package io.github.planningmath.review;

import io.github.planningmath.plan.Plan;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One side of a review, plan or fact, complete: its counts and money, and the rates between them month by month. What is not
 * known follows from what is, at the plan's rates, so that a rate that is not known is the plan's.
 */
final class Side {

    final ReviewCells cells;
    final KnownNumbers numbers;
    final FunnelCounts funnel;
    final DealCounts deals;

    /** By product. */
    final CustomerCohorts[] customers;

    final MoneyAmounts money;

    private Side(Plan plan, KnownNumbers numbers, @Nullable Side planned) {
        this.numbers = numbers;
        cells = numbers.cells;
        funnel = new FunnelCounts(plan, numbers, planned == null ? null : planned.funnel);
        deals = new DealCounts(numbers, funnel, planned == null ? null : planned.deals);
        customers = new CustomerCohorts[cells.products];
        for (int p = 0; p < cells.products; p++) {
            double[] won = new double[cells.months];
            boolean[] isAssumed = new boolean[cells.months];
            for (int month = 0; month < cells.months; month++) {
                won[month] = deals.byMonth[month * cells.products + p];
                isAssumed[month] = deals.isAssumed[month * cells.products + p];
            }
            customers[p] = new CustomerCohorts(
                    plan,
                    cells,
                    p,
                    numbers.byMonth(Measure.BASE, p),
                    won,
                    isAssumed,
                    numbers.byMonth(Measure.REPEAT_DEALS, p),
                    planned == null ? null : planned.customers[p]);
        }
        money = new MoneyAmounts(numbers, funnel, deals, customers, planned == null ? null : planned.money);
    }

    /** The plan's side. */
    static Side ofPlan(Plan plan, ReviewCells cells) {
        return new Side(plan, KnownNumbers.of(plan, cells), null);
    }

    /** The fact's side of a plan. */
    static Side ofFact(Plan plan, KnownNumbers known, Side planned) {
        return new Side(plan, known, planned);
    }

    /** Repeat deals of all products. */
    double repeatDeals() {
        return Arrays.stream(customers).mapToDouble(CustomerCohorts::repeats).sum();
    }

    /** Customers of all products at the end. */
    double base() {
        return Arrays.stream(customers).mapToDouble(CustomerCohorts::base).sum();
    }

    /** New and repeat deals of a product. */
    double dealsOfAnyKind(int p) {
        return deals.ofProduct(p) + customers[p].repeats();
    }
}
