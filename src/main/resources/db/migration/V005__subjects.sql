-- Subjects on registers, and visits to them. Their events, messages, attachments and readers stand in the tables of orders, under
-- ids from the same sequence: docs/decisions/0010-a-register-is-a-method.md.

create table subject (
    district_id integer not null,
    id bigint not null,
    method text not null,
    method_version integer not null,
    events integer not null check (events > 0),
    hash bytea not null check (length(hash) = 32),
    raised_at timestamptz not null,
    changed_at timestamptz not null,
    key text not null,
    title text not null,
    keeper text,
    step text not null,
    holder_unit text,
    holder_post text,
    closed text,
    region text,
    street text,
    community text,
    lon float8,
    lat float8,
    due_at timestamptz,
    alarm_at timestamptz,
    settled boolean not null,
    visited_at timestamptz,
    visits integer not null,
    confidential boolean not null,
    tags text[] not null,
    facts text not null,
    state text not null,
    primary key (district_id, id),
    foreign key (district_id, method, method_version) references method_version (district_id, method, version),
    constraint open_subject_has_a_holder
        check (closed is not null or holder_unit is not null and holder_post is not null),
    constraint closed_subject_has_no_holder
        check (closed is null or holder_unit is null and alarm_at is null)
) with (fillfactor = 85);
comment on table subject is 'The fold of each subject''s events; method names its register';
comment on column subject.key is 'What it is known by, once on its register';
comment on column subject.keeper is 'Who is named as looking after it';
comment on column subject.closed is 'How it left the register; null while it is on it';
comment on column subject.due_at is 'Until when it has to be visited';
comment on column subject.visits is 'How often it was visited';
comment on column subject.tags is
    'What it is found by: pairs of characters, field=value, did=action, @unit of offices that have a part in it';
comment on column subject.facts is 'What can be summed or counted by, as JSON: docs/decisions/0016-sums-over-registers.md';

-- What was withdrawn, such as an entry by a mistaken import, gives its key back.
create unique index subject_by_key on subject (district_id, method, key) where closed is null or closed <> 'withdrawn';
-- Lists by key, counted in the index alone; what has left stands apart, so that nobody reads through a million for a few.
create index subject_current on subject (district_id, method, key, id) include (confidential, visits) where closed is null;
create index subject_left on subject (district_id, method, key, id) where closed is not null;
create index subject_by_due on subject (district_id, method, due_at, id) where closed is null;
create index subject_held on subject (district_id, holder_unit, holder_post, due_at) where closed is null;
create index subject_by_alarm on subject (district_id, alarm_at) where alarm_at is not null;
create index subject_of_region on subject (district_id, method, region, key);
create index subject_of_community on subject (district_id, method, community, key);
create index subject_of_street on subject (district_id, method, street, key);
-- An import writes tags by the thousand; those that wait to be sorted into the index are sorted in before they grow many.
create index subject_by_tag on subject using gin (tags) with (gin_pending_list_limit = 8192);
create index subject_on_map on subject (district_id, method, lon, lat)
    include (id, closed, due_at, region, street, community, confidential)
    where lon is not null;

create table subject_snapshot (
    district_id integer not null,
    order_id bigint not null,
    number integer not null,
    begins boolean not null,
    at timestamptz not null,
    method text not null,
    step text not null,
    region text not null,
    street text,
    community text,
    facts text not null,
    primary key (district_id, order_id, number, begins)
);
comment on table subject_snapshot is
    'How each subject stood on its register: one row where a state begins and one where it ends. What a register held at any time '
    'is the sum of those that had begun less those that had ended';
comment on column subject_snapshot.order_id is 'The subject';
comment on column subject_snapshot.number is 'The event with which it began or ended';
create index subject_snapshot_of_register on subject_snapshot (district_id, method, at);

create table unrecorded_visit (
    district_id integer not null,
    account text not null,
    request text not null,
    unit text not null,
    post text not null,
    number text not null,
    title text not null,
    action text not null,
    noted_at timestamptz not null,
    noted text not null,
    refused text not null,
    reason text not null,
    at timestamptz not null,
    primary key (district_id, account, request)
);
comment on table unrecorded_visit is
    'Visits noted on a phone that could not be recorded: the subject had moved on, or the rules refused them. Nobody loses what '
    'they noted; it belongs to no subject''s record';
comment on column unrecorded_visit.number is 'The number of the subject';
comment on column unrecorded_visit.noted is 'What was noted';
comment on column unrecorded_visit.refused is 'Why the server refused it';
comment on column unrecorded_visit.reason is 'Why the visitor gave it up';
create index unrecorded_visit_by_time on unrecorded_visit (district_id, at desc);

create table unrecorded_visit_photo (
    district_id integer not null,
    account text not null,
    request text not null,
    place integer not null,
    name text not null,
    content bytea not null,
    primary key (district_id, account, request, place),
    foreign key (district_id, account, request) references unrecorded_visit (district_id, account, request)
);
alter table unrecorded_visit_photo alter column content set storage external;

create table region_shape (
    district_id integer not null,
    region text not null,
    in_force boolean not null,
    geometry text not null,
    source text not null,
    set_by text,
    set_at timestamptz not null,
    primary key (district_id, region, in_force)
);
comment on table region_shape is
    'The shapes of regions, as GeoJSON geometries by WGS-84; one that is not in force was uploaded and waits to be looked at';
