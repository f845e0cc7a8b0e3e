package service;

import tools.jackson.databind.json.JsonMapper;
import io.github.planningmath.plan.PlanningConstants;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

@Configuration
class HouseConstants {

    @Bean
    PlanningConstants constants(JsonMapper mapper, @Value("${planning.constants}") Resource file) throws IOException {
        try (InputStream json = file.getInputStream()) {
            return mapper.readValue(json, PlanningConstants.class);
        }
    }
}
