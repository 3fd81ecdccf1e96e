package id.kentongan.desk.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One line of advice: what to do, who does it, by when. */
public record Advice(String text, String owner, @Nullable LocalDate due) {
    public static final Advice NONE = new Advice("", "", null);
}
