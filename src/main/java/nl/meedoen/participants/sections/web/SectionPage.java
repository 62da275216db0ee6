package nl.meedoen.participants.sections.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.participants.sections.Fact;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.webkit.Option;
import org.jspecify.annotations.Nullable;

/**
 * The page of one section.
 *
 * @param fields the template with the section's boxes
 * @param action where the form goes
 * @param version what the form was made from
 * @param draftAt when the draft was kept that the form was filled with; null when there is none
 * @param differences what somebody else saved beside what was typed; null when nobody did
 * @param choices what the boxes offer, by a word of the section's own
 * @param entries what stands there already, for a section that is a list
 * @param editing the entry that is corrected; null when one is added
 */
public record SectionPage(
        String id,
        String person,
        Section section,
        String fields,
        String action,
        List<Step> steps,
        int done,
        String version,
        @Nullable String draftAt,
        @Nullable List<Difference> differences,
        Map<String, List<Option>> choices,
        List<Entry> entries,
        @Nullable UUID editing) {

    /** A section in the row of all sections; state is done, draft or open. */
    public record Step(
            Section section,
            String state,
            boolean current,
            boolean open,
            @Nullable String savedText) {}

    /** A field with what somebody else saved and what was typed here. */
    public record Difference(String label, String theirs, String yours) {}

    /** One of several, such as a school. */
    public record Entry(UUID id, Fact fact, boolean editing) {}

    public int total() {
        return steps.size();
    }

    SectionPage with(List<Difference> stale) {
        return new SectionPage(
                id, person, section, fields, action, steps, done, version, draftAt, stale, choices, entries, editing);
    }

    SectionPage listing(List<Entry> list) {
        return new SectionPage(
                id,
                person,
                section,
                fields,
                action,
                steps,
                done,
                version,
                draftAt,
                differences,
                choices,
                list,
                editing);
    }

    SectionPage correcting(UUID entry, String path, String seen) {
        return new SectionPage(
                id, person, section, fields, path, steps, done, seen, null, differences, choices, entries, entry);
    }

    SectionPage seen(String token, @Nullable String draft) {
        return new SectionPage(
                id, person, section, fields, action, steps, done, token, draft, differences, choices, entries, editing);
    }
}
