package id.kentongan.scenario.noise;

import id.kentongan.scenario.alert.Alert;
import id.kentongan.scenario.alert.Files;
import id.kentongan.scenario.alert.Login;
import id.kentongan.scenario.alert.Mail;
import id.kentongan.scenario.alert.Rule;
import id.kentongan.scenario.alert.Web;
import id.kentongan.scenario.alert.Windows;
import id.kentongan.scenario.office.Addresses;
import id.kentongan.scenario.office.Agent;
import id.kentongan.scenario.office.Agent.Kind;
import id.kentongan.scenario.office.Office;
import id.kentongan.scenario.office.People;
import id.kentongan.scenario.office.WorkingHours;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;

/** What the people of the office do. */
final class StaffNoise {
    private static final List<String> COMMANDS = List.of(
            "/usr/bin/systemctl reload apache2",
            "/usr/bin/apt-get update",
            "/usr/bin/tail -n 100 /var/log/syslog",
            "/usr/bin/docker ps");

    private final Quiet quiet;
    private final FailureLimits limits;
    private final Random random;
    private final List<Agent> windows;
    private final List<Agent> mail;
    private final List<Agent> web;
    private final List<Agent> linux;

    StaffNoise(Office office, Quiet quiet, FailureLimits limits, Random random) {
        this.quiet = quiet;
        this.limits = limits;
        this.random = random;
        this.windows = office.of(Kind.WINDOWS);
        this.mail = office.of(Kind.MAIL);
        this.web = office.of(Kind.WEB);
        this.linux = office.of(Kind.WEB, Kind.SERVER, Kind.MAIL, Kind.FIREWALL);
    }

    void act(Instant at, List<Alert> into) {
        int dice = random.nextInt(100);
        if (dice < 34) {
            into.add(Windows.logon(at, any(windows), Addresses.inside(random), People.staff(random)));
        } else if (dice < 50) {
            into.add(Windows.logoff(at, any(windows), People.staff(random)));
        } else if (dice < 52) {
            into.add(Windows.failed(at, any(windows), Addresses.inside(random), People.staff(random)));
        } else if (dice < 82) {
            into.add(Mail.login(at, any(mail), Addresses.inside(random), People.staff(random)));
        } else if (dice < 90) {
            into.add(Login.session(at, any(linux), random.nextBoolean(), "sshd", People.admin(random)));
        } else if (dice < 94) {
            into.add(Login.sudo(at, any(linux), People.admin(random), any(COMMANDS)));
        } else if (dice < 98) {
            administrator(at, into);
        } else {
            upload(at, into);
        }
    }

    /** An administrator logs in, sometimes after a slip of the finger. */
    private void administrator(Instant at, List<Alert> into) {
        Agent agent = any(linux);
        String desk = Addresses.inside(random);
        String user = People.admin(random);
        int port = 20_000 + random.nextInt(40_000);
        if (random.nextInt(5) == 0 && limits.allows(agent, desk, at)) {
            into.add(Login.wrongPassword(at, agent, desk, port, user));
        }
        into.add(Login.accepted(at.plusMillis(4_100), agent, Rule.SSH_ACCEPTED, desk, port, user));
    }

    /** Someone publishes a picture. */
    private void upload(Instant at, List<Alert> into) {
        Agent agent = any(web);
        if (quiet.forUploads(agent) || quiet.forFiles(agent)) {
            into.add(Login.sudo(at, agent, People.admin(random), any(COMMANDS)));
            return;
        }
        ZonedDateTime local = at.atZone(WorkingHours.ZONE);
        String folder = String.format("/wp-content/uploads/%d/%02d/", local.getYear(), local.getMonthValue());
        String desk = Addresses.inside(random);
        into.add(Web.request(at, agent, Rule.UPLOAD, desk, "POST", "/wp-admin/async-upload.php", 200, Web.BROWSER));
        String file = "/var/www/html" + folder + "kegiatan-" + random.nextInt(10_000) + ".jpg";
        into.add(Files.added(at.plusMillis(700), agent, file, "www-data"));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
