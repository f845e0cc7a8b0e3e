package io.github.planningmath.accord;

import io.github.planningmath.kpi.Department;
import java.util.List;

/** What departments that sell together usually owe each other. */
final class StandardObligations {

    static final List<Obligation> ALL = List.of(
            marketing("product-training", Rhythm.WITH_EACH_PRODUCT, "exam-results"),
            marketing("marketing-materials", Rhythm.QUARTERLY, "current-materials"),
            marketing("talk-scripts", Rhythm.WITH_EACH_PRODUCT, "script-by-product"),
            marketing("publicity", Rhythm.MONTHLY, "publications"),
            marketing("base-warming", Rhythm.MONTHLY, "mailings-by-segment"),
            marketing("promotions", Rhythm.QUARTERLY, "promotion-results"),
            marketing("activity-feedback", Rhythm.AFTER_EACH_ACTIVITY, "answers-of-the-market"),
            marketing("surveys", Rhythm.HALF_YEARLY, "survey-results"),
            sales("product-learning", Rhythm.WITH_EACH_PRODUCT, "exam-passed"),
            sales("price-value-feedback", Rhythm.MONTHLY, "report-on-price"),
            sales("customer-segments", Rhythm.QUARTERLY, "list-of-segments"),
            sales("buyer-persona", Rhythm.QUARTERLY, "revised-persona"),
            sales("objection-feedback", Rhythm.MONTHLY, "list-of-objections"),
            sales("matrix-proposals", Rhythm.QUARTERLY, "written-proposals"),
            sales("lead-processing", Rhythm.WITH_EACH_LEAD, "outcome-of-each-lead"));

    private StandardObligations() {}

    private static Obligation marketing(String name, Rhythm rhythm, String evidence) {
        return new Obligation(name, Department.MARKETING, rhythm, evidence);
    }

    private static Obligation sales(String name, Rhythm rhythm, String evidence) {
        return new Obligation(name, Department.SALES, rhythm, evidence);
    }
}
