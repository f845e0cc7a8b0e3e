package io.github.planningmath.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.traffic.Channel;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The signals of the parts of a verdict. */
class SignalsTest {

    private static final YearMonth JANUARY = YearMonth.of(2027, 1);
    private static final Driver<Rate> SITE = Driver.siteConversion("site");
    private static final Driver<Rate> MAIL = Driver.siteConversion("mail");

    /** Two products over two channels; the second product has a process of its own, all of whose leads are decided at once. */
    private static PlanningConstants constants() {
        PlanningConstants one = TelephonyPlan.constants();
        SalesProcess atOnce = SalesProcess.builder()
                .managerConversion("50%")
                .cycle(SalesCycle.months(0))
                .channel("site", "50%")
                .channel("mail", "50%")
                .build();
        return one.withChannels(List.of(
                        one.channel("site"),
                        Channel.builder("mail")
                                .approach(TelephonyPlan.TIER.approach())
                                .siteConversion("10%")
                                .warmUpRate("40%")
                                .costPerVisit("0.8")
                                .build()))
                .withAssortment(new Assortment(
                        List.of(
                                one.assortment().product("crm"),
                                Product.builder("chat")
                                        .tier(TelephonyPlan.TIER)
                                        .price("800")
                                        .unitCost("100")
                                        .build()),
                        Mix.ofWeights(Map.of("crm", Ratio.of(1), "chat", Ratio.of(1)))))
                .withProcess("chat", atOnce);
    }

    private static Actuals.Cell cell(
            int month, String product, String channel, long visits, long contacts, long leads) {
        return Actuals.Cell.of(JANUARY.plusMonths(month), product, channel)
                .withVisits(visits)
                .withContacts(contacts)
                .withLeads(leads);
    }

    private static final Actuals TWO_MONTHS = Actuals.from(List.of(
            cell(0, "crm", "site", 20_000, 500, 200).withNewDeals(0L),
            cell(1, "crm", "site", 10_000, 200, 60).withNewDeals(30L),
            cell(0, "chat", "mail", 1_000, 100, 40).withNewDeals(20L),
            cell(1, "chat", "mail", 4_000, 400, 160).withNewDeals(80L)));

    private static Plan plan(PlanningConstants constants) {
        return RiskyPlans.plan(constants, TelephonyPlan.opening(), 300);
    }

    /** By hand: 700 of 30,000 over the site; leads of January fell due in February; those of the process of its own at once. */
    @Test
    void leavesHoldWhatIsDecided() {
        Uncertainty known = Uncertainty.none().with(SITE, Doubt.observed(500, 20_000));
        Signals signals = Signals.of(plan(constants()), TWO_MONTHS, known);
        assertThat(signals.leaves())
                .containsExactlyInAnyOrder(
                        new Signals.Leaf(
                                SITE,
                                "crm",
                                Department.MARKETING,
                                new Signal(
                                        Rate.percent("2.5"),
                                        700L,
                                        30_000L,
                                        new Doubt.Observed(500L, 20_000L, Doubt.Prior.JEFFREYS))),
                        leaf(Driver.warmUpRate("site"), "crm", 40, 260, 700),
                        leaf(Driver.managerConversion(TelephonyPlan.TIER), "crm", 20, 30, 200),
                        leaf(MAIL, "chat", 10, 500, 5_000),
                        leaf(Driver.warmUpRate("mail"), "chat", 40, 200, 500),
                        leaf(Driver.managerConversion("chat"), "chat", 50, 100, 200));
        assertThat(signals.of(Factor.SITE_CONVERSION).leaves()).hasSize(2);
        assertThat(signals.of(Factor.PRICE).together()).isNull();
        assertThat(signals.over("mail").ofProduct("crm").leaves()).isEmpty();
    }

    private static Signals.Leaf leaf(Driver<Rate> driver, String product, int percent, long successes, long trials) {
        Department owner =
                driver.kind().factors().contains(Factor.MANAGER_CONVERSION) ? Department.SALES : Department.MARKETING;
        return new Signals.Leaf(driver, product, owner, Signal.of(Rate.percent(percent), successes, trials));
    }

    /** Where both channels keep their rates it is luck, however many more visits come over the one that converts better. */
    @Test
    void aMixIsNotToldForARate() {
        Actuals kept = Actuals.from(List.of(
                cell(0, "crm", "site", 4_000, 100, 40).withNewDeals(0L),
                cell(0, "crm", "mail", 10_000, 1_000, 400).withNewDeals(0L)));
        Signal together = Objects.requireNonNull(Signals.of(plan(constants()), kept, Uncertainty.none())
                .of(Factor.SITE_CONVERSION)
                .together());
        assertThat(together.planned().toDouble()).isCloseTo(1_100 / 14_000.0, within(1e-9));
        assertThat(together.successes()).isEqualTo(1_100);
        assertThat(together.middleChance()).isCloseTo(0.5, within(0.01));
        assertThat(together.evidenceOfChange()).isLessThan(1);
    }

    /** What sales answers for, of both products. */
    @Test
    void aDepartmentHasTheSignalsOfItsFactors() {
        Signals signals = Signals.of(plan(constants()), TWO_MONTHS, Uncertainty.none());
        assertThat(signals.of(Department.SALES).leaves())
                .isEqualTo(signals.of(Factor.MANAGER_CONVERSION).leaves());
        Signal together = Objects.requireNonNull(signals.of(Department.SALES).together());
        assertThat(together.planned().toDouble()).isCloseTo((200 * 0.2 + 200 * 0.5) / 400, within(1e-9));
        assertThat(together.successes()).isEqualTo(130);
    }

    /** The mean of what was planned, where a rate changed in time. */
    @Test
    void aRateThatChangedIsHeldAgainstItsMean() {
        PlanningConstants changed = constants().from(JANUARY.plusMonths(1), SITE, Rate.percent(1));
        Signal signal = Objects.requireNonNull(Signals.of(plan(changed), TWO_MONTHS, Uncertainty.none())
                .over("site")
                .of(Factor.SITE_CONVERSION)
                .together());
        assertThat(signal.planned()).isEqualTo(Rate.percent(2));
    }

    /** Hoeffding: the tail of one mean rate is no lighter than that of the rates it is the mean of, which is added up here. */
    @Test
    void togetherIsNoSmallerThanTheLawOfAllRates() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            List<Signals.Leaf> leaves = new ArrayList<>();
            double[] law = {1};
            double mean = 0;
            for (int channel = 0; channel < 3; channel++) {
                int trials = 1 + random.nextInt(40);
                int percent = 1 + random.nextInt(98);
                mean += trials * percent / 100.0;
                for (int trial = 0; trial < trials; trial++) {
                    law = plusTrial(law, percent / 100.0);
                }
                leaves.add(leaf(SITE, "p" + channel, percent, 0, trials));
            }
            Signal none = Objects.requireNonNull(new Signals(leaves).together());
            double below = 0;
            for (int few = 0; few <= mean - 1; few++) {
                below += law[few];
                assertThat(Signal.of(none.planned(), few, none.trials()).chanceOfSoFew())
                        .isGreaterThanOrEqualTo(below - 1e-6);
            }
        }
    }

    private static double[] plusTrial(double[] law, double rate) {
        double[] longer = Arrays.copyOf(law, law.length + 1);
        for (int k = 0; k < longer.length; k++) {
            longer[k] = (k < law.length ? law[k] * (1 - rate) : 0) + (k > 0 ? law[k - 1] * rate : 0);
        }
        return longer;
    }

    /** Of twenty rates that are all kept, looked at twelve times a year, one at all is called real in one year of twenty at most. */
    @Test
    void keptRatesAreSeldomCalledReal() {
        Random random = new Random(17);
        int years = 400;
        int alarms = 0;
        for (int year = 0; year < years; year++) {
            long[] successes = new long[20];
            boolean isAlarm = false;
            for (int month = 1; month <= 12 && !isAlarm; month++) {
                List<Signals.Leaf> leaves = new ArrayList<>();
                for (int i = 0; i < successes.length; i++) {
                    for (int trial = 0; trial < 60; trial++) {
                        successes[i] += random.nextInt(100) < 20 ? 1 : 0;
                    }
                    leaves.add(leaf(SITE, "p" + i, 20, successes[i], 60L * month));
                }
                isAlarm = !new Signals(leaves).real(Rate.percent(5)).isEmpty();
            }
            alarms += isAlarm ? 1 : 0;
        }
        assertThat(alarms / (double) years).isLessThan(0.05);
    }

    /** Among twenty, those that changed are found, up and down. */
    @Test
    void changedRatesAreFound() {
        List<Signals.Leaf> leaves = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            leaves.add(leaf(SITE, "p" + i, 20, 195 + i % 10, 1_000));
        }
        leaves.add(leaf(SITE, "down", 20, 120, 1_000));
        leaves.add(leaf(MAIL, "up", 20, 290, 1_000));
        assertThat(new Signals(leaves).real(Rate.percent(5)))
                .extracting(Signals.Leaf::product)
                .containsExactlyInAnyOrder("down", "up");
    }

    /** The evidence of a change is one on average while the rate is the plan's, as that of a fall is. */
    @Test
    void evidenceOfChangeIsOneOnAverage() {
        for (Map.Entry<Integer, Integer> each :
                Map.of(3, 60, 20, 1, 50, 7, 97, 60).entrySet()) {
            double rate = each.getKey() / 100.0;
            double[] law = {1};
            for (int trial = 0; trial < each.getValue(); trial++) {
                law = plusTrial(law, rate);
            }
            double mean = 0;
            for (int k = 0; k < law.length; k++) {
                mean += law[k]
                        * Signal.of(Rate.percent(each.getKey()), k, each.getValue())
                                .evidenceOfChange();
            }
            assertThat(mean).isCloseTo(1, within(1e-9));
        }
    }
}
