package id.kentongan.job.casework;

import id.kentongan.job.anomaly.Habit;
import java.util.ArrayList;
import java.util.List;

/**
 * How an agent comes to know new things, and what unusual it does in the present window.
 *
 * @param novelty windows with something new, with a half-life of a day
 * @param at when that was brought up to date
 * @param newStart of the present window with something new; 0 = none yet
 * @param news signatures new in it
 * @param rareStart of the present window with something rare
 * @param rare signatures new or rare in it
 * @param burst signature of the greatest burst of the last window; empty = none
 * @param burstBits what it told
 * @param burstAt when
 */
public record Learning(
        double novelty,
        long at,
        long newStart,
        List<String> news,
        long rareStart,
        List<String> rare,
        String burst,
        double burstBits,
        long burstAt) {
    static final int MOST = 50;

    public Learning {
        news = List.copyOf(news);
        rare = List.copyOf(rare);
    }

    static Learning startedAt(long time) {
        return new Learning(0, time, 0, List.of(), 0, List.of(), "", 0, 0);
    }

    boolean newWindow(long time) {
        return newStart == 0 || time - newStart > Habit.WINDOW;
    }

    Learning plusNew(String signature, double faded, long time) {
        boolean opens = newWindow(time);
        return new Learning(
                opens ? faded + 1 : faded,
                time,
                opens ? time : newStart,
                with(opens ? List.of() : news, signature),
                rareStart,
                time - rareStart <= Habit.WINDOW ? with(rare, signature) : rare,
                burst,
                burstBits,
                burstAt);
    }

    /** What a rare signature comes together with. */
    List<String> besideRare(long time) {
        if (time - rareStart <= Habit.WINDOW) {
            return rare;
        }
        return newWindow(time) ? List.of() : news;
    }

    Learning plusRare(String signature, long time) {
        long start = time - rareStart <= Habit.WINDOW ? rareStart : time;
        return new Learning(
                novelty, at, newStart, news, start, with(besideRare(time), signature), burst, burstBits, burstAt);
    }

    Learning plusBurst(String signature, double bits, long time) {
        boolean greatest = time - burstAt > Habit.WINDOW || bits > burstBits;
        return new Learning(
                novelty,
                at,
                newStart,
                news,
                rareStart,
                rare,
                greatest ? signature : burst,
                greatest ? bits : burstBits,
                greatest ? time : burstAt);
    }

    private static List<String> with(List<String> known, String signature) {
        if (known.contains(signature) || known.size() >= MOST) {
            return known;
        }
        List<String> all = new ArrayList<>(known);
        all.add(signature);
        return all;
    }
}
