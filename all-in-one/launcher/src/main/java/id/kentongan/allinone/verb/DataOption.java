package id.kentongan.allinone.verb;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every verb has. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Where this instance keeps everything. Default: kentongan in $XDG_DATA_HOME or ~/.local/share.")
    @Nullable
    Path folder;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this and end.")
    boolean help;
}
