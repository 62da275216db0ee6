-- Today of a coordinator takes the first reviews of each location.
create index glance_review on glance (location_id, next_review_on) where next_review_on is not null;
