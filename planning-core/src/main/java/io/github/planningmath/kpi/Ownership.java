package io.github.planningmath.kpi;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.sales.SalesTier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Which department answers for which factor, in each tier.
 *
 * @param owners the owner of every factor in every tier, kept in the order of the factors and tiers
 */
public record Ownership(@DocumentForm.Written Map<Factor, Map<SalesTier, Department>> owners) {

    public Ownership {
        Map<Factor, Map<SalesTier, Department>> given = Required.present(owners, "Ownership.owners");
        owners = table((factor, tier) -> given(given, factor, tier));
    }

    /**
     * The usual division of labour.
     *
     * <p>Sales answers for the manager conversion and the repeat rate; marketing for everything else: product and traffic
     * are its charge. In the transactional tier, where nobody sells in person, the manager conversion is marketing's too.
     *
     * @return the default table
     */
    public static Ownership withDefaults() {
        return new Ownership(table(Ownership::defaultOwner));
    }

    /** As a document gives it: what it does not name is the usual owner's. */
    @DocumentForm.Read
    static Ownership of(Map<Factor, Map<SalesTier, Department>> given) {
        Ownership ownership = withDefaults();
        for (Map.Entry<Factor, Map<SalesTier, Department>> row : given.entrySet()) {
            for (Map.Entry<SalesTier, Department> owner : Required.present(
                            row.getValue(), "Ownership.owners." + row.getKey())
                    .entrySet()) {
                ownership = ownership.withOwner(row.getKey(), owner.getKey(), owner.getValue());
            }
        }
        return ownership;
    }

    /**
     * Who answers for a factor in a tier.
     *
     * @param factor the factor
     * @param tier the tier
     * @return the department
     */
    public Department owner(Factor factor, SalesTier tier) {
        return given(owners, factor, tier);
    }

    /**
     * Who answers for a factor in several tiers together.
     *
     * @param factor the factor
     * @param tiers the tiers
     * @return the department that answers for it in all of them; both where they differ, or where there is no tier
     */
    public Department owner(Factor factor, Collection<SalesTier> tiers) {
        Required.present(factor, "Ownership.factor");
        List<Department> departments =
                tiers.stream().map(tier -> owner(factor, tier)).distinct().toList();
        return departments.size() == 1 ? departments.get(0) : Department.SHARED;
    }

    /**
     * This table with another owner for a factor in one tier.
     *
     * @param factor the factor
     * @param tier the tier
     * @param owner who answers for it
     * @return the changed table
     */
    public Ownership withOwner(Factor factor, SalesTier tier, Department owner) {
        Required.present(factor, "Ownership.factor");
        Required.present(tier, "Ownership.tier");
        Required.present(owner, "Ownership.owner");
        return new Ownership(table((otherFactor, otherTier) ->
                otherFactor == factor && otherTier == tier ? owner : owner(otherFactor, otherTier)));
    }

    /**
     * This table with another owner for a factor in all tiers.
     *
     * @param factor the factor
     * @param owner who answers for it
     * @return the changed table
     */
    public Ownership withOwner(Factor factor, Department owner) {
        Required.present(factor, "Ownership.factor");
        Required.present(owner, "Ownership.owner");
        return new Ownership(table((otherFactor, tier) -> otherFactor == factor ? owner : owner(otherFactor, tier)));
    }

    private static Department defaultOwner(Factor factor, SalesTier tier) {
        return switch (factor) {
            case MANAGER_CONVERSION -> tier == SalesTier.TRANSACTIONAL ? Department.MARKETING : Department.SALES;
            case REPEAT_RATE -> Department.SALES;
            default -> Department.MARKETING;
        };
    }

    private static Map<Factor, Map<SalesTier, Department>> table(BiFunction<Factor, SalesTier, Department> owner) {
        Map<Factor, Map<SalesTier, Department>> table = new EnumMap<>(Factor.class);
        for (Factor factor : Factor.values()) {
            Map<SalesTier, Department> byTier = new EnumMap<>(SalesTier.class);
            Arrays.stream(SalesTier.values()).forEach(tier -> byTier.put(tier, owner.apply(factor, tier)));
            table.put(factor, Collections.unmodifiableMap(byTier));
        }
        return Collections.unmodifiableMap(table);
    }

    private static Department given(Map<Factor, Map<SalesTier, Department>> owners, Factor factor, SalesTier tier) {
        String component = "Ownership.owners[" + factor + "]";
        Map<SalesTier, Department> byTier = Required.present(owners.get(factor), component);
        return Required.present(byTier.get(tier), component + "[" + tier + "]");
    }
}
