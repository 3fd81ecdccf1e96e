package id.kentongan.job.rulebook.statement;

import com.espertech.esper.common.client.soda.ConstantExpression;
import com.espertech.esper.common.client.soda.CountProjectionExpression;
import com.espertech.esper.common.client.soda.CountStarProjectionExpression;
import com.espertech.esper.common.client.soda.EPStatementObjectModel;
import com.espertech.esper.common.client.soda.Expression;
import com.espertech.esper.common.client.soda.GroupByClauseExpressionSingle;
import com.espertech.esper.common.client.soda.PropertyValueExpression;
import com.espertech.esper.common.client.soda.RelationalOpExpression;
import com.espertech.esper.common.client.soda.SelectClauseExpression;
import com.espertech.esper.common.client.soda.SelectClauseWildcard;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is counted is counted for one entity, within a window, and told when an alert comes, not when it leaves. */
final class Grouping {
    private final EPStatementObjectModel model;
    private final EplText.Piece piece;
    private final Scope scope;
    private final @Nullable String window;
    private final ReadsExpressions expressions;
    private final List<Remark> faults;
    private final List<Expression> keys;

    Grouping(
            EPStatementObjectModel model,
            EplText.Piece piece,
            Scope scope,
            @Nullable String window,
            ReadsExpressions expressions,
            List<Remark> faults) {
        this.model = model;
        this.piece = piece;
        this.scope = scope;
        this.window = window;
        this.expressions = expressions;
        this.faults = faults;
        this.keys = model.getGroupByClause() == null
                ? List.of()
                : model.getGroupByClause().getGroupByExpressions().stream()
                        .filter(GroupByClauseExpressionSingle.class::isInstance)
                        .map(key -> ((GroupByClauseExpressionSingle) key).getExpression())
                        .toList();
    }

    void check() {
        boolean counts = !keys.isEmpty() || model.getHavingClause() != null || selectsAggregates();
        if (counts || Objects.equals(window, "time_batch")) {
            checkCounting();
        }
        boolean keeps = window != null;
        faultIf(
                keeps && ReadsExpressions.hasSubquery(model.getWhereClause()),
                "where",
                "a subquery in where beside a window is asked again when alerts leave: insert into a stream and count that");
        faultIf(
                ReadsExpressions.hasSubquery(model.getHavingClause()),
                "having",
                "a subquery in having is not supported: put it in where of a statement of its own");
    }

    private void checkCounting() {
        keys.forEach(key -> expressions.checkWithoutSubqueries(key, scope));
        expressions.check(model.getHavingClause(), scope);
        if (window == null) {
            fault("select", "counts what came since the rule began, without bound: count over #time(…)");
        } else if (scope.names().size() > 1) {
            fault("group", "a join cannot be counted: insert into a stream and count that");
        } else if (keys.stream().noneMatch(key -> Ties.isEntity(key, scope))) {
            fault("from", "counts alerts of every entity together: add group by entity");
        } else if (!isToldForEachAlert()) {
            checkToldForEachGroup();
        }
    }

    private void checkToldForEachGroup() {
        if ("time".equals(window)) {
            fault(
                    "select",
                    "tells again when alerts leave the window: select the alert itself too, as in "
                            + "select a as step … from …#time(…) as a");
        } else {
            faultIf(
                    Ties.conjuncts(model.getHavingClause()).stream().noneMatch(Grouping::isAtLeastOne),
                    "select",
                    "tells a row without alerts for an entity of the batch before: add having count(*) >= 1");
        }
    }

    private boolean selectsAggregates() {
        return ReadsExpressions.expressions(model.getSelectClause()).stream()
                .anyMatch(one -> ReadsExpressions.hasAggregate(one.getExpression()));
    }

    /** So it is where select names something that is neither counted nor a key. */
    private boolean isToldForEachAlert() {
        return model.getSelectClause().getSelectList().stream()
                .anyMatch(one -> one instanceof SelectClauseWildcard
                        || (one instanceof SelectClauseExpression column && namesMore(column.getExpression())));
    }

    private boolean namesMore(Expression expression) {
        if (ReadsExpressions.isAggregate(expression) || ReadsExpressions.subqueryOf(expression) != null) {
            return false;
        }
        return expression instanceof PropertyValueExpression property
                ? keys.stream().noneMatch(key -> isSame(key, property))
                : expression.getChildren().stream().anyMatch(this::namesMore);
    }

    private boolean isSame(Expression key, PropertyValueExpression property) {
        return key instanceof PropertyValueExpression one && bare(one).equals(bare(property));
    }

    private String bare(PropertyValueExpression property) {
        String path = property.getPropertyName();
        int dot = path.indexOf('.');
        return dot > 0 && scope.names().contains(path.substring(0, dot)) ? path.substring(dot + 1) : path;
    }

    private static boolean isAtLeastOne(Expression condition) {
        if (!(condition instanceof RelationalOpExpression compared)) {
            return false;
        }
        Expression left = compared.getChildren().get(0);
        boolean counts = left instanceof CountStarProjectionExpression || left instanceof CountProjectionExpression;
        double right = compared.getChildren().get(1) instanceof ConstantExpression constant
                        && constant.getConstant() instanceof Number number
                ? number.doubleValue()
                : -1;
        return counts
                && switch (compared.getOperator()) {
                    case ">=", "=" -> right >= 1;
                    case ">" -> right >= 0;
                    default -> false;
                };
    }

    private void faultIf(boolean isFault, String word, String words) {
        if (isFault) {
            fault(word, words);
        }
    }

    private void fault(String word, String words) {
        faults.add(piece.at(word, words));
    }
}
