package id.kentongan.job.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.RuleState;
import id.kentongan.job.intake.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the rules that lie on disk: each folder with a {@code rule.yml} below {@code rules/} is one rule. */
public final class RuleFolder {
    private RuleFolder() {}

    /** In order of slug. */
    public static List<RuleRecord> read(Path rules) throws IOException {
        List<RuleRecord> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(rules)) {
            for (Path folder : folders.sorted().toList()) {
                if (Files.isRegularFile(folder.resolve("rule.yml"))) {
                    found.add(rule(folder));
                }
            }
        }
        return found;
    }

    /** One rule's folder. */
    static RuleRecord rule(Path folder) throws IOException {
        String yml = Files.readString(folder.resolve("rule.yml"));
        String epl = Files.readString(folder.resolve("rule.epl"));
        String slug = folder.toAbsolutePath().normalize().getFileName().toString();
        return new RuleRecord(slug, Sha256.hex((yml + "\0" + epl).getBytes(UTF_8)), RuleState.ACTIVE, yml, epl, null);
    }
}
