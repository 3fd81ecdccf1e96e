package id.kentongan.desk.rules;

/**
 * Cases of one rule opened within 90 days, without those merged into others, by what became of them.
 *
 * @param month those of the last 30 days
 */
public record RuleCases(long month, long quarter, long falsePositive, long noAnomaly, long falseNegative, long open) {
    public static final RuleCases NONE = new RuleCases(0, 0, 0, 0, 0, 0);

    public long decided() {
        return falsePositive + noAnomaly + falseNegative;
    }

    /** Of those decided, how many were no incident, 0 to 100; -1 where nobody decided on any. */
    public long falsePercent() {
        return decided() == 0 ? -1 : Math.round(100.0 * (falsePositive + noAnomaly) / decided());
    }
}
