package id.kentongan.bench.edge;

import id.kentongan.bench.ground.Machine;
import id.kentongan.bench.ground.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures for people: tables on the console, and the page among the documents. */
public final class EdgePage {
    private final EdgeFigures figures;
    private final Machine machine;
    private final List<String> settings;
    private final Clock clock;

    /** @param settings of each shipper, as lines of a list */
    public EdgePage(EdgeFigures figures, Machine machine, List<String> settings, Clock clock) {
        this.figures = figures;
        this.machine = machine;
        this.settings = List.copyOf(settings);
        this.clock = clock;
    }

    /** All tables, and what is missing. */
    public String forPeople() {
        StringBuilder text = new StringBuilder();
        text.append(aims()).append('\n').append(race()).append('\n').append(hook());
        figures.missing()
                .forEach((name, why) -> text.append('\n')
                        .append(name)
                        .append(": not measured, ")
                        .append(why)
                        .append('\n'));
        figures.runs().stream()
                .filter(run -> !run.sound())
                .forEach(run -> text.append('\n')
                        .append(run.shipper())
                        .append(": a run does not count, ")
                        .append(run.fault())
                        .append('\n'));
        text.append('\n').append(ground());
        return text.toString();
    }

    /** Replaces the page. */
    public void write(Path page) throws IOException {
        Files.createDirectories(page.getParent());
        String text = "# The edge: from Wazuh's file or hook to Kafka\n\n"
                + "Written by `./kentongan bench edge`; do not edit. " + how() + "\n\n"
                + forPeople() + "\n## How each is set\n\n"
                + String.join("\n", settings.stream().map(it -> "- " + it).toList())
                + "\n\n" + profile();
        Files.writeString(page, text);
    }

    private String how() {
        return String.format(
                Locale.ROOT,
                "%,d alerts of the scenario (%,d MB, no line twice) in each of %d rounds whose order turns, one shipper at"
                        + " a time, to one broker on the same machine: 4 partitions, lz4, acks=all. A rate counts from the"
                        + " broker's first append of an alert to its last, so starting is left out, and of the second half from"
                        + " the middle alert's append on; after each run every line is looked for in the topic. Medians; memory is the greatest of all runs.",
                figures.alerts(),
                Math.round(figures.bytes() / 1e6),
                figures.rounds());
    }

    private Table aims() {
        Table table = new Table("what", "figure", "wanted", "");
        Double kcat = figures.against("kcat");
        table.row("vs_kcat", number(kcat, 2), "at least 0.5, aim 0.8", atLeast(kcat, 0.5, 0.8));
        Double rsyslog = figures.against("rsyslog");
        table.row("vs_rsyslog", number(rsyslog, 2), "at least 2", atLeast(rsyslog, 2, 2));
        table.row("vs_kcat_second_half", number(figures.secondHalfAgainst("kcat"), 2), "", "");
        table.row("vs_rsyslog_second_half", number(figures.secondHalfAgainst("rsyslog"), 2), "", "");
        table.row("vs_syslog_ng", number(figures.against("syslog-ng"), 2), "", "");
        Double resident = figures.residentMb();
        table.row("rss_mb", number(resident, 0), "under 200", under(resident, 200));
        double idle = figures.following().idleCpuPercent();
        table.row("idle_cpu_percent", number(idle, 2), "under 0.5", under(idle, 0.5));
        Double hook = figures.hook().worst();
        table.row("hook_vs_builtin", number(hook, 2), "at most 1.3", under(hook, 1.3));
        table.row("hook_vs_read_and_append", number(figures.hook().worstAgainstReading(), 2), "", "");
        double longHook = figures.hook().longWall();
        table.row("hook_60k_ms", number(longHook, 1), "under 20", under(longHook, 20));
        table.row("latency_p50_ms", number(figures.following().p50Millis(), 0), "", "");
        double p99 = figures.following().p99Millis();
        table.row("latency_p99_ms", number(p99, 0), "under 300", under(p99, 300));
        return table;
    }

    private Table race() {
        Table table = new Table("shipper", "alerts/s", "second half", "its CPU s", "broker's CPU s", "memory MB");
        for (String shipper : EdgeFigures.SHIPPERS) {
            table.row(
                    shipper,
                    number(figures.rate(shipper), 0),
                    number(figures.median(shipper, Run::secondHalfPerSecond), 0),
                    number(figures.median(shipper, Run::cpuSeconds), 1),
                    number(figures.median(shipper, Run::brokerCpuSeconds), 1),
                    number(figures.median(shipper, Run::peakMb), 0));
        }
        return table;
    }

    private Table hook() {
        Table table = new Table("per call, 1.4 KB", "CPU ms", "hook as installed, times this");
        HookCost.Result hook = figures.hook();
        for (Map.Entry<String, Double> each : hook.cpu().entrySet()) {
            Double ratio = hook.ratio(HookCost.HOOK, each.getKey());
            table.row(each.getKey(), number(each.getValue(), 2), number(ratio, 2));
        }
        return table.row("hook, as installed, 60 KB", number(hook.longCpu(), 2), "");
    }

    private String ground() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ", commit " + machine.commit() + ", "
                + machine.processor() + ", " + machine.cores() + " cores, " + machine.memoryMb() + " MB, "
                + machine.system() + ", Java " + machine.java() + "; load average before " + machine.load() + ", after "
                + figures.loadAfter() + ".\n";
    }

    /** Written by people, from a profile; the figures above cannot tell it. */
    private static String profile() {
        try (InputStream text = EdgePage.class.getResourceAsStream("profile.md")) {
            if (text == null) {
                throw new IllegalStateException("expected profile.md in the bench's jar");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read profile.md", e);
        }
    }

    private static String number(@Nullable Double value, int digits) {
        return value == null ? "-" : String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    private static String atLeast(@Nullable Double value, double wanted, double aim) {
        if (value == null) {
            return "not known";
        }
        return value < wanted ? "MISSED" : value < aim ? "met, not the aim" : "met";
    }

    private static String under(@Nullable Double value, double limit) {
        return value == null ? "not known" : value <= limit ? "met" : "MISSED";
    }
}
