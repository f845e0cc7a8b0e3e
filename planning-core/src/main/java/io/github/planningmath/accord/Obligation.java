package io.github.planningmath.accord;

import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.plan.PlanningConstants;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that one department owes the other.
 *
 * @param name what facts refer to it by: one line of text without blanks at its ends; the standard ones have names such as
 *     {@code product-training}, for which {@link Labels} have words
 * @param owner who owes it: marketing or sales
 * @param rhythm when it falls due
 * @param evidence what shows that it was kept: one line of text without blanks at its ends
 * @param ground what of a product it rests on; null where it rests on nothing of the kind
 */
public record Obligation(
        String name,
        Department owner,
        Rhythm rhythm,
        String evidence,
        @Nullable Ground ground) {

    /** What there must be of a product before an obligation can be kept for it. */
    public enum Ground {
        /** Its packaging: what it has, what that gives, and what comes of it. */
        PACKAGING,
        /** Its formulated offer (USP). */
        PROPOSITION;

        /** The products that people sell and that lack it. */
        List<String> lacking(PlanningConstants constants) {
            return this == PACKAGING ? constants.unpackagedProducts() : constants.productsWithoutProposition();
        }
    }

    private static final List<Obligation> STANDARD = List.of(
            marketing("product-training", Rhythm.WITH_EACH_PRODUCT, "exam-results", Ground.PACKAGING),
            marketing("marketing-materials", Rhythm.QUARTERLY, "current-materials", Ground.PACKAGING),
            marketing("talk-scripts", Rhythm.WITH_EACH_PRODUCT, "script-by-product", Ground.PACKAGING),
            marketing("publicity", Rhythm.MONTHLY, "publications"),
            marketing("base-warming", Rhythm.MONTHLY, "mailings-by-segment"),
            marketing("promotions", Rhythm.QUARTERLY, "promotion-results"),
            marketing("activity-feedback", Rhythm.AFTER_EACH_ACTIVITY, "answers-of-the-market"),
            marketing("surveys", Rhythm.HALF_YEARLY, "survey-results"),
            sales("product-learning", Rhythm.WITH_EACH_PRODUCT, "exam-passed"),
            sales("price-value-feedback", Rhythm.MONTHLY, "report-on-price", Ground.PROPOSITION),
            sales("customer-segments", Rhythm.QUARTERLY, "list-of-segments"),
            sales("buyer-persona", Rhythm.QUARTERLY, "revised-persona"),
            sales("objection-feedback", Rhythm.MONTHLY, "list-of-objections"),
            sales("matrix-proposals", Rhythm.QUARTERLY, "written-proposals"),
            sales("lead-processing", Rhythm.WITH_EACH_LEAD, "outcome-of-each-lead"));

    public Obligation {
        Required.name(name, "Obligation.name");
        Parties.requireOne(owner, "Obligation.owner");
        Required.present(rhythm, "Obligation.rhythm");
        Required.name(evidence, "Obligation.evidence");
    }

    private static Obligation marketing(String name, Rhythm rhythm, String evidence) {
        return marketing(name, rhythm, evidence, null);
    }

    private static Obligation marketing(String name, Rhythm rhythm, String evidence, @Nullable Ground ground) {
        return new Obligation(name, Department.MARKETING, rhythm, evidence, ground);
    }

    private static Obligation sales(String name, Rhythm rhythm, String evidence) {
        return sales(name, rhythm, evidence, null);
    }

    private static Obligation sales(String name, Rhythm rhythm, String evidence, @Nullable Ground ground) {
        return new Obligation(name, Department.SALES, rhythm, evidence, ground);
    }

    /**
     * The fifteen obligations that an accord begins with.
     *
     * <p>Marketing's eight towards sales: product training with an exam, marketing materials, talk scripts from the selling
     * proposition, publicity, warming of every segment of the base, promotions, asking the market for feedback after each
     * activity, surveys. Sales' seven towards marketing: learning the product and passing the exam, feedback on price against
     * value, segments of real customers, refining the buyer persona, feedback on objections, proposals for the product matrix,
     * processing leads through to the sale.
     *
     * @return marketing's, then sales'
     */
    public static List<Obligation> standard() {
        return STANDARD;
    }

    /**
     * Who it is owed to.
     *
     * @return the other department
     */
    public Department counterpart() {
        return Parties.counterpart(owner);
    }
}
