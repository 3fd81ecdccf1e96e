package id.kentongan.desk.queue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The lists of the desk for whoever does not come by a page. */
@Component
public class Lists {
    private final Queue queue;

    Lists(Queue queue) {
        this.queue = queue;
    }

    /** One page of the list of that name, such as {@code candidates}; empty for another name. */
    public Optional<List<QueueEntry>> of(String list, String me, String severity, String text, String page) {
        return Arrays.stream(Listing.values())
                .filter(one -> one.path().equals("/" + list))
                .findFirst()
                .map(one -> queue.entries(one, me, QueueFilter.of(severity, text, page)).stream()
                        .limit(QueueFilter.ROWS)
                        .toList());
    }
}
