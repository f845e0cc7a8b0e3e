package service;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Outcome;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import java.util.function.Function;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Plans {

    private final PlanningConstants constants;

    Plans(PlanningConstants constants) {
        this.constants = constants;
    }

    @PostMapping("/plans")
    ResponseEntity<?> plan(@RequestBody PlanDocument document) {
        return answer(document.outcome(), plan -> plan);
    }

    @PostMapping("/norms/{department}")
    ResponseEntity<?> norms(@PathVariable Department department, @RequestBody FinancialGoal goal) {
        Position opening = Position.empty(constants.horizon().first());
        return answer(
                Planner.withDefaults().plan(goal, constants, opening),
                plan -> plan.norms().of(department));
    }

    private static ResponseEntity<?> answer(Outcome<Plan> outcome, Function<Plan, Object> shown) {
        return outcome.fold(
                plan -> ResponseEntity.ok(shown.apply(plan)),
                refusal -> ResponseEntity.status(422).body(refusal));
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ProblemDetail unreadable(HttpMessageNotReadableException wrong) {
        String rule = NestedExceptionUtils.getMostSpecificCause(wrong).getMessage();
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, rule);
    }
}
