package id.kentongan.scenario.attack;

import id.kentongan.scenario.alert.Alert;
import id.kentongan.scenario.alert.Login;
import id.kentongan.scenario.alert.Mail;
import id.kentongan.scenario.alert.Rule;
import id.kentongan.scenario.office.Addresses;
import id.kentongan.scenario.office.Agent;
import id.kentongan.scenario.office.Office;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Guessing without success: at least 10 failures or one composite on one machine within 5 minutes, any addresses. */
final class LoginFloods {
    private static final String KIND = "brute-force";

    private final Office office;
    private final Addresses addresses;
    private final Random random;

    LoginFloods(Office office, Addresses addresses, Random random) {
        this.office = office;
        this.addresses = addresses;
        this.random = random;
    }

    List<Planted> on(Slots day) {
        return List.of(
                mailboxes(office.named("mail-pemkab"), day.at(5)),
                composite(office.named("fw-diskominfo"), day.at(21)),
                nine(office.named("srv-arsip"), day.at(9)),
                spread(office.named("srv-arsip"), day.at(16)));
    }

    /** Three addresses take turns, so that no composite of Wazuh sees it. */
    private Planted mailboxes(Agent agent, Instant start) {
        List<String> ips = List.of(addresses.attacker(), addresses.attacker(), addresses.attacker());
        Script script = new Script(start, random);
        for (int i = 0; i < 12; i++) {
            script.add(Mail.failed(script.now(), agent, ips.get(i % 3), "info" + i))
                    .wait(10, 20);
        }
        return script.attack(
                KIND, agent, ips.get(0), ExpectedRule.BRUTE_FORCE, "12 failures in 4 minutes from 3 addresses");
    }

    private Planted composite(Agent agent, Instant start) {
        String ip = addresses.attacker();
        Script script = new Script(start, random);
        for (int i = 0; i < 7; i++) {
            script.add(Login.unknownUser(script.now(), agent, ip, script.port(), "user" + i))
                    .wait(4, 12);
        }
        Alert eighth = Login.unknownUser(script.now(), agent, ip, script.port(), "user8");
        script.add(eighth.as(Rule.SSH_UNKNOWN_USERS).after(script.newest(7)));
        return script.attack(KIND, agent, ip, ExpectedRule.BRUTE_FORCE, "composite 5712");
    }

    private Planted nine(Agent agent, Instant start) {
        List<String> ips = List.of(addresses.attacker(), addresses.attacker(), addresses.attacker());
        Script script = new Script(start, random);
        for (int i = 0; i < 9; i++) {
            script.add(Login.unknownUser(script.now(), agent, ips.get(i % 3), script.port(), "web" + i))
                    .wait(15, 30);
        }
        return script.nearMiss(KIND, agent, ips.get(0), "9 failures in 5 minutes");
    }

    private Planted spread(Agent agent, Instant start) {
        String ip = addresses.attacker();
        Script script = new Script(start, random);
        for (int i = 0; i < 10; i++) {
            script.add(Login.wrongPassword(script.now(), agent, ip, script.port(), "root"))
                    .wait(125, 135);
        }
        return script.nearMiss(KIND, agent, ip, "10 failures, spread over 20 minutes");
    }
}
