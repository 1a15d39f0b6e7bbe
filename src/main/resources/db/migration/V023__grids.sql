-- A district divides its communities into grids, and these into micro-grids.
alter table region drop constraint region_level_check;
alter table region add constraint region_level_check
    check (level in ('province', 'city', 'county', 'street', 'community', 'grid', 'micro-grid'));
-- A grid that was dissolved is offered no longer, but what lay in it still says so.
alter table region add column ended_on date;

create index subject_of_region on subject (district_id, method, region, key);
create index orders_of_region on orders (district_id, region, id) where closed is null;
