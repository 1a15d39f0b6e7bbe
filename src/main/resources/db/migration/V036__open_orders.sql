-- The desk of everybody counts what is supervised, of which there is little: not by looking through all open orders.
create index orders_supervised on orders (district_id, id) where closed is null and supervised;

-- The map of all open orders reads no row.
drop index orders_open;
create index orders_open on orders (district_id, raised_at, id)
    include (changed_at, due_at, warn_at, took, method, step, ring, holder_unit, closed, channel, grade, category, rating,
        department, street, community, region, supervised, confidential, breached, answered_in_time, finished_in_time, units,
        lon, lat)
    where closed is null;
