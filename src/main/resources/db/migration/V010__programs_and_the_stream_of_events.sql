-- A program that speaks with this one, with the rights of a post; of its token only a keyed hash is kept.
create table program (
    district_id integer not null,
    id bigint generated always as identity,
    name text not null,
    unit text not null,
    post text not null,
    token bytea not null check (length(token) = 32),
    made_at timestamptz not null,
    made_by text not null,
    expires_on date not null,
    used_at timestamptz,
    revoked_at timestamptz,
    primary key (district_id, id),
    foreign key (district_id, unit) references unit (district_id, code)
);
create unique index program_by_token on program (district_id, token);

-- Where an event stands among all events: see docs/decisions/0007-the-stream-of-events.md. Those that happened before
-- this column was there stand at 0, by order and number.
create function event_offset() returns bigint language sql immutable as 'select 0::bigint';
alter table order_event add column position bigint not null default 0;
alter table order_event alter column position set default event_offset()
    + greatest(pg_current_xact_id()::text::bigint, pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1);
create index order_event_by_position on order_event (district_id, position, order_id, number);

-- Where a program wants to be told what happens, and up to which event it has been.
create table webhook (
    district_id integer not null,
    id bigint generated always as identity,
    program bigint not null,
    url text not null,
    secret text not null,
    made_at timestamptz not null,
    position bigint not null,
    order_id bigint not null,
    number integer not null,
    failures integer not null default 0,
    failure text,
    next_at timestamptz not null,
    paused_at timestamptz,
    primary key (district_id, id),
    foreign key (district_id, program) references program (district_id, id)
);
create index webhook_by_next on webhook (district_id, next_at) where paused_at is null;
