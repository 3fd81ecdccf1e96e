package id.kentongan.job.rulebook.statement;

/**
 * A fault or a warning of {@code rule.epl}, as the author reads it.
 *
 * @param line from 1
 * @param column from 1
 * @param words what is wrong, and after a colon or semicolon the mend
 */
public record Remark(int line, int column, String words) {
    @Override
    public String toString() {
        return "rule.epl line " + line + ", column " + column + ": " + words;
    }
}
