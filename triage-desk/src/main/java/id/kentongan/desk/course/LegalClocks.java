package id.kentongan.desk.course;

import id.kentongan.contracts.Asset;
import id.kentongan.desk.asset.AssetCard;
import id.kentongan.desk.asset.AssetCards;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.deadline.LegalClock;
import id.kentongan.desk.deadline.WorkingCalendar;
import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.page.Visible;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The clocks that the law starts for a case, until somebody wrote down that it was told. */
@Component
public class LegalClocks {
    private final AssetCards cards;
    private final LegalReports reports;
    private final WorkingCalendar calendar;
    private final Clockface clockface;
    private final Clock clock;

    LegalClocks(AssetCards cards, LegalReports reports, WorkingCalendar calendar, Clockface clockface, Clock clock) {
        this.cards = cards;
        this.reports = reports;
        this.calendar = calendar;
        this.clockface = clockface;
        this.clock = clock;
    }

    /** Those of a case. None before somebody took it, and none once it is closed or found to be no incident. */
    public List<LegalClock> of(Standing standing, Asset asset) {
        if (standing.discoveredAt() == null
                || standing.stageName().closed()
                || standing.stageName() == StageName.WORK_REPORT) {
            return List.of();
        }
        AssetCard card = cards.of(asset);
        List<LegalClock> clocks = new ArrayList<>();
        if (card.iiv()) {
            clocks.add(LegalClock.IIV_REPORT);
        }
        if (card.personalData()) {
            clocks.add(LegalClock.PERSONAL_DATA_NOTICE);
        }
        return clocks;
    }

    List<CaseHead.Legal> shown(Standing standing, Asset asset, Language language) {
        Instant from = standing.discoveredAt();
        List<LegalClock> clocks = of(standing, asset);
        if (from == null || clocks.isEmpty()) {
            return List.of();
        }
        List<LegalReport> told = reports.of(standing.caseId());
        return clocks.stream().map(one -> shown(one, from, told, language)).toList();
    }

    private CaseHead.Legal shown(LegalClock legal, Instant from, List<LegalReport> told, Language language) {
        Instant due = legal.limit().due(from, calendar);
        LegalReport report =
                told.stream().filter(one -> one.clock() == legal).findFirst().orElse(null);
        Instant until = report == null ? clock.instant() : report.sentAt();
        boolean overdue = due.isBefore(until);
        String left = overdue ? clockface.ago(due, language) : clockface.span(Duration.between(until, due), language);
        return new CaseHead.Legal(
                legal.name().toLowerCase(Locale.ROOT),
                clockface.minuteOf(due, language),
                left,
                overdue,
                reported(report, language));
    }

    private CaseHead.@Nullable Reported reported(@Nullable LegalReport report, Language language) {
        return report == null
                ? null
                : new CaseHead.Reported(
                        clockface.minuteOf(report.sentAt(), language),
                        Visible.text(report.recipient()),
                        Visible.text(report.ticket()));
    }
}
