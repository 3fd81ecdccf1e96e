package id.kentongan.scenario.attack;

import id.kentongan.scenario.alert.Alert;
import id.kentongan.scenario.alert.Files;
import id.kentongan.scenario.alert.Ids;
import id.kentongan.scenario.alert.Login;
import id.kentongan.scenario.alert.Rule;
import id.kentongan.scenario.alert.Web;
import id.kentongan.scenario.office.Addresses;
import id.kentongan.scenario.office.Agent;
import id.kentongan.scenario.office.Office;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Scan, exploit, foothold: in this order, on one machine, within 24 hours, the first two from one address. */
final class ChainAttacks {
    private static final String KIND = "scan-exploit-foothold";
    private static final String NIKTO = "Nikto/2.1.6";
    private static final List<String> WORDS = List.of("backup", "old", "dump", "test", "tmp", "db", "phpinfo", "cgi");

    private final Office office;
    private final Addresses addresses;
    private final Random random;

    ChainAttacks(Office office, Addresses addresses, Random random) {
        this.office = office;
        this.addresses = addresses;
        this.random = random;
    }

    List<Planted> on(Slots day) {
        return List.of(
                chain(office.named("web-disdik"), day.at(10)),
                wrongOrder(office.named("web-desa"), day.at(4)),
                otherAddress(office.named("web-desa"), day.at(11)),
                footholdElsewhere(office.named("web-rsud"), office.named("web-desa"), day.at(14)),
                withoutFoothold(office.named("web-rsud"), day.at(18)));
    }

    private Planted chain(Agent agent, Instant start) {
        String ip = addresses.attacker();
        Script script = new Script(start, random);
        scan(script, agent, ip);
        exploit(script.wait(300, 1200), agent, ip);
        foothold(script.wait(300, 3600), agent);
        idsFlood(script, agent, ip);
        return script.seenByIds(agent, Ids.Signature.WEB_SQL, ip, 80)
                .attack(
                        KIND,
                        agent,
                        ip,
                        ExpectedRule.SCAN_EXPLOIT_FOOTHOLD,
                        "scan (31151), SQL injection that worked (31106), then a new account or a changed page");
    }

    private Planted wrongOrder(Agent agent, Instant start) {
        String ip = addresses.attacker();
        Script script = new Script(start, random);
        foothold(script, agent);
        exploit(script.wait(200, 600), agent, ip);
        scan(script.wait(200, 600), agent, ip);
        return script.nearMiss(KIND, agent, ip, "the same three stages in the opposite order");
    }

    private Planted otherAddress(Agent agent, Instant start) {
        String ip = addresses.attacker();
        String other = addresses.attacker();
        Script script = new Script(start, random);
        scan(script, agent, ip);
        exploit(script.wait(200, 600), agent, other);
        foothold(script.wait(200, 600), agent);
        return script.nearMiss(KIND, agent, ip, "scanned from one address, attacked from " + other);
    }

    private Planted footholdElsewhere(Agent agent, Agent elsewhere, Instant start) {
        String ip = addresses.attacker();
        Script script = new Script(start, random);
        scan(script, agent, ip);
        exploit(script.wait(200, 600), agent, ip);
        foothold(script.wait(200, 600), elsewhere);
        return script.nearMiss(KIND, agent, ip, "the foothold is on agent " + elsewhere.id());
    }

    private Planted withoutFoothold(Agent agent, Instant start) {
        String ip = addresses.attacker();
        Script script = new Script(start, random);
        scan(script, agent, ip);
        exploit(script.wait(200, 600), agent, ip);
        return script.nearMiss(KIND, agent, ip, "scanned and attacked, no foothold");
    }

    /** 13 pages not found, the 14th as composite 31151, and two tools that give themselves away. */
    private void scan(Script script, Agent agent, String ip) {
        for (int i = 0; i < 13; i++) {
            script.add(missing(script.now(), agent, ip, i)).wait(1, 4);
        }
        Alert last = missing(script.now(), agent, ip, 13);
        script.add(last.as(Rule.WEB_SCAN).after(script.newest(13))).wait(2, 5);
        String setup = "/phpMyAdmin/scripts/setup.php";
        script.add(Web.get(script.now(), agent, Rule.SETUP_SCAN, ip, setup, 404))
                .wait(2, 5);
        script.add(Web.request(script.now(), agent, Rule.BAD_AGENT, ip, "GET", "/", 403, NIKTO));
    }

    private static Alert missing(Instant at, Agent agent, String ip, int index) {
        String url = "/" + WORDS.get(index % WORDS.size()) + index + ".zip";
        return Web.get(at, agent, Rule.WEB_400, ip, url, 404);
    }

    private static void exploit(Script script, Agent agent, String ip) {
        String url = "/berita.php?id=7%20union%20select%20null,null,version()";
        script.add(Web.get(script.now(), agent, Rule.SQL_INJECTION, ip, url, 500))
                .wait(5, 20);
        script.add(Web.get(script.now(), agent, Rule.SQL_INJECTION, ip, url + ",user()", 500))
                .wait(5, 20);
        script.add(Web.get(script.now(), agent, Rule.WEB_ATTACK_200, ip, url + "%20from%20pengguna", 200));
    }

    private void foothold(Script script, Agent agent) {
        if (random.nextBoolean()) {
            script.add(Login.userAdded(script.now(), agent, "sysupdate"));
        } else {
            script.add(Files.modified(script.now(), agent, "/var/www/html/index.php", "www-data"));
        }
    }

    /** Nine events of one signature, and the tenth as composite 20152. */
    private static void idsFlood(Script script, Agent agent, String ip) {
        Instant at = script.now().minusSeconds(120);
        for (int i = 0; i < 10; i++) {
            Alert event = Ids.fast(at.plusSeconds(6L * i), agent, Ids.Signature.WEB_SQL, ip, script.port(), 80);
            script.alsoSeen(i < 9 ? event : event.as(Rule.IDS_SAME_ID));
        }
    }
}
