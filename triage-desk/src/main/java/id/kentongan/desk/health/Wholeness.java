package id.kentongan.desk.health;

import id.kentongan.contracts.Gap;
import id.kentongan.desk.health.Missing.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the data is whole now.
 *
 * @param missing empty = it is
 */
record Wholeness(List<Missing> missing) {
    enum Word {
        WHOLE,
        NOT_WHOLE,
        UNKNOWN
    }

    Wholeness {
        missing = List.copyOf(missing);
    }

    static Wholeness of(
            List<SourceStanding> sources, List<Gap> gaps, List<Reader> readers, JobStanding job, Instant now) {
        List<Missing> missing = new ArrayList<>();
        if (sources.stream().allMatch(one -> one.life() == SourceStanding.Life.RETIRED)) {
            missing.add(Missing.of(Kind.NO_SOURCE, "", null));
        }
        sources.forEach(source -> missing.addAll(of(source, now)));
        gaps.stream()
                .filter(gap -> !gap.to().isBefore(now.minus(Limits.GAP_MATTERS)))
                .map(gap -> new Missing(Kind.GAP, gap.source(), gap.from(), gap.to(), gap.reason(), "", -1))
                .forEach(missing::add);
        readers.forEach(reader -> missing.addAll(of(reader, now)));
        missing.addAll(of(job));
        return new Wholeness(missing);
    }

    Word word() {
        if (missing.isEmpty()) {
            return Word.WHOLE;
        }
        return missing.stream().anyMatch(one -> one.kind().certain()) ? Word.NOT_WHOLE : Word.UNKNOWN;
    }

    private static List<Missing> of(SourceStanding source, Instant now) {
        String name = source.facts().source();
        SourceFacts.Ledger ledger = source.facts().ledger();
        return switch (source.life()) {
            case RETIRED -> List.of();
            case SILENT -> List.of(Missing.of(Kind.SOURCE_SILENT, name, source.heard()));
            case NEVER -> List.of(Missing.of(Kind.SOURCE_NEVER, name, null));
            case UNKNOWN -> List.of(Missing.of(Kind.SOURCE_UNKNOWN, name, null));
            case ALIVE -> {
                if (ledger != null && ledger.trouble() != null) {
                    yield List.of(
                            new Missing(Kind.SOURCE_TROUBLE, name, ledger.upTo(), null, null, ledger.trouble(), -1));
                }
                yield ledger != null && source.late(now)
                        ? List.of(Missing.of(Kind.SOURCE_LATE, name, ledger.upTo()))
                        : List.of();
            }
        };
    }

    private static List<Missing> of(Reader reader, Instant now) {
        Long behind = reader.behind();
        return switch (reader.state(now)) {
            case KEEPS_UP -> List.of();
            case UNKNOWN -> List.of(Missing.of(Kind.READER_UNKNOWN, reader.topic(), null));
            case STOPPED -> List.of(Missing.of(Kind.READER_STOPPED, reader.topic(), reader.checked()));
            case BEHIND ->
                List.of(new Missing(
                        Kind.READER_BEHIND, reader.topic(), null, null, null, "", behind == null ? -1 : behind));
        };
    }

    private static List<Missing> of(JobStanding job) {
        Long behind = job.behind();
        return switch (job.state()) {
            case WORKS -> List.of();
            case UNKNOWN -> List.of(Missing.of(Kind.JOB_UNKNOWN, "", null));
            case STOPPED -> List.of(Missing.of(Kind.JOB_STOPPED, "", job.since()));
            case BEHIND ->
                List.of(new Missing(Kind.JOB_BEHIND, "", null, null, null, "", behind == null ? -1 : behind));
        };
    }
}
