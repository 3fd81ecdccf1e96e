package id.kentongan.desk.inforce;

import id.kentongan.desk.deadline.WorkingCalendar;
import id.kentongan.desk.page.Language;
import id.kentongan.desk.page.Visible;
import id.kentongan.desk.paper.Office;
import id.kentongan.desk.settings.SettingsInForce;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** What the desk runs with. Nothing can be changed here. */
@Controller
class SettingsController {
    private static final JsonMapper JSON = new JsonMapper();

    private final SettingsInForce settings;
    private final Office office;
    private final WorkingCalendar calendar;
    private final Clock clock;

    SettingsController(SettingsInForce settings, Office office, WorkingCalendar calendar, Clock clock) {
        this.settings = settings;
        this.office = office;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping("/settings")
    String page(Model model, Locale locale) {
        model.addAttribute(
                "settings", settings.all().stream().map(SettingRow::of).toList());
        model.addAttribute("office", office());
        model.addAttribute(
                "number",
                office.blankNumber(clock.instant().atZone(calendar.zone()).getYear()));
        model.addAttribute("calendar", CalendarView.of(calendar, clock.instant(), Language.of(locale)));
        return "inforce/settings";
    }

    /** Everything that the office's file can say, in its order. */
    private Map<String, String> office() {
        Map<String, String> shown = new LinkedHashMap<>();
        JSON.valueToTree(office)
                .properties()
                .forEach(one -> shown.put(
                        "office." + one.getKey().toLowerCase(Locale.ROOT),
                        Visible.text(
                                one.getValue().isArray()
                                        ? one.getValue()
                                                .valueStream()
                                                .map(each -> each.asString())
                                                .collect(Collectors.joining("; "))
                                        : one.getValue().asString())));
        return shown;
    }
}
