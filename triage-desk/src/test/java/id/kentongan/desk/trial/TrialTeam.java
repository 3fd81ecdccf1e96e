package id.kentongan.desk.trial;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/** A desk with a whole team: everybody has one role, and a password made of the name. */
public final class TrialTeam {
    public static final String ANALYST = "ani";
    public static final String OTHER_ANALYST = "agus";
    public static final String COORDINATOR = "budi";
    public static final String HEAD = "eka";
    public static final String RULE_AUTHOR = "rita";
    public static final String ADMINISTRATOR = "dewi";
    public static final String AUDITOR = "umar";

    private TrialTeam() {}

    public static String password(String name) {
        return name + " memukul kentongan";
    }

    public static Map<String, Object> settings(TrialHouse house, String name) throws IOException, SQLException {
        Map<String, Object> settings = house.newDesk(name);
        house.broker.createTopic(name + ".decisions");
        house.broker.createTopic(name + ".exceptions");
        house.broker.createTopic(name + ".assets");
        settings.put("kentongan.desk.first-login-file", house.file(name + "-people", """
                analyst:ani ani memukul kentongan
                analyst:agus agus memukul kentongan
                coordinator:budi budi memukul kentongan
                head:eka eka memukul kentongan
                rule_author:rita rita memukul kentongan
                administrator:dewi dewi memukul kentongan
                auditor:umar umar memukul kentongan
                """));
        settings.put("kentongan.desk.office-file", house.file(name + "-office", """
                government=PEMERINTAH KABUPATEN CONTOH
                name=DINAS KOMUNIKASI DAN INFORMATIKA
                address=Jalan Kentongan Nomor 1, Contoh 66300
                phone=(0355) 000000
                mail=ttis@contoh.example
                website=diskominfo.contoh.example
                city=Contoh
                team=Tim Tanggap Insiden Siber Kabupaten Contoh
                unit-code=406.020
                sop=SOP Nomor 500.12.10/222/406.020/2025
                copies=Sekretaris Daerah Kabupaten Contoh; Inspektur Kabupaten Contoh
                """));
        return settings;
    }
}
