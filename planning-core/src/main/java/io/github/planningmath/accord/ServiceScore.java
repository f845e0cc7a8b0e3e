package io.github.planningmath.accord;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Ratio;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a service level was kept, month by month.
 *
 * @param level the service level
 * @param months the months of the scorecard, in order
 */
public record ServiceScore(ServiceLevel level, List<OfMonth> months) {

    /**
     * What a month made of it.
     *
     * @param month the month
     * @param judgement whether it was met
     * @param attainment how far; null where there was no lead, or nothing is known
     */
    public record OfMonth(
            YearMonth month, Judgement judgement, @Nullable Ratio attainment) {

        public OfMonth {
            Required.present(month, "ServiceScore.OfMonth.month");
            Required.present(judgement, "ServiceScore.OfMonth.judgement");
        }
    }

    public ServiceScore {
        Required.present(level, "ServiceScore.level");
        months = Required.list(months, "ServiceScore.months");
    }

    /**
     * In how many months it came to a judgement.
     *
     * @param judgement the judgement
     * @return a number of months
     */
    public long count(Judgement judgement) {
        return months.stream().filter(month -> month.judgement() == judgement).count();
    }
}
