-- The newest lines of one account, of one kind, of one day; audit_pkey serves the newest of all.
create index audit_by_account on audit (district_id, account, id);
create index audit_by_kind on audit (district_id, kind, id);
create index audit_by_time on audit (district_id, at);
