package id.kentongan.desk.people;

import id.kentongan.desk.casefile.Actor;
import id.kentongan.desk.casefile.Role;
import id.kentongan.desk.page.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works at the desk.
 *
 * @param name to log in with, lower case
 * @param nip civil servant's number, empty where there is none
 * @param post title under a signature, such as Kepala Bidang Persandian
 * @param acting {@code Plt.} or {@code Plh.} while acting for an office, else empty
 * @param actingFrom first day of acting
 * @param actingTo last day of acting; before and after, the offices of coordinator and head are not held
 * @param language in which mail to them is written
 */
public record Person(
        String name,
        String fullName,
        String nip,
        String post,
        String phone,
        String mail,
        Set<Role> roles,
        boolean active,
        @Nullable Instant lockedUntil,
        String acting,
        @Nullable LocalDate actingFrom,
        @Nullable LocalDate actingTo,
        Language language) {
    public Person {
        roles = Set.copyOf(roles);
    }

    /** The name as it stands in documents. */
    public String shownName() {
        return fullName.isBlank() ? name : fullName;
    }

    /** The title as it stands under a signature. */
    public String shownPost() {
        return acting.isEmpty() ? post : acting + " " + post;
    }

    /** What the person may do on that day: who acts for an office holds it from its first day to its last. */
    public Actor on(LocalDate day) {
        Set<Role> held = roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
        if (!acting.isEmpty() && !actsOn(day)) {
            held.remove(Role.COORDINATOR);
            held.remove(Role.HEAD);
        }
        return new Actor(name, active ? held : Set.of());
    }

    private boolean actsOn(LocalDate day) {
        return (actingFrom == null || !day.isBefore(actingFrom)) && (actingTo == null || !day.isAfter(actingTo));
    }
}
