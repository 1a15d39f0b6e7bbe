-- Which orders are about which subjects; written once, when such an order is raised.
create table order_concern (
    district_id integer not null,
    subject_id bigint not null,
    order_id bigint not null,
    primary key (district_id, subject_id, order_id)
);
