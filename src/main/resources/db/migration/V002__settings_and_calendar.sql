create table setting (
    district_id integer not null,
    name text not null,
    value text not null,
    changed_by text,
    changed_at timestamptz not null,
    primary key (district_id, name)
);

-- The State Council's yearly arrangement: days off and make-up workdays; a day not listed is an ordinary one.
create table calendar_day (
    district_id integer not null,
    day date not null,
    name text not null,
    off boolean not null,
    primary key (district_id, day)
);
