package id.kentongan.allinone.instance;

import java.nio.file.Path;

/**
 * Where the alerts come from. One data directory has one input for good: a replay and live alerts never share a time
 * domain.
 *
 * @param path file or folder that is read, absolute
 * @param seed of the demo's chance; 0 elsewhere
 */
public record Input(Kind kind, Path path, long seed) {

    /** The forwarder's source. */
    public enum Kind {
        DEMO("the demo"),
        RECORDED("recorded alerts"),
        WAZUH("a Wazuh manager's alerts"),
        HOOK("alerts that the hook brings");

        private final String spoken;

        Kind(String spoken) {
            this.spoken = spoken;
        }

        public String spoken() {
            return spoken;
        }
    }

    public Input {
        path = path.toAbsolutePath().normalize();
    }

    public String spoken() {
        return kind.spoken() + (kind == Kind.DEMO ? " with seed " + seed : " in " + path);
    }
}
