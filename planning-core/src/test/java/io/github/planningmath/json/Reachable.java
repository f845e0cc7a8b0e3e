package io.github.planningmath.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The instances of exported types that can be had from some by their public accessors, a few of each type. */
final class Reachable {

    private static final String ROOT = "io.github.planningmath.";
    private static final int FEW = 3;
    private static final int ENTRIES = 60;

    /** What is prepared is the planner's own. */
    private static final Set<String> NO_ACCESSORS =
            Set.of("hashCode", "getClass", "notify", "notifyAll", "toString", "prepared");

    private final Map<Class<?>, List<Object>> instances = new LinkedHashMap<>();
    private final Deque<Object> ahead = new ArrayDeque<>();

    private Reachable() {}

    static Map<Class<?>, List<Object>> from(Collection<?> roots) {
        Reachable reachable = new Reachable();
        roots.forEach(reachable::meet);
        while (!reachable.ahead.isEmpty()) {
            reachable.lookInto(reachable.ahead.poll());
        }
        return reachable.instances;
    }

    private void meet(@Nullable Object object) {
        if (object instanceof Map<?, ?> map) {
            map.entrySet().stream().limit(ENTRIES).forEach(entry -> {
                meet(entry.getKey());
                meet(entry.getValue());
            });
        } else if (object instanceof Iterable<?> several) {
            int count = 0;
            for (Object each : several) {
                if (count++ == ENTRIES) {
                    break;
                }
                meet(each);
            }
        }
        if (object != null && object.getClass().getName().startsWith(ROOT)) {
            List<Object> ofType = instances.computeIfAbsent(typeOf(object), type -> new ArrayList<>());
            if (ofType.size() < FEW && !ofType.contains(object)) {
                ofType.add(object);
                ahead.add(object);
            }
        }
    }

    /** Of a constant with a body the type of all of them. */
    private static Class<?> typeOf(Object object) {
        return object instanceof Enum<?> constant ? constant.getDeclaringClass() : object.getClass();
    }

    private void lookInto(Object object) {
        for (Method accessor : object.getClass().getMethods()) {
            if (accessor.getParameterCount() == 0
                    && !Modifier.isStatic(accessor.getModifiers())
                    && !accessor.getReturnType().isPrimitive()
                    && !NO_ACCESSORS.contains(accessor.getName())) {
                @Nullable Object value = call(accessor, object);
                meet(value instanceof Stream<?> stream ? stream.limit(ENTRIES).toList() : value);
            }
        }
    }

    /** What an accessor gives; null where it refuses, such as a refusal asked for its value. */
    private static @Nullable Object call(Method accessor, Object object) {
        try {
            accessor.setAccessible(true);
            return accessor.invoke(object);
        } catch (InvocationTargetException refused) {
            return null;
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
