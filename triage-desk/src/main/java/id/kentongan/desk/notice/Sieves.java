package id.kentongan.desk.notice;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Evidence;
import id.kentongan.desk.asset.AssetCard;
import id.kentongan.desk.received.ReceivedFacts;
import id.kentongan.desk.received.Sieve;
import id.kentongan.desk.report.Dossier;
import id.kentongan.desk.settings.DeskSettings;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the sieve of one letter, or of a correction of it, by what others told of the case and whose system it is. */
@Component
public class Sieves {
    private final ReceivedFacts received;
    private final DeskSettings settings;

    Sieves(ReceivedFacts received, DeskSettings settings) {
        this.received = received;
        this.settings = settings;
    }

    public Sieve of(Dossier dossier) {
        return new Sieve(
                received.of(dossier.file().content().id()),
                settings.amberClient(dossier.asset().pse()),
                own(dossier));
    }

    /** What the PSE's own alerts and assets say. */
    static String own(Dossier dossier) {
        Case content = dossier.file().content();
        AssetCard asset = dossier.asset();
        Stream<String> machine = Stream.of(
                asset.url(),
                asset.system(),
                asset.pse(),
                content.asset().agentName(),
                content.asset().agentIp());
        Stream<String> alerts = Stream.concat(
                        content.findings().stream().flatMap(finding -> finding.evidence().stream()),
                        content.supporting().stream())
                .flatMap(Sieves::words);
        return Stream.of(machine, content.sourceIps().stream(), content.users().stream(), alerts)
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> words(Evidence evidence) {
        return Stream.of(
                evidence.excerpt(),
                evidence.description(),
                evidence.sourceIp(),
                evidence.user(),
                evidence.filePath(),
                evidence.process());
    }
}
