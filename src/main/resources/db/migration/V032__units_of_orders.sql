-- The units that have or had a part in an order stand in its row, as those of subjects do: a list needn't ask a second table for each
-- order whether an office may see it, and how common an office is decides how a list is best read.
alter table orders add column units text[] not null default '{}';
alter table orders alter column units drop default;

-- An order's state names the units that had a part and have none now; only those aren't in it yet.
update orders o
set units = part.units,
    state = case when part.gone is null then o.state else left(o.state, -1) || ',"left":' || part.gone || '}' end
from (
    select p.district_id, p.order_id, array_agg(p.unit order by p.unit) as units,
        to_jsonb(array_agg(p.unit order by p.unit) filter (where not p.unit = any(p.playing))) as gone
    from (
        select distinct p.district_id, p.order_id, p.unit collate "C" as unit,
            array(select value from jsonb_each_text(k.state::jsonb -> 'parties')) as playing
        from order_party p
        join orders k on k.district_id = p.district_id and k.id = p.order_id
    ) p
    group by p.district_id, p.order_id
) part
where part.district_id = o.district_id and part.order_id = o.id;
drop table order_party;

update subject s
set state = left(s.state, -1) || ',"left":' || part.gone || '}'
from (
    select s.district_id, s.id, to_jsonb(array_agg(distinct j.unit collate "C" order by j.unit collate "C")) as gone
    from subject s
    join order_event e on e.district_id = s.district_id and e.order_id = s.id and e.body like '%"joined"%'
    cross join lateral (
        select change ->> 'unit' as unit
        from jsonb_array_elements(e.body::jsonb -> 'changes') change
        where change ->> 'is' = 'joined' and change ->> 'unit' <> ''
    ) j
    where not exists (select from jsonb_each_text(s.state::jsonb -> 'parties') where value = j.unit)
    group by s.district_id, s.id
) part
where part.district_id = s.district_id and part.id = s.id;

-- Lists go from the newest back, by when orders were raised, so that a month of long ago is found where it begins.
drop index orders_listed;
drop index orders_by_day;
create index orders_listed on orders (district_id, raised_at, id)
    include (changed_at, due_at, warn_at, took, method, step, ring, holder_unit, closed, channel, grade, category, rating,
        department, street, community, region, supervised, confidential, breached, answered_in_time, finished_in_time);
drop index orders_open;
create index orders_open on orders (district_id, raised_at, id)
    include (changed_at, due_at, warn_at, took, method, step, ring, holder_unit, closed, channel, grade, category, rating,
        department, street, community, region, supervised, confidential, breached, answered_in_time, finished_in_time, units)
    where closed is null;
drop index orders_of_street;
drop index orders_of_community;
drop index orders_of_region;

-- Three days: 2^18 seconds, counted from 1970.
create function order_period(raised_at timestamptz) returns text
    language sql immutable parallel safe
    return 'raised:' || (extract(epoch from raised_at at time zone 'UTC')::bigint >> 18)::text;

-- What closed orders are found by, all of it in one index, so that what hardly is is found as fast as what is common: each value
-- with the name of its column, and the units as they are called.
create function order_marks(
    raised_at timestamptz, method text, step text, ring text, closed text, channel text, grade text, category text, rating text,
    department text, street text, community text, region text, supervised boolean, confidential boolean, breached boolean,
    units text[])
    returns text[]
    language sql immutable parallel safe
    return array_remove(array[
        order_period(raised_at),
        'method:' || method,
        'step:' || step,
        'ring:' || ring,
        'closed:' || closed,
        'channel:' || channel,
        'grade:' || grade,
        'category:' || category,
        'category:' || nullif(split_part(category, '.', 1), category),
        'rating:' || rating,
        'department:' || department,
        'street:' || street,
        'community:' || community,
        'region:' || region,
        case when supervised then 'supervised' end,
        case when confidential then 'confidential' end,
        case when breached then 'breached' end
    ], null) || units;

create index orders_by_marks on orders using gin (order_marks(
        raised_at, method, step, ring, closed, channel, grade, category, rating, department, street, community, region,
        supervised, confidential, breached, units))
    with (fastupdate = off)
    where closed is not null;

-- Words are looked for from the newest period on.
alter table order_door add column raised_at timestamptz;
update order_door d
set raised_at = o.raised_at
from orders o
where o.district_id = d.district_id and o.id = d.order_id;
alter table order_door alter column raised_at set not null;
drop index order_door_by_gram;
create index order_door_by_gram on order_door using gin ((grams || order_period(raised_at))) with (fastupdate = off);
