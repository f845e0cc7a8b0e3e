package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several teams that are all paid from the plan, such as managers, a call desk and a fixed payroll.
 *
 * @param teams what each of them costs
 */
public record Teams(List<PeopleCost> teams) implements PeopleCost, DocumentPart {

    public Teams {
        teams = Required.list(teams, "Teams.teams");
    }

    /**
     * The teams together.
     *
     * @param teams what each of them costs
     * @return all of them
     */
    public static Teams of(PeopleCost... teams) {
        return new Teams(List.of(teams));
    }

    @Override
    public BigDecimal cost(YearMonth month) {
        return teams.stream().map(team -> team.cost(month)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public Teams staffed(Workload work) {
        return new Teams(teams.stream().map(team -> team.staffed(work)).toList());
    }

    @Override
    public boolean followsWork() {
        return teams.stream().anyMatch(PeopleCost::followsWork);
    }

    @Override
    public BigDecimal cost(Workload work) {
        return teams.stream().map(team -> team.cost(work)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public @Nullable Obstacle obstacle(Workload work) {
        for (PeopleCost team : teams) {
            Obstacle obstacle = team.obstacle(work);
            if (obstacle != null) {
                return obstacle;
            }
        }
        return null;
    }

    @Override
    public Teams prepared() {
        return new Teams(teams.stream().map(PeopleCost::prepared).toList());
    }
}
