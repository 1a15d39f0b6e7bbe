-- Work on many orders or subjects at once.

create table batch (
    district_id integer not null,
    id bigint generated always as identity,
    method text not null,
    action text not null,
    answers text not null,
    unit text not null,
    post text not null,
    account text not null,
    created_at timestamptz not null,
    finished_at timestamptz,
    primary key (district_id, id)
);
comment on table batch is 'The same action on many orders, each by itself';
comment on column batch.answers is 'What was filled in, as JSON';
create index batch_unfinished on batch (district_id, id) where finished_at is null;
create index batch_by_account on batch (district_id, account, id);

create table batch_order (
    district_id integer not null,
    batch_id bigint not null,
    order_id bigint not null,
    result text check (result in ('done', 'refused', 'failed')),
    reasons text,
    done_at timestamptz,
    primary key (district_id, batch_id, order_id),
    foreign key (district_id, batch_id) references batch (district_id, id)
);

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
    primary key (district_id, id)
);
comment on table import is 'A file of rows for a register, and how far it is: checked, confirmed, entered, undone';
comment on column import.start is 'The action by which rows are entered';
comment on column import.at_row is 'The last row that is done with';
create index import_of_register on import (district_id, register, id);
create index import_at_work on import (district_id, id) where state in ('checking', 'running', 'undoing');

create table import_file_part (
    district_id integer not null,
    import_id bigint not null,
    number integer not null,
    content bytea not null,
    primary key (district_id, import_id, number),
    foreign key (district_id, import_id) references import (district_id, id)
);
comment on table import_file_part is 'The sealed file in parts, so that any process can go on with it';
alter table import_file_part alter column content set storage external;

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
comment on table import_row is 'Rows that were refused, or that could not be undone, each with the reasons';
