package id.kentongan.desk.journal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Verifies the journal without the desk, for a timer or an auditor at the machine. Reads the desk's own settings, changes
 * nothing. Exit code 0: whole; 1: broken; 2: could not be read, or not understood.
 */
public final class JournalCommand {
    public static final int WHOLE = 0;
    public static final int BROKEN = 1;
    public static final int UNREAD = 2;

    private static final String USAGE = "Usage: ./kentongan journal verify [--data DIR | --settings FILE]";
    /** The first is the one to look at; who cut a thousand rows need not see a thousand lines. */
    private static final int SHOWN = 20;

    private final PrintStream out;
    private final PrintStream err;

    public JournalCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** The data directory that holds where none is named, then what was typed. */
    public static void main(String[] words) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        List<String> typed = List.of(words);
        System.exit(new JournalCommand(out, err).run(Path.of(typed.get(0)), typed.subList(1, typed.size())));
    }

    /**
     * Does what was typed.
     *
     * @param data the data directory that holds where none is named
     * @return the exit code
     */
    public int run(Path data, List<String> typed) {
        boolean option = typed.size() == 3 && List.of("--data", "--settings").contains(typed.get(1));
        if (typed.isEmpty() || !typed.get(0).equals("verify") || (typed.size() > 1 && !option)) {
            err.println(USAGE);
            return UNREAD;
        }
        try {
            Path named = option ? Path.of(typed.get(2)) : data;
            boolean whole = option && typed.get(1).equals("--settings");
            return tell(verify(whole ? named : named.resolve("run/desk.properties")));
        } catch (IOException | IllegalArgumentException unreadable) {
            err.println(
                    "kentongan: cannot read the desk's settings: " + unreadable + ". Name them with --settings FILE.");
        } catch (SQLException | DataAccessException away) {
            err.println("kentongan: cannot read the journal: " + away.getMessage() + " Is PostgreSQL up?");
        }
        return UNREAD;
    }

    /** All from one snapshot, so that a desk that goes on writing does not look like a fault. */
    private static Chain.Verified verify(Path file) throws IOException, SQLException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        try (Connection connection = connect(settings)) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return Journal.verify(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        }
    }

    private static Connection connect(Properties settings) throws IOException, SQLException {
        String prefix = "kentongan.desk.database-";
        Path password = Path.of(settings.getProperty(prefix + "password-file", ""));
        List<String> lines = Files.readAllLines(password);
        return DriverManager.getConnection(
                settings.getProperty(prefix + "url", ""),
                settings.getProperty(prefix + "user", ""),
                lines.isEmpty() ? "" : lines.get(0).strip());
    }

    private int tell(Chain.Verified verified) {
        if (verified.whole()) {
            out.println("whole: " + verified.entries() + " entries, last hash " + verified.hash());
            return WHOLE;
        }
        List<String> faults = verified.faults();
        out.println("broken: " + faults.get(0));
        faults.stream().skip(1).limit(SHOWN - 1).forEach(fault -> out.println("        " + fault));
        if (faults.size() > SHOWN) {
            out.println("        and " + (faults.size() - SHOWN) + " more");
        }
        return BROKEN;
    }
}
