package id.kentongan.desk.scan;

import id.kentongan.desk.scan.ReportRefused.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Leads through JSON, token by token: one value, or one after the other as in JSON lines. */
final class JsonWalk {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEPTH)
                    .maxNameLength(Limits.PATH)
                    .maxStringLength(Limits.TEXT)
                    .build())
            .build();

    private final JsonParser parser;
    private final Visitor visitor;
    private final StringBuilder path = new StringBuilder();

    private JsonWalk(JsonParser parser, Visitor visitor) {
        this.parser = parser;
        this.visitor = visitor;
    }

    static void walk(byte[] report, Visitor visitor) throws ReportRefused {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), report)) {
            JsonWalk walk = new JsonWalk(parser, visitor);
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                walk.value(token);
            }
        } catch (StreamConstraintsException fault) {
            throw new ReportRefused(Reason.BEYOND_LIMITS, fault);
        } catch (JacksonException fault) {
            throw new ReportRefused(Reason.MALFORMED, fault);
        }
    }

    /** Calls itself for what lies inside; the parser refuses what lies too deep. */
    private void value(JsonToken token) throws ReportRefused {
        switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            default -> scalar(token);
        }
    }

    private void object() throws ReportRefused {
        visitor.open(path.toString());
        int length = path.length();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            path.append('/').append(parser.currentName());
            if (path.length() > Limits.PATH) {
                throw new ReportRefused(Reason.BEYOND_LIMITS);
            }
            value(parser.nextToken());
            path.setLength(length);
        }
        visitor.close(path.toString());
    }

    private void list() throws ReportRefused {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            value(token);
        }
    }

    private void scalar(JsonToken token) {
        String here = path.toString();
        if (token != JsonToken.VALUE_NULL && visitor.wants(here)) {
            visitor.text(here, parser.getString());
        }
    }
}
