package id.kentongan.forwarder.install;

import id.kentongan.contracts.SourceRecord;
import id.kentongan.contracts.Topic;
import id.kentongan.forwarder.checkpoint.Checkpoint;
import id.kentongan.forwarder.checkpoint.CheckpointFile;
import id.kentongan.forwarder.checkpoint.StateLock;
import id.kentongan.forwarder.forward.Delivery;
import id.kentongan.forwarder.forward.Producers;
import id.kentongan.forwarder.forward.Tally;
import id.kentongan.forwarder.settings.ForwarderSettings;
import id.kentongan.forwarder.settings.SourceSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;

/** Tells everybody that a source sends nothing more, so that nobody waits for it or misses it. */
final class Retire {
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private final ForwarderSettings settings;
    private final Clock clock;

    Retire(ForwarderSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    int run(String name, Consumer<String> say) throws IOException {
        Optional<SourceSettings> source = settings.sources().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        if (source.isEmpty()) {
            say.accept(Plain.line("FAULT  the settings have no source " + name + "; retire it before you take it out"));
            return 1;
        }
        try (StateLock lock = StateLock.take(settings.stateDir())) {
            if (lock == null) {
                say.accept("FAULT  the forwarder runs: systemctl stop kentongan-forwarder, then again");
                return 1;
            }
            return retire(source.get(), say);
        }
    }

    private int retire(SourceSettings source, Consumer<String> say) throws IOException {
        Checkpoint last = new CheckpointFile(settings.stateDir(), source.name()).read();
        if (last == null) {
            say.accept("ok     " + source.name() + " never sent anything: there is nothing to take back");
            return 0;
        }
        try (Delivery delivery = delivery(source, last)) {
            delivery.awaitTopic();
            delivery.heartbeat(clock.instant(), true);
            delivery.post(Topic.SOURCES, retired(source));
            if (answered(delivery)) {
                say.accept(
                        "does   " + source.name() + " is retired: take it out of the settings before the next start");
                return 0;
            }
            say.accept("FAULT  Kafka has not confirmed it within " + ANSWER.toSeconds() + " s: try again");
        } catch (KafkaException e) {
            say.accept(Plain.line("FAULT  Kafka at " + settings.kafkaBootstrap() + " cannot be used (" + e.getMessage()
                    + "): kentongan-forwarder check says more"));
        }
        return 1;
    }

    private Delivery delivery(SourceSettings source, Checkpoint last) throws IOException {
        return new Delivery(
                Producers.open(settings.kafkaProperties(), source.name(), ANSWER),
                settings.topicPrefix(),
                source.name(),
                last,
                Integer.MAX_VALUE,
                new Tally());
    }

    private SourceRecord retired(SourceSettings source) {
        return new SourceRecord(
                source.name(),
                settings.host(),
                source.kind().name().toLowerCase(Locale.ROOT),
                source.delay().toMillis(),
                clock.instant(),
                true);
    }

    private boolean answered(Delivery delivery) throws IOException {
        long until = System.nanoTime() + ANSWER.toNanos();
        try {
            while (delivery.waiting() && System.nanoTime() < until) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for Kafka", e);
        }
        return !delivery.waiting();
    }
}
