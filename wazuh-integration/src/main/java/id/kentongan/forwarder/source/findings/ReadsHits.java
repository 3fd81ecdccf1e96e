package id.kentongan.forwarder.source.findings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the documents out of a search's answer byte by byte as they were indexed. Refuses a partial answer. */
final class ReadsHits {
    /** A document may be as odd as it likes: it is carried, not understood. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final byte[] body;
    private final List<Hit> hits = new ArrayList<>();
    private boolean whole;

    private ReadsHits(byte[] body) {
        this.body = body;
    }

    /**
     * In the order of the answer.
     *
     * @throws BusyException when it is no whole answer: then none of it may count
     */
    static List<Hit> of(byte[] body) throws IOException {
        ReadsHits reading = new ReadsHits(body);
        try (JsonParser json = JSON.createParser(body)) {
            reading.answer(json);
        } catch (JsonProcessingException e) {
            throw new BusyException("the indexer's answer is no whole JSON: " + e.getOriginalMessage(), e);
        }
        if (!reading.whole) {
            throw new BusyException("the indexer answered in part only");
        }
        return reading.hits;
    }

    private void answer(JsonParser json) throws IOException {
        boolean inTime = false;
        boolean allShards = false;
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "timed_out" -> inTime = json.currentToken() == JsonToken.VALUE_FALSE;
                case "_shards" -> allShards = allShards(json);
                case "hits" -> outerHits(json);
                default -> json.skipChildren();
            }
        }
        whole = inTime && allShards && json.currentToken() == JsonToken.END_OBJECT;
    }

    private static boolean allShards(JsonParser json) throws IOException {
        long failed = -1;
        long total = 0;
        long successful = -1;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "failed" -> failed = json.getLongValue();
                case "total" -> total = json.getLongValue();
                case "successful" -> successful = json.getLongValue();
                default -> json.skipChildren();
            }
        }
        return failed == 0 && total > 0 && successful == total;
    }

    private void outerHits(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean list = json.currentName().equals("hits");
            json.nextToken();
            if (!list) {
                json.skipChildren();
                continue;
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                hits.add(hit(json));
            }
        }
    }

    private Hit hit(JsonParser json) throws IOException {
        long seqNo = -1;
        long version = 1;
        byte[] source = new byte[0];
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "_seq_no" -> seqNo = json.getLongValue();
                case "_version" -> version = json.getLongValue();
                case "_source" -> source = bytes(json);
                default -> json.skipChildren();
            }
        }
        if (seqNo < 0) {
            throw new IOException("expected a _seq_no with every document; the indexer gave none");
        }
        return new Hit(seqNo, version, source, time(source));
    }

    private byte[] bytes(JsonParser json) throws IOException {
        long from = json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        return Arrays.copyOfRange(body, (int) from, (int) json.currentLocation().getByteOffset());
    }

    /** Only to put documents of several indices into some order; a bad time is the job's to refuse. */
    private static @Nullable Instant time(byte[] source) throws IOException {
        try (JsonParser json = JSON.createParser(source)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = json.currentName().equals("@timestamp");
                JsonToken value = json.nextToken();
                if (wanted && value == JsonToken.VALUE_STRING) {
                    return Instant.parse(json.getText());
                }
                json.skipChildren();
            }
            return null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
