package id.kentongan.job.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.rulebook.RuleFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code kentongan backtest}: which cases would the job have opened on recorded alerts? Exit code 0; 1 where a file cannot be
 * read; 2 where the words are not understood.
 */
public final class BacktestCommand {
    private static final String USAGE = """
            Usage: ./kentongan backtest --from FILE... --to CASES.jsonl

              Judges recorded alerts (alerts.json, .jsonl, .gz) as the job would, each file as a stream of its own, and writes
              a line for each case.
                --out-of-order T  how much later than others an alert may stand in a file (PT0S)
                --scopes LIST     sites told apart, as in the job's settings: name=beginning of node/agent id
                --shadow LIST     detectors of rhythm that are counted only, as in the job's settings (all)
                --forests LIST    agents with a Random Cut Forest, as in the job's settings, or * (none)
                --cases-a-day N   that anomalies may open in a scope, on the average of two weeks (10)
            """;

    private final Path rules;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean watched;

    BacktestCommand(Path rules, PrintStream out, PrintStream err, boolean watched) {
        this.rules = rules;
        this.out = out;
        this.err = err;
        this.watched = watched;
    }

    /** Arguments: rules folder, then the words behind {@code kentongan backtest}. */
    public static void main(String[] args) {
        List<String> words = Arrays.asList(args).subList(1, args.length);
        boolean watched = Boolean.getBoolean("kentongan.terminal");
        System.exit(new BacktestCommand(Path.of(args[0]), System.out, System.err, watched).run(words));
    }

    int run(List<String> typed) {
        List<Path> from = List.of();
        Path to = null;
        Judging judging = Judging.USUAL;
        try {
            Words words = Words.of(typed, Set.of("--from", "--to"));
            from = words.paths("--from");
            judging = words.judging();
            to = words.path("--to");
        } catch (IllegalArgumentException | DateTimeParseException e) {
            err.println(e.getMessage());
        }
        if (from.isEmpty() || to == null) {
            err.print(USAGE);
            return 2;
        }
        return judge(from, to, judging);
    }

    private int judge(List<Path> from, Path to, Judging judging) {
        try (Writer lines = Files.newBufferedWriter(to, UTF_8)) {
            List<RuleRecord> records = RuleFolder.read(rules);
            for (Path file : from) {
                Backtest.Result result =
                        Backtest.of(file, records, judging, alert -> {}, new Progress(err, watched, file.toString()));
                for (Backtest.Opened opened : result.cases()) {
                    lines.write(CaseLines.of(opened) + "\n");
                }
                summarize(result);
            }
            out.println("Written: " + to);
            return 0;
        } catch (IOException e) {
            err.println("backtest: " + e.getMessage());
            return 1;
        }
    }

    private void summarize(Backtest.Result result) {
        double days =
                Math.max(1e-9, Duration.between(result.from(), result.to()).toSeconds() / 86_400.0);
        out.printf(
                Locale.ROOT,
                "%s: %,d alerts of %.1f days, %d cases%s%s%n",
                result.file().getFileName(),
                result.alerts(),
                result.alerts() == 0 ? 0 : days,
                result.cases().size(),
                result.refused().isEmpty() ? "" : ", refused " + result.refused(),
                result.late() == 0 ? "" : String.format(Locale.ROOT, ", %,d too late", result.late()));
        Backtest.Known known = result.known();
        out.printf(
                Locale.ROOT,
                "  learnt: %d agents; of %d a day is known (new things count in full), of %d two weeks (hours can be"
                        + " compared)%s%n",
                known.agents(),
                known.aDay(),
                known.twoWeeks(),
                result.inShadow().isEmpty() ? "" : "; in shadow " + result.inShadow());
        for (Backtest.Opened each : result.cases()) {
            out.printf(
                    Locale.ROOT,
                    "  %s  %-8s  %s (%,d alerts%s)%n",
                    each.at(),
                    each.newest().severity(),
                    each.newest().title().en(),
                    each.newest().alertCount(),
                    each.newest().follows() == null
                            ? ""
                            : ", follows " + each.newest().follows());
            each.newest().risk().stream()
                    .limit(3)
                    .forEach(term -> out.println("      " + term.reason().en()));
        }
    }
}
