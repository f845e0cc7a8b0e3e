package io.github.planningmath.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.planningmath.accord.AccordFacts;
import io.github.planningmath.accord.FirstResponse;
import io.github.planningmath.accord.LeadDelivery;
import io.github.planningmath.accord.ObligationFact;
import io.github.planningmath.accord.ServiceFact;
import io.github.planningmath.accord.ServiceLevel;
import io.github.planningmath.lifetime.Order;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.resource.Resources;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.review.Row;
import io.github.planningmath.review.RowException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever became of a document: it is read, and what was read goes out and comes in again, or one exception says what is
 * wrong. Input number n of a document is the same in each build; the profile "long" tries fifty times as many.
 */
class DamagedDocumentsTest {

    private static final long INPUTS = Long.getLong("damaged.documents", 2_000);

    private static final ObjectMapper JSON = DocumentMappers.jackson2();
    private static final ObjectMapper YAML = DocumentMappers.strict(YAMLMapper.builder());
    private static final YearMonth JANUARY = YearMonth.of(2027, 1);

    /** What reads bytes, and throws one exception where they are wrong. */
    interface Reading {
        void read(byte[] bytes) throws IOException;
    }

    private static <T> Reading of(ObjectMapper mapper, Class<T> type) {
        return bytes -> {
            T read = mapper.readValue(bytes, type);
            if (read != null) {
                assertThat(mapper.readValue(mapper.writeValueAsBytes(read), type))
                        .isEqualTo(read);
            }
        };
    }

    private static final Position POSITION = Position.of(
            JANUARY,
            List.of(Position.Customers.of("crm", 3, 200)),
            List.of(Position.OpenLeads.of("crm", "site", JANUARY, 40)));

    private static final Actuals ACTUALS = Actuals.from(List.of(
            Actuals.Cell.of(JANUARY, "crm", "site").withVisits(20_000L).withLeads(400L),
            Actuals.Cell.of(JANUARY, "crm", "site").withBrought(JANUARY).withNewDeals(9L),
            Actuals.Cell.of(JANUARY, "crm").withRevenue(new BigDecimal("70000.50"))));

    private static final AccordFacts FACTS = new AccordFacts(
            List.of(new ObligationFact("surveys", JANUARY, 1L, 0L)),
            List.of(new ServiceFact("leads", JANUARY, 10L, 9L)));

    private static final ServiceLevel[] LEVELS = {
        new LeadDelivery("leads", 300L, Rate.percent(80)),
        new FirstResponse("response", Ratio.of(1, 4), Rate.percent(90))
    };

    private static final Order[] ORDERS = {
        new Order("a", LocalDate.of(2027, 1, 5), new BigDecimal("12.50")),
        new Order("b", LocalDate.of(2027, 2, 6), BigDecimal.TEN)
    };

    static Stream<Arguments> documents() throws IOException {
        byte[] plan = plan();
        return Stream.of(
                arguments("a plan", plan, of(JSON, PlanDocument.class)),
                arguments("a plan in YAML", yaml(JSON.readTree(plan)), of(YAML, PlanDocument.class)),
                arguments("a position", yaml(POSITION), of(YAML, Position.class)),
                arguments("actuals", JSON.writeValueAsBytes(ACTUALS), of(JSON, Actuals.class)),
                arguments("facts of an accord", yaml(FACTS), of(YAML, AccordFacts.class)),
                arguments("an accord", yaml(LEVELS), of(YAML, ServiceLevel[].class)),
                arguments("resources", yaml(Resources.unlimited()), of(YAML, Resources.class)),
                arguments("orders", JSON.writeValueAsBytes(ORDERS), of(JSON, Order[].class)),
                arguments("actuals as a table", ACTUALS.table().text().getBytes(StandardCharsets.UTF_8), table()));
    }

    private static byte[] plan() throws IOException {
        try (InputStream plan = DamagedDocumentsTest.class.getResourceAsStream("plan-v1.json")) {
            return Objects.requireNonNull(plan).readAllBytes();
        }
    }

    private static byte[] yaml(Object value) throws IOException {
        return YAML.writeValueAsBytes(value);
    }

    private static Reading table() throws IOException {
        PlanningConstants constants = JSON.readValue(plan(), PlanDocument.class).constants();
        return bytes -> {
            try (CSVParser csv = CSVFormat.RFC4180.parse(
                    new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))) {
                Actuals read = Actuals.fromRows("actuals.csv", Row.all("actuals.csv", csv), constants);
                assertThat(read.cells()).isNotEmpty();
            }
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void areReadOrRefused(String what, byte[] document, Reading reading) {
        for (long input = 0; input < INPUTS; input++) {
            byte[] damaged = Damage.of(document, input);
            try {
                reading.read(damaged);
            } catch (JsonProcessingException | RowException refusal) {
                assertThat(refusal.getMessage()).isNotBlank();
            } catch (IOException | UncheckedIOException unreadable) {
                assertThat(unreadable.getMessage()).isNotBlank();
            } catch (Exception | StackOverflowError | OutOfMemoryError other) {
                fail("Input " + input + " of " + what + " was neither read nor refused: " + other, other);
            }
        }
    }
}
