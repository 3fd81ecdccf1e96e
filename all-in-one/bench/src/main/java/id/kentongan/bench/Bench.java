package id.kentongan.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.kentongan.bench.edge.EdgeBench;
import id.kentongan.bench.edge.EdgeFigures;
import id.kentongan.bench.edge.EdgePage;
import id.kentongan.bench.ground.BrokenBenchException;
import id.kentongan.bench.ground.Children;
import id.kentongan.bench.ground.Home;
import id.kentongan.bench.ground.Machine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The door. Exit 0 measured, 1 could not measure or an alert was lost or doubled, 2 wrong call. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures one part on this machine.")
public final class Bench {
    public static void main(String[] args) {
        CommandLine line = new CommandLine(new Bench());
        line.addSubcommand(new Edge());
        System.exit(line.execute(args));
    }

    /** From Wazuh's file or hook to Kafka. */
    @Command(
            name = "edge",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            showDefaultValues = true,
            description =
                    "The forwarder against kcat, rsyslog and syslog-ng, its memory, idle CPU and latency; the hook.")
    static final class Edge implements Callable<Integer> {
        private static final int FULL = 1000;

        @Option(names = "--json", description = "One object of named figures instead of a table")
        private boolean json;

        @Option(names = "--size", defaultValue = "1000", description = "MB of alerts; a page is written from 1000 on")
        private int size;

        @Option(names = "--rounds", defaultValue = "3", description = "Runs of each shipper; the median counts")
        private int rounds;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException, InterruptedException {
            if (size < 10 || size > 20_000 || rounds < 1 || rounds > 20) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "expected --size 10 to 20000 and --rounds 1 to 20");
            }
            Home home = new Home(Path.of(System.getProperty("kentongan.home", ".")));
            PrintWriter said = spec.commandLine().getErr();
            try (Children children = new Children()) {
                Machine machine = Machine.here(home);
                EdgeBench bench = new EdgeBench(home, children, said, Clock.systemUTC());
                EdgeFigures figures = bench.measure(size, rounds);
                tell(new EdgePage(figures, machine, bench.shippers(), Clock.systemUTC()), figures, home);
                return figures.sound() ? 0 : 1;
            } catch (BrokenBenchException e) {
                said.println("bench edge: " + e.getMessage());
                said.flush();
                return 1;
            }
        }

        private void tell(EdgePage page, EdgeFigures figures, Home home) throws IOException {
            PrintWriter out = spec.commandLine().getOut();
            out.println(json ? asJson(figures) : page.forPeople());
            out.flush();
            if (size >= FULL) {
                page.write(home.root().resolve("docs/bench/edge.md"));
            }
        }

        private static String asJson(EdgeFigures figures) throws JsonProcessingException {
            return new ObjectMapper().writeValueAsString(figures.named());
        }
    }
}
