package id.kentongan.scenario.attack;

/** The correlation rules that the planted attacks are meant for, by the name of their folder. */
public enum ExpectedRule {
    BRUTE_FORCE_SUCCESS("brute-force-success"),
    SCAN_EXPLOIT_FOOTHOLD("scan-exploit-foothold"),
    WEB_SHELL("web-shell"),
    BRUTE_FORCE("brute-force");

    private final String slug;

    ExpectedRule(String slug) {
        this.slug = slug;
    }

    public String slug() {
        return slug;
    }
}
