package id.kentongan.contracts;

/** What an attacker is after at a step: the tactics of MITRE ATT&amp;CK, in the order in which an attack goes through them. */
public enum Tactic {
    RECONNAISSANCE("Pengintaian", "Reconnaissance"),
    RESOURCE_DEVELOPMENT("Penyiapan sumber daya", "Resource development"),
    INITIAL_ACCESS("Akses awal", "Initial access"),
    EXECUTION("Eksekusi", "Execution"),
    PERSISTENCE("Persistensi", "Persistence"),
    PRIVILEGE_ESCALATION("Peningkatan hak akses", "Privilege escalation"),
    DEFENSE_EVASION("Penghindaran deteksi", "Defence evasion"),
    CREDENTIAL_ACCESS("Pencurian kredensial", "Credential access"),
    DISCOVERY("Penjelajahan", "Discovery"),
    LATERAL_MOVEMENT("Pergerakan lateral", "Lateral movement"),
    COLLECTION("Pengumpulan data", "Collection"),
    COMMAND_AND_CONTROL("Komando dan kendali", "Command and control"),
    EXFILTRATION("Eksfiltrasi", "Exfiltration"),
    IMPACT("Dampak", "Impact");

    private final String id;
    private final String en;

    Tactic(String id, String en) {
        this.id = id;
        this.en = en;
    }

    public Text written() {
        return new Text(id, en);
    }
}
