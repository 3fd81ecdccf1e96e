package id.kentongan.allinone;

import id.kentongan.allinone.console.Screen;
import id.kentongan.allinone.instance.Refused;
import id.kentongan.allinone.part.StartFailed;
import id.kentongan.allinone.parts.Home;
import id.kentongan.allinone.verb.CasesVerb;
import id.kentongan.allinone.verb.DownVerb;
import id.kentongan.allinone.verb.StatusVerb;
import id.kentongan.allinone.verb.Surroundings;
import id.kentongan.allinone.verb.UpVerb;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * What {@code ./kentongan} calls for the verbs that need more than a shell. System property {@code kentongan.home}
 * names the checkout, {@code kentongan.terminal} says whether a person watches. Exit code 1: refused or failed, with the reason on standard error; 2: not understood.
 */
@Command(name = "kentongan", description = "Kentongan on one machine.", synopsisSubcommandLabel = "VERB")
public final class Kentongan {
    private Kentongan() {}

    public static void main(String[] arguments) {
        Screen screen = new Screen(
                new java.io.PrintStream(
                        new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8),
                Boolean.getBoolean("kentongan.terminal"));
        Surroundings surroundings = new Surroundings(
                new Home(Path.of(System.getProperty("kentongan.home", "."))),
                System.getenv("XDG_DATA_HOME"),
                System.getProperty("user.home"),
                screen,
                Clock.systemUTC());
        System.exit(verbs(surroundings).execute(arguments));
    }

    private static CommandLine verbs(Surroundings surroundings) {
        return new CommandLine(new Kentongan())
                .addSubcommand(new UpVerb(surroundings))
                .addSubcommand(new StatusVerb(surroundings))
                .addSubcommand(new DownVerb(surroundings))
                .addSubcommand(new CasesVerb(surroundings))
                .setExecutionExceptionHandler((trouble, command, parsed) -> {
                    if (trouble instanceof Refused || trouble instanceof StartFailed) {
                        command.getErr().println(trouble.getMessage());
                    } else {
                        trouble.printStackTrace(command.getErr());
                    }
                    return 1;
                });
    }
}
