package id.kentongan.standin;

import java.util.Properties;

/** Stands in for the triage desk: healthy. */
public final class Desk {
    private Desk() {}

    public static void main(String[] arguments) throws Exception {
        String settings = arguments[0].substring(arguments[0].indexOf("=file:") + "=file:".length());
        Properties read = StandIn.settings(settings);
        StandIn.serve(read.getProperty("management.server.port"), "/actuator/health", "{\"status\":\"UP\"}");
    }
}
