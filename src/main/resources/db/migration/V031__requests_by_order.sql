-- Names of requests come in no order, so that every action wrote somewhere in an index over all events of all years. Now it is
-- written beside the other events of its order; only raising has to be known in the whole district.
drop index order_event_of_request;
create unique index order_event_of_request on order_event (district_id, order_id, request) where request is not null;
create unique index order_event_raised_by on order_event (district_id, request) where number = 1 and request is not null;
-- Rows of an import are taken back by their names.
create index order_event_of_import on order_event (district_id, request) where request like 'import:%';
