package id.kentongan.forwarder.source;

/**
 * What tells one file from all others, however it is read: live through its hard link, later under its dated name, or
 * from its compressed copy. Written {@code 2026/Nov/ossec-alerts-19.json#1f2e3d4c5b6a7988}, of a file without a dated
 * name {@code device:inode#...}.
 *
 * @param name dated name without .gz, or device and inode
 * @param head hash of the first line; empty while that is not known
 * @param generation rises when a file was cut short and begins with the same line again; written {@code ~1} where not 0
 */
record Identity(String name, String head, int generation) {
    String text() {
        return name + "#" + head + (generation == 0 ? "" : "~" + generation);
    }

    /** Reads {@link #text()}; what has another form is a name alone. */
    static Identity parse(String text) {
        int hash = text.lastIndexOf('#');
        if (hash < 0) {
            return new Identity(text, "", 0);
        }
        int wave = text.indexOf('~', hash);
        int generation = wave < 0 ? 0 : Integer.parseInt(text.substring(wave + 1));
        return new Identity(
                text.substring(0, hash), text.substring(hash + 1, wave < 0 ? text.length() : wave), generation);
    }

    /** Of the same file after it was cut short; its new head is not known yet. */
    Identity cutShort() {
        return new Identity(name, head, generation + 1);
    }

    /** With the first line that is there now; only where that is the old one the generation is needed. */
    Identity beginningWith(String now) {
        return new Identity(name, now, head.isEmpty() || now.equals(head) ? generation : 0);
    }
}
