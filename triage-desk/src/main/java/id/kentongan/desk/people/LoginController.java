package id.kentongan.desk.people;

import id.kentongan.desk.settings.DeskSettings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The login page; Spring Security handles what it sends. */
@Controller
class LoginController {
    private final DeskSettings settings;

    LoginController(DeskSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("provider", settings.oidc() != null);
        return "people/login";
    }
}
