package id.kentongan.desk.queue;

import id.kentongan.contracts.Severity;
import id.kentongan.desk.course.CaseHeads;
import id.kentongan.desk.page.Clockface;
import id.kentongan.desk.page.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes the times of a list in one language, as of one moment. */
record Times(Clockface clockface, CaseHeads heads, Instant now, Language language) {
    String left(Instant due, @Nullable Instant stopped, Severity severity) {
        return heads.left(due, stopped, severity, language);
    }

    boolean over(Instant due, @Nullable Instant stopped) {
        return due.isBefore(stopped == null ? now : stopped);
    }
}
