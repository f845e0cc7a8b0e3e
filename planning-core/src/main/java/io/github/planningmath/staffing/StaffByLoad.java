package io.github.planningmath.staffing;

import java.util.Arrays;
import java.util.function.DoubleToLongFunction;

/**
 * How many people carry a load, kept from the loads that were worked out: for each number of people the least and the
 * greatest load known to take them. More load never takes fewer, so all between these two take as many, and only a load
 * beyond what is known is worked out. The table grows with what is asked for.
 *
 * <p>May be shared between threads.
 */
final class StaffByLoad {

    private static final int FEW = 16;

    private final DoubleToLongFunction worked;
    private double[] loads = new double[FEW];
    private long[] people = new long[FEW];
    private int size;

    /**
     * A table without entries.
     *
     * @param worked how many people a load takes; not falling
     */
    StaffByLoad(DoubleToLongFunction worked) {
        this.worked = worked;
    }

    synchronized long people(double load) {
        int found = Arrays.binarySearch(loads, 0, size, load);
        if (found >= 0) {
            return people[found];
        }
        int above = -found - 1;
        if (above > 0 && above < size && people[above - 1] == people[above]) {
            return people[above];
        }
        long answer = worked.applyAsLong(load);
        keep(above, load, answer);
        return answer;
    }

    private void keep(int place, double load, long answer) {
        if (has(place, answer) && has(place + 1, answer)) {
            loads[place] = load;
        } else if (has(place - 1, answer) && has(place - 2, answer)) {
            loads[place - 1] = load;
        } else {
            insert(place, load, answer);
        }
    }

    private boolean has(int place, long answer) {
        return place >= 0 && place < size && people[place] == answer;
    }

    private void insert(int place, double load, long answer) {
        if (size == loads.length) {
            loads = Arrays.copyOf(loads, 2 * size);
            people = Arrays.copyOf(people, 2 * size);
        }
        System.arraycopy(loads, place, loads, place + 1, size - place);
        System.arraycopy(people, place, people, place + 1, size - place);
        loads[place] = load;
        people[place] = answer;
        size++;
    }
}
