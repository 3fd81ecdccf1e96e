package id.kentongan.job.rulebook.statement;

import com.espertech.esper.common.client.soda.ConstantExpression;
import com.espertech.esper.common.client.soda.Expression;
import com.espertech.esper.common.client.soda.TimePeriodExpression;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lengths of time as EPL writes them: {@code 5 min}, or a number of seconds. */
final class Spans {
    private Spans() {}

    /** Null where it is no constant, is not positive, or counts months or years, whose length depends on the date. */
    static @Nullable Duration read(Expression written) {
        Duration span = written instanceof TimePeriodExpression period ? ofPeriod(period) : times(written, 1000);
        return span == null || span.isZero() || span.isNegative() ? null : span;
    }

    private static @Nullable Duration ofPeriod(TimePeriodExpression period) {
        if (period.isHasYears() || period.isHasMonths() || period.isHasMicroseconds()) {
            return null;
        }
        Duration sum = Duration.ZERO;
        List<Long> units = units(period);
        for (int i = 0; i < units.size(); i++) {
            Duration part = times(period.getChildren().get(i), units.get(i));
            if (part == null) {
                return null;
            }
            sum = sum.plus(part);
        }
        return sum;
    }

    private static List<Long> units(TimePeriodExpression period) {
        List<Long> units = new ArrayList<>();
        addIf(period.isHasWeeks(), Duration.ofDays(7), units);
        addIf(period.isHasDays(), Duration.ofDays(1), units);
        addIf(period.isHasHours(), Duration.ofHours(1), units);
        addIf(period.isHasMinutes(), Duration.ofMinutes(1), units);
        addIf(period.isHasSeconds(), Duration.ofSeconds(1), units);
        addIf(period.isHasMilliseconds(), Duration.ofMillis(1), units);
        return units;
    }

    private static void addIf(boolean has, Duration unit, List<Long> units) {
        if (has) {
            units.add(unit.toMillis());
        }
    }

    private static @Nullable Duration times(Expression number, long unitMillis) {
        if (number instanceof ConstantExpression constant && constant.getConstant() instanceof Number value) {
            double millis = Math.ceil(value.doubleValue() * unitMillis);
            return millis > 0 && millis < 1e15 ? Duration.ofMillis((long) millis) : null;
        }
        return null;
    }
}
