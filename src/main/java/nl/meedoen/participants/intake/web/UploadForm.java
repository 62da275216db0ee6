package nl.meedoen.participants.intake.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The box for a file. */
record UploadForm(@Nullable MultipartFile file) {

    private static final int LONGEST_NAME = 120;

    /** The name of the file without a folder or unseen signs. */
    public String name() {
        String name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{C}", "")
                .strip();
        if (bare.isEmpty()) return "-";
        return bare.length() > LONGEST_NAME ? bare.substring(bare.length() - LONGEST_NAME) : bare;
    }

    public boolean isEmpty() {
        return file == null || file.isEmpty();
    }
}
