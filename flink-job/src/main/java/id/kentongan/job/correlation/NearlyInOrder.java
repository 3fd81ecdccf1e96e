package id.kentongan.job.correlation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A queue that hands out its smallest element, made for what comes nearly in order: each source and partition in its own
 * order, a few of them interleaved. An element is put behind the first run whose last it does not go before, so one
 * that comes in order costs a comparison; what fits behind none of a few runs goes to a heap.
 */
final class NearlyInOrder<T> {
    private static final int MOST_RUNS = 8;

    private final Comparator<? super T> order;
    private final List<Deque<T>> runs = new ArrayList<>();
    private final PriorityQueue<T> others;
    private int size;

    NearlyInOrder(Comparator<? super T> order) {
        this.order = order;
        this.others = new PriorityQueue<>(order);
    }

    void add(T element) {
        size++;
        for (Deque<T> run : runs) {
            T last = run.peekLast();
            if (last == null || order.compare(last, element) <= 0) {
                run.addLast(element);
                return;
            }
        }
        if (runs.size() < MOST_RUNS) {
            Deque<T> run = new ArrayDeque<>();
            run.addLast(element);
            runs.add(run);
        } else {
            others.add(element);
        }
    }

    @Nullable
    T peek() {
        Deque<T> run = first();
        return run == null ? others.peek() : run.peekFirst();
    }

    /** Of what is not empty. */
    T remove() {
        Deque<T> run = first();
        T smallest = run == null ? others.remove() : run.removeFirst();
        size--;
        if (size == 0) {
            runs.clear(); // what was interleaved once need not be so again
        }
        return smallest;
    }

    /** The run that begins with the smallest element; null where that is in the heap, or nowhere. */
    private @Nullable Deque<T> first() {
        Deque<T> first = null;
        T smallest = others.peek();
        for (Deque<T> run : runs) {
            T here = run.peekFirst();
            if (here != null && (smallest == null || order.compare(here, smallest) < 0)) {
                first = run;
                smallest = here;
            }
        }
        return first;
    }

    int size() {
        return size;
    }

    /** In no order. */
    void forEach(Consumer<? super T> visit) {
        runs.forEach(run -> run.forEach(visit));
        others.forEach(visit);
    }
}
