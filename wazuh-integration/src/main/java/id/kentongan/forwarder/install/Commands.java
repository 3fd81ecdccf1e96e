package id.kentongan.forwarder.install;

import id.kentongan.forwarder.settings.BadSettingsException;
import id.kentongan.forwarder.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The commands behind the front door, one method each. */
final class Commands {
    private static final List<String> USAGE = List.of(
            "kentongan-forwarder run|check|install|status|seek|retire|help",
            "  run SETTINGS                        carries alerts to Kafka until it is told to stop (the service does this)",
            "  check   [--settings F] [--wazuh D]  says what is in order and what is not, with the mend; changes nothing",
            "  install [--settings F] [--wazuh D] [--hook] [--dry-run]",
            "                                      writes the settings if there are none; --hook: also Wazuh's hook",
            "  install --remove [--wazuh D] [--dry-run]   takes the hook away; settings and state stay",
            "  status  [--settings F]              one line a source: how far it is, and whether it is in trouble",
            "  seek SOURCE beginning|today|end|DATE [--settings F]   reads a source anew from there, in a new epoch",
            "  retire SOURCE [--settings F]        tells everybody that it sends nothing more; then take it out of the settings",
            "Defaults: F = /etc/kentongan/forwarder.properties, D = /var/ossec");

    private final Consumer<String> say;
    private final Clock clock;
    private final Path temporary;

    Commands(Consumer<String> say, Clock clock, Path temporary) {
        this.say = say;
        this.clock = clock;
        this.temporary = temporary;
    }

    int run(String... args) {
        List<String> faults = new ArrayList<>();
        Call call = Call.parse(args, faults::add);
        if (!faults.isEmpty()) {
            faults.forEach(fault -> say.accept(Plain.line(fault)));
            USAGE.forEach(say);
            return 2;
        }
        try {
            return command(call);
        } catch (BadSettingsException e) {
            e.faults().forEach(fault -> say.accept(Plain.line("FAULT  settings: " + fault)));
        } catch (IOException e) {
            say.accept(Plain.line("FAULT  " + e));
        }
        return 1;
    }

    private int command(Call call) throws IOException {
        return switch (call.command()) {
            case "check" -> new Check(call.settings(), new WazuhHome(call.wazuh()), Accounts.WAZUH, temporary).run(say);
            case "install" -> install(call);
            case "status" -> new Status(SettingsFile.read(call.settings()), clock).run(say);
            case "seek" ->
                new Seek(SettingsFile.read(call.settings()), clock)
                        .run(call.words().get(0), call.words().get(1), say);
            case "retire" ->
                new Retire(SettingsFile.read(call.settings()), clock)
                        .run(call.words().get(0), say);
            default -> {
                USAGE.forEach(say);
                yield call.command().equals("help") ? 0 : 2;
            }
        };
    }

    private int install(Call call) throws IOException {
        Steps steps = new Steps(say, call.has("--dry-run"));
        Installation installation =
                new Installation(new WazuhHome(call.wazuh()), call.settings(), Accounts.WAZUH, clock, steps);
        if (call.has("--remove")) {
            installation.remove();
        } else {
            installation.install(call.has("--hook"));
        }
        return steps.end();
    }
}
