package id.kentongan.scenario.attack;

import static java.util.Objects.requireNonNull;

import id.kentongan.scenario.alert.Alert;
import java.util.List;

/** One attack or near miss with all its alerts, those of the IDS included. */
public record Planted(Truth truth, List<Alert> alerts) {
    public Planted {
        requireNonNull(truth, "truth");
        alerts = List.copyOf(alerts);
    }
}
