package id.kentongan.desk.settings;

import id.kentongan.desk.settings.SettingInForce.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/** Takes the desk's own keys out of Spring's environment, once, at the start. */
@Configuration(proxyBeanMethods = false)
class ReadsSettings {
    private static final Pattern FILE = Pattern.compile(".*?\\[([^\\]]+)].*");

    /** Of the server below the desk: those that an operator has a reason to change. */
    private static final List<String> SERVER = List.of(
            "server.address",
            "server.port",
            "server.forward-headers-strategy",
            "server.servlet.session.timeout",
            "server.servlet.session.cookie.secure",
            "management.server.address",
            "management.server.port");

    @Bean
    DeskSettings deskSettings(ConfigurableEnvironment environment) {
        requireManagementApart(environment);
        return WrittenSettings.read(written(environment, name -> environment.getProperty(name, "")));
    }

    /** At the start, so that it tells what the desk runs with, whatever is written later. */
    @Bean
    SettingsInForce settingsInForce(ConfigurableEnvironment environment) {
        List<SettingInForce> all = new ArrayList<>(WrittenSettings.inForce(
                written(environment, name -> environment.getProperty(name, "")),
                written(environment, name -> where(environment, name))));
        SERVER.forEach(key -> {
            String where = where(environment, key);
            String value = environment.getProperty(key);
            Origin origin = value == null ? Origin.NOT_SET : where.isEmpty() ? Origin.DEFAULT : Origin.SET;
            all.add(SettingInForce.of(key, value, origin, where));
        });
        return new SettingsInForce(all);
    }

    private static Map<String, String> written(ConfigurableEnvironment environment, Function<String, String> value) {
        Map<String, String> written = new HashMap<>();
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> name.startsWith(DeskSettings.PREFIX))
                .forEach(name -> written.put(name.substring(DeskSettings.PREFIX.length()), value.apply(name)));
        return written;
    }

    /** The file, or another way in by Spring's name for it; empty for what the program brings along. */
    private static String where(ConfigurableEnvironment environment, String key) {
        return environment.getPropertySources().stream()
                .filter(source -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
                .filter(source -> source.containsProperty(key))
                .findFirst()
                .map(PropertySource::getName)
                .filter(name -> !name.contains("class path resource"))
                .map(name -> FILE.matcher(name).replaceFirst("$1"))
                .orElse("");
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
