package id.kentongan.desk.inbox;

import id.kentongan.contracts.Topic;
import id.kentongan.desk.settings.DeskSettings;
import java.time.Clock;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads what the job tells besides cases: findings, and how the rules stand. */
@Component
@Lazy(false)
class SideReaders implements SmartLifecycle {
    private final List<KeepsReading> readers;

    SideReaders(
            DeskSettings settings,
            Positions positions,
            FindingReception findings,
            StandingReception standings,
            Clock clock) {
        readers = List.of(
                new KeepsReading(Topic.FINDINGS, settings, positions, findings, clock),
                new KeepsReading(Topic.RULE_STATUS, settings, positions, standings, clock));
    }

    @Override
    public void start() {
        readers.forEach(KeepsReading::start);
    }

    @Override
    public void stop() {
        readers.forEach(KeepsReading::stop);
    }

    @Override
    public boolean isRunning() {
        return readers.stream().anyMatch(KeepsReading::isRunning);
    }
}
