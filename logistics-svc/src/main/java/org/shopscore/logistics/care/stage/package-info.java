/** The stages of an order that its buyer is told of (订单关怀). */
package org.shopscore.logistics.care.stage;
