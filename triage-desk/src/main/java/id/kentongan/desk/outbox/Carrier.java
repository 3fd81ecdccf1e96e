package id.kentongan.desk.outbox;

import id.kentongan.desk.outbox.Parcel.Way;
import id.kentongan.desk.settings.DeskSettings;
import id.kentongan.desk.steady.SteadyWork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Carries out what waits in the outbox, on a thread of its own, from start to stop. */
@Component
class Carrier implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(3);

    private final Outbox outbox;
    private final Map<Way, Door> doors = new EnumMap<>(Way.class);
    private final AtomicLong waiting = new AtomicLong();
    private final SteadyWork work = new SteadyWork();
    private boolean faulty;

    Carrier(Outbox outbox, DeskSettings settings, MeterRegistry meters) {
        this.outbox = outbox;
        doors.put(Way.TOPIC, new TopicDoor(settings));
        doors.put(Way.WEBHOOK, new WebhookDoor(settings));
        doors.put(Way.MAIL, new MailDoor(settings));
        Gauge.builder("kentongan_desk_outbox_waiting", waiting, AtomicLong::get).register(meters);
    }

    @Override
    public void start() {
        work.start("outbox", this::keepCarrying);
    }

    @Override
    public void stop() {
        work.stop(Duration.ofSeconds(15));
        doors.values().forEach(Door::close);
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }

    private void keepCarrying() {
        while (!work.stopped(PAUSE)) {
            try {
                carry();
            } catch (RuntimeException databaseAway) {
                tell("the outbox cannot be read: " + databaseAway.getMessage());
                work.stopped(AFTER_FAULT);
            }
        }
    }

    /** A record that does not arrive holds back the records behind it, so that a topic keeps its order. */
    private void carry() {
        boolean topicsHeld = false;
        for (Parcel parcel : outbox.due()) {
            if (work.stopped(Duration.ZERO) || (topicsHeld && parcel.way() == Way.TOPIC)) {
                continue;
            }
            topicsHeld |= !carried(parcel) && parcel.way() == Way.TOPIC;
        }
        waiting.set(outbox.waiting());
    }

    private boolean carried(Parcel parcel) {
        Door door = doors.get(parcel.way());
        try {
            if (door != null) {
                door.send(parcel);
            }
            outbox.sent(parcel);
            faulty = false;
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception fault) {
            String why = fault.getClass().getSimpleName() + ": " + fault.getMessage();
            tell(parcel.way() + " to " + parcel.target() + " did not arrive and is sent again later (" + why + ")");
            outbox.failed(parcel, why);
            return false;
        }
    }

    /** Once when it begins. */
    private void tell(String what) {
        if (!faulty) {
            LOG.warn("{}", what);
        }
        faulty = true;
    }
}
