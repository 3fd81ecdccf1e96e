package id.kentongan.scenario.noise;

import id.kentongan.scenario.alert.Alert;
import id.kentongan.scenario.alert.Files;
import id.kentongan.scenario.alert.Ids;
import id.kentongan.scenario.alert.Login;
import id.kentongan.scenario.alert.Rule;
import id.kentongan.scenario.alert.Web;
import id.kentongan.scenario.office.Addresses;
import id.kentongan.scenario.office.Agent;
import id.kentongan.scenario.office.Agent.Kind;
import id.kentongan.scenario.office.Office;
import id.kentongan.scenario.office.People;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** What strangers and machines do, day and night. */
final class InternetNoise {
    private static final List<String> MISSING = List.of(
            "/wp-login.php",
            "/xmlrpc.php",
            "/berita/pengumuman-lama.html",
            "/index.php/component/users",
            "/informasi-publik/2019/daftar.pdf",
            "/.env",
            "/actuator/health",
            "/admin/login");
    private static final List<String> SUSPICIOUS = List.of("/server-status", "/config.php.bak", "/.ssh/id_rsa");
    private static final List<String> SYSTEM_FILES =
            List.of("/etc/resolv.conf", "/etc/cups/subscriptions.conf", "/etc/ld.so.cache", "/etc/hosts.deny");

    private final Addresses addresses;
    private final Quiet quiet;
    private final FailureLimits limits;
    private final Random random;
    private final List<Agent> web;
    private final List<Agent> linux;
    private final List<Agent> sensors;
    private final Agent manager;

    InternetNoise(Office office, Addresses addresses, Quiet quiet, FailureLimits limits, Random random) {
        this.addresses = addresses;
        this.quiet = quiet;
        this.limits = limits;
        this.random = random;
        this.web = office.of(Kind.WEB);
        this.linux = office.of(Kind.WEB, Kind.SERVER, Kind.MAIL, Kind.FIREWALL);
        this.sensors = office.of(Kind.FIREWALL, Kind.WEB);
        this.manager = office.manager();
    }

    void act(Instant at, List<Alert> into) {
        int dice = random.nextInt(100);
        if (dice < 20) {
            guessPassword(at, into);
        } else if (dice < 34) {
            cron(at, into);
        } else if (dice < 42) {
            suricata(at, into);
        } else if (dice < 47) {
            systemFile(at, into);
        } else if (dice < 49) {
            into.add(Web.get(at, any(web), Rule.SUSPICIOUS_URL, addresses.scanner(random), any(SUSPICIOUS), 404));
        } else if (dice < 51) {
            String url = "/index.php?page=../../../../etc/passwd";
            into.add(Web.get(at, any(web), Rule.WEB_ATTACK, addresses.prober(random), url, 404));
        } else if (dice < 54) {
            into.add(Web.get(at, any(web), Rule.WEB_500, addresses.visitor(random), "/layanan/antrian", 500));
        } else {
            into.add(Web.get(at, any(web), Rule.WEB_400, addresses.visitor(random), any(MISSING), 404));
        }
    }

    private void guessPassword(Instant at, List<Alert> into) {
        Agent agent = any(linux);
        String sourceIp = addresses.passwordGuesser(random);
        if (!limits.allows(agent, sourceIp, at)) {
            into.add(Web.get(at, any(web), Rule.WEB_400, addresses.visitor(random), any(MISSING), 404));
        } else if (random.nextInt(3) > 0) {
            into.add(Login.unknownUser(at, agent, sourceIp, port(), People.guess(random)));
        } else {
            into.add(Login.wrongPassword(at, agent, sourceIp, port(), "root"));
        }
    }

    private void cron(Instant at, List<Alert> into) {
        Agent agent = random.nextInt(6) == 0 ? manager : any(linux);
        into.add(Login.session(at, agent, random.nextBoolean(), "CRON", "root"));
    }

    private void suricata(Instant at, List<Alert> into) {
        Ids.Signature signature = random.nextBoolean() ? Ids.Signature.TLS_RECORD : Ids.Signature.STREAM;
        into.add(Ids.eve(at, any(sensors), signature, addresses.visitor(random), port(), 443));
    }

    private void systemFile(Instant at, List<Alert> into) {
        Agent agent = any(linux);
        if (quiet.forFiles(agent)) {
            into.add(Login.session(at, agent, true, "CRON", "root"));
        } else if (random.nextInt(12) == 0) {
            into.add(Files.deleted(at, agent, "/etc/apt/sources.list.d/lama.list", "root"));
        } else {
            into.add(Files.modified(at, agent, any(SYSTEM_FILES), "root"));
        }
    }

    private int port() {
        return 20_000 + random.nextInt(40_000);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
