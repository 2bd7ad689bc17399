/** Regional disruptions (报备): where and when something beyond the shops' and carriers' power held parcels up. */
package org.shopscore.logistics.disruption;
