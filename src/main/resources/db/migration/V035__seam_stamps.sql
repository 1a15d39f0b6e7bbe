-- A stamp over the seam of all events up to a place in their stream and of the stamp before: nobody without the district's secret can
-- take away, change or add an event, or a whole order, and stamp again. See docs/decisions/0025-stamps-over-the-seam.md.
create table event_stamp (
    district_id integer not null,
    number integer not null check (number > 0),
    at timestamptz not null,
    position bigint not null,
    order_id bigint not null,
    event integer not null,
    events bigint not null,
    hash bytea not null check (length(hash) = 32),
    primary key (district_id, number)
);

create trigger event_stamp_is_kept before update or delete or truncate on event_stamp execute function refuse_change();
