package nl.meedoen.consent.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.consent.ConsentRecord;
import nl.meedoen.consent.ConsentRecords;
import nl.meedoen.consent.ConsentText;
import nl.meedoen.consent.ConsentTexts;
import nl.meedoen.kernel.LanguageNames;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Consents;
import nl.meedoen.participants.Consents.Consent;
import nl.meedoen.participants.Consents.How;
import nl.meedoen.participants.Consents.Purpose;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the pages about consents. */
@Component
@Transactional
class ConsentPages {

    /** How a consent stands: a colour, a symbol and the code of a word. */
    record State(String tone, String icon, String labelKey) {}

    /** A consent in the history. */
    record Row(Consent consent, @Nullable String recipient, String language, State state, boolean scanMissing) {}

    /** A purpose with all that was ever said about it, newest first. */
    record Card(Purpose purpose, State state, List<Row> rows) {

        public boolean holds() {
            return "ok".equals(state.tone());
        }
    }

    record OverviewPage(DossierFrame frame, boolean mayEdit, List<Card> cards) {}

    /** How a consent is asked for. */
    record AskPage(
            ParticipantId id, String person, Purpose purpose, boolean named, String residence, List<Option> languages) {

        public String path() {
            return "/participants/" + id + "/consents";
        }
    }

    /** One consent, with all that it stands on. */
    record RecordPage(
            ParticipantId id, String person, boolean mayEdit, State state, String language, ConsentRecord kept) {

        public String path() {
            return "/participants/" + id + "/consents";
        }
    }

    /** The text on a sheet of paper or on the screen, for the participant. */
    record TextPage(ParticipantId id, String person, String number, ConsentText text, List<Option> languages) {

        public String path() {
            return "/participants/" + id + "/consents";
        }
    }

    private final Dossiers dossiers;
    private final Enrolments enrolments;
    private final Consents consents;
    private final ConsentRecords records;
    private final ConsentTexts consentTexts;
    private final Texts texts;
    private final Words words;

    ConsentPages(
            Dossiers dossiers,
            Enrolments enrolments,
            Consents consents,
            ConsentRecords records,
            ConsentTexts consentTexts,
            Texts texts,
            Words words) {
        this.dossiers = dossiers;
        this.enrolments = enrolments;
        this.consents = consents;
        this.records = records;
        this.consentTexts = consentTexts;
        this.texts = texts;
        this.words = words;
    }

    /** Research may be for somebody in particular; the others are for whom the text names by itself. */
    static @Nullable String ownRecipient(Purpose purpose, @Nullable String typed) {
        return purpose == Purpose.RESEARCH && typed != null && !typed.isBlank() ? typed.strip() : null;
    }

    OverviewPage overview(Actor actor, ParticipantId id) {
        DossierFrame frame = dossiers.open(actor, id, "data");
        List<Consent> all = consents.of(id);
        List<Card> cards = Arrays.stream(Purpose.values())
                .map(purpose -> card(
                        purpose,
                        all.stream().filter(one -> one.purpose() == purpose).toList()))
                .toList();
        return new OverviewPage(frame, actor.may(Permission.DOSSIER_EDIT), cards);
    }

    private Card card(Purpose purpose, List<Consent> given) {
        boolean holds = given.stream().anyMatch(one -> one.holds(words.today()));
        State state = holds
                ? new State("ok", "check", "participants.consent.yes")
                : new State("neutral", "x", "participants.consent.no");
        return new Card(purpose, state, given.stream().map(one -> row(one)).toList());
    }

    private Row row(Consent one) {
        return new Row(
                one,
                records.recipientName(one.purpose(), one.recipient()),
                language(one.language()),
                state(one, words.today()),
                one.how() == How.PAPER && one.scan() == null);
    }

    static State state(Consent one, LocalDate today) {
        if (one.withdrawnOn() != null) {
            return new State("neutral", "x", "consent.state.withdrawn");
        }
        if (!one.here()) {
            return new State("neutral", "pin", "consent.state.elsewhere");
        }
        return one.holds(today)
                ? new State("ok", "check", "consent.state.holds")
                : new State("wait", "clock", "consent.state.ended");
    }

    AskPage ask(Actor actor, ParticipantId id, Purpose purpose) {
        String person = dossiers.reach(actor, id).name();
        String code = consents.residence(id);
        String residence = String.valueOf(records.recipientName(Purpose.MUNICIPALITY, code));
        return new AskPage(id, person, purpose, purpose == Purpose.RESEARCH, residence, languages());
    }

    /** The language that a participant reads, or the nearest of which there is a text. */
    String spoken(Actor actor, ParticipantId id) {
        return ConsentTexts.nearest(
                enrolments.known(actor, id).registration().reachability().language());
    }

    RecordPage show(Actor actor, ParticipantId id, UUID consent) {
        Dossiers.Reached reached = dossiers.reach(actor, id);
        ConsentRecord kept = records.open(actor, id, consent);
        return new RecordPage(
                id,
                reached.name(),
                actor.may(Permission.DOSSIER_EDIT),
                state(kept.consent(), words.today()),
                language(kept.consent().language()),
                kept);
    }

    TextPage text(Actor actor, ParticipantId id, Purpose purpose, @Nullable String language, @Nullable String typed) {
        Dossiers.Reached reached = dossiers.reach(actor, id);
        String number = enrolments.known(actor, id).number();
        return new TextPage(
                id,
                reached.name(),
                number,
                consentTexts.current(
                        purpose, language == null ? spoken(actor, id) : language, whom(id, purpose, typed)),
                languages());
    }

    /** The words around the text, for the page after it. */
    TextPage thanks(Actor actor, ParticipantId id, UUID consent) {
        dossiers.reach(actor, id);
        Consent found = records.find(id, consent);
        return text(actor, id, found.purpose(), found.language(), found.recipient());
    }

    private @Nullable String whom(ParticipantId id, Purpose purpose, @Nullable String typed) {
        return purpose == Purpose.MUNICIPALITY
                ? records.recipientName(purpose, consents.residence(id))
                : ownRecipient(purpose, typed);
    }

    /** What the scan of a paper is called in the dossier. */
    String scanTitle(Purpose purpose) {
        return texts.of("consent.scan-title", texts.of(purpose));
    }

    private static String language(String code) {
        return LanguageNames.of(code, LocaleContextHolder.getLocale());
    }

    /** Each in its own words, so that whoever reads it finds it. */
    private static List<Option> languages() {
        return ConsentTexts.LANGUAGES.stream()
                .map(code -> new Option(code, LanguageNames.of(code, Locale.forLanguageTag(code))))
                .toList();
    }
}
