package io.github.planningmath.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.lifetime.BuyerModel;
import io.github.planningmath.lifetime.BuyerModelFitter;
import io.github.planningmath.lifetime.CustomerHistories;
import io.github.planningmath.lifetime.CustomerHistories.OrdersRead;
import io.github.planningmath.lifetime.PurchaseHistory;
import io.github.planningmath.lifetime.RetentionCurve;
import io.github.planningmath.sales.RepeatBehaviour;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

@Domain(LifetimeDomain.class)
class LifetimeDomainPropertyTest {

    @Test
    void everyPublicRecordHasAnArbitrary() throws Exception {
        Set<String> generated = Arrays.stream(LifetimeDomain.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Provide.class))
                .map(method -> ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0])
                .map(LifetimeDomainPropertyTest::typeName)
                .collect(Collectors.toSet());
        // Unbounded has one value, and the interface's arbitrary gives it.
        assertThat(publicRecords())
                .hasSizeGreaterThan(30)
                .filteredOn(name -> !name.endsWith("$Unbounded"))
                .isSubsetOf(generated);
    }

    private static String typeName(Type type) {
        return (type instanceof ParameterizedType generic ? generic.getRawType() : type).getTypeName();
    }

    /** From the classes of the core, in a folder or in a jar. */
    private static Set<String> publicRecords() throws Exception {
        Path core = Path.of(BuyerModel.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String folder = BuyerModel.class.getPackageName().replace('.', '/');
        if (Files.isDirectory(core)) {
            return publicRecords(core.resolve(folder));
        }
        try (FileSystem jar = FileSystems.newFileSystem(core)) {
            return publicRecords(jar.getPath(folder));
        }
    }

    private static Set<String> publicRecords(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> Objects.toString(file.getFileName()))
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> BuyerModel.class.getPackageName() + "." + file.replace(".class", ""))
                    .filter(LifetimeDomainPropertyTest::isPublicRecord)
                    .collect(Collectors.toSet());
        }
    }

    private static boolean isPublicRecord(String name) {
        try {
            Class<?> type = Class.forName(name);
            return type.isRecord() && Modifier.isPublic(type.getModifiers());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Property
    void whatIsGeneratedAnswers(
            @ForAll RetentionCurve curve,
            @ForAll RepeatBehaviour behaviour,
            @ForAll BuyerModel model,
            @ForAll PurchaseHistory history) {
        assertThat(curve.survival(7)).isBetween(0.0, 1.0);
        assertThat(behaviour.retention(3).toDouble()).isBetween(0.0, 1.0);
        assertThat(model.probabilityAlive(history)).isBetween(0.0, 1.0);
    }

    @Property
    void everyOrderIsAccountedFor(@ForAll CustomerHistories base) {
        OrdersRead read = Objects.requireNonNull(base.read());
        assertThat(read.afterEnd() + read.merged() + read.notPositive() + read.purchases())
                .isEqualTo(read.orders());
    }

    @Property
    void aFitterKeepsItsRidge(@ForAll BuyerModelFitter fitter) {
        assertThat(fitter.withRidge(fitter.ridge()).ridge()).isCloseTo(fitter.ridge(), within(0.0));
    }
}
