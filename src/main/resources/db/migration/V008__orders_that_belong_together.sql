-- What one order has to say to another, written with the event that causes it and deleted with the event it causes.
create table letter (
    district_id integer not null,
    id bigint generated always as identity,
    order_id bigint not null,
    to_order bigint not null,
    body text not null,
    at timestamptz not null,
    tries integer not null default 0,
    failure text,
    primary key (district_id, id)
);
create index letter_by_sender on letter (district_id, order_id, id);

-- A confidential order is read by the posts named here and by nobody else.
alter table orders add column confidential boolean not null default false;
create table order_reader (
    district_id integer not null,
    unit text not null,
    post text not null,
    order_id bigint not null,
    primary key (district_id, unit, post, order_id)
);
