package io.github.planningmath.plan;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of constants that may change in time, by the rows that give them other values. */
final class ChangingKinds {

    static final Set<Driver.Kind> AMOUNTS_OF_PRODUCT = EnumSet.of(
            Driver.Kind.PRICE, Driver.Kind.UNIT_COST, Driver.Kind.RENEWAL_PRICE, Driver.Kind.RENEWAL_UNIT_COST);

    static final Set<Driver.Kind> SHARES_OF_PRODUCT = EnumSet.of(Driver.Kind.COMMISSION);
    static final Set<Driver.Kind> RATES_OF_CUSTOMERS =
            EnumSet.of(Driver.Kind.RENEWAL_COMMISSION, Driver.Kind.RETENTION, Driver.Kind.REPEAT_RATE);
    static final Set<Driver.Kind> BEHAVIOURS_OF_CUSTOMERS = EnumSet.of(Driver.Kind.REPEAT_BEHAVIOUR);
    static final Set<Driver.Kind> SHARES_OF_CHANNEL = EnumSet.of(Driver.Kind.SITE_CONVERSION, Driver.Kind.WARM_UP_RATE);
    static final Set<Driver.Kind> AMOUNTS_OF_CHANNEL = EnumSet.of(Driver.Kind.COST_PER_VISIT);
    static final Set<Driver.Kind> COUNTS_OF_CHANNEL = EnumSet.of(Driver.Kind.VISIT_CEILING);
    static final Set<Driver.Kind> RATES_OF_TIER = EnumSet.of(Driver.Kind.MANAGER_CONVERSION);
    static final Set<Driver.Kind> RATES_OF_PRODUCT = EnumSet.of(Driver.Kind.PRODUCT_CONVERSION);
    static final Set<Driver.Kind> STAGES_OF_TIER = EnumSet.of(Driver.Kind.STAGE_CONVERSION);
    static final Set<Driver.Kind> STAGES_OF_PRODUCT = EnumSet.of(Driver.Kind.PRODUCT_STAGE_CONVERSION);
    static final Set<Driver.Kind> MIXES_OF_TIER = EnumSet.of(Driver.Kind.CHANNEL_MIX);
    static final Set<Driver.Kind> MIXES_OF_PRODUCT = EnumSet.of(Driver.Kind.PRODUCT_CHANNEL_MIX);
    static final Set<Driver.Kind> COSTS_OF_THE_HOUSE = EnumSet.of(Driver.Kind.FIXED_COSTS);

    private ChangingKinds() {}

    static Stream<Driver.Kind> all() {
        return Stream.of(
                        AMOUNTS_OF_PRODUCT,
                        SHARES_OF_PRODUCT,
                        RATES_OF_CUSTOMERS,
                        BEHAVIOURS_OF_CUSTOMERS,
                        SHARES_OF_CHANNEL,
                        AMOUNTS_OF_CHANNEL,
                        COUNTS_OF_CHANNEL,
                        RATES_OF_TIER,
                        RATES_OF_PRODUCT,
                        STAGES_OF_TIER,
                        STAGES_OF_PRODUCT,
                        MIXES_OF_TIER,
                        MIXES_OF_PRODUCT,
                        COSTS_OF_THE_HOUSE)
                .flatMap(Set::stream)
                .sorted();
    }
}
