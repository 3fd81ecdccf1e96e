package id.kentongan.desk.analysis;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.Case;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import id.kentongan.desk.casefile.Tlp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case that no rule found: a public complaint, a notice of BSSN, or what a colleague saw. It has no findings. */
record OpenedByHand(
        Source source, Tlp tlp, String title, String summary, String machine, String address, Severity severity) {
    /** Where it came from, as tables and documents write it. */
    enum Source {
        ADUAN,
        BSSN,
        MANUAL
    }

    /** The manager node of machines that Wazuh need not know. */
    static final String NODE = "-";

    /** The label under which others told it; what a colleague saw is the team's own. */
    @Nullable
    Tlp told() {
        return source == Source.MANUAL ? null : tlp;
    }

    Case content(UUID id, Instant happened, Instant now) {
        Text words = new Text(title, title);
        Text told = new Text(summary, summary);
        String name = machine.isEmpty() ? "-" : machine;
        Asset asset = new Asset(NODE, name, name, address.isEmpty() ? null : address);
        return new Case(
                "m-" + id, 1, words, told, severity, asset, now, happened, happened, List.of(), List.of(), 0, Map.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), null, List.of(), null);
    }
}
