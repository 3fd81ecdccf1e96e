package id.kentongan.job.bench;

import id.kentongan.job.intake.Alert;
import id.kentongan.job.intake.WazuhAlerts;
import java.util.ArrayList;
import java.util.List;

/**
 * Agents with one alert each, all within ten days, so that both operators hold all of them at once; prints the bytes that an
 * agent takes. Argument: how many agents.
 */
final class HoldsAgents {
    private static final long TEN_DAYS = 10 * 86_400_000L;
    private static final int BLOCK = 1_000;

    private HoldsAgents() {}

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[0]);
        MeasuresCasework operators = new MeasuresCasework();
        BenchAlerts.one();
        long empty = Cost.heap();
        List<Alert> together = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            together.add(ofAgent(i, count));
            if (together.size() == BLOCK || i == count - 1) {
                operators.take(together);
                together.clear();
            }
        }
        System.out.println("bytes an agent: " + (Cost.heap() - empty) / count);
        operators.close();
    }

    /** As the benches' alerts, each of an agent of its own. */
    private static Alert ofAgent(int number, int count) {
        Alert alert = WazuhAlerts.read(BenchAlerts.one().bytes(number));
        return WazuhAlerts.but(
                alert, BenchAlerts.START.plusMillis(TEN_DAYS * number / count), "a" + number, alert.sha256());
    }
}
