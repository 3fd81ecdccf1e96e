package id.kentongan.contracts;

/** How much an office depends on a machine: Biasa, Penting, Kritis. */
public enum Criticality {
    ORDINARY,
    IMPORTANT,
    CRITICAL
}
