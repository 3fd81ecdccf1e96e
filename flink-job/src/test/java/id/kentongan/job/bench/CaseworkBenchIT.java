package id.kentongan.job.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.job.SmallHeap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * {@code ./kentongan bench casework}: full size, writes {@code docs/bench/casework.md}; with {@code --quick} a size for a busy
 * machine, which only tells. No part of the tests.
 */
@EnabledIfSystemProperty(named = "casework.bench", matches = "full|quick", disabledReason = "a bench, no test")
class CaseworkBenchIT {
    /** Microseconds of CPU that anomalies and casework may add to the parse of an alert. */
    private static final double AIM = 3;

    @Test
    void measuresAndTells() throws Exception {
        boolean full = System.getProperty("casework.bench").equals("full");
        int alerts = Integer.getInteger("casework.alerts", full ? 500_000 : 50_000);
        int agents = Integer.getInteger("casework.agents", full ? 1_000_000 : 50_000);
        String heap = System.getProperty("casework.heap", full ? "3g" : "512m");
        EngineFigures figures = new EngineFigures();

        for (int round = 0; round < (full ? 3 : 1); round++) {
            MeasuresCasework.ofAlerts(alerts, figures);
        }
        String held = SmallHeap.run(heap, HoldsAgents.class, Integer.toString(agents));
        figures.add("agents_held_at_once", agents);
        figures.add("bytes_an_agent", bytes(held));

        String page = page(figures, alerts, agents, heap);
        System.getLogger("bench").log(System.Logger.Level.INFO, "\n" + page);
        assertThat(figures.names()).isNotEmpty();
        if (full) {
            Files.writeString(Path.of(System.getProperty("kentongan.root"), "docs", "bench", "casework.md"), page);
        }
    }

    private static double bytes(String told) {
        Matcher figure = Pattern.compile("bytes an agent: (\\d+)").matcher(told);
        assertThat(figure.find()).as(told).isTrue();
        return Double.parseDouble(figure.group(1));
    }

    private static String page(EngineFigures figures, int alerts, int agents, String heap) throws Exception {
        double both = figures.median("habits_us") + figures.median("casework_us");
        StringBuilder page = new StringBuilder("""
                # Casework: what anomalies and cases cost

                Written by `./kentongan bench casework`; do not edit. Alerts of 1.4 KB, 10 ms apart in event time, 200 agents, 5,000
                source addresses, 300 accounts; each operator in a harness of its own on the heap back end, detectors of rhythm
                included. %,d alerts a round come before those that count, then as many count; microseconds of CPU of the thread that
                works, so neither collector nor compiler, an alert; medians of the rounds. A signal is what the first operator hands to
                the second: alerts that are unusual, and of those that go on every power of two. Then a program of its own, heap
                limited to %s, takes %,d agents with one alert each within ten days and holds them all in both operators.

                | what | figure | wanted | |
                |---|---|---|---|
                | CPU of both operators beside the parse, microseconds an alert | %.2f | at most %.0f | %s |
                | agents held at once without end of memory | %,d | 1,000,000 | %s |

                | measured | figure |
                |---|---|
                """.formatted(
                        alerts,
                        heap,
                        agents,
                        both,
                        AIM,
                        both <= AIM ? "met" : "MISSED",
                        agents,
                        agents >= 1_000_000 ? "met" : "not tried"));
        figures.names()
                .forEach(name ->
                        page.append("| %s | %s |%n".formatted(name, EngineFigures.shown(figures.median(name)))));
        return page.append('\n').append(EnginePage.ground()).toString();
    }
}
