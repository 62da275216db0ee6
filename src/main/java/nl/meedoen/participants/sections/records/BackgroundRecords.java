package nl.meedoen.participants.sections.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.participants.registration.Residence;
import nl.meedoen.participants.sections.Background;
import nl.meedoen.participants.sections.Background.BenefitKind;
import nl.meedoen.participants.sections.Background.Permit;
import nl.meedoen.participants.sections.Fact;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.participants.sections.SectionRecords;
import nl.meedoen.people.Municipality;
import nl.meedoen.people.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Origin, permit and benefit. Benefit and client number are not for coaches, in the page and in the database. */
@Component
public class BackgroundRecords implements SectionRecords<Background> {

    private final Enrolments enrolments;
    private final Organisation organisation;
    private final PermitKinds kinds;
    private final Say say;
    private final JdbcClient jdbc;

    BackgroundRecords(Enrolments enrolments, Organisation organisation, PermitKinds kinds, Say say, JdbcClient jdbc) {
        this.enrolments = enrolments;
        this.organisation = organisation;
        this.kinds = kinds;
        this.say = say;
        this.jdbc = jdbc;
    }

    @Override
    public Section section() {
        return Section.BACKGROUND;
    }

    @Override
    public Background read(ParticipantId id) {
        Residence known = enrolments.written(id).residence();
        Permit permit = jdbc.sql("""
                        select b.*, f.kind benefit
                        from (select cast(:id as uuid) id) x
                             left join background b on b.participant_id = x.id
                             left join benefit f on f.participant_id = x.id
                        """)
                .param("id", id.value())
                .query((row, n) -> new Permit(
                        row.getString("permit_kind"),
                        Columns.day(row, "permit_from"),
                        Columns.day(row, "permit_until"),
                        Columns.partial(row, "arrived"),
                        row.getObject("social_service_id", UUID.class),
                        benefit(known.benefit(), Columns.word(BenefitKind.class, row.getString("benefit"))),
                        known.benefitFrom(),
                        known.benefitUntil()))
                .single();
        return new Background(known.country(), known.municipalityCode(), known.clientNumber(), permit);
    }

    /** Whether there is one stands in the registration, of which kind it is here; the first may know more by now. */
    private static @Nullable BenefitKind benefit(@Nullable Boolean receives, @Nullable BenefitKind kind) {
        if (receives == null) return null;
        if (!receives) return BenefitKind.NONE;
        return kind == null || kind == BenefitKind.NONE ? BenefitKind.OTHER : kind;
    }

    @Override
    public void write(Actor actor, ParticipantId id, Background is) {
        Permit permit = is.permit();
        BenefitKind benefit = permit.benefit();
        enrolments.amend(
                actor,
                id,
                known -> known.from(new Residence(
                        is.municipality(),
                        is.country(),
                        is.clientNumber(),
                        benefit == null ? null : Boolean.valueOf(benefit != BenefitKind.NONE),
                        permit.benefitFrom(),
                        permit.benefitUntil())));
        PartialDate arrived = permit.arrived();
        jdbc.sql("""
                        insert into background (participant_id, permit_kind, permit_from, permit_until, arrived_year,
                            arrived_month, arrived_day, social_service_id)
                        values (:id, :kind, :from, :until, :year, :month, :day, :service)
                        on conflict (participant_id) do update set
                            permit_kind = excluded.permit_kind, permit_from = excluded.permit_from,
                            permit_until = excluded.permit_until, arrived_year = excluded.arrived_year,
                            arrived_month = excluded.arrived_month, arrived_day = excluded.arrived_day,
                            social_service_id = excluded.social_service_id
                        """)
                .param("id", id.value())
                .param("kind", permit.kind())
                .param("from", permit.from())
                .param("until", permit.until())
                .param("year", arrived.year())
                .param("month", arrived.month())
                .param("day", arrived.day())
                .param("service", permit.socialService(), java.sql.Types.OTHER)
                .update();
        jdbc.sql("delete from benefit where participant_id = ?")
                .param(id.value())
                .update();
        if (benefit != null) {
            jdbc.sql("insert into benefit (participant_id, kind) values (:id, :kind)")
                    .param("id", id.value())
                    .param("kind", benefit.name())
                    .update();
        }
    }

    @Override
    public List<Fact> facts(Actor reader, Background is) {
        Locale locale = LocaleContextHolder.getLocale();
        Permit permit = is.permit();
        List<Fact> facts = new ArrayList<>(List.of(
                Fact.of(say.text("participants.country"), say.country(is.country())),
                Fact.of(
                        say.text("participants.municipality"),
                        organisation
                                .municipality(is.municipality())
                                .map(Municipality::name)
                                .orElse(null)),
                Fact.of(
                        say.text("sections.arrived"),
                        permit.arrived().year() == null
                                ? null
                                : permit.arrived().display(locale)),
                Fact.of(say.text("sections.permit"), kinds.name(permit.kind(), locale)),
                Fact.of(say.text("sections.permit-from"), say.day(permit.from())),
                Fact.key(say.text("sections.permit-until"), say.countdown(permit.until())),
                Fact.of(say.text("sections.social-service"), kinds.socialService(permit.socialService()))));
        if (reader.may(Permission.DOSSIER_EDIT)) {
            facts.add(Fact.of(say.text("participants.client-number"), is.clientNumber()));
            facts.add(Fact.of(
                    say.text("participants.benefit"),
                    say.joined(say.word(permit.benefit()), say.period(permit.benefitFrom(), permit.benefitUntil()))));
        }
        return facts;
    }

    /** The rest is kept with the registration. */
    @Override
    public @Nullable Record remembered(Background is) {
        return is.permit();
    }
}
