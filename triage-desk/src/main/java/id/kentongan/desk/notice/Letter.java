package id.kentongan.desk.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person adds for the letter, and what became of it.
 *
 * @param number as the office's registry gave it; blank until then
 * @param asked what the PSE is asked to do, a line a step
 * @param copies tembusan, a line each
 * @param signedName of the uploaded file; null until the signed letter was uploaded
 * @param channel by which it was delivered
 */
public record Letter(
        String number,
        @Nullable LocalDate dated,
        String nature,
        String enclosures,
        String addressee,
        String place,
        String asked,
        @Nullable LocalDate askedDue,
        String copies,
        @Nullable String signedName,
        @Nullable String signedSha256,
        @Nullable Instant signedAt,
        String channel,
        String receivedBy,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate repliedOn,
        String reply) {
    public boolean signed() {
        return signedSha256 != null;
    }

    /** Whether the PSE answered something that the earlier one does not hold. That it received the letter is no answer. */
    boolean repliesMoreThan(Letter earlier) {
        boolean replied = repliedOn != null || !reply.isBlank();
        return replied && !(reply.equals(earlier.reply) && Objects.equals(repliedOn, earlier.repliedOn));
    }
}
