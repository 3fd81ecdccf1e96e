package id.kentongan.desk.paper;

import java.util.List;

/** The press with an office for tests. */
public final class TrialPress {
    private TrialPress() {}

    public static byte[] print(Paper paper) {
        return new Press(office()).pdf(paper);
    }

    public static Office office() {
        return new Office(
                "PEMERINTAH KABUPATEN CONTOH",
                "DINAS KOMUNIKASI DAN INFORMATIKA",
                "Jalan Kentongan 1",
                "0355",
                "a@contoh.example",
                "",
                "Contoh",
                "TTIS Contoh",
                "500.12.10",
                "406.020",
                "SOP Nomor 1",
                List.of("Sekda"),
                List.of("BSSN"));
    }
}
