package id.kentongan.bench.edge;

import java.nio.file.Path;

/**
 * What a shipper is to carry and where to.
 *
 * @param dir its own, empty
 * @param prefix of the topic, which is there
 * @param alerts the file
 */
record Trip(Path dir, String bootstrap, String prefix, Path alerts, long lines) {
    String topic() {
        return prefix + "alerts";
    }
}
