-- the offices that have a part in a subject stand among what it is found by: how common one is in a register decides how
-- a list is best read, and only of what stands in the row itself the database knows that
update subject s
set marks = array(
    select distinct mark collate "C"
    from (
        select unnest(s.marks) as mark
        union all
        select '@' || u.code
        from unit u
        where u.district_id = s.district_id and u.kind in ('department', 'office')
            and (u.code in (select value from jsonb_each_text(s.state::jsonb -> 'parties'))
                or u.code in (select deed ->> 'unit' from jsonb_array_elements(s.state::jsonb -> 'deeds') deed))
    ) as marked
    order by mark collate "C"
);

delete from order_party p
using subject s
where s.district_id = p.district_id and s.id = p.order_id;
