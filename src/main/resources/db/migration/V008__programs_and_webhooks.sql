-- Other programs, and where they are told what happens.

create table program (
    district_id integer not null,
    id bigint generated always as identity,
    name text not null,
    unit text not null,
    post text not null,
    token bytea not null check (length(token) = 32),
    made_at timestamptz not null,
    made_by text not null,
    expires_on date not null,
    used_at timestamptz,
    revoked_at timestamptz,
    primary key (district_id, id),
    foreign key (district_id, unit) references unit (district_id, code)
);
comment on table program is 'A program that calls this one with the rights of a post';
comment on column program.token is 'A keyed hash of its token';
create unique index program_by_token on program (district_id, token);

create table webhook (
    district_id integer not null,
    id bigint generated always as identity,
    program bigint not null,
    url text not null,
    secret text not null,
    made_at timestamptz not null,
    position bigint not null,
    order_id bigint not null,
    number integer not null,
    paused_at timestamptz,
    primary key (district_id, id),
    foreign key (district_id, program) references program (district_id, id)
);
comment on table webhook is 'An address that is sent every event; position, order_id and number name the last one sent';
comment on column webhook.paused_at is 'Since when nothing is sent, after too many failures';
