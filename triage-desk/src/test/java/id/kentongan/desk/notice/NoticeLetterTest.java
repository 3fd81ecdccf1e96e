package id.kentongan.desk.notice;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.Case;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import id.kentongan.desk.analysis.SixWords;
import id.kentongan.desk.assessment.SiemRating;
import id.kentongan.desk.asset.AssetCard;
import id.kentongan.desk.casefile.CaseFile;
import id.kentongan.desk.casefile.CaseNumber;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.casefile.Tlp;
import id.kentongan.desk.course.Standing;
import id.kentongan.desk.paper.TrialPress;
import id.kentongan.desk.received.Received;
import id.kentongan.desk.received.Sieve;
import id.kentongan.desk.received.Sieve.LeftOut;
import id.kentongan.desk.report.Advice;
import id.kentongan.desk.report.Category;
import id.kentongan.desk.report.Dossier;
import id.kentongan.desk.report.Findings;
import id.kentongan.desk.report.Nature;
import id.kentongan.desk.trial.Samples;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What others told goes into a letter as its label and the list of clients allow, tried on the PDF's own text. */
class NoticeLetterTest {
    private static final String TOLD = "Pihak ketiga melihat peladen itu memanggil pengendali botnet di 198.51.100.7";
    private static final Instant NOW = Instant.parse("2026-11-03T02:00:00Z");
    private static final Instant HAPPENED = Instant.parse("2026-10-09T02:11:12Z");

    @ParameterizedTest
    @CsvSource({
        "RED, false, false",
        "RED, true, false",
        "AMBER_STRICT, false, false",
        "AMBER_STRICT, true, false",
        "AMBER, false, false",
        "AMBER, true, true",
        "GREEN, false, true",
        "CLEAR, false, true"
    })
    void whatWasToldGoesAsItsLabelAndTheClientsAllow(Tlp label, boolean client, boolean goes) throws IOException {
        Dossier dossier = dossier(told(), findings(label, "", ""), SixWords.EMPTY);
        Sieve sieve = new Sieve(List.of(received(label)), client, Sieves.own(dossier));

        String letter = printed(dossier, sieve);

        assertThat(letter.contains("memanggil pengendali botnet")).isEqualTo(goes);
        assertThat(letter.contains("198.51.100.7")).isEqualTo(goes);
        assertThat(letter.contains("9 Okt 2026")).as("its time").isEqualTo(goes);
        assertThat(letter).contains("Lampiran 1. Ringkasan teknis dan indikator (" + label.label() + ")", "10.1.2.3");
        assertThat(sieve.leftOut())
                .extracting(LeftOut::field)
                .isEqualTo(goes ? List.of() : List.of("letter.left.source", "report.summary"));
        assertThat(sieve.leftOut()).allMatch(one -> one.client() == (label == Tlp.AMBER));
    }

    @ParameterizedTest
    @EnumSource(names = {"RED", "AMBER_STRICT", "AMBER"})
    void whatAnAnalystRepeatsOfItStaysOutTooAndTheRestGoes(Tlp label) throws IOException {
        Dossier dossier = dossier(
                told(),
                findings(label, "Peladen diperiksa dan diisolasi", "Blokir 198[.]51[.]100[.]7 di firewall"),
                new SixWords("Peladen itu memanggil pengendali botnet", "", "", "Sandi bawaan", "", ""));
        Sieve sieve = new Sieve(List.of(received(label)), false, Sieves.own(dossier));

        String letter = printed(dossier, sieve);

        assertThat(letter)
                .contains("Peladen diperiksa dan diisolasi", "Sandi bawaan")
                .doesNotContain("198", "pengendali");
        assertThat(sieve.leftOut())
                .extracting(LeftOut::field)
                .containsExactly("letter.left.source", "report.actions", "letter.asked", "analysis.form", "report.now");
        assertThat(letter).as("the letter is silent of it").doesNotContain("tidak dimuat", "BSSN (", "sumber");
    }

    @Test
    void factsFromThePsesOwnAlertsGoWhateverTheLabel() throws IOException {
        Case own = Samples.plain("c-own", 1, Severity.HIGH, "Login paksa");
        String address = own.sourceIps().get(0);
        Received repeats = new Received("KTG-2026-000009", "BSSN", Tlp.RED, "Notis", "Waspadai " + address);
        Dossier dossier = dossier(own, findings(Tlp.RED, "Login paksa dari " + address, ""), SixWords.EMPTY);
        Sieve sieve = new Sieve(List.of(repeats), false, Sieves.own(dossier));

        String letter = printed(dossier, sieve);

        assertThat(letter).contains("Login paksa dari " + address, "Alamat IP asal " + address);
        assertThat(letter).contains("2 Nov 2026");
    }

    @Test
    void aCaseThatNobodyToldOfLeavesNothingOut() throws IOException {
        Dossier dossier = dossier(told(), findings(Tlp.RED, "", ""), SixWords.EMPTY);
        Sieve sieve = new Sieve(List.of(), false, "");

        assertThat(printed(dossier, sieve)).contains("memanggil pengendali botnet");
        assertThat(sieve.leftOut()).isEmpty();
    }

    private static Received received(Tlp label) {
        return new Received("KTG-2026-000007", "BSSN", label, "Notis BSSN", TOLD);
    }

    /** Opened by hand: no alert, and all of its words are the source's. */
    private static Case told() {
        return new Case(
                "m-1",
                1,
                new Text("Notis BSSN", "Notis BSSN"),
                new Text(TOLD, TOLD),
                Severity.HIGH,
                new Asset("-", "web-01", "web-01", "10.1.2.3"),
                NOW,
                HAPPENED,
                HAPPENED,
                List.of(),
                List.of(),
                0,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null);
    }

    private static Findings findings(Tlp tlp, String summary, String actions) {
        return new Findings(
                Category.COMMAND_AND_CONTROL,
                Nature.LIMITED,
                tlp,
                Severity.HIGH,
                "",
                summary,
                false,
                false,
                false,
                "",
                "",
                "",
                actions,
                new Advice(actions, "", null),
                Advice.NONE,
                Advice.NONE,
                "");
    }

    private static Dossier dossier(Case content, Findings findings, SixWords words) {
        CaseFile file = new CaseFile(new CaseNumber(2026, 7), content, NOW, NOW);
        Standing standing = new Standing(
                content.id(),
                file.number(),
                StageName.RATIFIED,
                "ani",
                "ani",
                "budi",
                "eka",
                false,
                0,
                null,
                null,
                NOW,
                null,
                NOW,
                null,
                "BSSN",
                findings.tlp(),
                Severity.HIGH,
                null);
        return new Dossier(
                file,
                standing,
                AssetCard.EMPTY,
                words,
                List.of(),
                List.of(),
                null,
                SiemRating.MISSED,
                findings,
                findings.tlp(),
                List.of(),
                List.of(),
                Map.of(),
                null,
                null,
                null,
                TrialPress.office(),
                NOW,
                ZoneId.of("Asia/Jakarta"),
                1);
    }

    private static String printed(Dossier dossier, Sieve sieve) throws IOException {
        byte[] pdf = TrialPress.print(NoticeLetter.of(dossier, LetterForm.suggested(dossier), sieve));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace("\u200b", "").replaceAll("\\s+", " ");
        }
    }
}
