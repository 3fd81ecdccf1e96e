package id.kentongan.job.anomaly;

import id.kentongan.contracts.Asset;

/**
 * How an agent speaks.
 *
 * @param since event time of its first alert, epoch milliseconds
 * @param last of its newest
 * @param hour number of the present hour since 1970
 * @param inHour alerts in it
 * @param pause its longest pause between two alerts, in milliseconds, fading by a hundredth an hour in which it speaks
 * @param silent the silence since {@code last} was told
 * @param checkAt when its silence is looked at next
 */
public record Pulse(
        Asset asset, long since, long last, long hour, long inHour, double pause, boolean silent, long checkAt) {
    static Pulse startedBy(Asset asset, long time) {
        return new Pulse(asset, time, time, time / Rhythms.HOUR, 0, 0, false, 0);
    }

    Pulse beating(long time) {
        long now = time / Rhythms.HOUR;
        double faded = now == hour ? pause : pause * 0.99;
        return new Pulse(
                asset,
                since,
                time,
                now,
                now == hour ? inHour + 1 : 1,
                Math.max(faded, (double) time - last),
                false,
                checkAt);
    }

    Pulse toldSilent() {
        return new Pulse(asset, since, last, hour, inHour, pause, true, checkAt);
    }

    Pulse checkedAt(long time) {
        return new Pulse(asset, since, last, hour, inHour, pause, silent, time);
    }
}
