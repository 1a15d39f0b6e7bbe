-- Every table leads with district_id, so that a cluster can be distributed by it.
create table district (
    district_id integer primary key,
    name_zh text not null,
    name_en text not null,
    loaded_at timestamptz not null
);

create table region (
    district_id integer not null,
    code text not null,
    name text not null,
    level text not null check (level in ('province', 'city', 'county', 'street', 'community')),
    parent text,
    primary key (district_id, code)
);

create table unit (
    district_id integer not null,
    code text not null,
    name_zh text not null,
    name_en text not null,
    kind text not null,
    parent text,
    region text,
    ended_on date,
    primary key (district_id, code),
    foreign key (district_id, region) references region (district_id, code)
);
create index unit_by_kind on unit (district_id, kind);

-- A leader's office is attached to communities (联点) and in charge of departments (分管).
create table attachment (
    district_id integer not null,
    leader text not null,
    unit text not null,
    primary key (district_id, unit),
    foreign key (district_id, leader) references unit (district_id, code),
    foreign key (district_id, unit) references unit (district_id, code)
);

-- Which department answers for which category (事项职责清单).
create table duty (
    district_id integer not null,
    category text not null,
    unit text not null,
    primary key (district_id, category),
    foreign key (district_id, unit) references unit (district_id, code)
);

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

create table person_post (
    district_id integer not null,
    account text not null,
    unit text not null,
    post text not null,
    primary key (district_id, account, unit, post),
    foreign key (district_id, account) references person (district_id, account),
    foreign key (district_id, unit) references unit (district_id, code)
);

-- Who did what besides acting on orders: signing in, revealing personal data, changing settings.
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

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;

create trigger audit_is_kept before update or delete or truncate on audit execute function refuse_change();
