package id.kentongan.desk.approval;

import id.kentongan.desk.paper.Masked;
import id.kentongan.desk.report.Dossier;
import id.kentongan.desk.report.Findings;

/** The report in a few lines for the head: what happened, whose system, what it did, what is asked. */
record Digest(String summary, String pse, String system, String service, String data, String asked) {
    static Digest of(Dossier dossier) {
        Findings findings = dossier.findings();
        String summary = findings.summary();
        return new Digest(
                shown(summary.isBlank() ? dossier.file().content().summary().id() : summary),
                shown(dossier.asset().pse()),
                shown(dossier.asset().system()),
                shown(findings.serviceImpact()),
                shown(findings.dataImpact()),
                shown(findings.atOnce().text()));
    }

    private static String shown(String text) {
        return text.isBlank() ? "–" : Masked.text(text);
    }
}
