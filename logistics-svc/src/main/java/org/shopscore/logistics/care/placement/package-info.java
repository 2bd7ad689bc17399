/** Orders that are placed and not paid yet. */
package org.shopscore.logistics.care.placement;
