-- The fold of a subject's events: what is kept on a register. Its events, letters, files, readers and the units that have
-- a part in it stand in the tables of orders, under ids from the same sequence. See docs/decisions/0010.
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
    marks text[] not null,
    state text not null,
    primary key (district_id, id),
    foreign key (district_id, method, method_version) references method_version (district_id, method, version),
    constraint kept_subject_has_a_holder check (closed is not null or holder_unit is not null and holder_post is not null),
    constraint left_subject_has_none check (closed is null or holder_unit is null and alarm_at is null)
) with (fillfactor = 85);

create unique index subject_by_key on subject (district_id, method, key);
create index subject_by_due on subject (district_id, method, due_at, id) where closed is null;
create index subject_held on subject (district_id, holder_unit, holder_post, due_at) where closed is null;
create index subject_by_alarm on subject (district_id, alarm_at) where alarm_at is not null;
create index subject_of_community on subject (district_id, method, community, key);
create index subject_of_street on subject (district_id, method, street, key);
create index subject_by_mark on subject using gin (marks);
