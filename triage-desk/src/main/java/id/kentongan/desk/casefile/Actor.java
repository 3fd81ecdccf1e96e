package id.kentongan.desk.casefile;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * The person who asks for a move.
 *
 * @param name with which the person logs in; two actors are the same person when their names are equal
 */
public record Actor(String name, Set<Role> roles) {
    public Actor {
        requireNonNull(name, "name");
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
