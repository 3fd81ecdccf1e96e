package id.kentongan.desk.people;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * The password first, then the code of those who have a second factor. A wrong code looks and counts like a wrong
 * password: whoever guesses does not learn which it was, and the account shuts after the same number.
 */
@Component
class BothFactors extends DaoAuthenticationProvider {
    /** What came with the password. */
    static final class WithCode extends WebAuthenticationDetails {
        private static final long serialVersionUID = 1L;

        private final transient String code;

        WithCode(HttpServletRequest request) {
            super(request);
            String typed = request.getParameter("code");
            code = typed == null ? "" : typed.substring(0, Math.min(60, typed.length()));
        }
    }

    private final SecondFactors factors;

    BothFactors(Logins logins, PasswordEncoder passwords, SecondFactors factors) {
        super(logins);
        setPasswordEncoder(passwords);
        this.factors = factors;
    }

    @Override
    protected void additionalAuthenticationChecks(UserDetails person, UsernamePasswordAuthenticationToken login) {
        super.additionalAuthenticationChecks(person, login);
        try {
            String code = login.getDetails() instanceof WithCode typed ? typed.code : "";
            if (factors.asked(person.getUsername()) && !factors.accepts(person.getUsername(), code)) {
                throw new BadCredentialsException("wrong code");
            }
        } catch (DataAccessException away) {
            throw new InternalAuthenticationServiceException("second factors cannot be read", away);
        }
    }
}
