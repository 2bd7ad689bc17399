/** Lists of orders, for a shop and for the team that looks after all of them. */
package org.shopscore.logistics.order.desk;
