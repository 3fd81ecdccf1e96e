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

    private static final Set<String> UPLOADS = Set.of("upload", "filemanager", "file-manager", "elfinder", "kcfinder");
    private static final Set<String> UPLOADED = Set.of(
            "/upload/",
            "/uploads/",
            "/userfiles/",
            "/media/",
            "/images/",
            "/gambar/",
            "/lampiran/",
            "/dokumen/",
            "/foto/");
    private static final Set<String> SCRIPTS = Set.of(".php", ".phtml", ".phar", ".jsp", ".jspx", ".asp", ".aspx");

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
        if (categories.contains("iam")
                && doings.contains("user")
                && doings.stream().anyMatch(CREATED::contains)) {
            return Action.ACCOUNT_ADDED;
        }
        Action tagged = ofTags(words(document, List.of("/wazuh/rule/tags")), categories);
        return tagged == Action.OTHER && categories.contains("web") ? ofRequest(document) : tagged;
    }

    /** As our pack for Wazuh 4 tells them, rules 100112 and 100113. */
    private static Action ofRequest(Document document) {
        String url = document.first(List.of("/url/original", "/url/full", "/url/path"), "")
                .toLowerCase(Locale.ROOT);
        String path = url.split("[?#]", 2)[0];
        String status = document.first(List.of("/http/response/status_code"), "");
        boolean post = document.first(List.of("/http/request/method"), "").equalsIgnoreCase("post");
        if (post && UPLOADS.stream().anyMatch(path::contains) && !status.startsWith("4") && !status.startsWith("5")) {
            return Action.UPLOAD;
        }
        boolean script = SCRIPTS.stream().anyMatch(path::endsWith);
        boolean below = UPLOADED.stream().anyMatch(path::contains);
        return script && below && status.equals("200") ? Action.SCRIPT_REQUEST : Action.OTHER;
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
