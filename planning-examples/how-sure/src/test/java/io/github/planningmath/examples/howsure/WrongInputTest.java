package io.github.planningmath.examples.howsure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongInputTest {

    @TempDir
    private Path folder;

    private void refused(String yaml, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("known.yaml"), yaml);
        Run run = Run.of("--uncertainty", file.toString());
        assertThat(run.err()).isEqualTo("how-sure: " + file + message + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aDoubtOfWhatThePlanLacks() throws IOException {
        refused(
                """
                doubts:
                  "commission[Tracking numbers]": {type: spread, deviation: 10%}
                common: []
                """,
                ": Uncertainty.doubts must be of constants that the plan has, but was of commission[Tracking numbers],"
                        + " which is not given.");
    }

    @Test
    void noFile() {
        Run run = Run.of("--uncertainty", "none.yaml");
        assertThat(run.err()).isEqualTo("how-sure: none.yaml: no such file\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
