package id.kentongan.desk.api;

import id.kentongan.desk.exceptions.ExceptionReports;
import id.kentongan.desk.exceptions.ReportedException;
import id.kentongan.desk.health.DataHealth;
import id.kentongan.desk.health.HealthReports;
import id.kentongan.desk.rules.RuleReport;
import id.kentongan.desk.rules.RuleReports;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What exceptions did, what rules were worth, and whether the data is whole, for programs. */
@RestController
@RequestMapping(ApiRoutes.API)
class ReportsApiController {
    private final ExceptionReports exceptions;
    private final RuleReports rules;
    private final HealthReports health;

    ReportsApiController(ExceptionReports exceptions, RuleReports rules, HealthReports health) {
        this.exceptions = exceptions;
        this.rules = rules;
        this.health = health;
    }

    @GetMapping("/exceptions")
    List<ReportedException> exceptions() {
        return exceptions.all();
    }

    @GetMapping("/data-health")
    DataHealth dataHealth() {
        return health.forPrograms();
    }

    @GetMapping("/rules")
    List<RuleReport> rules() {
        return rules.all();
    }
}
