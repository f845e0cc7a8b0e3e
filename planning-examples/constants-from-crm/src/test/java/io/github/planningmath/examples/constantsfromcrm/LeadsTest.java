package io.github.planningmath.examples.constantsfromcrm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same leads, by hand as each CRM exports them, from a file to what their constants rest on. */
class LeadsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    @TempDir
    private Path folder;

    /** A row of a CRM: id, when it came, and when it was won; lost a week after it came, where not. */
    private interface Export {
        String row(int id, LocalDate came, LocalDate ended, boolean won);
    }

    static Stream<Arguments> systems() {
        return Stream.of(
                Arguments.of("pipedrive", "id,add_time,status,won_time,lost_time,channel,product", (Export)
                        (id, came, ended, won) -> id + "," + came + " 10:00:00," + (won ? "won," : "lost,")
                                + (won ? ended + " 12:00:00," : ",") + (won ? "" : ended + " 12:00:00")
                                + ",site,Call recording"),
                Arguments.of("salesforce", "Id,CreatedDate,IsWon,IsClosed,CloseDate,LeadSource,product", (Export)
                        (id, came, ended, won) -> "006" + id + "," + came + "T10:00:00.000+0000," + won + ",true,"
                                + ended + ",site,Call recording"),
                Arguments.of("hubspot", "Record ID,Create Date,Deal Stage,Close Date,Original Source,product", (Export)
                        (id, came, ended, won) -> id + "," + came + " 10:00," + (won ? "Closed Won," : "Closed Lost,")
                                + ended + " 12:00,site,Call recording"),
                Arguments.of("amocrm", "id,created_at,status_id,closed_at,source_id,product", (Export)
                        (id, came, ended, won) -> id + "," + (came.toEpochDay() * 86_400 + 40_000) + ","
                                + (won ? 142 : 143) + "," + (ended.toEpochDay() * 86_400 + 40_000)
                                + ",site,Call recording"),
                Arguments.of("bitrix24", "ID,DATE_CREATE,STAGE_SEMANTIC_ID,CLOSEDATE,SOURCE_ID,product", (Export)
                        (id, came, ended, won) -> id + "," + came + "T10:00:00+03:00," + (won ? "S," : "F,") + ended
                                + "T12:00:00+03:00,site,Call recording"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("systems")
    void eachSystemsExportBecomesConstants(String system, String header, Export export) throws IOException {
        StringBuilder csv = new StringBuilder(header + "\n");
        for (int id = 0; id < 200; id++) {
            boolean won = id % 8 == 0;
            LocalDate came = FIRST.plusDays(id % 50);
            csv.append(export.row(id, came, came.plusDays(won ? 10 : 7), won)).append('\n');
        }
        Path file = Files.writeString(folder.resolve("leads.csv"), csv);
        Run run = Run.of(
                "--leads",
                file.toString(),
                "--crm",
                system,
                "--column",
                "PRODUCT=product",
                "--zone",
                "Europe/Berlin",
                "--until",
                "2026-12-31");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("25 of 200 leads", "12.5%");
    }

    @Test
    void wrongInputIsToldInALine() throws IOException {
        Path file = Files.writeString(folder.resolve("leads.csv"), "id;add_time;status\n1;2026-01-01;won\n");
        assertThat(Run.of("--leads", file.toString(), "--until", "2026-12-31").err())
                .startsWith(
                        "constants-from-crm: " + file + ", line 1: the columns must be named with commas between them")
                .hasLineCount(1);
        assertThat(Run.of("--leads", file.toString()).err())
                .isEqualTo(
                        "constants-from-crm: --until must be given: the last day through which the log is complete\n");
        assertThat(Run.of("--leads", "none.csv", "--until", "2026-12-31").err())
                .isEqualTo("constants-from-crm: none.csv: no such file\n");
        assertThat(Run.of("--claim", "price[crm]=5").err())
                .contains(
                        "must be of a manager conversion, such as managerConversion[CONSULTATIVE]=15%, but was price[crm]=5");
        assertThat(Run.of("--claim", "managerConversion[STRATEGIC][site]=5%").err())
                .isEqualTo(
                        "constants-from-crm: --claim managerConversion[STRATEGIC][site]: the plan has no such conversion\n");
        assertThat(Run.of("--counts").exitCode()).isEqualTo(2);
        assertThat(Run.of("--crm", "excel", "--leads", file.toString(), "--until", "2026-12-31")
                        .err())
                .startsWith("constants-from-crm: Headers.system must be one of ");
    }
}
