package io.github.planningmath.lifetime;

import java.util.Arrays;

/** Gathers histories into unique ones: an open hash table of row numbers beside growing columns. */
final class HistoryCompression {

    private static final int SMALLEST = 1 << 10;
    private static final int FREE = -1;

    private int[] frequency;
    private double[] recency;
    private double[] age;
    private double[] weight;
    private int size;

    private int[] slots;
    private int mask;

    /** A table for at most so many rows; it starts small, because most of them repeat. */
    HistoryCompression(int expectedRows) {
        int capacity = Math.max(1, Math.min(expectedRows, SMALLEST));
        frequency = new int[capacity];
        recency = new double[capacity];
        age = new double[capacity];
        weight = new double[capacity];
        slots = emptySlots(4 * SMALLEST);
        mask = slots.length - 1;
    }

    HistoryCompression addAll(CustomerColumns customers) {
        for (int row = 0; row < customers.size(); row++) {
            add(customers.frequency(row), customers.recency(row), customers.age(row), 1);
        }
        return this;
    }

    void add(int rowFrequency, double rowRecency, double rowAge, double rowWeight) {
        int slot = hash(rowFrequency, rowRecency, rowAge) & mask;
        for (int row = slots[slot]; row != FREE; row = slots[slot]) {
            if (frequency[row] == rowFrequency && recency[row] == rowRecency && age[row] == rowAge) {
                weight[row] += rowWeight;
                return;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = append(rowFrequency, rowRecency, rowAge, rowWeight);
        if (2 * size > slots.length) {
            rehash();
        }
    }

    int[] frequencies() {
        return Arrays.copyOf(frequency, size);
    }

    double[] recencies() {
        return Arrays.copyOf(recency, size);
    }

    double[] ages() {
        return Arrays.copyOf(age, size);
    }

    double[] weights() {
        return Arrays.copyOf(weight, size);
    }

    private int append(int rowFrequency, double rowRecency, double rowAge, double rowWeight) {
        if (size == frequency.length) {
            int capacity = size + (size >> 1) + 1;
            frequency = Arrays.copyOf(frequency, capacity);
            recency = Arrays.copyOf(recency, capacity);
            age = Arrays.copyOf(age, capacity);
            weight = Arrays.copyOf(weight, capacity);
        }
        frequency[size] = rowFrequency;
        recency[size] = rowRecency;
        age[size] = rowAge;
        weight[size] = rowWeight;
        return size++;
    }

    private void rehash() {
        slots = emptySlots(2 * slots.length);
        mask = slots.length - 1;
        for (int row = 0; row < size; row++) {
            int slot = hash(frequency[row], recency[row], age[row]) & mask;
            while (slots[slot] != FREE) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = row;
        }
    }

    private static int[] emptySlots(int count) {
        int[] slots = new int[count];
        Arrays.fill(slots, FREE);
        return slots;
    }

    /** Mixes all bits of the three: whole numbers differ in their highest bits only. */
    private static int hash(int frequency, double recency, double age) {
        // Adding 0.0 makes -0.0 the 0.0 it equals.
        long bits =
                Double.doubleToRawLongBits(recency + 0.0) * 0x9E3779B97F4A7C15L + Double.doubleToRawLongBits(age + 0.0);
        bits = (bits ^ (bits >>> 32)) * 0xD6E8FEB86659FD93L + frequency;
        bits = (bits ^ (bits >>> 32)) * 0xD6E8FEB86659FD93L;
        return (int) (bits ^ (bits >>> 32));
    }
}
