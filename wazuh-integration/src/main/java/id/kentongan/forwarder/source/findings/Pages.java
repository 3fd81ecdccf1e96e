package id.kentongan.forwarder.source.findings;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fetches page after page, each so long that it holds about as many bytes as wanted. */
final class Pages {
    static final int FIRST = 500;
    static final int MOST = 10_000;

    private final Indexer indexer;
    private final int bytesWanted;
    private int size = FIRST;

    Pages(Indexer indexer, int bytesWanted) {
        this.indexer = indexer;
        this.bytesWanted = bytesWanted;
    }

    /** Gives the place its next page; false when its index is gone. */
    boolean fetch(Place place) throws IOException {
        while (true) {
            int asked = size;
            try {
                @Nullable
                List<Hit> page = indexer.page(place.index(), place.shard(), place.fetched(), place.bound(), asked);
                if (page == null) {
                    return false;
                }
                place.take(page, asked);
                adapt(page);
                return true;
            } catch (OversizeException e) {
                if (asked == 1) {
                    throw e;
                }
                size = Math.max(1, asked / 4);
            }
        }
    }

    private void adapt(List<Hit> page) {
        long bytes = 0;
        for (Hit hit : page) {
            bytes += hit.source().length;
        }
        if (bytes > 0) {
            long fits = Math.max(1, bytesWanted * (long) page.size() / bytes);
            size = (int) Math.min(MOST, Math.min(fits, size * 2L));
        }
    }
}
