-- What was withdrawn, such as an entry by a mistaken import, gives its key back.
drop index subject_by_key;
create unique index subject_by_key on subject (district_id, method, key)
    where closed is null or closed <> 'withdrawn';

-- A file of rows for a register, and how far it has come: read, confirmed, entered, taken back.
create table import (
    district_id integer not null,
    id bigint generated always as identity,
    register text not null,
    method_version integer not null,
    start text not null,
    unit text not null,
    post text not null,
    account text not null,
    note text not null,
    created_at timestamptz not null,
    file_name text not null,
    file_hash bytea not null check (length(file_hash) = 32),
    file_bytes bigint not null,
    state text not null check (state in
        ('checking', 'checked', 'unreadable', 'running', 'stopped', 'done', 'undoing', 'undone')),
    total integer not null default 0,
    at_row integer not null default 0,
    entered integer not null default 0,
    changed integer not null default 0,
    same integer not null default 0,
    faulty integer not null default 0,
    undone integer not null default 0,
    last_row integer not null default 0,
    undone_by text,
    columns text not null default '[]',
    failure text,
    confirmed_at timestamptz,
    finished_at timestamptz,
    claimed_until timestamptz,
    primary key (district_id, id)
);
create index import_of_register on import (district_id, register, id);
create index import_at_work on import (district_id, id) where state in ('checking', 'running', 'undoing');

-- The file as it came, in pieces, so that any process can go on with it.
create table import_piece (
    district_id integer not null,
    import_id bigint not null,
    number integer not null,
    content bytea not null,
    primary key (district_id, import_id, number),
    foreign key (district_id, import_id) references import (district_id, id)
);
alter table import_piece alter column content set storage external;

-- Rows of which nothing was stored, in the preview and for good, and rows that were not taken back, each with its reason.
create table import_row (
    district_id integer not null,
    import_id bigint not null,
    pass text not null check (pass in ('checking', 'running', 'undoing')),
    number integer not null,
    cells text not null,
    reasons text not null,
    primary key (district_id, import_id, pass, number),
    foreign key (district_id, import_id) references import (district_id, id)
);

-- Lists by key, counted in the index alone; what has left stands apart, so that nobody reads through a million for a few.
create index subject_kept on subject (district_id, method, key, id) include (confidential, visits) where closed is null;
create index subject_left on subject (district_id, method, key, id) where closed is not null;
-- An import writes marks by the thousand; what waits to be sorted into the index is sorted in before it grows long.
alter index subject_by_mark set (gin_pending_list_limit = 8192);
