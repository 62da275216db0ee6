package nl.meedoen.participants.brought;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.occupations.Occupation;
import nl.meedoen.participants.occupations.Occupations;
import nl.meedoen.participants.sections.Education;
import nl.meedoen.participants.sections.LanguageMeasurement;
import nl.meedoen.participants.sections.LanguageMeasurement.Skill;
import nl.meedoen.participants.sections.SectionEntries;
import nl.meedoen.participants.sections.WorkExperience;
import nl.meedoen.participants.sections.WorkProfile;
import nl.meedoen.participants.sections.records.EducationRecords;
import nl.meedoen.participants.sections.records.LanguageRecords;
import nl.meedoen.participants.sections.records.Say;
import nl.meedoen.participants.sections.records.WorkProfileRecords;
import nl.meedoen.participants.sections.records.WorkRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what belongs on a curriculum vitae, in a fixed number of statements; the caller has reached the person. */
@Service
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
public class Careers {

    private static final String PERSON = """
            select g.name, p.original_name, p.phone, p.email, m.name
            from participant p join glance g on g.participant_id = p.id join municipality m on m.code = p.municipality_code
            where p.id = ?
            """;

    private final WorkRecords work;
    private final EducationRecords education;
    private final LanguageRecords language;
    private final WorkProfileRecords profiles;
    private final Occupations occupations;
    private final Say say;
    private final JdbcClient jdbc;

    Careers(
            WorkRecords work,
            EducationRecords education,
            LanguageRecords language,
            WorkProfileRecords profiles,
            Occupations occupations,
            Say say,
            JdbcClient jdbc) {
        this.work = work;
        this.education = education;
        this.language = language;
        this.profiles = profiles;
        this.occupations = occupations;
        this.say = say;
        this.jdbc = jdbc;
    }

    /** Of one person, in the language of this thread. */
    public Career of(ParticipantId id) {
        WorkProfile profile = profiles.read(id);
        List<Career.Entry> jobs = work.all(id).stream()
                .map(SectionEntries.Entry::content)
                .sorted(Comparator.comparing(
                        (WorkExperience job) -> Objects.requireNonNullElse(job.untilYear(), Integer.MAX_VALUE),
                        Comparator.reverseOrder()))
                .map(this::job)
                .toList();
        List<Career.Entry> courses = education.all(id).stream()
                .map(SectionEntries.Entry::content)
                .sorted(Comparator.comparing(
                        (Education course) -> Objects.requireNonNullElse(course.untilYear(), Integer.MAX_VALUE),
                        Comparator.reverseOrder()))
                .map(this::course)
                .toList();
        return jdbc.sql(PERSON)
                .param(id.value())
                .query((row, n) -> new Career(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        jobs,
                        courses,
                        dutch(LanguageRecords.latest(language.all(id))),
                        profile.licences().stream().map(Enum::name).toList(),
                        profile.digital() == WorkProfile.DigitalSkills.NONE ? null : say.word(profile.digital()),
                        profiles.wishes(id).stream()
                                .map(wish -> wish.occupation().label())
                                .toList()))
                .single();
    }

    /** Without the note: it is for the coach. */
    private Career.Entry job(WorkExperience job) {
        String label = occupations.find(job.occupation()).map(Occupation::label).orElse(job.occupation());
        return new Career.Entry(years(job.fromYear(), job.untilYear()), label, say.country(job.country()));
    }

    private Career.Entry course(Education course) {
        String level = say.text("sections.isced." + course.level());
        return new Career.Entry(
                years(null, course.untilYear()),
                course.title() == null ? level : course.title(),
                say.joined(
                        course.title() == null ? null : level,
                        say.country(course.country()),
                        course.diploma() == Education.Diploma.YES ? say.word(course.diploma()) : null,
                        course.valuation() == Education.Valuation.GIVEN ? course.valuedAs() : null));
    }

    private List<Career.Entry> dutch(Map<Skill, LanguageMeasurement> latest) {
        List<Career.Entry> levels = new ArrayList<>();
        for (Skill skill : Skill.values()) {
            LanguageMeasurement of = latest.get(skill);
            if (of != null) {
                levels.add(new Career.Entry(null, String.valueOf(say.word(skill)), say.word(of.level())));
            }
        }
        return levels;
    }

    private static @Nullable String years(@Nullable Integer from, @Nullable Integer until) {
        if (from == null) {
            return until == null ? null : until.toString();
        }
        return from.equals(until) ? from.toString() : from + " – " + (until == null ? "" : until);
    }
}
