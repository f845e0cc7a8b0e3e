package io.github.planningmath.plan;

import io.github.planningmath.product.Assortment;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Businesses of two products over two channels, with open leads, a carried fraction of a deal, and repeat deals. */
final class SmallBusinesses {

    private SmallBusinesses() {}

    /** What a plan is made from. */
    record Task(FinancialGoal goal, PlanningConstants constants, Position opening) {

        ResolvedBusiness business() {
            return new ResolvedBusiness(constants, opening, goal.edges(), List.of());
        }

        Task with(FinancialGoal.Measure measure) {
            return new Task(goal.withMeasure(measure), constants, opening);
        }

        /** The same with whole deals asked for throughout, as totals count them. */
        Task settled() {
            return new Task(SettledGoal.of(goal.measure(), goal.amount()), constants, opening);
        }
    }

    static Arbitrary<Task> tasks() {
        return Combinators.combine(constants(), openings(), goals())
                .as((constants, opening, goal) -> new Task(goal, constants, opening));
    }

    private static Arbitrary<FinancialGoal> goals() {
        return Combinators.combine(
                        measures(),
                        Arbitraries.integers().between(-200, 20_000).map(BigDecimal::valueOf),
                        Arbitraries.of(AfterHorizon.goesOn(), AfterHorizon.stops()),
                        Arbitraries.of(CatchUp.class))
                .as(FinancialGoal::new);
    }

    private static Arbitrary<FinancialGoal.Measure> measures() {
        return Arbitraries.of(FinancialGoal.Measure.class);
    }

    private static Arbitrary<PlanningConstants> constants() {
        Arbitrary<Integer> cents = Arbitraries.integers().between(0, 300);
        return Combinators.combine(Arbitraries.integers().between(1, 4), assortments(), processes(), cents, cents)
                .as((months, assortment, process, siteCents, callsCents) -> SmallBusiness.constants()
                        .withHorizon(Horizon.ofMonths(SmallBusiness.JANUARY, months))
                        .withAssortment(assortment)
                        .withChannels(List.of(
                                SmallBusiness.channel(
                                        "site",
                                        "5%",
                                        "40%",
                                        BigDecimal.valueOf(siteCents, 2).toString()),
                                SmallBusiness.channel(
                                        "calls",
                                        "37/1200",
                                        "1",
                                        BigDecimal.valueOf(callsCents, 2).toString())))
                        .withTiers(Map.of(SalesTier.CONSULTATIVE, process)));
    }

    private static Arbitrary<Assortment> assortments() {
        Arbitrary<Integer> weight = Arbitraries.integers().between(0, 9);
        Arbitrary<Ratio> repeat = Arbitraries.of(Ratio.ZERO, Ratio.of(1, 3), Ratio.percent(7), Ratio.ONE);
        return Combinators.combine(weight, weight, Arbitraries.integers().between(1, 1200), repeat, repeat)
                .as((crm, erp, erpPrice, retention, repeats) -> new Assortment(
                        List.of(
                                SmallBusiness.crm(),
                                SmallBusiness.product("erp", erpPrice.toString(), "300")
                                        .withRepeat(new ConstantRepeat(retention, repeats))),
                        Mix.ofWeights(Map.of("crm", Ratio.of(crm + 1), "erp", Ratio.of(erp)))));
    }

    private static Arbitrary<SalesProcess> processes() {
        Arbitrary<Rate> conversion = Arbitraries.of(Rate.ONE, Rate.of(3, 10), Rate.of(1, 7), Rate.percent(4));
        return Combinators.combine(
                        conversion,
                        conversion,
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(1, 9))
                .as((manager, ofCalls, cycle, tenths) -> SalesProcess.of(
                                manager,
                                cycle,
                                ChannelMix.of("site", Rate.of(tenths, 10), "calls", Rate.of(10 - tenths, 10)))
                        .withConversion("calls", ofCalls));
    }

    private static Arbitrary<Position> openings() {
        Arbitrary<Long> leads = Arbitraries.longs().between(0, 40);
        return Combinators.combine(leads, leads, Arbitraries.integers().between(0, 5), Arbitraries.of(true, false))
                .as((first, second, due, carries) -> new Position(
                        SmallBusiness.JANUARY,
                        List.of(Position.Customers.of("erp", 2, first)),
                        List.of(),
                        List.of(
                                Position.OpenLeads.of("crm", "site", SmallBusiness.JANUARY.plusMonths(due), first),
                                Position.OpenLeads.of("erp", "calls", SmallBusiness.JANUARY, second)),
                        carries
                                ? List.of(
                                        new Position.Remainder(Position.Rounded.NEW_DEALS, "crm", null, Ratio.of(2, 3)))
                                : List.of()));
    }
}
