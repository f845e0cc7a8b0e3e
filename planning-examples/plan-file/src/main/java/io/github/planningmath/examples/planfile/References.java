package io.github.planningmath.examples.planfile;

import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.plan.AfterHorizon;
import io.github.planningmath.plan.Pin;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.PlanningConstants;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks that the names in a document are of products and channels that it has, and says where one is not. */
final class References {

    /** Where the component that a refusal begins with stands in the document. */
    private static final Map<String, String> PARTS = Map.of(
            "FinancialGoal.", "goal: ",
            "Listed.", "goal: ",
            "Position.", "opening: ",
            "Pin.", "pins: ",
            "Planner.pins", "pins: ");

    private final PlanningConstants constants;

    private References(PlanningConstants constants) {
        this.constants = constants;
    }

    /**
     * Checks all names outside of the constants, which have checked their own.
     *
     * @throws WrongInputException if one is unknown; names its place in the document
     */
    static void check(PlanDocument document) {
        References references = new References(document.constants());
        if (document.goal().afterHorizon() instanceof AfterHorizon.Listed listed) {
            references.products("goal.afterHorizon.deals", listed.deals(), due -> due.product());
        }
        references.products("opening.customers", document.opening().customers(), cohort -> cohort.product());
        references.products("opening.openLeads", document.opening().openLeads(), leads -> leads.product());
        references.channels("opening.openLeads", document.opening().openLeads(), leads -> leads.channel());
        references.products("opening.remainders", document.opening().remainders(), remainder -> remainder.product());
        references.channels("opening.remainders", document.opening().remainders(), remainder -> remainder.channel());
        references.products("pins", document.pins(), References::product);
        references.channels("pins", document.pins(), References::channel);
    }

    /** The part of the document that a refusal is about, followed by a colon; empty where that cannot be said. */
    static String part(RuntimeException refusal) {
        String message = String.valueOf(refusal.getMessage());
        return PARTS.entrySet().stream()
                .filter(part -> message.startsWith(part.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static @Nullable String product(Pin pin) {
        return pin instanceof Pin.Deals deals ? deals.product() : ((Pin.Leads) pin).product();
    }

    private static @Nullable String channel(Pin pin) {
        return pin instanceof Pin.Leads leads ? leads.channel() : null;
    }

    private <T> void products(String list, List<T> entries, Function<T, @Nullable String> name) {
        check(
                list,
                "product",
                entries,
                name,
                (known, each) -> known.assortment().product(each));
    }

    private <T> void channels(String list, List<T> entries, Function<T, @Nullable String> name) {
        check(list, "channel", entries, name, (known, each) -> known.channel(each));
    }

    private <T> void check(
            String list,
            String key,
            List<T> entries,
            Function<T, @Nullable String> name,
            BiConsumer<PlanningConstants, String> lookUp) {
        for (int entry = 0; entry < entries.size(); entry++) {
            String given = name.apply(entries.get(entry));
            try {
                if (given != null) {
                    lookUp.accept(constants, given);
                }
            } catch (IllegalArgumentException unknown) {
                throw new WrongInputException(list + "[" + entry + "]." + key + ": " + unknown.getMessage());
            }
        }
    }
}
