-- Since when somebody receives a benefit, and until when: the outflow that municipalities ask after.
alter table participant add column benefit_from date;
alter table participant add column benefit_until date;
alter table participant add constraint participant_benefit_order check (benefit_until >= benefit_from);

-- The quarter that figures are kept by, such as 2026-4; what was before last year is one period.
create function app_quarter(day date) returns text language sql stable as $$
    select case when day < date_trunc('year', app_today() - interval '1 year') then 'BEFORE'
                else to_char(least(day, app_today()), 'YYYY-Q') end
$$;
