-- Closed orders counted ahead: docs/decisions/0021-figures-are-counted-ahead.md.

create table figure_cell (
    district_id integer not null,
    area text not null,
    month date not null,
    method text not null,
    split text not null,
    key text not null,
    received bigint not null,
    closed bigint not null,
    breached bigint not null,
    answered bigint not null,
    to_answer bigint not null,
    on_time bigint not null,
    finished bigint not null,
    satisfied bigint not null,
    average bigint not null,
    dissatisfied bigint not null,
    durations bigint[] not null,
    primary key (district_id, area, month, method, split, key)
);
comment on table figure_cell is
    'What the closed orders of a month in an area come to: as a whole (split and key empty) and for each value of each split';
comment on column figure_cell.area is 'Code of a street or community, empty for the district, @unit for an office';
comment on column figure_cell.durations is 'A histogram of working minutes';

create table figure_change (
    district_id integer not null,
    order_id bigint not null,
    weight integer not null check (weight in (-1, 1)),
    raised_at timestamptz not null,
    method text not null,
    closed text not null,
    street text,
    community text,
    channel text,
    category text,
    grade text,
    department text,
    rating text,
    breached boolean not null,
    answered_in_time boolean,
    finished_in_time boolean,
    working_minutes bigint,
    units text[] not null
);
comment on table figure_change is
    'What closed orders add to the cells or take from them: written with the order, counted in a little later';
create index figure_change_by_day on figure_change (district_id, raised_at);

create table figure_district (
    district_id integer primary key,
    counted_at timestamptz not null
);
comment on table figure_district is 'The districts whose orders are counted; for the others figures read through the orders';

-- Adds what is counted at the same places.
create function add_counts(one bigint[], other bigint[]) returns bigint[]
    language sql immutable parallel safe
    return (
        select coalesce(array_agg(coalesce(a, 0) + coalesce(b, 0) order by place), '{}')
        from unnest(one, other) with ordinality as both_of(a, b, place)
    );
