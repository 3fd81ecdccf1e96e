package id.kentongan.job.rulebook.statement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rule's EPL with its parameters put in, cut into words and statements. Positions are those of the author's text.
 */
public final class EplText {
    public static final int MOST_CHARACTERS = 16_000;
    static final int DEEPEST = 24;
    static final int MOST_STATEMENTS = 20;
    private static final Pattern PARAMETER = Pattern.compile("\\$\\{([^}\\n]*)\\}");

    /** One word, number, quoted text or sign. */
    record Word(String text, int start, int end) {}

    /** One statement: its words, without the semicolon. */
    record Piece(EplText whole, List<Word> words) {
        String text() {
            return whole.rendered.substring(
                    words.get(0).start(), words.get(words.size() - 1).end());
        }

        /** Where a word or sign first stands, else the beginning. */
        Remark at(String word, String words) {
            return at("", word, 1, words);
        }

        /** Where it stands for the {@code nth} time, counted from 1, behind the first {@code after}. */
        Remark at(String after, String word, int nth, String words) {
            int from = this.words.get(0).start();
            List<Integer> places = this.words.stream()
                    .map(Word::start)
                    .filter(start -> stands(word, start))
                    .toList();
            int begin = this.words.stream()
                    .map(Word::start)
                    .filter(start -> stands(after, start))
                    .findFirst()
                    .orElse(from);
            List<Integer> behind =
                    places.stream().filter(start -> start >= begin).toList();
            return whole.remark(behind.size() < nth ? from : behind.get(nth - 1), words);
        }

        private boolean stands(String word, int start) {
            int end = start + word.length();
            return !word.isEmpty()
                    && whole.rendered.regionMatches(true, start, word, 0, word.length())
                    && this.words.stream().anyMatch(one -> one.end() == end);
        }

        /** Esper counts lines of the piece from 1, columns from 0. */
        Remark at(int line, int column, String words) {
            int start = this.words.get(0).start();
            for (int i = 1; i < line; i++) {
                start = whole.rendered.indexOf('\n', start) + 1;
            }
            return whole.remark(Math.min(start + column, whole.rendered.length()), words);
        }
    }

    private final String written;
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> origins = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final List<Remark> faults = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private String rendered = "";

    private EplText(String written) {
        this.written = written;
    }

    /** {@code literals}: what stands for each {@code ${name}}. Faults are kept, see {@link #faults()}. */
    public static EplText of(String written, Map<String, String> literals) {
        EplText read = new EplText(written);
        if (written.length() > MOST_CHARACTERS) {
            read.faults.add(new Remark(
                    1, 1, "has " + written.length() + " characters, at most " + MOST_CHARACTERS + ": split the rule"));
            return read;
        }
        read.render(literals);
        if (read.faults.isEmpty()) {
            read.cut();
        }
        return read;
    }

    public List<Remark> faults() {
        return List.copyOf(faults);
    }

    /** Names of the parameters that the text takes. */
    public Set<String> parameters() {
        return Set.copyOf(used);
    }

    /** With the parameters put in. */
    public String rendered() {
        return rendered;
    }

    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    private void render(Map<String, String> literals) {
        Matcher parameter = PARAMETER.matcher(written);
        int from = 0;
        int word = 0;
        while (parameter.find()) {
            add(written.substring(from, parameter.start()), from, 1);
            String name = parameter.group(1);
            used.add(name);
            String literal = literals.get(name);
            int end = endOfWord(written, word);
            while (end > 0 && end <= parameter.start()) {
                word = end;
                end = endOfWord(written, word);
            }
            if (end < 0 || "'\"`/".indexOf(written.charAt(word)) >= 0) {
                faults.add(place(
                        parameter.start(),
                        "${" + name + "} stands in quotes or in a comment: it brings its own"
                                + " quotes, so remove them"));
            } else if (literal == null) {
                faults.add(place(parameter.start(), "${" + name + "} is not under params: in rule.yml"));
            } else {
                add(literal, parameter.start(), 0);
            }
            from = parameter.end();
        }
        add(written.substring(from), from, 1);
        origins.add(written.length());
        rendered = text.toString();
    }

    private void add(String part, int origin, int step) {
        for (int i = 0; i < part.length(); i++) {
            text.append(part.charAt(i));
            origins.add(origin + i * step);
        }
    }

    private void cut() {
        List<Word> words = new ArrayList<>();
        int depth = 0;
        for (int at = 0; at < rendered.length(); ) {
            int end = endOfWord(rendered, at);
            if (end < 0) {
                faults.add(remark(at, "a quoted text or a comment that begins here does not end"));
                return;
            }
            String word = rendered.substring(at, end);
            if (word.equals(";")) {
                close(words);
                words = new ArrayList<>();
            } else if (!word.isBlank() && !word.startsWith("//") && !word.startsWith("/*")) {
                words.add(new Word(word, at, end));
                depth += "([{".contains(word) ? 1 : ")]}".contains(word) ? -1 : 0;
                if (depth > DEEPEST) {
                    faults.add(remark(at, "is nested deeper than " + DEEPEST + " brackets: make it flatter"));
                    return;
                }
            }
            at = end;
        }
        close(words);
        if (pieces.isEmpty() || pieces.size() > MOST_STATEMENTS) {
            faults.add(new Remark(
                    1, 1, "holds " + pieces.size() + " statements, must hold 1 to " + MOST_STATEMENTS + ": split it"));
        }
    }

    private void close(List<Word> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(this, List.copyOf(words)));
        }
    }

    private static int endOfWord(String rendered, int at) {
        char first = rendered.charAt(at);
        if (rendered.startsWith("//", at)) {
            int end = rendered.indexOf('\n', at);
            return end < 0 ? rendered.length() : end;
        }
        if (rendered.startsWith("/*", at)) {
            int end = rendered.indexOf("*/", at + 2);
            return end < 0 ? -1 : end + 2;
        }
        if (first == '\'' || first == '"' || first == '`') {
            return endOfQuoted(rendered, at);
        }
        int end = at + 1;
        while (isOfWord(first) && end < rendered.length() && isOfWord(rendered.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int endOfQuoted(String rendered, int at) {
        for (int i = at + 1; i < rendered.length(); i++) {
            if (rendered.charAt(i) == '\\') {
                i++;
            } else if (rendered.charAt(i) == rendered.charAt(at)) {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean isOfWord(char one) {
        return Character.isLetterOrDigit(one) || one == '_' || one == '$';
    }

    /** A remark on what stands at this place of the rendered text. */
    private Remark remark(int at, String words) {
        return place(origins.get(Math.min(at, origins.size() - 1)), words);
    }

    private Remark place(int at, String words) {
        String before = written.substring(0, at);
        int line = (int) before.chars().filter(one -> one == '\n').count() + 1;
        return new Remark(line, at - before.lastIndexOf('\n'), words);
    }

    /** The first piece, for remarks on the whole rule. */
    @Nullable
    Piece first() {
        return pieces.isEmpty() ? null : pieces.get(0);
    }
}
