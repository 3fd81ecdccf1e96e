package id.kentongan.job.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Wazuh 5 says a word where Wazuh 4 said a number from 0 to 16; after the vendor's own migration table. */
enum SeverityWord {
    INFORMATIONAL(1, 3),
    LOW(4, 5),
    MEDIUM(7, 8),
    HIGH(10, 12),
    CRITICAL(14, 15);

    private static final List<SeverityWord> DOWNWARDS =
            Arrays.stream(values()).sorted((a, b) -> b.from - a.from).toList();

    private final int from;
    private final int level;

    SeverityWord(int from, int level) {
        this.from = from;
        this.level = level;
    }

    /** The number of Wazuh 4 that stands for it. */
    int level() {
        return level;
    }

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Null where it is absent or no word of the five: unknown, which is not low. */
    static @Nullable SeverityWord parse(@Nullable String written) {
        String word = written == null ? "" : written.strip().toLowerCase(Locale.ROOT);
        return DOWNWARDS.stream()
                .filter(each -> each.written().equals(word))
                .findFirst()
                .orElse(null);
    }

    /** Null for level 0, which Wazuh 4 gives to what it means to ignore. */
    static @Nullable String ofLevel(int level) {
        return DOWNWARDS.stream()
                .filter(each -> level >= each.from)
                .findFirst()
                .map(SeverityWord::written)
                .orElse(null);
    }
}
