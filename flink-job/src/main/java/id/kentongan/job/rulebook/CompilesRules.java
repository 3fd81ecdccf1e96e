package id.kentongan.job.rulebook;

import com.espertech.esper.common.client.EPCompiled;
import com.espertech.esper.common.client.annotation.Name;
import com.espertech.esper.common.client.configuration.Configuration;
import com.espertech.esper.common.client.module.Module;
import com.espertech.esper.common.client.module.ModuleItem;
import com.espertech.esper.common.client.util.ClassForNameProvider;
import com.espertech.esper.compiler.client.CompilerArguments;
import com.espertech.esper.compiler.client.EPCompileException;
import com.espertech.esper.compiler.client.EPCompilerProvider;
import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.rulebook.statement.Inspection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiles rules against the events of {@link RuleEvent}. A rule is text from a person: it gets no imports, no
 * scripts, no classes.
 */
public final class CompilesRules {
    /** Statements of this name tell matches; the others feed them. */
    public static final String MATCH = "match";

    /** No check takes more CPU. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    private CompilesRules() {}

    /** The configuration that compiler and runtime share. */
    public static Configuration configuration() {
        Configuration configuration = new Configuration();
        var common = configuration.getCommon();
        List.copyOf(common.getImports()).forEach(common::removeImport);
        common.addAnnotationImport(Name.class);
        common.addEventType(RuleEvent.AgentAlert.class);
        common.addEventType(RuleEvent.SourceIpAlert.class);
        common.addEventType(RuleEvent.UserAlert.class);
        common.addEventType(RuleEvent.AgentSourceIpAlert.class);
        common.addEventType(RuleEvent.AnyAlert.class);
        configuration.getCompiler().getScripts().setEnabled(false);
        return configuration;
    }

    /**
     * Checks and compiles one record. Never throws for what the record says. Thread-safe; takes no more CPU than
     * {@link #LONGEST}, whatever the text.
     */
    public static CheckedRule check(RuleRecord source) {
        String endless = "rule " + source.slug() + " does not compile within " + LONGEST.toSeconds()
                + " s of CPU: make it smaller";
        return InItsOwnTime.within(LONGEST, () -> checked(source), CheckedRule.refused(source, List.of(endless)));
    }

    /** The statements of a checked rule, to deploy. Takes milliseconds. */
    public static EPCompiled load(byte[] compiled) {
        return CompiledBytes.read(compiled);
    }

    private static CheckedRule checked(RuleRecord source) {
        try {
            RuleText.Reading reading = RuleText.read(source);
            if (reading.rule() == null) {
                return CheckedRule.refused(source, reading.faults());
            }
            byte[] compiled = CompiledBytes.write(compile(reading.statements()));
            return new CheckedRule(source, reading.rule(), compiled, List.of(), reading.warnings());
        } catch (EPCompileException e) {
            return CheckedRule.refused(source, List.of("rule " + source.slug() + ": " + words(e)));
        } catch (StackOverflowError e) {
            return CheckedRule.refused(
                    source, List.of("rule " + source.slug() + ": is nested too deep: make it flatter"));
        }
    }

    /**
     * Compiles each rule as a module of its own.
     *
     * @throws IllegalArgumentException naming every rule that does not compile
     */
    public static Map<Rule, EPCompiled> compile(Rulebook rulebook) {
        Map<Rule, EPCompiled> compiled = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        for (Rule rule : rulebook.rules()) {
            try {
                compiled.put(
                        rule,
                        compile(RuleText.inspect(rule.epl(), rule.entity()).statements()));
            } catch (EPCompileException e) {
                faults.add("rule " + rule.slug() + ": " + words(e));
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return compiled;
    }

    /** What was looked at is what is compiled: the model, not the text that it came from. */
    private static EPCompiled compile(List<Inspection.Statement> statements) throws EPCompileException {
        Module module = new Module();
        statements.forEach(statement -> module.getItems().add(new ModuleItem(statement.model())));
        Configuration configuration = configuration();
        configuration.getCommon().setTransientConfiguration(Map.of(ClassForNameProvider.NAME, (ClassForNameProvider)
                CompilesRules::find));
        return EPCompilerProvider.getCompiler().compile(module, new CompilerArguments(configuration));
    }

    /** Esper repeats the whole statement behind its words. */
    private static String words(EPCompileException e) {
        return String.valueOf(e.getMessage()).replaceFirst("(?s) \\[(@|select|insert).*\\]$", "");
    }

    /** A rule that names any other class would reach its static methods. */
    private static Class<?> find(String name) throws ClassNotFoundException {
        if (name.equals(Name.class.getName()) || name.startsWith(RuleEvent.class.getName() + "$")) {
            return Class.forName(name, false, CompilesRules.class.getClassLoader());
        }
        throw new ClassNotFoundException("a rule reaches no class, and so not " + name);
    }
}
