package nl.meedoen.participants.sections.form;

import java.time.LocalDate;
import nl.meedoen.kernel.LearningRoute;
import nl.meedoen.participants.sections.Integration;
import nl.meedoen.participants.sections.Integration.Act;
import nl.meedoen.participants.sections.Integration.Part;
import nl.meedoen.participants.sections.Integration.PartState;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** Civic integration. */
public record IntegrationForm(
        @Nullable Act act,
        @Nullable LearningRoute route,
        @Nullable LocalDate termFrom,
        @Nullable LocalDate termUntil,
        @Nullable LocalDate pipOn,
        @Nullable PartState languageState,
        @Nullable LocalDate languageOn,
        @Nullable PartState knmState,
        @Nullable LocalDate knmOn,
        @Nullable PartState mapState,
        @Nullable LocalDate mapOn,
        @Nullable PartState pvtState,
        @Nullable LocalDate pvtOn) {

    private static final int TERM_YEARS = 3;

    public static IntegrationForm of(Integration is) {
        return new IntegrationForm(
                is.act(),
                is.route(),
                is.termFrom(),
                is.termUntil(),
                is.pipOn(),
                is.language().state(),
                is.language().on(),
                is.knm().state(),
                is.knm().on(),
                is.map().state(),
                is.map().on(),
                is.pvt().state(),
                is.pvt().on());
    }

    /** What was filled in, the end of the term reckoned where only its start is known; null when a field is wrong. */
    public @Nullable Integration read(LocalDate today, BindingResult errors) {
        if (termFrom != null && termUntil != null && termUntil.isBefore(termFrom)) {
            errors.rejectValue("termUntil", "sections.ends-before-start");
        }
        Part language = part("language", languageState, languageOn, today, errors);
        Part knm = part("knm", knmState, knmOn, today, errors);
        Part map = part("map", mapState, mapOn, today, errors);
        Part pvt = part("pvt", pvtState, pvtOn, today, errors);
        LocalDate until = termUntil == null && termFrom != null ? termFrom.plusYears(TERM_YEARS) : termUntil;
        return errors.hasErrors() ? null : new Integration(act, route, termFrom, until, pipOn, language, knm, map, pvt);
    }

    private static Part part(
            String name, @Nullable PartState state, @Nullable LocalDate on, LocalDate today, BindingResult errors) {
        if (on != null && on.isAfter(today)) {
            errors.rejectValue(name + "On", "participants.day-in-future");
        } else if (on != null && (state == null || state == PartState.OPEN)) {
            errors.rejectValue(name + "State", "sections.part-state-needed");
        }
        return new Part(state, on);
    }
}
