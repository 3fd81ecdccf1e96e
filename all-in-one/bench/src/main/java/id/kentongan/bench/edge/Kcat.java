package id.kentongan.bench.edge;

import id.kentongan.bench.ground.Children;
import id.kentongan.bench.ground.DebianPrograms;
import id.kentongan.bench.ground.Running;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** The measure: sends bare lines, keyless, and knows nothing of them afterwards. */
record Kcat(DebianPrograms debian, Children children) implements Shipper {
    private static final String PROGRAM = "usr/bin/kcat";

    @Override
    public String name() {
        return "kcat";
    }

    @Override
    public String settings() {
        return "`kcat -P -l FILE -z lz4 -X acks=all -X linger.ms=20` (the forwarder's linger)";
    }

    @Override
    public boolean ready() throws IOException, InterruptedException {
        return debian.fetch(PROGRAM, "kcat");
    }

    @Override
    public Running start(Trip trip) throws IOException {
        String program = Objects.requireNonNull(debian.find(PROGRAM)).toString();
        return children.start(
                List.of(
                        program,
                        "-P",
                        "-b",
                        trip.bootstrap(),
                        "-t",
                        trip.topic(),
                        "-z",
                        "lz4",
                        "-X",
                        "acks=all",
                        "-X",
                        "linger.ms=20",
                        "-l",
                        trip.alerts().toString()),
                debian.environment(),
                trip.dir().resolve("log"));
    }
}
