-- The district and its organisation. Every table leads with district_id, so that a cluster can distribute by it.

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
    level text not null
        check (level in ('province', 'city', 'county', 'street', 'community', 'grid', 'micro-grid')),
    parent text,
    ended_on date,
    primary key (district_id, code)
);
comment on table region is 'Administrative divisions, and the grids and micro-grids below communities';
comment on column region.ended_on is 'A dissolved grid is offered no longer, but what lay in it still names it';

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
comment on table unit is 'Offices that can hold orders';
comment on column unit.kind is 'Community, street, department ...: see posts.csv in the rulebook';
comment on column unit.region is 'The region that the unit serves';
create index unit_by_kind on unit (district_id, kind);

create table leader_attachment (
    district_id integer not null,
    leader text not null,
    unit text not null,
    primary key (district_id, unit),
    foreign key (district_id, leader) references unit (district_id, code),
    foreign key (district_id, unit) references unit (district_id, code)
);
comment on table leader_attachment is 'Leaders attached to communities (联点) and in charge of departments (分管)';

create table duty (
    district_id integer not null,
    category text not null,
    unit text not null,
    primary key (district_id, category),
    foreign key (district_id, unit) references unit (district_id, code)
);
comment on table duty is 'Which department answers for which category (事项职责清单)';
