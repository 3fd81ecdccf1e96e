package id.kentongan.job;

import id.kentongan.standin.StandIn;

/** Stands in for the job: its overview shows one that runs. */
public final class KentonganJob {
    private KentonganJob() {}

    public static void main(String[] arguments) throws Exception {
        StandIn.serve(
                StandIn.settings(arguments[0]).getProperty("rest.port"),
                "/jobs/overview",
                "{\"jobs\":[{\"state\":\"RUNNING\"}]}");
    }
}
