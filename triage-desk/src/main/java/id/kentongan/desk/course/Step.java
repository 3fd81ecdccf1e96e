package id.kentongan.desk.course;

import id.kentongan.desk.casefile.Move;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.casefile.StageName;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One move that was made.
 *
 * @param acting {@code Plt.} or {@code Plh.} when the person acted for the office
 * @param note the reason, or what else the person wrote
 * @param channel by which it was handed over, such as the desk itself, WhatsApp or e-office
 * @param dueAt when the stage that was left should have ended
 * @param work time of processing in the stage that was left
 * @param waited time in which its clock stood
 */
public record Step(
        Move move,
        StageName from,
        StageName to,
        String actor,
        Role role,
        String acting,
        Instant at,
        String note,
        String channel,
        @Nullable Instant dueAt,
        Duration work,
        Duration waited,
        boolean waived) {}
