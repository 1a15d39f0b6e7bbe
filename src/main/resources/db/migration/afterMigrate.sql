-- A dump that was loaded into another cluster brings positions that lie in its future: later ones go on from there.
do $$
declare
    latest bigint;
begin
    select max(last.position) into latest
    from district d, lateral (
        select e.position
        from order_event e
        where e.district_id = d.district_id
        order by e.position desc
        limit 1
    ) as last;
    if latest >= event_offset() + pg_snapshot_xmax(pg_current_snapshot())::text::bigint then
        execute format(
            'create or replace function event_offset() returns bigint language sql immutable as %L',
            'select ' || latest || '::bigint');
    end if;
end
$$;
