package io.github.planningmath.accord;

import static io.github.planningmath.accord.Agreed.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.review.Fulfilment;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ScorecardTest {

    private static final FirstResponse RESPONSE = new FirstResponse("response", Ratio.of(1, 4), Rate.percent(90));
    private static final Accord ACCORD = Accord.of(Agreed.plan(), RESPONSE);

    @Test
    void eachSideShowsTheNormsThatItAnswersFor() {
        Scorecard scorecard = Scorecard.of(ACCORD, Agreed.facts(3, 200, 20, 10, 2), AccordFacts.none());

        assertThat(scorecard.through()).isEqualTo(JANUARY.plusMonths(2));
        assertThat(scorecard.of(Department.MARKETING).met())
                .contains(Kpi.TRAFFIC, Kpi.CONTACTS, Kpi.LEADS, Kpi.SITE_CONVERSION, Kpi.WARM_UP_RATE);
        assertThat(scorecard.of(Department.SALES).met()).containsExactly(Kpi.NEW_DEALS, Kpi.MANAGER_CONVERSION);
        assertThat(scorecard.together()).extracting(Fulfilment::kpi).contains(Kpi.DEALS);
        assertThat(scorecard.imbalances()).isEmpty();
    }

    @Test
    void leadsInFullAndDealsShortIsAnImbalance() {
        Scorecard scorecard = Scorecard.of(ACCORD, Agreed.facts(2, 200, 20, 10, 1), AccordFacts.none());

        assertThat(scorecard.imbalances()).hasSize(1);
        Imbalance imbalance = scorecard.imbalances().get(0);
        assertThat(imbalance.department()).isEqualTo(Department.MARKETING);
        assertThat(imbalance.met()).contains(Kpi.LEADS, Kpi.TRAFFIC);
        assertThat(imbalance.missedByOther()).containsExactly(Kpi.NEW_DEALS, Kpi.MANAGER_CONVERSION);
        assertThat(imbalance.missedTogether()).containsExactly(Kpi.DEALS);
    }

    @Test
    void dealsInFullAndLeadsShortIsAnImbalanceToo() {
        Scorecard scorecard = Scorecard.of(ACCORD, Agreed.facts(2, 200, 20, 5, 2), AccordFacts.none());

        assertThat(scorecard.imbalances())
                .extracting(Imbalance::department, Imbalance::missedByOther)
                .containsExactly(Tuple.tuple(Department.SALES, List.of(Kpi.LEADS, Kpi.WARM_UP_RATE)));
    }

    @Test
    void bothShortIsNone() {
        Scorecard scorecard = Scorecard.of(ACCORD, Agreed.facts(2, 100, 10, 5, 0), AccordFacts.none());

        assertThat(scorecard.imbalances()).isEmpty();
    }

    @Test
    void calendarObligationsCountByPeriodsThatAreOver() {
        AccordFacts facts = new AccordFacts(
                List.of(
                        kept("publicity", 0, 1),
                        kept("publicity", 1, 0),
                        kept("promotions", 1, 1),
                        kept("promotions", 3, 0),
                        kept("customer-segments", 0, 0),
                        kept("customer-segments", 1, 0),
                        kept("customer-segments", 2, 0)),
                List.of());

        Scorecard scorecard = Scorecard.of(ACCORD, Agreed.facts(4, 200, 20, 10, 2), facts);

        assertThat(score(scorecard, "publicity")).isEqualTo(List.of(1L, 1L, 2L));
        assertThat(score(scorecard, "promotions")).isEqualTo(List.of(1L, 0L, 0L));
        assertThat(score(scorecard, "customer-segments")).isEqualTo(List.of(0L, 1L, 0L));
        assertThat(score(scorecard, "buyer-persona")).isEqualTo(List.of(0L, 0L, 1L));
        assertThat(score(scorecard, "surveys")).isEqualTo(List.of(0L, 0L, 0L));
    }

    @Test
    void otherObligationsCountByOccasion() {
        AccordFacts facts = new AccordFacts(
                List.of(
                        new ObligationFact("lead-processing", JANUARY, 10L, 8L),
                        new ObligationFact("lead-processing", JANUARY.plusMonths(2), 12L, 12L)),
                List.of());

        Scorecard scorecard = Scorecard.of(ACCORD, Agreed.facts(4, 200, 20, 10, 2), facts);

        assertThat(score(scorecard, "lead-processing")).isEqualTo(List.of(20L, 2L, 2L));
    }

    @Test
    void occasionsBeyondALongAreRefused() {
        assertRefused(
                new AccordFacts(
                        List.of(
                                new ObligationFact("lead-processing", JANUARY, Long.MAX_VALUE, 8L),
                                new ObligationFact("lead-processing", JANUARY.plusMonths(2), 1L, 1L)),
                        List.of()),
                "ObligationFact.occasions of lead-processing must come to less than 2^63 in all, but came to more through"
                        + " 2027-03. Perhaps give counts as they were.");
        Obligation obligation = Obligation.standard().get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ObligationScore(obligation, 2L, Long.MAX_VALUE, 0L))
                .withMessage("ObligationScore.missed must come to less than 2^63 with those kept, 2, but was"
                        + " 9223372036854775807.");
    }

    @Test
    void serviceLevelsAreJudgedByMonth() {
        AccordFacts facts = new AccordFacts(
                List.of(),
                List.of(
                        new ServiceFact("response", JANUARY, 10L, 9L),
                        new ServiceFact("response", JANUARY.plusMonths(1), 20L, 12L),
                        new ServiceFact("response", JANUARY.plusMonths(2), 0L, 0L)));

        ServiceScore score = Scorecard.of(ACCORD, Agreed.facts(4, 200, 20, 10, 2), facts)
                .sales()
                .serviceLevels()
                .get(0);

        assertThat(score.months())
                .extracting(ServiceScore.OfMonth::judgement)
                .containsExactly(Judgement.MET, Judgement.MISSED, Judgement.NOTHING_DUE, Judgement.NOT_KNOWN);
        assertThat(score.months())
                .extracting(ServiceScore.OfMonth::attainment)
                .containsExactly(Ratio.ONE, Ratio.of(2, 3), null, null);
        assertThat(score.count(Judgement.MET)).isEqualTo(1);
    }

    @Test
    void factsOfWhatIsNotAgreedAreRefused() {
        assertRefused(
                new AccordFacts(List.of(kept("bowling", 0, 1)), List.of()),
                "ObligationFact.obligation must be an obligation of the accord (product-training, marketing-materials,"
                        + " talk-scripts, publicity, base-warming, promotions, activity-feedback, surveys,"
                        + " product-learning, price-value-feedback, customer-segments, buyer-persona,"
                        + " objection-feedback, matrix-proposals, lead-processing), but was bowling.");
        assertRefused(
                new AccordFacts(List.of(), List.of(new ServiceFact("answer", JANUARY, 1L, 1L))),
                "ServiceFact.serviceLevel must be a service level of the accord (response), but was answer.");
        assertRefused(
                new AccordFacts(List.of(kept("surveys", 6, 1)), List.of()),
                "ObligationFact.month must be a month of the plan, from 2027-01 to 2027-06, but was 2027-07.");
        assertRefused(
                new AccordFacts(List.of(), List.of(new ServiceFact("response", JANUARY.minusMonths(1), 1L, 1L))),
                "ServiceFact.month must be a month of the plan, from 2027-01 to 2027-06, but was 2026-12.");
    }

    private static void assertRefused(AccordFacts facts, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scorecard.of(ACCORD, Agreed.facts(4, 200, 20, 10, 2), facts))
                .withMessage(message);
    }

    private static ObligationFact kept(String obligation, int month, long kept) {
        return new ObligationFact(obligation, JANUARY.plusMonths(month), 1L, kept);
    }

    private static List<Long> score(Scorecard scorecard, String obligation) {
        return Stream.of(scorecard.marketing(), scorecard.sales())
                .flatMap(side -> side.obligations().stream())
                .filter(score -> score.obligation().name().equals(obligation))
                .map(score -> List.of(score.kept(), score.missed(), score.unknown()))
                .findFirst()
                .orElseThrow();
    }
}
