package id.kentongan.forwarder.source;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far the files that were left behind had been read. A file comes twice when the clock was set back over midnight,
 * or when its copy was read and the link still stands.
 */
final class LeftFiles {
    private static final int REMEMBERED = 100;

    private record Left(Identity identity, long next) {}

    /** Whether a name is that of a dated file. */
    interface Dated {
        boolean is(String name) throws IOException;
    }

    private final Map<String, Left> left = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Left> eldest) {
            return size() > REMEMBERED;
        }
    };

    void remember(OpenFile file) {
        left.put(file.identity().name(), new Left(file.identity(), file.linesUpTo()));
    }

    /** @param alias names that this file may have been left under, besides its own */
    void goOnWhereLeft(OpenFile file, Dated alias) throws IOException {
        for (Left each : left.values()) {
            String name = each.identity().name();
            boolean sameName = name.equals(file.identity().name()) || alias.is(name);
            boolean sameHead = !file.identity().head().isEmpty()
                    && file.identity().head().equals(each.identity().head());
            if (sameName && sameHead && file.reaches(each.next())) {
                file.goOn(each.identity(), each.next());
            }
        }
    }
}
