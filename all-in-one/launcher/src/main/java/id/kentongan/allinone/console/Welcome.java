package id.kentongan.allinone.console;

import id.kentongan.allinone.instance.Input;
import id.kentongan.allinone.instance.Port;
import id.kentongan.allinone.instance.Secret;
import id.kentongan.allinone.parts.DemoTeam;
import id.kentongan.allinone.parts.DeskPart;
import id.kentongan.allinone.parts.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What to know once everything runs: where to go, how to log in, how to stop. */
public final class Welcome {
    private final Instance instance;

    public Welcome(Instance instance) {
        this.instance = instance;
    }

    public String after(Duration start) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Kentongan is up after " + Seconds.of(start) + " (Kentongan siap).");
        lines.add("");
        line(lines, "Triage desk (meja triase)", http(Port.DESK));
        line(
                lines,
                "  log in (masuk)",
                DeskPart.FIRST_PERSON + " / " + instance.secrets().read(Secret.ANALYST));
        if (instance.input().kind() == Input.Kind.DEMO) {
            DemoTeam.MEMBERS.stream()
                    .skip(1)
                    .forEach(one -> line(
                            lines,
                            "  as " + one.role(),
                            one.name() + " / " + instance.secrets().read(one.secret())));
        }
        line(lines, "Alerts (sumber alert)", instance.input().spoken());
        if (instance.input().kind() == Input.Kind.HOOK) {
            line(lines, "  hook_url for ossec.conf", instance.input().path().toString());
        }
        line(lines, "Flink", http(Port.FLINK));
        line(lines, "Prometheus: forwarder", http(Port.FORWARDER_METRICS) + "/metrics");
        line(lines, "Prometheus: job", http(Port.JOB_METRICS) + "/metrics");
        line(lines, "Prometheus: desk", http(Port.DESK_MANAGEMENT) + "/actuator/prometheus");
        line(lines, "PostgreSQL", instance.ports().address(Port.POSTGRES) + ", database kentongan, user panel_reader");
        line(
                lines,
                "  its password is in",
                instance.secrets().file(Secret.PANEL_READER).toString());
        line(lines, "Kafka", instance.ports().address(Port.KAFKA));
        line(lines, "Data", instance.data().root().toString());
        line(lines, "Logs", instance.data().logs().toString());
        line(lines, "Stop (berhenti)", "Ctrl-C here, or ./kentongan down elsewhere");
        lines.add("");
        return String.join("\n", lines);
    }

    private String http(Port port) {
        return "http://" + instance.ports().address(port);
    }

    private static void line(List<String> lines, String what, String where) {
        lines.add(String.format("  %-26s %s", what, where));
    }
}
