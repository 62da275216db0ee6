package nl.meedoen.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.demo.places.Place.Colleague;
import nl.meedoen.demo.writing.Desk;
import nl.meedoen.demo.writing.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** Writes the pitches of some of those whose dossier was written by hand. */
final class PitchRows {

    private static final List<PitchScript> ALL = readAll();

    private PitchRows() {}

    record PitchScript(String given, List<VersionScript> versions) {}

    /** A version; {@code day} is counted from today. */
    record VersionScript(
            int day,
            String who,
            String can,
            String want,
            @Nullable MarksScript coach,
            @Nullable MarksScript trainer) {}

    /** Marks for clarity, content and presence, in that order. */
    record MarksScript(List<Integer> marks, @Nullable String remark) {}

    static void write(Desk desk, Dossier dossier, Colleague trainer) {
        String given = dossier.registration.identity().name().givenNames();
        ALL.stream()
                .filter(script -> script.given().equals(given))
                .forEach(script -> script.versions().forEach(version -> version(desk, dossier, trainer, version)));
    }

    private static void version(Desk desk, Dossier dossier, Colleague trainer, VersionScript version) {
        UUID id = desk.id();
        LocalDate on = desk.today().plusDays(version.day());
        desk.add(
                Table.PITCH,
                id,
                dossier.id,
                desk.seal(version.who()),
                desk.seal(version.can()),
                desk.seal(version.want()),
                desk.at(on, 11, 0),
                dossier.coach.id());
        rating(desk, dossier, id, on, Role.COACH, dossier.coach, version.coach());
        rating(desk, dossier, id, on.plusDays(2), Role.TRAINER, trainer, version.trainer());
    }

    private static void rating(
            Desk desk,
            Dossier dossier,
            UUID pitch,
            LocalDate on,
            Role role,
            Colleague by,
            @Nullable MarksScript given) {
        if (given != null) {
            desk.add(
                    Table.PITCH_RATING,
                    pitch,
                    dossier.id,
                    by.id(),
                    role,
                    given.marks().get(0),
                    given.marks().get(1),
                    given.marks().get(2),
                    desk.seal(given.remark()),
                    desk.at(on, 16, 30));
        }
    }

    private static List<PitchScript> readAll() {
        try (InputStream file = new ClassPathResource("demo/pitches.json").getInputStream()) {
            return List.of(new JsonMapper().readValue(file, PitchScript[].class));
        } catch (IOException e) {
            throw new IllegalStateException("demo/pitches.json", e);
        }
    }
}
