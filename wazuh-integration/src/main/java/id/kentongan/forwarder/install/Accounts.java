package id.kentongan.forwarder.install;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import org.jspecify.annotations.Nullable;

/** Whom the hook and the spool must belong to: the daemon refuses a script that its own user may write. */
record Accounts(String owner, String group) {
    static final Accounts WAZUH = new Accounts("root", "wazuh");

    /** Null when there is none of that name on this machine. */
    @Nullable
    UserPrincipal user() throws IOException {
        try {
            return FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        } catch (UserPrincipalNotFoundException e) {
            return null;
        }
    }

    /** Null when there is none of that name on this machine. */
    @Nullable
    GroupPrincipal members() throws IOException {
        try {
            return FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByGroupName(group);
        } catch (UserPrincipalNotFoundException e) {
            return null;
        }
    }

    boolean own(Path file) throws IOException {
        PosixFileAttributes now = Files.readAttributes(file, PosixFileAttributes.class);
        return now.owner().getName().equals(owner) && now.group().getName().equals(group);
    }

    /** Null when done, else why not. */
    @Nullable
    String take(Path file) throws IOException {
        UserPrincipal user = user();
        GroupPrincipal members = members();
        if (user == null || members == null) {
            return "there is no " + (user == null ? "user " + owner : "group " + group) + " on this machine";
        }
        try {
            PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            view.setGroup(members);
            view.setOwner(user);
            return null;
        } catch (IOException e) {
            return "only root may give it away (" + e.getMessage() + ")";
        }
    }

    @Override
    public String toString() {
        return owner + ":" + group;
    }
}
