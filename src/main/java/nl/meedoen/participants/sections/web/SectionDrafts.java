package nl.meedoen.participants.sections.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.meedoen.access.Actor;
import nl.meedoen.desk.Drafts;
import nl.meedoen.kernel.CitizenNumber;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.sections.Intake;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.webkit.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DataBinder;

/** Keeps a section's form as somebody left it, boxes that cannot be read yet included, and fills it in again. */
@Component
@Transactional
class SectionDrafts {

    /** More than this is no form of ours. */
    private static final int MOST = 20_000;

    /** What is not typed by anybody. */
    private static final Set<String> NOT_TYPED = Set.of("_csrf", "_key", "then", "version");

    /** What became of a text that was to be kept. */
    record Kept(@Nullable Instant at, boolean citizenNumber) {}

    /**
     * A form as it was left.
     *
     * @param version of what the form was made from when somebody began to write
     */
    record Left<F>(F form, BindingResult boxes, Instant at, String version) {}

    private final Dossiers dossiers;
    private final Intake intake;
    private final Drafts drafts;
    private final ConversionService conversion;

    SectionDrafts(
            Dossiers dossiers,
            Intake intake,
            Drafts drafts,
            @Qualifier("mvcConversionService") ConversionService conversion) {
        this.dossiers = dossiers;
        this.intake = intake;
        this.drafts = drafts;
        this.conversion = conversion;
    }

    /** Keeps what was typed; nothing that was saved meanwhile, and no citizen service number (UAVG article 46). */
    Kept keep(Actor actor, ParticipantId id, Section section, Map<String, String[]> boxes) {
        reach(actor, id, section);
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String[]> box : boxes.entrySet()) {
            boolean typed = !NOT_TYPED.contains(box.getKey());
            for (String value : box.getValue()) {
                if (typed && !box.getKey().equals("socialService") && CitizenNumber.looksLikeOne(value)) {
                    return new Kept(null, true);
                }
                if (typed || box.getKey().equals("version")) {
                    text.append(text.isEmpty() ? "" : "&")
                            .append(box.getKey())
                            .append('=')
                            .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
                }
            }
        }
        String[] version = boxes.get("version");
        if (text.length() > MOST || !intake.current(actor, id, section, version == null ? null : version[0])) {
            return new Kept(null, false);
        }
        return new Kept(
                drafts.keep(actor, Intake.place(id, section), text.toString()).orElse(null), false);
    }

    /** The form as this person left it; empty when there is no draft. */
    <F> Optional<Left<F>> find(Actor actor, ParticipantId id, Section section, Class<F> type) {
        return drafts.find(actor, Intake.place(id, section)).flatMap(draft -> {
            Map<String, List<String>> boxes = read(draft.text());
            DataBinder binder = fill(type, boxes);
            BindingResult result = binder.getBindingResult();
            result.getFieldErrors().forEach(unreadable -> boxes.remove(unreadable.getField()));
            // a record with a box that cannot be read is not made; its text is shown out of the result
            Object form = result.hasErrors() ? fill(type, boxes).getTarget() : binder.getTarget();
            String version = String.join("", boxes.getOrDefault("version", List.of()));
            return form == null
                    ? Optional.empty()
                    : Optional.of(new Left<>(type.cast(form), result, draft.savedAt(), version));
        });
    }

    private DataBinder fill(Class<?> type, Map<String, List<String>> boxes) {
        DataBinder binder = new DataBinder(null, "form");
        binder.setTargetType(ResolvableType.forClass(type));
        binder.setConversionService(conversion);
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
        binder.construct(new Boxes(boxes));
        return binder;
    }

    /** Throws a draft away. */
    void drop(Actor actor, ParticipantId id, Section section) {
        reach(actor, id, section);
        drafts.drop(actor, Intake.place(id, section));
    }

    private void reach(Actor actor, ParticipantId id, Section section) {
        dossiers.reach(actor, id);
        if (!section.mayEdit(actor)) {
            throw new NotFound();
        }
    }

    private static Map<String, List<String>> read(String text) {
        Map<String, List<String>> boxes = new LinkedHashMap<>();
        for (String box : text.split("&")) {
            int is = box.indexOf('=');
            boxes.computeIfAbsent(box.substring(0, is), name -> new ArrayList<>())
                    .add(URLDecoder.decode(box.substring(is + 1), StandardCharsets.UTF_8));
        }
        return boxes;
    }

    /** Boxes as a browser would send them. */
    private record Boxes(Map<String, List<String>> values) implements DataBinder.ValueResolver {

        @Override
        public @Nullable Object resolveValue(String name, Class<?> type) {
            List<String> found = values.get(name);
            return found == null ? null : found.size() == 1 ? found.get(0) : found.toArray(String[]::new);
        }

        @Override
        public Set<String> getNames() {
            return values.keySet();
        }
    }
}
