package io.github.planningmath.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A small budget problem in whole steps, drawn, with what its best splits bring by a plain dynamic programme. No code of the
 * library is used, that of curves included: {@link #channels} and {@link #groups} say in numbers what a test then puts into
 * the library's terms.
 *
 * @param step the money of a step
 * @param channels side by side where they share a group
 * @param groups those that channels name by their places
 */
record WholeStepOracle(double step, List<Channel> channels, List<Group> groups) {

    /** A ceiling that no budget here reaches. */
    static final int NO_CEILING = 1_000;

    static final int NO_GROUP = -1;

    enum Family {
        LINEAR,
        POWER,
        LOGARITHMIC,
        EXPONENTIAL,
        MICHAELIS_MENTEN,
        HILL,
        LINES
    }

    /**
     * A curve.
     *
     * @param family its formula
     * @param numbers what the formula takes; of lines, a spend and an outcome for each knot
     */
    record Curve(Family family, List<Double> numbers) {

        double value(double x) {
            double a = numbers.get(0);
            double b = numbers.get(1);
            return switch (family) {
                case LINEAR -> a * Math.min(x, b);
                case POWER -> a * Math.pow(x, b);
                case LOGARITHMIC -> a * Math.log(1 + x / b);
                case EXPONENTIAL -> a * (1 - Math.exp(-x / b));
                case MICHAELIS_MENTEN -> a * x / (b + x);
                case HILL -> x == 0 ? 0 : a / (1 + Math.pow(b / x, numbers.get(2)));
                case LINES -> onLines(x);
            };
        }

        private double onLines(double x) {
            double fromX = 0;
            double fromY = 0;
            for (int i = 0; i < numbers.size(); i += 2) {
                double toX = numbers.get(i);
                double toY = numbers.get(i + 1);
                if (x <= toX) {
                    return fromY + (toY - fromY) * (x - fromX) / (toX - fromX);
                }
                fromX = toX;
                fromY = toY;
            }
            return fromY;
        }
    }

    /** A channel, with its bounds in steps and the place of its group. */
    record Channel(Curve curve, int floor, int ceiling, int group) {}

    /** Bounds of some channels together, in steps. */
    record Group(int floor, int ceiling) {}

    /** A problem with at most six channels, in at most three groups. */
    static WholeStepOracle drawn(Random random, boolean concave) {
        double step = List.of(0.5, 1.0, 25.0, 100.0).get(random.nextInt(4));
        double unit = step * (1 + random.nextInt(6));
        int count = 1 + random.nextInt(6);
        int groupCount = random.nextInt(4);
        List<Integer> groupOf = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            groupOf.add(random.nextInt(groupCount + 1) - 1);
        }
        if (groupOf.stream().distinct().filter(group -> group >= 0).count() < groupCount) {
            return drawn(random, concave);
        }
        groupOf.sort((left, right) -> Integer.compare(left < 0 ? count : left, right < 0 ? count : right));
        List<Channel> channels = new ArrayList<>();
        for (int group : groupOf) {
            boolean again = !channels.isEmpty() && random.nextInt(4) == 0;
            Curve curve = again ? channels.get(channels.size() - 1).curve : curve(random, unit, concave);
            int floor = random.nextInt(3) == 0 ? random.nextInt(4) : 0;
            int ceiling = random.nextInt(3) == 0 ? floor + random.nextInt(8) : NO_CEILING;
            channels.add(new Channel(curve, floor, ceiling, group));
        }
        List<Group> groups = new ArrayList<>();
        for (int group = 0; group < groupCount; group++) {
            int floor = random.nextInt(2) * random.nextInt(8);
            groups.add(new Group(floor, random.nextInt(4) == 0 ? NO_CEILING : floor + random.nextInt(10)));
        }
        return new WholeStepOracle(step, channels, groups);
    }

    private static Curve curve(Random random, double unit, boolean concave) {
        double most = 10 + Math.rint(1_000 * random.nextDouble()) / 10;
        double half = unit * (1 + random.nextInt(50)) / 10.0;
        Family family = Family.values()[random.nextInt(Family.values().length)];
        return switch (family) {
            case LINEAR ->
                new Curve(
                        family, List.of(random.nextInt(5) / unit, unit * (1 + random.nextInt(8)) - step(random, unit)));
            case POWER -> new Curve(family, List.of(most, (1 + random.nextInt(19)) / 20.0));
            case HILL ->
                new Curve(
                        family,
                        List.of(most, half, concave ? 1 - random.nextInt(8) / 10.0 : 1 + random.nextInt(70) / 10.0));
            case LINES -> lines(random, unit, concave);
            default -> new Curve(family, List.of(most, half));
        };
    }

    private static double step(Random random, double unit) {
        return random.nextBoolean() ? 0 : unit / 3;
    }

    /** Lines whose slopes rise to the greatest and fall from there, or only fall. */
    private static Curve lines(Random random, double unit, boolean concave) {
        int count = 1 + random.nextInt(4);
        double[] slopes =
                random.ints(count, 0, 6).mapToDouble(i -> i / unit).sorted().toArray();
        int rising = concave ? 0 : random.nextInt(count + 1);
        List<Double> numbers = new ArrayList<>();
        double x = 0;
        double y = 0;
        for (int i = 0; i < count; i++) {
            // The smallest slopes first rise; the others then fall from the greatest.
            double slope = i < rising ? slopes[i] : slopes[count - 1 - (i - rising)];
            double width = unit * (1 + random.nextInt(20)) / 8;
            x += width;
            y += slope * width;
            numbers.add(x);
            numbers.add(y);
        }
        return new Curve(Family.LINES, numbers);
    }

    /** What the best split brings of each budget up to one, in steps; minus infinity where the bounds do not admit it. */
    double[] best(int most) {
        double[] best = nothing(most);
        best[0] = 0;
        for (int group = 0; group < groups.size(); group++) {
            double[] within = together(group, most);
            for (int steps = 0; steps <= most; steps++) {
                if (steps < groups.get(group).floor || steps > groups.get(group).ceiling) {
                    within[steps] = Double.NEGATIVE_INFINITY;
                }
            }
            best = summed(best, within);
        }
        return summed(best, together(NO_GROUP, most));
    }

    private double[] together(int group, int most) {
        double[] best = nothing(most);
        best[0] = 0;
        for (Channel channel : channels) {
            if (channel.group == group) {
                double[] own = nothing(most);
                for (int steps = channel.floor; steps <= Math.min(most, channel.ceiling); steps++) {
                    own[steps] = channel.curve.value(steps * step);
                }
                best = summed(best, own);
            }
        }
        return best;
    }

    private static double[] nothing(int most) {
        double[] nothing = new double[most + 1];
        Arrays.fill(nothing, Double.NEGATIVE_INFINITY);
        return nothing;
    }

    private static double[] summed(double[] left, double[] right) {
        double[] sums = nothing(left.length - 1);
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; i + j < left.length; j++) {
                sums[i + j] = Math.max(sums[i + j], left[i] + right[j]);
            }
        }
        return sums;
    }

    /** What a split brings, by channel in steps. */
    double outcome(List<Integer> steps) {
        double outcome = 0;
        for (int i = 0; i < steps.size(); i++) {
            outcome += channels.get(i).curve.value(steps.get(i) * step);
        }
        return outcome;
    }
}
