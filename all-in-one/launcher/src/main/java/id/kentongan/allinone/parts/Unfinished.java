package id.kentongan.allinone.parts;

import id.kentongan.allinone.instance.Refused;
import id.kentongan.allinone.instance.WholeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A folder that is made under another name and gets its own when it is whole; what was left half made is deleted. */
final class Unfinished {
    private final Path whole;
    private final Path unfinished;

    private Unfinished(Path whole) {
        this.whole = whole;
        this.unfinished = whole.resolveSibling(whole.getFileName() + ".unfinished");
    }

    static Unfinished begin(Path whole) {
        Unfinished begun = new Unfinished(whole);
        try {
            new WholeFolder(begun.unfinished).delete();
            Files.createDirectories(whole.resolveSibling("."));
        } catch (IOException e) {
            throw begun.refused(e);
        }
        return begun;
    }

    Path folder() {
        return unfinished;
    }

    void finish() {
        try {
            Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private Refused refused(IOException e) {
        return new Refused("Cannot make the folder " + whole + " (" + e + "). Is there room, and may you write there?");
    }
}
