package io.github.planningmath.examples.monthreview;

import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.product.Renewal;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.review.PlanHistory;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The bundled year as it was planned: 20 versions from the first draft to the one that was signed, each asked for by somebody, each out
 * of the one before.
 */
final class YearVersions {

    private static final YearMonth MARCH = YearMonth.of(2027, 3);
    private static final YearMonth JULY = YearMonth.of(2027, 7);
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 5);

    private YearVersions() {}

    /** Who asks. */
    private enum Asked {
        HEAD,
        MARKETING,
        SALES,
        FINANCE;

        String name(Words words) {
            return words.text("versions.asked." + name().toLowerCase(Locale.ROOT));
        }
    }

    /** What one version has that the one before had not. */
    private record Step(int days, Asked askedBy, UnaryOperator<PlanDocument> change) {

        static Step of(int days, Asked askedBy, UnaryOperator<PlanningConstants> change) {
            return new Step(days, askedBy, document -> document.withConstants(change.apply(document.constants())));
        }

        static Step goal(int days, String profit) {
            return new Step(
                    days,
                    Asked.HEAD,
                    document -> document.withGoal(document.goal().withAmount(new BigDecimal(profit))));
        }
    }

    private static final List<Step> STEPS = List.of(
            Step.of(2, Asked.MARKETING, year -> year.with(Driver.siteConversion("site"), Rate.percent("3.2"))),
            Step.of(
                    4,
                    Asked.SALES,
                    year -> year.with(Driver.managerConversion(SalesTier.CONSULTATIVE), Rate.percent(21))),
            Step.goal(7, "2600000"),
            Step.of(9, Asked.MARKETING, year -> year.with(Driver.costPerVisit("events"), amount("34"))),
            Step.of(11, Asked.MARKETING, year -> year.with(Driver.visitCeiling("e-mail"), 20_000L)),
            Step.of(
                    14,
                    Asked.SALES,
                    year -> year.with(Driver.managerConversion(SalesTier.STRATEGIC), Rate.percent(12))),
            Step.of(16, Asked.FINANCE, year -> year.with(Driver.unitCost("Call recording"), amount("540"))),
            Step.of(18, Asked.MARKETING, year -> year.from(MARCH, Driver.price("Call recording"), amount("2300"))),
            Step.of(21, Asked.FINANCE, year -> year.withFixedCosts(FixedCosts.perYear("1240000"))),
            Step.of(
                    23,
                    Asked.SALES,
                    year -> year.withProduct("Call recording", product -> product.withRenewal(Renewal.at("2100")))),
            Step.of(25, Asked.SALES, year -> year.with(Driver.renewalCommission("Call recording"), Ratio.ZERO)),
            Step.goal(28, "2500000"),
            Step.of(30, Asked.MARKETING, year -> year.from(JULY, Driver.siteConversion("site"), Rate.percent("3.6"))),
            Step.of(35, Asked.SALES, year -> year.with(Driver.retention("Call source whisper"), Ratio.of("97.5%"))),
            Step.of(37, Asked.MARKETING, year -> year.with(Driver.warmUpRate("webinars"), Rate.percent(42))),
            Step.of(
                    39,
                    Asked.FINANCE,
                    year -> year.from(JULY, Driver.unitCost("End-to-end analytics"), amount("5400"))),
            Step.of(
                    42,
                    Asked.SALES,
                    year -> year.with(Driver.managerConversion(SalesTier.CONSULTATIVE, "calls"), Rate.percent(33))),
            Step.of(
                    44,
                    Asked.MARKETING,
                    year -> year.from(JULY, Driver.renewalPrice("Call recording"), amount("2200"))),
            Step.goal(49, "2550000"));

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }

    /** The history of the plan, with what each version's norms are. */
    static PlanHistory of(Plan plan, Words words) {
        PlanHistory history = PlanHistory.of(FIRST_DAY, words.text("versions.reason.1"), plan);
        PlanDocument document = plan.document();
        for (Step step : STEPS) {
            document = step.change().apply(document);
            Plan next = Planner.withDefaults()
                    .plan(document.goal(), document.constants(), document.opening())
                    .orThrow();
            history = history.plus(
                    FIRST_DAY.plusDays(step.days()),
                    words.text("versions.reason." + (history.versions().size() + 1)),
                    next,
                    step.askedBy().name(words));
        }
        return history;
    }
}
