package id.kentongan.allinone.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that the Wazuh hook appends to. Its path travels as {@code hook_url}, which Wazuh splits at spaces. */
public record SpoolFile(Path path) {

    /** Makes it, empty, where it is not there yet. */
    public void create() {
        if (path.toString().contains(" ")) {
            throw new Refused("The spool's path " + path + " holds a space, at which Wazuh would cut hook_url in two."
                    + " Choose another folder with --data DIR.");
        }
        try {
            Files.createDirectories(path.resolveSibling("."));
            if (!Files.exists(path)) {
                Files.createFile(path);
            }
        } catch (IOException e) {
            throw new Refused("Cannot make the spool " + path + " (" + e + ").");
        }
    }
}
