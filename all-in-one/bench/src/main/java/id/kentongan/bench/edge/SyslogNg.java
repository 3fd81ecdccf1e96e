package id.kentongan.bench.edge;

import id.kentongan.bench.ground.Children;
import id.kentongan.bench.ground.DebianPrograms;
import id.kentongan.bench.ground.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** syslog-ng with its own settings: file to kafka-c. */
record SyslogNg(DebianPrograms debian, Children children) implements Shipper {
    private static final String PROGRAM = "usr/sbin/syslog-ng";
    private static final String MODULE = "usr/lib/syslog-ng/*/libkafka.so";

    @Override
    public String name() {
        return "syslog-ng";
    }

    @Override
    public String settings() {
        return "file() with no-parse, kafka-c() with two workers, lz4, acks=all, linger.ms=20, flow-control,"
                + " librdkafka's queue of 1,000,000 messages. One worker with greater windows was 7 % slower";
    }

    @Override
    public boolean ready() throws IOException, InterruptedException {
        return debian.fetch(MODULE, "syslog-ng-core", "syslog-ng-mod-rdkafka") && debian.find(PROGRAM) != null;
    }

    @Override
    public Running start(Trip trip) throws IOException {
        Path dir = trip.dir();
        Path settings = Files.writeString(dir.resolve("syslog-ng.conf"), settings(trip));
        return children.start(
                List.of(
                        Objects.requireNonNull(debian.find(PROGRAM)).toString(),
                        "-F",
                        "--no-caps",
                        "-f",
                        settings.toString(),
                        "-R",
                        dir.resolve("persist").toString(),
                        "-p",
                        dir.resolve("pid").toString(),
                        "-c",
                        dir.resolve("control").toString(),
                        "--module-path="
                                + Objects.requireNonNull(debian.find(MODULE)).getParent()),
                debian.environment(),
                dir.resolve("log"));
    }

    private static String settings(Trip trip) {
        return String.join(
                "\n",
                "@version: 3.38",
                "@module affile",
                "@module kafka",
                "options { log-msg-size(1048576); stats-freq(0); use-dns(no); dns-cache(no); keep-hostname(yes); };",
                "source s { file(\"" + trip.alerts() + "\" flags(no-parse) follow-freq(0.1)",
                "  log-iw-size(10000) log-fetch-limit(1000)); };",
                "destination d { kafka-c(bootstrap-servers(\"" + trip.bootstrap() + "\") topic(\"" + trip.topic()
                        + "\")",
                "  message(\"$MSG\") workers(2) log-fifo-size(200000) config(compression.codec(\"lz4\") acks(\"all\")",
                "  linger.ms(\"20\") queue.buffering.max.messages(\"1000000\")",
                "  queue.buffering.max.kbytes(\"1048576\"))); };",
                "log { source(s); destination(d); flags(flow-control); };",
                "");
    }
}
