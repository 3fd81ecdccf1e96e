package id.kentongan.job.intake;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object whose fields may be absent or of any type: a string today may be an array tomorrow. Texts come out
 * clean, at most {@value Alert#MAX_TEXT} characters. Fields are named by JSON pointers.
 */
final class Document {
    private static final int MOST_TEXTS = 32;
    private static final int LONGEST_OF_MANY = 64;

    /** Ours, all of them constants: reading each anew would cost as much as reading an alert's fields. */
    private static final Map<String, JsonPointer> POINTERS = new ConcurrentHashMap<>();

    private final JsonNode root;

    Document(JsonNode root) {
        this.root = root;
    }

    JsonNode at(String pointer) {
        return root.at(POINTERS.computeIfAbsent(pointer, JsonPointer::compile));
    }

    /** The plain value there, of an array its first; null when there is none or it is blank. */
    @Nullable
    String text(String pointer) {
        JsonNode plain = plain(pointer);
        if (!plain.isValueNode() || plain.isNull()) {
            return null;
        }
        String text = PlainText.clean(plain.asText(), Alert.MAX_TEXT);
        return text.isBlank() ? null : text;
    }

    /** The first of the pointers that has a text. */
    @Nullable
    String first(List<String> pointers) {
        for (String pointer : pointers) {
            String found = text(pointer);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    String first(List<String> pointers, String otherwise) {
        String found = first(pointers);
        return found == null ? otherwise : found;
    }

    /** All texts of an array, or the one text that stands in its place; at most {@value #MOST_TEXTS}. */
    List<String> texts(String pointer) {
        JsonNode node = at(pointer);
        List<String> texts = new ArrayList<>();
        (node.isArray() ? node : List.of(node)).forEach(each -> {
            if (each.isTextual() && texts.size() < MOST_TEXTS) {
                texts.add(PlainText.clean(each.textValue(), LONGEST_OF_MANY));
            }
        });
        return texts;
    }

    /** A log line as it is, however long; null when there is none. */
    @Nullable
    String whole(String pointer) {
        JsonNode plain = plain(pointer);
        return plain.isTextual() && !plain.textValue().isBlank() ? plain.textValue() : null;
    }

    /** This document without one field of an object of its first level, as JSON. */
    String without(String object, String field) {
        JsonNode inner = root.path(object);
        if (!inner.has(field)) {
            return root.toString();
        }
        ObjectNode copy = root.deepCopy();
        ((ObjectNode) copy.path(object)).remove(field);
        return copy.toString();
    }

    private JsonNode plain(String pointer) {
        JsonNode node = at(pointer);
        return node.isArray() && !node.isEmpty() ? node.get(0) : node;
    }
}
