package id.kentongan.forwarder.forward;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Record keys that were made before, found by the bytes they were made of. Used by one thread. */
final class KnownKeys {
    private static final int PLACES = 1 << 11;
    /** What is longer is made anew each time: names are written by others, and memory stays bounded. */
    private static final int LONGEST = 64;

    @SuppressWarnings("ArrayRecordComponent") // compared by stretches
    private record Known(byte[] node, byte[] agent, String key) {}

    /** Of two keys for one place the newer stays. */
    private final @Nullable Known[] places = new Known[PLACES];

    /** The key of a node and an agent, each a stretch of ASCII in the line. */
    String key(byte[] line, int node, int nodeTo, int agent, int agentTo) {
        if (nodeTo - node > LONGEST || agentTo - agent > LONGEST) {
            return made(line, node, nodeTo, agent, agentTo);
        }
        int place = (hash(line, node, nodeTo) * 31 + hash(line, agent, agentTo)) & (PLACES - 1);
        Known known = places[place];
        if (known == null
                || !Arrays.equals(known.node, 0, known.node.length, line, node, nodeTo)
                || !Arrays.equals(known.agent, 0, known.agent.length, line, agent, agentTo)) {
            known = new Known(
                    Arrays.copyOfRange(line, node, nodeTo),
                    Arrays.copyOfRange(line, agent, agentTo),
                    made(line, node, nodeTo, agent, agentTo));
            places[place] = known;
        }
        return known.key;
    }

    private static String made(byte[] line, int node, int nodeTo, int agent, int agentTo) {
        return Glance.key(
                new String(line, node, nodeTo - node, US_ASCII), new String(line, agent, agentTo - agent, US_ASCII));
    }

    private static int hash(byte[] line, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + line[i];
        }
        return hash;
    }
}
