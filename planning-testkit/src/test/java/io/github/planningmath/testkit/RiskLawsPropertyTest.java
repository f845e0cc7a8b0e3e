package io.github.planningmath.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.risk.Doubt;
import io.github.planningmath.risk.PlanRisk;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** Law 12 on plans of every kind. Each try is a plan and many draws of its constants. */
@Domain(RiskDomain.class)
class RiskLawsPropertyTest {

    private static PlanRisk risk(DoubtedPlan doubted) {
        return PlanRisk.of(doubted.plan(), doubted.uncertainty()).withPoints(64);
    }

    @Property(tries = 10)
    void chancesAreChances(@ForAll DoubtedPlan doubted) {
        RiskLaws.assertMoreIsNeverLikelier(risk(doubted), Kpi.PROFIT);
        RiskLaws.assertMoreIsNeverLikelier(risk(doubted), Kpi.NEW_DEALS);
    }

    @Property(tries = 8)
    void rangesAreNested(@ForAll DoubtedPlan doubted) {
        RiskLaws.assertRangesAreNested(risk(doubted), Kpi.REVENUE);
        RiskLaws.assertRangesAreNested(risk(doubted), Kpi.LEADS);
    }

    @Property(tries = 8)
    void sharesAddUp(@ForAll DoubtedPlan doubted) {
        PlanRisk risk = risk(doubted);
        if (risk.moments(Kpi.PROFIT, Scope.all()).standardDeviation() > 0) {
            RiskLaws.assertSharesAddUp(risk);
        } else {
            assertThatThrownBy(risk::shares)
                    .hasMessage("PlanRisk.shares must be of a profit that is uncertain, but nothing makes it so.");
        }
    }

    @Property(tries = 5)
    void pathsAgree(@ForAll DoubtedPlan doubted) {
        RiskLaws.assertPathsAgree(doubted.plan(), doubted.uncertainty(), Kpi.NEW_DEALS, 300);
    }

    @Property(tries = 2)
    void confidentPlansAreMinimal(@ForAll DoubtedPlan doubted) {
        RiskLaws.assertConfidentIsMinimal(
                doubted.plan().goal(),
                Rate.percent(80),
                doubted.plan().constants(),
                doubted.plan().opening(),
                doubted.uncertainty());
    }

    @Property
    void doubtsAreCounted(@ForAll Doubt doubt) {
        assertThat(doubt).isInstanceOf(Doubt.Observed.class);
    }
}
