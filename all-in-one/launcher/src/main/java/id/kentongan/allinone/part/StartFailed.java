package id.kentongan.allinone.part;

import java.nio.file.Path;

/** A part or a task did not get where it should; the message ends with the tail of its log and where that lies. */
public final class StartFailed extends RuntimeException {
    public StartFailed(String what, Path log) {
        super(what + "\n" + LogTail.of(log) + "\nThe whole log: " + log);
    }
}
