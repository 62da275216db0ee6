package nl.meedoen.training.delivery.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Memberships, always asked for together with a group that was found in scope. */
public interface MemberRepository extends Repository<Member, UUID> {

    @Query("select m from Member m where m.id = :id and m.cohortId = :cohort")
    Optional<Member> find(UUID id, UUID cohort);

    /** Who is in the group now, or waits for it, in the order in which they came. */
    @Query("select m from Member m where m.cohortId = :cohort and m.untilOn is null order by m.queuedAt, m.id")
    List<Member> present(UUID cohort);

    Member save(Member member);
}
