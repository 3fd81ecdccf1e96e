package id.kentongan.forwarder.source.findings;

import java.io.IOException;

/** The indexer gives no whole answer now and may give one soon: asked again after a while, nothing advances. */
final class BusyException extends IOException {
    BusyException(String what) {
        super(what);
    }

    BusyException(String what, Throwable cause) {
        super(what, cause);
    }
}
