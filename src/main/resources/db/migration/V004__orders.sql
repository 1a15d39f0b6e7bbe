-- Orders, their events, and everything that one action writes with them.

-- Ids of orders and subjects. Each process takes a block of numbers at a time.
create sequence order_id increment by 50;

create table orders (
    district_id integer not null,
    id bigint not null,
    method text not null,
    method_version integer not null,
    events integer not null check (events > 0),
    hash bytea not null check (length(hash) = 32),
    raised_at timestamptz not null,
    changed_at timestamptz not null,
    step text not null,
    ring text not null,
    holder_unit text,
    holder_post text,
    closed text,
    title text not null,
    region text,
    street text,
    community text,
    department text,
    channel text,
    category text,
    grade text,
    rating text,
    supervised boolean not null,
    due_at timestamptz,
    warn_at timestamptz,
    alarm_at timestamptz,
    settled boolean not null,
    working_minutes bigint,
    confidential boolean not null,
    lon float8,
    lat float8,
    breached boolean not null,
    answered_in_time boolean,
    finished_in_time boolean,
    units text[] not null,
    words text[] not null,
    state text not null,
    primary key (district_id, id),
    foreign key (district_id, method, method_version) references method_version (district_id, method, version),
    constraint open_order_has_a_holder
        check (closed is not null or holder_unit is not null and holder_post is not null),
    constraint closed_order_has_no_holder
        check (closed is null or holder_unit is null and alarm_at is null)
) with (fillfactor = 80);
comment on table orders is
    'The fold of each order''s events. The columns besides state repeat what lists filter and sort by';
comment on column orders.events is 'The number of its last event; guards every update';
comment on column orders.hash is 'The hash of its last event';
comment on column orders.closed is 'How it ended: done, explained, withdrawn, merged ...; null while it is open';
comment on column orders.due_at is 'The earliest deadline of its running clocks; null while they are paused';
comment on column orders.alarm_at is 'When a clock needs attention next';
comment on column orders.settled is 'False while a deadline lies beyond the published holidays';
comment on column orders.working_minutes is 'Working time from raising to closing';
comment on column orders.answered_in_time is 'As the clocks of the measure "answered" judge it; null while there is nothing to judge';
comment on column orders.finished_in_time is 'Likewise for the measure "finished"';
comment on column orders.units is 'Every unit that has or had a part in it';
comment on column orders.words is 'Pairs of neighbouring characters to search by; empty while it is open, see order_words';
comment on column orders.state is 'The whole state as JSON';

-- A stretch of time, of two to the power of so many seconds counted from 1970, in which an order was raised.
create function time_bucket(name text, bits integer, raised_at timestamptz) returns text
    language sql immutable parallel safe
    return name || ':' || (extract(epoch from raised_at at time zone 'UTC')::bigint >> bits)::text;

-- What closed orders are found by, all in one index: each value with the name of its column, the three days and the seven weeks
-- in which they were raised, units and words as they are. See docs/decisions/0023 and 0024.
create function order_tags(
    raised_at timestamptz, method text, step text, ring text, closed text, channel text, grade text, category text, rating text,
    department text, street text, community text, region text, supervised boolean, confidential boolean, breached boolean,
    units text[], words text[])
    returns text[]
    language sql immutable parallel safe
    return array_remove(array[
        time_bucket('days', 18, raised_at),
        time_bucket('weeks', 22, raised_at),
        'method:' || method,
        'step:' || step,
        'ring:' || ring,
        'closed:' || closed,
        'channel:' || channel,
        'grade:' || grade,
        'category:' || category,
        'category:' || nullif(split_part(category, '.', 1), category),
        'rating:' || rating,
        'department:' || department,
        'street:' || street,
        'community:' || community,
        'region:' || region,
        case when supervised then 'supervised' end,
        case when confidential then 'confidential' end,
        case when breached then 'breached' end
    ], null) || units || words;

create index orders_by_tag on orders using gin (order_tags(
        raised_at, method, step, ring, closed, channel, grade, category, rating, department, street, community, region,
        supervised, confidential, breached, units, words))
    with (fastupdate = off)
    where closed is not null;

create index orders_to_do on orders (district_id, holder_unit, holder_post, due_at) where closed is null;
create index orders_by_alarm on orders (district_id, alarm_at) where alarm_at is not null;
create index orders_supervised on orders (district_id, id) where closed is null and supervised;
-- Lists go from the newest back, and figures add up: neither reads the rows, each of which carries a whole state.
create index orders_listed on orders (district_id, raised_at, id)
    include (changed_at, due_at, warn_at, working_minutes, method, step, ring, holder_unit, closed, channel, grade, category,
        rating, department, street, community, region, supervised, confidential, breached, answered_in_time, finished_in_time);
create index orders_open on orders (district_id, raised_at, id)
    include (changed_at, due_at, warn_at, working_minutes, method, step, ring, holder_unit, closed, channel, grade, category,
        rating, department, street, community, region, supervised, confidential, breached, answered_in_time, finished_in_time,
        units, lon, lat)
    where closed is null;
create index orders_on_map on orders (district_id, lon, lat)
    include (id, method, closed, due_at, warn_at, raised_at, category, region, street, community, confidential)
    where lon is not null;

-- Added to the positions of events after a dump was loaded into a cluster with lower transaction ids; see afterMigrate.sql.
create function event_offset() returns bigint language sql immutable as 'select 0::bigint';

create table order_event (
    district_id integer not null,
    order_id bigint not null,
    number integer not null check (number > 0),
    action text not null,
    at timestamptz not null,
    account text,
    unit text,
    step text not null,
    request text,
    body text not null,
    hash bytea not null check (length(hash) = 32),
    position bigint not null default event_offset()
        + greatest(pg_current_xact_id()::text::bigint, pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1),
    primary key (district_id, order_id, number)
);
comment on table order_event is 'What happened to orders and subjects, append-only';
comment on column order_event.step is 'Where the order stood after it';
comment on column order_event.request is 'Names the request, so that a retry is answered and not done twice';
comment on column order_event.body is 'The event as JSON, as it was hashed';
comment on column order_event.hash is 'SHA-256 over the hash of the event before, the order and the body';
comment on column order_event.position is 'Its place among all events: docs/decisions/0007-the-stream-of-events.md';
create unique index order_event_of_request on order_event (district_id, order_id, request) where request is not null;
create unique index order_event_raised_by on order_event (district_id, request) where number = 1 and request is not null;
create index order_event_of_import on order_event (district_id, request) where request like 'import:%';
create index order_event_by_position on order_event (district_id, position, order_id, number);

create trigger order_event_is_append_only
    before update or delete or truncate on order_event execute function refuse_change();

create table event_seal (
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
comment on table event_seal is
    'Seals (骑缝章) over all events up to a position and over the seal before, keyed with the district''s secret: nobody without it '
    'can remove or change an event, or a whole order, and seal again. See docs/decisions/0025';
comment on column event_seal.events is 'How many events are under it and under none before';

create trigger event_seal_is_append_only
    before update or delete or truncate on event_seal execute function refuse_change();

create table order_clock (
    district_id integer not null,
    order_id bigint not null,
    clock text not null,
    run integer not null,
    unit text not null,
    started_at timestamptz not null,
    due_at timestamptz not null,
    settled boolean not null,
    paused boolean not null,
    warned_at timestamptz,
    breached_at timestamptz,
    escalated integer not null,
    ended_at timestamptz,
    primary key (district_id, order_id, clock, run)
);
comment on table order_clock is 'Every run of every clock, for lists and figures; part of the fold';
comment on column order_clock.unit is 'The unit that answers for it';
comment on column order_clock.escalated is 'How many escalations have happened';
create index order_clock_of_unit on order_clock (district_id, unit, started_at);
create index order_clock_not_settled on order_clock (district_id, order_id) where not settled and ended_at is null;

create table order_tracking (
    district_id integer not null,
    order_id bigint not null,
    tracking bytea not null,
    primary key (district_id, order_id)
);
comment on table order_tracking is 'Finds an order by the keyed hash of its tracking code (查询码)';
create unique index order_tracking_by_code on order_tracking (district_id, tracking);

create table order_contact (
    district_id integer not null,
    hash bytea not null,
    order_id bigint not null,
    primary key (district_id, hash, order_id)
);
comment on table order_contact is 'Keyed hashes of phones and identity numbers, so that sealed data can be searched';

create table order_words (
    district_id integer not null,
    order_id bigint not null,
    words text[] not null,
    primary key (district_id, order_id)
);
comment on table order_words is
    'The words of open orders, apart, so that an action need not write them again; those of closed ones stand in orders.words';
create index order_words_by_word on order_words using gin (words) with (fastupdate = off);

create table order_subject (
    district_id integer not null,
    subject_id bigint not null,
    order_id bigint not null,
    primary key (district_id, subject_id, order_id)
);
comment on table order_subject is 'Which orders are about which subjects; written when such an order is raised';

create table order_reader (
    district_id integer not null,
    unit text not null,
    post text not null,
    order_id bigint not null,
    primary key (district_id, unit, post, order_id)
);
comment on table order_reader is 'The posts that may read a confidential order; nobody else may';

create table order_message (
    district_id integer not null,
    id bigint generated always as identity,
    order_id bigint not null,
    to_order bigint not null,
    body text not null,
    at timestamptz not null,
    primary key (district_id, id)
);
comment on table order_message is
    'Messages between orders: written with the event that causes them, deleted with the event that they cause';
comment on column order_message.order_id is 'The sender';
create index order_message_by_sender on order_message (district_id, order_id, id);

create table order_attachment (
    district_id integer not null,
    order_id bigint not null,
    id text not null check (id ~ '^[0-9a-f]{64}$'),
    name text not null,
    type text not null,
    bytes bigint not null,
    content bytea not null,
    preview bytea,
    stored_at timestamptz not null,
    primary key (district_id, order_id, id)
);
comment on table order_attachment is 'Photos and documents of orders and subjects';
comment on column order_attachment.id is 'The SHA-256 of its content';
comment on column order_attachment.preview is 'A small JPEG; null for what has no picture';
alter table order_attachment alter column content set storage external;

create table outbox (
    district_id integer not null,
    id bigint generated always as identity,
    order_id bigint not null,
    number integer not null,
    action text not null,
    unit text not null,
    post text not null,
    at timestamptz not null,
    seen_at timestamptz,
    primary key (district_id, id)
);
comment on table outbox is 'Notices, written with the event that causes them';
comment on column outbox.number is 'The number of that event';
comment on column outbox.action is 'The action of that event';
create index outbox_of_seat on outbox (district_id, unit, post, id);
create index outbox_unseen on outbox (district_id, unit, post) where seen_at is null;
