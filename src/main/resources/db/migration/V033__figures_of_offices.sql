-- Figures are counted ahead for the offices that have a part in an order, too. What is counted so far is counted anew in the background;
-- until then figures read through the orders.
delete from figure_change;
alter table figure_change add column units text[] not null;
delete from figure_district;
