package id.kentongan.job.quality;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.anomaly.OfficeHours;
import id.kentongan.job.anomaly.Watch;
import id.kentongan.job.backtest.Backtest;
import id.kentongan.job.backtest.CaseLines;
import id.kentongan.job.backtest.Judging;
import id.kentongan.job.backtest.Progress;
import id.kentongan.job.backtest.Words;
import id.kentongan.job.casework.Scopes;
import id.kentongan.job.rulebook.RuleFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code kentongan evaluate}: backtests labelled alerts and scores what came of them. Exit code 0; 1 where files cannot be
 * read; 2 where the words are not understood.
 */
public final class EvaluateCommand {
    private static final String ALERTS = "_wazuh.jsonl.gz";
    private static final String USAGE = """
            Usage: ./kentongan evaluate --data DIR... [--page FILE.md] [--cases DIR]

              Each DIR holds labelled alerts (NETWORK_wazuh.jsonl.gz, NETWORK_alert_labels.csv.gz, attack_steps.csv); its name
              is the variant's.
                --page FILE       write the figures as a page
                --cases DIR       keep the cases, DIR/VARIANT/NETWORK.cases.jsonl
                --out-of-order T  how much later than others an alert may stand in a file (PT0S; of a DIR named late-N, N
                                  seconds)
                --scopes LIST     sites told apart: name=beginning of node/agent id
                --shadow LIST     detectors of rhythm that are counted only (all)
                --cases-a-day N   that anomalies may open in a scope, on the average of two weeks (10)
            """;

    /** As the variant tells its sites apart: by the first digit of the agent's id. */
    private static final Scopes TWO_SITES = Scopes.parse("first=wazuh.manager/1 second=wazuh.manager/2");

    private static final String ABLATED = "as-recorded";
    private static final Watch NO_SHADOW = new Watch(OfficeHours.USUAL, Set.of(), Set.of(Watch.EVERY));

    private final Path rules;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean watched;
    private final List<Path> data = new ArrayList<>();
    private @Nullable Path page;
    private @Nullable Path kept;
    private Judging judging = Judging.USUAL;

    EvaluateCommand(Path rules, PrintStream out, PrintStream err, boolean watched) {
        this.rules = rules;
        this.out = out;
        this.err = err;
        this.watched = watched;
    }

    /** Arguments: rules folder, then the words behind {@code kentongan evaluate}. */
    public static void main(String[] args) {
        List<String> words = Arrays.asList(args).subList(1, args.length);
        boolean watched = Boolean.getBoolean("kentongan.terminal");
        System.exit(new EvaluateCommand(Path.of(args[0]), System.out, System.err, watched).run(words));
    }

    int run(List<String> typed) {
        try {
            Words words = Words.of(typed, Set.of("--data", "--page", "--cases"));
            data.addAll(words.paths("--data"));
            page = words.path("--page");
            kept = words.path("--cases");
            judging = words.judging();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            err.println(e.getMessage());
            data.clear();
        }
        if (data.isEmpty()) {
            err.print(USAGE);
            return 2;
        }
        try {
            List<RuleRecord> records = RuleFolder.read(rules);
            List<QualityPage.Row> rows = new ArrayList<>();
            List<QualityPage.Row> ablation = new ArrayList<>();
            for (Path variant : data) {
                for (Map.Entry<String, Judging> way : ways(variant).entrySet()) {
                    rows.add(evaluate(variant, way.getKey(), way.getValue(), records));
                }
                if (page != null && variant.getFileName().toString().equals(ABLATED)) {
                    ablation.add(evaluate(variant, "without rules", judging, List.of()));
                    ablation.add(evaluate(variant, "all rhythms out of shadow", judging.watching(NO_SHADOW), records));
                    ablation.add(evaluate(variant, "at most one case a day", judging.opening(1), records));
                }
            }
            if (page != null) {
                Files.writeString(page, QualityPage.of(rows, ablation, words()), UTF_8);
            }
            return 0;
        } catch (IOException e) {
            err.println("evaluate: " + e);
            return 1;
        }
    }

    /** Some variants are judged in two ways, each a row. */
    private Map<String, Judging> ways(Path variant) {
        String name = variant.getFileName().toString();
        Map<String, Judging> ways = new LinkedHashMap<>();
        ways.put(name, judging.within(bound(name)));
        if (name.startsWith("late-")) {
            ways.put(name + ", bound 2 s", judging.within(Duration.ofSeconds(2)));
        }
        if (name.equals("coincide")) {
            ways.put(name + ", two scopes", judging.apart(TWO_SITES));
        }
        return ways;
    }

    private QualityPage.Row evaluate(Path variant, String name, Judging way, List<RuleRecord> records)
            throws IOException {
        Score ours = new Score();
        Score novelty = new Score();
        Score fourNew = new Score();
        List<QualityPage.Network> byNetwork = new ArrayList<>();
        long from = System.nanoTime();
        for (String network : networks(variant)) {
            Witnessed witnessed = new Witnessed();
            Labels labels = Labels.read(variant, network);
            Backtest.Result result = Backtest.of(
                    variant.resolve(network + ALERTS),
                    records,
                    way,
                    witnessed::see,
                    new Progress(err, watched, name + " " + network));
            List<Shown> cases =
                    result.cases().stream().map(EvaluateCommand::shown).toList();
            keep(name, network, result);
            Score alone = new Score();
            alone.add(network, cases, witnessed, labels);
            byNetwork.add(new QualityPage.Network(network, alone.figures(), falseCases(result, labels)));
            ours.add(network, cases, witnessed, labels);
            novelty.add(network, Baselines.novelty(witnessed.inOrder()), witnessed, labels);
            fourNew.add(network, Baselines.fourNew(witnessed.inOrder()), witnessed, labels);
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        QualityPage.Row row =
                new QualityPage.Row(name, ours.figures(), novelty.figures(), fourNew.figures(), byNetwork, seconds);
        tell(row);
        return row;
    }

    private Duration bound(String variant) {
        return judging.bound().isZero() && variant.matches("late-\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(variant.substring(5)))
                : judging.bound();
    }

    private static List<String> networks(Path variant) throws IOException {
        try (Stream<Path> files = Files.list(variant)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ALERTS))
                    .map(file -> file.substring(0, file.length() - ALERTS.length()))
                    .sorted()
                    .toList();
        }
    }

    private static Shown shown(Backtest.Opened opened) {
        List<String> ids = CaseLines.shown(opened.newest());
        return new Shown(opened.at(), ids, ids, opened.timesOverLine());
    }

    private static List<String> falseCases(Backtest.Result result, Labels labels) {
        return result.cases().stream()
                .filter(each -> CaseLines.shown(each.newest()).stream()
                        .noneMatch(id -> labels.of(id).isAttack()))
                .map(each -> "false: " + each.newest().title().en() + " at " + each.at())
                .toList();
    }

    private void keep(String variant, String network, Backtest.Result result) throws IOException {
        if (kept == null) {
            return;
        }
        Path folder = Files.createDirectories(kept.resolve(variant));
        List<String> lines = new ArrayList<>();
        for (Backtest.Opened opened : result.cases()) {
            lines.add(CaseLines.of(opened));
        }
        Files.write(folder.resolve(network + ".cases.jsonl"), lines, UTF_8);
    }

    private void tell(QualityPage.Row row) {
        Score.Figures is = row.ours();
        List<String> missed = Goal.of(row.variant()).missedBy(is);
        out.printf(
                Locale.ROOT,
                "%-22s %d/%d steps, %.2f false/day, precision %.2f, %.2f cases/attack, best %.2f, purity %.3f, worst %.0f s,"
                        + " %d mixed (%.0f s)%s%n",
                row.variant(),
                is.found(),
                is.steps(),
                is.falseADay(),
                is.precision(),
                is.casesPerAttack(),
                is.best(),
                is.purity(),
                is.worstDelay(),
                is.mixed(),
                row.seconds(),
                missed.isEmpty() ? "" : " MISSED: " + String.join("; ", missed));
    }

    private static String words() throws IOException {
        try (var in = EvaluateCommand.class.getResourceAsStream("/quality-words.md")) {
            return new String(
                            java.util.Objects.requireNonNull(in, "quality-words.md")
                                    .readAllBytes(),
                            UTF_8)
                    .strip();
        }
    }
}
