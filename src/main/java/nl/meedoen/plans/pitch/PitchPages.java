package nl.meedoen.plans.pitch;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.plans.text.Fact;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the pages of the pitch; the number of statements does not depend on how much there is to show. */
@Component
@Transactional
class PitchPages {

    static final String TAB = "pitch";

    private final Dossiers dossiers;
    private final Pitches pitches;
    private final Texts texts;
    private final Words words;
    private final JdbcClient jdbc;

    PitchPages(Dossiers dossiers, Pitches pitches, Texts texts, Words words, JdbcClient jdbc) {
        this.dossiers = dossiers;
        this.pitches = pitches;
        this.texts = texts;
        this.words = words;
        this.jdbc = jdbc;
    }

    PitchPage page(Actor actor, ParticipantId id) {
        DossierFrame frame = dossiers.open(actor, id, TAB);
        List<Pitch> all = pitches.all(id);
        List<Pitch> rated = new ArrayList<>(all.stream().filter(Pitch::isRated).toList());
        Collections.reverse(rated);
        return new PitchPage(
                frame,
                actor.may(Permission.PLAN_EDIT) && frame.open(),
                actor.may(Permission.PITCH_RATE) && frame.open(),
                actor.may(Permission.PLAN_VIEW),
                all.stream()
                        .map(pitch -> new PitchPage.Version(pitch, mine(actor, pitch) != null))
                        .toList(),
                said(rated),
                rated.stream().map(this::growth).toList());
    }

    PitchPage.Card card(Actor actor, ParticipantId id) {
        DossierFrame frame = dossiers.open(actor, id, TAB);
        return new PitchPage.Card(
                id,
                frame.name(),
                pitches.all(id).stream().findFirst().orElseThrow(NotFound::new),
                actor.may(Permission.PLAN_VIEW) && hasCv(id));
    }

    /** Whether an employer can read the curriculum vitae under an address. */
    private boolean hasCv(ParticipantId id) {
        return jdbc.sql("""
                        select exists (select 1 from cv_link where participant_id = ? and ended_at is null and expires_on >= ?)
                        """)
                .params(id.value(), words.today())
                .query(Boolean.class)
                .single();
    }

    /** The page around the form for a new version. */
    PitchPage.Frame writing(Actor actor, ParticipantId id, @Nullable Pitch theirs) {
        return new PitchPage.Frame(
                id.value(),
                dossiers.reach(actor, id).name(),
                null,
                theirs,
                List.of(),
                theirs == null
                        ? null
                        : List.of(
                                Fact.of("pitch.who", theirs.text().who()),
                                Fact.of("pitch.can", theirs.text().can()),
                                Fact.of("pitch.want", theirs.text().want())));
    }

    /** The page around the form with marks. */
    PitchPage.Frame rating(Actor actor, ParticipantId id, PitchId version) {
        String person = dossiers.reach(actor, id).name();
        Pitch pitch = pitches.find(id, version);
        return new PitchPage.Frame(
                id.value(),
                person,
                texts.of("pitch.version", pitch.number()),
                pitch,
                IntStream.rangeClosed(1, Marks.HIGHEST)
                        .mapToObj(Integer::toString)
                        .map(mark -> new Option(mark, mark))
                        .toList(),
                null);
    }

    /** The newest version; null where there is none. */
    @Nullable
    Pitch newest(Actor actor, ParticipantId id) {
        dossiers.reach(actor, id);
        return pitches.all(id).stream().findFirst().orElse(null);
    }

    static Pitch.@Nullable Rating mine(Actor actor, Pitch pitch) {
        return pitch.ratings().stream()
                .filter(rating -> rating.account().equals(actor.id()))
                .findFirst()
                .orElse(null);
    }

    private String said(List<Pitch> rated) {
        if (rated.isEmpty()) {
            return texts.of("pitch.growth-none");
        }
        Pitch first = rated.get(0);
        Pitch last = rated.get(rated.size() - 1);
        return rated.size() == 1
                ? texts.of("pitch.growth-one", last.number(), mark(last.mean()))
                : texts.of("pitch.growth-said", first.number(), mark(first.mean()), last.number(), mark(last.mean()));
    }

    private PitchPage.Growth growth(Pitch pitch) {
        List<PitchPage.Bar> bars = new ArrayList<>();
        bars.add(bar(pitch, "pitch.clarity", Marks::clarity));
        bars.add(bar(pitch, "pitch.substance", Marks::substance));
        bars.add(bar(pitch, "pitch.presence", Marks::presence));
        return new PitchPage.Growth(pitch.number(), words.date(pitch.on()), bars);
    }

    private static PitchPage.Bar bar(Pitch pitch, String labelKey, ToIntFunction<Marks> part) {
        double mean = pitch.mean(part);
        return new PitchPage.Bar(labelKey, mark(mean), (int) Math.round(mean * 100 / Marks.HIGHEST));
    }

    private static String mark(double mean) {
        NumberFormat format = NumberFormat.getNumberInstance(LocaleContextHolder.getLocale());
        format.setMaximumFractionDigits(1);
        return format.format(mean);
    }
}
