package io.github.planningmath;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which classes of the library use which, as the compiler wrote it down: every name in the constant pool of a class file counts,
 * a type of a signature, a call, a constant that was copied.
 *
 * <p>A class is taken with what is nested in it. Taken as one as well is what cannot be apart: a sealed type with those it
 * permits, under its name, and a record with its generated withers. Annotations are left out: they say something of a class, as
 * which types its JSON has, and do nothing with it.
 */
final class ClassUses {

    private static final String ROOT = "io/github/planningmath/";
    private static final Pattern NAME = Pattern.compile(ROOT + "(\\w+/\\w+)");

    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int METHOD_HANDLE = 15;
    private static final int METHOD_TYPE = 16;
    private static final int MODULE = 19;
    private static final int PACKAGE = 20;

    /** By class: the name it is taken under. */
    private final Map<String, String> taken = new HashMap<>();

    private ClassUses() {}

    /**
     * The uses of a library.
     *
     * @param one a class of it, compiled into a folder
     * @return by class, such as {@code plan.Planner}: the others that it uses
     */
    static Map<String, Set<String>> of(Class<?> one) {
        Map<String, Set<String>> named = new TreeMap<>();
        ClassUses uses = new ClassUses();
        for (Path file : filesBeside(one)) {
            Class<?> type = type(one, file);
            if (!isAnnotation(type)) {
                named.computeIfAbsent(outermost(type), name -> new TreeSet<>()).addAll(names(file));
                uses.take(type);
            }
        }
        Map<String, Set<String>> all = new TreeMap<>();
        named.forEach((name, used) -> used.stream()
                .filter(named::containsKey)
                .map(uses::takenUnder)
                .filter(other -> !other.equals(uses.takenUnder(name)))
                .forEach(all.computeIfAbsent(uses.takenUnder(name), each -> new TreeSet<>())::add));
        return all;
    }

    private void take(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        if (permitted != null) {
            Arrays.stream(permitted).forEach(each -> takeUnder(type, each));
        }
        Arrays.stream(type.getInterfaces())
                .filter(each -> each.getSimpleName().equals("With" + type.getSimpleName()))
                .forEach(withers -> takeUnder(type, withers));
    }

    private void takeUnder(Class<?> type, Class<?> part) {
        String before = takenUnder(outermost(part));
        String now = takenUnder(outermost(type));
        taken.replaceAll((name, under) -> under.equals(before) ? now : under);
        taken.put(before, now);
    }

    private String takenUnder(String name) {
        return taken.getOrDefault(name, name);
    }

    private static List<Path> filesBeside(Class<?> one) {
        try (Stream<Path> files = Files.walk(folder(one))) {
            return files.filter(file -> file.toString().endsWith(".class")
                            && !file.toString().endsWith("-info.class"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(Class<?> one) {
        try {
            return Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Class<?> type(Class<?> one, Path file) {
        String path = folder(one)
                .relativize(file)
                .toString()
                .replace(file.getFileSystem().getSeparator(), ".");
        try {
            return Class.forName(path.substring(0, path.length() - ".class".length()), false, one.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isAnnotation(Class<?> type) {
        return type.getNestHost().isAnnotation();
    }

    private static String outermost(Class<?> type) {
        return type.getNestHost().getName().substring(ROOT.length());
    }

    /** The names of a class file's constant pool, as chapter 4.4 of the Java Virtual Machine Specification lays it out. */
    private static Set<String> names(Path file) {
        Set<String> names = new TreeSet<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.readLong();
            int size = in.readUnsignedShort();
            for (int index = 1; index < size; index++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case UTF8 ->
                        NAME.matcher(in.readUTF())
                                .results()
                                .map(name -> name.group(1).replace('/', '.'))
                                .forEach(names::add);
                    case LONG, DOUBLE -> {
                        in.readLong();
                        index++;
                    }
                    case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE -> in.readUnsignedShort();
                    case METHOD_HANDLE -> {
                        in.readUnsignedByte();
                        in.readUnsignedShort();
                    }
                    default -> in.readInt();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
