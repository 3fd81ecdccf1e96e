package id.kentongan.forwarder.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a manager lives, and where in it our things go. */
record WazuhHome(Path path) {
    private static final Pattern VERSION =
            Pattern.compile("(?i)\"?version\"?\\s*[:=]\\s*\"v?(\\d+\\.\\d+[^\"]{0,20})\"");

    Path hook() {
        return path.resolve("integrations/custom-kentongan");
    }

    Path conf() {
        return path.resolve("etc/ossec.conf");
    }

    Path spoolDirectory() {
        return path.resolve("queue/kentongan");
    }

    Path spool() {
        return spoolDirectory().resolve("alerts.spool");
    }

    Path alerts() {
        return path.resolve("logs/alerts");
    }

    /** Such as 4.14.7; null when nothing readable says. */
    @Nullable
    String version() throws IOException {
        for (String name : List.of("VERSION.json", "bin/wazuh-control", "etc/ossec-init.conf", "etc/VERSION")) {
            Path file = path.resolve(name);
            if (Files.isRegularFile(file) && Files.isReadable(file)) {
                Matcher version = VERSION.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
                if (version.find()) {
                    return version.group(1);
                }
            }
        }
        return null;
    }
}
