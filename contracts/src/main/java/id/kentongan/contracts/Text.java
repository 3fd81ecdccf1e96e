package id.kentongan.contracts;

import static java.util.Objects.requireNonNull;

/** One sentence for people, in Indonesian and in English. Plain text: whoever shows it escapes it. */
public record Text(String id, String en) {
    public Text {
        requireNonNull(id, "id");
        requireNonNull(en, "en");
    }
}
