package io.github.planningmath.examples.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void aBarShowsOnATerminal() {
        Run run = Run.onTerminal();
        assertThat(run.err()).contains("Simulating", "Fitting", "Valuing");
        assertThat(run.out()).isEqualTo(Run.of().out());
    }

    @Test
    void quietShowsNone() {
        assertThat(Run.onTerminal("--quiet").err()).isEmpty();
    }
}
