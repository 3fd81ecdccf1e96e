package id.kentongan.scenario.office;

import java.util.List;
import java.util.Random;

/** Account names: those of the office, and those that strangers try. */
public final class People {
    private static final List<String> STAFF =
            List.of("budi", "siti.aminah", "joko", "dewi", "agus.salim", "rina", "wahyu", "sri.lestari", "eko", "nur");
    private static final List<String> ADMINS = List.of("adminweb", "wahyu", "operator", "joko");
    private static final List<String> GUESSES =
            List.of("admin", "test", "oracle", "postgres", "ubuntu", "guest", "ftpuser", "simpeg", "operator1", "git");

    private People() {}

    public static String staff(Random random) {
        return STAFF.get(random.nextInt(STAFF.size()));
    }

    public static String admin(Random random) {
        return ADMINS.get(random.nextInt(ADMINS.size()));
    }

    /** A name that no machine knows. */
    public static String guess(Random random) {
        return GUESSES.get(random.nextInt(GUESSES.size()));
    }
}
