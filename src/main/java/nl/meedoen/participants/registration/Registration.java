package nl.meedoen.participants.registration;

import java.util.function.UnaryOperator;
import nl.meedoen.kernel.PersonName;
import nl.meedoen.participants.matching.MatchSubject;

/** What is written down of somebody: when they are registered, when an import brings them, and when it is corrected. */
public record Registration(Identity identity, Reachability reachability, Residence residence, Direction direction) {

    public PersonName name() {
        return identity.name();
    }

    /** CBS code of where the person lives. */
    public String municipalityCode() {
        return residence.municipalityCode();
    }

    /** What is compared with others before somebody is written down twice. */
    public MatchSubject subject() {
        return MatchSubject.of(
                name(),
                identity.birth(),
                identity.gender(),
                reachability.phone(),
                reachability.email(),
                residence.clientNumber());
    }

    /** The same person under another name, birth or gender. */
    public Registration as(Identity person) {
        return new Registration(person, reachability, residence, direction);
    }

    /** The same, to be reached otherwise. */
    public Registration reachedBy(Reachability reach) {
        return new Registration(identity, reach, residence, direction);
    }

    /** The same with another background. */
    public Registration from(Residence place) {
        return new Registration(identity, reachability, place, direction);
    }

    /** The same, going another way. */
    public Registration going(UnaryOperator<Direction> turn) {
        return new Registration(identity, reachability, residence, turn.apply(direction));
    }
}
