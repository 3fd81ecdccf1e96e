package id.kentongan.desk.findings;

import id.kentongan.contracts.FindingMark;
import id.kentongan.desk.settings.DeskSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Findings in PostgreSQL, each id once. Taking the same again changes nothing. What is forgotten stays counted for the
 * exceptions that covered it.
 */
@Repository
public class FindingShelf {
    public static final Duration KEPT = Duration.ofDays(90);
    private static final int MOST = 200_000;

    private final JdbcClient sql;
    private final String zone;
    private final int most;

    @Autowired
    FindingShelf(JdbcClient sql, DeskSettings settings) {
        this(sql, settings.timeZone(), MOST);
    }

    FindingShelf(JdbcClient sql, ZoneId zone, int most) {
        this.sql = sql;
        this.zone = zone.getId();
        this.most = most;
    }

    /** In the order of the topic. Takes part in the caller's transaction. */
    public void take(Collection<HeldFinding> came) {
        Map<String, HeldFinding> newest = new LinkedHashMap<>();
        came.forEach(one -> newest.merge(one.content().id(), one, HeldFinding::newer));
        Collection<HeldFinding> all = newest.values();
        if (all.isEmpty()) {
            return;
        }
        sql.sql("""
                insert into finding (finding_id, rule, title_id, title_en, severity, machine, entity, last_at, matches,
                    trial, withdrawn, excepted, exceptions)
                select id, rule, title_id, title_en, severity, machine, entity, to_timestamp(last_at / 1000.0), matches,
                    trial, withdrawn, excepted, string_to_array(exceptions, ',')
                from unnest(cast(:id as text[]), cast(:rule as text[]), cast(:titleId as text[]),
                    cast(:titleEn as text[]), cast(:severity as text[]), cast(:machine as text[]),
                    cast(:entity as text[]), cast(:last as bigint[]), cast(:matches as bigint[]),
                    cast(:trial as boolean[]), cast(:withdrawn as boolean[]), cast(:excepted as boolean[]),
                    cast(:exceptions as text[]))
                    as came (id, rule, title_id, title_en, severity, machine, entity, last_at, matches, trial, withdrawn,
                        excepted, exceptions)
                where to_timestamp(last_at / 1000.0) >= (select before from finding_trim)
                on conflict (finding_id) do update set rule = excluded.rule, title_id = excluded.title_id,
                    title_en = excluded.title_en, severity = excluded.severity, machine = excluded.machine,
                    entity = excluded.entity, last_at = excluded.last_at, matches = excluded.matches,
                    trial = excluded.trial, withdrawn = excluded.withdrawn, excepted = excluded.excepted,
                    exceptions = excluded.exceptions
                where not finding.withdrawn and (excluded.withdrawn or excluded.matches >= finding.matches)
                """)
                .param("id", texts(all, one -> one.content().id()))
                .param("rule", texts(all, one -> one.content().ruleId()))
                .param("titleId", texts(all, one -> one.content().title().id()))
                .param("titleEn", texts(all, one -> one.content().title().en()))
                .param("severity", texts(all, one -> one.content().severity().name()))
                .param(
                        "machine",
                        texts(
                                all,
                                one -> one.content().asset().node() + "/"
                                        + one.content().asset().agentId()))
                .param("entity", texts(all, one -> one.content().entity()))
                .param("last", numbers(all, one -> one.content().last().toEpochMilli()))
                .param("matches", numbers(all, one -> one.content().matches()))
                .param("trial", marked(all, FindingMark.TRIAL))
                .param("withdrawn", marked(all, FindingMark.WITHDRAWN))
                .param("excepted", marked(all, FindingMark.EXCEPTED))
                .param("exceptions", texts(all, one -> String.join(",", one.exceptions())))
                .update();
    }

    /** Forgets what is too old, and the oldest beyond what is kept at most. */
    @Transactional
    public void trim(Instant now) {
        OffsetDateTime before = sql.sql("""
                select greatest(before, cast(:old as timestamptz),
                    (select last_at from finding order by last_at desc offset :most limit 1))
                from finding_trim for update
                """)
                .param("old", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .param("most", most - 1)
                .query(OffsetDateTime.class)
                .single();
        sql.sql("""
                with gone as (delete from finding where last_at < :before returning exceptions, last_at)
                insert into exception_day (exception_id, day, findings, last_at)
                select id, cast(last_at at time zone :zone as date), count(*), max(last_at)
                from gone cross join unnest(exceptions) id group by 1, 2
                on conflict (exception_id, day) do update set
                    findings = exception_day.findings + excluded.findings,
                    last_at = greatest(exception_day.last_at, excluded.last_at)
                """).param("before", before).param("zone", zone).update();
        sql.sql("update finding_trim set before = :before")
                .param("before", before)
                .update();
    }

    private static String[] texts(Collection<HeldFinding> all, Function<HeldFinding, String> text) {
        return all.stream().map(text).map(one -> one.replace('\0', '\uFFFD')).toArray(String[]::new);
    }

    private static Long[] numbers(Collection<HeldFinding> all, Function<HeldFinding, Long> number) {
        return all.stream().map(number).toArray(Long[]::new);
    }

    private static Boolean[] marked(Collection<HeldFinding> all, FindingMark mark) {
        return all.stream().map(one -> one.is(mark)).toArray(Boolean[]::new);
    }
}
