package id.kentongan.desk.analysis;

import java.time.Instant;

/** What an analyst wrote down on the way. */
public record Note(Instant at, String author, String text) {}
