package id.kentongan.job.rulebook.statement;

import com.espertech.esper.common.client.soda.AvgProjectionExpression;
import com.espertech.esper.common.client.soda.CaseSwitchExpression;
import com.espertech.esper.common.client.soda.CaseWhenThenExpression;
import com.espertech.esper.common.client.soda.CoalesceExpression;
import com.espertech.esper.common.client.soda.ConstantExpression;
import com.espertech.esper.common.client.soda.CountProjectionExpression;
import com.espertech.esper.common.client.soda.CountStarProjectionExpression;
import com.espertech.esper.common.client.soda.EPStatementObjectModel;
import com.espertech.esper.common.client.soda.Expression;
import com.espertech.esper.common.client.soda.FirstProjectionExpression;
import com.espertech.esper.common.client.soda.LastProjectionExpression;
import com.espertech.esper.common.client.soda.MaxProjectionExpression;
import com.espertech.esper.common.client.soda.MinProjectionExpression;
import com.espertech.esper.common.client.soda.PropertyValueExpression;
import com.espertech.esper.common.client.soda.SelectClause;
import com.espertech.esper.common.client.soda.SelectClauseExpression;
import com.espertech.esper.common.client.soda.StreamWildcardExpression;
import com.espertech.esper.common.client.soda.SubqueryExistsExpression;
import com.espertech.esper.common.client.soda.SubqueryExpression;
import com.espertech.esper.common.client.soda.SumProjectionExpression;
import com.espertech.esper.common.client.soda.WindowProjectionExpression;
import id.kentongan.job.rulebook.statement.Shape.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads expressions: every name must lead to a property of an alert or of the rule's own streams. */
final class ReadsExpressions {
    /** What to do with a subquery that was met. */
    interface Subqueries {
        void read(EPStatementObjectModel inner, Scope outer);
    }

    private final EplText.Piece piece;
    private final List<Remark> faults;
    private final Subqueries subqueries;

    ReadsExpressions(EplText.Piece piece, List<Remark> faults, Subqueries subqueries) {
        this.piece = piece;
        this.faults = faults;
        this.subqueries = subqueries;
    }

    void check(@Nullable Expression expression, Scope scope) {
        check(expression, scope, true);
    }

    /** In the brackets of a stream and inside another subquery there is none. */
    void checkWithoutSubqueries(@Nullable Expression expression, Scope scope) {
        check(expression, scope, false);
    }

    void checkSelect(SelectClause select, Scope scope) {
        expressions(select).forEach(one -> check(one.getExpression(), scope, true));
    }

    void checkSelectOfSubquery(SelectClause select, Scope scope) {
        expressions(select).forEach(one -> check(one.getExpression(), scope, false));
    }

    static List<SelectClauseExpression> expressions(SelectClause select) {
        return select.getSelectList().stream()
                .filter(SelectClauseExpression.class::isInstance)
                .map(SelectClauseExpression.class::cast)
                .toList();
    }

    private void check(@Nullable Expression expression, Scope scope, boolean subqueriesAllowed) {
        if (expression instanceof PropertyValueExpression property) {
            if (scope.find(property.getPropertyName()) == null) {
                String[] words = property.getPropertyName().split("[.(]", -1);
                faults.add(piece.at(
                        words[words.length > 1 && scope.find(words[0]) != null ? 1 : 0], unknown(property)));
            }
            return;
        }
        EPStatementObjectModel subquery = subqueryOf(expression);
        if (subquery != null && subqueriesAllowed) {
            subqueries.read(subquery, scope);
        } else if (subquery != null) {
            faults.add(piece.at("select", "a subquery cannot stand here: put it in select or where"));
        } else if (expression != null) {
            expression.getChildren().forEach(child -> check(child, scope, subqueriesAllowed));
        }
    }

    private static String unknown(PropertyValueExpression property) {
        return property.getPropertyName() + " leads nowhere: an alert has " + String.join(", ", AlertProperties.NAMES)
                + " (inGroup('name')), and nothing below them";
    }

    static @Nullable EPStatementObjectModel subqueryOf(@Nullable Expression expression) {
        if (expression instanceof SubqueryExpression one) {
            return one.getModel();
        }
        return expression instanceof SubqueryExistsExpression one ? one.getModel() : null;
    }

    static boolean isNumber(Expression expression) {
        return expression instanceof ConstantExpression constant && constant.getConstant() instanceof Number;
    }

    static boolean isAggregate(Expression expression) {
        return expression instanceof CountStarProjectionExpression
                || expression instanceof CountProjectionExpression
                || expression instanceof SumProjectionExpression
                || expression instanceof AvgProjectionExpression
                || expression instanceof MinProjectionExpression
                || expression instanceof MaxProjectionExpression
                || givesAlerts(expression);
    }

    private static boolean givesAlerts(Expression expression) {
        return expression instanceof LastProjectionExpression
                || expression instanceof FirstProjectionExpression
                || expression instanceof WindowProjectionExpression;
    }

    static boolean hasAggregate(@Nullable Expression expression) {
        return expression != null
                && (isAggregate(expression)
                        || expression.getChildren().stream().anyMatch(ReadsExpressions::hasAggregate));
    }

    static boolean hasSubquery(@Nullable Expression expression) {
        return expression != null
                && (subqueryOf(expression) != null
                        || expression.getChildren().stream().anyMatch(ReadsExpressions::hasSubquery));
    }

    Kind kindOf(Expression expression, Scope scope) {
        if (expression instanceof PropertyValueExpression property) {
            Scope.Found found = scope.find(property.getPropertyName());
            return found == null ? Kind.VALUE : found.kind();
        }
        if (expression instanceof SubqueryExpression subquery) {
            return kindOfSubquery(subquery.getModel());
        }
        if (givesAlerts(expression)) {
            Kind of = expression.getChildren().isEmpty()
                    ? Kind.VALUE
                    : kindOf(expression.getChildren().get(0), scope);
            return of == Kind.ALERT && expression instanceof WindowProjectionExpression ? Kind.ALERTS : of;
        }
        if (expression instanceof StreamWildcardExpression
                || expression instanceof com.espertech.esper.common.client.soda.CrontabParameterExpression) {
            boolean alerts = scope.streams().values().stream().anyMatch(Shape::isAlert);
            return alerts ? Kind.ALERT : Kind.VALUE;
        }
        return chosen(expression, scope);
    }

    /** Some branch gives an alert, or none does. */
    private Kind chosen(Expression expression, Scope scope) {
        boolean chooses = expression instanceof CaseWhenThenExpression
                || expression instanceof CaseSwitchExpression
                || expression instanceof CoalesceExpression;
        return !chooses
                ? Kind.VALUE
                : expression.getChildren().stream()
                        .map(child -> kindOf(child, scope))
                        .filter(kind -> kind != Kind.VALUE)
                        .findFirst()
                        .orElse(Kind.VALUE);
    }

    private Kind kindOfSubquery(EPStatementObjectModel inner) {
        List<SelectClauseExpression> select = expressions(inner.getSelectClause());
        return select.size() == 1
                ? kindsOfSubqueries.kindOf(inner, select.get(0).getExpression())
                : Kind.VALUE;
    }

    /** Set by the owner, which knows the streams. */
    private KindsOfSubqueries kindsOfSubqueries = (inner, expression) -> Kind.VALUE;

    /** What the one column of a subquery gives. */
    interface KindsOfSubqueries {
        Kind kindOf(EPStatementObjectModel inner, Expression expression);
    }

    void kindsOfSubqueries(KindsOfSubqueries kinds) {
        kindsOfSubqueries = kinds;
    }

    /** Whether it holds an alert in every row. */
    boolean isCertain(Expression expression, Scope scope) {
        if (expression instanceof PropertyValueExpression property) {
            Scope.Found found = scope.find(property.getPropertyName());
            return found != null && found.certain();
        }
        return givesAlerts(expression) && kindOf(expression, scope) != Kind.VALUE;
    }
}
