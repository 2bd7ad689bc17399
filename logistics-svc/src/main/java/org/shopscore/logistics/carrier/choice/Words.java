package org.shopscore.logistics.carrier.choice;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The same in Chinese and in English. */
@Schema(name = "Words")
record Words(String zh, String en) {}
