package nl.meedoen.documents.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.documents.DocumentArchive;
import nl.meedoen.kernel.ParticipantId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Hands out files. Whatever is in one, a browser makes no page of it: it is a download or a picture, it may load and run
 * nothing, and its type is not guessed.
 */
@Controller
class FileController {

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private final DocumentArchive archive;

    FileController(DocumentArchive archive) {
        this.archive = archive;
    }

    @Needs(Permission.DOCUMENTS)
    @GetMapping("/participants/{id}/documents/{document}/files/{file}")
    ResponseEntity<byte[]> download(
            Actor actor, @PathVariable ParticipantId id, @PathVariable UUID document, @PathVariable UUID file) {
        DocumentArchive.Content content = archive.download(actor, id, document, file);
        return answer(content.type().mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(content.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content.bytes());
    }

    /** A picture of a page, for the page of the document. */
    @Needs(Permission.DOCUMENTS)
    @GetMapping("/participants/{id}/documents/{document}/files/{file}/pages/{page}")
    ResponseEntity<byte[]> page(
            Actor actor,
            @PathVariable ParticipantId id,
            @PathVariable UUID document,
            @PathVariable UUID file,
            @PathVariable int page) {
        return answer(MediaType.IMAGE_JPEG_VALUE).body(archive.page(actor, id, document, file, page));
    }

    private static ResponseEntity.BodyBuilder answer(String type) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header("Content-Security-Policy", NOTHING)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
