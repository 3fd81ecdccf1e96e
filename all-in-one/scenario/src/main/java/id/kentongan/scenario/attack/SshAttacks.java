package id.kentongan.scenario.attack;

import id.kentongan.scenario.alert.Alert;
import id.kentongan.scenario.alert.Ids;
import id.kentongan.scenario.alert.Login;
import id.kentongan.scenario.alert.Rule;
import id.kentongan.scenario.office.Addresses;
import id.kentongan.scenario.office.Agent;
import id.kentongan.scenario.office.Office;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * Password guessing over ssh that ends in a success: at least 6 failures or one composite, then a success, same address
 * and machine, within 15 minutes.
 */
final class SshAttacks {
    private static final String KIND = "brute-force-success";

    private final Office office;
    private final Addresses addresses;
    private final Random random;

    SshAttacks(Office office, Addresses addresses, Random random) {
        this.office = office;
        this.addresses = addresses;
        this.random = random;
    }

    List<Planted> on(Slots day) {
        return List.of(
                patient(office.named("srv-bapenda"), day.at(2)),
                loud(office.named("srv-simpeg"), day.at(9)),
                fromKnownBadAddress(office.named("srv-bapenda"), day.at(19)),
                fiveFailures(office.named("srv-sipd"), day.at(8)),
                successFromElsewhere(office.named("srv-sipd"), day.at(13)),
                successTooLate(office.named("srv-sipd"), day.at(17)));
    }

    /** Stays below Wazuh's own composite: never 8 failures in 120 seconds. */
    private Planted patient(Agent agent, Instant start) {
        String ip = addresses.attacker();
        Script script = failures(new Script(start, random), agent, ip, 7, 20, 35);
        script.add(Login.accepted(script.now(), agent, Rule.SSH_ACCEPTED, ip, script.port(), "operator"));
        return script.seenByIds(agent, Ids.Signature.SSH_SCAN, ip, 22)
                .attack(KIND, agent, ip, ExpectedRule.BRUTE_FORCE_SUCCESS, "7 failures, then a success (5715)");
    }

    /** Fast enough for 5763, and so the success comes as 40112. */
    private Planted loud(Agent agent, Instant start) {
        String ip = addresses.attacker();
        Script script = new Script(start, random);
        for (int i = 0; i < 7; i++) {
            script.add(Login.wrongPassword(script.now(), agent, ip, script.port(), "root"))
                    .wait(3, 9);
        }
        Alert eighth = Login.wrongPassword(script.now(), agent, ip, script.port(), "root");
        script.add(eighth.as(Rule.SSH_BRUTE_FORCE).after(script.newest(7))).wait(20, 60);
        Alert success = Login.accepted(script.now(), agent, Rule.BRUTE_FORCE_THEN_SUCCESS, ip, script.port(), "root");
        script.add(success.after(script.newest(1))).wait(30, 90);
        script.add(Login.sudo(script.now(), agent, "root", "/usr/bin/id"));
        return script.seenByIds(agent, Ids.Signature.SSH_SCAN, ip, 22)
                .attack(
                        KIND,
                        agent,
                        ip,
                        ExpectedRule.BRUTE_FORCE_SUCCESS,
                        "composite 5763, then a success seen by Wazuh as 40112",
                        ExpectedRule.BRUTE_FORCE);
    }

    /** The success is on a list of bad addresses: 99903 instead of 5715. */
    private Planted fromKnownBadAddress(Agent agent, Instant start) {
        String ip = addresses.attacker();
        Script script = new Script(start, random);
        for (int i = 0; i < 6; i++) {
            script.add(Login.pamFailed(script.now(), agent, ip, script.port(), "backup"))
                    .wait(20, 50);
        }
        script.add(Login.tooMany(script.now(), agent, ip, script.port(), "backup"))
                .wait(40, 90);
        script.add(Login.accepted(script.now(), agent, Rule.SSH_FROM_BAD_ADDRESS, ip, script.port(), "backup"));
        return script.attack(
                KIND, agent, ip, ExpectedRule.BRUTE_FORCE_SUCCESS, "7 failures, then a success seen as 99903");
    }

    private Planted fiveFailures(Agent agent, Instant start) {
        String ip = addresses.attacker();
        Script script = failures(new Script(start, random), agent, ip, 5, 5, 25);
        script.add(Login.accepted(script.now(), agent, Rule.SSH_ACCEPTED, ip, script.port(), "joko"));
        return script.nearMiss(KIND, agent, ip, "5 failures only, then a success");
    }

    private Planted successFromElsewhere(Agent agent, Instant start) {
        String ip = addresses.attacker();
        String other = addresses.attacker();
        Script script = failures(new Script(start, random), agent, ip, 20, 40, 50);
        script.add(Login.accepted(script.now(), agent, Rule.SSH_ACCEPTED, other, script.port(), "joko"));
        return script.nearMiss(KIND, agent, ip, "20 failures from one address, the success from " + other);
    }

    private Planted successTooLate(Agent agent, Instant start) {
        String ip = addresses.attacker();
        Script script = failures(new Script(start, random), agent, ip, 7, 18, 25);
        script.wait(20 * 60, 21 * 60);
        script.add(Login.accepted(script.now(), agent, Rule.SSH_ACCEPTED, ip, script.port(), "joko"));
        return script.nearMiss(KIND, agent, ip, "7 failures, the success 20 minutes after");
    }

    private static Script failures(Script script, Agent agent, String ip, int count, int least, int most) {
        for (int i = 0; i < count; i++) {
            int port = script.port();
            script.add(
                    i % 3 == 0
                            ? Login.unknownUser(script.now(), agent, ip, port, "admin")
                            : Login.wrongPassword(script.now(), agent, ip, port, "operator"));
            script.wait(least, most);
        }
        return script;
    }
}
