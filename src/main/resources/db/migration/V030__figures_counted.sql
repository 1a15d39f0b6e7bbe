-- How an order is judged by its clocks, so that figures needn't read them.
alter table orders
    add column breached boolean not null default false,
    add column answered_in_time boolean,
    add column finished_in_time boolean;

drop index orders_listed;
create index orders_listed on orders (district_id, id)
    include (raised_at, changed_at, due_at, warn_at, took, method, step, ring, holder_unit, closed, channel, grade, category,
        rating, department, street, community, region, supervised, confidential, breached, answered_in_time, finished_in_time);
-- The open orders of figures; the closed ones are counted.
create index orders_open on orders (district_id, raised_at)
    include (method, due_at, closed, channel, grade, category, rating, department, street, community, confidential, took,
        breached, answered_in_time, finished_in_time)
    where closed is null;

-- What the closed orders of a month in an area come to: as a whole (split and key empty) and for each value of each split.
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
    took bigint[] not null,
    primary key (district_id, area, month, method, split, key)
);

-- What closed orders add to the cells or take from them, written with the order and counted in a little later.
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
    took bigint
);
create index figure_change_by_day on figure_change (district_id, raised_at);

-- The districts whose orders are counted; for the others figures read through the orders.
create table figure_district (
    district_id integer primary key,
    counted_at timestamptz not null
);

-- Adds what is counted at the same places.
create function add_counts(one bigint[], other bigint[]) returns bigint[]
    language sql immutable parallel safe
    return (
        select coalesce(array_agg(coalesce(a, 0) + coalesce(b, 0) order by place), '{}')
        from unnest(one, other) with ordinality as both_of(a, b, place)
    );
