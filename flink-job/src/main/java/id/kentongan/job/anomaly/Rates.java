package id.kentongan.job.anomaly;

import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Text;
import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.Names;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much comes in an hour, against the same hour of other weeks: of an agent, and on it of each source address, account,
 * file and process. Counts are compared when they reach a power of two.
 */
final class Rates implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Of one agent; those seen on one day only make room after a day. */
    static final int MOST_NAMES = 500;
    /** Fewer weeks say nothing of what is usual. */
    private static final double LEAST_WEEKS = 1.5;
    /** Fewer alerts an hour are nobody's surprise. */
    private static final long LEAST_COUNT = 64;
    /** Of a name, fewer are not remembered. */
    private static final long LEAST_KEPT = 8;
    /** So many times the record of the same hour is told. */
    private static final double FAR_MORE = 4;

    private static final Map<String, Text> KINDS = Map.of(
            Names.ADDRESS, new Text("alamat asal", "source address"),
            Names.USER, new Text("akun", "account"),
            Names.FILE, new Text("berkas", "file"),
            Names.PROCESS, new Text("proses", "process"));

    private final OfficeHours office;

    Rates(OfficeHours office) {
        this.office = office;
    }

    List<Finding> take(Alert alert, Pulse now, RhythmMemory memory) {
        List<Finding> found = new ArrayList<>();
        if (isPowerOfTwo(now.inHour())) {
            int hour = hourOfWeek(alert);
            Usual usual = Objects.requireNonNullElse(memory.usual(hour), Usual.NOTHING)
                    .in(now.hour(), now.inHour());
            memory.keep(hour, usual);
            if (isFarMore(now.inHour(), usual.record(), usual.weeks())) {
                found.add(RhythmFinding.of(Detector.RATE, alert, why("", "", now.inHour(), usual.record())));
            }
        }
        for (String name : Names.of(alert)) {
            Finding far = take(alert, name, now.hour(), memory);
            if (far != null) {
                found.add(far);
            }
        }
        return found;
    }

    private @Nullable Finding take(Alert alert, String name, long hour, RhythmMemory memory) {
        Tally known = memory.tally(name);
        Tally tally = (known == null || known.isForgotten(hour) ? Tally.startedIn(hour) : known).in(hour);
        memory.keep(name, tally, known == null);
        if (tally.inHour() < LEAST_KEPT || !isPowerOfTwo(tally.inHour())) {
            return null;
        }
        int hourOfWeek = hourOfWeek(alert);
        Usual before = memory.usual(name, hourOfWeek);
        Usual usual =
                (before == null || before.hour() < tally.since() ? Usual.NOTHING : before).in(hour, tally.inHour());
        memory.keep(name, hourOfWeek, usual);
        double record = Math.max(usual.record(), (double) LEAST_KEPT);
        if (!isFarMore(tally.inHour(), record, tally.weeks())) {
            return null;
        }
        Text kind = Objects.requireNonNull(KINDS.get(Names.kind(name)));
        String value = Names.value(name);
        return RhythmFinding.of(
                Detector.RATE,
                alert,
                name,
                why(kind.id() + " " + value + ": ", kind.en() + " " + value + ": ", tally.inHour(), record));
    }

    private static boolean isPowerOfTwo(long count) {
        return Long.bitCount(count) == 1;
    }

    private static boolean isFarMore(long count, double record, double weeks) {
        return count >= LEAST_COUNT && count >= FAR_MORE * Math.max(1, record) && weeks >= LEAST_WEEKS;
    }

    private int hourOfWeek(Alert alert) {
        return OfficeHours.hourOfWeek(office.local(alert.time().toEpochMilli()));
    }

    private static Text why(String whoId, String whoEn, long count, double record) {
        long most = Math.round(record);
        return new Text(
                whoId + count + " alert dalam jam ini; terbanyak pada jam yang sama sejauh ini " + most,
                whoEn + count + " alerts within this hour; at most " + most + " in the same hour of the week so far");
    }
}
