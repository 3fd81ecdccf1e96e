package id.kentongan.bench.edge;

import id.kentongan.bench.ground.Children;
import id.kentongan.bench.ground.DebianPrograms;
import id.kentongan.bench.ground.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** rsyslogd with its own settings: imfile to omkafka. The fastest of the queues tried is the one set here. */
record Rsyslog(DebianPrograms debian, Children children) implements Shipper {
    private static final String PROGRAM = "usr/sbin/rsyslogd";
    private static final String MODULE = "usr/lib/*/rsyslog/omkafka.so";

    @Override
    public String name() {
        return "rsyslog";
    }

    @Override
    public String settings() {
        return "imfile, direct queue, omkafka with `partitions.auto`, lz4, acks=all, linger.ms=20, librdkafka's queue of"
                + " 1,000,000 messages. Direct was the fastest of those tried: linked list of 1,024 or 4,096 a batch, fixed"
                + " array of 4,096, and four workers; so was imfile's own batch of 1,024 beside one of 4,096";
    }

    @Override
    public boolean ready() throws IOException, InterruptedException {
        return debian.fetch(MODULE, "rsyslog", "rsyslog-kafka") && debian.find(PROGRAM) != null;
    }

    @Override
    public Running start(Trip trip) throws IOException {
        Path settings = Files.writeString(trip.dir().resolve("rsyslog.conf"), settings(trip));
        Path modules = Objects.requireNonNull(debian.find(MODULE)).resolveSibling("");
        return children.start(
                List.of(
                        Objects.requireNonNull(debian.find(PROGRAM)).toString(),
                        "-n",
                        "-f",
                        settings.toString(),
                        "-i",
                        trip.dir().resolve("pid").toString(),
                        "-M",
                        modules.toString()),
                debian.environment(),
                trip.dir().resolve("log"));
    }

    private static String settings(Trip trip) {
        return String.join(
                "\n",
                "global(workDirectory=\"" + trip.dir() + "\" maxMessageSize=\"1m\")",
                "module(load=\"imfile\" mode=\"inotify\")",
                "module(load=\"omkafka\")",
                "template(name=\"raw\" type=\"string\" string=\"%msg%\")",
                "input(type=\"imfile\" File=\"" + trip.alerts() + "\" Tag=\"a\" ruleset=\"out\")",
                "ruleset(name=\"out\" queue.type=\"Direct\") {",
                "  action(type=\"omkafka\" broker=\"" + trip.bootstrap() + "\" topic=\"" + trip.topic() + "\"",
                "    partitions.auto=\"on\" template=\"raw\" action.resumeRetryCount=\"-1\" action.resumeInterval=\"1\"",
                "    confParam=[\"compression.codec=lz4\", \"acks=all\", \"linger.ms=20\",",
                "      \"queue.buffering.max.messages=1000000\", \"queue.buffering.max.kbytes=1048576\"])",
                "}",
                "");
    }
}
