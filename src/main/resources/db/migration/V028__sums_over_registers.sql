-- What can be summed of a subject or counted by: its numbers, yes and no, and choices. See docs/decisions/0016.
alter table subject add column facts text not null default '{}';
update subject set facts = '{' || coalesce((
    select string_agg('"' || field.key || '":' || field.value, ',' order by field.key collate "C")
    from json_each(state::json -> 'fields') as field
    where json_typeof(field.value) in ('number', 'boolean')
        or json_typeof(field.value) = 'string' and field.value::text ~ '^"[a-z][a-z0-9.-]{0,39}"$'
), '') || '}';
alter table subject alter column facts drop default;

-- How each subject has stood on its register: a row that begins at an event and one that ends at a later one. What a
-- register held at any time is the sum of those that began before less those that had ended.
create table subject_standing (
    district_id integer not null,
    order_id bigint not null,
    number integer not null,
    came boolean not null,
    at timestamptz not null,
    method text not null,
    step text not null,
    region text not null,
    street text,
    community text,
    facts text not null,
    primary key (district_id, order_id, number, came)
);
create index subject_standing_of_register on subject_standing (district_id, method, at);

-- What has happened so far, folded from the events.
create aggregate folded_so_far (jsonb) (sfunc = jsonb_concat, stype = jsonb, initcond = '{}');

with recursive lies_in as (
    select district_id, code, code as above
    from region
    union all
    select below.district_id, below.code, region.parent
    from lies_in as below
    join region on region.district_id = below.district_id and region.code = below.above
    where region.parent is not null
),
place as (
    select lies_in.district_id, lies_in.code,
        max(region.code) filter (where region.level = 'street') as street,
        max(region.code) filter (where region.level = 'community') as community
    from lies_in
    join region on region.district_id = lies_in.district_id and region.code = lies_in.above
    group by 1, 2
),
changed as (
    select e.district_id, e.order_id, e.number, e.at, s.method, change.*
    from subject s
    join order_event e on e.district_id = s.district_id and e.order_id = s.id
    cross join lateral (
        select
            coalesce(jsonb_object_agg(field.key, field.value order by said.place) filter (where field.key is not null), '{}')
                as filled,
            (array_agg(said.change ->> 'step' order by said.place) filter (where said.change ->> 'is' = 'arrived')) as steps,
            (array_agg(coalesce(said.change ->> 'closed', '') order by said.place)
                filter (where said.change ->> 'is' = 'arrived')) as closed
        from jsonb_array_elements(e.body::jsonb -> 'changes') with ordinality as said (change, place)
        left join lateral jsonb_each(said.change -> 'fields') as field on said.change ->> 'is' = 'filled'
    ) as change
),
folded as (
    select district_id, order_id, number, at, method,
        folded_so_far(filled || case when steps is null then '{}' else jsonb_build_object(
            '#step', steps[array_length(steps, 1)], '#closed', closed[array_length(closed, 1)]) end)
            over (partition by district_id, order_id order by number) as fields
    from changed
),
stood as (
    select district_id, order_id, number, at, method,
        case when fields ->> '#closed' = '' then jsonb_build_object(
            'step', fields ->> '#step',
            'region', coalesce(fields ->> 'region', ''),
            'facts', '{' || coalesce((
                select string_agg('"' || field.key || '":' || field.value, ',' order by field.key collate "C")
                from jsonb_each(fields) as field
                where field.key not like '#%' and (jsonb_typeof(field.value) in ('number', 'boolean')
                    or jsonb_typeof(field.value) = 'string' and field.value::text ~ '^"[a-z][a-z0-9.-]{0,39}"$')
            ), '') || '}')
        end as standing
    from folded
),
turned as (
    select *, lag(standing) over (partition by district_id, order_id order by number) as before
    from stood
)
insert into subject_standing
select turned.district_id, turned.order_id, turned.number, turn.came, turned.at, turned.method,
    turn.standing ->> 'step', turn.standing ->> 'region', place.street, place.community, turn.standing ->> 'facts'
from turned
cross join lateral (values (false, turned.before), (true, turned.standing)) as turn (came, standing)
left join place on place.district_id = turned.district_id and place.code = turn.standing ->> 'region'
where turned.standing is distinct from turned.before and turn.standing is not null;

drop aggregate folded_so_far (jsonb);
