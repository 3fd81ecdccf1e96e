package id.kentongan.bench.edge;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.bench.ground.Machine;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EdgeFiguresTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T23:00:00Z"), ZoneOffset.UTC);

    @Test
    void ratesAreMediansOfTheRunsInWhichAllArrived() {
        EdgeFigures figures = figures(
                run("kcat", 1, ""),
                run("kcat", 2, ""),
                run("kcat", 4, ""),
                run("kcat", 0.1, "3 missing"),
                run("forwarder", 4, ""),
                run("forwarder", 4, ""));

        assertThat(figures.rate("kcat")).isEqualTo(500);
        assertThat(figures.against("kcat")).isEqualTo(0.5);
        assertThat(figures.sound()).isTrue();
    }

    @Test
    void shipperThatCouldNotBeHadIsNullAndNamed() {
        EdgeFigures figures = figures(run("kcat", 1, ""), run("forwarder", 2, ""));

        assertThat(figures.named())
                .containsEntry("vs_kcat", 0.5)
                .containsEntry("vs_rsyslog", null)
                .containsEntry("rsyslog_per_second", null)
                .containsEntry("rss_mb", 100.0)
                .containsKeys(
                        "vs_syslog_ng",
                        "idle_cpu_percent",
                        "hook_vs_builtin",
                        "hook_60k_ms",
                        "latency_p50_ms",
                        "latency_p99_ms",
                        "broker_cpu_seconds");
        assertThat(page(figures)).contains("rsyslog: not measured, no package", "| vs_rsyslog", "not known");
    }

    @Test
    void lostAlertOfOursIsSaid() {
        EdgeFigures figures = figures(run("kcat", 1, ""), run("forwarder", 2, "1 missing"));

        assertThat(figures.sound()).isFalse();
        assertThat(page(figures)).contains("forwarder: a run does not count, 1 missing");
    }

    @Test
    void missedAimStandsInTheTable() {
        String page = page(figures(run("kcat", 1, ""), run("forwarder", 3, "")));

        assertThat(page).containsPattern("vs_kcat +\\| 0.33 +\\| at least 0.5, aim 0.8 \\| MISSED");
        assertThat(page).containsPattern("latency_p99_ms +\\| 90 +\\| under 300 +\\| met");
        assertThat(page).contains("2026-11-02, commit abc");
    }

    private static String page(EdgeFigures figures) {
        Machine machine = new Machine("cpu", 2, 1000, "linux", "17", "abc", "0 0 0");
        return new EdgePage(figures, machine, List.of("kcat: plain"), CLOCK).forPeople();
    }

    private static Run run(String shipper, double seconds, String fault) {
        return new Run(shipper, 1_000, seconds, seconds / 4, 1, 1, 100, fault);
    }

    private static EdgeFigures figures(Run... runs) {
        return new EdgeFigures(
                1_000_000,
                1_000,
                3,
                List.of(runs),
                Map.of("rsyslog", "no package"),
                new Following.Result(45, 90, 0.3),
                new HookCost.Result(Map.of(HookCost.HOOK, 1.0, HookCost.BUILTIN_ON_BASH, 1.0), 5, 4),
                "0 0 0");
    }
}
