-- What the administrator sets, and the versions of the district's rules.

create table setting (
    district_id integer not null,
    name text not null,
    value text not null,
    changed_by text,
    changed_at timestamptz not null,
    primary key (district_id, name)
);

create table calendar_day (
    district_id integer not null,
    day date not null,
    name text not null,
    off boolean not null,
    primary key (district_id, day)
);
comment on table calendar_day is
    'The State Council''s yearly arrangement: days off and make-up workdays; a day not listed is an ordinary one';

create table method_version (
    district_id integer not null,
    method text not null,
    version integer not null check (version > 0),
    text text not null,
    published_at timestamptz not null,
    published_by text,
    primary key (district_id, method, version)
);
comment on table method_version is 'An order keeps to the version of the method under which it was raised';

create table method_offer (
    district_id integer not null,
    method text not null,
    file text not null,
    text text not null,
    offered_at timestamptz not null,
    declined_at timestamptz,
    declined_by text,
    primary key (district_id, method),
    constraint declined_by_somebody check ((declined_at is null) = (declined_by is null))
);
comment on table method_offer is
    'A newer text that the program brings for a method which the district has changed: the administrator takes or declines it';
