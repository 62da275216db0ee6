package nl.meedoen.factors.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The passkeys of an account, and the checks of what a browser says with one (WebAuthn, by webauthn4j). The library
 * stumbles in several ways over an answer that is not whole; each is a refusal.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Passkeys {

    /** A credential that a browser may be asked for, or must not make again. */
    public record Known(byte[] credentialId, List<String> transports) {}

    private record Kept(
            UUID id,
            byte[] credential,
            long signed,
            boolean verifies,
            boolean backupEligible,
            boolean backedUp,
            String transports) {}

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager ceremonies = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Origin origin;
    private final String host;

    Passkeys(JdbcClient jdbc, Clock clock, @Value("${meedoen.address}") String address) {
        this.jdbc = jdbc;
        this.clock = clock;
        URI home = URI.create(address);
        this.host = String.valueOf(home.getHost());
        this.origin = new Origin(home.getScheme() + "://" + home.getAuthority());
    }

    /** The name under which browsers keep our passkeys: the host of our address. */
    public String host() {
        return host;
    }

    /** The passkeys of an account. */
    public List<Known> of(AccountId account) {
        return jdbc.sql("select credential_id, transports from passkey where account_id = ? order by added_at, id")
                .param(account.value())
                .query((row, n) -> new Known(
                        row.getBytes(1),
                        Arrays.stream(row.getString(2).split(" "))
                                .filter(one -> !one.isEmpty())
                                .toList()))
                .list();
    }

    /**
     * Keeps the passkey that a browser made.
     *
     * @param answer what the browser gave, as JSON
     * @param challenge what was asked, of which each counts once
     * @return its id; empty when the answer is not right or the passkey is known already
     */
    public Optional<UUID> add(AccountId account, String answer, byte[] challenge, String name) {
        RegistrationData made;
        try {
            made = ceremonies.verifyRegistrationResponseJSON(
                    answer, new RegistrationParameters(asked(challenge), null, false, true));
        } catch (RuntimeException refused) {
            return Optional.empty();
        }
        if (made.getAttestationObject() == null) {
            return Optional.empty();
        }
        var said = made.getAttestationObject().getAuthenticatorData();
        AttestedCredentialData credential = said.getAttestedCredentialData();
        if (credential == null) {
            return Optional.empty();
        }
        UUID id = Uuids.next();
        int kept = jdbc.sql("""
            insert into passkey (id, account_id, credential_id, name, credential, signed, verifies_user,
                backup_eligible, backed_up, transports, added_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (credential_id) do nothing
            """)
                .params(
                        id,
                        account.value(),
                        credential.getCredentialId(),
                        name,
                        credentials.convert(credential),
                        said.getSignCount(),
                        said.isFlagUV(),
                        said.isFlagBE(),
                        said.isFlagBS(),
                        transports(made.getTransports()),
                        Timestamp.from(clock.instant()))
                .update();
        return kept == 1 ? Optional.of(id) : Optional.empty();
    }

    /**
     * Whether the answer is that of one of the account's passkeys to this challenge.
     *
     * @param verified whether the device must have made sure who holds it, by a PIN, a finger or a face
     */
    public boolean use(AccountId account, String answer, byte[] challenge, boolean verified) {
        AuthenticationData said = parsed(answer);
        Optional<Kept> kept = said == null ? Optional.empty() : kept(account, said.getCredentialId());
        if (said == null
                || kept.isEmpty()
                || !ownersOrNobodys(said.getUserHandle(), account)
                || !right(said, kept.get(), challenge, verified)) {
            return false;
        }
        var now = said.getAuthenticatorData();
        return now != null
                && jdbc.sql("""
                    update passkey set signed = ?, backed_up = ?, verifies_user = verifies_user or ?,
                        last_used_at = ?
                    where id = ? and signed = ?
                    """)
                                .params(
                                        now.getSignCount(),
                                        now.isFlagBS(),
                                        now.isFlagUV(),
                                        Timestamp.from(clock.instant()),
                                        kept.get().id(),
                                        kept.get().signed())
                                .update()
                        == 1;
    }

    private boolean right(AuthenticationData said, Kept kept, byte[] challenge, boolean verified) {
        try {
            ceremonies.verify(said, new AuthenticationParameters(asked(challenge), record(kept), null, verified, true));
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    private @Nullable AuthenticationData parsed(String answer) {
        try {
            return ceremonies.parseAuthenticationResponseJSON(answer);
        } catch (RuntimeException refused) {
            return null;
        }
    }

    /** Whose passkey an answer is said to be; nothing of it is checked yet. Asked by the service itself. */
    public Optional<AccountId> saidToBeOf(String answer) {
        AuthenticationData said = parsed(answer);
        return said == null || said.getCredentialId() == null
                ? Optional.empty()
                : jdbc.sql("select account_id from passkey where credential_id = ?")
                        .param(said.getCredentialId())
                        .query((row, n) -> new AccountId(row.getObject(1, UUID.class)))
                        .optional();
    }

    private Optional<Kept> kept(AccountId account, byte @Nullable [] credentialId) {
        return jdbc.sql("""
            select id, credential, signed, verifies_user, backup_eligible, backed_up, transports from passkey
            where account_id = ? and credential_id = ? for update
            """)
                .param(account.value())
                .param(credentialId)
                .query((row, n) -> new Kept(
                        row.getObject(1, UUID.class),
                        row.getBytes(2),
                        row.getLong(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        row.getBoolean(6),
                        row.getString(7)))
                .optional();
    }

    private CredentialRecordImpl record(Kept kept) {
        Set<AuthenticatorTransport> ways = new HashSet<>();
        for (String way : kept.transports().split(" ")) {
            if (!way.isEmpty()) {
                ways.add(AuthenticatorTransport.create(way));
            }
        }
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                kept.verifies(),
                kept.backupEligible(),
                kept.backedUp(),
                kept.signed(),
                credentials.convert(kept.credential()),
                null,
                null,
                null,
                ways);
    }

    private ServerProperty asked(byte[] challenge) {
        return ServerProperty.builder()
                .origin(origin)
                .rpId(host)
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static boolean ownersOrNobodys(byte @Nullable [] handle, AccountId account) {
        return handle == null || handle.length == 0 || Arrays.equals(handle, Handle.of(account));
    }

    private static String transports(@Nullable Set<AuthenticatorTransport> ways) {
        return ways == null
                ? ""
                : ways.stream().map(AuthenticatorTransport::getValue).sorted().collect(Collectors.joining(" "));
    }
}
