package id.kentongan.desk.inbox;

import id.kentongan.contracts.LedgerRecord;
import id.kentongan.contracts.RuleStatus;
import id.kentongan.contracts.SourceRecord;
import id.kentongan.contracts.Topic;
import id.kentongan.desk.health.GapBook;
import id.kentongan.desk.health.SourceBook;
import id.kentongan.desk.rules.RuleStandings;
import id.kentongan.desk.settings.DeskSettings;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Reads what job and forwarders tell besides cases and alerts: findings, how rules and sources stand, what was refused. */
@Component
class SideReaders implements SmartLifecycle {
    private final List<KeepsReading> readers;

    SideReaders(
            DeskSettings settings,
            Positions positions,
            FindingReception findings,
            RejectedReception rejected,
            RuleStandings standings,
            SourceBook sources,
            GapBook gaps,
            NewestPerKey.Tools tools,
            Clock clock) {
        readers = List.of(
                new KeepsReading(Topic.FINDINGS, settings, positions, findings, clock),
                new KeepsReading(Topic.ALERTS_REJECTED, settings, positions, rejected, clock),
                new KeepsReading(
                        Topic.RULE_STATUS, settings, positions, new NewestPerKey<>(standing(standings), tools), clock),
                new KeepsReading(Topic.SOURCES, settings, positions, new NewestPerKey<>(entry(sources), tools), clock),
                new KeepsReading(
                        Topic.LEDGER, settings, positions, new NewestPerKey<>(ledger(sources, gaps), tools), clock));
    }

    private static NewestPerKey.Kind<RuleStatus> standing(RuleStandings standings) {
        return new NewestPerKey.Kind<>(
                "rule-status",
                RuleStatus.class,
                RuleStatus::slug,
                told -> Stream.of(told.inForceFrom()),
                standings::take,
                standings::forget,
                () -> {});
    }

    private static NewestPerKey.Kind<SourceRecord> entry(SourceBook sources) {
        return new NewestPerKey.Kind<>(
                "source",
                SourceRecord.class,
                SourceRecord::source,
                told -> Stream.of(told.since()),
                sources::take,
                sources::forgetEntry,
                sources::trim);
    }

    private static NewestPerKey.Kind<LedgerRecord> ledger(SourceBook sources, GapBook gaps) {
        return new NewestPerKey.Kind<>(
                "ledger",
                LedgerRecord.class,
                LedgerRecord::source,
                told -> Stream.of(told.began(), told.at(), told.upTo(), told.lastAlert()),
                told -> {
                    sources.take(told);
                    gaps.take(told.gaps());
                },
                sources::forgetLedger,
                gaps::trim);
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
