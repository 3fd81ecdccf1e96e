package id.kentongan.allinone.instance;

/** What was asked cannot be done as asked; the message says why and what to do. Shown without a stack trace. */
public final class Refused extends RuntimeException {
    public Refused(String whyAndMend) {
        super(whyAndMend);
    }
}
