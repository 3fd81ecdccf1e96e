package id.kentongan.desk.assessment;

import java.time.Instant;

/**
 * A proof of concept as it was uploaded.
 *
 * @param name as the browser gave it, without folders and misleading characters
 * @param size bytes
 * @param sha256 of its bytes, lower-case hex
 */
public record ProofFile(
        long id, String name, FileKind kind, long size, String sha256, String note, String by, Instant at) {}
