package id.kentongan.allinone.part;

import java.time.Duration;

/** Hears what happens to a part after its start. Called from the part's own thread; must not block. */
public interface Told {
    void died(Part part, int exitCode, Duration pause);

    /** It runs again, that long after the process of this restart was started. */
    void backUp(Part part, Duration after);

    /** A restarted process lives but did not get ready in time, and is killed. */
    void late(Part part);

    /** It did not stop when asked, and was killed. */
    void killed(Part part);
}
