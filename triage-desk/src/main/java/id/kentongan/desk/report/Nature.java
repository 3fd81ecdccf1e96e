package id.kentongan.desk.report;

/** Sifat of a document. Letters bear the Indonesian word; the English one explains it. */
public enum Nature {
    LIMITED("Terbatas", "limited"),
    ORDINARY("Biasa", "ordinary"),
    SECRET("Rahasia", "secret");

    private final String sop;
    private final String english;

    Nature(String sop, String english) {
        this.sop = sop;
        this.english = english;
    }

    public String sop() {
        return sop;
    }

    public String english() {
        return english;
    }
}
