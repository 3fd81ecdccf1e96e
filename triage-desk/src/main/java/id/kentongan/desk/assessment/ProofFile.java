package id.kentongan.desk.assessment;

import id.kentongan.desk.page.Visible;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proof of concept as it was uploaded.
 *
 * @param name as the browser gave it, without folders and misleading characters
 * @param size bytes
 * @param sha256 of its bytes, lower-case hex
 */
public record ProofFile(
        long id, String name, FileKind kind, long size, String sha256, String note, String by, Instant at) {
    /** The last part of a name, without what could mislead whoever reads it. */
    static String plain(@Nullable String uploaded) {
        String name = uploaded == null ? "" : uploaded.replaceAll("^.*[/\\\\]", "");
        String shown = Visible.text(name).strip();
        return shown.isEmpty() ? "-" : shown.substring(0, Math.min(120, shown.length()));
    }
}
