package id.kentongan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Severity;
import id.kentongan.desk.trial.Deadline;
import id.kentongan.desk.trial.Samples;
import id.kentongan.desk.trial.TrialDesk;
import id.kentongan.desk.trial.TrialHouse;
import id.kentongan.desk.trial.TrialMailbox;
import id.kentongan.desk.trial.TrialReceiver;
import id.kentongan.desk.trial.TrialTeam;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is called when, with what; and other case tools. A desk with siaga 24x7, whose mail is bundled by the hour. */
class DutyIT {
    private static TrialHouse house;
    private static TrialReceiver hook;
    private static TrialReceiver tool;
    private static TrialMailbox mailbox;
    private static TrialDesk desk;

    @BeforeAll
    static void open() throws IOException, SQLException {
        house = TrialHouse.open();
        hook = TrialReceiver.refusingFirst(0);
        tool = TrialReceiver.refusingFirst(0);
        mailbox = TrialMailbox.open();
        house.broker.createTopic("duty_it.alerts");
        Map<String, Object> settings = TrialTeam.settings(house, "duty_it");
        settings.put("kentongan.desk.webhooks", hook.address());
        settings.put("kentongan.desk.mail-host", "127.0.0.1");
        settings.put("kentongan.desk.mail-port", mailbox.port());
        settings.put("kentongan.desk.mail-from", "kentongan@contoh.example");
        settings.put("kentongan.desk.bundle-minutes", 60);
        settings.put("kentongan.desk.siaga", "24x7");
        settings.put("kentongan.desk.thehive-address", tool.address());
        settings.put("kentongan.desk.thehive-key-file", house.file("hive-key", "kunci-hive\n"));
        settings.put("kentongan.desk.iris-address", tool.address());
        settings.put("kentongan.desk.iris-key-file", house.file("iris-key", "kunci-iris\n"));
        desk = TrialDesk.start(settings);
        run("update person set mail = name || '@contoh.example'");
    }

    @AfterAll
    static void close() {
        desk.close();
        hook.close();
        tool.close();
        mailbox.close();
    }

    @Test
    void whoIsOnDutyIsCalledAtOnceAndTheNextCallsComeInOneMail() throws SQLException {
        desk.logIn(TrialTeam.COORDINATOR, TrialTeam.password(TrialTeam.COORDINATOR));
        desk.submit("/duty", "/duty", shift("agus", -1, 1));
        desk.submit("/duty", "/duty", shift("ani", 5, 6));
        desk.submit("/duty", "/duty", shift("nobody", -1, 1));
        assertThat(desk.page("/duty").select("ul.files li").eachText())
                .hasSize(2)
                .anyMatch(one -> one.contains("agus") && one.contains("sedang bertugas"));

        run("delete from waiting_mail; delete from mail_left");
        grave("c-first", Severity.CRITICAL);
        until("the first call", () -> calls().size() == 1);
        grave("c-second", Severity.HIGH);
        grave("c-third", Severity.HIGH);
        until("all told to the webhook", () -> told("\"kind\":\"case\"").size() == 3);
        assertThat(calls()).hasSize(1).allMatch(mail -> mail.contains("RCPT TO:<agus@contoh.example>"));
        run("update waiting_mail set due_at = now()");
        until("the bundle", () -> calls().size() == 2);
        run("update person set language = 'en' where name = 'agus'");
        grave("c-fourth", Severity.HIGH);
        grave("c-fifth", Severity.HIGH);
        until("both told to the webhook", () -> told("\"kind\":\"case\"").size() == 5);
        run("update person set language = 'id'; update waiting_mail set due_at = now()");
        until("the bundle in English", () -> calls().size() == 3);

        assertThat(calls().get(2)).contains("2 messages", "Case: KTG-").doesNotContain("kabar");
        assertThat(calls().get(1)).contains("2 kabar", "Kasus c-second", "Kasus c-third");
        assertThat(text("select due_at - entered_at from case_course where case_id = 'c-first'"))
                .isEqualTo("03:00:00");
        assertThat(desk.page("/board").text()).contains("Kasus c-first");
        until("both tools", () -> tool.received().size() == 10);
        assertThat(tool.keys()).contains("/hook/api/v1/alert Bearer kunci-hive", "/hook/alerts/add Bearer kunci-iris");
        assertThat(tool.received()).anyMatch(one -> one.contains("\"sourceRef\":\"KTG-") && one.contains("c-first"));
        assertThat(hook.keys()).allMatch(one -> one.equals("/hook null"));
    }

    @Test
    void aSourceThatFallsSilentIsToldOnceAndItsReturnToo() throws SQLException {
        house.broker.heartbeat("duty_it.alerts", "follower-1");
        until("the heartbeat", () -> heard().equals("1"));
        run("update source_heard set heard_at = now() - interval '20 minutes' where source = 'follower-1'");
        until("the alarm", () -> told("Masukan terhenti: follower-1").size() == 1);
        house.broker.heartbeat("duty_it.alerts", "follower-1");
        until("the return", () -> told("Masukan kembali: follower-1").size() == 1);

        assertThat(told("Masukan terhenti")).hasSize(1);
    }

    private static Map<String, String> shift(String person, int from, int until) {
        LocalDateTime now = LocalDateTime.now(ZoneId.of("Asia/Jakarta")).truncatedTo(ChronoUnit.MINUTES);
        return Map.of(
                "person", person,
                "from", now.plusHours(from).toString(),
                "until", now.plusHours(until).toString());
    }

    private static void grave(String id, Severity severity) {
        byte[] json = Samples.json(Samples.seenLast(Instant.now(), id, 1, severity, "Kasus " + id));
        house.broker.send("duty_it.cases", id, json);
    }

    private static List<String> calls() {
        return mailbox.mails().stream()
                .filter(mail -> mail.contains("Kasus c-"))
                .toList();
    }

    private static List<String> told(String what) {
        return hook.received().stream().filter(one -> one.contains(what)).toList();
    }

    private static void until(String what, BooleanSupplier condition) {
        Deadline.within(Duration.ofSeconds(30)).until(what, condition);
    }

    private static String heard() {
        try {
            return text("select count(*) from source_heard where source = 'follower-1'");
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = house.postgres.as("desk", "duty_it");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = house.postgres.as("desk", "duty_it")) {
            TrialHouse.run(connection, sql);
        }
    }
}
