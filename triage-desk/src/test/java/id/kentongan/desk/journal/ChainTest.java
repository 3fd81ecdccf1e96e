package id.kentongan.desk.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {
    private static final Instant AT = Instant.parse("2026-11-02T01:00:00Z");

    private final List<Entry> entries = new ArrayList<>();
    private final List<String> hashes = new ArrayList<>();

    ChainTest() {
        String previous = Entry.BEGINNING;
        for (long seq = 1; seq <= 5; seq++) {
            Entry entry = new Entry(seq, AT, "ani", "ANALYST", "TAKE", "KTG-2026-000001", "detail " + seq, previous);
            entries.add(entry);
            previous = entry.hash();
            hashes.add(previous);
        }
    }

    @Test
    void anUntouchedChainIsWhole() {
        assertThat(followed(5).whole()).isTrue();
        assertThat(followed(5).entries()).isEqualTo(5);
    }

    @Test
    void aChangedRowIsFound() {
        Entry old = entries.get(2);
        entries.set(2, new Entry(3, AT, "eka", "ANALYST", "TAKE", old.subject(), old.detail(), old.previous()));

        assertThat(followed(5).faults()).containsExactly("entry 3 was changed");
    }

    @Test
    void aChangedRowWithItsHashMadeNewIsFoundByTheNextOne() {
        Entry old = entries.get(2);
        entries.set(2, new Entry(3, AT, "eka", "ANALYST", "TAKE", old.subject(), old.detail(), old.previous()));
        hashes.set(2, entries.get(2).hash());

        assertThat(followed(5).faults()).containsExactly("entry 4 does not follow from the one before");
    }

    @Test
    void aMissingRowIsFoundInTheMiddleAndAtTheEnd() {
        entries.remove(1);
        hashes.remove(1);
        assertThat(followed(5).faults()).contains("entries 2 to 2 are missing");

        entries.remove(3);
        hashes.remove(3);
        assertThat(followed(5).faults()).anyMatch(fault -> fault.contains("ends at entry 4, but 5 were written"));
    }

    @Test
    void textCannotMoveFromOneFieldToTheNext() {
        Entry one = new Entry(1, AT, "ab", "c", "d", "e", "f", Entry.BEGINNING);
        Entry other = new Entry(1, AT, "a", "bc", "d", "e", "f", Entry.BEGINNING);

        assertThat(one.hash()).isNotEqualTo(other.hash());
    }

    private Chain.Verified followed(long written) {
        Chain chain = new Chain();
        for (int i = 0; i < entries.size(); i++) {
            chain.follow(entries.get(i), hashes.get(i));
        }
        String last = written == 5 && hashes.size() < 4 ? "gone" : hashes.get(hashes.size() - 1);
        return chain.end(written, last);
    }
}
