package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static io.github.planningmath.plan.SmallBusiness.assortment;
import static io.github.planningmath.plan.SmallBusiness.channel;
import static io.github.planningmath.plan.SmallBusiness.constants;
import static io.github.planningmath.plan.SmallBusiness.plan;
import static io.github.planningmath.plan.SmallBusiness.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanVisitorTest {

    private final PlanningConstants constants = constants()
            .withHorizon(Horizon.ofMonths(JANUARY, 2))
            .withChannels(List.of(channel("mail", "3%", "10%", "0"), channel("site", "5%", "40%", "0")))
            .withAssortment(assortment(
                    List.of(
                            product("crm", "1000", "300")
                                    .withRepeat(new ConstantRepeat(Ratio.percent(50), Ratio.percent(20))),
                            product("erp", "3000", "900")),
                    1,
                    3));
    private final Plan plan = plan(SettledGoal.revenue("90000"), constants, NOTHING);
    private final Map<Kpi, Long> sums = new EnumMap<>(Kpi.class);

    @Test
    void visitsEveryNormOfItsCells() {
        plan.visit(new PlanVisitor() {
            @Override
            public void cell(int month, int product, int channel, long visits, long contacts, long leads) {
                Scope scope = scope(month, product)
                        .channel(constants.channels().get(channel).name());
                isTheNorm(Kpi.TRAFFIC, plan.traffic(scope), visits);
                isTheNorm(Kpi.CONTACTS, plan.contacts(scope), contacts);
                isTheNorm(Kpi.LEADS, plan.leads(scope), leads);
            }

            @Override
            public void product(int month, int product, long newDeals, long repeatDeals, long base) {
                Scope scope = scope(month, product);
                isTheNorm(Kpi.NEW_DEALS, plan.newDeals(scope), newDeals);
                isTheNorm(Kpi.REPEAT_DEALS, plan.repeatDeals(scope), repeatDeals);
                assertThat(base).isEqualTo(plan.base(scope));
            }
        });
        assertThat(sums)
                .containsEntry(Kpi.TRAFFIC, plan.traffic(Scope.all()))
                .containsEntry(Kpi.CONTACTS, plan.contacts(Scope.all()))
                .containsEntry(Kpi.LEADS, plan.leads(Scope.all()))
                .containsEntry(Kpi.NEW_DEALS, plan.newDeals(Scope.all()))
                .containsEntry(Kpi.REPEAT_DEALS, plan.repeatDeals(Scope.all()));
    }

    private Scope scope(int month, int product) {
        return Scope.month(constants.horizon().month(month))
                .product(constants.assortment().products().get(product).name());
    }

    private void isTheNorm(Kpi kpi, long norm, long visited) {
        assertThat(visited).isEqualTo(norm);
        sums.merge(kpi, visited, Long::sum);
    }
}
