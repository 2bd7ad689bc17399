-- A review that a policy no longer names is neither decided nor has the score recovered.
alter table termination_case drop constraint termination_case_state_check,
  add constraint termination_case_state_check check (state in ('OPEN', 'DECIDED', 'RECOVERED', 'ENDED_BY_POLICY'));
comment on column termination_case.closed_by is 'the official day with which the score had recovered, or whose policy does not name the review';
