package id.kentongan.job.rulebook.statement;

import com.espertech.esper.common.client.soda.Conjunction;
import com.espertech.esper.common.client.soda.Expression;
import com.espertech.esper.common.client.soda.PropertyValueExpression;
import com.espertech.esper.common.client.soda.RelationalOpExpression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which streams a condition ties together by {@code x.entity = y.entity}. */
final class Ties {
    record Tie(String one, String other) {}

    private Ties() {}

    /** Of the conditions that must all hold; what stands under or, not or case ties nothing. */
    static List<Tie> of(@Nullable Expression condition, Scope scope) {
        List<Tie> ties = new ArrayList<>();
        for (Expression one : conjuncts(condition)) {
            if (one instanceof RelationalOpExpression equal && Set.of("=", "is").contains(equal.getOperator())) {
                String left = entityOf(equal.getChildren().get(0), scope);
                String right = entityOf(equal.getChildren().get(1), scope);
                if (left != null && right != null && !left.equals(right)) {
                    ties.add(new Tie(left, right));
                }
            }
        }
        return ties;
    }

    static List<Expression> conjuncts(@Nullable Expression condition) {
        if (condition == null) {
            return List.of();
        }
        if (condition instanceof Conjunction all) {
            return all.getChildren().stream()
                    .flatMap(one -> conjuncts(one).stream())
                    .toList();
        }
        return List.of(condition);
    }

    /** All that hang together with {@code start}. */
    static Set<String> reached(String start, List<Tie> ties) {
        Set<String> reached = new HashSet<>(Set.of(start));
        for (int i = 0; i <= ties.size(); i++) {
            for (Tie tie : ties) {
                if (reached.contains(tie.one()) || reached.contains(tie.other())) {
                    reached.add(tie.one());
                    reached.add(tie.other());
                }
            }
        }
        return reached;
    }

    static boolean isEntity(Expression expression, Scope scope) {
        return entityOf(expression, scope) != null;
    }

    private static @Nullable String entityOf(Expression expression, Scope scope) {
        if (expression instanceof PropertyValueExpression property) {
            String path = property.getPropertyName();
            Scope.Found found = scope.find(path);
            boolean entity = path.equals(Scope.ENTITY) || path.endsWith("." + Scope.ENTITY);
            return found != null && entity ? found.root() : null;
        }
        return null;
    }
}
