package nl.meedoen.plans.cv;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands a curriculum vitae out as a file. */
final class CvFiles {

    private CvFiles() {}

    /** Without the name of the person: a name of a file is seen by many. */
    static ResponseEntity<byte[]> answer(byte[] pdf, String name, CvLanguage language) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "-" + language.tag() + ".pdf")
                                .build()
                                .toString())
                .header("X-Robots-Tag", "noindex")
                .body(pdf);
    }
}
