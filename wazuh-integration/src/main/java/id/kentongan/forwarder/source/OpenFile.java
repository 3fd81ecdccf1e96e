package id.kentongan.forwarder.source;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** One file that is being read line by line. */
final class OpenFile implements Closeable {
    private final Content content;
    private final Inode inode;
    private Identity identity;
    private String head = "";
    private String mark = "";
    private @Nullable String markedHead;
    private LineReader reader;
    private boolean damaged;

    private OpenFile(Content content, Inode inode, Identity identity) throws IOException {
        this.content = content;
        this.inode = inode;
        this.identity = identity;
        this.reader = new LineReader(InputStream.nullInputStream(), 0);
        goTo(0);
        learnHead(content.compressed());
    }

    /**
     * Opens the file at its beginning.
     *
     * @param name the dated name, or null when it has none
     * @return null when there is no such file
     */
    static @Nullable OpenFile open(Path path, @Nullable String name) throws IOException {
        Inode inode = Inode.of(path);
        if (inode == null) {
            return null;
        }
        Content content;
        try {
            content = path.toString().endsWith(".gz") ? new GzipContent(path) : new PlainContent(path);
        } catch (NoSuchFileException e) {
            return null; // gone between the two looks
        }
        try {
            OpenFile file = new OpenFile(content, inode, new Identity(name == null ? inode.text() : name, "", 0));
            if (inode.equals(Inode.of(path))) {
                return file;
            }
        } catch (NoSuchFileException e) {
            // gone between the two looks
        } catch (IOException e) {
            content.close();
            throw e;
        }
        content.close();
        return null;
    }

    /** True when this file begins as the one that {@code saved} was in; one without a line then may begin anyhow. */
    boolean beginsAs(Position saved) throws IOException {
        String then = headOf(saved);
        return then.isEmpty() || then.equals(Head.of(content.first(), true));
    }

    /** True when the position's own inode number is this one; devices may be numbered anew when a machine starts. */
    boolean sameInode(Position saved) {
        String[] parts = saved.mark().split(":", -1);
        return parts.length > 1 && parts[1].equals(Long.toString(inode.number()));
    }

    private static String headOf(Position saved) {
        return saved.mark().substring(saved.mark().lastIndexOf(':') + 1);
    }

    boolean reaches(long offset) throws IOException {
        return content.reaches(offset);
    }

    /** Goes to {@code offset}, under the identity that lines of this file were sent with before. */
    void goOn(Identity as, long offset) throws IOException {
        identity = head.isEmpty() ? as : as.beginningWith(head);
        goTo(offset);
    }

    void goTo(long offset) throws IOException {
        try {
            reader = new LineReader(content.from(offset), offset);
        } catch (EOFException | ZipException e) {
            damaged = true;
        }
    }

    /** The next whole line, or null. */
    @Nullable
    Line next() throws IOException {
        if (damaged) {
            return null;
        }
        try {
            LineReader.Cut cut = reader.next();
            return cut == null ? null : line(cut, false);
        } catch (EOFException | ZipException e) {
            damaged = true;
            return null;
        }
    }

    /** The half line at the end of a file that nobody appends to any more. */
    @Nullable
    Line rest() throws IOException {
        LineReader.Cut cut = damaged ? null : reader.rest();
        return cut == null ? null : line(cut, true);
    }

    private Line line(LineReader.Cut cut, boolean finished) throws IOException {
        learnHead(finished);
        return cut.in(identity.text(), mark());
    }

    private void learnHead(boolean finished) throws IOException {
        if (head.isEmpty()) {
            head = Head.of(content.first(), finished);
            identity = head.isEmpty() ? identity : identity.beginningWith(head);
        }
    }

    /** Before the first line that is still to be read here. */
    Position here() {
        return here(reader.linesUpTo());
    }

    private Position here(long offset) {
        return between(offset, offset);
    }

    /** Between two offsets, of this file. */
    Position between(long from, long to) {
        return new Position(identity.text(), mark(), from, to);
    }

    /** Goes back to the beginning, because what was {@code before} was cut short; gives the place to go on from. */
    Position readAnew(Identity before) throws IOException {
        identity = before.cutShort();
        head = "";
        Position anew = here(0);
        goTo(0);
        learnHead(content.compressed());
        return anew;
    }

    /** Asked for with every line: made anew only when the head becomes another one. */
    private String mark() {
        if (!head.equals(markedHead)) {
            markedHead = head;
            mark = inode.text() + ":" + head;
        }
        return mark;
    }

    Identity identity() {
        return identity;
    }

    Inode inode() {
        return inode;
    }

    boolean truncated() {
        return content.truncated();
    }

    /** True when the rest of a compressed file cannot be read. */
    boolean damaged() {
        return damaged;
    }

    boolean compressed() {
        return content.compressed();
    }

    long size() throws IOException {
        return content.size();
    }

    long readUpTo() {
        return reader.readUpTo();
    }

    long linesUpTo() {
        return reader.linesUpTo();
    }

    /** Behind the last line end, looking no further back than a line may be long. */
    long lastLineEnd() throws IOException {
        return content.lastLineEnd();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
