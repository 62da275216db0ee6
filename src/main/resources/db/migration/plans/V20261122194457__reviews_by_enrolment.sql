-- the reviews of one enrolment are read whenever it begins, moves or ends
create index review_enrolment on review (enrolment_id, due_on, id);
