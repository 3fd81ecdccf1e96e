package id.kentongan.job.intake;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Pattern;

/** The one order of alerts: time, node, numeric parts of the id, rule id, hash of the line. */
public final class AlertOrder implements Comparator<Alert> {
    public static final AlertOrder INSTANCE = new AlertOrder();
    private static final Pattern NUMERIC = Pattern.compile("\\d{1,18}\\.\\d{1,30}");

    private AlertOrder() {}

    @Override
    public int compare(Alert a, Alert b) {
        int byTime = a.time().compareTo(b.time());
        if (byTime != 0) {
            return byTime;
        }
        int byNode = a.node().compareTo(b.node());
        if (byNode != 0) {
            return byNode;
        }
        int byId = compareIds(a.id(), b.id());
        if (byId != 0) {
            return byId;
        }
        int byRule = a.ruleId().compareTo(b.ruleId());
        return byRule != 0 ? byRule : a.sha256().compareTo(b.sha256());
    }

    private static int compareIds(String a, String b) {
        boolean numericA = NUMERIC.matcher(a).matches();
        boolean numericB = NUMERIC.matcher(b).matches();
        if (!numericA || !numericB) {
            return numericA == numericB ? a.compareTo(b) : Boolean.compare(numericB, numericA);
        }
        int dotA = a.indexOf('.');
        int dotB = b.indexOf('.');
        int bySecond = Long.compare(Long.parseLong(a.substring(0, dotA)), Long.parseLong(b.substring(0, dotB)));
        return bySecond != 0
                ? bySecond
                : new BigInteger(a.substring(dotA + 1)).compareTo(new BigInteger(b.substring(dotB + 1)));
    }
}
