package id.kentongan.desk.shelf;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings the tables up to date at each start. Where others hold them, the log says who, and the start tries again: a
 * backup or a session left open ends sooner or later. It does not wait without end.
 */
@Component
class Migration implements FlywayMigrationStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Clock clock;

    Migration(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void migrate(Flyway flyway) {
        Instant end = clock.instant().plus(PATIENCE);
        for (boolean done = false; !done; ) {
            done = migrated(flyway, end);
        }
    }

    private boolean migrated(Flyway flyway, Instant end) {
        try {
            flyway.migrate();
            return true;
        } catch (FlywayException fault) {
            if (!metALock(fault) || clock.instant().isAfter(end)) {
                throw fault;
            }
            LOG.warn(
                    "The start waits for others that hold tables of the database, until {} at most: {}",
                    end,
                    holders(flyway.getConfiguration().getDataSource()));
            return false;
        }
    }

    private static boolean metALock(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException told && LOCK_NOT_AVAILABLE.equals(told.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static List<String> holders(DataSource database) {
        return JdbcClient.create(database).sql("""
                select concat('process ', pid, ' (', application_name, ' of ', usename, ', ', state, ', since ',
                    to_char(xact_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), ')')
                from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                    and (xact_start is not null or state is null) and backend_type = 'client backend'
                order by xact_start limit 10
                """).query(String.class).list();
    }
}
