package id.kentongan.desk.analysis;

/** What the SOP's remark on step 4 asks an analyst to study. */
public record SixWords(String attackForm, String scheme, String cause, String gap, String mitigation, String handling) {
    public static final SixWords EMPTY = new SixWords("", "", "", "", "", "");

    public boolean isEmpty() {
        return equals(EMPTY);
    }
}
