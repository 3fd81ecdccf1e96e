package id.kentongan.desk.rules;

import id.kentongan.contracts.Text;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.exceptions.ExceptionReports;
import id.kentongan.desk.exceptions.ReportedException;
import id.kentongan.desk.rules.RuleStandings.Stands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every rule seen in cases and findings lately, or told of by the job; the one that was most often wrong first. */
@Component
public class RuleReports {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration QUARTER = Duration.ofDays(90);
    private static final Comparator<RuleReport> WORST_FIRST = Comparator.<RuleReport>comparingLong(
                    one -> -one.cases().falsePercent())
            .thenComparingLong(one -> -one.cases().quarter())
            .thenComparingLong(one -> -one.findings().quarter())
            .thenComparing(RuleReport::slug);

    private final JdbcClient sql;
    private final RuleStandings standings;
    private final ExceptionReports exceptions;
    private final Clock clock;

    RuleReports(JdbcClient sql, RuleStandings standings, ExceptionReports exceptions, Clock clock) {
        this.sql = sql;
        this.standings = standings;
        this.exceptions = exceptions;
        this.clock = clock;
    }

    public List<RuleReport> all() {
        Map<String, RuleCases> cases = cases();
        Map<String, RuleFindings> findings = findings();
        Map<String, Stands> stand = standings.all();
        List<ReportedException> inForce =
                exceptions.all().stream().filter(ReportedException::inForce).toList();
        Set<String> slugs = new TreeSet<>(cases.keySet());
        slugs.addAll(findings.keySet());
        slugs.addAll(stand.keySet());
        return slugs.stream()
                .map(slug -> report(
                        slug,
                        stand.get(slug),
                        cases.getOrDefault(slug, RuleCases.NONE),
                        findings.getOrDefault(slug, RuleFindings.NONE),
                        inForce))
                .sorted(WORST_FIRST)
                .toList();
    }

    private static RuleReport report(
            String slug,
            @Nullable Stands stands,
            RuleCases cases,
            RuleFindings findings,
            List<ReportedException> inForce) {
        return new RuleReport(
                slug,
                stands == null ? null : stands.standing(),
                stands == null ? List.of() : stands.why(),
                stands == null ? null : stands.inForceFrom(),
                cases,
                findings,
                inForce.stream().filter(one -> one.rules().contains(slug)).toList());
    }

    /** Of every rule with a case in the last 90 days. */
    public Map<String, RuleCases> cases() {
        Map<String, RuleCases> cases = new HashMap<>();
        sql.sql("""
                select rule, course.stage, count(*), count(*) filter (where file.opened_at >= :month)
                from case_file file join case_course course using (case_id) cross join unnest(file.rules) rule
                where file.opened_at >= :quarter group by 1, 2
                """).param("month", ago(MONTH)).param("quarter", ago(QUARTER)).query(row -> {
            RuleCases some = some(StageName.valueOf(row.getString(2)), row.getLong(3), row.getLong(4));
            cases.merge(row.getString(1), some, RuleReports::sum);
        });
        return cases;
    }

    private static RuleCases some(StageName stage, long count, long month) {
        return switch (stage.standing()) {
            case FALSE_POSITIVE -> new RuleCases(month, count, count, 0, 0, 0);
            case NOT_AN_ANOMALY -> new RuleCases(month, count, 0, count, 0, 0);
            case FALSE_NEGATIVE -> new RuleCases(month, count, 0, 0, count, 0);
            case OPEN -> new RuleCases(month, count, 0, 0, 0, count);
            case MERGED -> RuleCases.NONE;
        };
    }

    private static RuleCases sum(RuleCases one, RuleCases other) {
        return new RuleCases(
                one.month() + other.month(),
                one.quarter() + other.quarter(),
                one.falsePositive() + other.falsePositive(),
                one.noAnomaly() + other.noAnomaly(),
                one.falseNegative() + other.falseNegative(),
                one.open() + other.open());
    }

    private Map<String, RuleFindings> findings() {
        Map<String, RuleFindings> findings = new HashMap<>();
        sql.sql("""
                select counted.*, newest.title_id, newest.title_en
                from (
                    select rule, count(*) filter (where last_at >= :month) as month, count(*) as quarter,
                        count(*) filter (where excepted) as excepted, max(last_at) as newest,
                        (array_agg(finding_id order by last_at desc, finding_id))[1] as id
                    from finding where last_at >= :quarter and not withdrawn group by rule
                ) counted join finding newest on newest.finding_id = counted.id
                """).param("month", ago(MONTH)).param("quarter", ago(QUARTER)).query(row -> {
            Instant newest = row.getObject("newest", OffsetDateTime.class).toInstant();
            Text title = new Text(row.getString("title_id"), row.getString("title_en"));
            findings.put(
                    row.getString("rule"),
                    new RuleFindings(
                            row.getLong("month"), row.getLong("quarter"), row.getLong("excepted"), newest, title));
        });
        return findings;
    }

    private OffsetDateTime ago(Duration span) {
        return clock.instant().minus(span).atOffset(ZoneOffset.UTC);
    }
}
