-- A row of orders carries its whole state; what lists filter, count and figures add up stands here once more, so that
-- only the rows of the page that is shown are read.
create index orders_listed on orders (district_id, id)
    include (raised_at, changed_at, due_at, warn_at, took, method, step, ring, holder_unit, closed, channel, grade, category,
        rating, department, street, community, region, supervised, confidential);
-- Figures of a month don't read through all years.
create index orders_by_day on orders (district_id, raised_at);
