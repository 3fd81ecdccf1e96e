package id.kentongan.desk.shelf;

import id.kentongan.contracts.Case;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** A case as JSON, the form of topic {@code cases}. Properties that this desk does not know are ignored. */
public final class CaseJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private CaseJson() {}

    /**
     * Reads one case.
     *
     * @throws JacksonException when the bytes are not the JSON of a case
     */
    public static Case read(byte[] json) {
        return require(JSON.readValue(json, Case.class));
    }

    static String write(Case content) {
        return JSON.writeValueAsString(content);
    }

    static Case read(String json) {
        return require(JSON.readValue(json, Case.class));
    }

    private static Case require(@Nullable Case read) {
        if (read == null) {
            throw MismatchedInputException.from(null, Case.class, "expected a case, got JSON null");
        }
        return read;
    }
}
