package service;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** The service called over HTTP. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PlanningServiceTest {

    @Value("${local.server.port}")
    private int port;

    private HttpResponse<String> posted(String path, String json) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String document(String goal) throws IOException {
        try (InputStream constants = PlanningServiceTest.class.getResourceAsStream("/constants.json")) {
            return "{\"planning\": 1, \"goal\": " + goal + ", \"constants\": "
                    + new String(Objects.requireNonNull(constants).readAllBytes(), StandardCharsets.UTF_8) + "}";
        }
    }

    @Test
    void aGoalIsAnsweredWithAPlan() throws IOException, InterruptedException {
        HttpResponse<String> answer = posted("/plans", document("{\"profit\": 20000}"));

        assertThat(answer.statusCode()).isEqualTo(200);
        int ordered = JsonPath.read(answer.body(), "$.ordered");
        int leads = JsonPath.read(answer.body(), "$.norms.MARKETING['2027-01'].leads");
        int profit = JsonPath.read(answer.body(), "$.norms.SHARED['whole plan'].profit");
        assertThat(ordered).isPositive();
        assertThat(leads).isPositive();
        assertThat(profit).isGreaterThanOrEqualTo(20_000);
        assertThat(JsonPath.<Integer>read(answer.body(), "$.document.planning")).isEqualTo(1);
    }

    @Test
    void andWithTheNormsOfADepartment() throws IOException, InterruptedException {
        HttpResponse<String> answer = posted("/norms/MARKETING", "{\"profit\": 20000}");

        assertThat(answer.statusCode()).isEqualTo(200);
        List<Integer> leads = JsonPath.read(
                answer.body(), "$[?(@.kpi == 'leads' && @.month == '2027-02' && @.channel == 'site' && @.product)].value");
        assertThat(leads).hasSize(1).allMatch(count -> count > 0);
        List<String> rates =
                JsonPath.read(answer.body(), "$[?(@.kpi == 'site conversion' && @.month == '2027-01')].value");
        assertThat(rates).isNotEmpty();
    }

    @Test
    void aGoalOutOfReachIsRefusedWithItsObstacles() throws IOException, InterruptedException {
        String narrow = document("{\"profit\": 20000}").replace("\"name\": \"site\"", "\"name\": \"site\", \"visitCeiling\": 100");
        HttpResponse<String> answer = posted("/plans", narrow);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(JsonPath.<List<String>>read(answer.body(), "$.obstacles[*].type")).containsExactly("ceilings-bind");
        assertThat(JsonPath.<Integer>read(answer.body(), "$.nearest.profit")).isLessThan(20_000);
    }

    @Test
    void aMistypedKeyIsNamed() throws IOException, InterruptedException {
        HttpResponse<String> answer = posted("/norms/SALES", "{\"proft\": 20000}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<String>read(answer.body(), "$.detail")).contains("Perhaps profit was meant.");
    }
}
