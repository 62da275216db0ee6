package nl.meedoen.training.programme.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.training.WorkFormId;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import org.jspecify.annotations.Nullable;

/** One thing to do with a group: what for, with what, and how, step by step. */
@Entity
public class WorkForm {

    /**
     * All of a work form that may change.
     *
     * @param minutes how long it takes
     * @param groupMin the smallest group that it works with
     * @param groupMax the largest
     */
    public record Content(int minutes, int groupMin, int groupMax, MapTheme mapTheme, Wording dutch, Wording english) {}

    @Id
    private UUID id;

    private UUID themeId;
    private String code;
    private int position;
    private int minutes;
    private int groupMin;
    private int groupMax;

    @Enumerated(EnumType.STRING)
    private MapTheme mapTheme;

    @Embedded
    @AttributeOverride(name = "title", column = @Column(name = "title_nl"))
    @AttributeOverride(name = "aim", column = @Column(name = "aim_nl"))
    @AttributeOverride(name = "materials", column = @Column(name = "materials_nl"))
    @AttributeOverride(name = "steps", column = @Column(name = "steps_nl"))
    @AttributeOverride(name = "tip", column = @Column(name = "tip_nl"))
    private Wording dutch;

    @Embedded
    @AttributeOverride(name = "title", column = @Column(name = "title_en"))
    @AttributeOverride(name = "aim", column = @Column(name = "aim_en"))
    @AttributeOverride(name = "materials", column = @Column(name = "materials_en"))
    @AttributeOverride(name = "steps", column = @Column(name = "steps_en"))
    @AttributeOverride(name = "tip", column = @Column(name = "tip_en"))
    private Wording english;

    private @Nullable Instant changedAt;
    private @Nullable UUID changedBy;

    @Version
    private long version;

    protected WorkForm() {}

    /** A work form of a theme, at its place in the manual. */
    public WorkForm(WorkFormId id, UUID themeId, String code, int position, Content content) {
        this.id = id.value();
        this.themeId = themeId;
        this.code = code;
        this.position = position;
        take(content);
    }

    /**
     * Replaces what it says.
     *
     * @param read the version that the author had before them
     * @throws StaleVersion when somebody else changed it since
     */
    public void rewrite(Content content, long read, Actor author, Instant at) {
        StaleVersion.check(version, read);
        take(content);
        changedAt = at;
        changedBy = author.id().value();
    }

    private void take(Content content) {
        if (content.groupMax() < content.groupMin()) {
            throw new RuleBroken("training.group-sizes-swapped");
        }
        minutes = content.minutes();
        groupMin = content.groupMin();
        groupMax = content.groupMax();
        mapTheme = content.mapTheme();
        dutch = content.dutch();
        english = content.english();
    }

    public WorkFormId id() {
        return new WorkFormId(id);
    }

    public UUID themeId() {
        return themeId;
    }

    public String code() {
        return code;
    }

    public int position() {
        return position;
    }

    public Content content() {
        return new Content(minutes, groupMin, groupMax, mapTheme, dutch, english);
    }

    public @Nullable Instant changedAt() {
        return changedAt;
    }

    public @Nullable UUID changedBy() {
        return changedBy;
    }

    public long version() {
        return version;
    }
}
