package id.kentongan.desk.inbox;

import id.kentongan.contracts.Topic;
import id.kentongan.desk.health.JobProgress;
import id.kentongan.desk.settings.DeskSettings;
import id.kentongan.desk.steady.SteadyWork;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks the broker now and then how far the job has noted that it read the alerts. Where that is not told, nothing is. */
@Component
class JobWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int PATIENCE_SECONDS = 5;

    private final DeskSettings settings;
    private final JobProgress progress;
    private final Clock clock;
    private final SteadyWork work = new SteadyWork();
    private boolean away;

    JobWatch(DeskSettings settings, JobProgress progress, Clock clock) {
        this.settings = settings;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public void start() {
        work.start("job-watch", this::keepWatching);
    }

    @Override
    public void stop() {
        work.stop(Duration.ofSeconds(10));
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }

    private void keepWatching() {
        while (!work.stopped(PAUSE)) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", settings.kafkaBootstrap()))) {
                do {
                    look(admin);
                    away = false;
                } while (!work.stopped(PAUSE));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException | TimeoutException | RuntimeException fault) {
                if (!away) {
                    LOG.warn("How far the job has read is not known for now: {}", fault.toString());
                }
                away = true;
            }
        }
    }

    private void look(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
        String alerts = Topic.ALERTS.named(settings.topicPrefix());
        Map<TopicPartition, OffsetAndMetadata> noted = admin
                .listConsumerGroupOffsets(Topic.JOB_GROUP)
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .entrySet()
                .stream()
                .filter(one -> one.getKey().topic().equals(alerts) && one.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (noted.isEmpty()) {
            return;
        }
        var ends = admin.listOffsets(
                        noted.keySet().stream().collect(Collectors.toMap(place -> place, place -> OffsetSpec.latest())))
                .all()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        long done = noted.values().stream().mapToLong(OffsetAndMetadata::offset).sum();
        long behind = noted.entrySet().stream()
                .mapToLong(one -> Math.max(
                        0,
                        Objects.requireNonNull(ends.get(one.getKey())).offset()
                                - one.getValue().offset()))
                .sum();
        progress.seen(done, behind, clock.instant());
    }
}
