-- Passkeys: a public key for each device or key ring; nothing here is secret, all of it is somebody's own.
create table passkey (
    id uuid primary key,
    account_id uuid not null references account (id),
    credential_id bytea not null,
    name text not null,
    -- as the authenticator gave it: its model, the credential's id and the public key
    credential bytea not null,
    signed bigint not null,
    verifies_user boolean not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    transports text not null,
    added_at timestamptz not null,
    last_used_at timestamptz,
    constraint passkey_credential unique (credential_id)
);
create index passkey_account on passkey (account_id);

create policy passkey_own on passkey using (account_id = (select app_actor()));
create policy passkey_seen on passkey for select
    using ((select app_role()) = any (array['ADMINISTRATOR', 'SERVICE']));
create policy passkey_reset on passkey for delete using ((select app_role()) = 'ADMINISTRATOR');
alter table passkey enable row level security;
alter table passkey force row level security;
