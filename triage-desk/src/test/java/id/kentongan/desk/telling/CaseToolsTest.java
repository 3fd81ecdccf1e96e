package id.kentongan.desk.telling;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Severity;
import id.kentongan.desk.casefile.Tlp;
import id.kentongan.desk.trial.Samples;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseToolsTest {
    private static final String LINK = "https://desk.example/cases/KTG-2026-000001";
    private static final Case GRAVE = Samples.plain("c", 1, Severity.HIGH, "Webshell");

    @Test
    void theHiveGetsAnAlertInItsWords() {
        assertThat(CaseTools.theHive(GRAVE, Tlp.AMBER, "KTG-2026-000001", LINK))
                .containsEntry("sourceRef", "KTG-2026-000001-high")
                .containsEntry("title", "KTG-2026-000001 Webshell")
                .containsEntry("severity", 3)
                .containsEntry("externalLink", LINK)
                .containsEntry("tags", List.of("T1110", "brute-force"))
                .containsEntry("observables", List.of(Map.of("dataType", "ip", "data", "203.0.113.9")));
    }

    @Test
    void irisGetsAnAlertInItsWords() {
        assertThat(CaseTools.iris(GRAVE, Tlp.AMBER, "KTG-2026-000001", LINK, 7))
                .containsEntry("alert_source_ref", "KTG-2026-000001-high")
                .containsEntry("alert_severity_id", 5)
                .containsEntry("alert_customer_id", 7)
                .containsEntry("alert_tags", "T1110,brute-force");
    }

    @ParameterizedTest
    @CsvSource({"CLEAR,0,4", "GREEN,1,3", "AMBER,2,2", "AMBER_STRICT,3,5", "RED,4,1"})
    void eachToolHasNumbersOfItsOwnForTheLabel(Tlp label, int theHive, int iris) {
        assertThat(CaseTools.theHive(GRAVE, label, "KTG-2026-000001", LINK)).containsEntry("tlp", theHive);
        assertThat(CaseTools.iris(GRAVE, label, "KTG-2026-000001", LINK, 7).get("alert_iocs"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .allSatisfy(ioc -> assertThat(ioc.get("ioc_tlp_id")).isEqualTo(iris))
                .hasSize(1);
    }

    @Test
    void anEmptyLinkIsLeftOut() {
        assertThat(CaseTools.withoutBlanks(CaseTools.theHive(GRAVE, Tlp.AMBER, "KTG-2026-000001", "")))
                .doesNotContainKey("externalLink")
                .containsKey("title");
    }

    @Test
    void whatAnAttackerWroteIsNoObservableAndIsMadeVisible() {
        Map<String, Object> alert = CaseTools.theHive(Samples.hostile("h"), Tlp.AMBER, "KTG-2026-000002", "");

        assertThat((List<?>) alert.get("observables")).isEmpty();
        assertThat((String) alert.get("title")).contains("[U+202E]").doesNotContain("\u202e", "\u0000");
    }
}
