package id.kentongan.allinone.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path folder;

    private Secrets secrets;

    @BeforeEach
    void madeOnce() {
        DataDirectory data = new DataDirectory(folder);
        data.create();
        secrets = new Secrets(data);
        secrets.create(new SecureRandom());
    }

    @Test
    void onlyTheOwnerMayReadThem() throws IOException {
        for (Secret secret : Secret.values()) {
            assertThat(mode(secrets.file(secret))).isEqualTo("rw-------");
        }
        assertThat(mode(secrets.derive("first-login", "analis x"))).isEqualTo("rw-------");
        assertThat(mode(folder.resolve("secrets"))).isEqualTo("rwx------");
    }

    @Test
    void eachIsLongAndLikeNoOther() {
        assertThat(Arrays.stream(Secret.values()).map(secrets::read))
                .doesNotHaveDuplicates()
                .allMatch(it -> it.matches("([a-z2-9]{4}-){4}[a-z2-9]{4}"));
    }

    @Test
    void aSecondStartKeepsThem() {
        String before = secrets.read(Secret.ANALYST);

        secrets.create(new SecureRandom());

        assertThat(secrets.read(Secret.ANALYST)).isEqualTo(before);
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
