package id.kentongan.desk;

import static id.kentongan.desk.trial.DeskOfCases.until;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Severity;
import id.kentongan.desk.trial.DeskOfCases;
import id.kentongan.desk.trial.Samples;
import id.kentongan.desk.trial.TrialDesk;
import id.kentongan.desk.trial.TrialMailbox;
import id.kentongan.desk.trial.TrialReceiver;
import id.kentongan.desk.trial.TrialTeam;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people are told: by webhook and by mail. */
class TellingIT {
    private static TrialReceiver hook;
    private static TrialMailbox mailbox;
    private static TrialDesk desk;
    private static DeskOfCases cases;

    @BeforeAll
    static void open() throws IOException, SQLException {
        hook = TrialReceiver.refusingFirst(1);
        mailbox = TrialMailbox.open();
        cases = DeskOfCases.open(
                "telling_it",
                Map.of(
                        "kentongan.desk.webhooks",
                        hook.address(),
                        "kentongan.desk.bundle-minutes",
                        0,
                        "kentongan.desk.mail-host",
                        "127.0.0.1",
                        "kentongan.desk.mail-port",
                        mailbox.port(),
                        "kentongan.desk.mail-from",
                        "kentongan@contoh.example",
                        "kentongan.desk.public-address",
                        "https://desk.contoh.example"));
        desk = cases.desk();
        cases.run("update person set mail = name || '@contoh.example'");
    }

    @AfterAll
    static void close() {
        cases.close();
        hook.close();
        mailbox.close();
    }

    @Test
    void aGraveCaseCallsTheAnalystsOnceAndAgainOnlyWhenItBecomesWorse() {
        Instant now = Instant.now();
        send(Samples.seenLast(now, "c-old", 1, Severity.CRITICAL, "Kasus lama"), now.minus(Duration.ofDays(3)));
        send(Samples.seenLast(now, "c-grave", 1, Severity.HIGH, "Kasus gawat"), now);
        send(Samples.seenLast(now, "c-grave", 2, Severity.HIGH, "Kasus gawat"), now);
        send(Samples.seenLast(now, "c-grave", 3, Severity.CRITICAL, "Kasus gawat"), now);
        send(Samples.seenLast(now, "c-light", 1, Severity.MEDIUM, "Kasus ringan"), now);

        until("two calls", () -> told("Kasus gawat").size() == 2);
        until("mail", () -> mails("Kasus gawat").size() == 4);

        assertThat(told("Kasus gawat").get(0))
                .contains("\"kind\":\"case\"", "\"severity\":\"high\"", "https://desk.contoh.example/cases/KTG-2026-");
        assertThat(told("Kasus gawat").get(1)).contains("\"severity\":\"critical\"");
        assertThat(told("Kasus ringan")).isEmpty();
        assertThat(told("Kasus lama")).isEmpty();
        assertThat(mails("Kasus gawat")).anyMatch(mail -> mail.contains("RCPT TO:<ani@contoh.example>"));
    }

    @Test
    void whoReadsTheDeskInEnglishGetsTheirMailInEnglishAndAWebhookStaysIndonesian() throws SQLException {
        desk.logIn(TrialTeam.OTHER_ANALYST, TrialTeam.password(TrialTeam.OTHER_ANALYST));
        desk.page("/candidates?lang=en");
        Instant now = Instant.now();
        send(Samples.seenLast(now, "c-tongue", 1, Severity.HIGH, "Kasus dwibahasa"), now);

        until("both mails", () -> mails("dwibahasa").size() == 2);
        assertThat(mails("dwibahasa"))
                .anySatisfy(mail -> assertThat(mail)
                        .contains("RCPT TO:<agus@contoh.example>", "A case of high severity awaits analysis")
                        .contains("Title: Kasus dwibahasa in English", "Stage: "))
                .anySatisfy(mail -> assertThat(mail)
                        .contains("RCPT TO:<ani@contoh.example>", "tingkat keparahan tinggi menunggu analisis")
                        .contains("Judul: Kasus dwibahasa", "Tahap: "));
        until("the call", () -> !told("Kasus dwibahasa").isEmpty());
        assertThat(told("Kasus dwibahasa")).allMatch(one -> one.contains("menunggu analisis"));

        desk.page("/candidates?lang=id");
        send(Samples.seenLast(now, "c-tongue", 2, Severity.CRITICAL, "Kasus dwibahasa"), now);
        until("both again", () -> mails("dwibahasa").size() == 4);
        assertThat(mails("dwibahasa"))
                .filteredOn(mail -> mail.contains("A case of"))
                .hasSize(1);
    }

    @Test
    void aClockThatRunsOutRemindsEachOnceAndMovesNothing() throws SQLException {
        String at = cases.taken("c-late");
        cases.run("update case_course set entered_at = now() - interval '40 days', due_at = now() - interval '30 days'"
                + " where case_id = 'c-late'");
        String number = at.replace("/cases/", "");

        until(
                "three reminders",
                () -> hook.received().stream()
                                .filter(one -> one.contains(number) && one.contains("reminder"))
                                .count()
                        == 3);
        assertThat(hook.received().stream().filter(one -> one.contains(number) && one.contains("reminder")))
                .anyMatch(one -> one.contains("80 %"))
                .anyMatch(one -> one.contains("100 %"))
                .anyMatch(one -> one.contains("200 %"));
        until(
                "mail to the head",
                () -> mailbox.mails().stream()
                        .anyMatch(mail -> mail.contains("eka@contoh.example") && mail.contains("200 %")));
        assertThat(cases.stage("c-late")).isEqualTo("ANALYSIS");
        assertThat(cases.text("select count(*) from reminder where case_id = 'c-late'"))
                .isEqualTo("3");
    }

    @Test
    void whatAnAttackerWroteIsOneLineOfTheMailAndAddsNobodyToIt() {
        String title =
                "Kasus jahat\r\n.\r\nRCPT TO:<mata@jahat.example>\r\nBcc: mata@jahat.example\r\n\u001b[31m <b>x</b>";
        send(Samples.seenLast(Instant.now(), "c-evil", 1, Severity.HIGH, title), Instant.now());

        until("mail", () -> mails("Kasus jahat").size() == 2);

        assertThat(mails("Kasus jahat")).allSatisfy(mail -> {
            assertThat(mail).contains("Kasus jahat[U+000D] .[U+000D] RCPT TO:", "[U+001B][31m <b>x</b>");
            assertThat(mail.chars()).doesNotContain(0x1b);
            assertThat(mail.lines().filter(line -> line.startsWith("RCPT")))
                    .singleElement()
                    .asString()
                    .endsWith("@contoh.example>");
            assertThat(mail.lines()).noneMatch(line -> line.startsWith("Bcc"));
        });
        assertThat(mailbox.mails()).noneMatch(mail -> mail.startsWith("RCPT TO:<mata@"));
    }

    @Test
    void whatIsRedDoesNotTravel() throws SQLException {
        String at = cases.taken("c-red");
        desk.submit(at, at + "/analysis", Map.of("decision", "yes"));
        desk.submit(at, at + "/assessment/results", Map.of("tool", "curl", "finding", "x"));
        desk.submit(at, at + "/assessment/verdict", Map.of("verdict", "FALSE_NEGATIVE", "reason", "x"));
        desk.submit(at, at + "/report", Map.of("severity", "LOW", "tlp", "RED", "decision", "send"));
        String number = at.replace("/cases/", "");

        until(
                "hand-over",
                () -> hook.received().stream()
                        .anyMatch(one -> one.contains(number) && one.contains("menunggu verifikasi")));
        assertThat(hook.received().stream().filter(one -> one.contains(number)))
                .noneMatch(one -> one.contains("Kasus c-red"));
    }

    private static void send(Case content, Instant last) {
        Case sent = Samples.seenLast(
                last,
                content.id(),
                content.version(),
                content.severity(),
                content.title().id());
        cases.house().broker.send("telling_it.cases", sent.id(), Samples.json(sent));
    }

    private static List<String> told(String title) {
        return hook.received().stream().filter(one -> one.contains(title)).toList();
    }

    private static List<String> mails(String title) {
        return mailbox.mails().stream().filter(one -> one.contains(title)).toList();
    }
}
