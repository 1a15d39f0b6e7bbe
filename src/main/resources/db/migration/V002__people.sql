-- Accounts, sessions, and the audit of what is done besides acting on orders.

create table person (
    district_id integer not null,
    account text not null check (account ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
    name text not null,
    password text not null,
    password_set_at timestamptz not null,
    must_change boolean not null default false,
    failures integer not null default 0,
    locked_until timestamptz,
    ended_at timestamptz,
    primary key (district_id, account)
);
comment on column person.must_change is 'The password was given out to be used once';
comment on column person.failures is 'Wrong passwords since the last right one';

create table person_post (
    district_id integer not null,
    account text not null,
    unit text not null,
    post text not null,
    primary key (district_id, account, unit, post),
    foreign key (district_id, account) references person (district_id, account),
    foreign key (district_id, unit) references unit (district_id, code)
);
comment on table person_post is 'The posts that a person may act in';

create table spring_session (
    primary_id char(36) not null primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
comment on table spring_session is 'Spring Session''s own table';
create index spring_session_by_expiry on spring_session (expiry_time);
create index spring_session_by_person on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
comment on table spring_session_attributes is 'Spring Session''s own table';

create table audit (
    district_id integer not null,
    id bigint generated always as identity,
    at timestamptz not null,
    account text,
    kind text not null,
    subject text not null,
    succeeded boolean not null,
    address text,
    primary key (district_id, id)
);
comment on table audit is 'Who did what besides acting on orders: signing in, revealing personal data, changing settings';
comment on column audit.subject is 'What it was done to';
comment on column audit.address is 'The network address of the request';
-- The newest rows of one account, of one kind, of one day; audit_pkey serves the newest of all.
create index audit_by_account on audit (district_id, account, id);
create index audit_by_kind on audit (district_id, kind, id);
create index audit_by_time on audit (district_id, at);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;

create trigger audit_is_append_only
    before update or delete or truncate on audit execute function refuse_change();
