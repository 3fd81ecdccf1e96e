package id.kentongan.job.backtest;

import java.io.PrintStream;
import java.util.function.DoubleConsumer;

/** A bar that a person watches, redrawn at each percent; nothing where nobody does. */
public final class Progress implements DoubleConsumer {
    private static final int WIDTH = 30;

    private final PrintStream err;
    private final boolean watched;
    private final String what;
    private int shown = -1;

    public Progress(PrintStream err, boolean watched, String what) {
        this.err = err;
        this.watched = watched;
        this.what = what;
    }

    @Override
    public void accept(double part) {
        int percent = (int) Math.round(100 * part);
        if (!watched || percent == shown) {
            return;
        }
        shown = percent;
        int full = percent * WIDTH / 100;
        err.printf("\r  [%s%s] %3d %%  %s", "#".repeat(full), " ".repeat(WIDTH - full), percent, what);
        if (percent == 100) {
            err.print("\r\033[K");
        }
        err.flush();
    }
}
