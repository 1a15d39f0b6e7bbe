-- An order keeps to the version of the method under which it was raised.
create table method_version (
    district_id integer not null,
    method text not null,
    version integer not null check (version > 0),
    text text not null,
    published_at timestamptz not null,
    published_by text,
    primary key (district_id, method, version)
);
