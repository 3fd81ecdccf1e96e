package id.kentongan.allinone.instance;

/** What listens, all of it on 127.0.0.1, and where by default. */
public enum Port {
    KAFKA("Kafka", 19092),
    KAFKA_CONTROLLER("Kafka's controller", 19093),
    POSTGRES("PostgreSQL", 15432),
    FLINK("Flink", 18081),
    DESK("the triage desk", 18080),
    DESK_MANAGEMENT("the desk's metrics", 9484),
    FORWARDER_METRICS("the forwarder's metrics", 9480),
    JOB_METRICS("the job's metrics", 9482);

    private final String spoken;
    private final int usual;

    Port(String spoken, int usual) {
        this.spoken = spoken;
        this.usual = usual;
    }

    public String spoken() {
        return spoken;
    }

    public int usual() {
        return usual;
    }
}
