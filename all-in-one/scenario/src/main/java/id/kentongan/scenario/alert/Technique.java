package id.kentongan.scenario.alert;

import java.util.List;

/** ATT&CK techniques that the rules in use name; Wazuh adds their names and tactics to the alert. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are made by List.of
enum Technique {
    T1021("Remote Services", "Lateral Movement"),
    T1021_004("SSH", "Lateral Movement"),
    T1053_003("Cron", "Execution", "Persistence", "Privilege Escalation"),
    T1055("Process Injection", "Defense Evasion", "Privilege Escalation"),
    T1059_007("JavaScript", "Execution"),
    T1070_004("File Deletion", "Defense Evasion"),
    T1078("Valid Accounts", "Defense Evasion", "Persistence", "Privilege Escalation", "Initial Access"),
    T1083("File and Directory Discovery", "Discovery"),
    T1110("Brute Force", "Credential Access"),
    T1110_001("Password Guessing", "Credential Access"),
    T1136("Create Account", "Persistence"),
    T1190("Exploit Public-Facing Application", "Initial Access"),
    T1203("Exploitation for Client Execution", "Execution"),
    T1210("Exploitation of Remote Services", "Lateral Movement"),
    T1485("Data Destruction", "Impact"),
    T1505_003("Web Shell", "Persistence"),
    T1531("Account Access Removal", "Impact"),
    T1548_003("Sudo and Sudo Caching", "Privilege Escalation", "Defense Evasion"),
    T1565_001("Stored Data Manipulation", "Impact"),
    T1595_002("Vulnerability Scanning", "Reconnaissance");

    private final String title;
    private final List<String> tactics;

    Technique(String title, String... tactics) {
        this.title = title;
        this.tactics = List.of(tactics);
    }

    String id() {
        return name().replace('_', '.');
    }

    String title() {
        return title;
    }

    List<String> tactics() {
        return tactics;
    }
}
