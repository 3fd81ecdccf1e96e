package id.kentongan.allinone.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** The secrets of one instance, in files that only their owner may read (mode 600). */
public final class Secrets {
    /** Without the letters and digits that people mistake for each other, and safe in SQL and in a shell. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    /** Groups of four: 31^20 choices, about 99 bits. */
    private static final int GROUPS = 5;

    private final Path folder;

    public Secrets(DataDirectory data) {
        this.folder = data.secrets();
    }

    /** Makes those that are missing. */
    public void create(RandomGenerator random) {
        for (Secret secret : Secret.values()) {
            if (!Files.exists(file(secret))) {
                DataDirectory.writePrivate(file(secret), password(random));
            }
        }
    }

    public Path file(Secret secret) {
        return folder.resolve(secret.file());
    }

    public String read(Secret secret) {
        try {
            return Files.readString(file(secret)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file(secret), e);
        }
    }

    /** Writes one that is made of another, such as a name with its password. */
    public Path derive(String name, String text) {
        Path file = folder.resolve(name);
        DataDirectory.writePrivate(file, text);
        return file;
    }

    private static String password(RandomGenerator random) {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < GROUPS * 4; i++) {
            made.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return made.toString();
    }
}
