package id.kentongan.contracts;

/** Tingkat keparahan: Rendah, Sedang, Tinggi, Kritis. Declared from the least to the greatest. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
