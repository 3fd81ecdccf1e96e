package id.kentongan.desk.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets Spring Boot print refused settings as a plain message instead of a stack trace. */
public final class SettingsRefusedAnalyzer extends AbstractFailureAnalyzer<SettingsRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SettingsRefused refused) {
        return new FailureAnalysis(refused.getMessage(), "Mend the settings file and start again.", refused);
    }
}
