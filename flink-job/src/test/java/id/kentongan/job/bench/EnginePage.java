package id.kentongan.job.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The figures for people. */
final class EnginePage {
    private final EngineFigures figures;
    private final String size;

    EnginePage(EngineFigures figures, String size) {
        this.figures = figures;
        this.size = size;
    }

    String text() throws IOException {
        StringBuilder page = new StringBuilder("""
                # The engine: what judging costs

                Written by `./kentongan bench engine`; do not edit. Alerts of 1.4 KB, 10 ms apart in event time, 30 of 100 looked at
                by some rule, 5,000 source addresses; windows of 5 to 15 minutes, heap back end, a checkpoint every 10 s. Rates are
                alerts a second of CPU of the whole program, collector and compiler included, beyond what the same program costs for
                the first 1,000 alerts, which is its start and end; variants take turns in one program, medians count. %s.
                From Kafka to Kafka a broker, a job manager and one task manager with two slots (6 GB, parallel collector) share the
                machine, and the job is asked once a second how far it is.

                | what | figure | wanted | |
                |---|---|---|---|
                """.formatted(size));
        ratio(page, "chain_vs_parse_20", "chain_20_per_cpu_s", "parse_per_cpu_s", 0.25, true);
        ratio(page, "chain_vs_parse_100", "chain_100_per_cpu_s", "parse_per_cpu_s", 0.20, true);
        ratio(page, "rules_1000_vs_20", "engine_1000_per_cpu_s", "engine_without_journal_per_cpu_s", 0.8, true);
        ratio(page, "journal_cost", "engine_without_journal_per_cpu_s", "engine_20_per_cpu_s", 1.4, false);
        ratio(page, "vs_flink_cep", "sequences_per_cpu_s", "flink_cep_per_cpu_s", 20, true);
        ratio(page, "distinct_100k_vs_1k", "distinct_1000_per_cpu_s", "distinct_100000_per_cpu_s", 1.5, false);
        aim(page, "kafka_to_kafka_100_rules_per_s", "kafka_to_kafka_100_rules_per_s", 50_000);
        page.append("\n| measured | figure |\n|---|---|\n");
        figures.names()
                .forEach(name ->
                        page.append("| %s | %s |%n".formatted(name, EngineFigures.shown(figures.median(name)))));
        return page.append('\n').append(ground()).toString();
    }

    private void ratio(StringBuilder page, String name, String of, String by, double wanted, boolean atLeast) {
        boolean known = figures.has(of) && figures.has(by);
        row(page, name, known ? figures.ratio(of, by) : Double.NaN, wanted, atLeast);
    }

    private void aim(StringBuilder page, String name, String of, double wanted) {
        row(page, name, figures.has(of) ? figures.median(of) : Double.NaN, wanted, true);
    }

    private static void row(StringBuilder page, String name, double value, double wanted, boolean atLeast) {
        boolean met = atLeast ? value >= wanted : value <= wanted;
        page.append("| %s | %s | at %s %s | %s |%n"
                .formatted(
                        name,
                        Double.isNaN(value) ? "not measured" : EngineFigures.shown(value),
                        atLeast ? "least" : "most",
                        EngineFigures.shown(wanted),
                        Double.isNaN(value) ? "" : met ? "met" : "MISSED"));
    }

    static String ground() throws IOException {
        return "%s, commit %s, %s, %d cores, Java %s; load average when the page was written %s.%n"
                .formatted(
                        LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC),
                        System.getProperty("engine.commit", "-"),
                        valueOf("/proc/cpuinfo", line -> line.startsWith("model name"), "[^:]*: "),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.vm.version"),
                        valueOf("/proc/loadavg", line -> true, "").replaceAll("( [^ ]*){2}$", ""));
    }

    private static String valueOf(String file, Function<String, Boolean> which, String before) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(which::apply)
                    .findFirst()
                    .map(line -> line.replaceFirst(before, ""))
                    .orElse("unknown")
                    .toLowerCase(Locale.ROOT);
        }
    }
}
