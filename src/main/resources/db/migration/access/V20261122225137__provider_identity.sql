-- Who somebody is at the municipality's own provider; one for each account and provider.
create table provider_identity (
    issuer text not null,
    subject text not null,
    account_id uuid not null references account (id),
    linked_at timestamptz not null,
    primary key (issuer, subject),
    constraint provider_identity_one_each unique (account_id, issuer)
);
