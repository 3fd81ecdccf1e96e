package id.kentongan.desk.queue;

import id.kentongan.contracts.Severity;
import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.page.Visible;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The queue as the template shows it: every text is safe to look at and still to be escaped.
 *
 * @param choices severities with their counts, each a link
 * @param pages how many there are; 0 where the list holds more cases than are counted
 * @param mark changes when anything that is shown changes
 */
record QueueView(
        String listing,
        String path,
        List<Row> rows,
        List<Choice> choices,
        boolean filtered,
        String text,
        @Nullable String severity,
        String refreshFrom,
        @Nullable String previous,
        @Nullable String next,
        int page,
        int pages,
        String mark) {

    public boolean paged() {
        return previous != null || next != null;
    }

    record Row(
            String number,
            String severity,
            String title,
            String asset,
            String agentId,
            String rules,
            String alertCount,
            String firstSeen,
            String lastSeen,
            String waiting,
            String page,
            String stage,
            String owner,
            String left,
            boolean over,
            String stopped) {}

    /** A link that filters; the severity is null for all. */
    record Choice(@Nullable String severity, String count, String address, boolean chosen) {}

    static QueueView of(Listing listing, QueueFilter filter, List<QueueEntry> entries, Counts counts, Times times) {
        List<Row> rows = entries.stream()
                .limit(QueueFilter.ROWS)
                .map(entry -> row(listing, entry, times))
                .toList();
        List<Choice> choices = choices(listing, filter, counts, times.language());
        int pages = pages(filter, counts);
        String path = listing.path();
        return new QueueView(
                path.substring(1),
                path,
                rows,
                choices,
                filter.severity() != null || !filter.text().isEmpty(),
                filter.text(),
                filter.severity() == null ? null : QueueFilter.code(filter.severity()),
                filter.in(path + "/list"),
                filter.page() > 1 ? filter.at(filter.page() - 1).in(path) : null,
                entries.size() > QueueFilter.ROWS ? filter.at(filter.page() + 1).in(path) : null,
                filter.page(),
                pages,
                Integer.toHexString(List.of(rows, choices, pages).hashCode()));
    }

    private static Row row(Listing listing, QueueEntry entry, Times times) {
        Clockface clockface = times.clockface();
        Language language = times.language();
        Instant due = entry.due();
        String agentName = Visible.orNull(entry.asset().agentName());
        String agentId = Visible.text(entry.asset().agentId());
        return new Row(
                entry.number(),
                QueueFilter.code(entry.severity()),
                language.of(entry.title()),
                agentName == null ? agentId : agentName,
                agentId,
                Visible.text(String.join(", ", entry.rules())),
                NumberFormat.getIntegerInstance(language.locale()).format(entry.alertCount()),
                clockface.minuteOf(entry.firstSeen(), language),
                clockface.endOf(entry.firstSeen(), entry.lastSeen(), language),
                clockface.since(entry.firstReceived(), language),
                "/cases/" + entry.number() + listing.page(),
                entry.stage().name().toLowerCase(Locale.ROOT),
                entry.owner() == null ? "" : Visible.text(entry.owner()),
                due == null ? "" : times.left(due, entry.stopped(), entry.severity()),
                due != null && times.over(due, entry.stopped()),
                entry.stopped() == null ? "" : clockface.minuteOf(entry.stopped(), language));
    }

    private static List<Choice> choices(Listing listing, QueueFilter filter, Counts counts, Language language) {
        String path = listing.path();
        NumberFormat number = NumberFormat.getIntegerInstance(language.locale());
        List<Choice> choices = new ArrayList<>();
        String everything = filter.with(null).in(path);
        choices.add(new Choice(
                null,
                number.format(counts.all()) + (counts.whole() ? "" : "+"),
                everything,
                filter.severity() == null));
        Stream.of(Severity.values()).sorted(Comparator.reverseOrder()).forEach(severity -> {
            String count = counts.whole() ? number.format(counts.of(severity)) : "";
            String address = filter.with(severity).in(path);
            choices.add(new Choice(QueueFilter.code(severity), count, address, severity == filter.severity()));
        });
        return choices;
    }

    private static int pages(QueueFilter filter, Counts counts) {
        Severity only = filter.severity();
        long matching = only == null ? counts.all() : counts.of(only);
        return counts.whole() ? (int) Math.max(1, (matching + QueueFilter.ROWS - 1) / QueueFilter.ROWS) : 0;
    }
}
