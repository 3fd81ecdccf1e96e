package id.kentongan.forwarder.source.findings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import id.kentongan.forwarder.source.Position;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All places, in the order of their indices' names, so older ones of a stream first. Also those that are read to their
 * end: an index that was forgotten would be read anew. One {@link Position} restores all: its mark holds every place
 * as it stood when the run of lines of one place began, its file and number say how far that run has come.
 */
final class Cursor {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Place> places = new TreeMap<>();

    /** Nothing read yet. */
    Cursor() {}

    /** Behind that position. */
    static Cursor at(Position position) throws IOException {
        Cursor cursor = new Cursor();
        try {
            for (JsonNode each : JSON.readTree(position.mark())) {
                cursor.put(new Place(
                        each.path(0).textValue(),
                        each.path(1).textValue(),
                        each.path(2).intValue(),
                        each.path(3).intValue(),
                        each.path(4).longValue(),
                        each.path(5).longValue()));
            }
        } catch (JsonProcessingException e) {
            throw new IOException("the checkpoint is none of a findings source; give the source another name", e);
        }
        for (Place place : cursor.places()) {
            if (place.file().equals(position.file())) {
                place.standAt(position.next() - 1);
            }
        }
        return cursor;
    }

    Collection<Place> places() {
        return List.copyOf(places.values());
    }

    /** Of each stream the oldest place that is not read to its bound: it is finished before the next begins. */
    Collection<Place> fronts() {
        Map<String, Place> fronts = new TreeMap<>();
        for (Place place : places.values()) {
            if (place.unread()) {
                fronts.putIfAbsent(place.stream() + "/" + place.shard(), place);
            }
        }
        return fronts.values();
    }

    @Nullable
    Place of(Shard shard) {
        return places.get(key(shard.index(), shard.shard()));
    }

    void put(Place place) {
        places.put(key(place.index(), place.shard()), place);
    }

    void remove(Place place) {
        places.remove(key(place.index(), place.shard()));
    }

    /** Generations of that stream between the newest known and this one; 0 where none is missing. */
    int generationsMissingBefore(Place place) {
        int newest = places.values().stream()
                .filter(known -> known.stream().equals(place.stream()) && known.generation() < place.generation())
                .mapToInt(Place::generation)
                .max()
                .orElse(0);
        return newest == 0 ? 0 : place.generation() - newest - 1;
    }

    /** A position at that number of a place, with all the others as they stand. */
    String mark() {
        ArrayNode all = JSON.createArrayNode();
        for (Place place : places.values()) {
            all.addArray()
                    .add(place.index())
                    .add(place.uuid())
                    .add(place.shard())
                    .add(place.turn())
                    .add(place.last())
                    .add(place.checkpoint());
        }
        return all.toString();
    }

    private static String key(String index, int shard) {
        return index + "/" + shard;
    }
}
