-- A subject is found by what was done to it.
update subject
set marks = (
    select array_agg(distinct mark collate "C" order by mark collate "C")
    from (
        select unnest(marks) as mark
        union all
        select 'did=' || json_object_keys(state::json -> 'did')
    ) as all_marks
);
