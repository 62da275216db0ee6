alter table letter add column unsubscribe bytea; -- sealed: the address that stops letters of this kind; gone once sent
alter table letter add column good_until timestamptz; -- after this it says nothing that is still so, and is not sent
