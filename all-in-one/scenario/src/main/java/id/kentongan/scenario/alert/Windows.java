package id.kentongan.scenario.alert;

import id.kentongan.scenario.office.Agent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The Windows security channel: {@code data.win}, never a full_log. */
public final class Windows {
    private Windows() {}

    /** 60106. */
    public static Alert logon(Instant at, Agent agent, String sourceIp, String user) {
        Map<String, Object> event = account(user);
        event.put("logonType", "3");
        event.put("ipAddress", sourceIp);
        event.put("authenticationPackageName", "Kerberos");
        return security(at, agent, Rule.WINDOWS_LOGON, "4624", "AUDIT_SUCCESS", event);
    }

    /** 60137. */
    public static Alert logoff(Instant at, Agent agent, String user) {
        Map<String, Object> event = account(user);
        event.put("logonType", "3");
        return security(at, agent, Rule.WINDOWS_LOGOFF, "4634", "AUDIT_SUCCESS", event);
    }

    /** 60122. */
    public static Alert failed(Instant at, Agent agent, String sourceIp, String user) {
        Map<String, Object> event = account(user);
        event.put("status", "0xc000006d");
        event.put("subStatus", "0xc000006a");
        event.put("logonType", "3");
        event.put("ipAddress", sourceIp);
        event.put("authenticationPackageName", "NTLM");
        return security(at, agent, Rule.WINDOWS_FAILED, "4625", "AUDIT_FAILURE", event);
    }

    private static Map<String, Object> account(String user) {
        return Body.fields(
                "subjectUserSid",
                "S-1-0-0",
                "targetUserName",
                user,
                "targetDomainName",
                "PEMKAB",
                "targetLogonId",
                "0x" + Integer.toHexString(user.hashCode()));
    }

    private static Alert security(
            Instant at, Agent agent, Rule rule, String eventId, String severity, Map<String, Object> event) {
        Map<String, Object> system = Body.fields(
                "providerName",
                "Microsoft-Windows-Security-Auditing",
                "eventID",
                eventId,
                "level",
                "0",
                "channel",
                "Security",
                "computer",
                agent.name().toUpperCase(Locale.ROOT) + ".pemkab.example",
                "systemTime",
                at.toString(),
                "eventRecordID",
                Long.toString(at.getEpochSecond() % 10_000_000),
                "severityValue",
                severity);
        Map<String, Object> win = new LinkedHashMap<>();
        win.put("system", system);
        win.put("eventdata", event);
        return new Alert(
                at,
                rule,
                agent,
                Body.withoutLog()
                        .decoder("windows_eventchannel")
                        .with("data", Map.of("win", win))
                        .at("EventChannel"));
    }
}
