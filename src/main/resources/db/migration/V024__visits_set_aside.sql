-- Visits that somebody noted on a phone and that could not be recorded: the subject had moved on, or the rules refused them.
-- Nobody loses what they noted; it is kept here with the reason, and belongs to no subject's record.
create table visit_set_aside (
    district_id integer not null,
    account text not null,
    request text not null,
    unit text not null,
    post text not null,
    number text not null,
    title text not null,
    what text not null,
    noted_at timestamptz not null,
    noted text not null,
    refused text not null,
    reason text not null,
    at timestamptz not null,
    primary key (district_id, account, request)
);
create index visit_set_aside_by_time on visit_set_aside (district_id, at desc);

create table visit_set_aside_photo (
    district_id integer not null,
    account text not null,
    request text not null,
    place integer not null,
    name text not null,
    content bytea not null,
    primary key (district_id, account, request, place),
    foreign key (district_id, account, request) references visit_set_aside (district_id, account, request)
);
alter table visit_set_aside_photo alter column content set storage external;
