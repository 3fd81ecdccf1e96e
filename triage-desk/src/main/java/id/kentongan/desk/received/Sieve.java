package id.kentongan.desk.received;

import id.kentongan.desk.casefile.Tlp;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets into one letter what may go to its PSE. A text that repeats what a source under RED or AMBER+STRICT said is left out
 * whole, and so is one under AMBER unless the PSE is a client. It remembers what it left out, for the analyst's screen
 * alone.
 */
public final class Sieve {
    /**
     * A text that stays out of the letter.
     *
     * @param field key of the message that names the text; {@code letter.left.source} is the source's own words
     * @param client true where the PSE would get it as a client
     */
    public record LeftOut(String field, String source, Tlp tlp, String number, boolean client) {}

    private record Held(Received received, Wording wording) {}

    private final List<Held> held;
    private final List<LeftOut> leftOut = new ArrayList<>();

    /**
     * A sieve for one letter.
     *
     * @param client the PSE is a client of the team
     * @param own what the PSE's own alerts and assets say: no secret to it, whoever repeats it
     */
    public Sieve(List<Received> received, boolean client, String own) {
        this.held = received.stream()
                .filter(one -> !one.mayGo(client))
                .map(one -> new Held(one, Wording.of(one.title() + "\n" + one.summary(), own)))
                .toList();
        held.forEach(one -> leftOut.add(left("letter.left.source", one.received())));
    }

    /** The text, or nothing where it repeats what may not go. */
    public String let(String field, String text) {
        for (Held one : held) {
            if (one.wording().repeatedIn(text)) {
                leftOut.add(left(field, one.received()));
                return "";
            }
        }
        return text;
    }

    /** Whether nothing of that case's own opening may go: its times, too, are then the source's. */
    public boolean holds(String number) {
        return held.stream().anyMatch(one -> one.received().number().equals(number));
    }

    /** Each once, the sources first. */
    public List<LeftOut> leftOut() {
        return leftOut.stream().distinct().toList();
    }

    private static LeftOut left(String field, Received from) {
        return new LeftOut(field, from.source(), from.tlp(), from.number(), from.tlp() == Tlp.AMBER);
    }
}
