package id.kentongan.desk.attack;

import id.kentongan.contracts.Text;

/**
 * A technique of an attacker.
 *
 * @param id such as T1110.003
 * @param name as ATT&CK has it, never translated
 * @param words what it is
 */
public record Technique(String id, String name, Text words) {
    /** As it stands in documents: {@code T1110 (Brute Force)}. */
    public String written() {
        return id + " (" + name + ")";
    }
}
