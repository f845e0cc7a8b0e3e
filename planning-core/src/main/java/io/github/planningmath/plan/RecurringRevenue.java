package io.github.planningmath.plan;

import static io.github.planningmath.plan.Derivation.Kind.AMOUNT;
import static io.github.planningmath.plan.Derivation.Kind.EXACT;
import static io.github.planningmath.plan.Derivation.Kind.RATIO;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Derivation.Calculated;
import io.github.planningmath.plan.Derivation.Given;
import io.github.planningmath.plan.Derivation.Operator;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.Subscription;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recurring revenue of a product that is sold as a subscription, month by month, and what becomes of it.
 *
 * <p>Of the customers of a month's start, by age: {@code start} is what they pay at the size of their age and the price on renewal of
 * the month before, {@code churn} what those paid who leave, {@code contraction} what those who stay pay less for at that price, and
 * {@code expansion} what they pay more for at the price of the month; another price on renewal than in the month before is, on what
 * they paid for before and still do, expansion where it is higher, contraction where it is lower. In the first month the month before is the first itself. Subscriptions are in billionths, each rounded down once.
 */
final class RecurringRevenue {

    private static final int DECIMALS = 6;
    private static final long MILLION = 1_000_000;

    private final ProductLine line;
    private final ResolvedBusiness business;
    private final ByMonth<Product> product;
    private final Flow[] flows;
    private final long[] atEnd;

    /** Subscriptions of a month's start in billionths, and what becomes of them at the same price; those of who stays at its end. */
    private record Flow(long start, long churn, long contraction, long expansion, long kept) {

        /** What was paid for before and still is. */
        long unchanged() {
            return kept - expansion;
        }
    }

    private RecurringRevenue(ProductLine line, Projection projection) {
        this.line = line;
        business = projection.business();
        product = products(line, business);
        flows = new Flow[line.months()];
        atEnd = new long[line.months()];
        long[][] cohorts = line.customers().cohortsAtEnds(newDeals(projection));
        long[] before = line.customers().openingCohorts();
        for (int month = 0; month < flows.length; month++) {
            flows[month] = flow(before, cohorts[month], subscription(Math.max(0, month - 1)), subscription(month));
            atEnd[month] =
                    Math.addExact(flows[month].kept, subscription(month).size(0).yieldOf(cohorts[month][0]));
            before = cohorts[month];
        }
    }

    /** The recurring revenue of a product; nothing where it is not sold as a subscription in all months. */
    static @Nullable RecurringRevenue of(ProductLine line, Projection projection) {
        ByMonth<Product> product = products(line, projection.business());
        for (int month = 0; month < line.months(); month++) {
            if (!(product.in(month).repeat() instanceof Subscription)) {
                return null;
            }
        }
        return new RecurringRevenue(line, projection);
    }

    private static ByMonth<Product> products(ProductLine line, ResolvedBusiness business) {
        return ByMonth.of(
                business.stretches(),
                constants -> constants.assortment().products().get(line.index()));
    }

    private long[] newDeals(Projection projection) {
        long[] deals = new long[line.months()];
        for (int month = 0; month < deals.length; month++) {
            deals[month] = projection.newDeals(line, 0, month);
        }
        return deals;
    }

    private static Flow flow(long[] before, long[] after, Subscription was, Subscription is) {
        long start = 0;
        long churn = 0;
        long contraction = 0;
        long expansion = 0;
        long kept = 0;
        for (int age = 0; age + 1 < after.length && age < before.length; age++) {
            if (before[age] > 0) {
                long paid = was.size(age).yieldOf(before[age]);
                long stays = was.size(age).yieldOf(after[age + 1]);
                long pays = is.size(age + 1).yieldOf(after[age + 1]);
                long less = is.contraction().yieldOf(stays);
                long more = Math.max(0, pays - stays + less);
                start = Math.addExact(start, paid);
                churn += paid - stays;
                contraction += stays + more - pays;
                expansion = Math.addExact(expansion, more);
                kept = Math.addExact(kept, pays);
            }
        }
        return new Flow(start, churn, contraction, expansion, kept);
    }

    private Subscription subscription(int month) {
        return (Subscription) product.in(month).repeat();
    }

    private BigDecimal price(int month) {
        return product.in(month).renewalPrice();
    }

    private BigDecimal priceBefore(int month) {
        return price(Math.max(0, month - 1));
    }

    /** Whole subscriptions at the end of a month. */
    long subscriptions(int month) {
        return atEnd[month] / Position.NANO;
    }

    /** What they bring a month. */
    BigDecimal atEndOf(int month) {
        return price(month).multiply(BigDecimal.valueOf(subscriptions(month)));
    }

    private static BigDecimal amount(BigDecimal price, long subscriptions) {
        return price.multiply(BigDecimal.valueOf(subscriptions, 9));
    }

    private BigDecimal start(int month) {
        return amount(priceBefore(month), flows[month].start);
    }

    private BigDecimal churn(int month) {
        return amount(priceBefore(month), flows[month].churn);
    }

    /** What another price than in the month before adds to what was paid for before and still is. */
    private BigDecimal dearer(int month) {
        return amount(price(month).subtract(priceBefore(month)), flows[month].unchanged());
    }

    private BigDecimal contraction(int month) {
        return amount(priceBefore(month), flows[month].contraction)
                .add(dearer(month).negate().max(BigDecimal.ZERO));
    }

    private BigDecimal expansion(int month) {
        return amount(price(month), flows[month].expansion).add(dearer(month).max(BigDecimal.ZERO));
    }

    /** Net or gross revenue retention of some products in some months, from the totals; nothing where nothing is paid at a start. */
    static @Nullable NormValue retention(Kpi kpi, Selection selection, List<RecurringRevenue> products) {
        BigDecimal start = BigDecimal.ZERO;
        BigDecimal end = BigDecimal.ZERO;
        for (RecurringRevenue each : products) {
            for (int month = selection.from(); month <= selection.to(); month++) {
                start = start.add(each.start(month));
                end = end.add(each.start(month))
                        .subtract(each.churn(month))
                        .subtract(each.contraction(month))
                        .add(kpi == Kpi.NET_REVENUE_RETENTION ? each.expansion(month) : BigDecimal.ZERO);
            }
        }
        return start.signum() == 0
                ? null
                : new NormValue.Proportion(Ratio.of(
                        end.divide(start, DECIMALS, RoundingMode.HALF_UP)
                                .unscaledValue()
                                .longValueExact(),
                        MILLION));
    }

    /** How it came about, where there is any. */
    static Derivation explained(Kpi kpi, Selection selection, List<RecurringRevenue> products, NormValue value) {
        return Calculated.known(selection.label(kpi), RATIO, Operator.OVER_TO_MILLIONTHS, value, () -> {
            Terms terms = new Terms();
            products.forEach(each -> {
                for (int month = selection.from(); month <= selection.to(); month++) {
                    terms.add(each, month);
                }
            });
            return terms.endAndStart(kpi);
        });
    }

    /** The amounts that a retention of revenue is made of. */
    private static final class Terms {

        private final List<Derivation> start = new ArrayList<>();
        private final List<Derivation> expansion = new ArrayList<>();
        private final List<Derivation> contraction = new ArrayList<>();
        private final List<Derivation> churn = new ArrayList<>();

        void add(RecurringRevenue of, int month) {
            Flow flow = of.flows[month];
            start.add(of.term("recurring revenue at the start", month, flow.start, of.priceBefore(month)));
            churn.add(of.term("churn", month, flow.churn, of.priceBefore(month)));
            contraction.add(of.term("contraction", month, flow.contraction, of.priceBefore(month)));
            expansion.add(of.term("expansion", month, flow.expansion, of.price(month)));
            BigDecimal rise = of.price(month).subtract(of.priceBefore(month));
            if (rise.signum() > 0) {
                expansion.add(of.term("expansion by a higher price", month, flow.unchanged(), rise));
            } else if (rise.signum() < 0) {
                contraction.add(of.term("contraction by a lower price", month, flow.unchanged(), rise.negate()));
            }
        }

        List<Derivation> endAndStart(Kpi kpi) {
            List<Derivation> paid = new ArrayList<>(start);
            if (kpi == Kpi.NET_REVENUE_RETENTION) {
                paid.addAll(expansion);
            }
            List<Derivation> gone = new ArrayList<>(contraction);
            gone.addAll(churn);
            Derivation end = Calculated.of(
                    "recurring revenue of those who were customers at the start",
                    AMOUNT,
                    Operator.DIFFERENCE,
                    List.of(
                            Calculated.sum("recurring revenue at the start, and what is added", AMOUNT, paid),
                            Calculated.sum("contraction and churn", AMOUNT, gone)));
            return List.of(end, Calculated.sum("recurring revenue at the start", AMOUNT, start));
        }
    }

    private Derivation term(String what, int month, long subscriptions, BigDecimal price) {
        String of = " of " + line.product().name() + " in " + business.horizon().month(month);
        return Calculated.of(
                what + of,
                AMOUNT,
                Operator.TIMES,
                List.of(
                        Given.ratio("subscriptions, " + what + of, Ratio.of(subscriptions, Position.NANO)),
                        Given.amount("price on renewal", price)));
    }

    /** The recurring revenue of a month's end, from the subscriptions of each age. */
    Derivation explainedAtEndOf(int month, List<Derivation> byAge) {
        String of = " of " + line.product().name() + " at the end of "
                + business.horizon().month(month);
        return Calculated.known(
                Kpi.RECURRING_REVENUE.label() + of,
                AMOUNT,
                Operator.TIMES,
                new NormValue.Amount(atEndOf(month)),
                () -> List.of(
                        Calculated.known(
                                "subscriptions" + of,
                                Derivation.Kind.COUNT,
                                Operator.MULTIPLY_DOWN,
                                new NormValue.Count(subscriptions(month)),
                                () -> List.of(Calculated.sum("exact subscriptions" + of, EXACT, byAge))),
                        Given.amount("price on renewal", price(month))
                                .on(business.constants()
                                        .row(
                                                business.horizon().month(month),
                                                Driver.renewalPrice(
                                                        line.product().name())))));
    }

    /** What customers of an age pay for at the end of a month. */
    Ratio size(int age, int month) {
        return subscription(month).size(age);
    }
}
