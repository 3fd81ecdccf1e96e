package id.kentongan.desk.report;

/**
 * Kategori insiden: as documents name it, in English for the screens, and its code in the Reference Security Incident
 * Taxonomy, version 1003.
 */
public enum Category {
    OTHER("Lainnya", "Other", "other:undetermined"),
    GAMBLING_CONTENT(
            "Penyisipan judi online",
            "Gambling content injection",
            "information-content-security:unauthorised-information-modification"),
    DEFACEMENT("Web defacement", "Defacement", "information-content-security:unauthorised-information-modification"),
    WEB_SHELL(
            "Webshell / pengambilalihan aplikasi",
            "Web shell, application takeover",
            "intrusions:application-compromise"),
    ACCOUNT_TAKEOVER("Pengambilalihan akun", "Account compromise", "intrusions:unprivileged-account-compromise"),
    PRIVILEGED_ACCOUNT_TAKEOVER(
            "Pengambilalihan akun istimewa",
            "Privileged account compromise",
            "intrusions:privileged-account-compromise"),
    SYSTEM_TAKEOVER("Pengambilalihan sistem", "System compromise", "intrusions:system-compromise"),
    BRUTE_FORCE("Percobaan login paksa", "Brute force", "intrusion-attempts:brute-force"),
    EXPLOIT_ATTEMPT("Percobaan eksploitasi", "Exploit attempt", "intrusion-attempts:exploit"),
    SCANNING("Pemindaian", "Scanning", "information-gathering:scanner"),
    MALWARE("Malware / ransomware", "Malware, ransomware", "malicious-code:infected-system"),
    COMMAND_AND_CONTROL("Komunikasi C2/botnet", "C2 traffic, botnet", "malicious-code:c2-server"),
    CRYPTOJACKING("Penambangan kripto ilegal", "Cryptojacking", "fraud:unauthorised-use-of-resources"),
    DATA_LEAK("Kebocoran data", "Data leak", "information-content-security:data-leak"),
    DENIAL_OF_SERVICE("Gangguan layanan (DoS/DDoS)", "Denial of service (DoS, DDoS)", "availability:ddos"),
    PHISHING("Phishing", "Phishing", "fraud:phishing"),
    VULNERABLE_SYSTEM(
            "Kerentanan / salah konfigurasi", "Vulnerable or misconfigured system", "vulnerable:vulnerable-system");

    private final String sop;
    private final String english;
    private final String rsit;

    Category(String sop, String english, String rsit) {
        this.sop = sop;
        this.english = english;
        this.rsit = rsit;
    }

    public String sop() {
        return sop;
    }

    public String english() {
        return english;
    }

    public String rsit() {
        return rsit;
    }
}
