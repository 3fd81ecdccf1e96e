package id.kentongan.job.correlation;

import com.espertech.esper.common.client.EPCompiled;
import com.espertech.esper.common.client.EventBean;
import com.espertech.esper.common.client.configuration.Configuration;
import com.espertech.esper.common.client.hook.exception.ExceptionHandler;
import com.espertech.esper.common.client.hook.exception.ExceptionHandlerFactory;
import com.espertech.esper.common.client.hook.exception.ExceptionHandlerFactoryContext;
import com.espertech.esper.runtime.client.DeploymentOptions;
import com.espertech.esper.runtime.client.EPDeployException;
import com.espertech.esper.runtime.client.EPRuntime;
import com.espertech.esper.runtime.client.EPRuntimeProvider;
import com.espertech.esper.runtime.client.EPStatement;
import id.kentongan.job.rulebook.CompilesRules;
import id.kentongan.job.rulebook.Rule;
import id.kentongan.job.rulebook.RuleEvent;
import id.kentongan.job.rulebook.Rulebook;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * One Esper runtime with all rules. Its clock moves only by {@link #advanceTo}; timers fire at their own times, so
 * that what it answers does not depend on how far the clock jumps. Not thread-safe; one owner.
 */
final class RuleRuntime implements AutoCloseable {
    private final EPRuntime esper;
    private final Consumer<Match> matched;
    private boolean silent;
    private long now = Long.MIN_VALUE;

    /** Takes a second or so to compile; {@code matched} is called from within {@link #judge} and {@link #advanceTo}. */
    RuleRuntime(Rulebook rulebook, Consumer<Match> matched) {
        this.matched = matched;
        Configuration configuration = CompilesRules.configuration();
        configuration.getRuntime().getThreading().setInternalTimerEnabled(false);
        configuration.getRuntime().getExceptionHandling().addClass(Rethrows.class);
        esper = EPRuntimeProvider.getRuntime("kentongan-" + UUID.randomUUID(), configuration);
        esper.getEventService().clockExternal();
        CompilesRules.compile(rulebook).forEach(this::deploy);
    }

    /** Judges an alert at its own time; alerts must come in {@link EntityAlert#ORDER}. */
    void judge(EntityAlert alert) {
        advanceTo(alert.alert().time().toEpochMilli());
        RuleEvent event = alert.event();
        esper.getEventService().sendEventBean(event, event.getClass().getSimpleName());
    }

    /** Lets timers up to this moment fire, each at its own time. Never goes back. */
    void advanceTo(long epochMillis) {
        if (epochMillis <= now) {
            return;
        }
        if (now == Long.MIN_VALUE) {
            esper.getEventService().advanceTime(epochMillis);
        } else {
            esper.getEventService().advanceTimeSpan(epochMillis);
        }
        now = epochMillis;
    }

    /** While silent, matches are found and forgotten: they were told before. */
    void silent(boolean beSilent) {
        silent = beSilent;
    }

    @Override
    public void close() {
        esper.destroy();
    }

    private void deploy(Rule rule, EPCompiled compiled) {
        try {
            var deployed = esper.getDeploymentService().deploy(compiled, new DeploymentOptions());
            for (EPStatement statement : deployed.getStatements()) {
                if (statement.getName().startsWith(CompilesRules.MATCH)) {
                    statement.addListener((rows, old, from, runtime) -> tell(rule, rows));
                }
            }
        } catch (EPDeployException e) {
            throw new IllegalStateException("expected the compiled rule " + rule.slug() + " to deploy", e);
        }
    }

    private void tell(Rule rule, EventBean[] rows) {
        if (silent || rows == null) {
            return;
        }
        for (EventBean row : rows) {
            matched.accept(MatchRow.read(rule, row, esper.getEventService().getCurrentTime()));
        }
    }

    /** Esper logs and swallows by default; an exception inside a rule must be seen. */
    public static final class Rethrows implements ExceptionHandlerFactory {
        @Override
        public ExceptionHandler getHandler(ExceptionHandlerFactoryContext context) {
            return fault -> {
                throw new IllegalStateException(
                        "rule statement " + fault.getStatementName() + " failed", fault.getThrowable());
            };
        }
    }
}
