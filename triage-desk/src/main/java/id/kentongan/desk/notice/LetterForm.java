package id.kentongan.desk.notice;

import id.kentongan.desk.page.Typed;
import id.kentongan.desk.report.Dossier;

/** The letter as the case suggests it, and as a person fills it in. */
final class LetterForm {
    private LetterForm() {}

    static Letter suggested(Dossier dossier) {
        String head = dossier.asset().pseHead();
        String asked = String.join(
                        "\n",
                        dossier.findings().atOnce().text(),
                        dossier.findings().soon().text())
                .strip();
        return new Letter(
                "",
                null,
                dossier.findings().nature().sop(),
                "2 (dua) lembar",
                head.isBlank() && !dossier.asset().pse().isBlank()
                        ? "Kepala " + dossier.asset().pse()
                        : head,
                dossier.asset().psePlace(),
                asked,
                dossier.findings().atOnce().due(),
                String.join("\n", dossier.office().copies()),
                null,
                null,
                null,
                "",
                "",
                null,
                null,
                "");
    }

    static Letter written(Typed typed) {
        return new Letter(
                typed.line("letterNumber"),
                typed.day("dated"),
                typed.line("nature"),
                typed.line("enclosures"),
                typed.line("addressee"),
                typed.line("place"),
                typed.text("asked"),
                typed.day("askedDue"),
                typed.text("copies"),
                null,
                null,
                null,
                "",
                "",
                null,
                null,
                "");
    }

    static Letter answered(Letter letter, Typed typed) {
        return new Letter(
                letter.number(),
                letter.dated(),
                letter.nature(),
                letter.enclosures(),
                letter.addressee(),
                letter.place(),
                letter.asked(),
                letter.askedDue(),
                letter.copies(),
                letter.signedName(),
                letter.signedSha256(),
                letter.signedAt(),
                typed.line("channel"),
                typed.line("receivedBy"),
                typed.day("receivedOn"),
                typed.day("repliedOn"),
                typed.text("reply"));
    }
}
