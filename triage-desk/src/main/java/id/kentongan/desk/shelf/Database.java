package id.kentongan.desk.shelf;

import com.zaxxer.hikari.HikariDataSource;
import id.kentongan.desk.settings.DeskSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The connections to PostgreSQL. A few are enough: the inbox uses one, a page at most one at a time. */
@Configuration(proxyBeanMethods = false)
class Database {
    /** Short, so that the start can say what it waits for. */
    private static final String LOCK_PATIENCE_OF_START = "-c lock_timeout=5s";

    @Bean
    HikariDataSource dataSource(DeskSettings settings) {
        HikariDataSource source = new HikariDataSource();
        source.setPoolName("desk");
        source.setJdbcUrl(settings.databaseUrl());
        source.setUsername(settings.databaseUser());
        source.setPassword(password(settings));
        source.setMaximumPoolSize(6);
        source.setMinimumIdle(1);
        source.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        // The start does not hang on the pool: Flyway waits for the database.
        source.setInitializationFailTimeout(-1);
        source.addDataSourceProperty("ApplicationName", "kentongan-desk");
        // Planned for what is asked for, each time: a word that is in every case wants another way than one in none.
        // The tables lie in memory or on an SSD, so a hundred cases are fetched by their keys, not by a look at all.
        // A lock is given up before the socket is: the fault then says what it was, and the connection lives.
        source.addDataSourceProperty(
                "options",
                "-c plan_cache_mode=force_custom_plan -c random_page_cost=1.1 -c jit=off -c lock_timeout=20s");
        source.addDataSourceProperty("socketTimeout", "30");
        source.addDataSourceProperty("tcpKeepAlive", "true");
        return source;
    }

    /** For the migrations: a new index over many rows takes longer than any page may wait for the database. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource migrationSource(DeskSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "kentongan-desk");
        properties.setProperty("options", LOCK_PATIENCE_OF_START);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty(
                "socketTimeout", Long.toString(Duration.ofHours(1).toSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        DriverManagerDataSource source =
                new DriverManagerDataSource(settings.databaseUrl(), settings.databaseUser(), password(settings));
        source.setConnectionProperties(properties);
        return source;
    }

    private static String password(DeskSettings settings) {
        try {
            return Files.readString(settings.databasePasswordFile(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
