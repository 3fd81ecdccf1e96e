package id.kentongan.scenario.alert;

import id.kentongan.scenario.office.Agent;
import id.kentongan.scenario.office.WorkingHours;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** File integrity alerts: {@code syscheck} and no {@code data}. */
public final class Files {
    private static final DateTimeFormatter MTIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(WorkingHours.ZONE);

    private Files() {}

    public static Alert added(Instant at, Agent agent, String path, String owner) {
        Map<String, Object> file = Body.fields("path", path, "mode", "realtime");
        after(file, at, path, owner);
        file.put("event", "added");
        return new Alert(
                at,
                Rule.FILE_ADDED,
                agent,
                Body.log("File '" + path + "' added\nMode: realtime\n")
                        .with("syscheck", file)
                        .decoder("syscheck_new_entry")
                        .at("syscheck"));
    }

    public static Alert modified(Instant at, Agent agent, String path, String owner) {
        Map<String, Object> file = Body.fields("path", path, "mode", "realtime", "size_before", "2048");
        after(file, at, path, owner);
        file.put("md5_before", hash("MD5", path));
        file.put("sha1_before", hash("SHA-1", path));
        file.put("sha256_before", hash("SHA-256", path));
        file.put("mtime_before", MTIME.format(at.minusSeconds(86_400)));
        file.put("changed_attributes", List.of("size", "mtime", "md5", "sha1", "sha256"));
        file.put("event", "modified");
        return new Alert(
                at,
                Rule.FILE_CHANGED,
                agent,
                Body.log("File '" + path
                                + "' modified\nMode: realtime\nChanged attributes: size,mtime,md5,sha1,sha256\n")
                        .with("syscheck", file)
                        .decoder("syscheck_integrity_changed")
                        .at("syscheck"));
    }

    public static Alert deleted(Instant at, Agent agent, String path, String owner) {
        Map<String, Object> file = Body.fields("path", path, "mode", "scheduled");
        after(file, at, path, owner);
        file.put("event", "deleted");
        return new Alert(
                at,
                Rule.FILE_DELETED,
                agent,
                Body.log("File '" + path + "' deleted\nMode: scheduled\n")
                        .with("syscheck", file)
                        .decoder("syscheck_deleted")
                        .at("syscheck"));
    }

    private static void after(Map<String, Object> file, Instant at, String path, String owner) {
        String content = path + at;
        file.put("size_after", Integer.toString(500 + Math.floorMod(content.hashCode(), 40_000)));
        file.put("perm_after", "rw-r--r--");
        file.put("uid_after", owner.equals("root") ? "0" : "33");
        file.put("gid_after", owner.equals("root") ? "0" : "33");
        file.put("md5_after", hash("MD5", content));
        file.put("sha1_after", hash("SHA-1", content));
        file.put("sha256_after", hash("SHA-256", content));
        file.put("uname_after", owner);
        file.put("gname_after", owner);
        file.put("mtime_after", MTIME.format(at));
        file.put("inode_after", 100_000 + Math.floorMod(path.hashCode(), 900_000));
    }

    private static String hash(String algorithm, String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
