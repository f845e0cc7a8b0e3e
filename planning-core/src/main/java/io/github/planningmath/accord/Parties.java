package io.github.planningmath.accord;

import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;

/** The two sides of an accord. */
final class Parties {

    private Parties() {}

    static Department requireOne(Department department, String component) {
        if (Required.present(department, component) == Department.SHARED) {
            throw new IllegalArgumentException(
                    component + " must be MARKETING or SALES, but was SHARED. Perhaps one of each was meant.");
        }
        return department;
    }

    static Department counterpart(Department department) {
        return department == Department.MARKETING ? Department.SALES : Department.MARKETING;
    }
}
