-- The words of closed orders stand among their marks, so that words and everything else that a list asks for are found together in
-- one index. The words of open orders, of which there are few, stand in a table of their own, so that no action has to write them again.
drop index orders_by_marks;
drop function order_marks;

alter table orders add column words text[] not null default '{}';
update orders o
set words = d.grams
from order_door d
where d.district_id = o.district_id and d.order_id = o.id and o.closed is not null;
alter table orders alter column words drop default;

create table order_words (
    district_id integer not null,
    order_id bigint not null,
    words text[] not null,
    primary key (district_id, order_id)
);
insert into order_words (district_id, order_id, words)
select d.district_id, d.order_id, d.grams
from order_door d
join orders o on o.district_id = d.district_id and o.id = d.order_id
where o.closed is null;
create index order_words_by_word on order_words using gin (words) with (fastupdate = off);

alter table order_door drop column grams, drop column raised_at;
drop function order_period;

-- A stretch of time, of two to the power of so many seconds counted from 1970, in which an order was raised.
create function order_period(name text, bits integer, raised_at timestamptz) returns text
    language sql immutable parallel safe
    return name || ':' || (extract(epoch from raised_at at time zone 'UTC')::bigint >> bits)::text;

-- What closed orders are found by: each value with the name of its column, three days and seven weeks in which they were raised,
-- units and words as they are.
create function order_marks(
    raised_at timestamptz, method text, step text, ring text, closed text, channel text, grade text, category text, rating text,
    department text, street text, community text, region text, supervised boolean, confidential boolean, breached boolean,
    units text[], words text[])
    returns text[]
    language sql immutable parallel safe
    return array_remove(array[
        order_period('days', 18, raised_at),
        order_period('weeks', 22, raised_at),
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
    ], null) || units || words;

create index orders_by_marks on orders using gin (order_marks(
        raised_at, method, step, ring, closed, channel, grade, category, rating, department, street, community, region,
        supervised, confidential, breached, units, words))
    with (fastupdate = off)
    where closed is not null;
