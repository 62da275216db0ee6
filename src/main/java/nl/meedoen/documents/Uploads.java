package nl.meedoen.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.meedoen.documents.content.CheckedFile;
import nl.meedoen.documents.content.ContentCheck;
import nl.meedoen.documents.content.SafeName;
import nl.meedoen.documents.scanner.VirusScanner;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Texts;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.multipart.MultipartFile;

/** Takes uploaded files in: scanned, opened and checked, before any transaction begins. */
@Component
public class Uploads {

    private final VirusScanner scanner;
    private final ContentCheck contents;
    private final Texts texts;

    Uploads(VirusScanner scanner, ContentCheck contents, Texts texts) {
        this.scanner = scanner;
        this.contents = contents;
        this.texts = texts;
    }

    /** What may be kept of these files; what is wrong with the others stands at the field. */
    public List<CheckedFile> check(List<MultipartFile> files, String field, BindingResult errors) {
        List<CheckedFile> checked = new ArrayList<>();
        if (errors.hasErrors()) {
            return checked;
        }
        for (MultipartFile file : files) {
            try {
                byte[] bytes = file.getBytes();
                scanner.check(bytes);
                checked.add(contents.check(file.getOriginalFilename(), bytes));
            } catch (RuleBroken refusal) {
                Object[] what = {SafeName.stem(file.getOriginalFilename()), texts.of(refusal.code(), refusal.args())};
                errors.rejectValue(field, "documents.refused.in", what, null);
            } catch (IOException e) {
                errors.rejectValue(field, "documents.refused.broken-off");
            }
        }
        return checked;
    }
}
