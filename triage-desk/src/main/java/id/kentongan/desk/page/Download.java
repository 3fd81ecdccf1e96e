package id.kentongan.desk.page;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file as the answer to a request. */
public final class Download {
    private Download() {}

    /** One that the browser shows: only for what the desk itself printed, or checked to be a PDF. */
    public static ResponseEntity<byte[]> pdf(String name, byte[] content) {
        return answer(ContentDisposition.inline().filename(name + ".pdf").build(), MediaType.APPLICATION_PDF, content);
    }

    /** One to save, never to open in the browser. */
    public static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return answer(ContentDisposition.attachment().filename(name).build(), type, content);
    }

    private static ResponseEntity<byte[]> answer(ContentDisposition how, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, how.toString())
                .body(content);
    }
}
