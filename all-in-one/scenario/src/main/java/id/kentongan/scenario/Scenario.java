package id.kentongan.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kentongan.scenario.alert.AlertFile;
import id.kentongan.scenario.attack.Plan;
import id.kentongan.scenario.attack.Truth;
import id.kentongan.scenario.office.Office;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes {@code alerts.json} and {@code truth.json}. Exit 0 done, 1 could not write, 2 wrong call. */
@Command(
        name = "scenario",
        description = "Writes a seeded day of Wazuh alerts with planted attacks, and the truth beside it.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true)
public final class Scenario implements Callable<Integer> {
    @Option(names = "--out", required = true, description = "Directory for alerts.json and truth.json")
    private Path out = Path.of(".");

    @Option(names = "--seed", defaultValue = "42", description = "Same seed, same bytes")
    private long seed;

    @Option(names = "--days", defaultValue = "1", description = "1 to " + Plan.MOST_DAYS)
    private int days;

    @Option(names = "--agents", defaultValue = "12", description = "From " + Office.LEAST_AGENTS + " on")
    private int agents;

    @Option(names = "--rate", defaultValue = "20000", description = "Alerts a day, about")
    private int rate;

    @Option(
            names = "--start",
            defaultValue = "2026-11-02T00:00:00+07:00",
            description = "First moment; best a midnight of Asia/Jakarta")
    private OffsetDateTime start = OffsetDateTime.MIN;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] args) {
        System.exit(new CommandLine(new Scenario()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Days scenario = plan();
        Files.createDirectories(out);
        long written;
        try (AlertFile file =
                new AlertFile(new BufferedOutputStream(Files.newOutputStream(out.resolve("alerts.json")), 1 << 16))) {
            written = scenario.writeTo(file);
        }
        writeTruth(scenario);
        PrintWriter said = spec.commandLine().getOut();
        said.println(written + " alerts and " + scenario.truth().size() + " planted events written to " + out);
        said.flush();
        return 0;
    }

    private Days plan() {
        try {
            return new Days(new Days.Size(seed, start.toInstant(), days, agents, rate));
        } catch (IllegalArgumentException wrong) {
            throw new CommandLine.ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    private void writeTruth(Days scenario) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode();
        root.put("seed", seed).put("days", days).put("agents", agents).put("rate", rate);
        root.put("start", start.toString());
        var planted = root.putArray("planted");
        for (Truth truth : scenario.truth()) {
            ObjectNode one = planted.addObject();
            one.put("kind", truth.kind()).put("node", truth.node());
            one.put("agentId", truth.agentId()).put("agentName", truth.agentName());
            one.put("sourceIp", truth.sourceIp());
            one.put("first", truth.first().toString()).put("last", truth.last().toString());
            one.put("opensCase", truth.opensCase()).put("rule", truth.rule());
            truth.alsoRules().forEach(one.putArray("alsoRules")::add);
            one.put("why", truth.why());
        }
        Files.writeString(
                out.resolve("truth.json"), json.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }
}
