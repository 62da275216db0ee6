create index appointment_created_by on appointment (created_by, starts_at);
