package id.kentongan.desk.paper;

import static java.util.Objects.requireNonNull;

import id.kentongan.desk.casefile.Tlp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document. Its texts are plain: whoever renders it escapes them. Empty ones are printed as a dash, never left out.
 *
 * @param name of the file, without ending
 * @param compact set narrower, for what the SOP wants on one page
 * @param heading under the letterhead: what it is, which case, which version; empty in a letter
 * @param parts in order
 * @param label at the head of every page; null in a letter, which is no paper of the house
 * @param foot printed on every page in front of the page number
 */
public record Paper(
        String name,
        String title,
        boolean compact,
        List<Fact> heading,
        List<Part> parts,
        @Nullable Tlp label,
        String foot) {
    public static final String NOTHING = "-";

    public Paper {
        requireNonNull(name, "name");
        requireNonNull(title, "title");
        heading = List.copyOf(heading);
        parts = List.copyOf(parts);
    }

    /** A label and what stands behind it. */
    public record Fact(String label, String value) {
        public Fact {
            value = value.isBlank() ? NOTHING : Masked.text(value.strip());
        }
    }

    /** A name under which a line is left for the signature. */
    public record Signature(String role, String post, String name, String nip, String date) {
        public Signature {
            post = post.isBlank() ? NOTHING : post;
            name = name.isBlank() ? NOTHING : name;
            nip = nip.isBlank() ? NOTHING : nip;
            date = date.isBlank() ? NOTHING : date;
        }
    }

    /** A piece of the document. */
    public sealed interface Part {
        /** For templates, which know no types. */
        default String kind() {
            return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The heading of a chapter. */
    public record Chapter(String title) implements Part {}

    public record Facts(List<Fact> facts) implements Part {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** Running text; line ends are kept. */
    public record Prose(String text) implements Part {
        public Prose {
            text = text.isBlank() ? NOTHING : Masked.text(text.strip());
        }
    }

    /** A table; without rows it has one of dashes. */
    public record Grid(List<String> columns, List<List<String>> rows) implements Part {
        public Grid {
            columns = List.copyOf(columns);
            List<List<String>> kept = new ArrayList<>();
            int width = columns.size();
            rows.forEach(row -> kept.add(row.stream()
                    .map(cell -> cell.isBlank() ? NOTHING : Masked.text(cell.strip()))
                    .toList()));
            if (kept.isEmpty()) {
                kept.add(java.util.Collections.nCopies(width, NOTHING));
            }
            rows = List.copyOf(kept);
        }
    }

    /** Numbered points of a letter. */
    public record Points(List<String> points) implements Part {
        public Points {
            points = points.stream().map(Masked::text).toList();
        }
    }

    /** Place and date on the right, number and subject on the left, addressee below: the head of an official letter. */
    public record LetterHead(String placeAndDate, List<Fact> facts, List<String> addressee) implements Part {
        public LetterHead {
            facts = List.copyOf(facts);
            addressee = addressee.stream().map(Masked::text).toList();
        }
    }

    public record Signatures(List<Signature> signatures) implements Part {
        public Signatures {
            signatures = List.copyOf(signatures);
        }
    }

    /** The rest begins on a new page. */
    public record NewPage() implements Part {}
}
