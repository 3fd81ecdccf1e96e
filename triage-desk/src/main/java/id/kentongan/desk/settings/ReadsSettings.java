package id.kentongan.desk.settings;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** Takes the desk's own keys out of Spring's environment, once, at the start. */
@Configuration(proxyBeanMethods = false)
class ReadsSettings {
    @Bean
    DeskSettings deskSettings(ConfigurableEnvironment environment) {
        requireManagementApart(environment);
        Map<String, String> written = new HashMap<>();
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> name.startsWith(DeskSettings.PREFIX))
                .forEach(name ->
                        written.put(name.substring(DeskSettings.PREFIX.length()), environment.getProperty(name, "")));
        return WrittenSettings.read(written);
    }

    /** On the pages' own port health and metrics would stand open to everybody who can reach the pages. */
    private static void requireManagementApart(ConfigurableEnvironment environment) {
        int pages = environment.getProperty("server.port", Integer.class, 8080);
        int management = environment.getProperty("management.server.port", Integer.class, pages);
        if (management == pages && pages != 0) {
            throw new SettingsRefused(List.of("management.server.port = " + management
                    + " is the port of the pages. Give health and metrics a port of their own"));
        }
    }
}
