package io.github.planningmath.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.product.Product;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A golden run: 500 plans of constant constants, as numbers. What is added to the library later, such as constants that change
 * in time, leaves every one of them as it is.
 *
 * <p>With {@code -Dplans.written=true} the file is written anew; what has changed in it then stands in the change that did it.
 */
class WrittenPlansTest {

    private static final int PLANS = 500;
    private static final String FILE = "io/github/planningmath/plan/written-plans.txt";
    private static final List<Kpi> COUNTS =
            List.of(Kpi.NEW_DEALS, Kpi.REPEAT_DEALS, Kpi.BASE, Kpi.LEADS, Kpi.OPEN_LEADS, Kpi.CONTACTS, Kpi.TRAFFIC);
    private static final List<Kpi> MONEY =
            List.of(Kpi.REVENUE, Kpi.VARIABLE_COST, Kpi.CONTRIBUTION, Kpi.TRAFFIC_COST, Kpi.PROFIT);

    @Test
    void everyPlanIsAsItWasWritten() throws IOException {
        List<String> now = new ArrayList<>();
        now.add("# Plans of WrittenPlans.task(0) to task(" + (PLANS - 1) + ") as numbers, made by WrittenPlansTest.");
        for (int number = 0; number < PLANS; number++) {
            now.addAll(plan(number));
        }
        if (Boolean.getBoolean("plans.written")) {
            Files.write(Path.of("src/test/resources", FILE), now, UTF_8);
        }
        assertThat(now).isEqualTo(written());
    }

    private static List<String> written() throws IOException {
        try (InputStream file = WrittenPlansTest.class.getClassLoader().getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(file, FILE).readAllBytes(), UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static List<String> plan(int number) {
        PlanDocument task = WrittenPlans.task(number);
        Outcome<Plan> outcome;
        try {
            outcome = task.outcome();
        } catch (IllegalArgumentException | ArithmeticException refused) {
            return List.of(number + " " + refused.getMessage());
        }
        return outcome.fold(plan -> reached(number, plan), unreachable -> List.of(refused(number, unreachable)));
    }

    private static String refused(int number, Unreachable<Plan> unreachable) {
        TreeSet<String> kinds = new TreeSet<>();
        for (Obstacle obstacle : unreachable.obstacles()) {
            kinds.add(obstacle.getClass().getSimpleName());
        }
        return number + " refused: " + kinds + ", nearest "
                + (unreachable.nearest() == null
                        ? "none"
                        : unreachable.nearest().amount().toPlainString());
    }

    private static List<String> reached(int number, Plan plan) {
        List<String> lines = new ArrayList<>();
        lines.add(number + " with " + plan.requiredDeals() + " deals");
        for (Kpi kpi : COUNTS) {
            for (Product product : plan.constants().assortment().products()) {
                Scope scope = Scope.all().product(product.name());
                if (kpi == Kpi.NEW_DEALS || kpi == Kpi.REPEAT_DEALS || kpi == Kpi.BASE) {
                    lines.add(byMonth(plan, kpi, scope));
                    continue;
                }
                for (String channel : plan.constants()
                        .tier(product.tier())
                        .channels()
                        .shares()
                        .keySet()) {
                    lines.add(byMonth(plan, kpi, scope.channel(channel)));
                }
            }
        }
        MONEY.forEach(kpi -> lines.add(byMonth(plan, kpi, Scope.all())));
        lines.add(derived(plan));
        lines.add(closing(plan.closing()));
        return lines;
    }

    private static String byMonth(Plan plan, Kpi kpi, Scope scope) {
        StringJoiner line = new StringJoiner(
                " ",
                kpi.label()
                        + (scope.product() == null ? "" : " " + scope.product())
                        + (scope.channel() == null ? ": " : " " + scope.channel() + ": "),
                "");
        for (YearMonth month : plan.constants().horizon().all()) {
            line.add(exact(
                    Objects.requireNonNull(plan.norm(kpi, in(scope, month))).value()));
        }
        return line.toString();
    }

    private static Scope in(Scope scope, YearMonth month) {
        Scope result = Scope.month(month);
        result = scope.product() == null ? result : result.product(scope.product());
        return scope.channel() == null ? result : result.channel(scope.channel());
    }

    private static String exact(NormValue value) {
        return value.denominator().equals(BigInteger.ONE)
                ? value.numerator().toString()
                : value.numerator() + "/" + value.denominator();
    }

    /** The values that derivations give when they are evaluated again. */
    private static String derived(Plan plan) {
        YearMonth last = plan.constants().horizon().last();
        StringJoiner line = new StringJoiner(" ", "derived: ", "");
        for (Kpi kpi :
                List.of(Kpi.LEADS, Kpi.TRAFFIC, Kpi.BASE, Kpi.PROFIT, Kpi.AVERAGE_CHECK, Kpi.MANAGER_CONVERSION)) {
            for (Scope scope : List.of(Scope.all(), Scope.month(last))) {
                line.add(
                        plan.norm(kpi, scope) == null
                                ? "-"
                                : exact(plan.explain(kpi, scope).evaluate()));
            }
        }
        return line.toString();
    }

    private static String closing(Position closing) {
        StringJoiner line = new StringJoiner(" ", "closing " + closing.opens() + ": ", "");
        closing.customers()
                .forEach(c -> line.add(c.product() + "@" + c.age() + "=" + c.count() + "+" + c.billionths()));
        closing.openLeads().forEach(l -> line.add(l.product() + "/" + l.channel() + "@" + l.due() + "=" + l.count()));
        closing.remainders()
                .forEach(r -> line.add(r.counted() + "/" + r.product() + "/" + r.channel() + "=" + r.fraction()));
        return line.toString();
    }
}
