package io.github.planningmath.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.planningmath.sales.SalesTier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway") // null is what is refused
class OwnershipTest {

    private static final Ownership DEFAULT = Ownership.withDefaults();

    @ParameterizedTest
    @CsvSource({
        "TRAFFIC_VOLUME, MARKETING, MARKETING, MARKETING",
        "CHANNEL_MIX, MARKETING, MARKETING, MARKETING",
        "PRODUCT_MIX, MARKETING, MARKETING, MARKETING",
        "PRICE, MARKETING, MARKETING, MARKETING",
        "UNIT_COST, MARKETING, MARKETING, MARKETING",
        "COST_PER_VISIT, MARKETING, MARKETING, MARKETING",
        "SITE_CONVERSION, MARKETING, MARKETING, MARKETING",
        "WARM_UP_RATE, MARKETING, MARKETING, MARKETING",
        "MANAGER_CONVERSION, MARKETING, SALES, SALES",
        "RETENTION_RATE, MARKETING, MARKETING, MARKETING",
        "REPEAT_RATE, SALES, SALES, SALES"
    })
    void theDefaultIsTheUsualDivisionOfLabour(
            Factor factor, Department transactional, Department consultative, Department strategic) {
        assertThat(DEFAULT.owner(factor, SalesTier.TRANSACTIONAL)).isEqualTo(transactional);
        assertThat(DEFAULT.owner(factor, SalesTier.CONSULTATIVE)).isEqualTo(consultative);
        assertThat(DEFAULT.owner(factor, SalesTier.STRATEGIC)).isEqualTo(strategic);
    }

    @ParameterizedTest
    @EnumSource
    void everyFactorHasAnOwnerInEveryTier(Factor factor) {
        assertThat(DEFAULT.owners().get(factor)).containsOnlyKeys(SalesTier.values());
    }

    @Test
    void anOwnerIsChangedInOneTier() {
        Ownership changed = DEFAULT.withOwner(Factor.PRICE, SalesTier.STRATEGIC, Department.SHARED);
        assertThat(changed.owner(Factor.PRICE, SalesTier.STRATEGIC)).isEqualTo(Department.SHARED);
        assertThat(changed.withOwner(Factor.PRICE, SalesTier.STRATEGIC, Department.MARKETING))
                .isEqualTo(DEFAULT);
    }

    @Test
    void anOwnerIsChangedInAllTiers() {
        Ownership changed = DEFAULT.withOwner(Factor.PRICE, Department.SALES);
        for (SalesTier tier : SalesTier.values()) {
            assertThat(changed.owner(Factor.PRICE, tier)).isEqualTo(Department.SALES);
        }
        assertThat(changed.withOwner(Factor.PRICE, Department.MARKETING)).isEqualTo(DEFAULT);
    }

    @Test
    void theOrderOfTheTableIsAlwaysTheSame() {
        Map<Factor, Map<SalesTier, Department>> backwards = new LinkedHashMap<>();
        List<Factor> factors = new ArrayList<>(DEFAULT.owners().keySet());
        Collections.reverse(factors);
        factors.forEach(factor -> backwards.put(factor, DEFAULT.owners().get(factor)));
        Ownership ownership = new Ownership(backwards);
        assertThat(ownership).isEqualTo(DEFAULT);
        assertThat(ownership.owners().keySet()).containsExactly(Factor.values());
    }

    @Test
    void theTableIsCopied() {
        Map<Factor, Map<SalesTier, Department>> given = new EnumMap<>(DEFAULT.owners());
        Ownership ownership = new Ownership(given);
        given.clear();
        assertThat(ownership).isEqualTo(DEFAULT);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> ownership.owners().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> ownership.owners().get(Factor.PRICE).clear());
    }

    @Test
    void aFactorWithoutAnOwnerIsRefused() {
        Map<Factor, Map<SalesTier, Department>> given = new EnumMap<>(DEFAULT.owners());
        given.remove(Factor.PRICE);
        assertThatNullPointerException()
                .isThrownBy(() -> new Ownership(given))
                .withMessage("Ownership.owners[PRICE] must be given, but was null.");
    }

    @Test
    void aTierWithoutAnOwnerIsRefused() {
        Map<Factor, Map<SalesTier, Department>> given = new EnumMap<>(DEFAULT.owners());
        given.put(
                Factor.PRICE,
                Map.of(SalesTier.TRANSACTIONAL, Department.SALES, SalesTier.CONSULTATIVE, Department.SALES));
        assertThatNullPointerException()
                .isThrownBy(() -> new Ownership(given))
                .withMessage("Ownership.owners[PRICE][STRATEGIC] must be given, but was null.");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Ownership(null))
                .withMessage("Ownership.owners must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULT.withOwner(null, Department.SALES))
                .withMessage("Ownership.factor must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULT.withOwner(Factor.PRICE, (SalesTier) null, Department.SALES))
                .withMessage("Ownership.tier must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULT.withOwner(Factor.PRICE, null))
                .withMessage("Ownership.owner must be given, but was null.");
    }
}
