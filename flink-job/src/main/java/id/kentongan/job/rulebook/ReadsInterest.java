package id.kentongan.job.rulebook;

import com.espertech.esper.common.client.soda.BetweenExpression;
import com.espertech.esper.common.client.soda.Conjunction;
import com.espertech.esper.common.client.soda.ConstantExpression;
import com.espertech.esper.common.client.soda.Disjunction;
import com.espertech.esper.common.client.soda.Expression;
import com.espertech.esper.common.client.soda.InExpression;
import com.espertech.esper.common.client.soda.PropertyValueExpression;
import com.espertech.esper.common.client.soda.RelationalOpExpression;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which alerts can meet a condition. What it does not understand takes every alert: never too narrow. */
final class ReadsInterest {
    private static final Pattern IN_GROUP = Pattern.compile("inGroup\\(['\"]([^'\"]*)['\"]\\)");
    private static final Map<String, String> MIRRORED =
            Map.of("=", "=", "is", "is", ">", "<", ">=", "<=", "<", ">", "<=", ">=");

    private ReadsInterest() {}

    static Interest of(@Nullable Expression condition) {
        if (condition instanceof Conjunction all) {
            return all.getChildren().stream()
                    .map(ReadsInterest::of)
                    .min(Comparator.comparingInt(ReadsInterest::breadth))
                    .orElse(Interest.ANY);
        }
        if (condition instanceof Disjunction some) {
            return some.getChildren().stream().map(ReadsInterest::of).reduce(Interest.NONE, Interest::plus);
        }
        if (condition instanceof RelationalOpExpression compared) {
            return ofComparison(compared);
        }
        if (condition instanceof InExpression in && !in.isNotIn()) {
            return ofOneOf(
                    in.getChildren().get(0),
                    in.getChildren().subList(1, in.getChildren().size()));
        }
        if (condition instanceof BetweenExpression between && !between.isNotBetween()) {
            return ofLevel(
                    between.getChildren().get(0), ">=", between.getChildren().get(1));
        }
        return condition instanceof PropertyValueExpression flag ? ofGroup(flag.getPropertyName()) : Interest.ANY;
    }

    /** The narrower, the smaller. */
    private static int breadth(Interest interest) {
        if (interest.any()) {
            return Integer.MAX_VALUE;
        }
        int level = interest.levelFrom() < Interest.NO_LEVEL ? 100_000 * (Interest.NO_LEVEL - interest.levelFrom()) : 0;
        return level
                + interest.ruleIds().size()
                + 100 * interest.actions().size()
                + 1000 * interest.groups().size();
    }

    private static Interest ofComparison(RelationalOpExpression compared) {
        Expression left = compared.getChildren().get(0);
        Expression right = compared.getChildren().get(1);
        String operator = MIRRORED.containsKey(compared.getOperator()) ? compared.getOperator() : "";
        if (left instanceof ConstantExpression && !operator.isEmpty()) {
            return ofComparison(right, MIRRORED.getOrDefault(operator, ""), left);
        }
        return ofComparison(left, operator, right);
    }

    private static Interest ofComparison(Expression left, String operator, Expression right) {
        boolean equal = operator.equals("=") || operator.equals("is");
        if (equal && left instanceof PropertyValueExpression flag && isTrue(right)) {
            return ofGroup(flag.getPropertyName());
        }
        Interest one = equal ? ofOneOf(left, List.of(right)) : Interest.ANY;
        return one.any() ? ofLevel(left, equal ? ">=" : operator, right) : one;
    }

    private static Interest ofOneOf(Expression property, List<Expression> values) {
        Set<String> texts = new HashSet<>();
        for (Expression value : values) {
            if (!(value instanceof ConstantExpression constant && constant.getConstant() instanceof String text)) {
                return Interest.ANY;
            }
            texts.add(text);
        }
        if (property instanceof PropertyValueExpression named
                && named.getPropertyName().equals("ruleId")) {
            return Interest.ofRules(texts);
        }
        return property instanceof PropertyValueExpression named
                        && named.getPropertyName().equals("action")
                ? new Interest(false, Set.of(), texts, Set.of(), Interest.NO_LEVEL)
                : Interest.ANY;
    }

    private static Interest ofLevel(Expression property, String operator, Expression value) {
        boolean from = operator.equals(">=") || operator.equals(">");
        if (from
                && property instanceof PropertyValueExpression named
                && named.getPropertyName().equals("level")
                && value instanceof ConstantExpression constant
                && constant.getConstant() instanceof Number number) {
            int level = (int) Math.floor(number.doubleValue());
            return new Interest(false, Set.of(), Set.of(), Set.of(), Math.min(level, Interest.NO_LEVEL));
        }
        return Interest.ANY;
    }

    private static Interest ofGroup(String property) {
        Matcher group = IN_GROUP.matcher(property);
        return group.matches()
                ? new Interest(false, Set.of(), Set.of(), Set.of(group.group(1)), Interest.NO_LEVEL)
                : Interest.ANY;
    }

    private static boolean isTrue(Expression value) {
        return value instanceof ConstantExpression constant && Boolean.TRUE.equals(constant.getConstant());
    }
}
