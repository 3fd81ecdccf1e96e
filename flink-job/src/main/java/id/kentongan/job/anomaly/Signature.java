package id.kentongan.job.anomaly;

import id.kentongan.job.intake.Action;
import id.kentongan.job.intake.Alert;

/** What counts as the same thing happening again: the Wazuh rule, and of an IDS, which has one rule for all, its text. */
public final class Signature {
    private static final char SEPARATOR = '|';

    private Signature() {}

    public static String of(Alert alert) {
        return alert.ruleId() + SEPARATOR + (alert.action() == Action.IDS ? alert.description() : "");
    }

    /** The Wazuh rule that reported it. */
    public static String rule(String signature) {
        return signature.substring(0, signature.indexOf(SEPARATOR));
    }
}
