package id.kentongan.desk.report;

/** Kategori insiden, each with its code in the Reference Security Incident Taxonomy, version 1003. */
public enum Category {
    OTHER("Lainnya", "other:undetermined"),
    GAMBLING_CONTENT("Penyisipan judi online", "information-content-security:unauthorised-information-modification"),
    DEFACEMENT("Web defacement", "information-content-security:unauthorised-information-modification"),
    WEB_SHELL("Webshell / pengambilalihan aplikasi", "intrusions:application-compromise"),
    ACCOUNT_TAKEOVER("Pengambilalihan akun", "intrusions:unprivileged-account-compromise"),
    PRIVILEGED_ACCOUNT_TAKEOVER("Pengambilalihan akun istimewa", "intrusions:privileged-account-compromise"),
    SYSTEM_TAKEOVER("Pengambilalihan sistem", "intrusions:system-compromise"),
    BRUTE_FORCE("Percobaan login paksa", "intrusion-attempts:brute-force"),
    EXPLOIT_ATTEMPT("Percobaan eksploitasi", "intrusion-attempts:exploit"),
    SCANNING("Pemindaian", "information-gathering:scanner"),
    MALWARE("Malware / ransomware", "malicious-code:infected-system"),
    COMMAND_AND_CONTROL("Komunikasi C2/botnet", "malicious-code:c2-server"),
    CRYPTOJACKING("Penambangan kripto ilegal", "fraud:unauthorised-use-of-resources"),
    DATA_LEAK("Kebocoran data", "information-content-security:data-leak"),
    DENIAL_OF_SERVICE("Gangguan layanan (DoS/DDoS)", "availability:ddos"),
    PHISHING("Phishing", "fraud:phishing"),
    VULNERABLE_SYSTEM("Kerentanan / salah konfigurasi", "vulnerable:vulnerable-system");

    private final String sop;
    private final String rsit;

    Category(String sop, String rsit) {
        this.sop = sop;
        this.rsit = rsit;
    }

    public String sop() {
        return sop;
    }

    public String rsit() {
        return rsit;
    }
}
