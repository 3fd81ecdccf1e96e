package id.kentongan.job.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The action of a Wazuh 5 document: by what the log says happened first ({@code event.category}, {@code type},
 * {@code outcome}, {@code action}), by the rule's ATT&amp;CK tags second. Wazuh 5 has no composites, so no
 * {@link Action#AUTHENTICATION_FAILURES}: counting is left to our rules.
 */
final class EventAction {
    private static final Set<String> FAILED =
            Set.of("failure", "failed", "authentication-failure", "authentication-failed", "login-failed");
    private static final Set<String> SUCCEEDED =
            Set.of("success", "authentication-success", "authentication-succeeded", "login-success");
    private static final Set<String> CREATED = Set.of("creation", "added", "created");
    private static final Set<String> CHANGED = Set.of("change", "modified", "changed");
    private static final Set<String> SCANS = Set.of("attack.reconnaissance", "attack.t1595", "attack.t1046");
    private static final Set<String> EXPLOITS = Set.of("attack.t1190", "attack.t1203", "attack.t1210", "attack.t1068");

    private EventAction() {}

    static Action of(Document document) {
        Set<String> categories = words(document, List.of("/event/category"));
        Set<String> doings = words(document, List.of("/event/action", "/event/type", "/event/outcome"));
        if (categories.contains("authentication") || doings.contains("authentication-failure")) {
            return ofLogin(doings);
        }
        if (categories.contains("file")) {
            return ofFile(doings);
        }
        return ofTags(words(document, List.of("/wazuh/rule/tags")), categories);
    }

    /** A session that ends was no login, however well it ended. */
    private static Action ofLogin(Set<String> doings) {
        if (doings.stream().anyMatch(FAILED::contains)) {
            return Action.AUTHENTICATION_FAILURE;
        }
        boolean success = !doings.contains("end") && doings.stream().anyMatch(SUCCEEDED::contains);
        return success ? Action.AUTHENTICATION_SUCCESS : Action.OTHER;
    }

    private static Action ofFile(Set<String> doings) {
        if (doings.stream().anyMatch(CREATED::contains)) {
            return Action.FILE_ADDED;
        }
        return doings.stream().anyMatch(CHANGED::contains) ? Action.FILE_CHANGED : Action.OTHER;
    }

    private static Action ofTags(Set<String> tags, Set<String> categories) {
        if (tags.stream().map(EventAction::withoutSub).anyMatch(EXPLOITS::contains)) {
            return Action.EXPLOIT;
        }
        if (tags.stream().map(EventAction::withoutSub).anyMatch(SCANS::contains)) {
            return Action.RECONNAISSANCE;
        }
        return categories.contains("intrusion_detection") ? Action.IDS : Action.OTHER;
    }

    /** {@code attack.t1595.002} is a kind of {@code attack.t1595}. */
    private static String withoutSub(String tag) {
        int second = tag.indexOf('.', tag.indexOf('.') + 1);
        return second < 0 ? tag : tag.substring(0, second);
    }

    private static Set<String> words(Document document, List<String> pointers) {
        Set<String> words = new HashSet<>();
        for (String pointer : pointers) {
            document.texts(pointer)
                    .forEach(text ->
                            words.add(text.strip().toLowerCase(Locale.ROOT).replace(' ', '-')));
        }
        return words;
    }
}
