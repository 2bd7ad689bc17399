-- Whose messages are old enough to go.
create index care_message_age on care_message using brin (made_at) with (autosummarize = on);
