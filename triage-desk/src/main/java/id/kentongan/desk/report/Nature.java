package id.kentongan.desk.report;

/** Sifat of a document. */
public enum Nature {
    LIMITED("Terbatas"),
    ORDINARY("Biasa"),
    SECRET("Rahasia");

    private final String sop;

    Nature(String sop) {
        this.sop = sop;
    }

    public String sop() {
        return sop;
    }
}
