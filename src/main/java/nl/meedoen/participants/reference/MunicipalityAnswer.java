package nl.meedoen.participants.reference;

import java.util.List;

/** What a place name may mean. */
public sealed interface MunicipalityAnswer {

    /**
     * One municipality.
     *
     * @param wasFormer whether the name given is that of a municipality that has since merged into this one
     */
    record Found(Municipality municipality, boolean wasFormer) implements MunicipalityAnswer {

        /** The CBS code of today's municipality. */
        public String code() {
            return municipality.code();
        }

        /** The name of today's municipality. */
        public String name() {
            return municipality.name();
        }
    }

    /** More than one: a former municipality that was split, or one name in two provinces. Somebody has to choose. */
    record Several(List<Municipality> choices) implements MunicipalityAnswer {}

    /** No municipality of that name, now or before; these look most like it, the nearest first. */
    record Unknown(List<Municipality> suggestions) implements MunicipalityAnswer {}
}
