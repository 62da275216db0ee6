-- A coach reads what the handover left to read, and whatever the coach wrote.
drop policy contact_scope on contact;
create policy contact_scope on contact using (
    (participant_id = any ((select app_caseload())::uuid[]) and (
        author_id = (select app_actor())
        or exists (select 1 from reach r
            where r.participant_id = contact.participant_id and r.account_id = (select app_actor())
              and r.capacity = 'COACH' and r.from_on <= (select app_today())
              and (r.until_on is null or r.until_on >= (select app_today()))
              and (r.contacts_from is null or r.contacts_from <= contact.held_on))))
    or exists (select 1 from participant p where p.id = participant_id
               and p.location_id = any ((select app_locations())::uuid[])));
