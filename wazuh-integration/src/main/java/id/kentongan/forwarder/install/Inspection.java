package id.kentongan.forwarder.install;

import java.util.function.Consumer;

/** What was looked at, one line each; remembers whether anything was wrong. */
final class Inspection {
    private final Consumer<String> say;
    private int faults;

    Inspection(Consumer<String> say) {
        this.say = say;
    }

    void ok(String what) {
        say.accept(Plain.line("ok     " + what));
    }

    /** Neither right nor wrong, but good to know. */
    void note(String what) {
        say.accept(Plain.line("note   " + what));
    }

    void fault(String what, String mend) {
        faults++;
        say.accept(Plain.line("FAULT  " + what + ": " + mend));
    }

    /** One of the two. */
    void judge(boolean good, String what, String fault, String mend) {
        if (good) {
            ok(what);
        } else {
            fault(fault, mend);
        }
    }

    int exitCode() {
        return faults == 0 ? 0 : 1;
    }
}
