package id.kentongan.desk.page;

import id.kentongan.contracts.Text;
import java.util.Locale;

/** The languages of the screens. */
public enum Language {
    INDONESIAN("id", "id-ID"),
    ENGLISH("en", "en-GB");

    private final String code;
    private final Locale locale;

    Language(String code, String tag) {
        this.code = code;
        this.locale = Locale.forLanguageTag(tag);
    }

    /** The language written so; Indonesian for anything else. */
    public static Language of(String code) {
        return code.equals(ENGLISH.code) ? ENGLISH : INDONESIAN;
    }

    public static Language of(Locale locale) {
        return of(locale.getLanguage());
    }

    public String code() {
        return code;
    }

    public Locale locale() {
        return locale;
    }

    public Language other() {
        return this == INDONESIAN ? ENGLISH : INDONESIAN;
    }

    /** The text in this language, safe to look at; still to be escaped by the template. */
    public String of(Text text) {
        return Visible.text(this == INDONESIAN ? text.id() : text.en());
    }
}
