package id.kentongan.desk.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** An upload that is too large (413) or none at all (400) is told so; it is no fault of the desk. */
@ControllerAdvice
class UploadRefused {
    @ExceptionHandler(MultipartException.class)
    void tell(MultipartException refused, HttpServletResponse response) throws IOException {
        boolean large = refused instanceof MaxUploadSizeExceededException;
        response.sendError(
                large ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE : HttpServletResponse.SC_BAD_REQUEST);
    }
}
