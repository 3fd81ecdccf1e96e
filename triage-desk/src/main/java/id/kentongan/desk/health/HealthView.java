package id.kentongan.desk.health;

import id.kentongan.contracts.Gap;
import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.page.Visible;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The page as the template shows it: every text is safe to look at and still to be escaped; null = not known.
 *
 * @param mark changes when anything that is shown changes
 */
record HealthView(
        String word,
        List<Lack> missing,
        List<Source> sources,
        List<Hole> gaps,
        String gapCount,
        List<Count> rejected,
        List<Line> latestRejected,
        List<Count> refused,
        List<Line> latestRefused,
        List<Lag> readers,
        Lag job,
        List<Parcels> leaving,
        @Nullable String newestCase,
        String mark) {
    /** @param reason of a gap, as a message; empty for all else */
    record Lack(String kind, String what, String since, String until, String reason, String detail, String count) {}

    record Source(
            String name,
            String kind,
            String host,
            String life,
            @Nullable String heard,
            @Nullable String lastAlert,
            @Nullable String upTo,
            @Nullable String refused,
            @Nullable String gaps,
            @Nullable String bytesBehind,
            @Nullable String trouble) {}

    /** @param alerts null = nobody can know */
    record Hole(
            String source,
            String reason,
            String from,
            String until,
            @Nullable String alerts,
            String detail) {}

    record Count(String topic, String reason, String count) {}

    record Line(String at, String origin, String reason, String place, String text) {}

    record Lag(
            String topic,
            String state,
            @Nullable String behind,
            @Nullable String at) {}

    record Parcels(String way, String waiting, @Nullable String oldest, String attempts, String givenUp) {}

    static HealthView of(HealthReport report, Clockface clockface, Language language) {
        Writes writes = new Writes(report.at(), clockface, language);
        HealthView shown = writes.view(report, "");
        return writes.view(report, Integer.toHexString(shown.hashCode()));
    }

    /** Puts facts into words of one language. */
    private record Writes(Instant now, Clockface clockface, Language language) {
        private static final int LONGEST = 200;

        HealthView view(HealthReport report, String mark) {
            return new HealthView(
                    lower(report.wholeness().word()),
                    report.wholeness().missing().stream().map(this::lack).toList(),
                    report.sources().stream().map(this::source).toList(),
                    report.gaps().stream().map(this::hole).toList(),
                    number(report.gapCount()),
                    report.rejected().stream()
                            .map(one -> new Count("", one.reason(), number(one.lines())))
                            .toList(),
                    report.latestRejected().stream().map(this::rejected).toList(),
                    report.refused().stream()
                            .map(one -> new Count(cut(one.topic()), one.reason(), number(one.records())))
                            .toList(),
                    report.latestRefused().stream()
                            .map(one ->
                                    new Line(minute(one.at()), cut(one.topic()), one.reason(), "", cut(one.detail())))
                            .toList(),
                    report.readers().stream().map(this::reader).toList(),
                    job(report.job()),
                    report.leaving().stream().map(this::parcels).toList(),
                    report.newestCase() == null ? null : minute(report.newestCase()),
                    mark);
        }

        private Lack lack(Missing one) {
            return new Lack(
                    lower(one.kind()),
                    cut(one.what()),
                    one.since() == null ? "" : minute(one.since()),
                    one.until() == null || one.since() == null
                            ? ""
                            : clockface.endOf(one.since(), one.until(), language),
                    one.reason() == null ? "" : lower(one.reason()),
                    cut(one.detail()),
                    one.count() < 0 ? "" : number(one.count()));
        }

        private Source source(SourceStanding one) {
            SourceFacts facts = one.facts();
            SourceFacts.Ledger ledger = facts.ledger();
            return new Source(
                    cut(facts.source()),
                    facts.kind() == null ? "" : cut(facts.kind()),
                    facts.host() == null ? "" : cut(facts.host()),
                    lower(one.life()),
                    maybe(one.heard()),
                    ledger == null ? null : maybe(ledger.lastAlert()),
                    ledger == null ? null : maybe(ledger.upTo()),
                    ledger == null ? null : number(ledger.refused()),
                    ledger == null ? null : number(ledger.gapCount()),
                    ledger == null ? null : number(ledger.bytesBehind()),
                    ledger == null || ledger.trouble() == null ? null : cut(ledger.trouble()));
        }

        private Hole hole(Gap gap) {
            String node = gap.node();
            return new Hole(
                    cut(node == null ? gap.source() : gap.source() + " / " + node),
                    lower(gap.reason()),
                    minute(gap.from()),
                    clockface.endOf(gap.from(), gap.to(), language),
                    gap.alerts() < 0 ? null : number(gap.alerts()),
                    cut(gap.detail()));
        }

        private Line rejected(RejectedLine one) {
            return new Line(minute(one.at()), cut(one.source()), one.reason(), cut(one.place()), cut(one.excerpt()));
        }

        private Lag reader(Reader one) {
            Long behind = one.behind();
            return new Lag(
                    one.topic(), lower(one.state(now)), behind == null ? null : number(behind), maybe(one.checked()));
        }

        private Lag job(JobStanding job) {
            Long behind = job.behind();
            return new Lag("", lower(job.state()), behind == null ? null : number(behind), maybe(job.since()));
        }

        private Parcels parcels(Places.Leaving one) {
            return new Parcels(
                    one.way().toLowerCase(Locale.ROOT),
                    number(one.waiting()),
                    minute(one.oldest()),
                    number(one.attempts()),
                    number(one.givenUp()));
        }

        private @Nullable String maybe(@Nullable Instant time) {
            return time == null ? null : minute(time);
        }

        private String minute(Instant time) {
            return clockface.minuteOf(time, language);
        }

        private String number(long count) {
            return NumberFormat.getIntegerInstance(language.locale()).format(count);
        }

        private static String cut(String raw) {
            String shown = Visible.text(raw);
            return shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown;
        }

        private static String lower(Enum<?> word) {
            return word.name().toLowerCase(Locale.ROOT);
        }
    }
}
