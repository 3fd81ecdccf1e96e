package id.kentongan.scenario.alert;

import id.kentongan.scenario.office.Agent;
import id.kentongan.scenario.office.WorkingHours;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Lines of a web server's access log. */
public final class Web {
    public static final String BROWSER =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private static final String LOCATION = "/var/log/apache2/access.log";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss XX", Locale.ENGLISH)
            .withZone(WorkingHours.ZONE);

    private Web() {}

    /**
     * One request.
     *
     * @param url as in the log; {@code $(url)} of the rule's description becomes this
     */
    public static Alert request(
            Instant at,
            Agent agent,
            Rule rule,
            String sourceIp,
            String method,
            String url,
            int status,
            String browser) {
        String line = String.format(
                Locale.ROOT,
                "%s - - [%s] \"%s %s HTTP/1.1\" %d %d \"-\" \"%s\"",
                sourceIp,
                TIME.format(at),
                method,
                url,
                status,
                200 + url.length() * 7,
                browser);
        return new Alert(
                        at,
                        rule,
                        agent,
                        Body.log(line)
                                .decoder("web-accesslog")
                                .data("protocol", method, "srcip", sourceIp, "id", Integer.toString(status), "url", url)
                                .at(LOCATION))
                .described("url", url);
    }

    public static Alert get(Instant at, Agent agent, Rule rule, String sourceIp, String url, int status) {
        return request(at, agent, rule, sourceIp, "GET", url, status, BROWSER);
    }
}
