package id.kentongan.job.quality;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals hold on the labelled networks as recorded, rules and all. */
class QualityIT {
    private static final Path ROOT = Path.of(System.getProperty("kentongan.root"));
    private static final Path DATA = ROOT.resolveSibling("shared/data/ait-ads");

    @TempDir
    private Path folder;

    @Test
    void everyStepIsFoundInOneCaseForEachAttack() throws Exception {
        assumeTrue(Files.exists(DATA), "the labelled alerts are not here: skipped");
        Path asRecorded = Files.createSymbolicLink(folder.resolve("as-recorded"), DATA);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream told = new PrintStream(out, true, UTF_8);

        int code = new EvaluateCommand(ROOT.resolve("rules"), told, told, false)
                .run(List.of("--data", asRecorded.toString()));

        assertThat(code).isZero();
        assertThat(out.toString(UTF_8)).contains("22/22 steps").doesNotContain("MISSED");
    }
}
