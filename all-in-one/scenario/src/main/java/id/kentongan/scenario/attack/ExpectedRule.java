package id.kentongan.scenario.attack;

/** The correlation rules that the planted attacks are meant for, by the name of their folder. */
public enum ExpectedRule {
    SSH_BRUTE_FORCE_SUCCESS("ssh-brute-force-success"),
    SCAN_EXPLOIT_FOOTHOLD("scan-exploit-foothold"),
    WEB_SHELL_UPLOAD("web-shell-upload"),
    LOGIN_BRUTE_FORCE("login-brute-force");

    private final String slug;

    ExpectedRule(String slug) {
        this.slug = slug;
    }

    public String slug() {
        return slug;
    }
}
