package nl.meedoen.access.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;

/** Somebody who can sign in, with the roles that they hold. */
@Entity
public class Account {

    /** Whether the person can use the account. */
    public enum Status {
        INVITED,
        ACTIVE,
        BLOCKED
    }

    @Id
    private UUID id;

    private String email;
    private String name;
    private String language = "nl";
    private boolean languageChosen;

    @Enumerated(EnumType.STRING)
    private Status status = Status.INVITED;

    private Instant createdAt;

    private @Nullable Instant lastSignInAt;

    @Version
    private long version;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    protected Account() {}

    /** An account that waits for its owner to choose a password. */
    public Account(AccountId id, String email, String name, Set<Role> roles, Instant now) {
        this.id = id.value();
        this.email = fold(email);
        this.name = name.strip();
        this.createdAt = now;
        give(roles);
    }

    /** E-mail addresses are compared without regard to case. */
    public static String fold(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** The owner has chosen a password. */
    public void open() {
        if (status == Status.BLOCKED) {
            throw new RuleBroken("access.account-blocked");
        }
        status = Status.ACTIVE;
    }

    /** Ends every use from the next request on. */
    public void block() {
        status = Status.BLOCKED;
    }

    /** Gives a blocked account back; its owner must have had a password to go on at once. */
    public void unblock(boolean hasPassword) {
        if (status != Status.BLOCKED) {
            throw new RuleBroken("access.account-not-blocked");
        }
        status = hasPassword ? Status.ACTIVE : Status.INVITED;
    }

    /** Replaces the roles; at least one is needed. */
    public final void give(Set<Role> wanted) {
        if (wanted.isEmpty()) {
            throw new RuleBroken("access.role-needed");
        }
        roles.retainAll(wanted);
        roles.addAll(wanted);
    }

    public void rename(String newName) {
        name = newName.strip();
    }

    /** The owner has chosen a language; from now on it is that of pages and of letters. */
    public void speak(String newLanguage) {
        language = newLanguage;
        languageChosen = true;
    }

    public void signedIn(Instant at) {
        lastSignInAt = at;
    }

    public AccountId id() {
        return new AccountId(id);
    }

    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    public String language() {
        return language;
    }

    public Status status() {
        return status;
    }

    public long version() {
        return version;
    }

    public Set<Role> roles() {
        return roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
    }
}
