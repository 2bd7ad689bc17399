-- The platform's reference to the buyer, which says nothing of the person.
alter table orders add column buyer_ref text;
