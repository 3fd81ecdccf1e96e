package id.kentongan.desk.figures;

import id.kentongan.desk.assessment.SiemRating;
import id.kentongan.desk.assessment.Verdict;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.deadline.LegalClock;
import id.kentongan.desk.deadline.Limit;
import id.kentongan.desk.deadline.WorkingCalendar;
import id.kentongan.desk.telling.RunningClocks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes the measures that Prometheus is told of. What is counted and not there is 0; a median of nothing is absent. */
@Repository
class Measures {
    /**
     * One number.
     *
     * @param of value of the figure's label, in small letters
     * @param state of a legal clock; else empty
     */
    record Measure(Figure figure, String of, String state) {
        Measure(Figure figure, Enum<?> of) {
            this(figure, of.name().toLowerCase(Locale.ROOT), "");
        }
    }

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration QUARTER = Duration.ofDays(90);
    private static final List<StageName> STAGES = Arrays.stream(StageName.values())
            .filter(stage -> Limit.of(stage).isPresent())
            .toList();

    private static final List<Measure> COUNTS = Stream.of(
                    each(Figure.OPEN, STAGES),
                    each(Figure.OVERDUE, STAGES),
                    each(Figure.VERDICTS, List.of(Verdict.Word.values())),
                    each(Figure.RATINGS, List.of(SiemRating.values())),
                    Arrays.stream(LegalClock.values()).flatMap(one -> Stream.of(legal(one, false), legal(one, true))),
                    Stream.of(letters(true), letters(false)))
            .flatMap(each -> each)
            .toList();

    static final List<Measure> ALL = Stream.of(
                    COUNTS.stream(), each(Figure.WORK, STAGES), each(Figure.WAIT, STAGES), each(Figure.LIMIT, STAGES))
            .flatMap(each -> each)
            .toList();

    private final JdbcClient sql;
    private final Months months;
    private final RunningClocks legal;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Measures(JdbcClient sql, Months months, RunningClocks legal, WorkingCalendar calendar, Clock clock) {
        this.sql = sql;
        this.months = months;
        this.legal = legal;
        this.calendar = calendar;
        this.clock = clock;
    }

    Map<Measure, Double> take() {
        Instant now = clock.instant();
        Map<Measure, Double> taken = new HashMap<>();
        COUNTS.forEach(count -> taken.put(count, 0.0));
        stages(now, taken);
        verdicts(now.minus(MONTH), taken);
        letters(now.minus(QUARTER), taken);
        legal.all().forEach(running -> {
            boolean over =
                    running.clock().limit().due(running.discovered(), calendar).isBefore(now);
            taken.merge(legal(running.clock(), over), 1.0, Double::sum);
        });
        months.paces(now.minus(MONTH), now).forEach((stage, pace) -> {
            taken.put(new Measure(Figure.WORK, stage), (double) pace.work().toSeconds());
            taken.put(new Measure(Figure.WAIT, stage), (double) pace.waited().toSeconds());
        });
        STAGES.forEach(stage -> taken.put(new Measure(Figure.LIMIT, stage), limit(stage, now)));
        return Map.copyOf(taken);
    }

    private double limit(StageName stage, Instant now) {
        Instant due = Limit.of(stage).orElseThrow().due(now, calendar);
        return calendar.workBetween(now, due).toSeconds();
    }

    private void stages(Instant now, Map<Measure, Double> taken) {
        sql.sql("""
                select course.stage, count(*) as open,
                    count(*) filter (where course.due_at < coalesce(waiting.from_at, :now)) as overdue
                from case_course course
                left join case_waiting waiting on waiting.case_id = course.case_id and waiting.until_at is null
                where course.closed_at is null group by 1
                """).param("now", utc(now)).query(row -> {
            StageName stage = StageName.valueOf(row.getString("stage"));
            taken.put(new Measure(Figure.OPEN, stage), row.getDouble("open"));
            taken.put(new Measure(Figure.OVERDUE, stage), row.getDouble("overdue"));
        });
    }

    private void verdicts(Instant from, Map<Measure, Double> taken) {
        sql.sql("""
                select verdict, siem_rating, count(*) from verdict where decided_at >= :from group by 1, 2
                """).param("from", utc(from)).query(row -> {
            Verdict.Word word = Verdict.Word.valueOf(row.getString(1));
            taken.merge(new Measure(Figure.VERDICTS, word), row.getDouble(3), Double::sum);
            if (word == Verdict.Word.FALSE_NEGATIVE) {
                taken.put(new Measure(Figure.RATINGS, SiemRating.valueOf(row.getString(2))), row.getDouble(3));
            }
        });
    }

    private void letters(Instant from, Map<Measure, Double> taken) {
        sql.sql("select replied_on is not null, count(*) from letter where signed_at >= :from group by 1")
                .param("from", utc(from))
                .query(row -> {
                    taken.put(letters(row.getBoolean(1)), row.getDouble(2));
                });
    }

    private static Measure legal(LegalClock clock, boolean over) {
        return new Measure(Figure.LEGAL, clock.name().toLowerCase(Locale.ROOT), over ? "overdue" : "running");
    }

    private static Measure letters(boolean answered) {
        return new Measure(Figure.LETTERS, answered ? "answered" : "unanswered", "");
    }

    private static Stream<Measure> each(Figure figure, List<? extends Enum<?>> all) {
        return all.stream().map(one -> new Measure(figure, one));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
