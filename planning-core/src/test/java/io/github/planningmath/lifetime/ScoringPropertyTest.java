package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class ScoringPropertyTest {

    @Property
    void aScoreIsThatOfTheCallForOneCustomerWhetherTimesRepeatOrNot(
            @ForAll("models") BuyerModel model,
            @ForAll @Size(min = 1, max = 5) List<@From("histories") PurchaseHistory> different,
            @ForAll @DoubleRange(min = 0, max = 500) double duration) {
        List<PurchaseHistory> repeated = new ArrayList<>(different);
        repeated.addAll(different);
        for (List<PurchaseHistory> customers : List.of(different, repeated)) {
            Scores scores = Scoring.of(model).scores(customers, duration);
            for (int row = 0; row < customers.size(); row++) {
                PurchaseHistory history = customers.get(row);
                double alive = model.probabilityAlive(history);
                double expected = model.expectedPurchases(history, duration);
                assertThat(scores.probabilityAlive(row)).isCloseTo(alive, within(1e-12 * alive));
                assertThat(scores.expectedPurchases(row)).isCloseTo(expected, within(1e-12 * expected));
            }
        }
    }

    @Provide
    Arbitrary<BuyerModel> models() {
        Arbitrary<Double> shape = Arbitraries.doubles().between(0.05, 10);
        Arbitrary<Double> time = Arbitraries.doubles().between(0.5, 200);
        return Arbitraries.oneOf(
                Combinators.combine(shape, time, shape, shape).as(BgNbd::new),
                Combinators.combine(shape, time, shape, shape).as(MbgNbd::new),
                Combinators.combine(shape, time, shape, time).as(ParetoNbd::new));
    }

    @Provide
    Arbitrary<PurchaseHistory> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.doubles().between(0.01, 1),
                        Arbitraries.doubles().between(1, 2000))
                .as((frequency, share, age) -> PurchaseHistory.of(frequency, frequency == 0 ? 0 : share * age, age));
    }
}
