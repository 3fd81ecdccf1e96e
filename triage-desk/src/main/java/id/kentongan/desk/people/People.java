package id.kentongan.desk.people;

import id.kentongan.desk.casefile.Actor;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.page.LanguageChosen;
import id.kentongan.desk.settings.DeskSettings;
import java.security.Principal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may enter and what they may do, in PostgreSQL. Names know no upper and lower case. */
@Repository
public class People {
    /** So many wrong passwords in a row shut the account for {@link #SHUT_FOR}. */
    static final int WRONG_PASSWORDS = 5;

    static final Duration SHUT_FOR = Duration.ofMinutes(15);

    private final JdbcClient sql;
    private final Clock clock;
    private final DeskSettings settings;

    People(JdbcClient sql, Clock clock, DeskSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
    }

    /** Who is logged in, as of now: a role that was taken away counts no more, whatever the session remembers. */
    public Actor actor(Principal principal) {
        return find(principal.getName()).map(this::today).orElse(new Actor(principal.getName(), Set.of()));
    }

    public Optional<Person> find(@Nullable String name) {
        return name == null
                ? Optional.empty()
                : sql.sql("select * from person where name = :name")
                        .param("name", key(name))
                        .query((row, index) -> person(row))
                        .optional();
    }

    /** The name by which people know somebody. */
    public String shown(@Nullable String name) {
        return find(name).map(Person::shownName).orElse(name == null ? "" : name);
    }

    public List<Person> all() {
        return sql.sql("select * from person order by active desc, name")
                .query((row, index) -> person(row))
                .list();
    }

    /** What a person may do today. */
    public Actor today(Person person) {
        return person.on(LocalDate.ofInstant(clock.instant(), settings.timeZone()));
    }

    boolean isEmpty() {
        return sql.sql("select count(*) from person").query(Long.class).single() == 0;
    }

    @Nullable
    String passwordHash(String name) {
        return sql.sql("select password_hash from person where name = :name")
                .param("name", key(name))
                .query((row, index) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(hash -> hash)
                .orElse(null);
    }

    void add(String name, @Nullable String passwordHash, Collection<Role> roles) {
        sql.sql("""
                insert into person (name, password_hash, created_at, roles)
                values (:name, :hash, :now, cast(:roles as text[]))
                """)
                .param("name", key(name))
                .param("hash", passwordHash)
                .param("now", now())
                .param("roles", array(roles))
                .update();
    }

    void describe(Person person) {
        sql.sql("""
                update person set full_name = :fullName, nip = :nip, post = :post, phone = :phone, mail = :mail,
                    roles = cast(:roles as text[]), active = :active, acting = :acting, acting_from = :from,
                    acting_to = :to
                where name = :name
                """)
                .param("fullName", person.fullName())
                .param("nip", person.nip())
                .param("post", person.post())
                .param("phone", person.phone())
                .param("mail", person.mail())
                .param("roles", array(person.roles()))
                .param("active", person.active())
                .param("acting", person.acting())
                .param("from", person.actingFrom())
                .param("to", person.actingTo())
                .param("name", person.name())
                .update();
    }

    @EventListener
    void speaks(LanguageChosen chosen) {
        sql.sql("update person set language = :language where name = :name")
                .param("language", chosen.language().code())
                .param("name", key(chosen.person()))
                .update();
    }

    void setPassword(String name, String passwordHash) {
        sql.sql("update person set password_hash = :hash, failures = 0, locked_until = null where name = :name")
                .param("hash", passwordHash)
                .param("name", key(name))
                .update();
    }

    /** One more wrong password; gives how many there were in a row. */
    int wrongPassword(String name) {
        OffsetDateTime until = clock.instant().plus(SHUT_FOR).atOffset(ZoneOffset.UTC);
        return sql.sql("""
                update person set failures = failures + 1,
                    locked_until = case when failures + 1 >= :most then :until else locked_until end
                where name = :name returning failures
                """)
                .param("most", WRONG_PASSWORDS)
                .param("until", until)
                .param("name", key(name))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void rightPassword(String name) {
        sql.sql("update person set failures = 0, locked_until = null where name = :name and failures > 0")
                .param("name", key(name))
                .update();
    }

    boolean anAdministratorRemainsWithout(String name) {
        return sql.sql("select count(*) from person where active and 'ADMINISTRATOR' = any(roles) and name <> :name")
                        .param("name", key(name))
                        .query(Long.class)
                        .single()
                > 0;
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace('\0', ' ');
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String array(Collection<Role> roles) {
        return "{" + String.join(",", roles.stream().map(Enum::name).sorted().toList()) + "}";
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getString("name"),
                row.getString("full_name"),
                row.getString("nip"),
                row.getString("post"),
                row.getString("phone"),
                row.getString("mail"),
                roles(row.getArray("roles")),
                row.getBoolean("active"),
                instant(row.getObject("locked_until", OffsetDateTime.class)),
                row.getString("acting"),
                row.getObject("acting_from", LocalDate.class),
                row.getObject("acting_to", LocalDate.class),
                Language.of(row.getString("language")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static Set<Role> roles(Array column) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : (String[]) column.getArray()) {
            roles.add(Role.valueOf(name));
        }
        return roles;
    }
}
