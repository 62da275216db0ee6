package nl.meedoen.access.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Accounts by id or address; nothing is ever deleted, so that the trail keeps its names. */
public interface AccountRepository extends Repository<Account, UUID> {

    Optional<Account> findById(UUID id);

    Optional<Account> findByEmail(String email);

    Account saveAndFlush(Account account);
}
