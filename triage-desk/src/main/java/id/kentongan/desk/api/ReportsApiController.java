package id.kentongan.desk.api;

import id.kentongan.desk.exceptions.ExceptionReports;
import id.kentongan.desk.exceptions.ReportedException;
import id.kentongan.desk.rules.RuleReport;
import id.kentongan.desk.rules.RuleReports;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What exceptions did and what rules were worth, for programs. */
@RestController
@RequestMapping(ApiRoutes.API)
class ReportsApiController {
    private final ExceptionReports exceptions;
    private final RuleReports rules;

    ReportsApiController(ExceptionReports exceptions, RuleReports rules) {
        this.exceptions = exceptions;
        this.rules = rules;
    }

    @GetMapping("/exceptions")
    List<ReportedException> exceptions() {
        return exceptions.all();
    }

    @GetMapping("/rules")
    List<RuleReport> rules() {
        return rules.all();
    }
}
