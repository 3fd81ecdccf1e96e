package id.kentongan.forwarder.source.findings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is asked of an indexer: where its shards stand, to refresh, and documents by number. Changes nothing there. */
final class Indexer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORGIVING = "ignore_unavailable=true&allow_no_indices=true";
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;

    private final Connection connection;
    private final String streams;

    Indexer(Connection connection, List<String> streams) {
        this.connection = connection;
        this.streams = path(String.join(",", streams));
    }

    /** Every started primary shard of the streams. An index whose shard is being recovered is not among them. */
    List<Shard> shards() throws IOException {
        String wanted = "&filter_path=_shards,indices.*.uuid,indices.*.shards.*.routing,indices.*.shards.*.seq_no";
        Connection.Answer answer = connection.get("/" + streams + "/_stats/docs?level=shards&" + FORGIVING + wanted);
        if (answer.status() == NOT_FOUND) {
            return List.of();
        }
        JsonNode stats = json(answer);
        if (stats.at("/_shards/failed").asInt(-1) != 0) {
            throw new BusyException("the indexer tells of some shards only");
        }
        List<Shard> shards = new ArrayList<>();
        for (Map.Entry<String, JsonNode> index : stats.path("indices").properties()) {
            addPrimaries(index.getKey(), index.getValue(), shards);
        }
        return shards;
    }

    private static void addPrimaries(String index, JsonNode told, List<Shard> shards) {
        told.path("shards")
                .properties()
                .forEach(numbered -> numbered.getValue().forEach(copy -> {
                    JsonNode seqNo = copy.path("seq_no");
                    boolean started = "STARTED".equals(copy.at("/routing/state").asText());
                    if (started && copy.at("/routing/primary").asBoolean() && seqNo.has("global_checkpoint")) {
                        shards.add(new Shard(
                                index,
                                told.path("uuid").asText(),
                                Integer.parseInt(numbered.getKey()),
                                seqNo.path("max_seq_no").asLong(-1),
                                seqNo.path("global_checkpoint").asLong(-1)));
                    }
                }));
    }

    /** Makes all that was written visible. False when we may not. */
    boolean refresh() throws IOException {
        Connection.Answer answer = connection.post("/" + streams + "/_refresh?" + FORGIVING, "");
        if (answer.status() == FORBIDDEN) {
            return false;
        }
        if (answer.status() != NOT_FOUND && json(answer).at("/_shards/failed").asInt(-1) != 0) {
            throw new BusyException("the indexer refreshed some shards only");
        }
        return true;
    }

    /** False only when the indexer says that there is no such index; one that cannot be read now does exist. */
    boolean exists(String index) throws IOException {
        Connection.Answer answer = connection.get("/" + path(index) + "/_settings?flat_settings=true");
        if (answer.status() == NOT_FOUND) {
            return false;
        }
        json(answer);
        return true;
    }

    /** Documents with numbers from {@code above}, itself not, up to {@code upTo}; null when the index is gone. */
    @Nullable
    List<Hit> page(String index, int shard, long above, long upTo, int size) throws IOException {
        ObjectNode search = search(size);
        search.putObject("query")
                .putObject("range")
                .putObject("_seq_no")
                .put("gt", above)
                .put("lte", upTo);
        Connection.Answer answer = ask(index, shard, search);
        if (answer.status() == NOT_FOUND) {
            return null;
        }
        requireOk(answer);
        return ReadsHits.of(answer.body());
    }

    /** The least number of a document that is not older than {@code time}; {@code otherwise} where there is none. */
    long firstSince(String index, int shard, Instant time, long otherwise) throws IOException {
        ObjectNode search = search(1);
        search.putObject("query").putObject("range").putObject("@timestamp").put("gte", time.toString());
        Connection.Answer answer = ask(index, shard, search);
        if (answer.status() == NOT_FOUND) {
            return otherwise;
        }
        requireOk(answer);
        List<Hit> first = ReadsHits.of(answer.body());
        return first.isEmpty() ? otherwise : first.get(0).seqNo();
    }

    private static ObjectNode search(int size) {
        ObjectNode search = JSON.createObjectNode();
        search.put("size", size)
                .put("seq_no_primary_term", true)
                .put("version", true)
                .put("track_total_hits", false);
        search.putArray("sort").addObject().put("_seq_no", "asc");
        return search;
    }

    private Connection.Answer ask(String index, int shard, ObjectNode search) throws IOException {
        return connection.post(
                "/" + path(index) + "/_search?allow_partial_search_results=false&preference=_shards:" + shard,
                search.toString());
    }

    private static JsonNode json(Connection.Answer answer) throws IOException {
        requireOk(answer);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new BusyException("the indexer's answer is no whole JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void requireOk(Connection.Answer answer) throws IOException {
        switch (answer.status()) {
            case 200 -> {}
            case 401 -> throw new IOException("the indexer does not know us (401): check user and password-file");
            case FORBIDDEN ->
                throw new IOException("the indexer refuses us (403): give our role read and indices:monitor/* on the"
                        + " streams and on their .ds- indices: " + answer.said());
            default -> throw new IOException("the indexer answers " + answer.status() + ": " + answer.said());
        }
    }

    private static String path(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
