package id.kentongan.allinone.verb;

import id.kentongan.allinone.console.Screen;
import id.kentongan.allinone.instance.DataDirectory;
import id.kentongan.allinone.parts.Home;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What the verbs get from outside.
 *
 * @param xdgDataHome value of {@code XDG_DATA_HOME}
 * @param userHome the user's home folder
 */
public record Surroundings(Home home, @Nullable String xdgDataHome, String userHome, Screen screen, Clock clock) {

    DataDirectory data(@Nullable Path named) {
        return DataDirectory.chosen(named, xdgDataHome, userHome);
    }
}
