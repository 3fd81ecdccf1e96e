package id.kentongan.desk;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The triage desk. Started with {@code --spring.config.additional-location=file:PATH/desk.properties}. */
@SpringBootApplication(proxyBeanMethods = false)
public class Desk {
    public static void main(String[] args) {
        StartWatch watch = StartWatch.begin();
        try {
            SpringApplication.run(Desk.class, args);
        } finally {
            watch.close();
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
