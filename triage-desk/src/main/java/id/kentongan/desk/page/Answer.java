package id.kentongan.desk.page;

import id.kentongan.desk.casefile.Decision;
import java.util.Locale;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells a person, on the page that comes after a form, what became of it. */
public final class Answer {
    private Answer() {}

    /** The message of the refusal, or of the move that was made. */
    public static void tell(RedirectAttributes after, Decision decision, String done) {
        if (decision instanceof Decision.Refused refused) {
            refuse(after, "refusal." + refused.why().name().toLowerCase(Locale.ROOT));
        } else {
            done(after, done);
        }
    }

    public static void done(RedirectAttributes after, String message) {
        after.addFlashAttribute("done", message);
    }

    /** What else came of it, beside what {@link #done} tells. */
    public static void also(RedirectAttributes after, String message) {
        after.addFlashAttribute("also", message);
    }

    public static void refuse(RedirectAttributes after, String message) {
        after.addFlashAttribute("refused", message);
    }
}
