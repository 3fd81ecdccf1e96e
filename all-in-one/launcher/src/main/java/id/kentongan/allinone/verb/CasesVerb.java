package id.kentongan.allinone.verb;

import id.kentongan.allinone.console.Table;
import id.kentongan.allinone.instance.DataDirectory;
import id.kentongan.allinone.instance.PartRecords;
import id.kentongan.allinone.instance.Port;
import id.kentongan.allinone.instance.Ports;
import id.kentongan.allinone.instance.Refused;
import id.kentongan.allinone.topic.NewestCases;
import id.kentongan.contracts.Case;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what is on topic {@code cases} of the running instance. */
@Command(name = "cases", description = "Show the cases of the running instance, the newest version of each.")
public final class CasesVerb implements Callable<Integer> {
    private static final DateTimeFormatter JAKARTA =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Jakarta"));

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--json", description = "One JSON object a line: the case as on the topic.")
    private boolean json;

    private final Surroundings surroundings;

    public CasesVerb(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        NewestCases cases = read(surroundings.data(data.folder));
        if (json) {
            cases.inOrder().forEach(it -> surroundings.screen().say(NewestCases.json(it)));
        } else if (cases.inOrder().isEmpty()) {
            surroundings.screen().say("No case yet (belum ada kasus).");
        } else {
            surroundings.screen().say(drawn(cases).toString());
        }
        if (cases.unreadable() > 0) {
            throw new Refused(cases.unreadable() + " records on topic cases are not cases; they are left out here.");
        }
        return 0;
    }

    private static NewestCases read(DataDirectory folder) {
        if (new PartRecords(folder)
                .parts().stream()
                        .noneMatch(
                                it -> it.part().equals("kafka") && it.process().isAlive())) {
            throw new Refused("Kentongan does not run on " + folder.root()
                    + ". Start it with ./kentongan up (--data DIR for another folder).");
        }
        try {
            return NewestCases.read(Ports.kept(folder).address(Port.KAFKA));
        } catch (KafkaException e) {
            throw new Refused("Kafka does not answer (" + e.getMessage()
                    + "). It may still be starting: ./kentongan status tells.");
        }
    }

    private static Table drawn(NewestCases cases) {
        Table table = new Table("CASE", "VERSION", "SEVERITY", "AGENT", "TITLE", "ALERTS", "FIRST SEEN (WIB)");
        for (Case one : cases.inOrder()) {
            table.row(
                    one.id(),
                    Long.toString(one.version()),
                    one.severity().name(),
                    Objects.requireNonNullElse(
                            one.asset().agentName(), one.asset().agentId()),
                    one.title().en(),
                    Long.toString(one.alertCount()),
                    JAKARTA.format(one.firstSeen()));
        }
        return table;
    }
}
