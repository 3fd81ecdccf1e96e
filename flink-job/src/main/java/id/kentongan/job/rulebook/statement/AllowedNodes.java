package id.kentongan.job.rulebook.statement;

import com.espertech.esper.common.client.soda.ArithmaticExpression;
import com.espertech.esper.common.client.soda.ConstantExpression;
import com.espertech.esper.common.client.soda.CrontabParameterExpression;
import com.espertech.esper.common.client.soda.EPStatementObjectModel;
import com.espertech.esper.common.client.soda.FilterStream;
import com.espertech.esper.common.client.soda.InsertIntoClause;
import com.espertech.esper.common.client.soda.LikeExpression;
import com.espertech.esper.common.client.soda.MaxProjectionExpression;
import com.espertech.esper.common.client.soda.MinProjectionExpression;
import com.espertech.esper.common.client.soda.PatternFilterExpr;
import com.espertech.esper.common.client.soda.PatternFollowedByExpr;
import com.espertech.esper.common.client.soda.PatternGuardExpr;
import com.espertech.esper.common.client.soda.PatternObserverExpr;
import com.espertech.esper.common.client.soda.PatternStream;
import com.espertech.esper.common.client.soda.PropertyValueExpression;
import com.espertech.esper.common.client.soda.ScheduleItemType;
import com.espertech.esper.common.client.soda.SelectClause;
import com.espertech.esper.common.client.soda.StreamSelector;
import com.espertech.esper.common.client.soda.TimePeriodExpression;
import com.espertech.esper.common.client.soda.View;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The parts of EPL that a rule may use. What is not named here is refused, and so is what Esper learns later. */
final class AllowedNodes {
    static final int LONGEST_PATH = 200;
    private static final int MOST_PERCENTS = 6;

    private static final Set<String> KINDS = Set.of(
            "EPStatementObjectModel",
            "AnnotationPart",
            "AnnotationAttribute",
            "InsertIntoClause",
            "SelectClause",
            "SelectClauseExpression",
            "SelectClauseWildcard",
            "FromClause",
            "FilterStream",
            "PatternStream",
            "Filter",
            "View",
            "GroupByClause",
            "GroupByClauseExpressionSingle",
            "PatternFilterExpr",
            "PatternFollowedByExpr",
            "PatternEveryExpr",
            "PatternGuardExpr",
            "PatternObserverExpr",
            "PatternAndExpr",
            "PatternOrExpr",
            "PatternNotExpr",
            "Conjunction",
            "Disjunction",
            "NotExpression",
            "RelationalOpExpression",
            "InExpression",
            "BetweenExpression",
            "LikeExpression",
            "ArithmaticExpression",
            "CaseWhenThenExpression",
            "CaseSwitchExpression",
            "CoalesceExpression",
            "ConstantExpression",
            "PropertyValueExpression",
            "StreamWildcardExpression",
            "CrontabParameterExpression",
            "TimePeriodExpression",
            "CountProjectionExpression",
            "CountStarProjectionExpression",
            "SumProjectionExpression",
            "AvgProjectionExpression",
            "MinProjectionExpression",
            "MaxProjectionExpression",
            "LastProjectionExpression",
            "FirstProjectionExpression",
            "WindowProjectionExpression",
            "SubqueryExpression",
            "SubqueryExistsExpression");

    private record Refusal(String word, String words) {}

    private static final Refusal CREATES =
            new Refusal("create", "create makes what outlives the rule: use insert into, and params: in rule.yml");
    private static final Refusal ON =
            new Refusal("on", "on … acts on named windows and tables: use a correlated subquery");
    private static final Refusal CODE = new Refusal("inlined_class", "a rule holds no class and no script: remove it");
    private static final Refusal EVER = new Refusal(
            "",
            "an aggregate of everything that ever came has no bound: use count, min, max, first or last over #time");
    private static final Refusal EARLIER =
            new Refusal("", "prev and prior count events, not time: use first(…), last(…) or window(…) over #time");

    private static final Map<String, Refusal> REFUSALS = Map.ofEntries(
            Map.entry(
                    "MatchRecognizeClause",
                    new Refusal(
                            "match_recognize",
                            "match_recognize has no bound, not even with interval: use a pattern with timer:within")),
            Map.entry(
                    "OutputLimitClause",
                    new Refusal(
                            "output",
                            "output … limits rows by a state of its own: remove it; suppress_for in rule.yml does that")),
            Map.entry("RowLimitClause", new Refusal("limit", "limit drops rows: remove it; episodes fold them")),
            Map.entry(
                    "OrderByClause", new Refusal("order", "order by changes nothing that a finding tells: remove it")),
            Map.entry("ForClause", new Refusal("for", "for … is delivery, which is not the rule's: remove it")),
            Map.entry("CreateWindowClause", CREATES),
            Map.entry("CreateTableClause", CREATES),
            Map.entry("CreateVariableClause", CREATES),
            Map.entry("CreateContextClause", CREATES),
            Map.entry("CreateSchemaClause", CREATES),
            Map.entry("CreateIndexClause", CREATES),
            Map.entry("CreateExpressionClause", CREATES),
            Map.entry("CreateDataFlowClause", CREATES),
            Map.entry("CreateClassClause", CREATES),
            Map.entry("ClassProvidedExpression", CODE),
            Map.entry("ScriptExpression", new Refusal("expression", CODE.words())),
            Map.entry(
                    "ExpressionDeclaration",
                    new Refusal("expression", "declared expressions are not read here: write the expression out")),
            Map.entry("UpdateClause", new Refusal("update", "update changes what other rules see: remove it")),
            Map.entry("FireAndForgetDelete", new Refusal("delete", "a rule deletes nothing: remove it")),
            Map.entry("FireAndForgetInsert", new Refusal("values", "a rule makes no event from nothing: remove it")),
            Map.entry("FireAndForgetUpdate", new Refusal("update", "update changes what other rules see: remove it")),
            Map.entry("IntoTableClause", new Refusal("into", "tables have no bound: use #time")),
            Map.entry("OnSelectClause", ON),
            Map.entry("OnDeleteClause", ON),
            Map.entry("OnMergeClause", ON),
            Map.entry("OnSetClause", ON),
            Map.entry("OnUpdateClause", ON),
            Map.entry("OnInsertSplitStreamClause", ON),
            Map.entry("SQLStream", new Refusal("sql", "sql: reaches a database: a rule reads alerts alone")),
            Map.entry("MethodInvocationStream", new Refusal("method", "method: runs code: a rule reads alerts alone")),
            Map.entry("ContainedEventSelect", new Refusal("[", "an alert contains no other events: remove […]")),
            Map.entry(
                    "OuterJoinQualifier",
                    new Refusal("join", "outer joins are not supported: join on entity in where")),
            Map.entry(
                    "SelectClauseStreamWildcard",
                    new Refusal("*", "name.* spreads an alert over columns: select the alert by its name")),
            Map.entry(
                    "GroupByClauseExpressionRollupOrCube",
                    new Refusal("group", "rollup and cube mix entities: group by entity")),
            Map.entry(
                    "GroupByClauseExpressionGroupingSet",
                    new Refusal("group", "grouping sets mix entities: group by entity")),
            Map.entry(
                    "PatternEveryDistinctExpr",
                    new Refusal(
                            "distinct",
                            "every-distinct remembers by a phase of its own: use every; episodes fold repeats")),
            Map.entry(
                    "PatternMatchUntilExpr",
                    new Refusal(
                            "[", "repetition in a pattern multiplies its state: count over #time grouped by entity")),
            Map.entry(
                    "RegExpExpression",
                    new Refusal(
                            "regexp", "regexp can take for ever on a text that an attacker chose: use like, in or =")),
            Map.entry(
                    "SubstitutionParameterExpression",
                    new Refusal("?", "? has no value here: use ${name} and params: in rule.yml")),
            Map.entry(
                    "CurrentTimestampExpression",
                    new Refusal("current_timestamp", "current_timestamp is the engine's clock: use the alert's time")),
            Map.entry("NewInstanceOperatorExpression", new Refusal("new", "new makes an object: remove it")),
            Map.entry("NewOperatorExpression", new Refusal("new", "new makes an object: remove it")),
            Map.entry("PreviousExpression", EARLIER),
            Map.entry("PriorExpression", EARLIER),
            Map.entry("CountEverProjectionExpression", EVER),
            Map.entry("FirstEverProjectionExpression", EVER),
            Map.entry("LastEverProjectionExpression", EVER),
            Map.entry("LambdaExpression", new Refusal("=>", "enumeration methods are not supported: use a subquery")),
            Map.entry(
                    "SubqueryInExpression", new Refusal("in", "in (select …) is not supported: use exists (select …)")),
            Map.entry(
                    "SubqueryQualifiedExpression",
                    new Refusal("select", "any and all over a subquery are not supported: use exists (select …)")),
            Map.entry(
                    "DotExpression",
                    new Refusal(
                            ".",
                            "functions and methods are not reached from a rule; the one there is: inGroup('name')")));

    private final EplText.Piece piece;
    private final Consumer<Remark> faults;
    private final Set<Object> refused = Collections.newSetFromMap(new IdentityHashMap<>());

    private AllowedNodes(EplText.Piece piece, Consumer<Remark> faults) {
        this.piece = piece;
        this.faults = faults;
    }

    static void check(EPStatementObjectModel model, EplText.Piece piece, Consumer<Remark> faults) {
        AllowedNodes check = new AllowedNodes(piece, faults);
        SodaTree.nodes(model).forEach(check::look);
    }

    /** What belongs to a part that was refused is not told of again. */
    private void look(SodaTree.Node node) {
        if (node.parent() != null && refused.contains(node.parent())) {
            refused.add(node.value());
            return;
        }
        String kind = node.kind();
        Refusal refusal = REFUSALS.get(kind);
        if (refusal != null) {
            refused.add(node.value());
            fault(refusal.word(), refusal.words());
        } else if (!KINDS.contains(kind)
                || !node.value().getClass().getName().startsWith("com.espertech.esper.common.client.soda.")) {
            refused.add(node.value());
            fault("", kind + " is not on the list of what a rule may use: see docs/how-to/write-a-rule.md");
        } else {
            lookInto(node);
        }
    }

    private void lookInto(SodaTree.Node node) {
        Object value = node.value();
        if (value instanceof EPStatementObjectModel model && model.getContextName() != null) {
            fault("context", "contexts are not supported: group by entity");
        } else if (value instanceof com.espertech.esper.common.client.soda.AnnotationPart annotation) {
            boolean name =
                    annotation.getName().equalsIgnoreCase("name") && node.parent() instanceof EPStatementObjectModel;
            faultIf(!name, "@", "@" + annotation.getName() + " is not allowed: the one annotation there is, is @Name");
        } else if (value instanceof TimePeriodExpression) {
            boolean placed = node.parent() instanceof View
                    || node.parent() instanceof PatternGuardExpr
                    || node.parent() instanceof PatternObserverExpr;
            faultIf(!placed, "", "a length of time stands in a window, timer:within or timer:interval alone");
        } else if (value instanceof CrontabParameterExpression item) {
            faultIf(item.getType() != ScheduleItemType.WILDCARD, "timer", "timer:at is not supported: use #time_batch");
        } else {
            lookIntoClauses(value);
            lookIntoExpressions(value);
        }
    }

    private void lookIntoClauses(Object value) {
        if (value instanceof SelectClause select) {
            faultIf(select.isDistinct(), "distinct", "select distinct is not supported: episodes fold repeats");
            faultIf(
                    select.getStreamSelector() != StreamSelector.ISTREAM_ONLY,
                    "rstream",
                    "rstream and irstream tell what leaves a window: select what comes");
        } else if (value instanceof FilterStream stream) {
            boolean plain = !stream.isUnidirectional() && !stream.isRetainUnion() && !stream.isRetainIntersection();
            faultIf(!plain, "unidirectional", "unidirectional, retain-union and retain-intersection are not supported");
        } else if (value instanceof PatternStream stream) {
            faultIf(
                    stream.getViews() != null && !stream.getViews().isEmpty(),
                    "#",
                    "a window over a pattern is not supported: insert into a stream and count that");
        } else if (value instanceof InsertIntoClause insert) {
            boolean plain = insert.getStreamSelector() == StreamSelector.ISTREAM_ONLY
                    && insert.getEventPrecedence() == null
                    && (insert.getColumnNames() == null
                            || insert.getColumnNames().isEmpty());
            faultIf(!plain, "into", "insert into takes a stream's name alone: name the columns with as");
        } else if (value instanceof PatternFilterExpr atom) {
            faultIf(
                    atom.getOptionalConsumptionLevel() != null,
                    "@",
                    "@consume takes alerts from other steps: remove it");
        } else if (value instanceof PatternFollowedByExpr steps) {
            List<?> most = steps.getOptionalMaxPerSubexpression();
            faultIf(most != null && !most.isEmpty(), "[", "-[n]> drops what comes after n: write ->");
        }
    }

    private void lookIntoExpressions(Object value) {
        if (value instanceof PropertyValueExpression property) {
            faultIf(property.getPropertyName().length() > LONGEST_PATH, "", "a name is longer than " + LONGEST_PATH);
        } else if (value instanceof MinProjectionExpression min) {
            faultIf(min.isEver() || min.getChildren().size() != 1, "min", EVER.words());
        } else if (value instanceof MaxProjectionExpression max) {
            faultIf(max.isEver() || max.getChildren().size() != 1, "max", EVER.words());
        } else if (value instanceof ArithmaticExpression sum) {
            boolean plain = Set.of("+", "-", "*", "/").contains(sum.getOperator());
            faultIf(!plain, sum.getOperator(), sum.getOperator() + " is not supported");
        } else if (value instanceof LikeExpression like) {
            boolean plain = like.getChildren().size() == 2
                    && like.getChildren().get(1) instanceof ConstantExpression pattern
                    && pattern.getConstant() instanceof String text
                    && text.chars().filter(one -> one == '%').count() <= MOST_PERCENTS;
            faultIf(!plain, "like", "like takes a plain text with at most " + MOST_PERCENTS + " signs %");
        }
    }

    private void faultIf(boolean isFault, String word, String words) {
        if (isFault) {
            fault(word, words);
        }
    }

    private void fault(String word, String words) {
        faults.accept(piece.at(word.toLowerCase(Locale.ROOT), words));
    }
}
