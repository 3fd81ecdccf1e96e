package id.kentongan.contracts;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/** One sentence for people, in Indonesian and in English. Plain text: whoever shows it escapes it. */
public record Text(String id, String en) implements Serializable {
    public Text {
        requireNonNull(id, "id");
        requireNonNull(en, "en");
    }
}
