package id.kentongan.desk.course;

import id.kentongan.desk.deadline.LegalClock;
import java.time.Instant;

/**
 * That what the law asks for was told.
 *
 * @param ticket that the recipient gave; empty where it gave none
 * @param by who wrote it down
 */
public record LegalReport(LegalClock clock, Instant sentAt, String recipient, String ticket, String by) {}
