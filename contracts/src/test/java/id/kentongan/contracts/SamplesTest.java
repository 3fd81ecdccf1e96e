package id.kentongan.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @ParameterizedTest
    @CsvSource({
        "case-5.json, id.kentongan.contracts.Case",
        "source-1.json, id.kentongan.contracts.SourceRecord",
        "ledger-1.json, id.kentongan.contracts.LedgerRecord",
        "decision-1.json, id.kentongan.contracts.Decision",
        "decision-2.json, id.kentongan.contracts.Decision",
        "asset-1.json, id.kentongan.contracts.AssetOwner",
        "exception-1.json, id.kentongan.contracts.FindingException",
        "rule-1.json, id.kentongan.contracts.RuleRecord",
        "rule-status-1.json, id.kentongan.contracts.RuleStatus"
    })
    void everySampleReadsAndWritesBackUnchanged(String sample, Class<?> type) throws IOException {
        try (InputStream in = SamplesTest.class.getResourceAsStream("/samples/" + sample)) {
            var written = JSON.readTree(in);

            Object read = JSON.treeToValue(written, type);

            assertThat(JSON.readTree(JSON.writeValueAsString(read))).isEqualTo(written);
        }
    }

    /** A record of the past lacks what came later; it is read as complete. */
    @Test
    void caseWrittenBeforeGapsWereToldIsStillRead() throws IOException {
        try (InputStream in = SamplesTest.class.getResourceAsStream("/samples/case-1.json")) {
            Case read = JSON.readValue(in, Case.class);

            assertThat(read.gaps()).isEmpty();
        }
    }

    @Test
    void caseWrittenBeforeItsRiskWasToldIsStillRead() throws IOException {
        try (InputStream in = SamplesTest.class.getResourceAsStream("/samples/case-2.json")) {
            Case read = JSON.readValue(in, Case.class);

            assertThat(read.risk()).isEmpty();
            assertThat(read.follows()).isNull();
        }
    }

    @Test
    void caseWrittenBeforeCasesWereMergedIsStillRead() throws IOException {
        try (InputStream in = SamplesTest.class.getResourceAsStream("/samples/case-3.json")) {
            Case read = JSON.readValue(in, Case.class);

            assertThat(read.stages()).isEmpty();
            assertThat(read.mergedInto()).isNull();
        }
    }

    @Test
    void caseWrittenBeforeEvidenceNamedFilesIsStillRead() throws IOException {
        try (InputStream in = SamplesTest.class.getResourceAsStream("/samples/case-4.json")) {
            Case read = JSON.readValue(in, Case.class);

            assertThat(read.findings()).flatExtracting(Finding::evidence).allMatch(each -> each.filePath() == null);
        }
    }
}
