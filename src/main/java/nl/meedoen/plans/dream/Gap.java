package nl.meedoen.plans.dream;

import java.util.ArrayList;
import java.util.List;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.participants.brought.Brought;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an occupation takes, beside what somebody has of it.
 *
 * @param code names it within the dream, such as LANGUAGE or LICENCE_B
 * @param detail the licence's letter; empty for the others
 */
public record Gap(String code, Kind kind, State state, String detail) {

    /** What is asked for. */
    public enum Kind {
        LANGUAGE,
        DIPLOMA,
        /** A diploma from elsewhere that is high enough, but not valued here yet. */
        VALUATION,
        LICENCE,
        REGISTRATION
    }

    /** Whether it is there. */
    public enum State {
        MET,
        MISSING,
        /** The dossier says nothing about it. */
        UNKNOWN;

        /** The colour of its badge. */
        public String tone() {
            return this == MET ? "ok" : this == MISSING ? "wait" : "";
        }

        /** The symbol of its badge. */
        public String icon() {
            return this == MET ? "check" : this == MISSING ? "hand" : "info";
        }

        /** The message code of its name. */
        public String labelKey() {
            return "dream.state." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** All that the occupation takes, in the order in which people read it. */
    static List<Gap> between(Demand takes, Brought has) {
        List<Gap> gaps = new ArrayList<>();
        LanguageLevel language = takes.language();
        if (language != null) {
            gaps.add(new Gap("LANGUAGE", Kind.LANGUAGE, dutch(language, has.dutch()), ""));
        }
        Integer level = takes.diplomaLevel();
        if (level != null) {
            Brought.School best = best(level, has.schools());
            gaps.add(new Gap("DIPLOMA", Kind.DIPLOMA, school(best, has.schools()), ""));
            if (best != null && best.abroad()) {
                gaps.add(new Gap("VALUATION", Kind.VALUATION, best.valued() ? State.MET : State.MISSING, ""));
            }
        }
        for (String licence : takes.licences()) {
            State there = has.licences().contains(licence) ? State.MET : State.MISSING;
            gaps.add(new Gap("LICENCE_" + licence, Kind.LICENCE, there, licence));
        }
        if (takes.regulated()) {
            // a dossier does not hold registrations: it is asked, and stands done when its step is
            gaps.add(new Gap("REGISTRATION", Kind.REGISTRATION, State.UNKNOWN, ""));
        }
        return gaps;
    }

    /** The diploma that counts: one that is high enough, valued ones first. */
    static Brought.@Nullable School best(int level, List<Brought.School> schools) {
        List<Brought.School> enough = schools.stream()
                .filter(school -> school.diploma() && school.level() >= level)
                .toList();
        return enough.stream()
                .filter(school -> school.valued() || !school.abroad())
                .findFirst()
                .orElse(enough.isEmpty() ? null : enough.get(0));
    }

    private static State dutch(LanguageLevel takes, @Nullable LanguageLevel has) {
        return has == null ? State.UNKNOWN : has.compareTo(takes) >= 0 ? State.MET : State.MISSING;
    }

    private static State school(Brought.@Nullable School best, List<Brought.School> all) {
        return best != null ? State.MET : all.isEmpty() ? State.UNKNOWN : State.MISSING;
    }
}
