-- The same action on many orders, each by itself.
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
