package id.kentongan.desk.people;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Repository;

/** Who may enter, in PostgreSQL. Names know no upper and lower case. */
@Repository
class People implements UserDetailsService {
    private final JdbcClient sql;

    People(JdbcClient sql) {
        this.sql = sql;
    }

    boolean isEmpty() {
        return sql.sql("select count(*) from person").query(Long.class).single() == 0;
    }

    void add(String name, String passwordHash, Instant now) {
        sql.sql("insert into person (name, password_hash, created_at) values (:name, :hash, :now)")
                .param("name", name.toLowerCase(Locale.ROOT))
                .param("hash", passwordHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return sql.sql("select name, password_hash from person where name = :name")
                .param("name", name.toLowerCase(Locale.ROOT).replace('\0', ' '))
                .query((row, index) -> User.withUsername(row.getString(1))
                        .password(row.getString(2))
                        .authorities("ROLE_ANALYST")
                        .build())
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("no such person"));
    }
}
