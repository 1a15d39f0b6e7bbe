-- The shapes of regions, as GeoJSON geometries by WGS-84. What is not in force yet was uploaded and waits to be looked at.
create table region_shape (
    district_id integer not null,
    region text not null,
    in_force boolean not null,
    geometry text not null,
    source text not null,
    set_by text,
    set_at timestamptz not null,
    primary key (district_id, region, in_force)
);

-- Where an order is, as its field "point" says.
alter table orders add column lon float8, add column lat float8;

update orders
set lon = split_part(state::json -> 'fields' ->> 'point', ',', 1)::float8,
    lat = split_part(state::json -> 'fields' ->> 'point', ',', 2)::float8
where state::json -> 'fields' ->> 'point' like '%,%';

-- Everything that a map asks for stands in the index, so that the rows themselves are left alone.
create index orders_on_map on orders (district_id, lon, lat)
    include (id, method, closed, due_at, warn_at, raised_at, category, region, street, community, confidential)
    where lon is not null;
create index subject_on_map on subject (district_id, method, lon, lat)
    include (id, closed, due_at, region, street, community, confidential)
    where lon is not null;
