package id.kentongan.scenario.alert;

import java.util.List;

/**
 * The Wazuh rules that fire in the scenario: stock 4.14.7, and 1001xx from our own pack. A test compares each with the
 * stock table and with the pack. A frequency other than 0 marks a composite rule.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are made by List.of
public enum Rule {
    SERVER_STARTED("502", 3, "ossec", "Wazuh server started."),
    AGENT_STARTED("503", 3, "ossec", "Wazuh agent started."),
    FILE_CHANGED(
            "550",
            7,
            "ossec syscheck syscheck_entry_modified syscheck_file",
            "Integrity checksum changed.",
            Technique.T1565_001),
    FILE_DELETED(
            "553",
            7,
            "ossec syscheck syscheck_entry_deleted syscheck_file",
            "File deleted.",
            Technique.T1070_004,
            Technique.T1485),
    FILE_ADDED("554", 5, "ossec syscheck syscheck_entry_added syscheck_file", "File added to the system."),
    SUDO_TO_ROOT("5402", 3, "syslog sudo", "Successful sudo to ROOT executed.", Technique.T1548_003),
    PAM_OPENED("5501", 3, "pam syslog authentication_success", "PAM: Login session opened.", Technique.T1078),
    PAM_CLOSED("5502", 3, "pam syslog", "PAM: Login session closed."),
    PAM_FAILED("5503", 5, "pam syslog authentication_failed", "PAM: User login failed.", Technique.T1110_001),
    SSH_UNKNOWN_USER(
            "5710",
            5,
            "syslog sshd authentication_failed invalid_login",
            "sshd: Attempt to login using a non-existent user",
            Technique.T1110_001,
            Technique.T1021_004),
    SSH_UNKNOWN_USERS(
            "5712",
            10,
            8,
            "syslog sshd authentication_failures",
            "sshd: brute force trying to get access to the system. Non existent user.",
            Technique.T1110),
    SSH_ACCEPTED(
            "5715",
            3,
            "syslog sshd authentication_success",
            "sshd: authentication success.",
            Technique.T1078,
            Technique.T1021),
    SSH_TOO_MANY(
            "5758",
            8,
            "syslog sshd authentication_failed",
            "Maximum authentication attempts exceeded.",
            Technique.T1110),
    SSH_FAILED(
            "5760",
            5,
            "syslog sshd authentication_failed",
            "sshd: authentication failed.",
            Technique.T1110_001,
            Technique.T1021_004),
    SSH_BRUTE_FORCE(
            "5763",
            10,
            8,
            "syslog sshd authentication_failures",
            "sshd: brute force trying to get access to the system. Authentication failed.",
            Technique.T1110),
    USER_ADDED("5902", 8, "syslog adduser", "New user added to the system.", Technique.T1136),
    MAIL_LOGIN("9701", 3, "dovecot authentication_success", "Dovecot Authentication Success.", Technique.T1078),
    MAIL_FAILED("9705", 5, "dovecot invalid_login authentication_failed", "Dovecot Invalid User Login Attempt."),
    IDS_EVENT("20101", 6, "ids", "IDS event."),
    IDS_SAME_ID("20152", 10, 10, "ids", "Multiple IDS alerts for same id."),
    WEB_400("31101", 5, "web accesslog attack", "Web server 400 error code."),
    SQL_INJECTION("31103", 7, "web accesslog attack sql_injection", "SQL injection attempt.", Technique.T1190),
    WEB_ATTACK(
            "31104",
            6,
            "web accesslog attack",
            "Common web attack.",
            Technique.T1055,
            Technique.T1083,
            Technique.T1190),
    WEB_ATTACK_200("31106", 6, "web accesslog attack", "A web attack returned code 200 (success).", Technique.T1190),
    WEB_500("31122", 5, "web accesslog system_error", "Web server 500 error code (Internal Error)."),
    WEB_SCAN(
            "31151",
            10,
            14,
            "web accesslog web_scan recon",
            "Multiple web server 400 error codes from same source ip.",
            Technique.T1595_002),
    BAD_AGENT("31508", 6, "web appsec attack", "Blacklisted user agent (known malicious user agent)."),
    UPLOADIFY("31512", 6, "web appsec attack", "Uploadify vulnerability exploit attempt.", Technique.T1210),
    SETUP_SCAN("31515", 6, "web appsec attack", "PHPMyAdmin scans (looking for setup.php).", Technique.T1083),
    SUSPICIOUS_URL("31516", 6, "web appsec attack", "Suspicious URL access.", Technique.T1055),
    BRUTE_FORCE_THEN_SUCCESS(
            "40112",
            12,
            "syslog attacks",
            "Multiple authentication failures followed by a success.",
            Technique.T1078,
            Technique.T1110),
    WINDOWS_LOGON(
            "60106", 3, "windows windows_security authentication_success", "Windows Logon Success", Technique.T1078),
    WINDOWS_FAILED(
            "60122",
            5,
            "windows windows_security authentication_failed",
            "Logon Failure - Unknown user or bad password",
            Technique.T1531),
    WINDOWS_LOGOFF("60137", 3, "windows windows_security", "Windows User Logoff"),
    SURICATA("86601", 3, "ids suricata", "Suricata: Alert - $(alert.signature)"),
    SSH_FROM_BAD_ADDRESS(
            "99903",
            14,
            "syslog sshd authentication_failed authentication_success",
            "sshd: Authentication succeeded from a malicious IP address $(srcip)."),
    UPLOAD("100112", 5, "kentongan web accesslog upload", "POST to an upload path: $(url)"),
    SCRIPT_IN_UPLOADS(
            "100113",
            8,
            "kentongan web accesslog attack webshell",
            "Script under an upload directory answered 200: $(url)",
            Technique.T1505_003);

    private final String id;
    private final int level;
    private final int frequency;
    private final List<String> groups;
    private final String description;
    private final List<Technique> techniques;

    Rule(String id, int level, String groups, String description, Technique... techniques) {
        this(id, level, 0, groups, description, techniques);
    }

    Rule(String id, int level, int frequency, String groups, String description, Technique... techniques) {
        this.id = id;
        this.level = level;
        this.frequency = frequency;
        this.groups = List.of(groups.split(" ", -1));
        this.description = description;
        this.techniques = List.of(techniques);
    }

    public String id() {
        return id;
    }

    public int level() {
        return level;
    }

    public int frequency() {
        return frequency;
    }

    public List<String> groups() {
        return groups;
    }

    /** With variables such as {@code $(srcip)} not yet expanded. */
    public String description() {
        return description;
    }

    List<Technique> techniques() {
        return techniques;
    }

    public List<String> techniqueIds() {
        return techniques.stream().map(Technique::id).toList();
    }
}
