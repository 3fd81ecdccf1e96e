package id.kentongan.job.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
        int alerts = full ? 200_000 : 50_000;
        int entities = Integer.getInteger("casework.agents", full ? 1_000_000 : 50_000);
        EngineFigures figures = new EngineFigures();

        for (int round = 0; round < (full ? 3 : 1); round++) {
            MeasuresCasework.ofAlerts(alerts, figures);
        }
        MeasuresCasework.ofEntities(entities, figures);

        String page = page(figures, alerts, entities);
        System.getLogger("bench").log(System.Logger.Level.INFO, "\n" + page);
        assertThat(figures.names()).isNotEmpty();
        if (full) {
            Files.writeString(Path.of(System.getProperty("kentongan.root"), "docs", "bench", "casework.md"), page);
        }
    }

    private static String page(EngineFigures figures, int alerts, int entities) throws Exception {
        double both = figures.median("habits_us") + figures.median("casework_us");
        StringBuilder page =
                new StringBuilder("""
                # Casework: what anomalies and cases cost

                Written by `./kentongan bench casework`; do not edit. %,d alerts of 1.4 KB a round, 10 ms apart in event time, 200
                agents, 5,000 source addresses, 300 accounts; each operator in a harness of its own on the heap back end, detectors of
                rhythm included; medians. Then %,d agents with one alert each, all within ten days.

                | what | figure | wanted | |
                |---|---|---|---|
                | CPU of both operators beside the parse, microseconds an alert | %.2f | at most %.0f | %s |

                | measured | figure |
                |---|---|
                """.formatted(alerts, entities, both, AIM, both <= AIM ? "met" : "MISSED"));
        figures.names()
                .forEach(name ->
                        page.append("| %s | %s |%n".formatted(name, EngineFigures.shown(figures.median(name)))));
        return page.append('\n').append(EnginePage.ground()).toString();
    }
}
