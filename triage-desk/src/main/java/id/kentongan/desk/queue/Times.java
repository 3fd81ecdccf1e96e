package id.kentongan.desk.queue;

import id.kentongan.contracts.Severity;
import id.kentongan.desk.course.CaseHeads;
import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Language;
import java.time.Instant;

/** Writes the times of a list in one language, as of one moment. */
record Times(Clockface clockface, CaseHeads heads, Instant now, Language language) {
    String left(Instant due, Severity severity) {
        return heads.left(due, severity, language);
    }

    boolean over(Instant due) {
        return due.isBefore(now);
    }
}
