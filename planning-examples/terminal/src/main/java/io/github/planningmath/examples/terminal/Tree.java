package io.github.planningmath.examples.terminal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line with lines under it: indented in the terminal, folded on the page.
 *
 * @param text the line
 * @param figure the figure that stands right of it; empty where there is none
 * @param notes further figures, which stand below it on the page
 * @param branches the lines under it
 */
public record Tree(String text, String figure, List<Note> notes, List<Tree> branches) {

    private static final int STEP = 2;
    private static final int PAGE = 175;
    private static final String FURTHER = "      ";

    /**
     * A further figure of a line.
     *
     * @param name its heading
     * @param figure the figure
     */
    public record Note(String name, String figure) {}

    public Tree {
        notes = List.copyOf(notes);
        branches = List.copyOf(branches);
    }

    /** A line that is being made, while those under it are still to come. */
    private record Growing(String text, String figure, List<Note> notes, List<Tree> branches) {

        Tree grown() {
            return new Tree(text, figure, notes, branches);
        }
    }

    /** Makes trees of lines, each with its depth. */
    static final class Maker {

        private final List<Tree> roots = new ArrayList<>();
        private final Deque<Growing> open = new ArrayDeque<>();

        /** Adds a line under the last one that is less deep. */
        void add(int depth, String text, String figure, List<Note> notes) {
            closeTo(depth);
            open.push(new Growing(text, figure, notes, new ArrayList<>()));
        }

        List<Tree> made() {
            closeTo(0);
            return roots;
        }

        private void closeTo(int depth) {
            while (open.size() > depth) {
                Tree grown = open.pop().grown();
                (open.isEmpty() ? roots : open.element().branches()).add(grown);
            }
        }
    }

    /**
     * The trees of a text whose lines are indented by two blanks under each other.
     *
     * @param text the text
     * @return its trees
     */
    public static List<Tree> ofIndented(String text) {
        Maker maker = new Maker();
        text.lines().forEach(line -> {
            String words = line.stripLeading();
            maker.add((line.length() - words.length()) / STEP, words, "", List.of());
        });
        return maker.made();
    }

    /**
     * Whether lines stand under it.
     *
     * @return false of a leaf
     */
    public boolean hasBranches() {
        return !branches.isEmpty();
    }

    /**
     * Whether further figures stand below it.
     *
     * @return true where there are some
     */
    public boolean hasNotes() {
        return !notes.isEmpty();
    }

    /**
     * The lines as they are printed.
     *
     * @return the line, and those under it indented
     */
    public String lines() {
        return lines("");
    }

    /** The lines, indented, broken at blanks where they are wider than a page. */
    private String lines(String indent) {
        return wrapped(indent + text, indent + FURTHER)
                + branches.stream()
                        .map(branch -> branch.lines(indent + " ".repeat(STEP)))
                        .collect(Collectors.joining());
    }

    private static String wrapped(String line, String further) {
        int blank = line.length() <= PAGE ? -1 : line.lastIndexOf(' ', PAGE);
        return blank <= further.length()
                ? line + "\n"
                : line.substring(0, blank) + "\n" + wrapped(further + line.substring(blank + 1), further);
    }
}
