-- Work that processes share: which process works on what, and when work that failed is tried again.

create table job_lease (
    district_id integer not null,
    kind text not null,
    key text not null,
    holder uuid,
    leased_until timestamptz,
    failures integer not null default 0,
    failure text,
    retry_at timestamptz,
    primary key (district_id, kind, key),
    constraint leased_by_somebody check ((holder is null) = (leased_until is null))
);
comment on table job_lease is
    'One row while a process works on something, or while something that failed waits to be tried again';
comment on column job_lease.kind is 'The kind of work, for example message or import';
comment on column job_lease.key is 'What is worked on, for example the id of an import; empty where there is one of its kind';
comment on column job_lease.failures is 'Failures in a row';
