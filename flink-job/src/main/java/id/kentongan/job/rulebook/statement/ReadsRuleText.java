package id.kentongan.job.rulebook.statement;

import com.espertech.esper.common.client.configuration.Configuration;
import com.espertech.esper.common.client.soda.AnnotationPart;
import com.espertech.esper.common.client.soda.EPStatementObjectModel;
import com.espertech.esper.common.client.soda.Expression;
import com.espertech.esper.common.client.soda.FilterStream;
import com.espertech.esper.common.client.soda.SelectClauseExpression;
import com.espertech.esper.common.client.soda.SelectClauseWildcard;
import com.espertech.esper.compiler.client.EPCompileException;
import com.espertech.esper.compiler.client.EPCompilerProvider;
import id.kentongan.job.rulebook.statement.Inspection.AlertFilter;
import id.kentongan.job.rulebook.statement.Inspection.Statement;
import id.kentongan.job.rulebook.statement.Shape.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads all statements of a rule, in order; gathers every fault. Takes milliseconds; not thread-safe. */
public final class ReadsRuleText {
    /** No rule may look back further. */
    public static final Duration LONGEST_HORIZON = Duration.ofHours(24);

    private static final Pattern PLACE = Pattern.compile(" at line (\\d+) column (\\d+)");
    private static final Pattern NEAR = Pattern.compile("near '([^' ]+)'");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,79}");

    private final Configuration configuration;
    private final String match;
    private final OwnStreams streams;
    private final List<Statement> statements = new ArrayList<>();
    private final List<AlertFilter> filters = new ArrayList<>();
    private final List<Remark> faults = new ArrayList<>();
    private final List<Remark> warnings = new ArrayList<>();
    private final Set<String> columns = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private Duration horizon = Duration.ZERO;
    private boolean matches;

    /**
     * @param match statements whose name begins so tell matches
     * @param alertType the one event type of alerts that the rule may read
     * @param alertTypes all that there are
     */
    public ReadsRuleText(Configuration configuration, String match, String alertType, Set<String> alertTypes) {
        this.configuration = configuration;
        this.match = match;
        this.streams = new OwnStreams(alertType, alertTypes);
    }

    public Inspection read(EplText text) {
        faults.addAll(text.faults());
        text.pieces().forEach(this::statement);
        EplText.Piece first = text.first();
        if (first != null && faults.isEmpty()) {
            checkWhole(first);
        }
        return new Inspection(statements, horizon, filters, columns, faults, warnings);
    }

    private void checkWhole(EplText.Piece first) {
        if (!matches) {
            faults.add(first.at("", "tells no match: name a statement @Name('" + match + "-…')"));
        }
        streams.neverRead()
                .forEach(name ->
                        faults.add(first.at(name, "nothing reads " + name + ": read it, or remove the statement")));
        if (horizon.compareTo(LONGEST_HORIZON) > 0) {
            faults.add(
                    first.at(
                            "",
                            "looks back " + horizon + ", at most " + LONGEST_HORIZON
                                    + ": shorten its windows; those of a chain of insert into add up, #time_batch counts twice"));
        }
    }

    private void statement(EplText.Piece piece) {
        EPStatementObjectModel model = model(piece);
        if (model == null) {
            return;
        }
        List<Remark> ownFaults = new ArrayList<>();
        AllowedNodes.check(model, piece, ownFaults::add);
        String name = name(model, piece, ownFaults);
        if (ownFaults.isEmpty()) {
            ReadsStatement read = new ReadsStatement(model, piece, streams, ownFaults, warnings, filters);
            read.expressions().kindsOfSubqueries((inner, expression) -> kind(read, inner, expression));
            read.read();
            horizon = read.lookBack().compareTo(horizon) > 0 ? read.lookBack() : horizon;
            output(model, piece, read, name, ownFaults);
        }
        faults.addAll(ownFaults);
        statements.add(new Statement(model, piece.at("", "")));
    }

    private @Nullable EPStatementObjectModel model(EplText.Piece piece) {
        String first = piece.words().get(0).text();
        if (Set.of("import", "module", "uses", "option").contains(first.toLowerCase(java.util.Locale.ROOT))) {
            faults.add(piece.at(first, first + " reaches what is not the rule's: remove it"));
            return null;
        }
        try {
            return EPCompilerProvider.getCompiler().eplToModel(piece.text(), configuration);
        } catch (EPCompileException e) {
            faults.add(syntax(piece, String.valueOf(e.getMessage())));
            return null;
        }
    }

    /** Esper says where it stopped, or only at which word. */
    private static Remark syntax(EplText.Piece piece, String words) {
        Matcher place = PLACE.matcher(words);
        if (place.find()) {
            return piece.at(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)), place.replaceFirst(""));
        }
        Matcher near = NEAR.matcher(words);
        return piece.at(near.find() ? near.group(1) : "", words);
    }

    /** Empty where it has none. */
    private String name(EPStatementObjectModel model, EplText.Piece piece, List<Remark> ownFaults) {
        String name = "";
        for (AnnotationPart annotation :
                model.getAnnotations() == null ? List.<AnnotationPart>of() : model.getAnnotations()) {
            boolean plain = annotation.getAttributes().size() == 1
                    && annotation.getAttributes().get(0).getValue() instanceof String text
                    && NAME.matcher(text).matches();
            if (!plain || !name.isEmpty()) {
                ownFaults.add(piece.at("@", "@Name takes one name of letters, digits, - and _"));
            } else {
                name = (String) annotation.getAttributes().get(0).getValue();
            }
        }
        if (!name.isEmpty() && !names.add(name)) {
            ownFaults.add(piece.at("@", "two statements are named " + name + ": choose another name"));
        }
        return name;
    }

    private void output(
            EPStatementObjectModel model,
            EplText.Piece piece,
            ReadsStatement read,
            String name,
            List<Remark> ownFaults) {
        if (!ownFaults.isEmpty()) {
            return;
        }
        Shape shape = shape(model, read);
        if (model.getInsertInto() != null) {
            String into = model.getInsertInto().getStreamName();
            String why = streams.whyNotFed(into);
            if (why != null) {
                ownFaults.add(piece.at(into, why));
            } else if (!carriesEntity(model, read, shape)) {
                ownFaults.add(piece.at(into, into + " must carry the entity: select a.entity as entity"));
            }
            streams.feed(into, shape, read.lookBack());
        }
        if (name.startsWith(match)) {
            matches = true;
            tells(piece, shape, ownFaults);
        } else if (model.getInsertInto() == null) {
            ownFaults.add(piece.at(
                    "",
                    "neither matches nor feeds a stream: name it @Name('" + match + "-…'), or begin with insert into"));
        }
    }

    private void tells(EplText.Piece piece, Shape shape, List<Remark> ownFaults) {
        if (!shape.isAlert() && shape.certain().isEmpty()) {
            ownFaults.add(piece.at(
                    "select",
                    "a match must hold an alert in every row: select it by its name, as in "
                            + "select a as step from … as a"));
        }
        if (shape.isAlert()) {
            columns.add(match);
        } else {
            shape.columns().forEach((column, kind) -> {
                if (kind != Kind.VALUE) {
                    columns.add(column.split("_", 2)[0]);
                }
            });
        }
    }

    private static boolean carriesEntity(EPStatementObjectModel model, ReadsStatement read, Shape shape) {
        return shape.isAlert()
                || ReadsExpressions.expressions(model.getSelectClause()).stream()
                        .anyMatch(one ->
                                column(one).equals(Scope.ENTITY) && Ties.isEntity(one.getExpression(), read.scope()))
                || (isWildcard(model) && shape.columns().containsKey(Scope.ENTITY));
    }

    private static boolean isWildcard(EPStatementObjectModel model) {
        return model.getSelectClause().getSelectList().stream().anyMatch(SelectClauseWildcard.class::isInstance);
    }

    /** What a row of the statement holds. */
    private static Shape shape(EPStatementObjectModel model, ReadsStatement read) {
        Scope scope = read.scope();
        boolean wildcard = isWildcard(model);
        boolean single =
                scope.names().size() == 1 && model.getFromClause().getStreams().get(0) instanceof FilterStream;
        if (wildcard && single && model.getSelectClause().getSelectList().size() == 1) {
            return scope.streams().values().iterator().next();
        }
        Map<String, Kind> columns = new HashMap<>();
        Set<String> certain = new HashSet<>();
        if (wildcard && single) {
            Shape whole = scope.streams().values().iterator().next();
            columns.putAll(whole.columns());
            certain.addAll(whole.certain());
        } else if (wildcard) {
            scope.names().forEach(name -> put(name, scope, columns, certain));
        }
        for (SelectClauseExpression one : ReadsExpressions.expressions(model.getSelectClause())) {
            columns.put(column(one), read.expressions().kindOf(one.getExpression(), scope));
            if (read.expressions().isCertain(one.getExpression(), scope)) {
                certain.add(column(one));
            }
        }
        return new Shape(false, columns, certain);
    }

    private static void put(String name, Scope scope, Map<String, Kind> columns, Set<String> certain) {
        Scope.Found found = scope.find(name);
        if (found != null) {
            columns.put(name, found.kind());
            if (found.certain()) {
                certain.add(name);
            }
        }
    }

    private static String column(SelectClauseExpression one) {
        if (one.getAsName() != null) {
            return one.getAsName();
        }
        return one.getExpression() instanceof com.espertech.esper.common.client.soda.PropertyValueExpression property
                ? property.getPropertyName()
                : "";
    }

    private Kind kind(ReadsStatement read, EPStatementObjectModel inner, Expression expression) {
        FilterStream from = (FilterStream) inner.getFromClause().getStreams().get(0);
        String type = from.getFilter().getEventTypeName();
        Scope scope = new Scope(read.scope());
        scope.add(from.getStreamName() == null ? type : from.getStreamName(), streams.shape(type), false);
        return read.expressions().kindOf(expression, scope);
    }
}
