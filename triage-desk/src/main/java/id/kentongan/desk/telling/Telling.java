package id.kentongan.desk.telling;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Severity;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.casefile.Tlp;
import id.kentongan.desk.duty.Roster;
import id.kentongan.desk.outbox.Outbox;
import id.kentongan.desk.page.Visible;
import id.kentongan.desk.people.People;
import id.kentongan.desk.people.Person;
import id.kentongan.desk.received.Labels;
import id.kentongan.desk.settings.DeskSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Writes messages for people into the outbox. Takes part in the caller's transaction. */
@Service
public class Telling {
    /** A case whose last evidence is older calls nobody: it comes from a replay or from before an outage. */
    static final Duration FRESH = Duration.ofDays(1);

    private record Known(
            String number,
            String title,
            Severity severity,
            StageName stage,
            @Nullable String owner,
            @Nullable Instant due,
            Tlp tlp) {
        boolean mayTravel() {
            return !tlp.staysInside();
        }
    }

    private final JdbcClient sql;
    private final Outbox outbox;
    private final Mailbag mailbag;
    private final CaseTools tools;
    private final Labels labels;
    private final Roster roster;
    private final People people;
    private final DeskSettings settings;
    private final Clock clock;

    Telling(
            JdbcClient sql,
            Outbox outbox,
            Mailbag mailbag,
            CaseTools tools,
            Labels labels,
            Roster roster,
            People people,
            DeskSettings settings,
            Clock clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.mailbag = mailbag;
        this.tools = tools;
        this.labels = labels;
        this.roster = roster;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /** A version of a case came: tells whoever is on duty once of each level from Tinggi on, at once. */
    public void came(Case content) {
        if (silent()
                || content.severity().compareTo(Severity.HIGH) < 0
                || content.lastSeen().plus(FRESH).isBefore(clock.instant())) {
            return;
        }
        boolean worse = sql.sql("""
                insert into told_severity (case_id, rank) values (:id, :rank)
                on conflict (case_id) do update set rank = excluded.rank where told_severity.rank < excluded.rank
                returning rank
                """)
                .param("id", content.id())
                .param("rank", content.severity() == Severity.CRITICAL ? 3 : 2)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (worse) {
            Known known = known(content.id());
            send("case", known, "Kasus dengan tingkat keparahan tinggi menunggu analisis", onDuty());
            if (known.mayTravel()) {
                tools.tell(content, known.tlp(), known.number(), link(known.number()));
            }
        }
    }

    /** A case was handed to another office, or back. */
    public void handedOver(String caseId, StageName to, boolean returned) {
        if (silent()) {
            return;
        }
        if (returned) {
            tellOwner("handover", caseId, "Laporan dikembalikan kepada penyusun");
            return;
        }
        switch (to) {
            case SENT -> tell("handover", caseId, "Laporan menunggu verifikasi", Role.COORDINATOR);
            case WORK_REPORT -> tell("handover", caseId, "Laporan kerja untuk diketahui", Role.COORDINATOR);
            case VERIFIED -> tell("handover", caseId, "Laporan menunggu pengesahan", Role.HEAD);
            case RATIFIED -> tellOwner("handover", caseId, "Laporan disahkan; buat surat pemberitahuan");
            default -> {}
        }
    }

    /** Likewise an addendum of the case; {@code to} is its own stage. */
    public void addendum(String caseId, int number, StageName to, boolean returned) {
        if (silent()) {
            return;
        }
        String what = "Addendum " + number;
        if (returned) {
            tellOwner("handover", caseId, what + " dikembalikan kepada penyusun");
            return;
        }
        switch (to) {
            case SENT -> tell("handover", caseId, what + " menunggu verifikasi", Role.COORDINATOR);
            case WORK_REPORT -> tell("handover", caseId, what + " untuk diketahui", Role.COORDINATOR);
            case VERIFIED -> tell("handover", caseId, what + " menunggu pengesahan", Role.HEAD);
            case RATIFIED -> tellOwner("handover", caseId, what + " disahkan");
            default -> {}
        }
    }

    public void earlyNotice(String caseId) {
        if (!silent()) {
            tell("notice", caseId, "Pemberitahuan Awal diterbitkan", Role.COORDINATOR);
        }
    }

    void remind(String caseId, Level level) {
        remind("reminder", caseId, level, "batas waktu");
    }

    /** The law knows no office hours: neither does this mail. {@code what} runs out, as it stands in the sentence. */
    void remindOfTheLaw(String caseId, Level level, String what) {
        remind("legal", caseId, level, what);
    }

    private void remind(String kind, String caseId, Level level, String what) {
        String text = level.percent() + " % dari " + what + " terpakai";
        switch (level) {
            case NEARLY -> tellOwner(kind, caseId, text);
            case OVER -> tell(kind, caseId, text, Role.COORDINATOR);
            case FAR_OVER -> tell(kind, caseId, text, Role.HEAD);
        }
    }

    boolean silent() {
        return settings.webhooks().isEmpty() && settings.mail() == null && tools.none();
    }

    /** A source of alerts fell silent: what happens there is not seen. */
    public void inputSilent(String source, Instant since) {
        input(source, "Masukan terhenti: " + Visible.text(source) + " tidak terdengar sejak " + written(since));
    }

    public void inputBack(String source) {
        input(source, "Masukan kembali: " + Visible.text(source) + " terdengar lagi");
    }

    private void input(String source, String text) {
        Message message = new Message("input", "", "high", "", Visible.text(source), text, null, link(""));
        settings.webhooks().forEach(address -> outbox.webhook(address, message));
        mail(onDuty(), "[Kentongan] " + text, text + "\n", true);
    }

    private String written(Instant time) {
        return DateTimeFormatter.ofPattern("d MMM uuuu HH.mm zzz", Locale.forLanguageTag("id-ID"))
                .format(time.atZone(settings.timeZone()));
    }

    /** Those on duty; while nobody is, all analysts. */
    private List<Person> onDuty() {
        List<String> names = roster.onDuty(clock.instant());
        return people.all().stream()
                .filter(person -> names.isEmpty()
                        ? people.today(person).is(Role.ANALYST)
                        : person.active() && names.contains(person.name()))
                .toList();
    }

    private void tell(String kind, String caseId, String text, Role role) {
        List<Person> to = people.all().stream()
                .filter(person -> people.today(person).is(role))
                .toList();
        send(kind, known(caseId), text, to);
    }

    /** While nobody owns the case, all analysts. */
    private void tellOwner(String kind, String caseId, String text) {
        Known known = known(caseId);
        if (known.owner() == null) {
            tell(kind, caseId, text, Role.ANALYST);
        } else {
            send(kind, known, text, people.find(known.owner()).stream().toList());
        }
    }

    private void send(String kind, Known known, String text, List<Person> to) {
        Message message = new Message(
                kind,
                known.number(),
                known.severity().name().toLowerCase(Locale.ROOT),
                known.stage().sop(),
                known.mayTravel() ? Visible.text(known.title()) : null,
                text,
                known.due() == null ? null : known.due().toString(),
                link(known.number()));
        settings.webhooks().forEach(address -> outbox.webhook(address, message));
        mail(to, subject(known, text), message.letter(), kind.equals("case") || kind.equals("legal"));
    }

    private void mail(List<Person> to, String subject, String body, boolean urgent) {
        if (settings.mail() != null) {
            to.stream()
                    .map(Person::mail)
                    .filter(mail -> mail.matches("[^\\s@,;]+@[^\\s@,;]+"))
                    .forEach(mail -> mailbag.post(mail, subject, body, urgent));
        }
    }

    private String link(String number) {
        String desk = settings.publicAddress().replaceAll("/+$", "");
        return desk.isEmpty() || number.isEmpty() ? desk : desk + "/cases/" + number;
    }

    private static String subject(Known known, String text) {
        return "[Kentongan] " + known.number() + ": " + text;
    }

    private Known known(String caseId) {
        return sql.sql("""
                select file.number, file.title_id, file.severity, course.stage, course.owner, course.due_at
                from case_file file join case_course course using (case_id)
                where file.case_id = :id
                """)
                .param("id", caseId)
                .query((row, index) -> {
                    OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
                    return new Known(
                            row.getString("number"),
                            row.getString("title_id"),
                            Severity.valueOf(row.getString("severity")),
                            StageName.valueOf(row.getString("stage")),
                            row.getString("owner"),
                            due == null ? null : due.toInstant(),
                            labels.of(caseId));
                })
                .single();
    }
}
