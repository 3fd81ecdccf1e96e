package id.kentongan.desk.records;

import id.kentongan.desk.casefile.Move;
import id.kentongan.desk.casefile.StageName;
import java.time.Duration;
import java.time.Instant;

/** One move that somebody made on some case, with the time of processing and of waiting before it. */
record Deed(
        String number,
        Move move,
        StageName from,
        StageName to,
        String actor,
        Instant at,
        String note,
        Duration work,
        Duration waited) {}
