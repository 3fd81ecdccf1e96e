package id.kentongan.scenario.alert;

import id.kentongan.scenario.office.Agent;
import java.time.Instant;

/** Lines of sshd, PAM and sudo. */
public final class Login {
    private static final String LOCATION = "/var/log/auth.log";

    private Login() {}

    /** 5710: a name that the machine does not know. */
    public static Alert unknownUser(Instant at, Agent agent, String sourceIp, int port, String user) {
        return new Alert(
                at,
                Rule.SSH_UNKNOWN_USER,
                agent,
                sshd(at, agent, port, "Invalid user " + user + " from " + sourceIp + " port " + port)
                        .data("srcip", sourceIp, "srcport", Integer.toString(port), "srcuser", user)
                        .at(LOCATION));
    }

    /** 5760: a wrong password. */
    public static Alert wrongPassword(Instant at, Agent agent, String sourceIp, int port, String user) {
        return password(at, agent, Rule.SSH_FAILED, "Failed", sourceIp, port, user);
    }

    /** 5715, or the rule that takes the success over. */
    public static Alert accepted(Instant at, Agent agent, Rule rule, String sourceIp, int port, String user) {
        return password(at, agent, rule, "Accepted", sourceIp, port, user).described("srcip", sourceIp);
    }

    /** 5758: sshd itself hangs up. */
    public static Alert tooMany(Instant at, Agent agent, String sourceIp, int port, String user) {
        String message = "error: maximum authentication attempts exceeded for " + user + " from " + sourceIp + " port "
                + port + " ssh2 [preauth]";
        return new Alert(
                at,
                Rule.SSH_TOO_MANY,
                agent,
                sshd(at, agent, port, message)
                        .data("srcip", sourceIp, "srcport", Integer.toString(port), "dstuser", user)
                        .at(LOCATION));
    }

    /** 5503: PAM's own line of a failed login. */
    public static Alert pamFailed(Instant at, Agent agent, String sourceIp, int port, String user) {
        String message = "pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost="
                + sourceIp + "  user=" + user;
        return new Alert(
                at,
                Rule.PAM_FAILED,
                agent,
                Body.syslog(at, agent.name(), process("sshd", port), message)
                        .decoder("pam")
                        .data("srcip", sourceIp, "dstuser", user, "uid", "0", "euid", "0", "tty", "ssh")
                        .at(LOCATION));
    }

    /** 5501 and 5502: a session begins or ends. */
    public static Alert session(Instant at, Agent agent, boolean opened, String service, String user) {
        String message = "pam_unix(" + service + ":session): session " + (opened ? "opened" : "closed") + " for user "
                + user + (opened ? "(uid=0) by (uid=0)" : "");
        Body body = Body.syslog(at, agent.name(), service, message).decoder("pam", "pam");
        return new Alert(
                at,
                opened ? Rule.PAM_OPENED : Rule.PAM_CLOSED,
                agent,
                (opened ? body.data("dstuser", user, "uid", "0") : body.data("dstuser", user)).at(LOCATION));
    }

    /** 5402. */
    public static Alert sudo(Instant at, Agent agent, String user, String command) {
        String home = "/home/" + user;
        String message = user + " : TTY=pts/0 ; PWD=" + home + " ; USER=root ; COMMAND=" + command;
        return new Alert(
                at,
                Rule.SUDO_TO_ROOT,
                agent,
                Body.syslog(at, agent.name(), "sudo", message)
                        .with(
                                "decoder",
                                Body.fields(
                                        "parent", "sudo",
                                        "name", "sudo",
                                        "ftscomment", "First time user executed the sudo command"))
                        .data("srcuser", user, "dstuser", "root", "tty", "pts/0", "pwd", home, "command", command)
                        .at(LOCATION));
    }

    /** 5902. */
    public static Alert userAdded(Instant at, Agent agent, String user) {
        String message = "new user: name=" + user + ", UID=1007, GID=1007, home=/home/" + user
                + ", shell=/bin/bash, from=/dev/pts/1";
        return new Alert(
                at,
                Rule.USER_ADDED,
                agent,
                Body.syslog(at, agent.name(), "useradd[20117]", message)
                        .decoder("useradd")
                        .data("dstuser", user, "uid", "1007", "gid", "1007", "home", "/home/" + user)
                        .at(LOCATION));
    }

    private static Alert password(
            Instant at, Agent agent, Rule rule, String outcome, String sourceIp, int port, String user) {
        String message = outcome + " password for " + user + " from " + sourceIp + " port " + port + " ssh2";
        return new Alert(
                at,
                rule,
                agent,
                sshd(at, agent, port, message)
                        .data("srcip", sourceIp, "srcport", Integer.toString(port), "dstuser", user)
                        .at(LOCATION));
    }

    private static Body sshd(Instant at, Agent agent, int port, String message) {
        return Body.syslog(at, agent.name(), process("sshd", port), message).decoder("sshd", "sshd");
    }

    private static String process(String program, int port) {
        return program + "[" + (1000 + port % 30000) + "]";
    }
}
