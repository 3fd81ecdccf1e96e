package id.kentongan.desk.telling;

import id.kentongan.desk.outbox.Outbox;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.settings.CallSettings;
import id.kentongan.desk.settings.DeskSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mail on its way into the outbox. The first to somebody leaves at once; what follows within the time of a bundle leaves
 * together at its end. What is not urgent waits for the end of the quiet hours.
 */
@Component
class Mailbag {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbag.class);

    private final JdbcClient sql;
    private final Outbox outbox;
    private final Words words;
    private final Duration bundle;
    private final QuietHours quiet;
    private final ZoneId zone;
    private final Clock clock;
    private final TransactionTemplate whole;

    Mailbag(
            JdbcClient sql,
            Outbox outbox,
            Words words,
            DeskSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        CallSettings calls = settings.calls();
        this.sql = sql;
        this.outbox = outbox;
        this.words = words;
        this.bundle = calls.bundle();
        this.quiet = new QuietHours(calls.quietFrom(), calls.quietUntil());
        this.zone = settings.timeZone();
        this.clock = clock;
        this.whole = new TransactionTemplate(transactions);
    }

    /** Takes part in the caller's transaction. */
    void post(String address, Letter letter, boolean urgent) {
        Instant now = clock.instant();
        Instant due = due(now, lastLeft(address), urgent);
        if (due.isAfter(now)) {
            sql.sql("""
                    insert into waiting_mail (address, language, subject, body, due_at)
                    values (:address, :language, :subject, :body, :due)
                    """)
                    .param("address", address)
                    .param("language", letter.language().code())
                    .param("subject", letter.subject())
                    .param("body", letter.body())
                    .param("due", utc(due))
                    .update();
        } else {
            leave(address, letter.subject(), letter.body(), now);
        }
    }

    Instant due(Instant now, Optional<Instant> lastLeft, boolean urgent) {
        Instant free = lastLeft.map(last -> last.plus(bundle)).orElse(now);
        Instant bundled = free.isAfter(now) ? free : now;
        return urgent ? bundled : quiet.next(bundled, zone);
    }

    @Scheduled(initialDelay = 2_000, fixedDelay = 2_000)
    void look() {
        try {
            whole.executeWithoutResult(status -> addressesDue().forEach(this::bundle));
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("no look into the mailbag: {}", away.getMessage());
        }
    }

    private List<String> addressesDue() {
        return sql.sql("select distinct address from waiting_mail where due_at <= :now")
                .param("now", utc(clock.instant()))
                .query(String.class)
                .list();
    }

    private void bundle(String address) {
        Instant now = clock.instant();
        List<Letter> letters = sql.sql("""
                with due as (delete from waiting_mail where address = :address and due_at <= :now
                    returning id, language, subject, body)
                select language, subject, body from due order by id
                """)
                .param("address", address)
                .param("now", utc(now))
                .query((row, index) -> new Letter(Language.of(row.getString(1)), row.getString(2), row.getString(3)))
                .list();
        if (letters.size() == 1) {
            leave(address, letters.get(0).subject(), letters.get(0).body(), now);
        } else if (!letters.isEmpty()) {
            String body = letters.stream()
                    .map(letter -> letter.subject() + "\n" + letter.body())
                    .collect(Collectors.joining("\n------------\n\n"));
            Language language = letters.get(letters.size() - 1).language();
            leave(address, words.subject(language, words.of("told.several", letters.size())), body, now);
        }
    }

    private void leave(String address, String subject, String body, Instant now) {
        outbox.mail(address, subject, body);
        sql.sql("""
                insert into mail_left (address, left_at) values (:address, :now)
                on conflict (address) do update set left_at = excluded.left_at
                """).param("address", address).param("now", utc(now)).update();
    }

    private Optional<Instant> lastLeft(String address) {
        return sql.sql("select left_at from mail_left where address = :address")
                .param("address", address)
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
