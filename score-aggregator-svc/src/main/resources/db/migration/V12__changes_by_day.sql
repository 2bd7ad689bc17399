-- What is to be told next, of each day apart: what a day that is not published holds is not looked through.
drop index change_event_day;
create index change_event_day on change_event (stat_date, id);
