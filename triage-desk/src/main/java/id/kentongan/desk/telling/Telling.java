package id.kentongan.desk.telling;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.casefile.Tlp;
import id.kentongan.desk.deadline.LegalClock;
import id.kentongan.desk.duty.Roster;
import id.kentongan.desk.outbox.Outbox;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.page.Visible;
import id.kentongan.desk.people.People;
import id.kentongan.desk.people.Person;
import id.kentongan.desk.received.Labels;
import id.kentongan.desk.settings.DeskSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
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
            Text title,
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
    private final Words words;
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
            Words words,
            Mailbag mailbag,
            CaseTools tools,
            Labels labels,
            Roster roster,
            People people,
            DeskSettings settings,
            Clock clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.words = words;
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
            send("case", known, words.of("told.grave"), onDuty());
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
            tellOwner("handover", caseId, words.of("told.report.returned"));
            return;
        }
        switch (to) {
            case SENT -> tell("handover", caseId, words.of("told.report.sent"), Role.COORDINATOR);
            case WORK_REPORT -> tell("handover", caseId, words.of("told.report.work"), Role.COORDINATOR);
            case VERIFIED -> tell("handover", caseId, words.of("told.report.verified"), Role.HEAD);
            case RATIFIED -> tellOwner("handover", caseId, words.of("told.report.ratified"));
            default -> {}
        }
    }

    /** Likewise an addendum of the case; {@code to} is its own stage. */
    public void addendum(String caseId, int number, StageName to, boolean returned) {
        if (silent()) {
            return;
        }
        if (returned) {
            tellOwner("handover", caseId, words.of("told.addendum.returned", number));
            return;
        }
        switch (to) {
            case SENT -> tell("handover", caseId, words.of("told.addendum.sent", number), Role.COORDINATOR);
            case WORK_REPORT -> tell("handover", caseId, words.of("told.addendum.work", number), Role.COORDINATOR);
            case VERIFIED -> tell("handover", caseId, words.of("told.addendum.verified", number), Role.HEAD);
            case RATIFIED -> tellOwner("handover", caseId, words.of("told.addendum.ratified", number));
            default -> {}
        }
    }

    public void earlyNotice(String caseId) {
        if (!silent()) {
            tell("notice", caseId, words.of("told.early"), Role.COORDINATOR);
        }
    }

    void remind(String caseId, Level level) {
        remind("reminder", caseId, level, words.of("told.limit"));
    }

    /** The law knows no office hours: neither does this mail. */
    void remindOfTheLaw(String caseId, Level level, LegalClock clock) {
        Text limit = switch (clock) {
            case IIV_REPORT -> words.of("told.limit.iiv");
            case PERSONAL_DATA_NOTICE -> words.of("told.limit.data");
        };
        remind("legal", caseId, level, limit);
    }

    private void remind(String kind, String caseId, Level level, Text limit) {
        Text text = words.of("told.used", level.percent(), limit);
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
        input(source, words.of("told.input.silent", Visible.text(source), written(since)));
    }

    public void inputBack(String source) {
        input(source, words.of("told.input.back", Visible.text(source)));
    }

    private void input(String source, Text text) {
        Message message = new Message("input", "", "high", "", Visible.text(source), text.id(), null, link(""));
        settings.webhooks().forEach(address -> outbox.webhook(address, message));
        mail(onDuty(), language -> words.letter(language, text), true);
    }

    private Text written(Instant time) {
        ZonedDateTime there = time.atZone(settings.timeZone());
        return new Text(
                DateTimeFormatter.ofPattern("d MMM uuuu HH.mm zzz", Language.INDONESIAN.locale())
                        .format(there),
                DateTimeFormatter.ofPattern("d MMM uuuu HH:mm zzz", Language.ENGLISH.locale())
                        .format(there));
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

    private void tell(String kind, String caseId, Text text, Role role) {
        List<Person> to = people.all().stream()
                .filter(person -> people.today(person).is(role))
                .toList();
        send(kind, known(caseId), text, to);
    }

    /** While nobody owns the case, all analysts. */
    private void tellOwner(String kind, String caseId, Text text) {
        Known known = known(caseId);
        if (known.owner() == null) {
            tell(kind, caseId, text, Role.ANALYST);
        } else {
            send(kind, known, text, people.find(known.owner()).stream().toList());
        }
    }

    private void send(String kind, Known known, Text text, List<Person> to) {
        Text title = known.mayTravel() ? known.title() : null;
        Message message = new Message(
                kind,
                known.number(),
                known.severity().name().toLowerCase(Locale.ROOT),
                known.stage().sop(),
                title == null ? null : Language.INDONESIAN.of(title),
                text.id(),
                known.due() == null ? null : known.due().toString(),
                link(known.number()));
        settings.webhooks().forEach(address -> outbox.webhook(address, message));
        mail(to, language -> words.letter(language, text, message, title), kind.equals("case") || kind.equals("legal"));
    }

    /** To each in their own language. */
    private void mail(List<Person> to, Function<Language, Letter> letter, boolean urgent) {
        if (settings.mail() != null) {
            to.stream()
                    .filter(person -> person.mail().matches("[^\\s@,;]+@[^\\s@,;]+"))
                    .forEach(person -> mailbag.post(person.mail(), letter.apply(person.language()), urgent));
        }
    }

    private String link(String number) {
        String desk = settings.publicAddress().replaceAll("/+$", "");
        return desk.isEmpty() || number.isEmpty() ? desk : desk + "/cases/" + number;
    }

    private Known known(String caseId) {
        return sql.sql("""
                select file.number, file.title_id, file.title_en, file.severity, course.stage, course.owner, course.due_at
                from case_file file join case_course course using (case_id)
                where file.case_id = :id
                """)
                .param("id", caseId)
                .query((row, index) -> {
                    OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
                    return new Known(
                            row.getString("number"),
                            new Text(row.getString("title_id"), row.getString("title_en")),
                            Severity.valueOf(row.getString("severity")),
                            StageName.valueOf(row.getString("stage")),
                            row.getString("owner"),
                            due == null ? null : due.toInstant(),
                            labels.of(caseId));
                })
                .single();
    }
}
