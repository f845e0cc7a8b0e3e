package io.github.planningmath.plan;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Ratio;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the business is to go on after a plan's last month, as far as the plan's own leads make its deals: their cost falls in
 * this plan.
 */
@AfterHorizonJson
public sealed interface AfterHorizon {

    /**
     * It goes on as in the plan: in a month after it, so many deals of a product are due as the plan's new deals of the product
     * times the season's index of the month over the sum of the indices of the horizon. So leads do not fall to none in the last
     * months.
     *
     * @return no growth
     */
    static AfterHorizon goesOn() {
        return new GoesOn(Ratio.ZERO);
    }

    /**
     * Nothing is due after the last month: no leads are brought that become deals only then.
     *
     * @return the end
     */
    static AfterHorizon stops() {
        return new Stops();
    }

    /**
     * It goes on at another volume than the plan's.
     *
     * @param growth by how much more than goes on, such as 10%
     */
    record GoesOn(Ratio growth) implements AfterHorizon {

        public GoesOn {
            Required.present(growth, "GoesOn.growth");
        }

        /** As a document gives it: without growth where it names none. */
        private record Document(@Nullable Ratio growth) implements DocumentPart {}

        @DocumentForm.Read
        static GoesOn of(Document given) {
            return new GoesOn(given.growth == null ? Ratio.ZERO : given.growth);
        }
    }

    /** It ends with the plan. */
    record Stops() implements AfterHorizon, DocumentPart {}

    /**
     * Whatever is listed is due, on top of the deals made by the horizon's end, and nothing else.
     *
     * @param deals deals due after the last month, within the sales cycle; each product and month once
     */
    record Listed(List<DealsDue> deals) implements AfterHorizon, DocumentPart {

        public Listed {
            deals = Required.list(deals, "Listed.deals");
            Set<String> cells = new HashSet<>();
            for (DealsDue due : deals) {
                String cell = due.product() + " in " + due.month();
                if (!cells.add(cell)) {
                    throw new IllegalArgumentException(
                            "Listed.deals must name a product and month once, but was twice: " + cell + ".");
                }
            }
        }
    }

    /**
     * New deals of a product due in a month after the horizon.
     *
     * @param product the product's name
     * @param month the month in which they fall due
     * @param deals how many, at least 0
     */
    record DealsDue(String product, YearMonth month, Long deals) implements DocumentPart {

        public DealsDue {
            Required.name(product, "DealsDue.product");
            Required.present(month, "DealsDue.month");
            Required.count(deals, "DealsDue.deals");
        }
    }
}
