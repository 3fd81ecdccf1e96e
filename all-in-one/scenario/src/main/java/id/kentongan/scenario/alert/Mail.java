package id.kentongan.scenario.alert;

import id.kentongan.scenario.office.Agent;
import java.time.Instant;

/** Lines of the mail server. */
public final class Mail {
    private static final String LOCATION = "/var/log/mail.log";

    private Mail() {}

    /** 9701. The stock decoder takes no field out of this line. */
    public static Alert login(Instant at, Agent agent, String sourceIp, String user) {
        String message = "imap-login: Login: user=<" + user + ">, method=PLAIN, rip=" + sourceIp + ", lip=" + agent.ip()
                + ", mpid=" + (9000 + Math.floorMod(at.hashCode(), 9000)) + ", TLS, session=<"
                + Integer.toHexString(at.hashCode()) + ">";
        return new Alert(
                at,
                Rule.MAIL_LOGIN,
                agent,
                Body.syslog(at, agent.name(), "dovecot", message)
                        .decoder("dovecot", "dovecot")
                        .at(LOCATION));
    }

    /** 9705. */
    public static Alert failed(Instant at, Agent agent, String sourceIp, String user) {
        String message = "imap-login: Disconnected (auth failed, 1 attempts in 3 secs): user=<" + user
                + ">, method=PLAIN, rip=" + sourceIp + ", lip=" + agent.ip() + ", TLS, session=<"
                + Integer.toHexString(at.hashCode()) + ">";
        return new Alert(
                at,
                Rule.MAIL_FAILED,
                agent,
                Body.syslog(at, agent.name(), "dovecot", message)
                        .decoder("dovecot", "dovecot")
                        .data("srcip", sourceIp, "dstip", "" + agent.ip(), "srcuser", "<" + user + ">")
                        .at(LOCATION));
    }
}
