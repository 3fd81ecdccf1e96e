package id.kentongan.desk.addendum;

import id.kentongan.desk.casefile.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A correction of one document.
 *
 * @param document id of the document, which stays as it is
 * @param number from 1, by document
 * @param documentNumber of the document, as the office's registry gave it; blank while it is not known
 * @param corrected what is corrected
 * @param reason why
 * @param verifier who verified, or acknowledged
 * @param waived mode timKecil let one person hold two offices
 * @param note the last that was said when it was passed on or back
 * @param sha256 of its file; null until it was ratified
 */
record Addendum(
        long id,
        long document,
        int number,
        String documentNumber,
        String corrected,
        String reason,
        Stage stage,
        @Nullable String author,
        @Nullable String verifier,
        @Nullable String ratifier,
        boolean waived,
        @Nullable Instant sentAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant ratifiedAt,
        String note,
        @Nullable String sha256) {}
