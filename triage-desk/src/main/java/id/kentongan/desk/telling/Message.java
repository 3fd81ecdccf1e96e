package id.kentongan.desk.telling;

import org.jspecify.annotations.Nullable;

/**
 * What a webhook gets, as JSON, in Indonesian. Whoever maps it to another tool finds the same names in the documentation of the desk.
 *
 * @param kind {@code case}, {@code handover}, {@code reminder}, {@code legal} (a reminder of the law), {@code notice}, or
 *     {@code input}: that one tells of no case
 * @param stage the team's own word, such as DIKIRIM
 * @param title null where the case's TLP forbids to pass it on
 * @param due UTC, or null
 * @param link to the case, empty where the settings name no address
 */
public record Message(
        String kind,
        String number,
        String severity,
        String stage,
        @Nullable String title,
        String text,
        @Nullable String due,
        String link) {}
