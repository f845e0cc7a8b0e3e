package io.github.planningmath.examples.annualplan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Norms;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import java.io.IOException;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as JSON, in the words of the plan document; what it closes with may open the next one.
 *
 * @param goal what it is for
 * @param currency the currency of its amounts
 * @param norms the norms asked for
 * @param arrears deals behind the season
 * @param surplus deals beyond what is needed
 * @param monthsOpeningShort months after the plan without a deal
 * @param closing what it closes with
 */
record PlanJson(
        FinancialGoal goal,
        Currency currency,
        Norms norms,
        List<Plan.Arrears> arrears,
        List<Plan.Surplus> surplus,
        List<Plan.ShortMonth> monthsOpeningShort,
        Position closing) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /**
     * The plan with the norms of a department, or of all, in a scope: what the scope leaves open is not narrowed.
     *
     * @throws WrongInputException if the plan knows nothing of the scope
     */
    static String of(Plan plan, @Nullable Department department, Scope scope) {
        requireKnown(plan, scope);
        PlanJson json = new PlanJson(
                plan.goal(),
                plan.constants().currency(),
                norms(plan, department, scope),
                plan.arrears(),
                plan.surplus(),
                plan.monthsOpeningShort(),
                plan.closing());
        try {
            return MAPPER.writer(oneEntryALine()).writeValueAsString(json) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Every scope of a plan has leads, if only 0: a plan that refuses to count them has no such scope. */
    private static void requireKnown(Plan plan, Scope scope) {
        try {
            plan.norm(Kpi.LEADS, scope);
        } catch (IllegalArgumentException unknown) {
            throw new WrongInputException(String.valueOf(unknown.getMessage()));
        }
    }

    /** An entry of a list a line, and a key of the plan itself. */
    private static PrettyPrinter oneEntryALine() {
        DefaultIndenter newLine = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withArrayIndenter(newLine).withObjectIndenter(new DefaultIndenter() {
            @Override
            public void writeIndentation(JsonGenerator generator, int level) throws IOException {
                if (level <= 1) {
                    newLine.writeIndentation(generator, level);
                }
            }
        });
    }

    private static Norms norms(Plan plan, @Nullable Department department, Scope scope) {
        Norms norms = department == null ? plan.norms() : plan.norms().of(department);
        norms = scope.month() == null ? norms : norms.month(scope.month());
        norms = scope.product() == null ? norms : norms.product(scope.product());
        norms = scope.channel() == null ? norms : norms.channel(scope.channel());
        return scope.tier() == null ? norms : norms.tier(scope.tier());
    }
}
