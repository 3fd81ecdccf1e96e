package id.kentongan.desk.paper;

import java.util.List;

/**
 * What the office prints on its papers. Blank where the settings say nothing: a document never invents a name.
 *
 * @param government first line of the letterhead, such as PEMERINTAH KABUPATEN TRENGGALEK
 * @param name second line, the dinas
 * @param city in which letters are dated
 * @param classification first part of a letter's number
 * @param unitCode third part of a letter's number
 * @param sop number and date of the SOP, the ground of every report
 * @param copies who gets a copy of every letter
 * @param alwaysCopied added when the incident must be reported by law
 */
public record Office(
        String government,
        String name,
        String address,
        String phone,
        String mail,
        String website,
        String city,
        String team,
        String classification,
        String unitCode,
        String sop,
        List<String> copies,
        List<String> alwaysCopied) {
    public Office {
        copies = List.copyOf(copies);
        alwaysCopied = List.copyOf(alwaysCopied);
    }

    /** The running number is left blank: the office's registry gives it. */
    public String blankNumber(int year) {
        return classification + "/......../" + unitCode + "/" + year;
    }

    /** How the office is reached, on one line. */
    String reach() {
        return joined("Telepon ", phone, "  Surel ", mail, "  ", website);
    }

    private static String joined(String... pairs) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            line.append(pairs[i + 1].isBlank() ? "" : pairs[i] + pairs[i + 1]);
        }
        return line.toString().strip();
    }
}
