package id.kentongan.job.rulebook.statement;

import com.espertech.esper.common.client.soda.EPStatementObjectModel;
import com.espertech.esper.common.client.soda.Expression;
import com.espertech.esper.common.client.soda.Filter;
import com.espertech.esper.common.client.soda.FilterStream;
import com.espertech.esper.common.client.soda.PatternFilterExpr;
import com.espertech.esper.common.client.soda.PatternStream;
import com.espertech.esper.common.client.soda.Stream;
import com.espertech.esper.common.client.soda.View;
import id.kentongan.job.rulebook.statement.Inspection.AlertFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one statement: what its streams hold, how far back it looks, whether all of its state is tied to the entity.
 * The statement holds nothing but {@link AllowedNodes}.
 */
final class ReadsStatement {
    private static final String KEEPS =
            "it keeps alerts without a bound in time; the windows there are: #time(…) and " + "#time_batch(…, 0L)";

    private final EPStatementObjectModel model;
    private final EplText.Piece piece;
    private final OwnStreams streams;
    private final List<Remark> faults;
    private final List<Remark> warnings;
    private final List<AlertFilter> filters;
    private final Scope scope = new Scope(null);
    private final ReadsExpressions expressions;
    private final Map<String, Integer> atoms = new HashMap<>();
    private Duration lookBack = Duration.ZERO;
    private @Nullable String window;

    ReadsStatement(
            EPStatementObjectModel model,
            EplText.Piece piece,
            OwnStreams streams,
            List<Remark> faults,
            List<Remark> warnings,
            List<AlertFilter> filters) {
        this.model = model;
        this.piece = piece;
        this.streams = streams;
        this.faults = faults;
        this.warnings = warnings;
        this.filters = filters;
        this.expressions = new ReadsExpressions(piece, faults, this::subquery);
    }

    void read() {
        if (model.getFromClause() == null || model.getSelectClause() == null) {
            fault("", "a statement is select … from …, or insert into … select … from …");
            return;
        }
        List<Stream> from = model.getFromClause().getStreams();
        from.forEach(stream -> stream(stream, from.size()));
        if (from.size() > 1) {
            join(from);
        }
        expressions.check(model.getWhereClause(), scope);
        new Grouping(model, piece, scope, window, expressions, faults).check();
        expressions.checkSelect(model.getSelectClause(), scope);
    }

    Duration lookBack() {
        return lookBack;
    }

    Scope scope() {
        return scope;
    }

    ReadsExpressions expressions() {
        return expressions;
    }

    private void stream(Stream stream, int of) {
        if (stream instanceof PatternStream pattern) {
            faultIf(of > 1, "pattern", "a pattern cannot be joined: insert into a stream and read that");
            Duration spans = new PatternSteps(piece, faults, warnings, this::atom).read(pattern.getExpression());
            look(spans.plus(lookBack));
        } else if (stream instanceof FilterStream one) {
            Duration views = one.getViews() == null || one.getViews().isEmpty() ? null : view(one.getViews());
            faultIf(of > 1 && !"time".equals(window), "from", "each stream of a join needs #time(…)");
            String type = one.getFilter().getEventTypeName();
            if (readable(type)) {
                add(nameOf(one), type, true);
                filter(one.getFilter(), new Scope(null), nameOf(one), type);
            }
            look((views == null ? Duration.ZERO : views).plus(streams.horizon(type)));
        }
    }

    private void add(String name, String type, boolean certain) {
        faultIf(
                scope.names().contains(name) || AlertProperties.NAMES.contains(name),
                name,
                "the name " + name + " is taken: choose another");
        scope.add(name, streams.shape(type), certain);
    }

    private static String nameOf(FilterStream stream) {
        return stream.getStreamName() == null ? stream.getFilter().getEventTypeName() : stream.getStreamName();
    }

    private boolean readable(String type) {
        String why = streams.whyNot(type);
        if (why != null) {
            fault(type, why);
        }
        return why == null;
    }

    /** Conditions read the event's own properties without a name, and tags of earlier steps with it. */
    private void filter(Filter filter, Scope earlier, String self, String type) {
        Scope inside = new Scope(earlier);
        inside.add(self, streams.shape(type), true);
        expressions.checkWithoutSubqueries(filter.getFilter(), inside);
        if (streams.isAlert(type)) {
            filters.add(new AlertFilter(filter.getFilter(), piece.at(type, "")));
        }
    }

    private void atom(PatternFilterExpr atom, boolean certain, boolean first) {
        String type = atom.getFilter().getEventTypeName();
        if (!readable(type)) {
            return;
        }
        String tag = atom.getTagName() == null ? "(" + scope.names().size() + ")" : atom.getTagName();
        atoms.merge(type, 1, Integer::sum);
        filter(atom.getFilter(), scope, tag, type);
        if (!first) {
            Scope both = new Scope(scope);
            both.add(tag, streams.shape(type), true);
            boolean tied = Ties.of(atom.getFilter().getFilter(), both).stream()
                    .anyMatch(tie -> Set.of(tie.one(), tie.other()).contains(tag));
            String start = scope.names().stream().sorted().findFirst().orElse("a");
            if (!tied) {
                faults.add(piece.at(
                        "pattern",
                        type,
                        atoms.getOrDefault(type, 1),
                        "this step takes alerts of every entity: " + "add entity = " + start
                                + ".entity to its brackets"));
            }
        }
        add(tag, type, certain);
        look(streams.horizon(type));
    }

    private @Nullable Duration view(List<View> views) {
        View view = views.get(0);
        faultIf(views.size() > 1, "#", "a stream has one window: keep one of them");
        String name = (view.getNamespace() == null ? "" : view.getNamespace() + ":") + view.getName();
        List<Expression> given = view.getParameters();
        if (!name.equals("time") && !name.equals("time_batch")) {
            fault(view.getName(), "#" + name + ": " + KEEPS);
            return null;
        }
        if (name.equals("time_batch") && given.size() < 2) {
            fault(name, "#time_batch starts when the job starts unless told: write #time_batch(…, 0L)");
            return null;
        }
        Duration span = given.isEmpty() ? null : Spans.read(given.get(0));
        boolean fixed =
                name.equals("time") ? given.size() == 1 : given.size() == 2 && ReadsExpressions.isNumber(given.get(1));
        if (span == null || !fixed) {
            fault(
                    name,
                    "#" + name + " needs one fixed length of time, such as 5 min"
                            + (name.equals("time") ? "" : ", and a reference point, such as 0L"));
            return null;
        }
        window = name;
        // A batch also tells what the batch before it held.
        return name.equals("time") ? span : span.multipliedBy(2);
    }

    private void join(List<Stream> from) {
        Set<String> tied =
                Ties.reached(scope.names().stream().findFirst().orElse(""), Ties.of(model.getWhereClause(), scope));
        faultIf(
                from.size() > 2 || !tied.containsAll(scope.names()),
                "where",
                "a join pairs alerts of every entity: join two streams, where x.entity = y.entity");
    }

    /** A subquery in select or where. Looks back from the moment at which it is asked. */
    private void subquery(EPStatementObjectModel inner, Scope outer) {
        List<Stream> from = inner.getFromClause().getStreams();
        boolean plain = from.size() == 1
                && from.get(0) instanceof FilterStream
                && inner.getGroupByClause() == null
                && inner.getHavingClause() == null;
        if (!plain) {
            fault("select", "a subquery reads one stream over #time, without group by and having");
            return;
        }
        FilterStream one = (FilterStream) from.get(0);
        String type = one.getFilter().getEventTypeName();
        if (!readable(type)) {
            return;
        }
        String outerWindow = window;
        window = null;
        Duration span = one.getViews() == null || one.getViews().isEmpty() ? null : view(one.getViews());
        faultIf(
                !"time".equals(window),
                type,
                "a subquery without #time(…) has no bound: write " + type + "(…)#time(5 min)");
        window = outerWindow;
        Scope inside = new Scope(outer);
        inside.add(nameOf(one), streams.shape(type), false);
        filter(one.getFilter(), new Scope(null), nameOf(one), type);
        boolean tied = Ties.of(inner.getWhereClause(), inside).stream()
                .anyMatch(tie -> Set.of(tie.one(), tie.other()).contains(nameOf(one)));
        String other = outer.names().stream().sorted().findFirst().orElse("a");
        faultIf(
                !tied,
                type,
                "this subquery takes alerts of every entity: add where " + nameOf(one) + ".entity = " + other
                        + ".entity");
        expressions.checkWithoutSubqueries(inner.getWhereClause(), inside);
        expressions.checkSelectOfSubquery(inner.getSelectClause(), inside);
        look((span == null ? Duration.ZERO : span).plus(streams.horizon(type)));
    }

    private void look(Duration back) {
        lookBack = back.compareTo(lookBack) > 0 ? back : lookBack;
    }

    private void faultIf(boolean isFault, String word, String words) {
        if (isFault) {
            fault(word, words);
        }
    }

    private void fault(String word, String words) {
        faults.add(piece.at(word, words));
    }

    /** All names that the statement reads from, for the shape of what it tells. */
    List<String> names() {
        return new ArrayList<>(scope.names());
    }
}
