package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RandomSourceTest {

    @Test
    void aThreadWhoseClassLoaderKnowsNothingFindsTheSameGenerator() throws Exception {
        try (URLClassLoader nothing = new URLClassLoader(new URL[0], null)) {
            CompletableFuture<ClassLoader> after = new CompletableFuture<>();
            CompletableFuture<Long> drawn = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                drawn.complete(RandomSource.factory().create(17).nextLong());
                after.complete(Thread.currentThread().getContextClassLoader());
            });
            thread.setContextClassLoader(nothing);
            thread.start();
            thread.join();
            assertThat(drawn).isCompletedWithValue(RandomSource.of(17).nextLong());
            assertThat(after).isCompletedWithValue(nothing);
        }
    }
}
