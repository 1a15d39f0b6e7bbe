-- A text that the product ships for a method which the district has changed itself: put to the administrator, never over it.
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
