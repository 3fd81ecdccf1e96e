package id.kentongan.desk.paper;

import java.io.IOException;

/** Turns a paper into a file. Fetches nothing; whatever stands in the paper stays text. Safe for threads. */
interface Printer {
    byte[] print(Paper paper) throws IOException;
}
