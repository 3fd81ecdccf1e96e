package id.kentongan.desk.people;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The login page; Spring Security handles what it sends. */
@Controller
class LoginController {
    @GetMapping("/login")
    String login() {
        return "people/login";
    }
}
