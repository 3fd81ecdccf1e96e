package id.kentongan.desk.queue;

import java.util.Locale;

/** The lists of the desk. Each holds the cases in some stages, and leads to the page where they go on. */
enum Listing {
    CANDIDATES("", "course.stage in ('CANDIDATE', 'REANALYSIS')"),
    MINE("", "course.owner = :me and course.closed_at is null"),
    BOARD("", "course.closed_at is null"),
    VERIFICATION(
            "/verification", "(course.stage = 'SENT' or (course.stage = 'WORK_REPORT' and course.author is not null))"),
    RATIFICATION("/ratification", "course.stage = 'VERIFIED'"),
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

    /** In SQL, over {@code case_course course}; no text of anybody's goes into it. */
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
