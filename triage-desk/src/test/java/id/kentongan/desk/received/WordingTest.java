package id.kentongan.desk.received;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    private static final String NOTICE = "C2 di peladen perizinan\nPeladen DPMPTSP menghubungi 198.51.100.7 dan"
            + " jahat.example setiap lima menit sejak Senin. Sumber kami di dalam kelompok. Hash"
            + " d41d8cd98f00b204e9800998ecf8427e pada 203.0.113.9.";
    private static final String OWN = "https://perizinan.contoh.example 203.0.113.9 web-01";

    private final Wording wording = Wording.of(NOTICE, OWN);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C2 di peladen perizinan.",
                "Menurut sumber kami di dalam kelompok, benar.",
                "DPMPTSP   MENGHUBUNGI\n198.51.100.7, dan JAHAT",
                "setiap lima menit sejak Senin. Sumber lain",
                "Blokir 198.51.100.7",
                "Blokir 198[.]51[.]100[.]7 dan hxxp://jahat[.]example/x",
                "blokir JAHAT.EXAMPLE",
                "berkas D41D8CD98F00B204E9800998ECF8427E"
            })
    void whoeverRepeatsItIsFound(String text) {
        assertThat(wording.repeatedIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Peladen perizinan diisolasi sejak Senin.",
                "Alamat asal 203.0.113.9 pada perizinan.contoh.example",
                "198.51.100.70 dan tidakjahat.example",
                "Sumber daya peladen habis"
            })
    void whatIsOnesOwnIsFree(String text) {
        assertThat(wording.repeatedIn(text)).isFalse();
    }
}
