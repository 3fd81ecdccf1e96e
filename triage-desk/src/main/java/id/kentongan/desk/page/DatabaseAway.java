package id.kentongan.desk.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A database that is away gives a page that says so (503), not an unexplained error. */
@ControllerAdvice
class DatabaseAway {
    @ExceptionHandler({DataAccessResourceFailureException.class, TransientDataAccessException.class})
    void tell(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
