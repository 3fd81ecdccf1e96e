package id.kentongan.forwarder.source.findings;

import java.io.IOException;

/** An answer is larger than memory allows: to be asked for in smaller pages. */
final class OversizeException extends IOException {
    OversizeException(int limit) {
        super("the indexer's answer is longer than " + limit + " bytes");
    }
}
