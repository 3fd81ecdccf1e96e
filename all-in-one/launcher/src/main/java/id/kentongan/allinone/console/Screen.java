package id.kentongan.allinone.console;

import java.io.PrintStream;
import java.util.List;

/** The terminal, or the file that stands in for it: lines that stay, and on a terminal a few last lines that change. */
public final class Screen {
    private static final String UP_ONE_LINE_AND_CLEAR = "\u001b[1A\u001b[2K";

    private static final int NARROWEST = 80;

    private final PrintStream out;
    private final boolean terminal;
    private List<String> changing = List.of();

    public Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    public boolean isTerminal() {
        return terminal;
    }

    /** Adds lines that stay. Control characters other than line ends are replaced. */
    public synchronized void say(String lines) {
        clearChanging();
        lines.lines().map(Screen::harmless).forEach(out::println);
        changing.forEach(out::println);
        out.flush();
    }

    /**
     * Replaces the changing lines; on something else than a terminal nothing is shown. Longer ones than any terminal
     * is narrow are cut: one that wraps could not be taken back.
     */
    public synchronized void show(List<String> lines) {
        if (terminal) {
            clearChanging();
            changing = lines.stream().map(Screen::harmless).map(Screen::cut).toList();
            changing.forEach(out::println);
            out.flush();
        }
    }

    private void clearChanging() {
        changing.forEach(each -> out.print(UP_ONE_LINE_AND_CLEAR));
    }

    private static String cut(String line) {
        return line.substring(0, Math.min(line.length(), NARROWEST - 1));
    }

    private static String harmless(String line) {
        return line.replaceAll("\\p{Cc}", "\uFFFD");
    }
}
