package id.kentongan.desk.paper;

import id.kentongan.desk.settings.DeskSettings;
import id.kentongan.desk.settings.SettingsRefused;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the office's file of {@code key=value} lines once, at the start. */
@Configuration(proxyBeanMethods = false)
class OfficeFile {
    private static final Set<String> KEYS = Set.of(
            "government",
            "name",
            "address",
            "phone",
            "mail",
            "website",
            "city",
            "team",
            "classification",
            "unit-code",
            "sop",
            "copies",
            "copies-when-reportable");

    @Bean
    Office office(DeskSettings settings) {
        return read(settings.officeFile());
    }

    static Office read(@Nullable Path file) {
        Properties written = new Properties();
        if (file != null) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                written.load(reader);
            } catch (IOException | IllegalArgumentException fault) {
                throw refused(List.of("= " + file + " cannot be read: " + fault.getMessage()));
            }
        }
        List<String> faults = new ArrayList<>();
        new TreeSet<>(written.stringPropertyNames())
                .stream()
                        .filter(key -> !KEYS.contains(key))
                        .forEach(key -> faults.add(
                                "knows no key " + key + ". Known: " + String.join(", ", new TreeSet<>(KEYS))));
        if (!faults.isEmpty()) {
            throw refused(faults);
        }
        return office(written);
    }

    private static Office office(Properties written) {
        return new Office(
                written.getProperty("government", ""),
                written.getProperty("name", ""),
                written.getProperty("address", ""),
                written.getProperty("phone", ""),
                written.getProperty("mail", ""),
                written.getProperty("website", ""),
                written.getProperty("city", ""),
                written.getProperty("team", "Tim Tanggap Insiden Siber"),
                written.getProperty("classification", "500.12.10"),
                written.getProperty("unit-code", "........"),
                written.getProperty("sop", ""),
                list(written.getProperty("copies", "")),
                list(written.getProperty("copies-when-reportable", "Badan Siber dan Sandi Negara")));
    }

    private static List<String> list(String written) {
        return Arrays.stream(written.split(";"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static SettingsRefused refused(List<String> faults) {
        return new SettingsRefused(faults.stream()
                .map(fault -> DeskSettings.PREFIX + "office-file " + fault)
                .toList());
    }
}
