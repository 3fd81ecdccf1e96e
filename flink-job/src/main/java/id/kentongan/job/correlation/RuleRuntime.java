package id.kentongan.job.correlation;

import com.espertech.esper.common.client.EventBean;
import com.espertech.esper.common.client.configuration.Configuration;
import com.espertech.esper.common.client.hook.exception.ExceptionHandler;
import com.espertech.esper.common.client.hook.exception.ExceptionHandlerFactory;
import com.espertech.esper.common.client.hook.exception.ExceptionHandlerFactoryContext;
import com.espertech.esper.common.client.metric.StatementMetric;
import com.espertech.esper.runtime.client.DeploymentOptions;
import com.espertech.esper.runtime.client.EPDeployException;
import com.espertech.esper.runtime.client.EPRuntime;
import com.espertech.esper.runtime.client.EPRuntimeProvider;
import com.espertech.esper.runtime.client.EPStatement;
import com.espertech.esper.runtime.client.EPUndeployException;
import id.kentongan.contracts.FindingMark;
import id.kentongan.job.rulebook.CheckedRule;
import id.kentongan.job.rulebook.CompilesRules;
import id.kentongan.job.rulebook.RuleEvent;
import id.kentongan.job.rulechange.Checks;
import id.kentongan.job.rulechange.RuleHistory.Version;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One Esper runtime with all rules. Its clock moves only by {@link #advanceTo}; timers fire at their own times, so
 * that what it answers does not depend on how far the clock jumps. Not thread-safe; one owner.
 */
final class RuleRuntime implements AutoCloseable, CpuOfRules.Meter {
    /** Hears of matches, and of rules that broke down, from within {@link #judge} and {@link #advanceTo}. */
    interface Listener {
        void matched(Match match);

        /** A statement of the rule threw; the alert at hand is lost to that statement alone. */
        void brokeDown(Version version, Throwable why);
    }

    private static final Map<String, RuleRuntime> BY_URI = new ConcurrentHashMap<>();

    private final String uri = "kentongan-" + UUID.randomUUID();
    private final Map<String, Version> bySlug = new HashMap<>();
    private final Map<String, String> slugByDeployment = new HashMap<>();
    private final Listener listener;
    private final EPRuntime esper;
    private boolean silent;
    private boolean measuring;
    private long now = Long.MIN_VALUE;

    RuleRuntime(Listener listener) {
        this.listener = listener;
        Configuration configuration = CompilesRules.configuration();
        configuration.getRuntime().getThreading().setInternalTimerEnabled(false);
        configuration.getRuntime().getExceptionHandling().addClass(TellsFaults.class);
        var metrics = configuration.getRuntime().getMetricsReporting();
        metrics.setEnableMetricsReporting(true); // of no statement yet; and nothing is ever reported, only asked for
        metrics.setRuntimeInterval(-1);
        metrics.setStatementInterval(-1);
        BY_URI.put(uri, this);
        esper = EPRuntimeProvider.getRuntime(uri, configuration);
        esper.getEventService().clockExternal();
    }

    /** From now on, alerts are judged by this version too. It knows nothing of those before. */
    void deploy(Version version) {
        CheckedRule checked = Checks.of(version.dated().record());
        try {
            byte[] compiled =
                    Objects.requireNonNull(checked.compiled(), version.dated().key());
            var deployed = esper.getDeploymentService().deploy(CompilesRules.load(compiled), new DeploymentOptions());
            slugByDeployment.put(deployed.getDeploymentId(), version.rule().slug());
            bySlug.put(version.rule().slug(), version);
            for (EPStatement statement : deployed.getStatements()) {
                measure(statement, measuring);
                if (statement.getName().startsWith(CompilesRules.MATCH)) {
                    statement.addListener(
                            (rows, old, from, runtime) -> tell(version.rule().slug(), rows));
                }
            }
        } catch (EPDeployException e) {
            throw new IllegalStateException(
                    "expected the compiled rule " + version.rule().slug() + " to deploy", e);
        }
    }

    /** Ends the rule of this name and all that it knew, where it is deployed. */
    void undeploy(String slug) {
        bySlug.remove(slug);
        for (Map.Entry<String, String> deployment : Map.copyOf(slugByDeployment).entrySet()) {
            if (deployment.getValue().equals(slug)) {
                slugByDeployment.remove(deployment.getKey());
                end(deployment.getKey());
            }
        }
    }

    private void end(String deployment) {
        try {
            esper.getDeploymentService().undeploy(deployment);
        } catch (EPUndeployException e) {
            throw new IllegalStateException("expected no rule to rest on another", e);
        }
    }

    /** The same text under another record, such as one that ends a trial: what it knew stays. */
    void relabel(Version version) {
        bySlug.put(version.rule().slug(), version);
    }

    /** Judges an alert at its own time; alerts must come in {@link EntityAlert#ORDER}. */
    void judge(EntityAlert alert) {
        advanceTo(alert.time());
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

    /** While silent, matches and faults are found and forgotten: they were told before. */
    void silent(boolean beSilent) {
        silent = beSilent;
    }

    @Override
    public void measure(boolean on) {
        measuring = on;
        for (String deployment : slugByDeployment.keySet()) {
            for (EPStatement statement :
                    esper.getDeploymentService().getDeployment(deployment).getStatements()) {
                measure(statement, on);
            }
        }
    }

    private void measure(EPStatement statement, boolean on) {
        var metrics = esper.getMetricsService();
        if (on) {
            metrics.setMetricsReportingStmtEnabled(statement.getDeploymentId(), statement.getName());
        } else {
            metrics.setMetricsReportingStmtDisabled(statement.getDeploymentId(), statement.getName());
        }
    }

    @Override
    public Map<String, Long> measured() {
        Map<String, Long> cpu = new HashMap<>();
        esper.getMetricsService()
                .iterateStatementGroups(group -> group.iterateStatements(each -> {
                    StatementMetric metric = each.getMetric();
                    String slug = slugByDeployment.get(metric.getDeploymentId());
                    if (slug != null) {
                        cpu.merge(slug, metric.getCpuTime(), Long::sum);
                    }
                }));
        return cpu;
    }

    @Override
    public void close() {
        esper.destroy();
        BY_URI.remove(uri);
    }

    /** Esper swallows what a listener throws, so nothing may leave here but through {@code brokeDown}. */
    private void tell(String slug, EventBean[] rows) {
        Version version = bySlug.get(slug);
        if (silent || rows == null || version == null) {
            return;
        }
        for (EventBean row : rows) {
            Match match;
            try {
                match = MatchRow.read(
                        RuleCard.of(version.rule()),
                        row,
                        esper.getEventService().getCurrentTime());
            } catch (RuntimeException e) {
                listener.brokeDown(version, e);
                continue;
            }
            listener.matched(version.isOnTrial() ? match.with(FindingMark.TRIAL) : match);
        }
    }

    private void fault(String deployment, Throwable why) {
        Version version = bySlug.get(slugByDeployment.getOrDefault(deployment, ""));
        if (version != null && !silent) {
            listener.brokeDown(version, why);
        }
    }

    /** Esper logs and swallows by default; an exception inside a rule must be seen. */
    public static final class TellsFaults implements ExceptionHandlerFactory {
        @Override
        public ExceptionHandler getHandler(ExceptionHandlerFactoryContext context) {
            return fault -> {
                RuleRuntime runtime = BY_URI.get(fault.getRuntimeURI());
                if (runtime != null) {
                    runtime.fault(fault.getDeploymentId(), fault.getThrowable());
                }
            };
        }
    }
}
