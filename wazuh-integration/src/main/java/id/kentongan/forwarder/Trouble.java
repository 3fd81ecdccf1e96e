package id.kentongan.forwarder;

import java.util.Objects;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/** What keeps a source from being read or sent: said once when it comes and once when it is over. One thread. */
final class Trouble {
    private static final Logger LOG = LogManager.getLogger(Trouble.class);

    private final String source;
    private @Nullable String now;

    Trouble(String source) {
        this.source = source;
    }

    void is(Exception e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String what = root == e ? String.valueOf(e.getMessage()) : e.getMessage() + " (" + root.getMessage() + ")";
        if (!Objects.equals(what, now)) {
            LOG.warn("source {}: {}; trying again every second", source, what);
            LOG.debug("source {}", source, e);
        }
        now = what;
    }

    void over() {
        if (now != null) {
            LOG.info("source {}: all is well again", source);
        }
        now = null;
    }

    /** Null when all is well. */
    @Nullable
    String now() {
        return now;
    }
}
