package id.kentongan.bench.edge;

import id.kentongan.bench.ground.Running;
import java.io.IOException;

/** A program that carries the lines of a file to a topic. */
interface Shipper {
    String name();

    /** How it is set, for people; one line. */
    String settings();

    /** Makes sure that it can start; false when it cannot be had here. */
    boolean ready() throws IOException, InterruptedException;

    Running start(Trip trip) throws IOException;

    /** True when it says that all is sent, or says nothing of that. Asked when the topic holds enough records. */
    default boolean saysDone(Trip trip) throws IOException {
        return true;
    }
}
