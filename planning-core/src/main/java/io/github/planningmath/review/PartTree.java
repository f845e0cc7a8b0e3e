package io.github.planningmath.review;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.kpi.Pillar;
import io.github.planningmath.quantity.Apportionment;
import io.github.planningmath.traffic.Direction;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The tree of a gap: owners, directions, effects, products and channels, names in code-point order, so that the order of
 * products and channels means nothing.
 *
 * <p>The finished tree is rounded once. Every leaf is taken in whole millionths of a minor unit; a part shows the rounded
 * sum of all leaves through its last less the rounded sum of all before its first. So parts sum exactly, a part of 0 shows
 * 0, none shows the opposite sign, and swapping plan and fact negates what is shown. What the leaves are short of the exact
 * gap by, the last bits of doubles, goes to the largest leaf; where the doubles show no change at all, to a leaf of its own.
 */
final class PartTree {

    private static final int MILLIONTHS = 6;
    private static final BigInteger HALF = BigInteger.valueOf(500_000);
    private static final BigInteger UNIT = BigInteger.valueOf(1_000_000);
    private static final double EXACT_LONGS = 9e18;

    private final ReviewCells cells;
    private final Effects effects;
    private final Ownership ownership;
    private final int digits;
    private final double unit;
    private final List<Integer> products;
    private final List<Integer> channels;
    private final Node root = new Node(Part.Level.GAP, "gap");
    private @Nullable Node largest;

    private PartTree(ReviewCells cells, Effects effects, Ownership ownership, int digits) {
        this.cells = cells;
        this.effects = effects;
        this.ownership = ownership;
        this.digits = digits;
        unit = Math.pow(10, digits + MILLIONTHS);
        products = inOrder(cells.products, p -> cells.product(p).name());
        channels = inOrder(cells.channels, c -> cells.channel(c).name());
    }

    static Part of(ReviewCells cells, Effects effects, Ownership ownership, BigDecimal gap, int digits) {
        PartTree tree = new PartTree(cells, effects, ownership, digits);
        for (Department owner : Department.values()) {
            keep(tree.root, tree.owner(owner));
        }
        return tree.build(gap);
    }

    /** The same parts by what the business stands on, whoever answers for them. */
    static Part byPillar(ReviewCells cells, Effects effects, Ownership ownership, BigDecimal gap, int digits) {
        PartTree tree = new PartTree(cells, effects, ownership, digits);
        for (Pillar pillar : Pillar.values()) {
            keep(tree.root, tree.pillar(pillar));
        }
        keep(tree.root, tree.costsOfTheHouse());
        return tree.build(gap);
    }

    private static List<Integer> inOrder(int count, IntFunction<String> name) {
        return IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparing(name::apply, Apportionment.byCodePoint()))
                .toList();
    }

    /** A part while it is built. */
    private static final class Node {

        private final Part.Level level;
        private final String name;
        private final List<Node> nodes = new ArrayList<>();
        private double effect;
        private BigInteger millionths = BigInteger.ZERO;

        Node(Part.Level level, String name) {
            this.level = level;
            this.name = name;
        }
    }

    private Part build(BigDecimal gap) {
        Node early = new Node(Part.Level.NOT_YET_DUE, Part.NOT_YET_DUE);
        products.forEach(p -> keep(early, product(p, effects::notYetDue)));
        keep(root, early);
        BigInteger exact = gap.movePointRight(digits + MILLIONTHS)
                .setScale(0, RoundingMode.HALF_UP)
                .toBigInteger();
        if (largest != null) {
            largest.millionths = largest.millionths.add(exact.subtract(sum(root)));
        } else if (exact.signum() != 0) {
            Node beyondDoubles = leaf(Part.Level.NOT_YET_DUE, Part.NOT_YET_DUE, gap.doubleValue());
            beyondDoubles.millionths = exact;
            keep(root, beyondDoubles);
        }
        return finished(root, new Rounding());
    }

    private Node owner(Department owner) {
        Node node = new Node(Part.Level.OWNER, owner.name().toLowerCase(Locale.ROOT));
        Which ofOwner = (factor, p) -> ownership.owner(factor, cells.product(p).tier()) == owner;
        for (Direction direction : Direction.values()) {
            Node ofDirection = new Node(
                    Part.Level.DIRECTION,
                    direction.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            for (Factor factor : Factor.values()) {
                if (factor.direction() == direction) {
                    keep(ofDirection, factor(factor, ofOwner));
                }
            }
            keep(node, ofDirection);
        }
        if (owner == Department.SHARED) {
            keep(node, costsOfTheHouse());
        }
        return node;
    }

    private Node costsOfTheHouse() {
        return leaf(Part.Level.EFFECT, Part.COSTS_OF_THE_HOUSE, effects.house());
    }

    private Node pillar(Pillar pillar) {
        Node node = new Node(Part.Level.PILLAR, pillar.name().toLowerCase(Locale.ROOT));
        for (Factor each : Factor.values()) {
            if (each.pillar() == pillar) {
                keep(node, factor(each, (factor, p) -> true));
            }
        }
        return node;
    }

    /** Whether what a factor did in a product is part of a node. */
    private interface Which {
        boolean is(Factor factor, int product);
    }

    private Node factor(Factor factor, Which which) {
        Node node = new Node(Part.Level.EFFECT, factor.label());
        for (int p : products) {
            if (which.is(factor, p)) {
                keep(node, product(p, cell -> effects.part(factor, cell)));
            }
        }
        return node;
    }

    private Node product(int p, IntToDoubleFunction partOfCell) {
        Node node = new Node(Part.Level.PRODUCT, cells.product(p).name());
        for (int c : channels) {
            keep(node, leaf(Part.Level.CHANNEL, cells.channel(c).name(), partOfCell.applyAsDouble(cells.cell(p, c))));
        }
        double alone = partOfCell.applyAsDouble(cells.cell(p, cells.channels));
        keep(node, leaf(Part.Level.CHANNEL, Part.NO_CHANNEL, alone));
        return node;
    }

    private Node leaf(Part.Level level, String name, double effect) {
        Node node = new Node(level, name);
        node.effect = effect;
        node.millionths = millionths(effect * unit);
        if (effect != 0 && (largest == null || node.millionths.abs().compareTo(largest.millionths.abs()) > 0)) {
            largest = node;
        }
        return node;
    }

    private static BigInteger millionths(double value) {
        return Math.abs(value) < EXACT_LONGS
                ? BigInteger.valueOf((long) (value + Math.copySign(0.5, value)))
                : new BigDecimal(value).toBigInteger();
    }

    private static void keep(Node parent, Node node) {
        if (node.effect != 0 || !node.nodes.isEmpty()) {
            parent.nodes.add(node);
            parent.effect += node.effect;
        }
    }

    private static BigInteger sum(Node node) {
        BigInteger sum = node.millionths;
        for (Node part : node.nodes) {
            sum = sum.add(sum(part));
        }
        return sum;
    }

    /** The sum of the leaves so far, and what of it has been shown. */
    private static final class Rounding {
        private BigInteger through = BigInteger.ZERO;
        private BigInteger shown = BigInteger.ZERO;
    }

    private Part finished(Node node, Rounding rounding) {
        BigInteger before = rounding.shown;
        List<Part> parts = new ArrayList<>(node.nodes.size());
        for (Node each : node.nodes) {
            parts.add(finished(each, rounding));
        }
        if (node.nodes.isEmpty()) {
            rounding.through = rounding.through.add(node.millionths);
            rounding.shown = halfAwayFromZero(rounding.through);
        }
        BigDecimal amount = new BigDecimal(rounding.shown.subtract(before), digits);
        return new Part(node.level, node.name, node.effect, amount, parts);
    }

    private static BigInteger halfAwayFromZero(BigInteger millionths) {
        BigInteger half = millionths.signum() < 0 ? HALF.negate() : HALF;
        return millionths.add(half).divide(UNIT);
    }
}
