-- Each process takes a block of numbers at a time.
create sequence order_id increment by 50;

-- The fold of an order's events. Columns beside state repeat what lists filter and sort by.
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
    took bigint,
    state text not null,
    primary key (district_id, id),
    foreign key (district_id, method, method_version) references method_version (district_id, method, version),
    constraint open_order_has_a_holder check (closed is not null or holder_unit is not null and holder_post is not null),
    constraint closed_order_has_none check (closed is null or holder_unit is null and alarm_at is null)
) with (fillfactor = 80);

create index orders_to_do on orders (district_id, holder_unit, holder_post, due_at) where closed is null;
create index orders_by_alarm on orders (district_id, alarm_at) where alarm_at is not null;
create index orders_of_street on orders (district_id, street, id);
create index orders_of_community on orders (district_id, community, id);

-- What happened, append-only; each event carries the hash of the one before.
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
    primary key (district_id, order_id, number)
);
create unique index order_event_of_request on order_event (district_id, request) where request is not null;

create trigger order_event_is_kept before update or delete or truncate on order_event execute function refuse_change();

-- Every run of every clock, for lists and figures; part of the fold.
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
create index order_clock_of_unit on order_clock (district_id, unit, started_at);
create index order_clock_not_settled on order_clock (district_id, order_id) where not settled and ended_at is null;

-- Which units have a part in which orders.
create table order_party (
    district_id integer not null,
    order_id bigint not null,
    unit text not null,
    party text not null,
    primary key (district_id, order_id, unit, party)
);
create index order_party_of_unit on order_party (district_id, unit, order_id);

-- Written once when the order is raised: how to find it again.
create table order_door (
    district_id integer not null,
    order_id bigint not null,
    tracking bytea not null,
    grams text[] not null,
    primary key (district_id, order_id)
);
create unique index order_door_by_tracking on order_door (district_id, tracking);
create index order_door_by_gram on order_door using gin (grams);

-- Keyed hashes of phones and identity numbers, so that sealed data can be searched.
create table order_contact (
    district_id integer not null,
    hash bytea not null,
    order_id bigint not null,
    primary key (district_id, hash, order_id)
);

create table order_file (
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
alter table order_file alter column content set storage external;

-- Notices leave through here, written with the event that causes them.
create table outbox (
    district_id integer not null,
    id bigint generated always as identity,
    order_id bigint not null,
    number integer not null,
    what text not null,
    unit text not null,
    post text not null,
    at timestamptz not null,
    seen_at timestamptz,
    primary key (district_id, id)
);
create index outbox_of_seat on outbox (district_id, unit, post, id);
create index outbox_unseen on outbox (district_id, unit, post) where seen_at is null;
