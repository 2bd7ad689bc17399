/** What buyers say of the goods of their orders, and what it counts for once the order is signed for. */
package org.shopscore.aftersales.review;
