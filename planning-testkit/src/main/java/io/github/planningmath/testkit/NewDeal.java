package io.github.planningmath.testkit;

import io.github.planningmath.plan.AfterHorizon;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Payroll;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.traffic.Channel;
import java.math.BigDecimal;
import java.util.Map;

/** About what a new deal adds to a goal's measure, so that a goal takes about as many deals as a scenario wants. */
final class NewDeal {

    private final PlanningConstants constants;

    NewDeal(PlanningConstants constants) {
        this.constants = constants;
    }

    /** Over the product mix, without repeat deals and rounding. */
    double worth(FinancialGoal.Measure measure) {
        double sum = 0;
        for (Product product : constants.assortment().products()) {
            double share = constants.assortment().mix().share(product.name()).toDouble();
            sum += share * worth(measure, product);
        }
        return sum;
    }

    private double worth(FinancialGoal.Measure measure, Product product) {
        return switch (measure) {
            case DEALS -> 1;
            case CUSTOMERS -> leastLeft(product);
            case REVENUE -> product.price().doubleValue();
            case CONTRIBUTION -> product.contribution().doubleValue();
            case PROFIT -> product.contribution().doubleValue() - leadCost(constants.process(product.name()));
        };
    }

    /** Of a customer won in the first month, the part that is left at the end. */
    private double leastLeft(Product product) {
        double left = 1;
        for (int age = 0; age < constants.horizon().months() - 1; age++) {
            left *= product.repeat().retention(age).toDouble();
        }
        return left;
    }

    private double leadCost(SalesProcess process) {
        double costPerLead = 0;
        double dealsPerLead = 0;
        for (Map.Entry<String, Rate> share : process.channels().shares().entrySet()) {
            Channel channel = constants.channel(share.getKey());
            double leads = share.getValue().toDouble();
            costPerLead += leads * costOfAVisit(channel) / channel.leadRate().toDouble();
            dealsPerLead += leads * process.conversion(channel.name()).toDouble();
        }
        return costPerLead / dealsPerLead;
    }

    /** Whether a deal more of any product always raises a goal's measure, the whole leads and visits it may take paid. */
    boolean alwaysPays(FinancialGoal goal) {
        if (goal.measure() != FinancialGoal.Measure.PROFIT) {
            return true;
        }
        return constants.peopleCost() instanceof Payroll
                && constants.assortment().products().stream()
                        .allMatch(product -> product.contribution().doubleValue()
                                > mostTrafficCost(constants.process(product.name()), goal.afterHorizon()));
    }

    /** Of a deal and of its share of the deals due after the horizon; a lead and, for each lead, a visit by rounding up. */
    private double mostTrafficCost(SalesProcess process, AfterHorizon afterHorizon) {
        double deals =
                afterHorizon instanceof AfterHorizon.GoesOn on ? 2 + on.growth().toDouble() : 1;
        double most = 0;
        for (String name : process.channels().shares().keySet()) {
            Channel channel = constants.channel(name);
            double visits = 1 / channel.leadRate().toDouble() + 1;
            most = Math.max(most, visits * costOfAVisit(channel));
        }
        return (deals / leastConversion(process) + 1) * most;
    }

    private static double leastConversion(SalesProcess process) {
        return process.channels().shares().keySet().stream()
                .mapToDouble(name -> process.conversion(name).toDouble())
                .min()
                .orElseThrow();
    }

    private static double costOfAVisit(Channel channel) {
        return channel.cost().cost(1).doubleValue();
    }

    /** What a house without any new deal costs over the horizon. */
    BigDecimal costsOfTheHouse() {
        int digits = Math.max(0, constants.currency().getDefaultFractionDigits());
        return constants.horizon().all().stream()
                .map(month -> constants
                        .fixedCosts()
                        .cost(month, digits)
                        .add(constants.peopleCost().cost(month)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
