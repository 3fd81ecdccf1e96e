package id.kentongan.desk.queue;

import java.util.Locale;

/** The lists of the desk. Each holds the cases in some stages, and leads to the page where they go on. */
enum Listing {
    CANDIDATES("", "course.stage in ('CANDIDATE', 'REANALYSIS')"),
    MINE("", "course.owner = :me and course.closed_at is null"),
    BOARD("", "course.closed_at is null"),
    VERIFICATION(
            "/verification",
            "(course.stage = 'SENT' or (course.stage = 'WORK_REPORT' and course.author is not null)"
                    + " or course.case_id = any(array(select case_id from addendum where stage = 'SENT'"
                    + " or (stage = 'WORK_REPORT' and author is not null))))"),
    RATIFICATION(
            "/ratification",
            "(course.stage = 'VERIFIED'"
                    + " or course.case_id = any(array(select case_id from addendum where stage = 'VERIFIED')))"),
    LETTERS("/letter", "course.stage in ('RATIFIED', 'LETTER_OUT', 'FOLLOW_UP')"),
    ARCHIVE("", "course.closed_at is not null");

    private final String page;
    private final String condition;

    Listing(String page, String condition) {
        this.page = page;
        this.condition = condition;
    }

    /** Behind {@code /cases/NUMBER}. */
    String page() {
        return page;
    }

    /**
     * In SQL, over {@code case_course course}; no text of anybody's goes into it. A case stands in the list of whoever an
     * addendum of it waits for, whatever became of the case itself.
     */
    String condition() {
        return condition;
    }

    /** The worst of what is due on the same day stands first; the archive begins with what was closed last. */
    String order() {
        return this == ARCHIVE
                ? "course.closed_at desc, course.case_id desc"
                : "due_day, severity_rank desc, course.due_at, number";
    }

    String path() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }
}
