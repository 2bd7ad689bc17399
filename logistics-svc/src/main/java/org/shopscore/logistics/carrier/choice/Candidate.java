package org.shopscore.logistics.carrier.choice;

import java.util.Optional;
import org.shopscore.logistics.carrier.Carrier;
import org.shopscore.logistics.lane.Price;

/**
 * A carrier that might take the parcels of a lane.
 *
 * @param price          for one parcel on the lane, as far as anyone told
 * @param capacityPerDay how many parcels it takes a day, as far as anyone told
 */
record Candidate(Carrier carrier, Standing standing, Optional<Price> price, Optional<Long> capacityPerDay) {}
