package nl.meedoen.participants.sections.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.participants.sections.Fact;
import nl.meedoen.participants.sections.Integration;
import nl.meedoen.participants.sections.Integration.Act;
import nl.meedoen.participants.sections.Integration.Part;
import nl.meedoen.participants.sections.Integration.PartState;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.participants.sections.SectionRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Civic integration; the learning route is kept with the registration. */
@Component
public class IntegrationRecords implements SectionRecords<Integration> {

    private static final Part UNKNOWN = new Part(null, null);

    private final Enrolments enrolments;
    private final JdbcClient jdbc;
    private final Say say;

    IntegrationRecords(Enrolments enrolments, JdbcClient jdbc, Say say) {
        this.enrolments = enrolments;
        this.jdbc = jdbc;
        this.say = say;
    }

    @Override
    public Section section() {
        return Section.INTEGRATION;
    }

    @Override
    public Integration read(ParticipantId id) {
        var route = enrolments.written(id).direction().learningRoute();
        return jdbc.sql("select * from integration where participant_id = ?")
                .param(id.value())
                .query((row, n) -> new Integration(
                        Columns.word(Act.class, row.getString("act")),
                        route,
                        Columns.day(row, "term_from"),
                        Columns.day(row, "term_until"),
                        Columns.day(row, "pip_on"),
                        part(row, "language"),
                        part(row, "knm"),
                        part(row, "map"),
                        part(row, "pvt")))
                .optional()
                .orElse(new Integration(null, route, null, null, null, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN));
    }

    private static Part part(ResultSet row, String name) throws SQLException {
        return new Part(Columns.word(PartState.class, row.getString(name + "_state")), Columns.day(row, name + "_on"));
    }

    @Override
    public void write(Actor actor, ParticipantId id, Integration is) {
        enrolments.amend(actor, id, known -> known.going(way -> way.learning(is.route())));
        jdbc.sql("delete from integration where participant_id = ?")
                .param(id.value())
                .update();
        jdbc.sql("""
                        insert into integration (participant_id, act, term_from, term_until, pip_on, language_state,
                            language_on, knm_state, knm_on, map_state, map_on, pvt_state, pvt_on)
                        values (:id, :act, :from, :until, :pip, :language, :languageOn, :knm, :knmOn, :map, :mapOn,
                            :pvt, :pvtOn)
                        """)
                .param("id", id.value())
                .param("act", Columns.name(is.act()))
                .param("from", is.termFrom())
                .param("until", is.termUntil())
                .param("pip", is.pipOn())
                .param("language", Columns.name(is.language().state()))
                .param("languageOn", is.language().on())
                .param("knm", Columns.name(is.knm().state()))
                .param("knmOn", is.knm().on())
                .param("map", Columns.name(is.map().state()))
                .param("mapOn", is.map().on())
                .param("pvt", Columns.name(is.pvt().state()))
                .param("pvtOn", is.pvt().on())
                .update();
    }

    @Override
    public List<Fact> facts(Actor reader, Integration is) {
        List<Fact> facts = new ArrayList<>(List.of(
                Fact.of(say.text("sections.act"), say.word(is.act())),
                Fact.of(say.text("participants.learning-route"), say.word(is.route())),
                Fact.of(say.text("sections.term-from"), say.day(is.termFrom())),
                Fact.key(
                        say.text("sections.term-until"),
                        finished(is) ? say.day(is.termUntil()) : say.countdown(is.termUntil())),
                Fact.of(say.text("sections.pip"), say.day(is.pipOn())),
                Fact.key(say.text("sections.parts-passed"), passed(is))));
        facts.add(part("sections.part.language", is.language()));
        facts.add(part("sections.part.knm", is.knm()));
        facts.add(part("sections.part.map", is.map()));
        facts.add(part("sections.part.pvt", is.pvt()));
        return facts;
    }

    private static Stream<Part> parts(Integration is) {
        return Stream.of(is.language(), is.knm(), is.map(), is.pvt());
    }

    private static boolean finished(Integration is) {
        return parts(is).allMatch(part -> part.state() == PartState.PASSED || part.state() == PartState.EXEMPT);
    }

    private @org.jspecify.annotations.Nullable String passed(Integration is) {
        if (parts(is).allMatch(part -> part.state() == null)) {
            return null;
        }
        long done = parts(is)
                .filter(part -> part.state() == PartState.PASSED || part.state() == PartState.EXEMPT)
                .count();
        return say.text("sections.parts-of", done, 4);
    }

    private Fact part(String code, Part part) {
        return Fact.of(say.text(code), say.joined(say.word(part.state()), say.day(part.on())));
    }
}
