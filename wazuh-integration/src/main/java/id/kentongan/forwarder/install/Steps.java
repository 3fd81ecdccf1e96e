package id.kentongan.forwarder.install;

import java.io.IOException;
import java.util.function.Consumer;

/** Says each change before it is made; in a dry run it only says. */
final class Steps {
    private final Consumer<String> say;
    private final boolean dry;
    private int changes;
    private int undone;

    Steps(Consumer<String> say, boolean dry) {
        this.say = say;
        this.dry = dry;
    }

    /** What a step does. */
    interface Deed {
        void run() throws IOException;
    }

    void change(String what, Deed deed) throws IOException {
        changes++;
        say.accept(Plain.line((dry ? "would  " : "does   ") + what));
        if (!dry) {
            deed.run();
        }
    }

    void asItIs(String what) {
        say.accept(Plain.line("ok     " + what));
    }

    void note(String what) {
        say.accept(Plain.line("note   " + what));
    }

    /** Something that was asked for cannot be. */
    void fault(String what, String mend) {
        undone++;
        say.accept(Plain.line("FAULT  " + what + ": " + mend));
    }

    boolean dry() {
        return dry;
    }

    /** The last line, and the exit code. */
    int end() {
        if (changes == 0) {
            say.accept("nothing to change");
        }
        return undone == 0 ? 0 : 1;
    }
}
