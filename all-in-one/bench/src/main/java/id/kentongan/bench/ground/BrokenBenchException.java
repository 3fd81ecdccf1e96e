package id.kentongan.bench.ground;

/** Nothing can be measured here, and why; the message is for the person who asked. */
public final class BrokenBenchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BrokenBenchException(String message) {
        super(message);
    }
}
