package id.kentongan.job.casework;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What anomalies opened in a scope in the last two weeks, or would have opened: how high the line is now is learned from it.
 * As long as there are fewer of them than people can decide on, the line stays where it is; else what opens a case must be
 * beyond as many of them as the budget has room for.
 *
 * @param past oldest first, at most {@value #MOST}
 * @param held how many were ever held back for a time
 */
public record Openings(List<Opening> past, long held) {
    static final Openings NONE = new Openings(List.of(), 0);

    private static final int MOST = 2_000;
    private static final int DAYS = 14;
    private static final long DAY = Duration.ofDays(1).toMillis();

    public Openings {
        past = List.copyOf(past);
    }

    /**
     * A case, or what would have been one.
     *
     * @param gathering that opened it
     * @param caseId empty = held back
     * @param at when it was first over the line, epoch milliseconds
     * @param beyond its greatest risk so far, as so many times what opens a case with room in the budget
     */
    public record Opening(long gathering, String caseId, long at, double beyond) {
        double beyond(Board board) {
            CaseCard card = board.card(caseId);
            return card == null ? beyond : Math.max(beyond, card.beyond());
        }
    }

    /** @param since when the scope's first signal came, epoch milliseconds */
    boolean admits(long gathering, double beyond, Board board, int casesADay, long since, long time) {
        long days = Math.max(1, Math.min(DAYS, (time - since) / DAY));
        int room = Math.toIntExact(casesADay * days);
        List<Double> greatest = past.stream()
                .filter(each -> each.gathering() != gathering && time - each.at() < DAYS * DAY)
                .map(each -> each.beyond(board))
                .sorted(Comparator.reverseOrder())
                .limit(room)
                .toList();
        return greatest.size() < room || beyond > greatest.get(room - 1);
    }

    Openings opened(long gathering, String caseId, double beyond, long time) {
        return with(new Opening(gathering, caseId, time, beyond), held);
    }

    /** It may still grow, and open a case then. */
    Openings heldBack(long gathering, double beyond, long time) {
        Opening before = past.stream()
                .filter(each -> each.gathering() == gathering && each.caseId().isEmpty())
                .findFirst()
                .orElse(null);
        return before == null
                ? with(new Opening(gathering, "", time, beyond), held + 1)
                : with(new Opening(gathering, "", before.at(), Math.max(before.beyond(), beyond)), held);
    }

    private Openings with(Opening one, long heldNow) {
        List<Opening> all = new ArrayList<>(past);
        all.removeIf(
                each -> each.gathering() == one.gathering() && each.caseId().isEmpty());
        all.add(one);
        return new Openings(all.subList(Math.max(0, all.size() - MOST), all.size()), heldNow);
    }
}
