package io.github.planningmath.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.accord.AccordFacts;
import io.github.planningmath.accord.ServiceLevel;
import io.github.planningmath.allocation.CurveCost;
import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.lifetime.CurveRepeat;
import io.github.planningmath.lifetime.ModelRepeat;
import io.github.planningmath.plan.Payroll;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.Teams;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.review.PlanHistory;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.RepeatByAge;
import io.github.planningmath.sales.Subscription;
import io.github.planningmath.staffing.DeskPlan;
import io.github.planningmath.staffing.HiringPlan;
import io.github.planningmath.staffing.InboundDesk;
import io.github.planningmath.staffing.SalesTeam;
import io.github.planningmath.traffic.CostPerVisit;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever can stand in a document refuses keys that it does not know. */
class DocumentPartTest {

    private static final List<Class<?>> DOCUMENTS = List.of(
            PlanDocument.class,
            Actuals.class,
            PlanHistory.class,
            ServiceLevel.class,
            AccordFacts.class,
            // parts whose types a document names
            ConstantRepeat.class,
            RepeatByAge.class,
            Subscription.class,
            CurveRepeat.class,
            ModelRepeat.class,
            CostPerVisit.class,
            CurveCost.class,
            Payroll.class,
            Teams.class,
            SalesTeam.class,
            InboundDesk.class,
            HiringPlan.class,
            DeskPlan.class);

    private final Set<Class<?>> seen = new LinkedHashSet<>();

    @Test
    void everyPartRefusesUnknownKeys() {
        DOCUMENTS.forEach(this::visit);
        assertThat(seen).hasSizeGreaterThan(100);
        assertThat(seen.stream()
                        .filter(Class::isRecord)
                        .filter(type -> read(type) == null && !isText(type))
                        .filter(type -> !DocumentPart.class.isAssignableFrom(type)))
                .isEmpty();
    }

    private void visit(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            visit(parameterized.getRawType());
            Arrays.stream(parameterized.getActualTypeArguments()).forEach(this::visit);
        } else if (type instanceof Class<?> known
                && known.getName().startsWith("io.github.planningmath")
                && seen.add(known)) {
            parts(known).forEach(this::visit);
        }
    }

    private static Stream<Type> parts(Class<?> type) {
        Type form = read(type);
        if (form != null) {
            return Stream.of(form);
        }
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                : type.isRecord()
                        ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getGenericType)
                        : Stream.empty();
    }

    /** What a record is made of where that is not its components. */
    private static @Nullable Type read(Class<?> type) {
        return Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getConstructors()))
                .filter(each -> each.isAnnotationPresent(DocumentForm.Read.class))
                .map(each -> each.getGenericParameterTypes()[0])
                .findAny()
                .orElse(null);
    }

    /** A rate is written as people write it. */
    private static boolean isText(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getReturnType() == String.class)
                .map(Method::getAnnotations)
                .flatMap(Arrays::stream)
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("JsonValue"));
    }
}
