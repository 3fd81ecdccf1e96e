package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads one line as an alert of Wazuh 4, or as a finding or event of Wazuh 5. The generation is told by the shape, not
 * by the source that sent it. Whatever the bytes are, the answer is an alert or a reason why not.
 */
public final class Intake {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    /** What a line turned out to be; exactly one of the two. */
    public record Reading(@Nullable Alert alert, @Nullable String reason) {}

    /**
     * Never throws for what the bytes are.
     *
     * @param position {@code partition/offset}, goes into the alert
     */
    public Reading read(byte[] bytes, String position) {
        if (bytes.length == 0) {
            return refused("empty");
        }
        JsonNode root;
        try {
            // Through a String: invalid UTF-8 becomes U+FFFD instead of an unreadable alert.
            root = JSON.readValue(new String(bytes, UTF_8));
        } catch (JsonProcessingException e) {
            return refused("not-json");
        }
        return root.isObject() ? ofGeneration(new Document(root), bytes, position) : refused("not-an-object");
    }

    /**
     * A log source of Wazuh 5 may fill a top-level {@code rule}, so its marks come first. Marks of both, or a
     * {@code wazuh} that is of neither, are a shape that we do not know: to guess would give it a false identity.
     */
    private static Reading ofGeneration(Document document, byte[] bytes, String position) {
        boolean five = Wazuh5.wrote(document);
        if (five
                && (!document.at("/manager").isMissingNode()
                        || document.at("/rule/level").isNumber())) {
            return refused("mixed-shape");
        }
        if (five) {
            return Wazuh5.read(document, Sha256.hex(bytes), position);
        }
        boolean four = document.at("/wazuh").isMissingNode() && Wazuh4.wrote(document);
        return four ? Wazuh4.read(document, Sha256.hex(bytes), position) : refused("unknown-shape");
    }

    static Reading refused(String reason) {
        return new Reading(null, reason);
    }
}
