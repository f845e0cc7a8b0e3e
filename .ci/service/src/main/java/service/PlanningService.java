package service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class PlanningService {

    public static void main(String[] arguments) {
        SpringApplication.run(PlanningService.class, arguments);
    }
}
