package id.kentongan.allinone.parts;

import id.kentongan.allinone.instance.Secret;
import id.kentongan.allinone.instance.Secrets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The people and the letterhead of the demo: an office that does not exist, so that its papers pass for nobody's. */
public final class DemoTeam {
    /** Somebody who may log in, with the role that the desk gives them. */
    public record Member(String role, String name, Secret secret) {}

    public static final List<Member> MEMBERS = List.of(
            new Member("analyst", DeskPart.FIRST_PERSON, Secret.ANALYST),
            new Member("coordinator", "koordinator", Secret.COORDINATOR),
            new Member("head", "kepala", Secret.HEAD),
            new Member("administrator", "admin", Secret.ADMINISTRATOR));

    private DemoTeam() {}

    /** Lines of {@code role:name password}. */
    static String logins(Secrets secrets) {
        return MEMBERS.stream()
                .map(one -> one.role() + ":" + one.name() + " " + secrets.read(one.secret()) + "\n")
                .collect(Collectors.joining());
    }

    static Map<String, String> office() {
        Map<String, String> office = new TreeMap<>();
        office.put("government", "PEMERINTAH KABUPATEN CONTOH");
        office.put("name", "DINAS KOMUNIKASI DAN INFORMATIKA (DEMO)");
        office.put("address", "Jalan Kentongan Nomor 1, Contoh");
        office.put("mail", "ttis@contoh.example");
        office.put("city", "Contoh");
        office.put("team", "Tim Tanggap Insiden Siber Kabupaten Contoh");
        office.put("copies", "Sekretaris Daerah Kabupaten Contoh; Inspektur Kabupaten Contoh");
        return office;
    }
}
