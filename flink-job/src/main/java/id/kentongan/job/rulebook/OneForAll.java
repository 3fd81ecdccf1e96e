package id.kentongan.job.rulebook;

import id.kentongan.job.rulebook.statement.Inspection;
import id.kentongan.job.rulebook.statement.Remark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rule may not do that takes the alerts of all for those of one entity: one subtask judges and keeps them, however
 * many subtasks there are, and one key's limit holds for them together.
 */
final class OneForAll {
    static final Duration LONGEST = Duration.ofHours(1);

    private OneForAll() {}

    static List<String> faults(Inspection inspection) {
        List<String> faults = new ArrayList<>();
        if (inspection.horizon().compareTo(LONGEST) > 0) {
            faults.add("looks back " + inspection.horizon() + ", with entity all at most " + LONGEST
                    + ": shorten its windows, or correlate by another entity");
        }
        inspection.statements().stream()
                .filter(OneForAll::joins)
                .map(
                        statement -> at(
                                statement.place(),
                                "a join with entity all pairs every alert with every other: insert into a stream and count that"))
                .forEach(faults::add);
        return faults;
    }

    private static boolean joins(Inspection.Statement statement) {
        var from = statement.model().getFromClause();
        return from != null && from.getStreams().size() > 1;
    }

    private static String at(Remark place, String words) {
        return new Remark(place.line(), place.column(), words).toString();
    }
}
