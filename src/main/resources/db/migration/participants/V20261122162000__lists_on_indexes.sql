-- A page of a list, and each count above it, reads a bounded number of entries of an index in each slice.
create index glance_contact on glance (location_id, coalesce(last_contact_on, date '-infinity'), participant_id);
create index glance_waiting on glance (location_id, coalesce(intake_on, registered_on))
    where coach_id is null and status in ('REGISTERED', 'INTAKE');
create index glance_silent on glance (location_id, greatest(last_contact_on, coach_on, registered_on))
    where coach_id is not null and status = 'ACTIVE';
create index glance_consent on glance (location_id, shared_until) where shared_until is not null;
create index glance_overdue on glance (location_id, next_step_on)
    where status in ('REGISTERED', 'INTAKE', 'ACTIVE') and next_step_on is not null;
create index glance_appointment on glance (location_id, next_appointment_at) where next_appointment_at is not null;
drop index glance_municipality;
create index glance_resident on glance (municipality_code, attention_on, participant_id) where shared_until is not null;
create index glance_resident_name on glance (municipality_code, sort_name, participant_id) where shared_until is not null;
create index glance_resident_phase on glance (municipality_code, phase) where shared_until is not null;
