package id.kentongan.desk.trial;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** What the desk writes to its log while this is open. */
public final class TrialConsole implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AbstractAppender appender = new AbstractAppender("trial", null, null, true, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
            lines.add(event.getMessage().getFormattedMessage());
        }
    };

    /** After the desk has set up its logging: a later set-up would forget the listener. */
    public static TrialConsole listen() {
        TrialConsole console = new TrialConsole();
        console.appender.start();
        LoggerContext.getContext(false).getRootLogger().addAppender(console.appender);
        return console;
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        LoggerContext.getContext(false).getRootLogger().removeAppender(appender);
    }
}
